"""A document: what a page says, as plain text with structure over it.

Every position in cmograph counts characters (Unicode code points) of `Document.text`.
The text is a pure function of the page: the same bytes and path give the same text.

Data classes of which a page has dozens have their `__init__` written out, here and elsewhere: once compiled it is a
plain function, and reading takes a twelfth less than with the one that a frozen data class is given. Nobody changes
them.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


@dataclass(init=False, slots=True, order=True, unsafe_hash=True)
class Span:
    """A half-open run of characters: text[start:end]."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end

    def __iter__(self) -> Iterator[int]:
        yield self.start
        yield self.end


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


BOLD_LEVEL = 7
"""The level of a heading that is a paragraph in bold throughout."""


@dataclass(init=False, slots=True, unsafe_hash=True)
class Block:
    """One line of the text: a heading, a paragraph, a list item or a table row. Blocks never overlap and stand in text
    order.

    Attributes:
        kind: what it is. An <h2>, a Markdown heading and a paragraph that is bold throughout are all headings.
        start, end: its place in the text; a block never contains a line break.
        level: for a heading 1 to 6, or BOLD_LEVEL for a paragraph that is bold throughout; for an item its depth, 1 for
            the outermost list; otherwise 0.
        group: items of one list, and rows of one table, share a number; nested lists have numbers of their own. 0
            elsewhere. Lines of one paragraph that are parted by <br> share a group too.
        parent: index in `Document.blocks` of the item that holds this nested item, else -1.
        cells: for a row, the place of each cell (an empty cell has an empty span).
        header: for a row, whether it is made of header cells.
        bold: runs of emphasised text inside the block (bold or strong, also Markdown's), in order, as published.
    """

    kind: Kind
    start: int
    end: int
    level: int
    group: int
    parent: int
    cells: tuple[Span, ...]
    header: bool
    bold: tuple[Span, ...]

    def __init__(  # noqa: PLR0913, PLR0917 - a field each
        self,
        kind: Kind,
        start: int,
        end: int,
        level: int = 0,
        group: int = 0,
        parent: int = -1,
        cells: tuple[Span, ...] = (),
        header: bool = False,
        bold: tuple[Span, ...] = (),
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.level = level
        self.group = group
        self.parent = parent
        self.cells = cells
        self.header = header
        self.bold = bold


class Link(NamedTuple):
    """A hyperlink: the place of its words in the text (empty where it has none), and where it leads, as written
    (entities resolved)."""

    start: int
    end: int
    href: str


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Document:
    """A page's text and structure.

    Attributes:
        text: the plain text, one line for each block, lines joined by "\\n"; cells of a row are parted by " | ".
            White space is folded (no-break spaces too), markup and Markdown's signs are gone.
        title: the page's own heading, or its file's name where it has none.
        title_span: where the title stands in the text; None where it comes from the file's name or from metadata.
        blocks: the lines, in order.
        links: the links, in order; behind them, without words, those to the page's own report that stood in parts of a
            saved page which are no part of the text.
        metadata: what the page says of itself outside the text: "og:site_name", "datePublished", "publisher",
            "canonical" … (OpenGraph, <meta>, <title>, schema.org JSON-LD), keys as the page spells them.
        page_breaks: for PDF only, the offset at which each page begins.
    """

    text: str
    title: str
    title_span: Span | None
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    page_breaks: tuple[int, ...] = ()

    @cached_property
    def text_digest(self) -> str:
        """SHA-256 of the text in UTF-8, in lower-case hexadecimal."""
        return _sha256(self.text)

    @cached_property
    def key(self) -> str:
        """What makes this document the same as another: its text, and its title where that is not part of the text."""
        return (self.text_digest if self.title_span else _sha256(f"{self.text}\0{self.title}"))[:16]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where the blocks begin."""
        return tuple(block.start for block in self.blocks)

    def index_at(self, place: int) -> int:
        """The index of the block that a place of the text is in; -1 before the first."""
        return bisect_right(self._starts, place) - 1

    def is_title(self, block: Block) -> bool:
        """Whether the title stands in a block."""
        return self.title_span is not None and block.start <= self.title_span.start < block.end

    def line(self, block: Block) -> str:
        """The text of a block."""
        return self.text[block.start : block.end]
