// Links between profiles are addresses that work by themselves; a plain click opens the profile without loading the page anew,
// shows it from its top, and gives its name the focus.
const FRAMES = 240

function showFromTop(name) {
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0)
  let left = FRAMES
  const look = () => {
    const heading = document.querySelector(".atlas-profile-name")
    if (heading?.textContent === name) heading.focus({ preventScroll: true })
    else if (left-- > 0) requestAnimationFrame(look)
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
    showFromTop(link.dataset.name)
  }
  document.addEventListener("click", open)
  return () => document.removeEventListener("click", open)
}
