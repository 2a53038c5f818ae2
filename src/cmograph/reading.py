"""A reading: one page, its document and the facts that the document states."""

from __future__ import annotations

from dataclasses import dataclass

from cmograph.claims.model import Facts
from cmograph.document import Document
from cmograph.page import Page


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one page."""

    page: Page
    document: Document
    facts: Facts
