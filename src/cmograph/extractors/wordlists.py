"""The word lists of data/wordlists.toml, loaded and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words and patterns by which extractors know headings, lists and addresses; see data/wordlists.toml for each."""

    hosting: frozenset[str]
    title_lead: re.Pattern[str]
    not_a_market: frozenset[str]
    vague_market: re.Pattern[str]
    dimensions: dict[str, str]
    not_dimensions: frozenset[str]
    dimension_nouns: frozenset[str]
    no_segments: frozenset[str]
    pairs: re.Pattern[str]
    bases: re.Pattern[str]
    parted: re.Pattern[str]
    holds: re.Pattern[str]
    list_ends: re.Pattern[str]
    plain_words: frozenset[str]
    amount_signs: tuple[str, ...]
    finite: re.Pattern[str]
    heading_title: re.Pattern[str]
    clause: re.Pattern[str]
    interviews: re.Pattern[str]
    players: re.Pattern[str]
    players_strict: re.Pattern[str]
    players_not: re.Pattern[str]
    geography: re.Pattern[str]
    segmentation: re.Pattern[str]
    contents: re.Pattern[str]
    stop_heading: re.Pattern[str]


@cache
def wordlists() -> WordLists:
    """The word lists."""
    raw = table("wordlists.toml")
    patterns = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in raw["patterns"].items()}
    leads = sorted(raw["title_leads"], key=lambda lead: -len(lead))
    vague = "|".join(map(re.escape, raw["vague_markets"]))
    return WordLists(
        hosting=frozenset(raw["hosting"]),
        title_lead=re.compile(rf"(?i)^\s*(?:{'|'.join(map(re.escape, leads))})\s+"),
        not_a_market=frozenset(raw["not_a_market"]),
        vague_market=re.compile(rf"(?i)(?:{vague})(?:\s+(?:{vague}))*"),
        dimensions={name: re.sub(r"\W+", "_", name) for name in raw["own_dimensions"]} | raw["dimensions"],
        not_dimensions=frozenset(raw["not_dimensions"]),
        dimension_nouns=frozenset(raw["dimension_nouns"]),
        no_segments=frozenset(raw["no_segments"]),
        pairs=re.compile(rf"(?i)\b(?:{'|'.join(pair.replace(' and ', ' (?:and|&) ') for pair in raw['pairs'])})\b"),
        **{name: _any_of(raw[name]) for name in ("bases", "parted", "holds", "list_ends")},
        plain_words=frozenset(raw["plain_words"]),
        amount_signs=tuple(raw["amount_signs"]),
        **patterns,
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Any of the words, the longest first."""
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)")
