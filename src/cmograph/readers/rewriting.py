"""Labels and values that become rows of a table: the text, its blocks and all places in it, written anew."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from cmograph.document import Block, Kind, Link, Span
from cmograph.readers.draft import BAR
from cmograph.readers.report_table import Pair

NEW_LINE = "\n"


class Edit(NamedTuple):
    """A run of characters, and what stands for it in the new text."""

    start: int
    end: int
    new: str


class Rewriting:
    """A text with some runs of characters replaced, and where all places of the old text are in the new one."""

    def __init__(self, old: str, edits: list[Edit]) -> None:
        edits = sorted(edits)
        starts = [0, *(edit.end for edit in edits)]
        kept = [old[start : edit.start] + edit.new for start, edit in zip(starts, edits, strict=False)]
        self.text = "".join([*kept, old[starts[-1] :]])
        self._ends = starts[1:]
        self._shifts = [0, *accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits)]

    def place(self, position: int) -> int:
        """Where a place in the old text is in the new one."""
        return position + self._shifts[bisect_right(self._ends, position)]

    def span(self, span: Span) -> Span:
        """Where a run of characters is in the new text."""
        return Span(self.place(span.start), self.place(span.end))

    def block(self, block: Block, parent: int) -> Block:
        """A block with its places in the new text."""
        start, end = self.span(Span(block.start, block.end))
        cells, bold = tuple(map(self.span, block.cells)), tuple(map(self.span, block.bold))
        return replace(block, start=start, end=end, parent=parent, cells=cells, bold=bold)

    def link(self, link: Link) -> Link:
        """A link with its place in the new text."""
        return link._replace(start=self.place(link.start), end=self.place(link.end))


def with_rows(text: str, blocks: tuple[Block, ...], pairs: list[Pair]) -> tuple[Rewriting, tuple[Block, ...]]:
    """The text and the blocks with each pair of a label and its value as a row of one table."""
    edits = [Edit(pair.label.end, pair.value.start, BAR) for pair in pairs]
    made: dict[int, list[Block]] = {}
    group = max(block.group for block in blocks) + 1
    for index, inside in groupby(pairs, key=attrgetter("first")):
        rows = [_row(pair, group) for pair in inside]
        last = next(pair.last for pair in pairs if pair.first == index)
        made[last] = []
        made[index] = _lines(blocks[index], rows, blocks[last].end)
        edits += [Edit(line.end, below.start, NEW_LINE) for line, below in pairwise(made[index])]
    written = [made.get(index, [block]) for index, block in enumerate(blocks)]
    indexes = [0, *accumulate(map(len, written))]
    new = Rewriting(text, edits)
    return new, tuple(
        new.block(block, indexes[block.parent] if block.parent >= 0 else -1) for lines in written for block in lines
    )


def _row(pair: Pair, group: int) -> Block:
    return Block(Kind.ROW, pair.label.start, pair.value.end, group=group, cells=(pair.label, pair.value))


def _lines(block: Block, rows: list[Block], end: int) -> list[Block]:
    """The rows for a block, with what stands before the first and behind the last as lines of their own."""
    before = replace(block, end=rows[0].start - 1, bold=())
    behind = replace(block, start=min(rows[-1].end + 1, end), end=end, bold=())
    return [line for line in (before, *rows, behind) if line.start < line.end]
