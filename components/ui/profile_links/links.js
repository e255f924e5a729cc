// Links between profiles are addresses that work by themselves; a plain click opens the profile without loading the page anew,
// shows it from its top, and gives its name the focus.
const FOCUS_MS = 4000

// The name may be drawn more than once while the page runs, so it gets the focus again as long as nothing else has it.
function showFromTop(link) {
  const name = link.dataset.name
  const until = performance.now() + FOCUS_MS
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0)
  const look = () => {
    const heading = document.querySelector(".atlas-profile-name")
    const isFree = [null, document.body, link].includes(document.activeElement)
    if (isFree && heading?.textContent === name) heading.focus({ preventScroll: true })
    if (performance.now() < until) requestAnimationFrame(look)
  }
  look()
}

export default function ({ setTriggerValue }) {
  const open = (event) => {
    const link = event.target.closest?.("a[data-profile]")
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (!link || !isPlain || event.defaultPrevented) return
    event.preventDefault()
    setTriggerValue("opened", { kind: link.dataset.profile, name: link.dataset.name })
    showFromTop(link)
  }
  document.addEventListener("click", open)
  return () => document.removeEventListener("click", open)
}
