"""A reading: one page, its document and the facts that the document states."""

from __future__ import annotations

from dataclasses import dataclass

from cmograph.claims.model import Facts
from cmograph.document import Document
from cmograph.extractors import extract_facts
from cmograph.page import Page
from cmograph.readers import read_document


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one page."""

    page: Page
    document: Document
    facts: Facts


def read_page(page: Page) -> Reading:
    """Read a page: its document, and what that states.

    Raises:
        PageError: the page is empty, binary, too large or of a format that cannot be read.
    """
    document = read_document(page)
    return Reading(page, document, extract_facts(document))
