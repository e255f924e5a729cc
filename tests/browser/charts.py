"""Which views there are, and which charts each of them shows (path and key of the frame); a page of words has none."""

VIEWS = {
    "": ("overview_presidential-share",),
    "elections": ("elections_votes", "elections_parliament", "elections_turnout"),
    "elections?elections_election=Majilis+2012": (
        "elections_votes",
        "elections_parliament",
        "elections_share-claims",
    ),
    "elections?elections_view=All+elections": ("elections_chambers", "elections_party-numbers", "elections_turnouts"),
    "elections?elections_view=What+is+known": ("elections_coverage",),
    "threshold-lab": ("lab_parliament", "lab_staircase"),
    "threshold-lab?lab_view=Explain+a+seat&lab_threshold=3": ("lab_parliament", "lab_seat"),
    "threshold-lab?lab_view=Unions": ("lab_parliament", "lab_unions"),
    "threshold-lab?lab_view=All+formulas&lab_threshold=3": ("lab_parliament", "lab_formulas"),
    "threshold-lab?lab_view=Votes+and+laws": ("lab_parliament", "lab_laws"),
    "family-trees": ("trees_genealogy",),
    "family-trees?trees_view=Families+and+camps": ("trees_camps",),
    "parties": ("parties_results",),
    "parties?parties_person=Zharmakhan+Tuyakbay": ("parties_career",),
    "timeline": ("timeline_events",),
    "membership": (
        "membership_history",
        "membership_minimum",
        "membership_votes",
        "membership_density",
        "membership_registration",
    ),
    "parliament": ("parliament_seats", "parliament_citizens"),
    "parliament?parliament_view=Deputies": ("parliament_ages", "parliament_women", "parliament_minimums"),
    "parliament?parliament_view=Powers": ("parliament_powers",),
    "parliament?parliament_view=Reform+bodies": ("parliament_participation", "parliament_bodies", "parliament_later-bodies"),
    "parliament?parliament_view=Super+parties": ("parliament_super-parties",),
    "public-opinion": (
        "opinion_again",
        "opinion_parties",
        "opinion_votes",
        "opinion_tensions",
        "opinion_rankings",
        "opinion_in-words",
    ),
    "proposals": ("proposals_outcomes",),
    "glossary": (),
}


TABLES = {
    "lab_unions",
    "opinion_rankings",
    "opinion_in-words",
    "parliament_powers",
    "parliament_bodies",
    "parliament_later-bodies",
    "parliament_super-parties",
}


def charts_with_views():
    """Each chart once, with the first view that shows it; what is a table alone is left out."""
    first = {}
    for path, keys in VIEWS.items():
        for key in keys:
            first.setdefault(key, path)
    return [(path, key) for key, path in first.items() if key not in TABLES]
