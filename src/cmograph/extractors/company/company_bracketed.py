"""Companies in a sentence on makers that puts a percentage in brackets behind each of some names: "They are Acme (30%),
Brix Tools (18%) and Corvo (14%)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Kind
from cmograph.extractors.company.company_figures import is_firm, looks_like_a_firm, names_before
from cmograph.extractors.company.company_names import Page
from cmograph.extractors.company.company_prose import is_of_market
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.mentions.sentences import sentences

_OPENED = re.compile(r"\s\((?:[a-z]+ ){0,2}[~≈+–-]?\d[\d.,]*\s?$")
_FEWEST, _REACH = 3, 100


def bracketed(page: Page, outline: Outline) -> Iterator[list[Name]]:
    """The firms of each such sentence, in running text that speaks of makers."""
    document = page.document
    signs = signs_of(document.text)
    places = [at for at, _ in signs.of("bracketed")]
    if len(places) < _FEWEST:
        return
    for index in sorted({document.index_at(at) for at in places}):
        block = document.blocks[index]
        inside = places[bisect_left(places, block.start) : bisect_left(places, block.end)]
        if len(inside) < _FEWEST or block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or index in outline.contents:
            continue
        if signs.any_in("player_nouns", block.start, block.end) and is_of_market(document, outline.heading_of[index]):
            for span in sentences(document.text, block.start, block.end):
                names = [name for at in inside if span.start <= at < span.end for name in _before(page, span.start, at)]
                firms = [name for name in names if is_firm(page, name)]
                several = len(firms) >= max(_FEWEST, len(names) - 1)
                if several and any(looks_like_a_firm(page, name) for name in firms):
                    yield firms


def _before(page: Page, start: int, at: int) -> list[Name]:
    """The name before the bracket that a percentage ends at a place."""
    text = page.document.text
    opened = _OPENED.search(text, max(start, at - _REACH), at)
    return names_before(text, max(start, opened.start() - _REACH), opened.start())[-1:] if opened else []
