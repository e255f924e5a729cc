// One step of the reader can make Streamlit push several times: the values of a link that are defaults are taken out of the address
// one by one, before or after the path turns to the new page. So a push soon after another replaces it where it only takes values
// out, and where it turns the page and keeps the query; then one Back undoes one step.
const AFTER_TURN_MS = 2000
const SAME_STEP_MS = 400

function isPartOf(search, whole) {
  const values = new URLSearchParams(whole)
  return [...new URLSearchParams(search)].every(([name, value]) => values.get(name) === value)
}

export default function () {
  if (window.__partyAtlasHistory) return
  window.__partyAtlasHistory = true
  const push = window.history.pushState.bind(window.history)
  const replace = window.history.replaceState.bind(window.history)
  let last = { at: -Infinity, search: "", turned: false }
  const takesValuesOut = (target, age) => age < (last.turned ? AFTER_TURN_MS : SAME_STEP_MS) && isPartOf(target.search, last.search)
  const turnsTooLate = (target, age) => age < AFTER_TURN_MS && !last.turned && target.search === last.search
  window.history.pushState = (state, unused, url) => {
    const target = new URL(url ?? window.location.href, window.location.href)
    const turns = target.pathname !== window.location.pathname
    const age = performance.now() - last.at
    const isEcho = turns ? turnsTooLate(target, age) : takesValuesOut(target, age)
    last = { at: performance.now(), search: target.search, turned: turns || (isEcho && last.turned) }
    return isEcho ? replace(state, unused, url) : push(state, unused, url)
  }
}
