// An address such as /glossary#hare-quota is opened before the page has its parts, so the browser finds nothing to scroll to.
// Once the part is there the same address is asked for again; the browser scrolls and marks it as :target.
const FRAMES = 240

function named(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null // a stray per cent sign
  }
}

export default function () {
  const hash = window.location.hash
  if (hash.length < 2 || window.__partyAtlasAnchor === hash) return
  window.__partyAtlasAnchor = hash
  let left = FRAMES
  let waiting = 0
  const look = () => {
    if (named(hash)) window.location.replace(hash)
    else if (left-- > 0) waiting = requestAnimationFrame(look)
  }
  look()
  return () => {
    cancelAnimationFrame(waiting)
    window.__partyAtlasAnchor = undefined
  }
}
