"""Companies that a page tells the sales of one by one: in the items of a list ("Acme: revenue of $5 billion"), or in
headings, each over its own figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cmograph.claims.model import Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.company.company_figures import is_of_parts
from cmograph.extractors.company.company_names import Page, can_be_listed, is_proper
from cmograph.extractors.company.company_rankings import as_a_name
from cmograph.extractors.company.company_sums import A_SUM
from cmograph.extractors.outline import Listing, Outline
from cmograph.extractors.vocabulary.signs import signs_of

_LEAD = re.compile(r"([^:|–—\n]{2,60}?)(?::\s|\s[–—-]\s)")
"""A name up to what is told of it."""

_SALES_SAID = re.compile(r"(?:[a-z-]+\s){0,2}(?:sales|revenues?|turnover)\b(?!\s(?:share|growth))", re.IGNORECASE)
_FEWEST, _FEWEST_TOLD, _FARTHEST = 3, 2, 600


def sold_lists(page: Page, outline: Outline) -> Iterator[list[Name]]:
    """The names in each list of three or more that tells the sales of two of its members or more."""
    document = page.document
    signs = signs_of(document.text)
    for listing in outline.listings:
        first, last = (document.blocks[listing.items[at]] for at in (0, -1))
        if len(listing.items) < _FEWEST or listing.in_contents or not signs.any_in("sales", first.start, last.end):
            continue
        names = [] if _is_of_parts(document, listing) else list(_names_of_items(page, listing))
        if len(names) == len(listing.items):
            yield names


def _is_of_parts(document: Document, listing: Listing) -> bool:
    """Whether a list's heading or the line before it speaks of what a firm or a market is made of."""
    return any(block is not None and is_of_parts(document.line(block)) for block in (listing.heading, listing.lead))


def _names_of_items(page: Page, listing: Listing) -> Iterator[Name]:
    """The names that a list's items begin with, as long as they are firms'; none where too few have their sales
    told."""
    document, told = page.document, 0
    found: list[Name] = []
    for index in listing.items:
        block = document.blocks[index]
        lead = _LEAD.match(document.text, block.start, block.end)
        name = as_a_name(document.text, Span(*lead.span(1))) if lead else None
        if lead is None or name is None or not _can_be_a_firm(page, name):
            return
        told += _SALES_SAID.match(document.text, lead.end(), block.end) is not None
        found.append(name)
    if told >= _FEWEST_TOLD:
        yield from found


def _can_be_a_firm(page: Page, name: Name) -> bool:
    """Whether a name that stands for itself is a proper one, and no place."""
    return can_be_listed(name.text) and is_proper(page.lower, name) and not is_place(name.text)


def sold_below(page: Page, outline: Outline, known: Sequence[Sequence[Name]]) -> Iterator[list[Name]]:
    """The names of firms in headings with their sales below, where two or more of these are `known` to be firms."""
    begun = {name.text.partition(" ")[0] for names in known for name in names}
    if len(begun) < _FEWEST_TOLD:
        return
    levels: dict[int, list[Name]] = {}
    document = page.document
    for index, block in enumerate(document.blocks[:-1]):
        if block.kind is not Kind.HEADING or document.is_title(block) or index in outline.contents:
            continue
        if not _sells(document, index + 1):
            continue
        lead = _LEAD.match(document.text, block.start, block.end)
        name = as_a_name(document.text, Span(*lead.span(1)) if lead else Span(block.start, block.end))
        if name is not None and _can_be_a_firm(page, name):
            levels.setdefault(block.level, []).append(name)
    for names in levels.values():
        if len(names) >= _FEWEST and sum(name.text.partition(" ")[0] in begun for name in names) >= _FEWEST_TOLD:
            yield names


def _sells(document: Document, index: int) -> bool:
    """Whether a block is a paragraph that tells sales and a sum."""
    block: Block = document.blocks[index]
    end = min(block.end, block.start + _FARTHEST)
    return (
        block.kind is Kind.PARAGRAPH
        and signs_of(document.text).any_in("sales", block.start, end)
        and A_SUM.search(document.text, block.start, end) is not None
    )
