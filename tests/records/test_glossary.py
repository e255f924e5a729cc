"""The glossary: the shipped file, and files that are none."""

from pathlib import Path

import pytest
import yaml

from components.records import parse_reference, read_sources
from components.records.glossary import GlossaryEntry, read_glossary, search_glossary
from components.ui.registry import PAGES

DATA = Path(__file__).parents[2] / "data"
SHIPPED, SHIPPED_PROBLEMS = read_glossary(DATA / "glossary.yaml")
GROUPS = [
    "Votes and seats",
    "Thresholds",
    "Formulas",
    "Measures",
    "Parliament and offices",
    "Parties and identity",
    "Claims and sources",
]
LONGEST_DEFINITION = 320


def read(tmp_path: Path, text: str | bytes) -> tuple[tuple[GlossaryEntry, ...], list[tuple[int | None, str | None]]]:
    path = tmp_path / "glossary.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    entries, problems = read_glossary(path)
    assert {problem.file for problem in problems} <= {"glossary.yaml"}
    return entries, [(problem.row, problem.column) for problem in problems]


def test_shipped_glossary_has_no_problem():
    assert [str(problem) for problem in SHIPPED_PROBLEMS] == []


def test_shipped_terms_are_unique_whatever_their_case():
    terms = [entry["term"].casefold() for entry in yaml.safe_load((DATA / "glossary.yaml").read_text("utf-8"))]
    assert sorted(set(terms)) == sorted(terms)
    assert len(terms) == len(SHIPPED)


def test_shipped_aliases_are_no_terms_of_their_own():
    terms = {entry.term.casefold() for entry in SHIPPED}
    assert [alias for entry in SHIPPED for alias in entry.aliases if alias.casefold() in terms] == []


def test_shipped_groups_stand_in_their_order_and_in_one_piece():
    found = [entry.group for entry in SHIPPED]
    assert found == sorted(found, key=GROUPS.index)


def test_shipped_definitions_are_short_sentences():
    assert [entry.term for entry in SHIPPED if not entry.definition.endswith(".") or len(entry.definition) > LONGEST_DEFINITION] == []


def test_shipped_pages_are_in_the_registry():
    assert {entry.where for entry in SHIPPED} <= {"", *(page.name for page in PAGES)}


def test_shipped_sources_are_in_the_bibliography():
    sources, _ = read_sources(DATA / "sources.yaml")
    keys = {parse_reference(entry.source).key for entry in SHIPPED if entry.source.endswith("]")}
    assert keys
    assert keys <= set(sources)


def test_shipped_sources_without_a_key_are_papers_with_a_year():
    papers = [entry.source for entry in SHIPPED if entry.source and not entry.source.endswith("]")]
    assert [paper for paper in papers if "(19" not in paper and "(20" not in paper] == []


ONE = "- {group: G, term: T, definition: D.}\n"


def test_read_glossary_reads_every_field(tmp_path: Path):
    text = ONE.replace("}", ", aliases: [a, b], formula: 1 + 1, source: 'k[p]', where: elections}")
    assert read(tmp_path, text) == ((GlossaryEntry("G", "T", "D.", ("a", "b"), "1 + 1", "k[p]", "elections"),), [])


def test_read_glossary_of_a_definition_in_lines_joins_them(tmp_path: Path):
    entries, _ = read(tmp_path, "- group: G\n  term: T\n  definition: |\n    one\n    two\n")
    assert entries[0].definition == "one two"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (ONE + "- {term: U, definition: D.}\n", (2, "group")),
        (ONE + "- {group: G, definition: D.}\n", (2, "term")),
        (ONE + "- {group: G, term: U}\n", (2, "definition")),
        (ONE + "- {group: G, term: 7, definition: D.}\n", (2, "term")),
        (ONE + "- {group: G, term: no, definition: D.}\n", (2, "term")),
        (ONE + "- {group: G, term: U, definition: [D]}\n", (2, "definition")),
        (ONE + "- {group: G, term: U, definition: ''}\n", (2, "definition")),
        (ONE + "- just text\n", (2, None)),
        (ONE + "- {group: G, term: t, definition: Again.}\n", (2, "term")),
        (ONE.replace("}", ", colour: red}"), (1, "colour")),
        (ONE.replace("}", ", 7: red}"), (1, "7")),
        (ONE.replace("}", ", aliases: one}"), (1, "aliases")),
        (ONE.replace("}", ", aliases: [one, 2]}"), (1, "aliases")),
        (ONE.replace("}", ", formula: {a: b}}"), (1, "formula")),
        (ONE.replace("}", ", where: 3}"), (1, "where")),
    ],
)
def test_read_glossary_of_bad_entry_names_line_and_field_and_keeps_the_rest(tmp_path: Path, text: str, place: tuple[int, str | None]):
    entries, problems = read(tmp_path, text)
    assert problems == [place]
    assert entries == (GlossaryEntry("G", "T", "D."),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "terms",
        "7",
        "terms: []\n",
        "- [",
        "- {group: G\n",
        "\tx",
        "a: b: c",
        "- &a {group: G, term: T, definition: D.}\n- *a\n",
        "- &r [*r]\n",
        "- !!python/object/apply:os.system ['true']\n",
        "- {group: G, term: T, definition: !!binary 'x'}\n",
        "- {group: G, term: T, definition: 2007-13-45}\n",
        "- {{a: b}: c}\n",
        "[" * 100_000,
        "--- a\n--- b\n",
        "- [\x01]",
        b"\xff\xfer\x00e\x00",
        b"- {group: G, term: \xca, definition: D.}\n",
        b"\0\0\0",
        b"x" * 500_001,
    ],
    ids=lambda text: repr(text[:24]),
)
def test_read_glossary_of_no_glossary_is_one_problem_or_more_and_no_entry(tmp_path: Path, text: str | bytes):
    entries, problems = read(tmp_path, text)
    assert entries == ()
    assert problems


def test_read_glossary_of_missing_file_is_one_problem(tmp_path: Path):
    entries, problems = read_glossary(tmp_path / "glossary.yaml")
    assert entries == ()
    assert [problem.message for problem in problems] == ["the file is missing"]


def test_read_glossary_of_folder_is_one_problem(tmp_path: Path):
    assert [problem.message for problem in read_glossary(tmp_path)[1]] == ["this is not a file"]


@pytest.mark.parametrize(
    ("term", "anchor"),
    [
        ("Hare quota", "hare-quota"),
        ("D’Hondt", "dhondt"),
        ("Modified Sainte-Laguë", "modified-sainte-lague"),
        ("Whose numbers?", "whose-numbers"),
        ("Élection", "election"),
        ("Мәжіліс", "мәжіліс"),
        ("???", "term"),
    ],
)
def test_anchor_of_a_term_is_plain(term: str, anchor: str):
    assert GlossaryEntry("G", term, "D.").anchor == anchor


FEW = (
    GlossaryEntry("G", "D’Hondt", "Whole numbers as divisors.", ("Jefferson method",)),
    GlossaryEntry("G", "Sainte-Laguë", "Odd numbers as divisors."),
    GlossaryEntry("G", "Hare quota", "A share of votes."),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["D’Hondt", "Sainte-Laguë", "Hare quota"]),
        ("  ?", ["D’Hondt", "Sainte-Laguë", "Hare quota"]),
        ("jefferson", ["D’Hondt"]),
        ("d'hondt", ["D’Hondt"]),
        ("DHONDT", ["D’Hondt"]),
        ("hondt", ["D’Hondt"]),
        ("sainte lague", ["Sainte-Laguë"]),
        ("divisors numb", ["D’Hondt", "Sainte-Laguë"]),
        ("hare", ["Hare quota"]),
        ("ivisors", []),
        ("hare divisors", []),
    ],
)
def test_search_finds_terms_by_beginnings_of_words_in_term_alias_and_definition(words: str, found: list[str]):
    assert [entry.term for entry in search_glossary(FEW, words)] == found
