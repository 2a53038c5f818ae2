"""Lists and tables that share out those who were asked, and not a market: "Breakdown of primary interviews"."""

from __future__ import annotations

from collections.abc import Iterator

from cmograph.claims.model import Reason, Refusal
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.table_heads import table_words
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.mentions.amounts import amounts
from cmograph.mentions.tokens import tokenize

_LISTED = frozenset({Kind.ITEM, Kind.ROW})
_LONGEST_LINE = 300


def surveyed(document: Document) -> frozenset[int]:
    """The indexes of the items and rows, and lines that begin with "By", under a line that speaks of interviews."""
    if not signs_of(document.text).of("surveyed"):
        return frozenset()
    pattern = table_words().surveyed
    found: set[int] = set()
    blocks = document.blocks
    for index, block in enumerate(blocks[:-1]):
        if block.kind in _LISTED or not _is_listed(document, blocks[index + 1]):
            continue
        if block.end - block.start > _LONGEST_LINE or not pattern.search(document.text, block.start, block.end):
            continue
        below = index + 1
        while below < len(blocks) and _is_listed(document, blocks[below]):
            found.add(below)
            below += 1
    return frozenset(found)


def _is_listed(document: Document, block: Block) -> bool:
    return block.kind in _LISTED or (block.kind is Kind.PARAGRAPH and document.text.startswith("By ", block.start))


def shares_of_the_asked(document: Document, indexes: frozenset[int]) -> Iterator[Refusal]:
    """The percentages of such lines."""
    for index in sorted(indexes):
        block = document.blocks[index]
        tokens = tokenize(document.text, block.start, block.end)
        for amount in amounts(tokens):
            number = Span(tokens[amount.first].start, tokens[amount.last - 1].end)
            yield Refusal(Reason.NOT_MARKET, number, Span(block.start, block.end))
