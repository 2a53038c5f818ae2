"""Lines that give an attribute of the report and its value as a table's row would ("YoY growth 2023-2024 (%): 5.4",
"Market growth 2024-2028: USD 4 million"): growth without a sign of its own, and what is neither size nor share."""

from __future__ import annotations

from cmograph.claims.model import Claim, Refusal
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.figures.tables.attributes import of_attributes

_LONGEST = 90


def labelled_attributes(document: Document, has_market: bool) -> dict[int, Claim | Refusal]:
    """What such lines state, by their indexes."""
    found: dict[int, Claim | Refusal] = {}
    for index, block in enumerate(document.blocks):
        if block.end - block.start > _LONGEST or block.kind is Kind.ROW:
            continue
        colon = document.text.find(":", block.start, block.end)
        label = document.text[block.start : colon] if colon >= 0 else ""
        if not ("rowth" in label or "ontribution" in label or "CAGR" in label):
            continue
        cells = (Span(block.start, colon), Span(colon + 1, block.end))
        said = of_attributes(document, Block(Kind.ROW, block.start, block.end, cells=cells), has_market)
        if isinstance(said, Refusal) or (said is not None and "%" not in document.text[colon : block.end]):
            found[index] = said
    return found
