"""What holds for every document, whatever the page."""

from __future__ import annotations

from itertools import pairwise

from cmograph.document import Document, Kind


def check(document: Document) -> None:
    """Raise AssertionError where a document breaks its promises."""
    text, blocks = document.text, document.blocks
    assert "\n".join(document.line(block) for block in blocks) == text
    assert all(first.end < second.start for first, second in pairwise(blocks))
    for index, block in enumerate(blocks):
        line = document.line(block)
        assert line.strip()
        assert "\n" not in line
        assert block.kind is Kind.ROW or line == " ".join(line.split())
        assert (block.level > 0) == (block.kind in {Kind.HEADING, Kind.ITEM})
        assert (block.group > 0) or block.kind not in {Kind.ITEM, Kind.ROW}
        assert bool(block.cells) == (block.kind is Kind.ROW)
        assert -1 <= block.parent < index
        assert block.parent < 0 or blocks[block.parent].kind is Kind.ITEM
        for start, end in (*block.bold, *block.cells):
            assert block.start <= start <= end <= block.end
        assert all(start < end for start, end in block.bold)
    for link in document.links:
        assert 0 <= link.start <= link.end <= len(text)
        assert "\n" not in text[link.start : link.end]
    assert document.title
    if document.title_span:
        assert document.title == text[slice(*document.title_span)]
