"""The official cases: counts and laws of the seven list elections, from tests/cases/list_elections.yaml."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from components.seats import ElectoralLaw, VoteCount

FILE = Path(__file__).parents[1] / "cases" / "list_elections.yaml"


def official_cases() -> list[dict[str, Any]]:
    return yaml.safe_load(FILE.read_text("utf-8"))


def case_of(election: str) -> dict[str, Any]:
    return next(case for case in official_cases() if case["election"] == election)


def count_of(case: dict[str, Any]) -> VoteCount:
    votes = {entry["name"]: entry["votes"] for entry in case["lists"]}
    bases = {"list_votes": sum(votes.values())}
    if "votes_cast" in case:
        bases["votes_cast"] = case["votes_cast"]
    return VoteCount(votes, bases)


def law_of(case: dict[str, Any], base: str = "list_votes") -> ElectoralLaw:
    return ElectoralLaw(legal_threshold=Fraction(case["threshold_pct"], 100), threshold_base=base, n_seats=case["n_seats"])
