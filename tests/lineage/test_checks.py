from datetime import date

from components.lineage import When, closing_edges, shared_names, younger_predecessors
from tests.lineage.trees import in_year


def test_closing_edges_names_the_edge_that_leads_back():
    assert list(closing_edges([("a", "b"), ("b", "c"), ("c", "a")])) == [("c", "a")]


def test_closing_edges_of_a_diamond_is_empty():
    assert list(closing_edges([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])) == []


def test_closing_edges_of_ten_thousand_in_a_row_ends():
    assert list(closing_edges([(str(n), str(n + 1)) for n in range(10_000)])) == []


def test_younger_predecessors_needs_every_date_on_the_wrong_side():
    assert younger_predecessors([in_year(1999)], [in_year(2002)])
    assert not younger_predecessors([in_year(1999), in_year(2003)], [in_year(2002)])
    assert not younger_predecessors([in_year(2002)], [in_year(2002)])


def test_younger_predecessors_of_an_open_or_missing_date_is_false():
    assert not younger_predecessors([], [in_year(2002)])
    assert not younger_predecessors([When(date(1990, 1, 1), None)], [in_year(2002)])
    assert not younger_predecessors([in_year(1990)], [When(None, date(2002, 1, 1))])


def test_shared_names_leaves_case_and_hyphens_aside_and_keeps_years_apart():
    names = {"a": "Ak-Zhol", "b": "ak zhol", "c": "Azat (1990)", "d": "Azat (2008)"}
    assert shared_names(names) == {"akzhol": ["a", "b"]}
