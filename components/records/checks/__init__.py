"""The checks: one small function for each rule, over the whole package, collecting every problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from components.records.checks.dates import check_dates_ordered, check_dates_parse
from components.records.checks.events import check_event_labels_used
from components.records.checks.exceptions import apply_exceptions
from components.records.checks.figures import check_bounds, check_pct_range, check_qualifiers, check_share_has_base
from components.records.checks.identities import check_claim_ids_unique, check_ids_exist, check_organisations_used
from components.records.checks.lineage import (
    check_changes_of_one,
    check_homonyms_distinct,
    check_lineage_acyclic,
    check_lineage_ends,
    check_successors_younger,
)
from components.records.checks.references import check_duplicate_claims, check_sources_known
from components.records.checks.sums import check_list_district_total, check_seats_sum, check_shares_sum, check_votes_sum
from components.records.checks.table_schema import check_table_schema
from components.records.checks.text import check_text_clean
from components.records.package import DataPackage
from components.records.problem import Problem, limit_problems

CHECKS: Mapping[str, Callable[[DataPackage], list[Problem]]] = {
    "ids_exist": check_ids_exist,
    "organisations_used": check_organisations_used,
    "claim_ids_unique": check_claim_ids_unique,
    "sources_known": check_sources_known,
    "duplicate_claims": check_duplicate_claims,
    "dates_parse": check_dates_parse,
    "dates_ordered": check_dates_ordered,
    "lineage_ends": check_lineage_ends,
    "lineage_acyclic": check_lineage_acyclic,
    "successors_younger": check_successors_younger,
    "changes_of_one": check_changes_of_one,
    "homonyms_distinct": check_homonyms_distinct,
    "event_labels_used": check_event_labels_used,
    "bounds": check_bounds,
    "qualifiers": check_qualifiers,
    "pct_range": check_pct_range,
    "share_has_base": check_share_has_base,
    "shares_sum": check_shares_sum,
    "seats_sum": check_seats_sum,
    "votes_sum": check_votes_sum,
    "list_district_total": check_list_district_total,
    "text_clean": check_text_clean,
}


def check_package(package: DataPackage) -> list[Problem]:
    """Run every check over the package.

    Args:
        package: The data package as read.

    Returns:
        All problems, those of reading included and recorded exceptions left out, sorted.
    """
    broken = [problem for check in CHECKS.values() for problem in check(package)]
    remaining = limit_problems(apply_exceptions(package, broken, CHECKS))
    return sorted({*package.problems, *check_table_schema(package), *remaining})
