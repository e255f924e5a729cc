"""One colour per organisation; neighbours in a chart can be told apart with deuteranopia and protanopia."""

import csv
import itertools
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
# Machado, Oliveira and Fernandes (2009), severity 1.0, linear RGB.
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
NORMAL = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
LEAST_DISTANCE = 9.0  # CIE76; 2.3 is just noticeable side by side


def rows_of(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lab_of(colour, matrix):
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    seen = [min(1, max(0, sum(weight * value for weight, value in zip(row, linear, strict=True)))) for row in matrix]
    x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047
    y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
    z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883
    fx, fy, fz = ((value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(first, second, matrix):
    return sum((a - b) ** 2 for a, b in zip(lab_of(first, matrix), lab_of(second, matrix), strict=True)) ** 0.5


def neighbours():
    """Pairs next to each other by seats and then votes, as the charts order them."""
    colours = {row["party_id"]: row["colour"] for row in rows_of("parties.csv")}
    people = {(row["election_id"], row["contestant_id"]): row["party_id"] for row in rows_of("contestants.csv")}
    figures = {}
    for row in rows_of("results.csv"):
        if row["status"] in ("official", "derived") and row["value"] and row["measure"] in ("seats", "vote_pct"):
            key = (row["election_id"], row["contestant_id"])
            figures.setdefault(key, {}).setdefault(row["measure"], float(row["value"]))
    for election, group in itertools.groupby(sorted(figures, key=lambda key: key[0]), key=lambda key: key[0]):
        ordered = sorted(group, key=lambda key: (-figures[key].get("seats", 0), -figures[key].get("vote_pct", 0)))
        parties = [people[key] for key in ordered if people.get(key)]
        for first, second in itertools.pairwise(parties):
            yield election, first, second, colours[first], colours[second]


@pytest.mark.parametrize(("sight", "matrix"), [("normal", NORMAL), ("deuteranopia", DEUTERANOPIA), ("protanopia", PROTANOPIA)])
def test_neighbours_can_be_told_apart(sight, matrix):
    close = [
        (election, first, second, round(distance(a, b, matrix), 1))
        for election, first, second, a, b in neighbours()
        if first != second and distance(a, b, matrix) < LEAST_DISTANCE
    ]
    assert close == []


def test_every_organisation_has_a_colour_of_its_own():
    colours = [row["colour"] for row in rows_of("parties.csv")]
    assert len(set(colours)) == len(colours)
