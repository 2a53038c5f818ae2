"""The last step of every reader: a draft to a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cmograph.document import Block, Document, Kind, Span
from cmograph.readers.draft import Draft
from cmograph.readers.report_table import report_tables
from cmograph.readers.rewriting import with_rows
from cmograph.readers.title import choose_title


def assemble(
    path: str, draft: Draft, metadata: Mapping[str, str] | None = None, page_breaks: tuple[int, ...] = ()
) -> Document:
    """The document of the page at path, with its title chosen."""
    text, blocks, links = draft.finish()
    if pairs := report_tables(text, blocks):
        new, blocks = with_rows(text, blocks, pairs)
        text, links = new.text, tuple(map(new.link, links))
        page_breaks = tuple(map(new.place, page_breaks))
    title, span = choose_title(path, text, blocks, metadata or {})
    if span:
        whole = next((number for number, block in enumerate(blocks) if Span(block.start, block.end) == span), None)
        if whole is not None:
            blocks = (*blocks[:whole], as_title(blocks[whole]), *blocks[whole + 1 :])
    return Document(text, title, span, blocks, links, dict(metadata or {}), page_breaks)


def as_title(block: Block) -> Block:
    """A title is the highest heading, whatever it looks like."""
    return block if block.level == 1 else replace(block, kind=Kind.HEADING, level=1, group=0)
