"""The last step of every reader: a draft to a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cmograph.document import Block, Document, Kind, Span
from cmograph.readers.draft import Draft
from cmograph.readers.title import choose_title


def assemble(
    path: str, draft: Draft, metadata: Mapping[str, str] | None = None, page_breaks: tuple[int, ...] = ()
) -> Document:
    """The document of the page at path, with its title chosen."""
    text, blocks, links = draft.finish()
    title, span = choose_title(path, text, blocks, metadata or {})
    if span:
        blocks = tuple(as_title(block) if is_whole(block, span) else block for block in blocks)
    return Document(text, title, span, blocks, links, dict(metadata or {}), page_breaks)


def is_whole(block: Block, span: Span) -> bool:
    """Whether a line is the title and nothing but the title."""
    return block.start == span.start and block.end == span.end


def as_title(block: Block) -> Block:
    """A title is the highest heading, whatever it looks like."""
    return block if block.level == 1 else replace(block, kind=Kind.HEADING, level=1, group=0)
