"""A piece of HTML to a document."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from cmograph.document import Document
from cmograph.errors import PageError
from cmograph.readers.assembly import assemble
from cmograph.readers.definitions import as_tables
from cmograph.readers.draft import Draft
from cmograph.readers.line import Anchor
from cmograph.readers.metadata import read_metadata
from cmograph.readers.repair import element_names, repair
from cmograph.readers.site_page import is_site_page, keep_report, saved_from
from cmograph.readers.walk import Walker

FEWEST_TAGS = 1000
"""A page with fewer cannot be nested more deeply than the parser goes."""


def document_of(path: str, markup: str, said: Mapping[str, str] | None = None) -> Document:
    """The document of a page of HTML that was seen at path; `said` is what it says of itself outside of that."""
    draft = Draft()
    names = element_names(markup)
    root = parse(path, repair(markup, names))
    if root is None:
        return assemble(path, draft)
    has_metadata = next(root.iterchildren("head"), None) is not None or ("script" in names and "ld+json" in markup)
    metadata = read_metadata(root) if has_metadata else {}
    own: list[str] = []
    if "body" in names and is_site_page(markup):
        own = keep_report(root)
        metadata |= saved_from(markup)
    if "dl" in names:
        as_tables(root)
    Walker(draft).walk(root)
    draft.add_empty_links([Anchor(address) for address in own])
    return assemble(path, draft, {**metadata, **said} if said else metadata)


def parse(path: str, markup: str) -> etree._Element | None:
    """The element tree of a page of HTML, None where it has no content; PageError where it is nested too deeply."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    data = markup.encode("utf-8", "replace")
    root = None if not data or data.isspace() else etree.fromstring(data, parser)
    if markup.count("<") > FEWEST_TAGS and any("depth" in entry.message for entry in parser.error_log):
        raise PageError(f"{path} nests elements too deeply to be read to its end; close its open tags")
    return root
