"""Cards: a figure on a line of its own over the line that says what it measures ("14.6%" over "CAGR 2023 - 2028"), or
under it."""

from __future__ import annotations

import re

from cmograph.claims.model import Claim, Refusal
from cmograph.document import BOLD_LEVEL, Block, Document, Kind, Span
from cmograph.extractors.figures.tables.attributes import of_attributes
from cmograph.extractors.table_heads import measure
from cmograph.mentions.amounts import amounts
from cmograph.mentions.tokens import tokenize

_FIGURE = re.compile(r"[~≈]?(?:[A-Z]{3}|[A-Z]{0,2}[$€£¥₹₩])? ?\d[\d.,]* ?(?:%|[A-Za-z]{1,8}(?: [A-Z]{3})?)?")
_LONGEST_FIGURE = 30
_LONGEST_LABEL = 60
_TWO = 2
_FARTHEST = 40
"""Blocks that are looked at on either side to see where the labels of a run of figures stand."""


def cards(document: Document, has_market: bool) -> dict[int, Claim | Refusal]:
    """What figures say of the market's own size or growth by their labels, by the index of the figure: the one above
    where labels stand over their figures, else the one below, where no line above could be theirs."""
    found: dict[int, Claim | Refusal] = {}
    blocks = document.blocks
    for index in range(1, len(blocks) - 1):
        value = blocks[index]
        if value.end - value.start > _LONGEST_FIGURE or value.kind is Kind.ROW or not _is_figure(document, value):
            continue
        above, below = label_over(document, index), blocks[index + 1]
        alone = index - _TWO in found or not _is_its_label(document, blocks[index - 1], below)
        label = above or (below if alone and _is_label(document, below) else None)
        said = _read(document, value, label, has_market) if label else None
        if said is not None:
            found[index] = said
    return found


def label_over(document: Document, index: int) -> Block | None:
    """The plain line over a figure that stands alone, where labels stand over their figures: "Size in 2023" over "$5
    billion"."""
    blocks, first, last = document.blocks, index, index
    if not index or not _is_plain_label(document, blocks[index - 1]):
        return None
    while _is_card(document, first - _TWO) and index - first < _FARTHEST:
        first -= _TWO
    while _is_card(document, last + _TWO) and last - index < _FARTHEST:
        last += _TWO
    tells = _says_what(document, blocks[first - 1])
    between = last + 1 < len(blocks) and _is_plain_label(document, blocks[last + 1])
    return blocks[index - 1] if tells and not (between and _says_what(document, blocks[last + 1])) else None


def _is_its_label(document: Document, above: Block, below: Block) -> bool:
    """Whether the line above a figure could be its label: not where only the one below says what is measured."""
    return _is_label(document, above) and (_says_what(document, above) or not _says_what(document, below))


def _is_card(document: Document, index: int) -> bool:
    """Whether a figure stands at an index under a plain label."""
    blocks = document.blocks
    inside = 0 < index < len(blocks)
    return inside and _is_plain_label(document, blocks[index - 1]) and _is_figure(document, blocks[index])


def _says_what(document: Document, label: Block) -> bool:
    """Whether a label says what is measured: "Size in 2023", and not "Snapshot"."""
    return bool(measure(document.line(label)).kind)


def _is_plain_label(document: Document, block: Block) -> bool:
    """Whether a line is the label of a figure by its look: no heading, and no sentence."""
    return block.kind is Kind.PARAGRAPH and document.text[block.end - 1] not in ".!?;," and _is_label(document, block)


def _is_figure(document: Document, block: Block) -> bool:
    """Whether a line is one number with its currency or unit."""
    return _FIGURE.fullmatch(document.text, block.start, block.end) is not None


def _is_label(document: Document, block: Block) -> bool:
    """Whether a line could be the label of a figure: short, with no figure of its own, and no heading of a section."""
    if block.kind is Kind.ROW or block.end - block.start > _LONGEST_LABEL:
        return False
    section = block.kind is Kind.HEADING and block.level < BOLD_LEVEL
    line = document.line(block)
    return not section and not _is_figure(document, block) and not amounts(tokenize(line))


def _read(document: Document, value: Block, label: Block, has_market: bool) -> Claim | Refusal | None:
    """What a label and its figure say, read as a row of a table."""
    cells = (Span(label.start, label.end), Span(value.start, value.end))
    start, end = min(label.start, value.start), max(label.end, value.end)
    return of_attributes(document, Block(Kind.ROW, start, end, cells=cells), has_market)
