"""Readers: a page's bytes to a document."""

from __future__ import annotations

from cmograph.document import Document
from cmograph.errors import PageError
from cmograph.page import Page
from cmograph.readers.formats import all_formats

LARGEST_PAGE = 10_000_000
"""In bytes."""


def read_document(page: Page, largest: int = LARGEST_PAGE) -> Document:
    """Read a page, whatever its format.

    Raises:
        PageError: the page is empty, binary, larger than `largest` bytes or of a format that cannot be read.
    """
    if not page.data.strip():
        raise PageError(f"{page.path} is empty; leave it out or save the page again")
    if len(page.data) > largest:
        size = f"{len(page.data):,} bytes, more than the {largest:,} that are read"
        raise PageError(f"{page.path} has {size}; split it or raise the limit")
    best = max(all_formats(), key=lambda each: each.accepts(page))
    document = best.read(page)
    if not document.blocks:
        raise PageError(f"{page.path} holds no text; leave it out or save the page with its text")
    return document
