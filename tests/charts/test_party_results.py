import math

import pandas as pd
import pytest

from components.charts.party_results import build_party_results

COLUMNS = ["row", "colour", "vote_pct", "seat_pct", "vote_label", "seat_label", "is_shared"]


def results(*rows):
    return build_party_results(pd.DataFrame(rows, columns=COLUMNS))


def bars(figure):
    return [trace.x[0] for trace in figure.data if trace.type == "bar"]


def words(figure):
    return [trace.text[0] for trace in figure.data if trace.type == "scatter"]


def test_votes_and_seats_are_bars_below_their_words():
    figure = results(("Majilis 2004", "#e58a1f", 12.04, 1.3, "12.04 % of votes for lists", "1 of 77 seats", False))
    assert bars(figure) == [12.04, 1.3]
    assert words(figure) == ["12.04 % of votes for lists", "1 of 77 seats"]
    heights = [trace.y[0] for trace in figure.data]
    assert heights == sorted(heights)


@pytest.mark.parametrize("share", [math.nan, None, 0.0])
def test_unknown_or_zero_share_has_words_and_no_bar(share):
    figure = results(("Majilis 2007", "#e58a1f", share, share, "share not stated", "0 of 107 seats", False))
    assert bars(figure) == []
    assert words(figure) == ["share not stated", "0 of 107 seats"]


def test_election_without_a_figure_is_words_alone():
    figure = results(("Majilis 2007", "#868c92", None, None, "Boycotted the election", "", False))
    assert words(figure) == ["Boycotted the election"]
    assert bars(figure) == []


def test_result_of_a_candidate_is_hollow_in_the_colour_of_the_party():
    figure = results(("President 2005", "#bf3f86", 6.61, None, "6.61 % of valid votes", "", True))
    bar = next(trace for trace in figure.data if trace.type == "bar")
    assert bar.marker.color == "rgba(0,0,0,0)"
    assert bar.marker.line.color == "#bf3f86"


def test_rows_stand_in_the_order_of_the_frame_and_do_not_overlap():
    both = ("Majilis 2004", "#e58a1f", 12.04, 1.3, "12.04 %", "1 of 77 seats", False)
    figure = results(both, ("President 2005<br>its candidate", "#e58a1f", 1.61, None, "1.61 %", "", True), both)
    ticks = list(figure.layout.yaxis.tickvals)
    assert ticks == sorted(ticks)
    heights = [trace.y[0] for trace in figure.data]
    assert heights == sorted(heights)
    assert figure.layout.yaxis.range[0] > max(heights)


def test_axis_starts_at_zero():
    assert results(("Majilis 2004", "#e58a1f", 12.04, None, "12.04 %", "", False)).layout.xaxis.range[0] == 0
