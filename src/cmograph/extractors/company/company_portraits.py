"""Companies over or before their data, where a page portrays some alike: "Acme: Founded in 1982, sales of $5 million",
or a heading for each and below it "The Oslo firm …", "Employees: 90"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.company.company_names import can_be_listed
from cmograph.extractors.company.company_rankings import as_a_name
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.signs import signs_of

_LEAD = re.compile(r"([^:|–—\n]{2,60}?)(?:\s?[:|]\s|\s[–—-]\s)")
"""A name up to its data."""

CALLED = re.compile(
    r"(?:The|This|An?)\s(?:[\w’'-]+,?\s){0,4}?"
    r"(?:firm|company|group|maker|manufacturer|producer|supplier|vendor|start-?up|retailer)\b"
)
"""How a portrait begins that stands below its name."""

_FEWEST, _REACH = 3, 6
_TEXT = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def portrayed(outline: Outline) -> list[list[Name]]:
    """The names of the firms that a page portrays, one list of those over their data and one of those before them."""
    document = outline.document
    told = _with_signs(document) - outline.contents
    if not told:
        return []
    over = list(_headings(document, told))
    before = [span for index in sorted(told) if (span := _lead(document, document.blocks[index]))]
    lists = [
        [name for span in spans if (name := as_a_name(document.text, span)) and can_be_listed(name.text)]
        for spans in (over, before)
        if len(spans) >= _FEWEST
    ]
    return [names for names in lists if len(names) >= _FEWEST]


def _with_signs(document: Document) -> set[int]:
    """The indexes of the blocks with a sign of a firm's portrait."""
    return {document.index_at(at) for at, _ in signs_of(document.text).of("portraits")}


def _headings(document: Document, told: set[int]) -> Iterator[Span]:
    """The headings that have a firm's data below them, the title aside."""
    for index, block in enumerate(document.blocks[:-1]):
        if block.kind is Kind.HEADING and _is_below(document, index, told) and not document.is_title(block):
            yield Span(block.start, block.end)


def _is_below(document: Document, heading: int, told: set[int]) -> bool:
    """Whether a firm's data are below a heading: in its first block, or in the list with which it begins."""
    blocks = document.blocks
    first = blocks[heading + 1]
    if first.kind is Kind.PARAGRAPH:
        return heading + 1 in told or CALLED.match(document.text, first.start, first.end) is not None
    for index, block in enumerate(blocks[heading + 1 : heading + _REACH], heading + 1):
        if index in told or block.kind is not Kind.ITEM:
            return block.kind is Kind.ITEM
    return False


def _lead(document: Document, block: Block) -> Span | None:
    """What stands before the data of a line, up to a colon or a dash."""
    found = _LEAD.match(document.text, block.start, block.end) if block.kind in _TEXT else None
    if found is None or not signs_of(document.text).any_in("portraits", found.end(), block.end):
        return None
    return Span(*found.span(1))
