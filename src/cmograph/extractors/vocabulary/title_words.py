"""The word lists of data/title_words.toml, loaded and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Words by which a market's name is told from what stands around it; see data/title_words.toml for each."""

    lead: re.Pattern[str]
    not_a_market: frozenset[str]
    vague_market: re.Pattern[str]
    tells_report: frozenset[str]
    industry_report: re.Pattern[str]
    title_ends: frozenset[str]
    gaining: frozenset[str]
    not_in_names: frozenset[str]
    verbs: frozenset[str]
    behind: re.Pattern[str]
    counted: re.Pattern[str]
    demanded: re.Pattern[str]
    no_market_behind: re.Pattern[str]
    facts_behind: re.Pattern[str]


@cache
def title_words() -> TitleWords:
    """The word lists for titles."""
    raw = table("title_words.toml")
    patterns = raw["patterns"]
    leads = sorted(raw["leads"], key=lambda lead: -len(lead))
    openings = "|".join((*map(re.escape, leads), *patterns["openings"]))
    vague, report = ("|".join(map(re.escape, raw[name])) for name in ("vague_markets", "report_words"))
    sets = {name: frozenset(raw[name]) for name in ("not_a_market", "tells_report", "title_ends", "gaining")}
    return TitleWords(
        lead=re.compile(rf"(?i)^\s*(?:{openings})\s+"),
        vague_market=re.compile(rf"(?i)(?:{vague})(?:\s+(?:{vague}))*"),
        industry_report=re.compile(rf"(?i)\s+industry(?:[\s,&]+(?:{report})\b)+$"),
        not_in_names=frozenset(raw["not_in_names"]),
        verbs=frozenset(raw["verbs"]),
        behind=re.compile(patterns["behind"], re.IGNORECASE),
        counted=re.compile(patterns["counted"], re.IGNORECASE),
        demanded=re.compile(patterns["demanded"]),
        no_market_behind=re.compile(rf"(?i)\s+(?:{patterns['no_market_behind']})\b"),
        facts_behind=re.compile(patterns["facts_behind"]),
        **sets,
    )
