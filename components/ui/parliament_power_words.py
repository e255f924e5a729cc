"""Words for offices, actors and powers, and the order in which a reader meets them."""

GROUPS = {
    "Government": ("prime_minister", "ministers", "government", "akims"),
    "Parliament": (
        "majilis_list_deputies",
        "majilis_district_deputies",
        "majilis_assembly_deputies",
        "senators_indirect",
        "senators_appointed",
        "parliament",
        "assembly_of_peoples",
    ),
    "Law and constitution": ("laws", "constitution", "war_and_peace"),
    "President": ("president",),
    "Courts, councils and other offices": (
        "constitutional_council",
        "central_election_commission",
        "national_bank_chair",
        "prosecutor_general",
        "supreme_court",
        "local_court_chairs",
        "higher_judicial_council",
        "national_security_committee_chair",
    ),
}
OTHER = "Other"
OFFICES = {
    "prime_minister": "Prime minister",
    "majilis_list_deputies": "Deputies by list",
    "majilis_district_deputies": "Deputies by district",
    "majilis_assembly_deputies": "Deputies of the Assembly of Peoples",
    "senators_indirect": "Senators of the regions",
    "senators_appointed": "Senators by appointment",
    "parliament": "Parliament as a whole",
    "assembly_of_peoples": "Assembly of Peoples",
    "war_and_peace": "War and peace",
    "central_election_commission": "Central Election Commission",
    "national_bank_chair": "Chair of the National Bank",
    "prosecutor_general": "Prosecutor General",
    "supreme_court": "Supreme Court",
    "local_court_chairs": "Chairs of local courts",
    "higher_judicial_council": "Higher Judicial Council",
    "national_security_committee_chair": "Chair of the National Security Committee",
    "constitutional_council": "Constitutional Council",
}
PARLIAMENT = "Parliament and its chambers"
COLUMNS = {"president": "President", "parliament": PARLIAMENT, "majilis": PARLIAMENT, "senate": PARLIAMENT}
OTHERS = "Others"
NAMED_BY_COLUMN = ("president",)
ACTORS = {
    "president": "the President",
    "parliament": "parliament",
    "majilis": "the Majilis",
    "senate": "the Senate",
    "prime_minister": "the prime minister",
    "fractions": "the fractions",
    "majority_fraction_head": "the head of the majority fraction",
    "chamber_chairs": "the chairs of the chambers",
    "assembly_of_peoples": "the Assembly of Peoples",
    "higher_judicial_council": "the Higher Judicial Council",
    "soviet_authorities": "the Soviet authorities",
}
PLURAL = ("fractions", "chamber_chairs", "maslikhats", "voters", "courts", "soviet_authorities")
POWERS = {
    "nominates": ("nominates", "nominate"),
    "consents": ("consents", "consent"),
    "appoints": ("appoints", "appoint"),
    "dismisses": ("dismisses", "dismiss"),
    "elects": ("elects", "elect"),
    "is_consulted": ("is consulted", "are consulted"),
    "dissolves": ("dissolves", "dissolve"),
    "vetoes": ("may veto", "may veto"),
    "substitutes": ("stands in", "stand in"),
    "confidence": ("votes confidence", "vote confidence"),
    "no_confidence": ("votes no confidence", "vote no confidence"),
    "legislates": ("legislates", "legislate"),
    "proposes": ("proposes", "propose"),
    "returns": ("may return", "may return"),
    "calls_election": ("calls the election", "call the election"),
    "chairs": ("chairs", "chair"),
    "decides": ("has a say", "have a say"),
}


def office_words(office: str) -> str:
    """An office as the head of a row."""
    return OFFICES.get(office, office.replace("_", " ").capitalize())


def actor_words(actor: str) -> str:
    """An actor inside a sentence."""
    return ACTORS.get(actor, actor.replace("_", " "))


def power_words(power: str, actor: str) -> str:
    """A power as the verb of an actor; who is not named by the column is named here."""
    one, several = POWERS.get(power, (power.replace("_", " "),) * 2)
    verb = several if actor in PLURAL else one
    return verb if actor in NAMED_BY_COLUMN else f"{actor_words(actor)} {verb}"


def column_of(actor: str) -> str:
    """Head of the column in which an actor stands."""
    return COLUMNS.get(actor, OTHERS)
