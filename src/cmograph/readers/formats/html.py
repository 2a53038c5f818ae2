"""HTML: whole pages and bare fragments, whatever their file is called."""

from __future__ import annotations

from cmograph.document import Document
from cmograph.page import Page
from cmograph.readers.decoding import decode
from cmograph.readers.markup import document_of
from cmograph.readers.sniff import looks_like_markup, narrow


def accepts(page: Page) -> int:
    """HTML shows itself by its elements."""
    return 2 if looks_like_markup(narrow(page.data)) else 0


def read(page: Page) -> Document:
    """The document of an HTML page; PageError where its bytes are no text."""
    return document_of(page.path, decode(page))
