"""The word lists of data/tenses.toml, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Words by which a number is told as counted or as foreseen; see data/tenses.toml for each."""

    past: frozenset[str]
    present: frozenset[str]
    bare: frozenset[str]
    copulas: frozenset[str]
    clause_openers: frozenset[str]
    agents: frozenset[str]
    not_finite_behind: frozenset[str]
    bases: frozenset[str]
    foreseen_behind: frozenset[str]
    coming: frozenset[str]
    gone: frozenset[str]
    coming_spans: frozenset[str]
    gone_spans: frozenset[str]


@cache
def tense_words() -> TenseWords:
    """The word lists for what is told as a forecast."""
    return TenseWords(**{name: frozenset(words) for name, words in table("tenses.toml").items()})
