"""The word lists of data/figures.toml, loaded and compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Words by which a sentence says whose number it gives; see data/figures.toml for each."""

    company_nouns: frozenset[str]
    pronouns: frozenset[str]
    market_words: frozenset[str]
    market_nouns: frozenset[str]
    market_sizes: frozenset[str]
    market_adjectives: frozenset[str]
    phrase_stops: frozenset[str]
    segment_words: frozenset[str]
    division_words: frozenset[str]
    segment_adjectives: frozenset[str]
    groups: re.Pattern[str]
    group_words: frozenset[str]
    demonyms: dict[str, str]


@cache
def figure_words() -> FigureWords:
    """The word lists for figures."""
    raw = tomllib.loads(files("cmograph").joinpath("data/figures.toml").read_text(encoding="utf-8"))
    sets = {name: frozenset(words) for name, words in raw.items() if isinstance(words, list) and name != "groups"}
    return FigureWords(
        groups=re.compile(r"\b(?:" + "|".join(raw["groups"]) + r")\b", re.IGNORECASE), demonyms=raw["demonyms"], **sets
    )
