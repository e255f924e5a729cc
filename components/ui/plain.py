"""Text from outside in the few places that Streamlit reads as Markdown: labels of widgets and st.markdown."""

import re

MARKUP = re.compile(r"[\\`*_\[\]~$<>&|^]")
BLOCK_START = re.compile(r"^(?=[-+#=]|\d+[.)])")
"""What begins a list, a heading or a rule; a number is parted from its point by the joiner."""
MADE_INTO_LINKS = re.compile(r"(?<=:)(?=\S)|(?<=@)|(?<=www)(?=\.)", re.IGNORECASE)
LINE_BREAKS = re.compile(r"[ \t\r\n\f\v\u0085\u2028\u2029]+")
JOINER = "\u2060"
"""Has no width; Markdown makes links of bare addresses, icons of `:names:` and colours of `:red[...]` even where they are escaped."""


def plain_label(text: str) -> str:
    """Text in which Markdown finds nothing to do; ordinary words come back as they are.

    Args:
        text: Anything, also names and titles of a data folder.

    Returns:
        One line that Streamlit shows as the text stands.
    """
    one_line = LINE_BREAKS.sub(" ", text).strip()
    parted = MADE_INTO_LINKS.sub(JOINER, one_line)
    return BLOCK_START.sub(JOINER, MARKUP.sub(r"\\\g<0>", parted))
