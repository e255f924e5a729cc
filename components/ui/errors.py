"""What a reader sees when something cannot be shown: what, why, what to try. Details go to the log."""

import logging
from collections.abc import Callable
from html import escape

import streamlit as st

from components.seats import IncompleteLawError, MissingBaseError

LOG = logging.getLogger("party_atlas")
LONGEST_SHOWN = 120


class ReaderError(Exception):
    """Something a reader can meet and do something about."""

    def __init__(self, what: str, why: str, try_this: str) -> None:
        """Build the message.

        Args:
            what: What cannot be shown.
            why: Why not.
            try_this: What the reader can do.
        """
        self.what, self.why, self.try_this = what, why, try_this
        super().__init__(f"{what}: {why} {try_this}")


class NothingKnownError(ReaderError):
    """No source says anything about what was asked for."""

    def __init__(self, what: str) -> None:
        """Build the message from what was asked for."""
        super().__init__(
            what, "no row of the data says anything about it.", "Pick another election, or look at what the data folder holds."
        )


def show_notice(lines: list[str], *, title: str, kind: str = "note") -> None:
    """A quiet box of plain text: nothing in it is ever read as Markdown or HTML.

    Args:
        lines: Plain sentences.
        title: First line.
        kind: "note" or "problem".
    """
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    st.html(f'<div class="atlas-notice atlas-{kind}" role="status"><strong>{escape(title)}</strong><ul>{items}</ul></div>')


def show_error(error: ReaderError) -> None:
    """Show what cannot be shown, why, and what to try."""
    show_notice([error.why, error.try_this], title=f"This cannot be shown: {error.what}", kind="problem")


def show_section(show: Callable[..., None], *args: object) -> None:
    """Show one section of a page; where it fails, say so in its place and go on with the next.

    Args:
        show: Draws the section.
        *args: What it draws.
    """
    try:
        show(*args)
    except ReaderError as error:
        show_error(error)
    except Exception as error:
        show_script_error(error)


def show_script_error(error: Exception) -> bool:
    """Replace Streamlit's own error box, which would show a traceback or links to search engines.

    Args:
        error: What a page or callback raised.

    Returns:
        True: it has been shown.
    """
    if isinstance(error, ReaderError):
        show_error(error)
        return True
    if isinstance(error, (IncompleteLawError, MissingBaseError)):
        show_error(ReaderError("what needs that rule or total", f"{error}.", "Pick another election, or mend the data folder."))
        return True
    LOG.error("a page failed", exc_info=error)
    show_error(
        ReaderError(
            "part of this page",
            "an unexpected error stopped it; the details are in the server's log.",
            "The other pages work; reload to try again.",
        )
    )
    return True


def shorten(text: str) -> str:
    """Text from outside, cut to a length that fits a sentence.

    Args:
        text: Anything.

    Returns:
        At most 120 characters.
    """
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
