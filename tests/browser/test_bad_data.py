"""A data folder with faults: no traceback, every fault named, the rest works, nothing is written."""

import csv
import re
import shutil

import pytest
from playwright.sync_api import expect

from components.ui.registry import PAGES
from tests.browser.charts import VIEWS
from tests.browser.reading import expect_no_error, expect_picture, notice, open_at, turn_to, wait_for_run
from tests.browser.server import ROOT, failures_in, running_app

MARKUP = '<a href="https://example.org">Nur</a><img src=x onerror=window.hacked=1>'
MARKDOWN = "[Otan](https://example.org) ![x](https://example.org/x.png) https://example.org **bold** $x^2$ :red[red]"
DRAWN_MARKUP = """
() => [...document.querySelectorAll('img[src="x"], img[src*="example.org"], svg a, a[href*="example.org"], .katex')]
  .concat([...document.querySelectorAll('strong, em, span[style*="color"]')].filter((node) => /^(bold|red)$/.test(node.textContent)))
  .map((node) => node.outerHTML)
"""


def change_rows(path, change):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def cell(rows, row, column):
    """Where a cell stands, by record number as a spreadsheet counts and by name of the column."""
    return row - 1, rows[0].index(column)


def empty_folder(folder):
    for path in folder.iterdir():
        path.unlink()


def no_rules(folder):
    (folder / "rules.csv").unlink()


def column_missing_and_utf_16(folder):
    def change(rows):
        _, base = cell(rows, 1, "base")
        for row in rows:
            del row[base]

    change_rows(folder / "results.csv", change)
    path = folder / "parties.csv"
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


def bad_cells(folder):
    def change_results(rows):
        row, value = cell(rows, 5, "value")
        rows[row][value] = "many"
        row, election = cell(rows, 7, "election_id")
        rows[row][election] = "majilis-1850"

    def change_parties(rows):
        row, name = cell(rows, 2, "name")
        rows[row][name] = f"{MARKUP}\u202e{'x' * 10_000}"
        _, colour = cell(rows, 1, "colour")
        for row in rows[1:]:
            row[colour] = "url(https://example.org/colour.png)" if row[0] == "nur-otan" else row[colour]

    def change_contestants(rows):
        _, name = cell(rows, 1, "name")
        for row in rows:
            if row[0] == "majilis-2007" and row[name] == "Nur-Otan":
                row[name] = f"{MARKUP} {MARKDOWN}"

    change_rows(folder / "results.csv", change_results)
    change_rows(folder / "parties.csv", change_parties)
    change_rows(folder / "contestants.csv", change_contestants)
    sources = folder / "sources.yaml"
    named = sources.read_text("utf-8").replace("title-short: French Wikipedia, 2007", f"title-short: 'Wiki {MARKUP} {MARKDOWN}'")
    sources.write_text(named, "utf-8")


# What is said of each folder, and the pages that have nothing to do with the fault and so still show their chart.
EVERY_PAGE = tuple(entry.name for entry in PAGES)
FAULTS = [
    (empty_folder, [r"absences\.csv: the file is missing", r"and \d+ more"], ()),
    (no_rules, [r"rules\.csv: the file is missing"], tuple(name for name in EVERY_PAGE if name != "threshold_lab")),
    (column_missing_and_utf_16, [r"results\.csv:1:base: the column is missing", r"parties\.csv:1: the file is in UTF-16"], EVERY_PAGE),
    pytest.param(
        bad_cells,
        [r"results\.csv:5:value: the cell is no number[^:]*many", r"results\.csv:7:\w+_id: [^:]*majilis-1850", r"parties\.csv:2:name: "],
        EVERY_PAGE,
    ),
]


def listing(folder):
    return {path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*")}


@pytest.mark.parametrize(("break_folder", "said", "working"), FAULTS, ids=lambda value: getattr(value, "__name__", ""))
def test_faulty_folder_is_described_and_the_rest_of_the_atlas_works(new_page, tmp_path, break_folder, said, working):
    folder, log = tmp_path / "data", tmp_path / "server.log"
    shutil.copytree(ROOT / "data", folder)
    break_folder(folder)
    before = listing(folder)
    with running_app(log=log, PARTY_ATLAS_DATA=str(folder)) as address:
        page = new_page()
        open_at(page, address)
        for entry in PAGES:
            if entry.url:
                turn_to(page, entry.title)
            for words in said:
                expect(notice(page).first).to_contain_text(re.compile(words))
            if entry.name in working and VIEWS[entry.url]:
                expect_picture(page)
            wait_for_run(page)
            expect_no_error(page)
            assert page.evaluate("() => window.hacked === undefined")
            assert page.evaluate(DRAWN_MARKUP) == []
        page.context.close()
    assert failures_in(log) == ""
    assert listing(folder) == before
