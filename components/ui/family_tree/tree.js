// The family tree. `draw` knows nothing of Streamlit, so that the same file works in an offline page.
// data: { version, start, end (ISO dates), day (ISO or ""), picked (id or ""), rowHeight, labelSize,
//         families: [{ words, lanes: [{ id, name, href, colour, start, known, end, open, story: [line],
//                      labels: [{ at, words }], names: [{ until, words }],
//                      marks: [{ kind, at, from, to, openFrom, openTo, story: [line] }] }] }],
//         links: [{ first, second, kind, at, colour, story: [line] }], relatives: { id: [id] } }
const DAY_MS = 86400000
const KEY_PAUSE_MS = 250
const KEY_STEP = 22
const ECHO_MS = 2000
const PHONE_PX = 640
const BAND_PX = 30
const LABEL_RAISE = 7
const TEXT_PX = 16
const MARK_GAP = 13
const TIP_LINES = 8
const ABOVE = "from_above"
const ABOVE_PX = 9
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY_MS
const isoOf = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10)
const escapeText = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
const pen = document.createElement("canvas").getContext("2d")

function dayWords(number) {
  const [year, month, day] = isoOf(number).split("-")
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
}

// Where everything stands: y of each lane, x of each day.
function measure(root, data) {
  const width = Math.max(320, root.querySelector(".picture").clientWidth)
  const [first, last] = [dayNumber(data.start), dayNumber(data.end)]
  const x = (iso) => (width * (Math.min(last, Math.max(first, dayNumber(iso))) - first)) / (last - first)
  // Rows and names grow with the text of the page, for the last row of a seminar room.
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / TEXT_PX || 1
  const [rowHeight, label] = [scale * data.rowHeight, scale * data.labelSize]
  const rows = new Map()
  const bands = []
  let y = 4
  for (const family of data.families) {
    if (family.words) { y += scale * BAND_PX; bands.push({ words: family.words, y: y - 9 }) }
    for (const lane of family.lanes) { y += rowHeight; rows.set(lane.id, y) }
    y += 4
  }
  pen.font = `${label}px ${getComputedStyle(root.querySelector(".trees")).fontFamily}`
  return { width, height: y + 14 + scale * 18, first, last, x, rows, bands, scale, label }
}

function drawGrid(place, data) {
  const years = []
  for (let year = Number(data.start.slice(0, 4)); year <= Number(data.end.slice(0, 4)); year += 1) years.push(year)
  const wide = place.width / years.length
  const every = wide > 34 ? 1 : wide > 17 ? 2 : 5
  const shown = years.filter((year) => year % every === 0)
  const lines = shown.map((year) => `<path class="grid" d="M${place.x(`${year}-01-01`).toFixed(1)} 0V${place.height - 16 * place.scale}"/>`)
  return { lines: lines.join(""), ticks: shown.map((year) => ({ year, x: place.x(`${year}-01-01`) })).filter((tick) => tick.x > 14 && tick.x < place.width - 16) }
}

// Years at the foot, too; and the key, for a picture that leaves the page.
function drawFoot(place, ticks, entries) {
  const years = ticks.map((tick) => `<text x="${tick.x.toFixed(1)}" y="${place.height - 2}" font-size="${12.5 * place.scale}" text-anchor="middle">${tick.year}</text>`).join("")
  let [x, y] = [0, place.height + KEY_STEP]
  const key = entries.map(({ words, shape }) => {
    const wide = 30 + 1.06 * pen.measureText(words).width
    if (x && x + wide > place.width) [x, y] = [0, y + KEY_STEP]
    const entry = `<g transform="translate(${x + 10} ${y})">${shape}</g><text x="${x + 26}" y="${y + 4}" font-size="${place.label}">${words}</text>`
    x += wide + 14
    return entry
  }).join("")
  return { foot: `${years}<g data-paper="true" style="display:none">${key}</g>`, paperHeight: y + KEY_STEP }
}

// From one lane to another on a day: along the first, then down or up in a soft step.
function linkPath(place, link) {
  const [x, y1, y2] = [place.x(link.at), place.rows.get(link.first), place.rows.get(link.second)]
  const turn = Math.min(9, Math.abs(y2 - y1) / 2) * Math.sign(y2 - y1)
  const back = Math.min(9, x)
  return `M${x - back} ${y1}Q${x} ${y1} ${x} ${y1 + turn}V${y2}`
}

function drawLinks(place, data) {
  return data.links.map((link, n) => {
    const path = linkPath(place, link)
    return `<g class="link-group" data-link="${n}"><path class="link-hit" d="${path}"/><path class="link ${link.kind}" stroke="${link.colour}" d="${path}"/></g>`
  }).join("")
}

// Marks of a lane from the left; one that would cover the one before it moves a little to the right. What came from above stands above.
function placeMarks(place, lane) {
  let last = -Infinity
  return lane.marks.map((mark, n) => ({ mark, n, x: place.x(mark.at) })).sort((a, b) => a.x - b.x).map((entry) => {
    if (entry.mark.kind === ABOVE) return { ...entry, drawn: entry.x }
    last = Math.max(entry.x, last + MARK_GAP)
    return { ...entry, drawn: Math.min(last, place.width - 4) }
  })
}

function drawSpan(place, mark, y) {
  const [from, to] = [place.x(mark.from), place.x(mark.to)]
  if (to - from < 9 && !mark.openFrom && !mark.openTo) return ""
  const ends = `${mark.openFrom ? `M${from + 4} ${y - 3}L${from} ${y}L${from + 4} ${y + 3}` : `M${from} ${y - 3}V${y + 3}`}${mark.openTo ? `M${to - 4} ${y - 3}L${to} ${y}L${to - 4} ${y + 3}` : `M${to} ${y - 3}V${y + 3}`}`
  return `<path class="span" d="M${from} ${y}H${to}${ends}"/>`
}

// Names stand above the line; one that would run out of the picture is drawn to the left, one that would touch the last moves on.
function placeLabels(place, lane) {
  let free = lane.marks.some((mark) => mark.kind === ABOVE) ? place.x(lane.start) + ABOVE_PX : -Infinity
  return lane.labels.map((label) => {
    const wide = 1.04 * pen.measureText(label.words).width
    const x = Math.max(free, Math.min(place.x(label.at), place.width - wide))
    const fits = x + wide <= place.width + 1
    if (fits) free = x + wide + 12
    return { ...label, x, fits }
  }).filter((label) => label.fits)
}

function drawLane(place, lane) {
  const y = place.rows.get(lane.id)
  const [start, known, end] = [place.x(lane.start), place.x(lane.known), place.x(lane.end)]
  const solid = lane.open ? known : end
  const fade = lane.open && end > solid ? `<path class="fade" stroke="${lane.colour}" d="M${solid + 4} ${y}H${end}"/>` : ""
  const labels = placeLabels(place, lane)
    .map((label) => `<text x="${label.x.toFixed(1)}" y="${y - LABEL_RAISE}" font-size="${place.label}">${escapeText(label.words)}</text>`).join("")
  const marks = placeMarks(place, lane).map(({ mark, n, drawn }) =>
    `${drawSpan(place, mark, y)}<g class="mark" data-mark="${n}" data-kind="${mark.kind}" style="color:${lane.ink}" transform="translate(${drawn.toFixed(1)} ${y})">${shapeOf(mark.kind)[1]}</g>`).join("")
  return `<g class="lane" data-lane="${escapeText(lane.id)}"><a href="${escapeText(lane.href)}" aria-label="${escapeText(lane.name)}">` +
    `<rect x="${start - 4}" y="${y - 20}" width="${Math.max(12, end - start + 8)}" height="26" fill="transparent"/>` +
    `<path class="casing" d="M${start} ${y}H${Math.max(solid, start + 1)}"/><path class="line" stroke="${lane.colour}" d="M${start} ${y}H${Math.max(solid, start + 1)}"/>${fade}${labels}</a>${marks}</g>`
}

function drawTree(root, data) {
  const place = measure(root, data)
  const svg = root.querySelector("svg[data-chart]")
  const grid = drawGrid(place, data)
  const lanes = data.families.flatMap((family) => family.lanes)
  const kinds = new Set(lanes.flatMap((lane) => lane.marks.map((mark) => mark.kind)))
  const entries = keyEntries(kinds, new Set(data.links.map((link) => link.kind)))
  const { foot, paperHeight } = drawFoot(place, grid.ticks, entries)
  svg.setAttribute("viewBox", `0 0 ${place.width} ${place.height}`)
  svg.setAttribute("height", place.height)
  svg.setAttribute("aria-label", data.alt)
  svg.innerHTML = `${grid.lines}${place.bands.map((band) => `<text class="family" x="0" y="${band.y}" font-size="${15 * place.scale}">${escapeText(band.words)}</text>`).join("")}` +
    `<g class="links">${drawLinks(place, data)}</g>${lanes.map((lane) => drawLane(place, lane)).join("")}${foot}<path class="cursor-line" d=""/>`
  svg.dataset.paperHeight = paperHeight
  root.querySelector(".axis").innerHTML = grid.ticks.map((tick) => `<span style="left:${tick.x}px">${tick.year}</span>`).join("")
  root.querySelector(".legend").innerHTML = entries
    .map(({ words, shape }) => `<span role="listitem"><svg viewBox="-10 -8 20 16" aria-hidden="true">${shape}</svg>${words}</span>`).join("")
  return place
}

function nameOn(lane, day) {
  const span = lane.names.find((entry) => !entry.until || day < entry.until)
  return (span ?? lane.names.at(-1)).words
}

// Whether an organisation existed on a day: yes, no, or not known any more.
function existedOn(lane, day) {
  if (day < lane.start || (!lane.open && day >= lane.end)) return "no"
  return !lane.open || day <= lane.known ? "yes" : "unsure"
}

function drawList(root, data) {
  root.querySelector(".entries").innerHTML = data.families.map((family) => {
    const items = family.lanes.map((lane) =>
      `<li data-lane="${escapeText(lane.id)}" style="border-left-color:${lane.colour}"><details><summary><strong>${escapeText(lane.name)}</strong> <small>${escapeText(lane.years)}</small></summary>` +
      `${lane.story.map((line) => `<p>${escapeText(line)}</p>`).join("")}<p><a href="${escapeText(lane.href)}">Open its profile</a></p></details></li>`).join("")
    return `${family.words ? `<h3>${escapeText(family.words)}</h3>` : ""}<ul>${items}</ul>`
  }).join("")
}

function showTip(root, heading, lines, event) {
  const tip = root.querySelector(".tip")
  const more = lines.length > TIP_LINES ? [`and ${lines.length - TIP_LINES} more; its profile has all.`] : []
  tip.innerHTML = `${heading ? `<strong>${escapeText(heading)}</strong>` : ""}${[...lines.slice(0, TIP_LINES), ...more].map((line) => `<p>${escapeText(line)}</p>`).join("")}`
  tip.hidden = false
  const box = root.querySelector(".picture").getBoundingClientRect()
  const target = event.clientX === undefined || event.type === "focusin" ? event.target.getBoundingClientRect() : { left: event.clientX, right: event.clientX, bottom: event.clientY, top: event.clientY }
  const left = Math.max(0, Math.min(target.left - box.left + 14, box.width - tip.offsetWidth))
  const below = target.bottom - box.top + 16
  const fitsBelow = target.bottom + 16 + tip.offsetHeight < window.innerHeight
  tip.style.left = `${left}px`
  tip.style.top = `${fitsBelow ? below : target.top - box.top - tip.offsetHeight - 10}px`
}

// What stands out: the relatives of what is pointed at, or of what was picked; and who existed on the day of the cursor.
function shade(root, state, pointed) {
  const { data } = state
  const kin = pointed || data.picked
  const near = kin ? new Set([kin, ...(data.relatives[kin] ?? [])]) : null
  const day = state.day
  let [yes, unsure] = [0, 0]
  const lanes = new Map(data.families.flatMap((family) => family.lanes).map((lane) => [lane.id, lane]))
  const faint = (id) => (near && !near.has(id)) || (day && existedOn(lanes.get(id), day) === "no")
  for (const lane of lanes.values()) {
    const there = day ? existedOn(lane, day) : ""
    yes += there === "yes"
    unsure += there === "unsure"
    for (const node of root.querySelectorAll(`[data-lane="${CSS.escape(lane.id)}"]`)) {
      node.classList.toggle("dimmed", Boolean(faint(lane.id)))
      node.classList.toggle("unsure", there === "unsure" && !faint(lane.id))
    }
  }
  root.querySelectorAll("[data-link]").forEach((node) => {
    const link = data.links[Number(node.dataset.link)]
    node.classList.toggle("dimmed", Boolean(faint(link.first) || faint(link.second) || (day && link.at > day)))
  })
  const line = root.querySelector(".cursor-line")
  if (line && state.place) line.setAttribute("d", day ? `M${state.place.x(day)} 0V${state.place.height}` : "")
  const words = day ? `On ${dayWords(dayNumber(day))} ${yes} of these existed; of ${unsure} more no source tells any longer` : "Point at anything for who says so; drag the thumb to see who existed when, and under which name"
  root.querySelector(".when").textContent = words
  root.querySelector(".clear").style.visibility = day ? "visible" : "hidden"
  root.querySelector(".day").setAttribute("aria-valuetext", words)
}

// On a date every lane bears the name it had then.
function nameLanes(root, state) {
  for (const lane of state.data.families.flatMap((family) => family.lanes)) {
    if (lane.names.length < 2) continue
    const texts = root.querySelectorAll(`g[data-lane="${CSS.escape(lane.id)}"] text`)
    const now = state.day && existedOn(lane, state.day) !== "no" ? nameOn(lane, state.day) : ""
    texts.forEach((text, n) => { text.style.display = now && n > 0 ? "none" : "" })
    if (texts.length) texts[0].textContent = now || texts[0].dataset.words || texts[0].textContent
  }
}

function bindPicture(root, state) {
  const picture = root.querySelector(".picture")
  const laneOf = (node) => node.closest("[data-lane]")
  const point = (event) => {
    const lane = laneOf(event.target)
    const link = event.target.closest("[data-link]")
    const mark = event.target.closest("[data-mark]")
    const entry = lane && state.data.families.flatMap((family) => family.lanes).find((one) => one.id === lane.dataset.lane)
    if (mark) showTip(root, "", entry.marks[Number(mark.dataset.mark)].story, event)
    else if (entry) showTip(root, entry.name, entry.story, event)
    else if (link) showTip(root, "", state.data.links[Number(link.dataset.link)].story, event)
    else root.querySelector(".tip").hidden = true
    const pointed = entry ? entry.id : ""
    if (pointed !== state.pointed) { state.pointed = pointed; shade(root, state, pointed) }
  }
  const leave = () => { root.querySelector(".tip").hidden = true; if (state.pointed) { state.pointed = ""; shade(root, state, "") } }
  picture.addEventListener("pointermove", point)
  picture.addEventListener("pointerleave", leave)
  picture.addEventListener("focusin", point)
  picture.addEventListener("focusout", leave)
  root.addEventListener("keydown", (event) => { if (event.key === "Escape") leave() })
  root.addEventListener("click", (event) => {
    const anchor = event.target.closest("a")
    const lane = laneOf(event.target)
    if (!anchor || !lane || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    state.onOpen(lane.dataset.lane)
  })
}

function bindCursor(root, state) {
  const input = root.querySelector(".day")
  const commit = () => {
    clearTimeout(state.timer)
    Object.assign(state, { timer: 0, sent: state.day, sentAt: performance.now() })
    state.onDay(state.day)
  }
  const follow = () => {
    const number = Number(input.value)
    state.day = number >= Number(input.max) ? "" : isoOf(state.place.first + number)
    shade(root, state, "")
    nameLanes(root, state)
  }
  input.addEventListener("pointerdown", () => { state.held = true })
  input.addEventListener("input", follow)
  input.addEventListener("keydown", (event) => {
    const months = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[event.key]
    if (months === undefined) return
    event.preventDefault()
    input.value = Math.min(Number(input.max), Math.max(0, Number(input.value) + Math.round(months * 30.44)))
    follow()
    clearTimeout(state.timer)
    state.timer = setTimeout(commit, KEY_PAUSE_MS)
  })
  const release = () => { if (state.held) { state.held = false; commit() } }
  input.addEventListener("change", () => { if (state.held) release(); else if (!state.timer && state.day !== state.sent) commit() })
  window.addEventListener("pointerup", release)
  window.addEventListener("pointercancel", release)
  root.querySelector(".clear").addEventListener("click", () => { input.value = input.max; follow(); commit() })
}

function redraw(root, state) {
  state.place = drawTree(root, state.data)
  root.querySelectorAll("g[data-lane]").forEach((node) => { node.querySelectorAll("text").forEach((text) => { text.dataset.words = text.textContent }) })
  const input = root.querySelector(".day")
  input.max = state.place.last - state.place.first
}

function draw(root, data, onDay, onOpen) {
  const state = root.__familyTree ?? (root.__familyTree = { day: "", pointed: "" })
  const fresh = state.data?.version !== data.version
  Object.assign(state, { data, onDay, onOpen })
  if (fresh) { redraw(root, state); drawList(root, data) }
  // While the reader holds the thumb or types keys, an echo from the server must not move it.
  const stale = state.sent !== undefined && data.day !== state.sent && performance.now() - state.sentAt < ECHO_MS
  if (!stale) state.sent = undefined
  if (!state.held && !state.timer && !stale) state.day = data.day
  const input = root.querySelector(".day")
  if (!state.held) input.value = state.day ? dayNumber(state.day) - state.place.first : input.max
  shade(root, state, state.pointed)
  nameLanes(root, state)
  if (state.bound) return
  state.bound = true
  bindPicture(root, state)
  bindCursor(root, state)
  new ResizeObserver(() => {
    const wide = root.querySelector(".picture").clientWidth
    if (wide && Math.abs(wide - state.place.width) > 2) { redraw(root, state); shade(root, state, state.pointed); nameLanes(root, state) }
  }).observe(root.querySelector(".trees"))
}

export default function ({ parentElement, data, setTriggerValue, setStateValue }) {
  draw(parentElement, data, (day) => setTriggerValue("day", day), (id) => setTriggerValue("open", id))
}
