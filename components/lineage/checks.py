"""What no lineage may be: its own ancestor, older than what it came from, or of the same name as another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from components.lineage.dating import When


def closing_edges(edges: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Edges that lead back to an ancestor, met depth first in the order given.

    Args:
        edges: Predecessor and successor.

    Yields:
        The edge that closes each cycle.
    """
    after: dict[str, list[str]] = {}
    for first, second in edges:
        after.setdefault(first, []).append(second)
    above: set[str] = set()
    seen: set[str] = set()
    for root, children in after.items():
        path = [] if root in seen else [(root, iter(children))]
        seen.add(root)
        above.update(name for name, _ in path)
        while path:
            name, following = path[-1]
            successor = next(following, None)
            if successor is None:
                above.discard(path.pop()[0])
            elif successor in above:
                yield name, successor
            elif successor not in seen:
                seen.add(successor)
                above.add(successor)
                path.append((successor, iter(after.get(successor, ()))))


def younger_predecessors(begun: Iterable[When], founded: Iterable[When]) -> bool:
    """Whether a successor begins before its predecessor was founded, whichever of the dates are right.

    Args:
        begun: Dates of the successor's beginning.
        founded: Dates of the predecessor's founding.

    Returns:
        True where the last day of the one is before the first day of the other; False where either is unknown.
    """
    last = [when.latest for when in begun]
    first = [when.earliest for when in founded]
    ends, starts = [day for day in last if day], [day for day in first if day]
    return bool(ends and starts and len(ends) == len(last) and len(starts) == len(first) and max(ends) < min(starts))


def shared_names(names: Mapping[str, str]) -> dict[str, list[str]]:
    """Organisations that print as the same name, so that a reader could take one for the other.

    Args:
        names: The printed name of each organisation, by its id.

    Returns:
        Ids by the name they share, case, spaces and hyphens left aside; names of one organisation only are left out.
    """
    found: dict[str, list[str]] = {}
    for party_id, name in names.items():
        found.setdefault("".join(sign for sign in name.casefold() if sign.isalnum()), []).append(party_id)
    return {name: ids for name, ids in found.items() if len(ids) > 1}
