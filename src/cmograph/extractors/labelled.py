"""What a line of a document tells by its label, be that on the line or alone on the one above it."""

from __future__ import annotations

from cmograph.document import Document, Kind, Span
from cmograph.mentions.labels import Labelled, is_bare_label, labelled_at, tells_by

_LONGEST_BARE = 60


def told_by_label(document: Document, index: int) -> Labelled | None:
    """What the block at `index` tells ("Companies: Acme, Brix", or "Acme, Brix" below "Companies:"); None for the row
    of a table and for what has no label that is known."""
    text, block = document.text, document.blocks[index]
    if block.kind is Kind.ROW:
        return None
    above = document.blocks[index - 1] if index else None
    if above is None or above.end - above.start > _LONGEST_BARE or text[above.end - 1] != ":":
        return labelled_at(text, block.start, block.end)
    if block.kind is not Kind.PARAGRAPH or not is_bare_label(document.line(above)):
        return labelled_at(text, block.start, block.end)
    label = Span(above.start, above.end - 1)
    return Labelled(tells_by(text[slice(*label)]), label, Span(block.start, block.end))
