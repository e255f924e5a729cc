"""The pages, in the order of the navigation; a test holds this list against the files in pages/."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class PageEntry:
    """One page.

    Attributes:
        name: File name in pages/ without its ending.
        title: Title in the navigation and of the browser tab.
        icon: Material symbol.
        url: Path in the address; empty for the start page.
        purpose: One line on what the reader learns.
    """

    name: str
    title: str
    icon: str
    url: str
    purpose: str

    @property
    def path(self) -> Path:
        """Absolute path of the page's script."""
        return ROOT / "pages" / f"{self.name}.py"


PAGES = (
    PageEntry("overview", "Overview", ":material/public:", "", "How one party came to hold the parliament, in one screen."),
    PageEntry(
        "elections",
        "Elections",
        ":material/how_to_vote:",
        "elections",
        "How votes became seats, election by election, and who was missing.",
    ),
    PageEntry(
        "threshold_lab", "Threshold lab", ":material/tune:", "threshold-lab", "What another threshold would have done to each parliament."
    ),
    PageEntry(
        "family_trees",
        "Family trees",
        ":material/account_tree:",
        "family-trees",
        "Who came from whom: clubs, movements and parties from 1986 on, and who calls whom opposition.",
    ),
    PageEntry(
        "parties",
        "Parties",
        ":material/groups:",
        "parties",
        "Any party or person, under any spelling: names, people, camps, results, and what sources tell of it.",
    ),
    PageEntry(
        "membership",
        "Membership",
        ":material/badge:",
        "membership",
        "How many members a party claims, against the law’s minimum and against its votes.",
    ),
    PageEntry(
        "timeline",
        "Timeline",
        ":material/timeline:",
        "timeline",
        "What happened when, in lanes, each date no more exact than its source.",
    ),
    PageEntry(
        "parliament",
        "Parliament",
        ":material/account_balance:",
        "parliament",
        "How each seat is filled, who sits there, and who appoints whom before and after May 2007.",
    ),
    PageEntry(
        "public_opinion",
        "Public opinion",
        ":material/poll:",
        "public-opinion",
        "Every survey figure that the documents report, with who asked whom and when.",
    ),
    PageEntry(
        "proposals",
        "Proposals",
        ":material/campaign:",
        "proposals",
        "What was demanded, and what the law did.",
    ),
    PageEntry(
        "glossary", "Glossary", ":material/menu_book:", "glossary", "What the words of this atlas mean, and when a party is the same party."
    ),
)


def page_entry(name: str) -> PageEntry:
    """The entry of a page.

    Args:
        name: File name in pages/ without its ending.

    Returns:
        The entry.

    Raises:
        KeyError: If there is no such page.
    """
    return next(entry for entry in PAGES if entry.name == name)
