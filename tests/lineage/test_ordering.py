import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from components.lineage import Extent, Link, count_crossings, order_lanes

START = date(1990, 1, 1)


def day(number):
    return START + timedelta(days=number)


def always(*names):
    return dict.fromkeys(names, Extent(day(0), day(1000)))


def test_link_between_neighbours_crosses_nothing():
    assert count_crossings("ab", [Link("a", "b", day(5))], always(*"ab")) == 0


def test_link_over_a_lane_that_is_drawn_on_that_day_is_one_crossing():
    assert count_crossings("abc", [Link("a", "c", day(5))], always(*"abc")) == 1


def test_link_over_a_lane_that_begins_or_ends_on_that_day_is_none():
    for extent in (Extent(day(5), day(9)), Extent(day(0), day(5)), Extent(day(6), day(9))):
        assert count_crossings("abc", [Link("a", "c", day(5))], always("a", "c") | {"b": extent}) == 0


def test_link_with_an_end_that_is_not_drawn_crosses_nothing():
    assert count_crossings("ab", [Link("a", "z", day(5))], always(*"ab")) == 0


def test_order_lanes_brings_linked_lanes_together():
    families = [list("abcd")]
    links = [Link("a", "d", day(5)), Link("b", "c", day(5))]
    ordered = order_lanes(families, links, always(*"abcd"))
    assert count_crossings([name for group in ordered for name in group], links, always(*"abcd")) == 0


def test_order_lanes_of_nothing_is_nothing():
    assert order_lanes([], [], {}) == []


def test_order_lanes_puts_lanes_without_a_link_behind_the_others():
    families = [["lone", "a", "b"]]
    assert order_lanes(families, [Link("a", "b", day(5))], always("lone", "a", "b"))[0][-1] == "lone"


def test_order_lanes_keeps_a_pinned_family_on_top():
    families = [["a", "b"], ["c"], ["d"]]
    links = [Link("a", "d", day(5)), Link("b", "c", day(5))]
    assert set(order_lanes(families, links, always(*"abcd"), pinned=1)[0]) == {"a", "b"}


@st.composite
def pictures(draw):
    names = [f"n{number}" for number in range(draw(st.integers(2, 9)))]
    cuts = sorted(draw(st.sets(st.integers(1, len(names) - 1), max_size=2)))
    families = [names[first:last] for first, last in itertools.pairwise([0, *cuts, len(names)])]
    starts = {name: draw(st.integers(0, 50)) for name in names}
    extents = {name: Extent(day(start), day(start + draw(st.integers(1, 60)))) for name, start in starts.items()}
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names), st.integers(0, 110)).filter(lambda link: link[0] != link[1])
    return families, [Link(first, second, day(number)) for first, second, number in draw(st.lists(ends, max_size=9))], extents


@given(pictures())
def test_order_lanes_keeps_families_whole_and_never_crosses_more(picture):
    families, links, extents = picture
    ordered = order_lanes(families, links, extents)
    assert sorted(map(sorted, ordered)) == sorted(map(sorted, families))
    before, after = ([name for group in groups for name in group] for groups in (families, ordered))
    assert count_crossings(after, links, extents) <= count_crossings(before, links, extents)


@given(pictures())
def test_order_lanes_is_deterministic_and_changes_no_input(picture):
    families, links, extents = picture
    kept = [list(family) for family in families]
    assert order_lanes(families, links, extents) == order_lanes(kept, links, extents)
    assert families == kept


@given(pictures())
def test_order_lanes_cannot_be_bettered_by_moving_one_lane_in_its_family(picture):
    families, links, extents = picture
    ordered = order_lanes(families, links, extents)
    least = count_crossings([name for group in ordered for name in group], links, extents)
    for place, group in enumerate(ordered):
        for name, to in itertools.product(group, range(len(group))):
            rest = [other for other in group if other != name]
            trial = [*ordered[:place], [*rest[:to], name, *rest[to:]], *ordered[place + 1 :]]
            assert count_crossings([one for part in trial for one in part], links, extents) >= least
