"""Every page runs in the shell, with real data; the pages come from the registry."""

import pytest
from streamlit.testing.v1 import AppTest

from components.ui.counts import list_elections
from components.ui.load import load_table
from components.ui.registry import PAGES, ROOT

SHELL = ROOT / "components" / "ui" / "shell.py"


def open_page(entry, **query):
    test = AppTest.from_file(str(SHELL), default_timeout=60)
    test.run()
    test.switch_page(str(entry.path))
    for key, value in query.items():
        test.query_params[key] = value
    return test.run()


def entry_of(name):
    return next(entry for entry in PAGES if entry.name == name)


def all_text(test):
    return " ".join([*(element.value for element in test.markdown), *(element.proto.body for element in test.get("html"))])


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)
def test_page_runs_without_exception_and_shows_its_title(entry):
    test = open_page(entry)
    assert not test.exception
    assert test.title[0].value


@pytest.mark.parametrize("title", list(load_table("elections")["title"]))
def test_elections_page_shows_every_election(title):
    test = open_page(entry_of("elections"), elections_election=title)
    assert not test.exception
    assert "This cannot be shown" not in all_text(test) or "1990" in title


@pytest.mark.parametrize("view", ["All elections", "What is known"])
def test_elections_page_shows_its_other_views(view):
    assert not open_page(entry_of("elections"), elections_view=view).exception


@pytest.mark.parametrize("election", list_elections())
def test_lab_reproduces_the_official_seats_of_every_list_election(election):
    test = open_page(entry_of("threshold_lab"), lab_votes_of=election.rsplit("-", 1)[1])
    assert not test.exception
    assert "the engine gives the official list seats" in all_text(test)


@pytest.mark.parametrize(
    ("page", "query", "said"),
    [
        ("threshold_lab", {"lab_threshold": "abc"}, "lab_threshold = “abc” is not possible here; the page shows 7."),
        ("threshold_lab", {"lab_threshold": "99"}, "lab_threshold = “99” is not possible here; the page shows 7."),
        ("elections", {"elections_election": "x" * 5000}, "is not possible here; the page shows Majilis 2007."),
        ("elections", {"zzz": "<b>1</b>"}, "“zzz” is not a setting of this page and was ignored."),
        ("overview", {"lab_threshold": "3"}, "“lab_threshold” is not a setting of this page and was ignored."),
    ],
)
def test_page_with_odd_address_says_what_was_replaced(page, query, said):
    test = open_page(entry_of(page), **query)
    assert not test.exception
    assert said in all_text(test)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)
def test_page_with_a_valid_address_says_nothing(entry):
    assert "The address asked for" not in all_text(open_page(entry))
