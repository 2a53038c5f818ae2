"""A document in the making: lines go in, one after another, and get their place and kind."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from operator import attrgetter

from cmograph.document import BOLD_LEVEL, Block, Kind, Link, Span
from cmograph.readers.line import Anchor, Line, Run, join
from cmograph.readers.nesting import Levels, sign_rank
from cmograph.readers.signs import HASHES, SIGN_STARTS, URL, pictures_length, section_at, sign_length

LONGEST_BOLD_HEADING = 200
FEWEST_NAMED = 4
BAR = " | "


class Draft:
    """Collects lines as blocks of one text. Every method that adds a line gives the index of its block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._lines: list[str] = []
        self._links: list[Link] = []
        self.position = 0
        self._groups = 0
        self._sign_levels = Levels()

    def new_group(self) -> int:
        """A number for a new list, table or paragraph of several lines."""
        self._groups += 1
        return self._groups

    def add(
        self,
        kind: Kind,
        line: Line,
        level: int = 0,
        group: int = 0,
        parent: int = -1,
        cells: tuple[Span, ...] = (),
        header: bool = False,
    ) -> int:
        """Add a line whose kind is known."""
        text = line.text
        start = self.position
        end = start + len(text)
        bold = self._place(line.bold) if line.bold else ()
        self.blocks.append(Block(kind, start, end, level, group, parent, cells, header, bold))
        self._lines.append(text)
        if line.links or ("/" in text and "://" in text) or "www." in text:
            self._links += [Link(first + start, last + start, href) for first, last, href in links_of(line)]
        self.position = end + 1
        return len(self.blocks) - 1

    def _place(self, spans: list[Run]) -> tuple[Span, ...]:
        """Spans of the line that comes next, as places in the text."""
        base = self.position
        return tuple([Span(start + base, end + base) for start, end in spans])

    def add_empty_links(self, anchors: list[Anchor]) -> None:
        """Add links without words that stand behind the last line."""
        self._links += [Link(self.position, self.position, anchor.href) for anchor in anchors]

    def heading(self, line: Line, level: int) -> int:
        """Add a heading; a number in front of it is dropped below level 1."""
        if level > 1:
            drop_sign(line)
        return self.add(Kind.HEADING, line, level)

    def item(self, line: Line, level: int, group: int, parent: int) -> int:
        """Add a list item; a bullet or number in front of it is dropped."""
        drop_sign(line)
        return self.add(Kind.ITEM, line, level, group, parent)

    def row(self, cells: list[Line], group: int, header: bool) -> int:
        """Add a table row."""
        line = join(cells, BAR)
        ends = list(accumulate(len(cell.text) + len(BAR) for cell in cells))
        runs = [(end - len(cell.text) - len(BAR), end - len(BAR)) for cell, end in zip(cells, ends, strict=True)]
        return self.add(Kind.ROW, line, group=group, cells=self._place(runs), header=header)

    def mark_header(self) -> None:
        """Say that the row added last holds a table's column heads."""
        if self.blocks and self.blocks[-1].kind is Kind.ROW:
            self.blocks[-1] = replace(self.blocks[-1], header=True)

    def group_lines(self, indices: list[int]) -> None:
        """Give the lines of one paragraph a group of their own."""
        group = self.new_group()
        for index in indices:
            if self.blocks[index].kind is Kind.PARAGRAPH:
                self.blocks[index] = replace(self.blocks[index], group=group)

    def paragraph(self, line: Line, depth: int = 0, parent: int = -1) -> int:
        """Add a line of running text, as what its look says: a heading, a list item or a paragraph.

        Where the line stands inside an item, depth is that item's level and parent its block.
        """
        text = line.text
        if text[0] == "#" and (hashes := HASHES.match(text)):
            line.cut_head(hashes.end())
            return self.heading(line, hashes.end(1))
        if line.emphasised and is_bold_heading(line):
            return self.heading(line, BOLD_LEVEL)
        if text[0] in SIGN_STARTS:
            rank, section = sign_rank(text), section_at(text)
            if section:
                line.cut_head(section.end())
            if section or sign_length(text):
                return self._signed_item(line, rank, depth, parent)
        return self.add(Kind.PARAGRAPH, line)

    def _signed_item(self, line: Line, rank: int, depth: int, parent: int) -> int:
        """Add a line with a sign in front as an item, of the list of the line before where that has one too."""
        signed = self._sign_levels
        if not signed.open or signed.open[-1].last != len(self.blocks) - 1:
            signed.close()
        level, deeper, inside = signed.enter((0, rank), self.new_group)
        level.last = self.item(line, depth + deeper, level.group, inside if inside >= 0 else parent)
        return level.last

    def finish(self) -> tuple[str, tuple[Block, ...], tuple[Link, ...]]:
        """The text, the blocks and the links."""
        text = "\n".join(self._lines)
        limit = len(text)
        links = [link if link.end <= limit else Link(limit, limit, link.href) for link in self._links]
        return text, tuple(self.blocks), tuple(links)


def links_of(line: Line) -> list[Link]:
    """A line's links, and the web addresses that stand in it as plain words, in order."""
    links = [Link(anchor.start, anchor.end, anchor.href) for anchor in line.links]
    if "://" in line.text or "www." in line.text:
        links += [
            Link(*found.span(), found.group())
            for found in URL.finditer(line.text)
            if not any(anchor.start <= found.start() < anchor.end for anchor in line.links)
        ]
    return sorted(links, key=attrgetter("start")) if len(links) > 1 else links


def drop_sign(line: Line) -> None:
    """Take the bullet or number off the beginning of a line, and pictures behind it."""
    if length := sign_length(line.text):
        line.cut_head(length)
        line.cut_head(pictures_length(line.text))


def is_bold_heading(line: Line) -> bool:
    """Whether a line is emphasised throughout and reads like a heading: short, no sentence, link or enumeration."""
    text = line.text
    plain = len(text) - line.emphasised
    if len(text) >= LONGEST_BOLD_HEADING or plain > 4 or "://" in text or "www." in text:
        return False
    if plain > 0 and text[-plain:].strip(" :;.,-–—|*"):
        return False
    if line.links and any(link.end - link.start >= len(text) - 2 for link in line.links):
        return False
    if text.count(", ") >= FEWEST_NAMED and not text.endswith((":", "?")):
        return False
    return not (text.endswith((".", "!")) and text.count(" ") > 5)
