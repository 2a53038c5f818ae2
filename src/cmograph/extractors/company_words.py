"""The word lists of data/company_words.toml, loaded and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class CompanyWords:
    """Words by which company names in prose are known; see data/company_words.toml for each.

    `common` are words of sentences that no name of a company holds in lower case.
    """

    starters: frozenset[str]
    verbs: frozenset[str]
    announcing: tuple[str, ...]
    cue: re.Pattern[str]
    sources: re.Pattern[str]
    tails: frozenset[str]
    never: frozenset[str]
    dotted: frozenset[str]
    signs: tuple[str, ...]
    common: frozenset[str]


@cache
def company_words() -> CompanyWords:
    """The word lists for companies."""
    raw = table("company_words.toml")
    return CompanyWords(
        starters=frozenset(raw["starters"]),
        verbs=frozenset(raw["verbs"]),
        cue=re.compile(
            rf"(?i:\b(?:{raw['list_nouns']}\b[^.;:]{{0,90}}?\s?{raw['list_verbs']}|{raw['market_lists']}))"
            r"\s*(?=[A-Z0-9\"“*]|[a-z]{1,3}[A-Z])"
        ),
        announcing=tuple(raw["announcing"]),
        tails=frozenset(raw["tails"]),
        never=frozenset(raw["never"]),
        dotted=frozenset(raw["dotted"]),
        signs=tuple(raw["signs"]),
        common=frozenset({*raw["starters"], *raw["verbs"]} - {*raw["tails"]}),
        sources=re.compile(raw["sources"]),
    )
