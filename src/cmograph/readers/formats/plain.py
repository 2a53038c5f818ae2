"""Plain text: the last resort for whatever is text and shows no other format."""

from __future__ import annotations

import html
import re

from cmograph.document import Document
from cmograph.page import Page
from cmograph.readers.assembly import assemble
from cmograph.readers.decoding import decode
from cmograph.readers.draft import Draft
from cmograph.readers.prose import write_prose

ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)


def accepts(_page: Page) -> int:
    """Everything, when no other format does."""
    return 1


def read(page: Page) -> Document:
    """The document of a page of plain text; PageError where its bytes are no text."""
    draft = Draft()
    write_prose(draft, ENTITY.sub(lambda found: html.unescape(found.group()), decode(page)))
    return assemble(page.path, draft)
