"""What a line of a document tells by its label, be that on the line or alone on the one above it."""

from __future__ import annotations

from cmograph.document import Document, Kind, Span
from cmograph.mentions.labels import Labelled, is_alone, labels_of


def told_by_label(document: Document, index: int) -> Labelled | None:
    """What the block at `index` tells ("Companies: Acme, Brix", or "Acme, Brix" below "Companies:"); None for the row
    of a table and for what has no label that is known."""
    labels, block = labels_of(document.text), document.blocks[index]
    if not labels or block.kind is Kind.ROW:
        return None
    above = labels.get(document.blocks[index - 1].start) if index else None
    if above and is_alone(above) and block.kind is Kind.PARAGRAPH:
        return above._replace(value=Span(block.start, block.end))
    own = labels.get(block.start)
    return None if own is None or is_alone(own) else own
