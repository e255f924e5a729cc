"""Find a party or a person by any spelling, script or meaning, however the name was romanised."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Literal, NamedTuple

import pandas as pd
from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.distance import OSA

Kind = Literal["organisation", "person"]
FEWEST_LETTERS, MOST_LETTERS = 2, 100
CATEGORY = "category"
SKIPPED_WORDS = {"of", "the"}
APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʹʻʼ′"))
# Marks that make another sound; anyascii drops them with all others.
MARKED = str.maketrans({"ş": "sh", "š": "sh", "č": "ch", "ç": "ch", "ž": "zh"})
# What the romanisations write differently, in this order, with names that meet. Not folded, because names of the data would
# meet that must not: sh and s (Koshanov, Kosanov), o and u (Bolat, Bulat), ia and a (Daniya, Dana), i and nothing (Nuri, Nur).
FOLDS = (
    ("dzh", "j"),  # Dzhandosov, Jandosov
    ("dj", "j"),  # Djandosov
    ("zh", "j"),  # Ak Zhol, Ak Jol
    ("kh", "h"),  # Rukhaniyat, Ruhaniyat
    ("x", "h"),  # Ruxaniyat
    ("gh", "g"),  # Naghyz, Nagyz
    ("q", "k"),  # Aq Zhol, Ak Zhol
    ("c", "k"),  # Respublica, Respublika
    ("ng", "n"),  # Shangyrak (Шаңырақ), Shanyrak
    ("y", "i"),  # Tuyakbay, Tuiakbai
    ("ii", "i"),  # Isinaliyev, Isinaliev
    ("aui", "au"),  # Auyl, Aul
    ("ie", "e"),  # Nazarbayev, Nazarbaev; Yerlan, Erlan
)
DOUBLE_LETTER, VOWEL = re.compile(r"([a-z])\1"), re.compile("[aeiou]")
EXACT, PREFIX, FUZZY = 3, 2, 1
LOWEST_SCORE = {EXACT: 70.0, PREFIX: 40.0, FUZZY: 10.0}
SPREAD = 25.0
EDITABLE_FROM = (5, 9)  # letters from which one may be wrong, and two; in a shorter word almost anything would be found
FOLDED_COSTS, MEANING_COSTS = 2.0, 1.0


@dataclass(frozen=True)
class NameEntry:
    """One name as somebody writes it.

    Attributes:
        kind: Whether it names an organisation or a person.
        id: party_id or person_id.
        name: The name or abbreviation.
        meaning: What the source says that it means; found as well.
        source: Where it stands, as `key[locator]`; None for the atlas's own name or abbreviation.
    """

    kind: Kind
    id: str
    name: str
    meaning: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class NameMatch:
    """An organisation or a person that was found.

    Attributes:
        kind: Which of the two.
        id: party_id or person_id.
        entry: The name that matches best, by itself or by its meaning; of equals the atlas's own, then the first of the data.
        score: 70 to 100 if every word of the query stands in the name, 40 to 65 if a word is only begun, 10 to 35 if a word is
            misspelt; within each the more, the more of the name was given.
    """

    kind: Kind
    id: str
    entry: NameEntry
    score: float

    @property
    def is_guess(self) -> bool:
        """Whether a word had to be taken for a misspelling."""
        return self.score < LOWEST_SCORE[PREFIX]


class _Term(NamedTuple):
    """A word, as it is in ASCII and after the folds."""

    plain: str
    folded: str


class _Text(NamedTuple):
    """A name or a meaning that can be found."""

    entry: int
    letters: int
    is_meaning: bool


class _Hit(NamedTuple):
    """How a word of the query is found in a text; the greater, the better."""

    tier: int
    letters: float
    is_plain: bool


class _Terms(NamedTuple):
    """Terms in alphabetical order, and in which texts each stands."""

    ordered: list[str]
    texts: dict[str, list[int]]


@dataclass(frozen=True)
class NameIndex:
    """All names, prepared for the search.

    Attributes:
        entries: The names, organisations before persons, in the order of the data, the atlas's own before those of sources.
        texts: What can be found of them.
        plain: Terms in ASCII, with the numbers of their texts.
        folded: The same after the folds.
    """

    entries: tuple[NameEntry, ...]
    texts: tuple[_Text, ...]
    plain: _Terms
    folded: _Terms


def build_name_index(parties: pd.DataFrame, party_names: pd.DataFrame, persons: pd.DataFrame) -> NameIndex:
    """Prepare every name of every organisation and person; categories such as independents are left out.

    Args:
        parties: Frame with party_id, name, abbreviation and family; one row for each organisation.
        party_names: Frame with party_id, name, meaning and source; rows of unknown organisations are left out.
        persons: Frame with person_id and name.

    Returns:
        The index; it can be kept and searched any number of times.
    """
    named_persons = (NameEntry("person", person, name) for person, name in _rows(persons, "person_id", "name"))
    entries = tuple(dict.fromkeys((*_organisation_entries(parties, party_names), *named_persons)))
    texts: list[_Text] = []
    plain: dict[str, list[int]] = {}
    folded: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for written, is_meaning in ((entry.name, False), (entry.meaning, True)):
            words = _words(written or "")
            for term in _terms_of(words):
                plain.setdefault(term.plain, []).append(len(texts))
                folded.setdefault(term.folded, []).append(len(texts))
            texts.append(_Text(number, sum(len(_folded(word)) for word in words), is_meaning))
    return NameIndex(entries, tuple(texts), _Terms(sorted(plain), plain), _Terms(sorted(folded), folded))


def search_names(index: NameIndex, query: str, *, most: int = 20) -> list[NameMatch]:
    """Organisations and persons with a name or meaning that has every word of the query, begins with it or is close to it.

    Case, hyphens, apostrophes, accents, spaces, the script and the system of romanisation make no difference.

    Args:
        index: From `build_name_index`.
        query: What a reader typed; what is beyond 100 characters is not read.
        most: How many to give at most.

    Returns:
        One match for each organisation or person, the best first, equals in the order of the data; none for a query of fewer
        than two letters or digits.
    """
    best: dict[tuple[Kind, str], NameMatch] = {}
    for text, score in sorted(_scores(index, query).items()):
        entry = index.entries[index.texts[text].entry]
        known = best.get((entry.kind, entry.id))
        if known is None or score > known.score:
            best[entry.kind, entry.id] = NameMatch(entry.kind, entry.id, entry, score)
    return sorted(best.values(), key=lambda match: -match.score)[: max(most, 0)]


def _organisation_entries(parties: pd.DataFrame, party_names: pd.DataFrame) -> Iterator[NameEntry]:
    written: dict[str, list[NameEntry]] = {}
    for party, name, meaning, source in _rows(party_names, "party_id", "name", "meaning", "source"):
        written.setdefault(party, []).append(NameEntry("organisation", party, name, meaning or None, source or None))
    for party, name, abbreviation, family in _rows(parties, "party_id", "name", "abbreviation", "family"):
        if family != CATEGORY:
            yield from (NameEntry("organisation", party, own) for own in (name, abbreviation) if own)
            yield from written.get(party, [])


def _rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[str, ...]]:
    """Cells of these columns, empty where blank; rows without id or name, the first two, are left out."""
    for cells in frame[list(columns)].itertuples(index=False, name=None):
        texts = tuple(cell.strip() if isinstance(cell, str) else "" for cell in cells)
        if all(texts[:2]):
            yield texts


def _words(text: str) -> list[str]:
    """Words in small ASCII letters and digits, each once; articles and the like only where there is nothing else."""
    composed = unicodedata.normalize("NFKC", text.translate(APOSTROPHES)).casefold().translate(MARKED)
    spaced = "".join(_letter_or_space(character) for character in composed)
    latin = "".join(character if character.isalnum() else " " for character in anyascii(spaced).translate(APOSTROPHES).lower())
    words = dict.fromkeys(latin.split())
    return [word for word in words if word not in SKIPPED_WORDS] or list(words)


def _letter_or_space(character: str) -> str:
    """A letter, digit or mark as it is, nothing for what is invisible, a space for all else (symbols have names in anyascii)."""
    category = unicodedata.category(character)
    if category[0] in "LNM":
        return character
    return "" if category == "Cf" else " "


def _folded(word: str) -> str:
    """The word as all romanisations would have it; an abbreviation keeps its double letters (CPK is not CPPK)."""
    for written, common in FOLDS:
        word = word.replace(written, common)
    return DOUBLE_LETTER.sub(r"\1", word) if VOWEL.search(word) else word


def _terms_of(words: list[str]) -> set[_Term]:
    """What finds a text: its words, two neighbours written as one word, all of it written as one word."""
    joined = {*words, *(first + second for first, second in pairwise(words)), "".join(words)}
    return {_Term(term, _folded(term)) for term in joined if term}


def _readings(query: str) -> set[tuple[_Term, ...]]:
    """Ways to read a query: as words or as one word, and with j as in jol or as in Tujakbaj."""
    words = _words(query.strip()[:MOST_LETTERS])
    ways = {tuple(words), ("".join(words),)}
    ways |= {tuple(word.replace("j", "y") for word in way) for way in ways}
    return {tuple(_Term(word, _folded(word)) for word in way) for way in ways if len("".join(way)) >= FEWEST_LETTERS}


def _scores(index: NameIndex, query: str) -> dict[int, float]:
    """Score of every text that is found."""
    best: dict[int, float] = {}
    for reading in _readings(query):
        hits = _hits_of_reading(index, reading)
        for text in hits:
            score = _score(index.texts[text], hits[text])
            best[text] = max(score, best.get(text, score))
    return best


def _score(text: _Text, hits: list[_Hit]) -> float:
    tier = min(hit.tier for hit in hits)
    share = min(1.0, sum(hit.letters for hit in hits) / text.letters)
    costs = FOLDED_COSTS * (not all(hit.is_plain for hit in hits)) + MEANING_COSTS * text.is_meaning
    whole = 100.0 - LOWEST_SCORE[EXACT] - SPREAD if tier == EXACT and share == 1.0 else 0.0
    return max(LOWEST_SCORE[tier], LOWEST_SCORE[tier] + SPREAD * share + whole - costs)


def _hits_of_reading(index: NameIndex, reading: tuple[_Term, ...]) -> dict[int, list[_Hit]]:
    """Texts that have every term of the reading."""
    found: dict[int, list[_Hit]] = {}
    for number, term in enumerate(reading):
        hits = _hits_of_term(index, term)
        found = {text: [*found.get(text, []), hit] for text, hit in hits.items() if number == 0 or text in found}
        if not found:
            break
    return found


def _hits_of_term(index: NameIndex, term: _Term) -> dict[int, _Hit]:
    """The best hit of a term in every text that has it."""
    best: dict[int, _Hit] = {}
    for terms, found, hit in _found_terms(index, term):
        for text in terms.texts[found]:
            best[text] = max(hit, best.get(text, hit))
    return best


def _found_terms(index: NameIndex, term: _Term) -> Iterator[tuple[_Terms, str, _Hit]]:
    """Terms of the index that are this term, begin with it or are close to it."""
    for terms, wanted, is_plain in ((index.plain, term.plain, True), (index.folded, term.folded, False)):
        for found in _begun_by(terms.ordered, wanted):
            yield terms, found, _Hit(EXACT if found == wanted else PREFIX, len(term.folded), is_plain)
    edits = sum(len(term.folded) >= length for length in EDITABLE_FROM)
    if edits:
        close = process.extract(term.folded, index.folded.ordered, scorer=OSA.distance, score_cutoff=edits, limit=None)
        for found, distance, _ in close:
            yield index.folded, found, _Hit(FUZZY, len(term.folded) - 2 * distance, False)


def _begun_by(ordered: list[str], start: str) -> Iterator[str]:
    return takewhile(lambda term: term.startswith(start), ordered[bisect_left(ordered, start) :])
