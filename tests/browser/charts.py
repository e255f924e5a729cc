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
    "glossary": (),
}


def charts_with_views():
    """Each chart once, with the first view that shows it."""
    first = {}
    for path, keys in VIEWS.items():
        for key in keys:
            first.setdefault(key, path)
    return [(path, key) for key, path in first.items()]
