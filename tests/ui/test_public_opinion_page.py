"""Public opinion: every figure of the documents is drawn, what was asked again stands together, and data that is broken."""

from collections import Counter

from components.ui import opinion_sections as sections
from components.ui.opinion_data import QUESTIONS, asked_once, ranking_claims, repeat_claims, survey_claims, worded_claims
from components.ui.opinion_words import leading_finding, parties_finding, ranking_finding, repeats_finding, sum_notes
from components.ui.registry import page_entry
from tests.test_pages import all_text, open_page
from tests.ui.tables import write_rows

MARKUP = "<img src=x onerror=hacked()>"
# bowyer2008: Development Of Political Parties (44 and 36; 42 and 33; 70 and 24; 41 and 27; 61; 44; 61; 10, 9, 5, 5), Nur-Otan (38, 26,
# 22; 54 and 26; 57), Ethnic Dimension (47.7, 36, 35.5).
PERCENTAGES = [44, 36, 42, 33, 70, 24, 41, 27, 61, 44, 61, 10, 9, 5, 5, 38, 26, 22, 54, 26, 57, 47.7, 36, 35.5]


def open_opinion(**query):
    return open_page(page_entry("public_opinion"), **query)


def shown_rows():
    """Every claim that some chart or list of the page shows, by claim_id."""
    frames = [repeat_claims(), *(asked_once(chart) for chart in QUESTIONS), ranking_claims(), worded_claims()]
    return {row["claim_id"]: row for frame in frames for _, row in frame.iterrows()}


def test_page_shows_every_claim_and_the_24_percentages_of_the_documents():
    shown = shown_rows()
    assert set(shown) == set(survey_claims()["claim_id"])
    exact = [row["value"] for row in shown.values() if row["value"] == row["value"]]
    assert Counter(exact) == Counter(PERCENTAGES)


def test_democracy_was_affirmed_in_one_year_and_denied_in_the_next():
    # bowyer2008, Development Of Political Parties: 44 to 36 after 42 and 33 the year before
    assert repeats_finding(repeat_claims()) == (
        "Is Kazakhstan a democracy? In 1995 (year uncertain) more said yes than no, 42\u202f% to 33\u202f%; "
        "in 1996 (year uncertain) more said no, 44\u202f% to 36\u202f%"
    )


def test_questions_asked_again_are_joined_only_where_one_pollster_asked_in_the_same_words():
    joined = repeat_claims().groupby("question_id")["joined"].agg(["any", "all"])
    assert set(joined.index) == {"is-democracy", "election-law-reform", "interest-in-politics", "party-best-represents"}
    assert set(joined.index[joined["all"]]) == {"is-democracy", "election-law-reform"}
    assert set(joined.index[joined["any"]]) == {"is-democracy", "election-law-reform"}


def test_year_of_the_ifes_figures_is_an_open_question_that_is_said():
    assert "1995 and 1994 is the other reading" in all_text(open_opinion(opinion_group="Democracy and politics"))


def test_findings_name_what_leads():
    # bowyer2008: 44 named no party, the Communist Party had 10; 38 by the leader, 26 by the ideas
    assert parties_finding(asked_once("parties")) == (
        "In 1996 44\u202f% could name no party that represents people like them; the strongest, the Communist Party, had 10\u202f%"
    )
    assert leading_finding(asked_once("votes")).endswith("Its leader (38\u202f%) before the party and its ideas (26\u202f%)")


def test_shares_of_several_answers_are_said_to_add_up_to_more_than_100():
    # 47.7 + 36 + 35.5, bowyer2008, Ethnic Dimension
    assert sum_notes(asked_once("tensions")) == [
        "In which areas are there real tensions in society? Several answers each: 47.7, 36 and 35.5 add up to 119.2\u202f%."
    ]


def test_rankings_are_ordered_lists_without_any_share():
    # bowyer2008, Ethnic Dimension: unemployment most often, living minimum and economy closely behind
    html = sections._rankings_html()
    assert "<ol><li>unemployment</li><li>raising the living minimum</li><li>development of the economy</li></ol>" in html
    assert "%" not in html
    assert ranking_finding(ranking_claims()) == "Unemployment was named first for the country and where people live; no figure is told"


def test_results_without_figure_are_sentences_with_who_found_them():
    # bowyer2008, Nur-Otan and Parliamentary Watchdogs; abramov2009, Voter-party relations
    text = all_text(open_opinion(opinion_group="Told in words"))
    assert "Very low level <small>ASIP, December 2007, base: respondents; Bowyer 2008, Nur-Otan</small>" in text
    assert "at work in a vacuum, blind to all but their own interests" in text.lower()
    assert "pressure from superiors at work" in text


def test_group_in_the_address_leaves_the_others_out():
    text = all_text(open_opinion(opinion_group="Problems"))
    assert "Housing problems" in text
    assert "Is Kazakhstan a democracy?" not in text


def test_odd_group_in_the_address_is_said_to_be_replaced():
    test = open_opinion(opinion_group="Weather")
    assert not test.exception
    assert "opinion_group = “Weather” is not possible here; the page shows All questions." in all_text(test)


def test_folder_without_surveys_says_so(folder):
    (folder / "surveys.csv").unlink()
    test = open_opinion()
    assert not test.exception
    assert "This cannot be shown: public opinion" in all_text(test)
    assert "an unexpected error" not in all_text(test)


def test_one_survey_alone_is_shown_and_what_is_missing_is_said(folder):
    row = {
        "claim_id": "sur-a",
        "survey_id": "a",
        "question_id": "new",
        "question": MARKUP,
        "answer": MARKUP,
        "response_type": "single",
        "value": "12",
        "qualifier": "exact",
        "as_of": "soon",
        "fieldwork": "1999-13",
        "source": "babak[fn 7]",
        "note": MARKUP,
    }
    write_rows(folder / "surveys.csv", [row, {**row, "claim_id": "sur-b", "value": "", "answer": "nothing told"}])
    test = open_opinion()
    assert not test.exception
    text = all_text(test)
    assert "an unexpected error" not in text
    assert "This cannot be shown: any question that was asked again" in text
    assert "(12\u202f%)" in text
    assert "<img" not in text
