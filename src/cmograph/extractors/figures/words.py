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
    joints: frozenset[str]
    asides: frozenset[str]
    prepositions: frozenset[str]
    measures: frozenset[str]
    led: frozenset[str]
    verbs_with_object: frozenset[str]
    clause_openers: frozenset[str]
    skipped_before_name: frozenset[str]
    participles_with_subject: frozenset[str]
    sentence_openers: frozenset[str]
    links_to_owner: frozenset[str]
    links_to_number: frozenset[str]
    ahead: frozenset[str]
    dates_of_something_else: frozenset[str]
    clause_breaks: frozenset[str]
    until: frozenset[str]
    holds: frozenset[str]
    no_name: frozenset[str]
    market_participles: frozenset[str]
    past_verbs: frozenset[str]
    demonyms: dict[str, str]


@cache
def figure_words() -> FigureWords:
    """The word lists for figures."""
    raw = tomllib.loads(files("cmograph").joinpath("data/figures.toml").read_text(encoding="utf-8"))
    sets = {name: frozenset(words) for name, words in raw.items() if isinstance(words, list) and name != "groups"}
    return FigureWords(
        groups=re.compile(r"\b(?:" + "|".join(raw["groups"]) + r")\b", re.IGNORECASE), demonyms=raw["demonyms"], **sets
    )
