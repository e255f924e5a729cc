"""Small lineages for the tests."""

from datetime import date

from components.lineage import Claim, Lineage, Membership, Organisation, When, group_claims


def when(first, last=None):
    """A date from ISO texts; a blank end is open."""
    last = first if last is None else last
    return When(*(date.fromisoformat(text) if text else None for text in (first, last)))


YEAR = ("{}-01-01", "{}-12-31")


def in_year(year):
    return when(*(form.format(year) for form in YEAR))


def claim(kind, successor, predecessor=None, dated=None, *, change="", source="alpha", **names):
    change = change or f"{kind}-{predecessor or ''}-{successor}"
    return Claim(f"{change}-{source}-{id(dated)}", change, kind, predecessor, successor, dated, source, **names)


def lineage_of(*claims, memberships=(), order=(), bibliography=("alpha", "beta"), kinds=None, families=None):
    names = dict.fromkeys(name for entry in claims for name in (entry.predecessor, entry.successor) if name)
    names |= dict.fromkeys(name for entry in memberships for name in (entry.member, entry.alliance))
    organisations = {
        name: Organisation(name, name.title(), (kinds or {}).get(name, "party"), (families or {}).get(name, "all")) for name in names
    }
    return Lineage(organisations, group_claims(claims, order=order, bibliography=bibliography), tuple(memberships))


def membership(member, alliance, dated=None, status="joined"):
    return Membership(f"{member}-{alliance}-{status}", alliance, member, status, dated, "alpha")
