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
    hedges_behind: dict[str, list[tuple[str, tuple[str, ...]]]]
    between: frozenset[str]
    equivalent: frozenset[str]
    ranging: frozenset[str]
    far_hedges: frozenset[str]
    passing: frozenset[str]
    negations: frozenset[str]
    moved_up: frozenset[str]
    estimates: frozenset[str]
    ends_an_estimate: frozenset[str]
    differing: frozenset[str]
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
    """The lexicon; hedges are keyed by the last word of their phrase, those behind a number by the first."""
    raw = table("lexicon.toml")
    sets = {name: frozenset(words) for name, words in raw.items() if isinstance(words, list)}
    return Lexicon(
        scales=raw["scales"],
        behind_scales=raw["behind_scales"],
        hedges=_hedges(raw["hedges"], -1),
        hedges_behind=_hedges(raw["hedges_behind"], 0),
        **sets,
    )


def _hedges(raw: dict[str, list[str]], key: int) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The phrases of each qualifier by the first or last of their words, the longest first."""
    hedges: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for qualifier, phrases in raw.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            hedges.setdefault(words[key], []).append((qualifier, words))
    for alike in hedges.values():
        alike.sort(key=lambda phrase: -len(phrase[1]))
    return hedges
