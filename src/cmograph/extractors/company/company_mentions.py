"""Companies that their sentences tell to be such under any heading, on pages of no market too: by the sales that they
state, or by what they call a name."""

from __future__ import annotations

from bisect import bisect_left

from cmograph.claims.model import Name
from cmograph.document import Block, Document, Kind
from cmograph.extractors.amount_lines import lines_with_amounts
from cmograph.extractors.company.company_beside import behind_figures, beside, led_to
from cmograph.extractors.company.company_figures import reporting
from cmograph.extractors.company.company_kinds import called_firms, kinds_told
from cmograph.extractors.company.company_names import Page
from cmograph.extractors.company.company_prose import ends_section, is_of_market
from cmograph.extractors.company.company_ranks import ranked_by_sales
from cmograph.extractors.company.company_sales_lines import selling
from cmograph.extractors.company.company_sums import sums_told
from cmograph.extractors.outline import Outline


def mentioned(outline: Outline, page: Page) -> list[list[Name]]:
    """The names of such companies, one list for each sentence that tells of some."""
    document = outline.document
    lines = lines_with_amounts(document.text)
    sums, kinds = sums_told(document.text, lines), kinds_told(document.text, lines)
    led = led_to(document.text, lines)
    found = [*selling(page, outline, lines), *ranked_by_sales(page, lines)]
    if not sums and not kinds and not led:
        return found
    for index in sorted({document.index_at(place) for place in (*sums, *kinds, *led)}):
        block, heading = document.blocks[index], outline.heading_of[index]
        if index in outline.contents or block.kind is Kind.ROW or _is_behind_end(document, index, heading):
            continue
        if is_of_market(document, heading):
            told = [
                *reporting(page, block, _within(block, sums), outline.section(index)),
                *behind_figures(page, block, _within(block, led)),
            ]
            found.extend(told)
            found.extend(names for firms in told for names in beside(page, block, firms))
            found.extend(called_firms(page, block, _within(block, kinds)))
    return found


def _is_behind_end(document: Document, index: int, heading: int) -> bool:
    """Whether a plain line under the same heading ends what is about the market, "Contact Us", before a block."""
    return any(
        block.kind is Kind.PARAGRAPH and ends_section(document, block)
        for block in document.blocks[max(0, heading) : index + 1]
    )


def _within(block: Block, places: list[int]) -> list[int]:
    """Those of some places, in order, that are in a block."""
    return places[bisect_left(places, block.start) : bisect_left(places, block.end)]
