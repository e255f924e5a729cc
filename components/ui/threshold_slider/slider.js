// The threshold slider. `draw` knows nothing of Streamlit, so that the same file works in an offline page.
// What it counts is in `words` (see PER_CENT); without them it is the legal threshold in hundredths of a per cent.
// data: { value, picked (number of a seat, or 0), version, highest (hundredths of a per cent), marks: [{at, words, colour, law}],
//         presets: [{at, words, title}], scale: [per cent], seats: { positions: [[x, y]], diameter },
//         words: what differs from PER_CENT,
//         lists: [{name, colour, share, width}], others: [{name, colour, seats, known}] (seats that lists do not fill),
//         steps: [{ upTo, seats: [per list], admitted: [per list], finding, spoken, figures: [[words, value]],
//                  marks: [per list] (in place of the seats), total (in place of the number of seats) }] }
const KEY_PAUSE_MS = 250
const ECHO_MS = 2000
const VACANT = "rgba(128,128,128,0.28)"
const LABEL_GAP_PX = 6
const EDGE_PX = 14
// perUnit: steps of the thumb in one of what is counted; snap: where a dragged thumb stops; strides: of an arrow key and of a page key.
const PER_CENT = {
  label: "Legal threshold, per cent", spoken: "per cent", sign: "\u202f%", perUnit: 100, digits: 2, snap: 1, strides: [10, 100], fine: 1,
  presets: "Proposed thresholds", lists: "Lists, their share and their seats", total: "seats", out: "out at this threshold", seatsOpen: true,
}

function wordsOf(data) {
  return { ...PER_CENT, ...data.words }
}

function valueText(value, words) {
  return (value / words.perUnit).toLocaleString("en-US", { maximumFractionDigits: words.digits })
}

function drawWords(root, words) {
  const input = root.querySelector("input")
  input.setAttribute("aria-label", words.label)
  root.querySelector(".presets").setAttribute("aria-label", words.presets)
  root.querySelector(".lists").setAttribute("aria-label", words.lists)
  root.querySelector("svg").classList.toggle("closed", !words.seatsOpen)
}

function stepAt(steps, value) {
  const index = steps.findIndex((step) => value <= step.upTo)
  return index < 0 ? steps.length - 1 : index
}

function element(tag, className, text) {
  const node = document.createElement(tag)
  if (className) node.className = className
  if (text !== undefined) node.textContent = text
  return node
}

function drawMarks(root, data) {
  const place = (node, at) => { node.style.left = `${(100 * at) / data.highest}%`; return node }
  const marks = root.querySelector(".marks")
  marks.replaceChildren(...data.marks.map((mark) => {
    const node = place(element("div", mark.law ? "mark law" : "mark"), mark.at)
    if (mark.colour) node.style.background = mark.colour
    node.append(element("span", "", mark.words))
    return node
  }))
  root.querySelector(".scale").replaceChildren(...data.scale.map((at) => {
    const value = at * wordsOf(data).perUnit
    return place(element("span", "", `${valueText(value, wordsOf(data))}${wordsOf(data).sign}`), value)
  }))
  hideTouchingLabels(marks)
}

// The law's label has a row of its own; of the lists, the larger goes first, and a label that would touch a shown one hides.
function hideTouchingLabels(marks) {
  const labels = [...marks.querySelectorAll(".mark:not(.law) span")]
  const rail = marks.getBoundingClientRect()
  const shown = []
  for (const label of labels) {
    label.style.visibility = "visible"
    const box = label.getBoundingClientRect()
    if (box.width === 0) continue
    const inside = box.left >= rail.left - EDGE_PX && box.right <= rail.right + EDGE_PX
    const free = inside && shown.every((other) => box.right + LABEL_GAP_PX < other.left || other.right + LABEL_GAP_PX < box.left)
    label.style.visibility = free ? "visible" : "hidden"
    if (free) shown.push(box)
  }
}

function drawPresets(root, data, choose) {
  root.querySelector(".presets").replaceChildren(...data.presets.map((preset) => {
    const button = element("button", preset.law ? "law" : "", preset.words)
    button.type = "button"
    button.title = preset.title
    button.dataset.at = preset.at
    button.onclick = () => choose(preset.at)
    return button
  }))
}

function drawBoard(root, data) {
  const svg = root.querySelector("svg")
  const make = (tag, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag)
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value))
    return node
  }
  const radius = data.seats.diameter / 2
  const circles = data.seats.positions.map(([x, y], n) => make("circle", { cx: x.toFixed(4), cy: (-y).toFixed(4), r: radius.toFixed(4), fill: VACANT, "data-n": n + 1 }))
  drawOthers(circles, data, radius)
  const total = make("text", { x: 0, y: -0.02, "font-size": 0.26, "font-weight": 600 })
  total.setAttribute("class", "total")
  total.textContent = String(data.seats.positions.length)
  const words = make("text", { x: 0, y: 0.11, "font-size": 0.085 })
  words.textContent = wordsOf(data).total
  svg.replaceChildren(...circles, total, words)
  const rows = data.lists.map((list) => {
    const row = element("div", "list")
    row.setAttribute("role", "listitem")
    const bar = element("div", "bar")
    bar.style.cssText = `width:${list.width}%;background:${list.colour};border-color:${list.colour}`
    row.append(element("span", "name", list.name), element("span", "share", list.share), element("span", "seats"), bar)
    return row
  })
  const line = element("div", "out-line", wordsOf(data).out)
  line.setAttribute("role", "presentation")
  const others = data.others.map((other) => {
    const row = element("div", "list other")
    row.setAttribute("role", "listitem")
    row.append(element("span", "name", other.name), element("span", "share"), element("span", "number", String(other.seats)))
    return row
  })
  root.querySelector(".lists").replaceChildren(...rows, line, ...others)
  return { svg, circles, rows, line, others }
}

// Seats that lists do not fill stand at the right end: smaller where their holder is known, open rings where nobody knows.
function drawOthers(circles, data, radius) {
  let seat = circles.length
  for (const other of [...data.others].reverse()) {
    for (let n = 0; n < other.seats; n += 1) {
      const circle = circles[--seat]
      circle.removeAttribute("data-n")
      circle.setAttribute("fill", other.known ? other.colour : "transparent")
      circle.setAttribute("r", (radius * 0.72).toFixed(4))
      if (!other.known) circle.setAttribute("class", "unknown")
    }
  }
}

function paint(root, data, board, step) {
  const circles = board.circles.filter((circle) => circle.dataset.n)
  let seat = 0
  data.lists.forEach((list, index) => {
    const row = board.rows[index]
    row.classList.toggle("out", !step.admitted[index])
    row.children[2].textContent = step.marks?.[index] ?? String(step.seats[index])
    for (let n = 0; n < step.seats[index] && seat < circles.length; n += 1) circles[seat++].setAttribute("fill", list.colour)
  })
  while (seat < circles.length) circles[seat++].setAttribute("fill", VACANT)
  const firstOut = step.admitted.indexOf(false)
  board.line.style.visibility = firstOut < 0 ? "hidden" : "visible"
  if (firstOut < 0) board.rows.at(-1).after(board.line)
  else board.rows[firstOut].before(board.line)
  if (step.total !== undefined) board.svg.querySelector(".total").textContent = String(step.total)
  board.svg.setAttribute("aria-label", step.spoken)
  root.querySelector(".figures").replaceChildren(...step.figures.map(([words, value]) => {
    const cell = element("div")
    cell.append(element("dt", "", words), element("dd", "", value))
    return cell
  }))
}

export function draw(root, data, onCommit, onSeat = () => {}) {
  const input = root.querySelector("input")
  const state = (root.__partyAtlas ??= { held: false, timer: 0, step: -1 })
  const redraw = data.version !== state.version
  Object.assign(state, { data, onCommit, onSeat, version: data.version })

  const show = (value) => {
    const index = stepAt(state.data.steps, value)
    const step = state.data.steps[index]
    if (index !== state.step) paint(root, state.data, state.board, step)
    state.step = index
    const words = wordsOf(state.data)
    const finding = step.finding.replace("{threshold}", valueText(value, words))
    const heading = root.querySelector(".finding")
    if (heading.textContent !== finding) heading.textContent = finding
    input.setAttribute("aria-valuetext", `${valueText(value, words)} ${words.spoken}. ${step.spoken}`)
    root.querySelectorAll(".presets button").forEach((button) => button.setAttribute("aria-pressed", String(Number(button.dataset.at) === value)))
  }
  const commit = () => {
    clearTimeout(state.timer)
    Object.assign(state, { timer: 0, sent: Number(input.value), sentAt: performance.now() })
    state.onCommit(state.sent)
  }
  const choose = (value) => { input.value = value; show(value); commit() }

  if (redraw) {
    drawWords(root, wordsOf(data))
    root.querySelector(".caption").textContent = data.caption
    input.min = 0
    input.max = data.highest
    state.step = -1
    state.board = drawBoard(root, data)
    drawPresets(root, data, choose)
    drawMarks(root, data)
  }
  // While the reader holds the thumb or types keys, an echo from the server must not move it.
  const stale = state.sent !== undefined && data.value !== state.sent && performance.now() - state.sentAt < ECHO_MS
  if (!stale) state.sent = undefined
  if (!state.held && !state.timer && !stale) input.value = data.value
  show(Number(input.value))
  state.board.circles.forEach((circle) => circle.classList.toggle("picked", Number(circle.dataset.n) === data.picked))

  if (state.bound) return
  state.bound = true
  input.addEventListener("pointerdown", () => { state.held = true })
  input.addEventListener("input", () => {
    const { snap } = wordsOf(state.data)
    if (state.held && snap > 1) input.value = Math.round(Number(input.value) / snap) * snap
    show(Number(input.value))
  })
  input.addEventListener("keydown", (event) => {
    const { strides: [arrow, page], fine: least } = wordsOf(state.data)
    const stride = { ArrowLeft: -arrow, ArrowDown: -arrow, ArrowRight: arrow, ArrowUp: arrow, PageDown: -page, PageUp: page }[event.key]
    if (stride === undefined && event.key !== "Home" && event.key !== "End") return
    event.preventDefault()
    const fine = event.shiftKey ? (Math.abs(stride) === arrow ? Math.sign(stride) * least : stride / 10) : stride
    const next = event.key === "Home" ? 0 : event.key === "End" ? state.data.highest : Number(input.value) + fine
    input.value = Math.min(state.data.highest, Math.max(0, next))
    show(Number(input.value))
    clearTimeout(state.timer)
    state.timer = setTimeout(commit, KEY_PAUSE_MS)
  })
  const release = () => { if (state.held) { state.held = false; commit() } }
  input.addEventListener("change", () => {
    if (state.held) return release()
    // Assistive technology changes the value without a pointer or key.
    if (!state.timer && Number(input.value) !== state.sent) state.timer = setTimeout(commit, KEY_PAUSE_MS)
  })
  root.querySelector("svg").addEventListener("click", (event) => {
    const number = Number(event.target.dataset?.n)
    const step = stepAt(state.data.steps, Number(input.value))
    if (wordsOf(state.data).seatsOpen && number && number <= state.data.steps[step].seats.reduce((sum, seats) => sum + seats, 0)) state.onSeat(number)
  })
  window.addEventListener("pointerup", release)
  window.addEventListener("pointercancel", release)
  new ResizeObserver(() => hideTouchingLabels(root.querySelector(".marks"))).observe(root.querySelector(".rail"))
}

export default function ({ parentElement, data, setTriggerValue }) {
  draw(parentElement, data, (value) => setTriggerValue("threshold", value), (number) => setTriggerValue("seat", number))
}
