"""PDF, with pypdf (the extra "pdf")."""

from __future__ import annotations

import importlib
import io
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from cmograph.document import Document
from cmograph.errors import PageError
from cmograph.page import Page
from cmograph.readers.assembly import assemble
from cmograph.readers.draft import Draft
from cmograph.readers.paper import pages_to_prose
from cmograph.readers.prose import write_prose

BROKEN = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError, OSError,
    RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What pypdf raises on broken files, beside its own errors."""


def accepts(page: Page) -> int:
    """A PDF begins with its signature, sometimes after a few stray bytes."""
    return 3 if b"%PDF-" in page.data[:1024] else 0


def read(page: Page) -> Document:
    """The document of a PDF, with the place where each of its pages begins.

    Raises:
        PageError: pypdf is not installed, or the file is broken, locked with a password or only pictures.
    """
    draft = Draft()
    breaks = []
    for text in pages_to_prose(page_texts(page)):
        breaks.append(draft.position)
        write_prose(draft, text)
    return assemble(page.path, draft, page_breaks=tuple(breaks))


def page_texts(page: Page) -> list[str]:
    """The text of each page, line by line as it is printed."""
    pypdf = load(page)
    own = (pypdf.errors.PyPdfError, pypdf.errors.DependencyError)
    try:
        with without_complaints():
            reader = pypdf.PdfReader(io.BytesIO(page.data))
            if reader.is_encrypted:
                reader.decrypt("")
            texts = [each.extract_text() for each in reader.pages]
    except (*own, *BROKEN) as error:
        raise PageError(
            f"{page.path} is a PDF that cannot be read ({error}); open it and save it again, without a password"
        ) from error
    if not any(text.strip() for text in texts):
        raise PageError(f"{page.path} is a PDF without text, perhaps scanned; run text recognition over it first")
    return texts


@contextmanager
def without_complaints() -> Iterator[None]:
    """pypdf logs what it stumbles over, which ends on stderr; what ends the reading it raises as well."""
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)


def load(page: Page) -> ModuleType:
    """pypdf, which is an extra."""
    try:
        return importlib.import_module("pypdf")
    except ImportError as error:
        raise PageError(f"{page.path} is a PDF, which needs pypdf; run: pip install 'cmograph[pdf]'") from error
