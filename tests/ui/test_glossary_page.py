"""The glossary page: search, and a glossary that cannot be read."""

from components.ui.registry import page_entry
from tests.test_pages import all_text, open_page

MARKUP = "<img src=x onerror=hacked()>"


def open_glossary(**query):
    return open_page(page_entry("glossary"), **query)


def test_glossary_shows_terms_with_definition_formula_and_source():
    text = all_text(open_glossary())
    assert '<div id="hare-quota"><dt><a href="#hare-quota">Hare quota</a>' in text
    assert "Hare quota = votes / seats" in text
    assert "Source: Bowyer 2008, 1995 Elections. " in text


def test_glossary_search_in_the_address_narrows_the_terms():
    text = all_text(open_glossary(glossary_search="enpp"))
    assert text.count("<dt>") == 1
    assert "Effective number of parties" in text
    assert "The address asked for" not in text


def test_glossary_search_without_result_says_so():
    text = all_text(open_glossary(glossary_search=f"zzz{MARKUP}"))
    assert "No term has “zzz&lt;img" in text
    assert "<dt>" not in text


def test_glossary_that_is_missing_says_so(folder):
    (folder / "glossary.yaml").unlink()
    test = open_glossary()
    assert not test.exception
    assert "The glossary cannot be shown" in all_text(test)
    assert "glossary.yaml: the file is missing" in all_text(test)


def test_glossary_with_a_broken_entry_names_it_and_shows_the_rest_as_plain_text(folder):
    entries = f"- {{group: '{MARKUP}', term: '{MARKUP}', definition: '{MARKUP}', source: '{MARKUP}', formula: '{MARKUP}'}}\n- {{term: T}}\n"
    (folder / "glossary.yaml").write_text(entries, encoding="utf-8")
    text = all_text(open_glossary())
    assert "glossary.yaml:2:definition: the entry has no definition" in text
    assert text.count("&lt;img src=x onerror=hacked()&gt;") == 6
    assert "<img" not in text
