"""Markdown, also with HTML in it: rendered to HTML, then read like any HTML."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt

from cmograph.document import Document
from cmograph.page import Page
from cmograph.readers.decoding import decode
from cmograph.readers.markup import document_of
from cmograph.readers.sniff import looks_like_markdown, narrow

MORE_THAN = re.compile(r"^([ \t]{0,12}(?:[-*+]|\d{1,2}[.)])?[ \t]{0,12})>(?=[\d=])", re.MULTILINE)

DEEPEST = 100


def accepts(page: Page) -> int:
    """Markdown shows itself by its headings, bold runs and links; HTML, which may hold those too, is asked first."""
    return 2 if looks_like_markdown(narrow(page.data)) else 0


def read(page: Page) -> Document:
    """The document of a Markdown page; PageError where its bytes are no text."""
    return document_of(page.path, renderer().render(MORE_THAN.sub(r"\1\\>", decode(page))))


@cache
def renderer() -> MarkdownIt:
    """CommonMark with tables; an indented line is text, since pages indent what is no program code."""
    return (
        MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
        .enable(["table", "strikethrough"])
        .disable("code")
    )
