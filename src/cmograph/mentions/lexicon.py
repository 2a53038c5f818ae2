"""The word lists of data/lexicon.toml, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by the part they play, in lower case; hedge phrases as tuples of words, longest first."""

    abbreviations: frozenset[str]
    sentence_starters: frozenset[str]
    scales: dict[str, int]
    hedges: dict[str, list[tuple[str, tuple[str, ...]]]]
    between: frozenset[str]
    equivalent: frozenset[str]
    ranging: frozenset[str]
    far_hedges: frozenset[str]
    passing: frozenset[str]
    negations: frozenset[str]
    moved_up: frozenset[str]
    negated_from_afar: frozenset[str]
    bounding_if_denied: frozenset[str]
    time_prepositions: frozenset[str]
    before_year: frozenset[str]
    no_year_before: frozenset[str]
    numbered: frozenset[str]
    worth: frozenset[str]
    to_a_sum: frozenset[str]
    set_against: frozenset[str]
    before_a_sum: frozenset[str]
    behind_a_sum: frozenset[str]
    behind_scales: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon; hedges are keyed by the last word of their phrase."""
    raw = table("lexicon.toml")
    hedges: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for qualifier in ("approx", "at_least", "at_most"):
        for phrase in raw["hedges"][qualifier]:
            words = tuple(phrase.split())
            hedges.setdefault(words[-1], []).append((qualifier, words))
    for phrases in hedges.values():
        phrases.sort(key=lambda phrase: -len(phrase[1]))
    sets = {name: frozenset(words) for name, words in raw.items() if isinstance(words, list)}
    return Lexicon(scales=raw["scales"], behind_scales=raw["behind_scales"], hedges=hedges, **sets)
