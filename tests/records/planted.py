"""One error of every rule, each with the place that must be named."""

from collections.abc import Callable
from typing import NamedTuple

from tests.records.data_folder import EXACT, DataFolder


class Place(NamedTuple):
    """Table, record number and column of an error."""

    table: str
    row: int
    column: str


def plant_ids_exist(folder: DataFolder) -> Place:
    row = folder.add("proposals", proposal_id="p-2", proposer="Two", party_id="nur;nobody", parameter="x", demand="Less.")
    return Place("proposals", row, "party_id")


def plant_organisations_used(folder: DataFolder) -> Place:
    row = folder.add("parties", party_id="lonely", name="Lonely", kind="party", family="newcomers", colour="#000000")
    return Place("parties", row, "party_id")


def plant_claim_ids_unique(folder: DataFolder) -> Place:
    first = folder.rows["backings"][0]["claim_id"]
    return Place("chambers", folder.add("chambers", claim_id=first, chamber="senate", seat_type="indirect"), "claim_id")


def plant_sources_known(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="unsourced", source="gamma2002[p. 1]"), "source")


def plant_duplicate_claims(folder: DataFolder) -> Place:
    folder.rule(parameter="twice", value="5")
    return Place("rules", folder.rule(parameter="twice", value="7"), "source")


def plant_dates_parse(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="undated", valid_from="2007-02-30"), "valid_from")


def plant_dates_ordered(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="backwards", valid_from="2007", valid_to="2004"), "valid_to")


def plant_lineage_ends(folder: DataFolder) -> Place:
    row = folder.add("lineage", change_type="transformed", predecessor_id="nur", successor_id="zhol", as_of="2005")
    return Place("lineage", row, "predecessor_id")


def plant_lineage_acyclic(folder: DataFolder) -> Place:
    return Place("lineage", folder.add("lineage", change_type="merged", predecessor_id="zhol", successor_id="nur"), "successor_id")


def plant_changes_of_one(folder: DataFolder) -> Place:
    folder.add("parties", party_id="apart", name="Apart", kind="party", family="newcomers", colour="#000003")
    folder.add("lineage", change_type="registered", successor_id="nur", change_id="one-change")
    return Place("lineage", folder.add("lineage", change_type="registered", successor_id="apart", change_id="one-change"), "change_id")


def plant_homonyms_distinct(folder: DataFolder) -> Place:
    row = folder.add("parties", party_id="twin", name="N-u r", kind="party", family="newcomers", colour="#000004")
    folder.add("stances", party_id="twin", scheme="bowyer-camp", category="soft", hedged="false")
    return Place("parties", row, "name")


def plant_successors_younger(folder: DataFolder) -> Place:
    folder.add("parties", party_id="late", name="Late", kind="movement", family="newcomers", colour="#000001")
    folder.add("lineage", change_type="founded", successor_id="late", as_of="2003")
    row = folder.add("lineage", change_type="founded_by", predecessor_id="late", successor_id="zhol")
    return Place("lineage", row, "successor_id")


def plant_event_labels_used(folder: DataFolder) -> Place:
    return Place("event_labels", folder.add("event_labels", event_id="unheard-of", title="Nothing", weight="1"), "event_id")


def plant_bounds(folder: DataFolder) -> Place:
    row = folder.rule(parameter="crossed", value="", value_min="9", value_max="8", qualifier="range")
    return Place("rules", row, "value_min")


def plant_qualifiers(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="hedged", value="", qualifier="exact"), "qualifier")


def plant_pct_range(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="too_much", value="101"), "value")


def plant_share_has_base(folder: DataFolder) -> Place:
    return Place("results", folder.result("nur", "district", "vote_pct", "1", base=""), "base")


def plant_shares_sum(folder: DataFolder) -> Place:
    row = folder.result("nur", "total", "vote_pct", "60.1")
    folder.result("zhol", "total", "vote_pct", "40.1")
    return Place("results", row, "value")


def plant_seats_sum(folder: DataFolder) -> Place:
    folder.figure("district_seats", "22", source="beta2001[t]")
    row = folder.result("nur", "district", "seats", "20", source="beta2001[t]")
    folder.result("zhol", "district", "seats", "3", source="beta2001[t]")
    return Place("results", row, "value")


def plant_votes_sum(folder: DataFolder) -> Place:
    folder.figure("votes_cast", "10", unit="ballots", source="beta2001[t]")
    return Place("results", folder.result("nur", "list", "votes", "11", source="beta2001[t]"), "value")


def plant_list_district_total(folder: DataFolder) -> Place:
    folder.result("zhol", "list", "seats", "2", status="preliminary")
    folder.result("zhol", "district", "seats", "1", status="preliminary")
    return Place("results", folder.result("zhol", "total", "seats", "2", status="preliminary"), "value")


def plant_text_clean(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="reversed", note="left \u202eright"), "note")


def plant_required(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="nowhere", country=""), "country")


def plant_enum(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="domainless", domain="weather"), "domain")


def plant_pattern(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="Upper Case"), "parameter")


def plant_printed_length(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="long", printed="x" * 41), "printed")


def plant_unique(folder: DataFolder) -> Place:
    row = folder.rule(parameter="repeated", claim_id=folder.rows["rules"][0]["claim_id"])
    return Place("rules", row, "claim_id")


def plant_primary_key(folder: DataFolder) -> Place:
    return Place("persons", folder.add("persons", person_id="abai", name="Again"), "person_id")


def plant_foreign_key(folder: DataFolder) -> Place:
    row = folder.add("results", **EXACT, election_id="majilis-1999", contestant_id="ghost", tier="list", measure="candidates", value="1")
    return Place("results", row, "contestant_id")


def plant_type(folder: DataFolder) -> Place:
    return Place("rules", folder.rule(parameter="wordy", value="seven", qualifier=""), "value")


def plant_exceptions(folder: DataFolder) -> Place:
    row = folder.add("exceptions", rule="bounds", table="rules", claim_id="c-1", reason="Long mended.")
    return Place("exceptions", row, "claim_id")


CHECK_PLANTS: dict[str, Callable[[DataFolder], Place]] = {
    "ids_exist": plant_ids_exist,
    "organisations_used": plant_organisations_used,
    "claim_ids_unique": plant_claim_ids_unique,
    "sources_known": plant_sources_known,
    "duplicate_claims": plant_duplicate_claims,
    "dates_parse": plant_dates_parse,
    "dates_ordered": plant_dates_ordered,
    "lineage_ends": plant_lineage_ends,
    "lineage_acyclic": plant_lineage_acyclic,
    "changes_of_one": plant_changes_of_one,
    "homonyms_distinct": plant_homonyms_distinct,
    "successors_younger": plant_successors_younger,
    "event_labels_used": plant_event_labels_used,
    "bounds": plant_bounds,
    "qualifiers": plant_qualifiers,
    "pct_range": plant_pct_range,
    "share_has_base": plant_share_has_base,
    "shares_sum": plant_shares_sum,
    "seats_sum": plant_seats_sum,
    "votes_sum": plant_votes_sum,
    "list_district_total": plant_list_district_total,
    "text_clean": plant_text_clean,
}
SCHEMA_PLANTS: dict[str, Callable[[DataFolder], Place]] = {
    "required": plant_required,
    "enum": plant_enum,
    "pattern": plant_pattern,
    "printed_length": plant_printed_length,
    "unique": plant_unique,
    "primary_key": plant_primary_key,
    "foreign_key": plant_foreign_key,
    "type": plant_type,
    "exceptions": plant_exceptions,
}
