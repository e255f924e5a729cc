"""The bibliography: entries, references, and files that are no bibliography."""

from pathlib import Path

import pytest

from components.records import Reference, Source, parse_reference, read_sources


def read(tmp_path: Path, text: str | bytes) -> tuple[dict[str, Source], list[tuple[int | None, str | None, str]]]:
    path = tmp_path / "sources.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    sources, problems = read_sources(path)
    return sources, [(problem.row, problem.column, problem.rule) for problem in problems]


def entry(tmp_path: Path, written: str) -> Source:
    sources, problems = read(tmp_path, f"references:\n- {{id: k, type: report, title: T, {written}}}\n")
    assert problems == []
    return sources["k"]


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("author: [{family: Bowyer, given: Anthony}], issued: {date-parts: [[2008, 5]]}", "Bowyer 2008"),
        ("author: [{family: A}, {family: B}], issued: {date-parts: [[2008]]}", "A and B 2008"),
        ("author: [{family: A}, {family: B}, {family: C}], issued: 2008", "A et al. 2008"),
        ("author: [{literal: OSCE}], issued: {literal: 12 May 2005}", "OSCE 2005"),
        ("author: [{family: Babak}], issued: {literal: undated, after January 2005}", "Babak n.d."),
        ("author: [{family: Babak}]", "Babak n.d."),
        ("publisher: IWPR, container-title: Site, issued: {date-parts: [[2012, 1, 16]]}", "IWPR 2012"),
        ("container-title: Wikipedia, issued: {date-parts: [[2024]], season: spring}", "Wikipedia 2024"),
        ("issued: {date-parts: [['2024']]}", "T 2024"),
    ],
)
def test_source_short_names_author_or_publisher_and_year(tmp_path: Path, written: str, short: str):
    assert entry(tmp_path, written).short == short


@pytest.mark.parametrize(
    ("written", "full"),
    [
        (
            "author: [{family: Bowyer, given: Anthony C.}], container-title: Paper, issued: {date-parts: [[2008, 4], [2008, 5]]}",
            "Bowyer, Anthony C. April 2008 to May 2008. T. Paper.",
        ),
        (
            "publisher: IWPR, issued: {date-parts: [[2012, 1, 16]]}, URL: 'https://iwpr.net/x'",
            "IWPR. 16 January 2012. T. https://iwpr.net/x",
        ),
        ("author: [{family: Babak}], issued: {literal: n.d. (after January 2005)}", "Babak. n.d. (after January 2005). T."),
        ("publisher: P, issued: {date-parts: [[2007]], season: 2}", "P. summer 2007. T."),
    ],
)
def test_source_full_is_a_line_of_a_bibliography(tmp_path: Path, written: str, full: str):
    assert entry(tmp_path, written).full == full


def test_read_sources_keeps_order_of_file(tmp_path: Path):
    sources, _ = read(tmp_path, "references:\n- {id: z, type: book, title: Z}\n- {id: a, type: book, title: A}\n")
    assert list(sources) == ["z", "a"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("references:\n- {id: k, type: book, title: T}\n- {type: book, title: T}\n", (3, "id", "sources_file")),
        ("references:\n- {id: k, title: T}\n", (2, "type", "sources_file")),
        ("references:\n- {id: k, type: book}\n", (2, "title", "sources_file")),
        ("references:\n- {id: k, type: book, title: T}\n- {id: k, type: book, title: U}\n", (3, "id", "sources_file")),
        ("references:\n- {id: k, type: book, title: T}\n- just text\n", (3, "references", "sources_file")),
    ],
)
def test_read_sources_of_bad_entry_names_line_and_key_and_keeps_the_rest(tmp_path: Path, text: str, place: tuple[int, str, str]):
    sources, problems = read(tmp_path, text)
    assert problems == [place]
    assert set(sources) <= {"k"}


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nreferences: [*b, *b]\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "references",
        "references: 7",
        "- a\n- b\n",
        "other: []\n",
        "references: [",
        "references:\n- {id: k\n",
        "\tx",
        "a: b: c",
        BOMB,
        "references: &r\n- *r\n",
        "references: !!python/object/apply:os.system ['true']\n",
        "references: [!!binary 'AAAA']\n",
        "references: [{id: k, type: book, title: !!binary 'AAAA'}]\n",
        "references: [{{a: b}: c}]\n",
        "[" * 100_000,
        "\n".join("  " * depth + "- " for depth in range(400)),
        "--- a\n--- b\n",
        "references: [\x01]",
        b"\xff\xfer\x00e\x00",
        "references: [{title: Қ}]".encode("cp1251", errors="replace") + b"\xff",
        b"\0\0\0",
        b"x" * 500_001,
    ],
)
def test_read_sources_of_no_bibliography_is_one_problem_or_more_and_no_source(tmp_path: Path, text: str | bytes):
    sources, problems = read(tmp_path, text)
    assert sources == {}
    assert problems


def test_read_sources_of_impossible_date_keeps_the_entry(tmp_path: Path):
    assert entry(tmp_path, "issued: 2007-13-45").year == "2007"


def test_read_sources_of_values_of_wrong_kind_leaves_them_blank(tmp_path: Path):
    source = entry(tmp_path, "author: {family: X}, publisher: [1], URL: true, issued: [2, [3]], note: 5")
    assert (source.authors, source.publisher, source.url, source.year, source.note) == ((), "", None, "n.d.", "5")


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("bowyer2008[Ak-Zhol]", Reference("bowyer2008", "Ak-Zhol")),
        ("isaacs[fn 26]", Reference("isaacs", "fn 26")),
        ("bowyer2008", Reference("bowyer2008", "")),
        ("bowyer2008[]", Reference("bowyer2008", "")),
        ("a[b] c", Reference("a[b] c", "")),
        ("", Reference("", "")),
    ],
)
def test_parse_reference_splits_key_and_locator(text: str, reference: Reference):
    assert parse_reference(text) == reference
