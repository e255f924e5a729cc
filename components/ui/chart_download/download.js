// Saves the chart in the container `target` as a picture that stands alone: finding and unit above, names and sources below, always
// dark ink on paper. One composer draws SVG and PNG. Fonts are those that every machine has, so that what is measured here fits there.
const WIDTH = 960
const HEIGHT = 540
const EDGE = 32
const INK = "#0b0b0b"
const PAPER = "#fbf9f4"
const SERIF = "Georgia, 'Times New Roman', serif"
const SANS = "Arial, Helvetica, sans-serif"
const FINDING = { size: 22, weight: 700, family: SERIF, most: 3 }
const SUBTITLE = { size: 14, weight: 400, family: SANS, most: 3 }
const LEGEND = { size: 12.5, weight: 400, family: SANS }
const CREDIT = { size: 11, weight: 400, family: SANS, most: 6 }
const LONG_CREDIT = { ...CREDIT, size: 9.5, most: 14 }
const FIGURES = { size: 12.5, weight: 400, family: SANS, most: 2 }
const AXIS = { ticks: "", ticklabelstandoff: 6 }
const LEADING = 1.3
const SLACK = 1.04
const GAP = 12
const CHIP = 16
const LEAST_SCALE = 0.6
const MOST_SCALE = 1.2
const LINE_PX = 17
const LEAST_ROW_PX = 19
const LEAST_BAR_PX = 26
const AROUND_ROWS_PX = 70
const BESIDE_NAME_PX = 140
const LEAST_NAME = 0.8
const COPIED = ["fill", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "paint-order", "display", "opacity", "font-size", "font-weight", "text-anchor"]

function fileName(title) {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "chart"
}

function escapeText(text) {
  const printable = text.replace(/[\u0000-\u001f\ufffe\uffff]/g, " ")
  return printable.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
}

const pen = document.createElement("canvas").getContext("2d")

function widthOf(text, style) {
  pen.font = `${style.weight} ${style.size}px ${style.family}`
  return SLACK * pen.measureText(text).width
}

// The longest start of a text that fits, at least one character.
function cutToFit(text, width, style) {
  let [fits, over] = [1, text.length + 1]
  while (over - fits > 1) {
    const middle = (fits + over) >> 1
    if (widthOf(text.slice(0, middle), style) <= width) fits = middle
    else over = middle
  }
  return text.slice(0, fits)
}

// Lines no wider than `width`; a word that is wider is broken, what does not fit into the most lines ends in an ellipsis.
function wrapText(text, width, style) {
  const words = text.split(/[ \t\n]+/).filter(Boolean)
  const lines = []
  let line = ""
  while (words.length && lines.length < style.most) {
    const longer = line ? `${line} ${words[0]}` : words[0]
    if (widthOf(longer, style) <= width) {
      line = longer
      words.shift()
    } else if (line) {
      lines.push(line)
      line = ""
    } else {
      const start = cutToFit(words[0], width, style)
      lines.push(start)
      words[0] = words[0].slice(start.length)
      if (!words[0]) words.shift()
    }
  }
  if (line && lines.length < style.most) return [...lines, line]
  if (words.length) lines[lines.length - 1] = `${cutToFit(lines.at(-1), width - widthOf("…", style), style)}…`
  return lines
}

function drawText(x, y, words, style, more = "") {
  return `<text x="${x}" y="${y.toFixed(1)}" font-family="${style.family}" font-size="${style.size}" font-weight="${style.weight}" fill="${INK}" ${more}>${escapeText(words)}</text>`
}

// Lines of text; `drawAt` draws them from a top down.
function textBlock(text, style) {
  const lines = wrapText(text, WIDTH - 2 * EDGE, style)
  const step = LEADING * style.size
  return { height: lines.length * step, drawAt: (top) => lines.map((line, n) => drawText(EDGE, top + n * step + style.size, line, style)).join("") }
}

function creditBlock(text) {
  const long = wrapText(text, WIDTH - 2 * EDGE, { ...CREDIT, most: Infinity }).length > CREDIT.most
  return textBlock(text, long ? LONG_CREDIT : CREDIT)
}

function drawChip(x, y, colour) {
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="11" height="11" rx="2" fill="${escapeText(colour)}" stroke="#808080" stroke-opacity="0.55" stroke-width="0.75"/>`
}

// Colours and their words, in rows.
function legendBlock(entries) {
  const step = 1.45 * LEGEND.size
  let [x, row] = [EDGE, 0]
  const places = entries.map(([colour, words]) => {
    const wide = CHIP + widthOf(words, LEGEND)
    if (x > EDGE && x + wide > WIDTH - EDGE) [x, row] = [EDGE, row + 1]
    const place = { x, y: row * step, colour, words: cutToFit(words, WIDTH - 2 * EDGE - CHIP, LEGEND) }
    x += wide + GAP
    return place
  })
  const drawAt = (top) => places.map((place) => drawChip(place.x, top + place.y + 1, place.colour) + drawText(place.x + CHIP, top + place.y + 11, place.words, LEGEND)).join("")
  return { height: entries.length ? (row + 1) * step + GAP : 0, drawAt }
}

function nestSvg(svg, { x, y, width, height }) {
  Object.entries({ x, y, width, height, overflow: "visible" }).forEach(([name, value]) => svg.setAttribute(name, String(value)))
  return new XMLSerializer().serializeToString(svg)
}

// The finding stands above, the credit below; `drawBody` gets the room between. A body that is taller than wide makes the picture taller.
async function composePicture({ finding, subtitle, credit, legend }, drawBody, tallness) {
  const [title, unit, names, source] = [textBlock(finding, FINDING), textBlock(subtitle, SUBTITLE), legendBlock(legend), creditBlock(credit)]
  const top = EDGE + title.height + unit.height + GAP
  const around = top + GAP + names.height + 22 + source.height
  const whole = Math.max(HEIGHT, Math.ceil(around + tallness * (WIDTH - 2 * EDGE)))
  const bottom = whole - 22 - source.height
  const room = { x: EDGE, y: top, width: WIDTH - 2 * EDGE, height: bottom - GAP - names.height - top }
  const body = await drawBody(room)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}">` +
    `<rect width="100%" height="100%" fill="${PAPER}"/>${title.drawAt(EDGE - 8)}${unit.drawAt(EDGE - 4 + title.height)}${body}${names.drawAt(bottom - names.height)}` +
    `<path d="M${EDGE} ${bottom - 3}H${WIDTH - EDGE}" stroke="#808080" stroke-opacity="0.45" stroke-width="0.75"/>${source.drawAt(bottom + 4)}</svg>`
}

// The least height at which the rows of a figure keep their labels apart; one without rows, or with a second panel, keeps what it has.
function leastHeight(plot) {
  const names = [...new Set(plot.data.flatMap((trace) => Array.from(trace.y ?? [])))].filter((name) => typeof name === "string")
  if (!names.length || plot.layout.yaxis2) return plot.layout.height
  const texts = [...names, ...(plot.layout.annotations ?? []).map((note) => note.text ?? "")]
  const lines = Math.max(...texts.map((text) => text.split("<br>").length))
  const inside = plot.data.some((trace) => trace.textposition === "inside")
  const bars = plot.layout.barmode === "group" ? 2 * LINE_PX : inside ? LEAST_BAR_PX : 0
  return AROUND_ROWS_PX + names.length * Math.max(LEAST_ROW_PX, lines * LINE_PX + 2, bars)
}

// Larger where there is room; where there is not, first the rows move together, then everything gets smaller.
function scaleFor(plot, height) {
  const natural = plot.layout.height ?? height
  const scale = Math.max(height / natural, Math.min(1, height / leastHeight(plot)))
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale))
}

function paperLayout(plot, size) {
  const layout = { ...structuredClone(plot.layout), ...size, autosize: false, template: {}, paper_bgcolor: PAPER, plot_bgcolor: PAPER }
  layout.font = { size: 14, ...layout.font, color: INK, family: SANS }
  for (const name of Object.keys(layout).filter((key) => /^[xy]axis/.test(key))) {
    const title = layout[name].title
    layout[name] = { ...layout[name], ...AXIS, title: { ...(typeof title === "string" ? { text: title } : title), font: { size: 13, color: INK } } }
  }
  return layout
}

// Plotly draws the figure anew, without the page's template and its colours.
function plotlyBody(plot) {
  return async (room) => {
    const scale = scaleFor(plot, room.height)
    const [width, height] = [Math.round(room.width / scale), Math.round(room.height / scale)]
    const layout = paperLayout(plot, { width, height })
    const text = await window.Plotly.toImage({ data: plot.data, layout }, { format: "svg", width, height, imageDataOnly: true })
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`)
    return nestSvg(svg, room)
  }
}

// Height of a drawing, or of a figure that says so, that reads from top to bottom, in widths; any other fits itself into the usual picture.
function tallnessOf(drawing, plot) {
  if (!drawing) return plot.layout.meta?.tall ? plot.layout.height / (WIDTH - 2 * EDGE) : 0
  const { tall, paperHeight } = drawing?.svg.dataset ?? {}
  const box = tall ? drawing.svg.viewBox.baseVal : null
  return box?.width ? (Number(paperHeight) || box.height) / box.width : 0
}

function findDrawing(container) {
  const hosts = [container, ...[...container.querySelectorAll("*")].map((node) => node.shadowRoot).filter(Boolean)]
  const host = hosts.find((root) => root.querySelector("svg[data-chart]"))
  return host && { host, svg: host.querySelector("svg[data-chart]") }
}

// A copy that needs no style sheet and leads nowhere; ink and ground of the page's theme become those of the paper. What only paper
// shows (`data-paper`) is shown, and the copy is as high as that needs (`data-paper-height`).
function paperCopy(svg) {
  const copy = svg.cloneNode(true)
  const onPaper = { [getComputedStyle(svg).color]: INK, [getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor]: PAPER }
  const originals = svg.querySelectorAll("*")
  copy.querySelectorAll("*").forEach((node, index) => {
    const style = getComputedStyle(originals[index])
    for (const name of COPIED) node.style.setProperty(name, onPaper[style.getPropertyValue(name)] ?? style.getPropertyValue(name))
    node.removeAttribute("href")
    if (node.dataset.paper) node.style.display = "inline"
    if (node.tagName === "text") Object.assign(node.style, { fill: INK, fontFamily: SERIF })
  })
  const { x, y, width } = svg.viewBox.baseVal
  if (svg.dataset.paperHeight) copy.setAttribute("viewBox", `${x} ${y} ${width} ${svg.dataset.paperHeight}`)
  return copy
}

// The rows beside a drawing: colour, name, share, seats.
function readRows(host) {
  const read = (row, name) => row.querySelector(name)?.textContent ?? ""
  return [...host.querySelectorAll(".list")].map((row) => ({
    colour: row.querySelector(".bar")?.style.borderColor, name: read(row, ".name"), share: read(row, ".share"),
    seats: read(row, ".seats, .number"), out: row.classList.contains("out"),
  }))
}

function drawRows(rows, room) {
  const step = Math.min(32, room.height / rows.length)
  const style = { size: Math.min(15, 0.62 * step), weight: 400, family: SANS }
  const top = room.y + (room.height - step * rows.length) / 2
  const right = room.x + room.width
  const seats = { ...style, weight: 700, size: 1.15 * style.size }
  return rows.map((row, n) => {
    const y = top + (n + 0.7) * step
    const free = room.width - BESIDE_NAME_PX
    const fitting = { ...style, size: style.size * Math.max(LEAST_NAME, Math.min(1, free / widthOf(row.name, style))) }
    const [name] = wrapText(row.name, free, { ...fitting, most: 1 })
    const words = drawText(room.x + 20, y, name ?? "", fitting)
    const figures = drawText(right - 62, y, row.share, style, 'text-anchor="end"') + drawText(right, y, row.seats, seats, 'text-anchor="end"')
    return `<g${row.out ? ' opacity="0.72"' : ""}>${row.colour ? drawChip(room.x, y - 11, row.colour) : ""}${words}${figures}</g>`
  }).join("")
}

function readFigures(host) {
  return [...host.querySelectorAll(".figures > *")].map((cell) => [...cell.children].map((part) => part.textContent).join(" ")).join("  ·  ")
}

function drawingBody({ host, svg }) {
  return (room) => {
    const rows = readRows(host)
    const figures = textBlock(readFigures(host), FIGURES)
    const height = room.height - figures.height
    const left = { ...room, height, width: rows.length ? 0.52 * room.width : room.width }
    const beside = { ...room, height, x: room.x + 0.55 * room.width, width: 0.45 * room.width }
    return nestSvg(paperCopy(svg), left) + (rows.length ? drawRows(rows, beside) : "") + figures.drawAt(room.y + height)
  }
}

function save(blob, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10000)
}

async function toPng(text) {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * image.naturalWidth, height: 2 * image.naturalHeight })
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png") })
}

async function savePicture(container, data, format) {
  const drawing = container && findDrawing(container)
  const plot = container?.querySelector(".js-plotly-plot")
  if (!drawing && !(plot && window.Plotly)) throw new Error("no chart found")
  // A drawing that changes while the thumb moves knows its finding before the server does.
  const finding = drawing?.host.querySelector(".finding")?.textContent || data.title
  const text = await composePicture({ ...data, finding }, drawing ? drawingBody(drawing) : plotlyBody(plot), tallnessOf(drawing, plot))
  const blob = format === "png" ? await toPng(text) : new Blob([text], { type: "image/svg+xml" })
  save(blob, `${fileName(finding)}.${format}`)
}

export default function ({ parentElement, data }) {
  const status = parentElement.querySelector("[role=status]")
  parentElement.querySelectorAll("button").forEach((button) => {
    button.onclick = async () => {
      try {
        await savePicture(document.querySelector(`.st-key-${data.target}`), data, button.dataset.format)
        status.textContent = "Saved."
      } catch (error) {
        status.textContent = "This picture could not be saved; the table and its CSV hold the same data."
        console.warn("party atlas: picture not saved", error.message)
      }
    }
  })
}
