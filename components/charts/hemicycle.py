"""Where each seat of a parliament diagram is drawn; one geometry for figures and for the slider component."""

from math import cos, floor, pi, sin

INNER_RADIUS = 0.42


def seat_positions(n_seats: int) -> list[tuple[float, float]]:
    """Positions of seats in a half circle, ordered so that consecutive seats form a wedge.

    Args:
        n_seats: Seats in the chamber, zero or more.

    Returns:
        Points in a box of -1 to 1 by 0 to 1, from the left end of the half circle to the right.
    """
    if n_seats <= 0:
        return []
    rows = _row_sizes(n_seats)
    points = []
    for row, size in enumerate(rows):
        radius = _radius(row, len(rows))
        angles = [pi / 2] if size == 1 else [pi * (1 - seat / (size - 1)) for seat in range(size)]
        points += [(angle, radius) for angle in angles]
    points.sort(key=lambda point: (-point[0], point[1]))
    return [(radius * cos(angle), radius * sin(angle)) for angle, radius in points]


def seat_diameter(n_seats: int) -> float:
    """Diameter of a seat, in the unit of `seat_positions`, so that neighbours do not touch.

    Args:
        n_seats: Seats in the chamber.

    Returns:
        A diameter.
    """
    n_rows = len(_row_sizes(max(n_seats, 1)))
    if n_rows == 1:
        return min(0.16, 0.8 * pi / max(n_seats, 1))
    return min(0.16, 0.82 * (1 - INNER_RADIUS) / (n_rows - 1))


def _radius(row: int, n_rows: int) -> float:
    return 1.0 if n_rows == 1 else INNER_RADIUS + (1 - INNER_RADIUS) * row / (n_rows - 1)


def _row_sizes(n_seats: int) -> list[int]:
    """Seats per row, inner row first, in proportion to the radii (largest remainder, outer row first on a tie)."""
    n_rows = next((rows for rows in range(1, 20) if _capacity(rows) >= n_seats), 20)
    radii = [_radius(row, n_rows) for row in range(n_rows)]
    exact = [n_seats * radius / sum(radii) for radius in radii]
    sizes = [floor(size) for size in exact]
    by_rest = sorted(range(n_rows), key=lambda row: (exact[row] - sizes[row], row), reverse=True)
    for row in by_rest[: n_seats - sum(sizes)]:
        sizes[row] += 1
    return sizes


def _capacity(n_rows: int) -> int:
    if n_rows == 1:
        return 12
    gap = (1 - INNER_RADIUS) / (n_rows - 1)
    return sum(floor(pi * _radius(row, n_rows) / gap) for row in range(n_rows))
