"""HTML, whole pages and bare fragments."""

from __future__ import annotations

import re

from lxml import etree

from cmograph.document import Document
from cmograph.page import Page
from cmograph.readers.decoding import decode
from cmograph.readers.draft import Draft
from cmograph.readers.repair import repair
from cmograph.readers.title import choose_title
from cmograph.readers.walk import Walker

MARKUP = re.compile(rb"<(?:!doctype|html|body|head|p|h[1-6]|div|ul|ol|li|table|tr|td|br|section|article|blockquote)[\s/>]", re.IGNORECASE)


def accepts(page: Page) -> int:
    """HTML by its block elements, or by its file's extension."""
    return 2 if MARKUP.search(page.data) else 0


def read(page: Page) -> Document:
    """The document of an HTML page."""
    markup = decode(page)
    return document_of(page.path, markup)


def document_of(path: str, markup: str) -> Document:
    draft = Draft()
    root = parse(repair(markup))
    if root is not None:
        Walker(draft).walk(root)
    text, blocks, links = draft.finish()
    title, span = choose_title(path, text, blocks)
    return Document(text, title, span, blocks, links)


def parse(markup: str) -> etree._Element | None:
    """The element tree of a piece of HTML, None where it has no content."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    data = markup.encode("utf-8", "replace")
    return etree.fromstring(data, parser) if data.strip() else None
