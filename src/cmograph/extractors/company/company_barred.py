"""Names that are no company's on a page: those of its market, of its segments, and what is short for them."""

from __future__ import annotations

import re

from cmograph.claims.model import Facts
from cmograph.document import Document
from cmograph.entities.companies import fold
from cmograph.extractors.vocabulary.wordlists import places_of
from cmograph.mentions.forms import is_legal_form

_SHORT_FOR = re.compile(r"\(([A-Z][A-Za-z0-9&-]{1,9})\)$")
_INTRODUCED = re.compile(r" \(([A-Z]{2,6})\)")
_WORD = re.compile(r"[\w-]+")
_REACH = 100  # characters that two words fit into


def barred_keys(document: Document, facts: Facts) -> set[str]:
    """The names that are no company's on a page, folded and in lower case."""
    return _named_otherwise(facts) | _abbreviated(document, facts)


def is_barred(name: str, key: str, barred: set[str]) -> bool:
    """Whether a name, folded to `key`, is no company's; with a legal form it is one all the same: "LED Lighting,
    Inc."."""
    return name.lower() in barred or (key in barred and not is_legal_form(name.rpartition(" ")[2]))


def _named_otherwise(facts: Facts) -> set[str]:
    """The market's own names, its segments, and what is short for these."""
    names = [segment.name.text for group in facts.segments for segment in group.segments]
    names += [short[1] for name in names if (short := _SHORT_FOR.search(name))]
    if facts.market:
        names += [facts.market.name.text, *facts.market.aliases]
    return {form for name in names for form in (fold(name), name.lower())}


def _abbreviated(document: Document, facts: Facts) -> set[str]:
    """Abbreviations that the page introduces for words of the market's name: "Dilated Cardiomyopathy (DCM)"."""
    market = facts.market.name.text.lower() if facts.market else ""
    text = document.text
    found = set()
    for at in places_of(text, " ("):
        match = _INTRODUCED.match(text, at)
        if match is None:
            continue
        *before, last = ["", *text[max(0, at - _REACH) : at].lower().split(" ")[-2:]]
        if not _WORD.fullmatch(last):
            continue
        both = f"{before[-1]} {last}" if _WORD.fullmatch(before[-1]) else last
        if both in market or last in market.split():
            found.add(fold(match[1]))
    return found
