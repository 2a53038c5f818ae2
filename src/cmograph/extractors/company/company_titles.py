"""Companies that a page's title lists: "… Market 2024-2029 Featuring Acme, Alden, and Brightmere", "… Revenue | Acme,
Alden, Brightmere"."""

from __future__ import annotations

import re

from cmograph.claims.model import Name
from cmograph.extractors.company.company_names import Page, is_name, is_proper
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.mentions.capitals import run_list

_LIST = re.compile(
    r"\b(?:(?:Featuring )?Profiles of|Featuring|[Ff]eatured [Cc]ompanies"
    r"|(?:Players|Companies|Vendors)(?: Include)?:?)\s|\s[|–—-]\s"
)
_REST = re.compile(r"\W*(?:and|&)?\W*(?:[Oo]thers?|[Mm]ore)?\W*$")
_FEWEST = 3


def titled(page: Page) -> list[Name]:
    """The names at the end of the title, where these are nothing but names."""
    span = page.document.title_span
    text = page.document.text
    if span is None or text.count(",", *span) < _FEWEST - 1:
        return []
    for found in _LIST.finditer(text, *span):
        names = run_list(text, found.end(), span.end)
        if names and _REST.match(names[-1].text):
            names.pop()
        if len(names) >= _FEWEST and _REST.match(text[names[-1].span.end : span.end]) and _are_firms(page, names):
            return names
    return []


def _are_firms(page: Page, names: list[Name]) -> bool:
    """Whether each of some names is a firm's, and none a general word of reports."""
    topics = company_words().topics
    return all(
        is_name(name.text, page) and is_proper(page.lower, name) and name.text.lower() not in topics for name in names
    )
