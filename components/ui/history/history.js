// One step of the reader can make Streamlit push twice: leaving a page, first the old path with the query of the new page and then the
// new page with the same query; arriving by a link, first the link and then its address without the values that are defaults. The
// second of such a pair replaces the first, so that one Back undoes one step.
const WINDOW_MS = 2000

export default function () {
  if (window.__partyAtlasHistory) return
  window.__partyAtlasHistory = true
  const push = window.history.pushState.bind(window.history)
  const replace = window.history.replaceState.bind(window.history)
  let last = { at: -Infinity, search: "", turned: false }
  window.history.pushState = (state, unused, url) => {
    const target = new URL(url ?? window.location.href, window.location.href)
    const turns = target.pathname !== window.location.pathname
    const recent = performance.now() - last.at < WINDOW_MS
    const isEcho = recent && (turns ? target.search === last.search && !last.turned : last.turned)
    last = { at: performance.now(), search: target.search, turned: turns }
    return isEcho ? replace(state, unused, url) : push(state, unused, url)
  }
}
