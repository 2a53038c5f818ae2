"""A document in the making: lines go in, one after another, and get their place and kind."""

from __future__ import annotations

from cmograph.document import Block, Kind, Link, Span
from cmograph.readers.line import Anchor, Line, join
from cmograph.readers.signs import HASHES, SECTION, URL, sign_length

LONGEST_BOLD_HEADING = 200
BOLD = 7
FEWEST_NAMED = 4


class DraftBlock:
    """A block whose group may still change."""

    __slots__ = ("bold", "cells", "end", "group", "header", "kind", "level", "parent", "start")

    def __init__(self, kind: Kind, start: int, end: int, level: int = 0, group: int = 0, parent: int = -1) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.level = level
        self.group = group
        self.parent = parent
        self.cells: tuple[Span, ...] = ()
        self.header = False
        self.bold: tuple[Span, ...] = ()


class Draft:
    """Collects lines as blocks of one text. Every method that adds a line gives the index of its block."""

    def __init__(self) -> None:
        self.blocks: list[DraftBlock] = []
        self._lines: list[str] = []
        self._links: list[Link] = []
        self.position = 0
        self._groups = 0
        self._signed = (-2, 0)

    def new_group(self) -> int:
        """A number for a new list, table or paragraph of several lines."""
        self._groups += 1
        return self._groups

    def add(self, kind: Kind, line: Line, level: int = 0, group: int = 0, parent: int = -1) -> int:
        """Add a line whose kind is known."""
        start = self.position
        block = DraftBlock(kind, start, start + len(line.text), level, group, parent)
        if line.bold:
            block.bold = tuple(Span(s + start, e + start) for s, e in line.bold)
        self.blocks.append(block)
        self._lines.append(line.text)
        self.position = block.end + 1
        self._add_links(line, start)
        return len(self.blocks) - 1

    def _add_links(self, line: Line, start: int) -> None:
        links = [Link(a.start + start, a.end + start, a.href) for a in line.links]
        if "://" in line.text or "www." in line.text:
            links += [
                Link(found.start() + start, found.end() + start, found.group())
                for found in URL.finditer(line.text)
                if not any(anchor.start <= found.start() < anchor.end for anchor in line.links)
            ]
            links.sort(key=lambda link: link.start)
        self._links += links

    def add_empty_links(self, anchors: list[Anchor]) -> None:
        """Add links without words that stand behind the last line."""
        self._links += [Link(self.position, self.position, anchor.href) for anchor in anchors]

    def heading(self, line: Line, level: int) -> int:
        """Add a heading; a number in front of it is dropped below level 1."""
        if level > 1:
            line.cut(0, sign_length(line.text))
        return self.add(Kind.HEADING, line, level)

    def item(self, line: Line, level: int, group: int, parent: int) -> int:
        """Add a list item; a bullet or number in front of it is dropped."""
        line.cut(0, sign_length(line.text))
        return self.add(Kind.ITEM, line, level, group, parent)

    def row(self, cells: list[Line], group: int, header: bool) -> int:
        """Add a table row."""
        start = self.position
        index = self.add(Kind.ROW, join(cells, " | "), group=group)
        spans = []
        for cell in cells:
            spans.append(Span(start, start + len(cell.text)))
            start += len(cell.text) + 3
        self.blocks[index].cells = tuple(spans)
        self.blocks[index].header = header
        return index

    def mark_header(self) -> None:
        """Say that the row added last holds a table's column heads."""
        if self.blocks and self.blocks[-1].kind is Kind.ROW:
            self.blocks[-1].header = True

    def group_lines(self, indices: list[int]) -> None:
        """Give the lines of one paragraph a group of their own."""
        group = self.new_group()
        for index in indices:
            if self.blocks[index].kind is Kind.PARAGRAPH:
                self.blocks[index].group = group

    def paragraph(self, line: Line, depth: int = 0, parent: int = -1) -> int:
        """Add a line of running text, as what its look says: a heading, a list item or a paragraph.

        Where the line stands inside an item, depth is that item's level and parent its block.
        """
        text = line.text
        if hashes := HASHES.match(text):
            line.cut(0, hashes.end())
            return self.heading(line, hashes.end(1))
        if line.emphasised and is_bold_heading(line):
            return self.heading(line, BOLD)
        if section := SECTION.match(text):
            line.cut(0, section.end())
            return self._signed_item(line, depth, parent)
        if sign_length(text):
            return self._signed_item(line, depth, parent)
        return self.add(Kind.PARAGRAPH, line)

    def _signed_item(self, line: Line, depth: int, parent: int) -> int:
        last, group = self._signed
        if last != len(self.blocks) - 1:
            group = self.new_group()
        index = self.item(line, depth + 1, group, parent)
        self._signed = (index, group)
        return index

    def finish(self) -> tuple[str, tuple[Block, ...], tuple[Link, ...]]:
        """The text, the blocks and the links."""
        text = "\n".join(self._lines)
        blocks = tuple(
            Block(b.kind, b.start, b.end, b.level, b.group, b.parent, b.cells, b.header, b.bold) for b in self.blocks
        )
        limit = len(text)
        links = tuple(Link(min(k.start, limit), min(k.end, limit), k.href) for k in self._links)
        return text, blocks, links


def is_bold_heading(line: Line) -> bool:
    """Whether a line is emphasised throughout and reads like a heading: short, no sentence, link or enumeration."""
    text = line.text
    plain = len(text) - line.emphasised
    if len(text) >= LONGEST_BOLD_HEADING or plain > 4 or "://" in text or "www." in text:
        return False
    if plain > 0 and text[-plain:].strip(" :;.,-–—|*"):
        return False
    if any(link.end - link.start >= len(text) - 2 for link in line.links):
        return False
    if text.count(", ") >= FEWEST_NAMED and not text.endswith((":", "?")):
        return False
    return not (text.endswith((".", "!")) and text.count(" ") > 5)
