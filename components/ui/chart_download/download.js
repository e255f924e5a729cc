// Saves the chart in the container `target`: a Plotly figure through Plotly's own export, a drawn SVG as it is.
const WIDTH = 960
const HEIGHT = 540
const INK = "#0b0b0b"
const PAPER = "#fbf9f4"

function fileName(title) {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "chart"
}

function escapeText(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
}

async function savePlotly(plot, data, format) {
  const layout = structuredClone(plot.layout)
  const margin = { l: 40, r: 60, ...(layout.margin ?? {}), t: 110, b: 90 }
  Object.assign(layout, {
    width: WIDTH, height: HEIGHT, margin, paper_bgcolor: PAPER, plot_bgcolor: PAPER,
    font: { ...(layout.font ?? {}), color: INK },
    title: { text: `<b>${escapeText(data.title)}</b><br><sup>${escapeText(data.subtitle)}</sup>`, x: 0.03, xanchor: "left", y: 0.96, yanchor: "top", font: { size: 19, color: INK } },
    annotations: [
      ...(layout.annotations ?? []),
      { text: escapeText(data.credit), xref: "paper", yref: "paper", x: 0, y: 0, yshift: -62, xanchor: "left", yanchor: "top", showarrow: false, font: { size: 11, color: INK } },
    ],
  })
  const scale = format === "png" ? 2 : 1
  await window.Plotly.downloadImage({ data: plot.data, layout }, { format, width: WIDTH, height: HEIGHT, scale, filename: fileName(data.title) })
}

function findSvg(container) {
  const hosts = [container, ...[...container.querySelectorAll("*")].map((node) => node.shadowRoot).filter(Boolean)]
  return hosts.map((host) => host.querySelector("svg[data-chart]")).find(Boolean)
}

function composeSvg(svg, data) {
  const copy = svg.cloneNode(true)
  const sources = svg.querySelectorAll("*")
  copy.querySelectorAll("*").forEach((node, index) => {
    const style = getComputedStyle(sources[index])
    for (const name of ["fill", "stroke", "opacity", "font-size", "font-weight", "text-anchor"]) node.style.setProperty(name, style.getPropertyValue(name))
    if (node.tagName === "text") node.style.fill = INK
  })
  copy.setAttribute("x", "60"); copy.setAttribute("y", "110"); copy.setAttribute("width", String(WIDTH - 120)); copy.setAttribute("height", String(HEIGHT - 190))
  const text = (y, size, weight, words) => `<text x="40" y="${y}" font-family="Source Sans, sans-serif" font-size="${size}" font-weight="${weight}" fill="${INK}">${escapeText(words)}</text>`
  const body = new XMLSerializer().serializeToString(copy)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect width="100%" height="100%" fill="${PAPER}"/>` +
    text(44, 21, 600, data.title) + text(72, 14, 400, data.subtitle) + body + text(HEIGHT - 30, 12, 400, data.credit) + "</svg>"
}

function save(blob, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10000)
}

async function saveSvg(svg, data, format) {
  const text = composeSvg(svg, data)
  if (format === "svg") return save(new Blob([text], { type: "image/svg+xml" }), `${fileName(data.title)}.svg`)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * WIDTH, height: 2 * HEIGHT })
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
  canvas.toBlob((blob) => save(blob, `${fileName(data.title)}.png`), "image/png")
}

export default function ({ parentElement, data }) {
  const status = parentElement.querySelector("[role=status]")
  parentElement.querySelectorAll("button").forEach((button) => {
    button.onclick = async () => {
      const container = document.querySelector(`.st-key-${data.target}`)
      const plot = container?.querySelector(".js-plotly-plot")
      const svg = container && findSvg(container)
      try {
        if (svg) await saveSvg(svg, data, button.dataset.format)
        else if (plot && window.Plotly) await savePlotly(plot, data, button.dataset.format)
        else throw new Error("no chart found")
        status.textContent = "Saved."
      } catch (error) {
        status.textContent = "This picture could not be saved; the table and its CSV hold the same data."
        console.warn("party atlas: picture not saved", error.message)
      }
    }
  })
}
