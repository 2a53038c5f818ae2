"""Companies that their sentences tell to be such under any heading, on pages of no market too: by the sales that they
state, or by what they call a name."""

from __future__ import annotations

from bisect import bisect_left

from cmograph.claims.model import Facts, Name
from cmograph.document import Block, Kind
from cmograph.extractors.company_figures import reporting, sums_told
from cmograph.extractors.company_kinds import called_firms, kinds_told
from cmograph.extractors.company_names import page_of
from cmograph.extractors.company_prose import ends_section
from cmograph.extractors.outline import Outline
from cmograph.extractors.wordlists import wordlists


def mentioned(outline: Outline, facts: Facts) -> list[list[Name]]:
    """The names of such companies, one list for each sentence that tells of some."""
    document = outline.document
    sums, kinds = sums_told(document.text), kinds_told(document.text)
    if not sums and not kinds:
        return []
    page = page_of(document, facts)
    found: list[list[Name]] = []
    ended: int | None = None
    for index, block in enumerate(document.blocks):
        heading = outline.heading_of[index]
        if block.kind is Kind.PARAGRAPH and ends_section(document, block):
            ended = heading
        told, called = _within(block, sums), _within(block, kinds)
        if heading == ended or not (told or called) or index in outline.contents or block.kind is Kind.ROW:
            continue
        above = document.line(document.blocks[heading]) if heading >= 0 else ""
        if not wordlists().stop_heading.search(above):
            found.extend(reporting(page, block, told, above))
            found.extend(called_firms(page, block, called))
    return found


def _within(block: Block, places: list[int]) -> list[int]:
    """Those of some places, in order, that are in a block."""
    return places[bisect_left(places, block.start) : bisect_left(places, block.end)]
