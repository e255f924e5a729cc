"""The address is the view: links, Back, and addresses that ask for what is not there."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import (
    choose,
    eventually,
    exact_threshold,
    expect_no_error,
    expect_picture,
    expect_seats,
    findings,
    frame_of,
    notice,
    open_at,
    pick,
    query_of,
    settled_state,
    state_of,
    turn_to,
    wait_for_run,
)

LONGEST_SURE = 60_000  # uvicorn reads at most 64 KiB before it has the whole request line


@pytest.fixture
def open_view(atlas_url, new_page):
    def open_address(path):
        page = new_page()
        open_at(page, f"{atlas_url}/{path}")
        return page

    return open_address


def copy_link(page, new_page):
    """What somebody sees who gets the address, in a window of their own."""
    other = new_page()
    open_at(other, page.url)
    return other


def type_threshold(page, per_cent):
    exact_threshold(page).fill(str(per_cent))
    exact_threshold(page).press("Enter")
    eventually(lambda: float(query_of(page).get("lab_threshold", "nan")), per_cent)


def set_up_lab_2012(page):
    pick(page, "Votes of", "2012")
    eventually(lambda: query_of(page).get("lab_votes_of"), "2012")
    wait_for_run(page)
    type_threshold(page, 1.5)


def set_up_lab_of_one_source(page):
    choose(page, "Whose numbers?", "Bowyer 2008")
    eventually(lambda: query_of(page).get("whose"), "Bowyer 2008")
    wait_for_run(page)
    type_threshold(page, 3)


def set_up_election_of_2004_with_table(page):
    choose(page, "Election", "Majilis 2004")
    expect(page.get_by_role("heading", name="42 of 77").first).to_be_visible()
    frame_of(page, "elections_votes").get_by_role("radio", name="Table").click()
    expect(page.get_by_test_id("stDataFrame")).to_have_count(1)


def set_up_president_of_2019(page):
    choose(page, "Election", "President 2019")
    eventually(lambda: query_of(page).get("elections_election"), "President 2019")


def set_up_all_elections(page):
    pick(page, "View", "All elections")
    expect_picture(frame_of(page, "elections_chambers"))


@pytest.mark.parametrize(
    ("path", "set_up"),
    [
        pytest.param("threshold-lab", set_up_lab_2012, marks=pytest.mark.thorough),
        ("threshold-lab", set_up_lab_of_one_source),
        ("elections", set_up_election_of_2004_with_table),
        pytest.param("elections", set_up_president_of_2019, marks=pytest.mark.thorough),
        pytest.param("elections", set_up_all_elections, marks=pytest.mark.thorough),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_copied_address_shows_the_same_view(open_view, new_page, path, set_up):
    page = open_view(path)
    set_up(page)
    left = settled_state(page)
    other = copy_link(page, new_page)
    eventually(lambda: state_of(other), left)
    expect(notice(other)).to_have_count(0)


def test_back_from_another_page_restores_the_lab_as_it_was_left(open_view):
    page = open_view("threshold-lab?lab_votes_of=2004")
    type_threshold(page, 3)
    left, address = settled_state(page), page.url
    turn_to(page, "Elections")
    expect_picture(frame_of(page, "elections_votes"))
    page.go_back()
    eventually(lambda: state_of(page), left)
    assert page.url == address


def test_back_from_another_page_restores_the_election_as_it_was_left(open_view):
    page = open_view("elections")
    choose(page, "Election", "Majilis 2012")
    eventually(lambda: query_of(page).get("elections_election"), "Majilis 2012")
    left = settled_state(page)
    turn_to(page, "Threshold lab")
    expect_seats(page, "98")
    page.go_back()
    eventually(lambda: state_of(page), left)


def test_back_and_forward_between_pages_keep_both(open_view):
    page = open_view("elections?elections_election=Majilis+2012")
    election = settled_state(page)
    turn_to(page, "Threshold lab")
    type_threshold(page, 3)
    lab = settled_state(page)
    page.go_back()
    eventually(lambda: state_of(page), election)
    page.go_forward()
    eventually(lambda: state_of(page), lab)


def test_control_beside_the_navigation_keeps_its_value_on_every_page(open_view):
    page = open_view("elections?whose=Bowyer+2008")
    turn_to(page, "Threshold lab")
    expect(page.get_by_role("combobox", name="Whose numbers?")).to_have_value("Bowyer 2008")
    eventually(lambda: query_of(page).get("whose"), "Bowyer 2008")


def test_control_beside_the_navigation_keeps_its_value_where_the_page_is_turned_before_it_came_up(atlas_url, new_page):
    page = new_page()
    held = []

    def hold(script):
        held.append(script)

    page.route("**/Selectbox*.js", hold)
    open_at(page, f"{atlas_url}/elections?whose=Bowyer+2008")
    turn_to(page, "Threshold lab")
    for script in held:
        script.continue_()
    expect(page.get_by_role("combobox", name="Whose numbers?")).to_have_value("Bowyer 2008")
    eventually(lambda: query_of(page).get("whose"), "Bowyer 2008")


def test_back_restores_the_control_beside_the_navigation_as_it_was(open_view):
    page = open_view("elections")
    turn_to(page, "Threshold lab")
    choose(page, "Whose numbers?", "Bowyer 2008")
    eventually(lambda: query_of(page).get("whose"), "Bowyer 2008")
    wait_for_run(page)
    page.go_back()
    expect(page.get_by_role("combobox", name="Whose numbers?")).to_have_value("Fullest source first")


OVERVIEW_LINKS = [
    ("Move the threshold of 2007", "Threshold lab", {"lab_votes_of": None, "lab_base": None}),
    ("See the parts in 2004", "Elections", {"elections_election": "Majilis 2004"}),
    ("Members against votes", "Membership", {}),
    ("All elections side by side", "Elections", {"elections_view": "All elections"}),
]


def test_links_of_the_overview_open_their_state_and_back_restores_the_overview(open_view):
    page = open_view("?whose=Bowyer+2008")
    left = settled_state(page)
    for link, title, query in OVERVIEW_LINKS:
        page.get_by_role("link", name=link).click()
        expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
        eventually(lambda wanted=query: {key: query_of(page).get(key) for key in wanted}, query)
        expect(page.get_by_role("combobox", name="Whose numbers?")).to_have_value("Bowyer 2008")
        expect(notice(page)).to_have_count(0)
        wait_for_run(page)
        page.go_back()
        eventually(lambda: state_of(page), left)


def test_link_of_the_lab_to_the_base_shows_what_its_finding_says(open_view):
    page = open_view("threshold-lab?lab_votes_of=2004")
    expect(page.get_by_text(re.compile(r"7/1/1/1 \(.*\) becomes 7/2/1"))).to_be_visible()
    page.get_by_role("link", name="Switch the base in the lab").click()
    expect_seats(page, "7/2/1")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("threshold-lab?lab_threshold=abc&lab_votes_of=1776", ["abc", "1776"]),
        ("threshold-lab?lab_threshold=99&lab_base=Everybody", ["99", "Everybody"]),
        ("threshold-lab?lab_threshold=nan&lab_counted_by=Guesses", ["nan", "Guesses"]),
        (
            "elections?elections_election=Majilis+2050&elections_view=Nothing&elections_votes_open=Nonsense",
            ["Majilis 2050", "Nothing", "Nonsense"],
        ),
        ("?no_such_setting=1&whose=Nobody", ["no_such_setting", "Nobody"]),
    ],
)
@pytest.mark.thorough
def test_address_that_asks_for_what_is_not_there_is_answered_in_words(open_view, path, said):
    page = open_view(path)
    for words in said:
        expect(notice(page)).to_contain_text(words)
    expect_picture(page)
    expect_no_error(page)


@pytest.mark.parametrize("query", ["lab_seats=inf", "lab_seat=1e999&lab_view=Explain+a+seat"])
def test_number_without_end_in_the_address_is_replaced_and_the_page_works(open_view, query):
    page = open_view(f"threshold-lab?{query}")
    expect(notice(page)).to_contain_text("is not possible here")
    expect_picture(frame_of(page, "lab_parliament"))
    expect_no_error(page)


@pytest.mark.parametrize(
    ("path", "default"), [("threshold-lab?lab_votes_of=", "2007"), ("elections?elections_view=", "One election")], ids=lambda value: value
)
def test_empty_value_in_the_address_shows_the_default_and_says_so(open_view, path, default):
    page = open_view(path)
    expect(page.get_by_role("radio", name=default, exact=True).first).to_be_checked()
    expect(notice(page)).to_contain_text(path[path.index("?") + 1 : -1])
    expect(notice(page)).to_contain_text(default)
    expect_no_error(page)


def test_repeated_name_in_the_address_shows_one_value_and_says_so(open_view):
    page = open_view("threshold-lab?lab_votes_of=2004&lab_votes_of=2012")
    expect(notice(page)).to_contain_text(re.compile(r"lab_votes_of = “2004, 2012” is not possible here; the page shows (2004|2012)"))
    shown = re.search(r"shows (\d+)", notice(page).inner_text()).group(1)
    expect(page.get_by_role("radiogroup", name="Votes of").get_by_role("radio", name=shown, exact=True)).to_be_checked()
    eventually(lambda: "lists share" in " ".join(findings(page)), True)
    expect_no_error(page)


@pytest.mark.parametrize("name", ["zzz", "elections_election"])
@pytest.mark.thorough
def test_very_long_value_in_the_address_is_cut_short_and_the_page_works(open_view, name):
    page = open_view(f"elections?{name}={'x' * LONGEST_SURE}")
    expect(notice(page)).to_be_visible()
    assert len(notice(page).inner_text()) < 1000
    expect_picture(page)
    expect_no_error(page)


@pytest.mark.thorough
def test_many_unknown_names_in_the_address_are_counted_and_the_page_works(open_view):
    page = open_view("elections?" + "&".join(f"n{number}=1" for number in range(900)))
    expect(notice(page)).to_contain_text("more")
    assert len(notice(page).inner_text()) < 2000
    expect_picture(page)


def test_address_of_a_hundred_kilobytes_shows_no_traceback_and_the_server_goes_on(atlas_url, chromium):
    page = chromium.new_page()
    answer = page.goto(f"{atlas_url}/elections?zzz={'x' * 100_000}", wait_until="commit")
    assert answer.status in (200, 400)
    open_at(page, f"{atlas_url}/elections")
    expect_picture(page)
    expect_no_error(page)
    page.close()


@pytest.mark.thorough
def test_more_names_than_streamlit_reads_leave_the_page_at_its_defaults(open_view):
    page = open_view("elections?" + "&".join(f"n{number}=1" for number in range(3000)))
    expect_picture(page)
    expect_no_error(page)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("elections_election=<img src=x onerror=window.hacked=1>", "<img src=x onerror=window.hacked=1>"),
        ("whose=<script>window.hacked=1</script>", "<script>window.hacked=1</script>"),
        ("<b onclick>name</b>=1", "<b onclick>name</b>"),
        ("elections_view=[a](javascript:1) **bold** $x$", "[a](javascript:1) **bold** $x$"),
        ("embed=true&chart=<script>window.hacked=1</script>", "no chart of that name"),
    ],
)
@pytest.mark.thorough
def test_markup_in_the_address_is_shown_as_text(open_view, query, said):
    page = open_view(f"elections?{query}")
    expect(notice(page)).to_contain_text(said)
    assert notice(page).locator("img, script, b, a, em, code, .katex").count() == 0
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("() => window.hacked === undefined")
