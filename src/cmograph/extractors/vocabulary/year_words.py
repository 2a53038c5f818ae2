"""The words of data/earlier_years.toml, by which years are counted back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class YearWords:
    """Words by which years are counted back; see data/earlier_years.toml for each."""

    earlier: frozenset[str]
    before_earlier: frozenset[str]
    a_year_earlier: frozenset[str]
    previous: frozenset[str]
    years: frozenset[str]
    ago: frozenset[str]
    part: frozenset[str]
    counts: dict[str, int]


@cache
def year_words() -> YearWords:
    """The word lists for years that are counted back."""
    raw = table("earlier_years.toml")
    counts = raw.pop("counts")
    return YearWords(counts=counts, **{name: frozenset(words) for name, words in raw.items()})
