"""The word lists of data/company_words.toml, loaded and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cmograph.mentions.forms import is_legal_form
from cmograph.patterns import at_word_start
from cmograph.tables import table

_WORD = re.compile(r"[^\W_]+")
_NAMES_FOLLOW = r"[,:]?\s*(?=[A-Z0-9\"“*]|[a-z]{1,3}[A-Z])"


@dataclass(frozen=True, slots=True)
class CompanyWords:
    """Words by which company names in prose are known; see data/company_words.toml for each.

    `common` are words of sentences that no name of a company holds in lower case; `form_acts` is a legal form with what
    can be a verb behind it, `form_inside` one with a name behind it,
    `form_glued` an end of a name that the next one is glued to.
    """

    starters: frozenset[str]
    openings: frozenset[str]
    verbs: frozenset[str]
    news_verbs: frozenset[str]
    joining_verbs: frozenset[str]
    made: tuple[str, ...]
    public_bodies: frozenset[str]
    partnering: frozenset[str]
    developments: re.Pattern[str]
    headings: frozenset[str]
    kin: frozenset[str]
    noun_cue: re.Pattern[str]
    sure_cue: re.Pattern[str]
    market_cue: re.Pattern[str]
    sources: re.Pattern[str]
    tails: frozenset[str]
    never: frozenset[str]
    topics: frozenset[str]
    dotted: frozenset[str]
    of_places: frozenset[str]
    form_acts: re.Pattern[str]
    form_inside: re.Pattern[str]
    form_glued: re.Pattern[str]
    product_tails: frozenset[str]
    common: frozenset[str]


@cache
def company_words() -> CompanyWords:
    """The word lists for companies."""
    raw = table("company_words.toml")
    forms = "|".join(map(re.escape, raw["written_forms"]))
    closing = "|".join(raw["closing_forms"])
    tails = "|".join(tail.title() for tail in raw["tails"])
    glued = rf"(?: (?:{closing})(?:(?=[A-Z][a-z])| ?\.)| (?:Co|KG)\.|(?<=\w)\)| (?:{tails}))(?=[A-Z])(?!(?:{forms})\b)"
    return CompanyWords(
        starters=frozenset(raw["starters"]),
        openings=frozenset(raw["openings"]),
        verbs=frozenset(raw["verbs"]),
        news_verbs=frozenset(raw["news_verbs"]),
        joining_verbs=frozenset(raw["joining_verbs"]),
        public_bodies=frozenset(raw["public_bodies"]),
        noun_cue=re.compile(
            rf"{at_word_start(raw['list_nouns'])}\b[^.;:]{{0,90}}?(?:[\s(,](?:(?i:{raw['list_verbs']})|[-–—])|[:–—]){_NAMES_FOLLOW}"
        ),
        sure_cue=re.compile(rf"[^.;:]{{0,90}}?[\s(,](?i:{raw['sure_verbs']}){_NAMES_FOLLOW}"),
        market_cue=re.compile(rf"(?i:\b(?:{raw['market_lists']})){_NAMES_FOLLOW}"),
        partnering=frozenset(raw["partnering"]),
        developments=re.compile(raw["developments"]),
        headings=frozenset(raw["headings"]),
        kin=frozenset(raw["kin"]),
        tails=frozenset(raw["tails"]),
        never=frozenset(raw["never"]),
        topics=frozenset(raw["topics"]),
        dotted=frozenset(raw["dotted"]),
        of_places=frozenset(raw["of_places"]),
        form_acts=re.compile(rf" (?:{forms})\b\.?(?:[’']s|,? (?:[a-z]+[sd]|who(?:se)?|which|an?)) "),
        form_inside=re.compile(rf" (?:{closing})\b\.? (?=[A-Z])"),
        form_glued=re.compile(glued),
        product_tails=frozenset(raw["product_tails"]),
        common=frozenset({*raw["starters"], *raw["verbs"]} - {*raw["tails"]}),
        sources=re.compile(raw["sources"]),
        made=tuple(raw["made"]),
    )


def is_topic(name: str) -> bool:
    """Whether a name is made of a report's general words: "Market Positioning of Vendors", "Others"."""
    words = _WORD.findall(name.partition("(")[0].lower())
    if len(words) < 2:
        return not words or (words[0] in company_words().never and not is_legal_form(words[0]))
    return company_words().topics.issuperset(words)
