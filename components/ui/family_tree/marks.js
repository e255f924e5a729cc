// The marks of the tree, each told by its shape; a mark is drawn around the origin, ink and paper are those of the theme.
const PAPER = "var(--st-background-color)"
const INK = "currentColor"
const full = (shape) => `${shape} fill="${INK}" stroke="${PAPER}" stroke-width="1"/>`
const hollow = (shape) => `${shape} fill="${PAPER}" stroke="${INK}" stroke-width="1.75"/>`
const open = (path) => `<path d="${path}" fill="none" stroke="${PAPER}" stroke-width="5"/><path d="${path}" fill="none" stroke="${INK}" stroke-width="2"/>`
const SHAPES = {
  founded: ["founded", full('<circle r="5"')],
  first_mention: ["first mentioned, founding not dated", hollow('<circle r="4"')],
  from_above: ["initiated or encouraged from above", full('<path d="M0-1L-5-9H5Z"')],
  split: ["came out of a split", full('<path d="M-5-6L6 0L-5 6Z"')],
  merged: ["merged into another", full('<path d="M0-6L6 0L0 6L-6 0Z"')],
  merger_announced: ["merger announced", hollow('<path d="M0-6L6 0L0 6L-6 0Z"')],
  transformed: ["changed its form", hollow('<rect x="-5" y="-5" width="10" height="10"')],
  renamed: ["took another name", full('<rect x="-2.5" y="-7" width="5" height="14"')],
  registered: ["registered", open("M-5 0L-1 4L6-5")],
  registration_denied: ["registration denied, or not sought again", `${hollow('<circle r="5.5"')}${open("M-4 4L4-4")}`],
  suspended: ["suspended", open("M-3-5V5M3-5V5")],
  banned: ["banned", open("M-5-5L5 5M-5 5L5-5")],
  dissolved: ["dissolved", open("M0-7V7M-4-7H4M-4 7H4")],
  undone: ["joint list parted again", open("M5-5L-4 0L5 5")],
}
const SAME_MARK = { founded_by: "founded", initiated_by_state: "from_above", not_reregistered: "registration_denied", not_applied: "registration_denied" }
const LINK_WORDS = { founded_by: "founder, or basis", split: "split", merged: "merger", membership: "member of an alliance" }

function shapeOf(kind) {
  return SHAPES[SAME_MARK[kind] ?? kind] ?? SHAPES.founded
}

// Entries of the key for what is drawn, in the order of the shapes.
function keyEntries(kinds, links) {
  const used = new Set([...kinds].map((kind) => SAME_MARK[kind] ?? kind))
  const marks = Object.entries(SHAPES).filter(([kind]) => used.has(kind)).map(([, [words, shape]]) => ({ words, shape }))
  const lines = Object.entries(LINK_WORDS).filter(([kind]) => links.has(kind))
    .map(([kind, words]) => ({ words, shape: `<path class="link ${kind}" stroke="${INK}" d="M-9-7C-3-7-9 7 0 7H9"/>` }))
  const spans = { words: "days that the date may mean", shape: '<path class="span" d="M-9-3V3M9-3V3M-9 0H9"/>' }
  const fading = { words: "no source beyond", shape: `<path class="fade" stroke="${INK}" d="M-9 0H9"/>` }
  return [...marks, ...lines, spans, fading]
}
