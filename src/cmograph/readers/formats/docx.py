"""DOCX, with python-docx (the extra "docx")."""

from __future__ import annotations

import importlib
import io
import zipfile
from types import ModuleType
from typing import Any

from lxml import etree

from cmograph.document import Document
from cmograph.errors import PageError
from cmograph.page import Page
from cmograph.readers.assembly import assemble
from cmograph.readers.draft import Draft
from cmograph.readers.line import Line, LineBuffer
from cmograph.readers.table import OpenTable, Row, write_row

LARGEST_UNPACKED = 100_000_000
"""In bytes; a small file that unpacks to more is no report."""


def accepts(page: Page) -> int:
    """A DOCX is a zip archive with a folder word/ in it; a broken one shows itself by its name and first bytes."""
    if page.data.startswith(b"PK\x03\x04") and b"word/" in page.data:
        return 3
    return 1 if page.data.startswith(b"PK") and page.path.lower().endswith(".docx") else 0


def read(page: Page) -> Document:
    """The document of a DOCX file.

    Raises:
        PageError: python-docx is not installed, or the file is broken.
    """
    docx = load(page)
    own = (docx.opc.exceptions.OpcError, docx.exceptions.PythonDocxError)
    draft = Draft()
    try:
        with zipfile.ZipFile(io.BytesIO(page.data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST_UNPACKED:
                raise PageError(
                    f"{page.path} unpacks to more than {LARGEST_UNPACKED:,} bytes; save its text on its own"
                )
        Writer(draft, docx).write(docx.Document(io.BytesIO(page.data)))
    except (*own, zipfile.BadZipFile, etree.LxmlError, AttributeError, LookupError, ValueError, OSError) as error:
        raise PageError(f"{page.path} is a DOCX that cannot be read ({error}); open it and save it again") from error
    return assemble(page.path, draft)


class Writer:
    """Writes the parts of a DOCX document into a draft."""

    def __init__(self, draft: Draft, docx: ModuleType) -> None:
        self.draft = draft
        self.docx = docx
        self.levels: list[tuple[int, int]] = []

    def write(self, document: Any) -> None:
        """Write every paragraph and table, in order."""
        for part in document.iter_inner_content():
            if isinstance(part, self.docx.table.Table):
                self.levels = []
                self.table(part)
            elif line := self.line(part):
                self.paragraph(part, line)

    def paragraph(self, part: Any, line: Line) -> None:
        """A paragraph, as its style says: title, heading, list item or text."""
        style = (part.style.name if part.style is not None else "") or ""
        depth = list_depth(part, style)
        if not depth:
            self.levels = []
        if style == "Title" or style.startswith("Heading "):
            level = style.removeprefix("Heading ")
            self.draft.heading(line, min(int(level) + 1, 6) if level.isdigit() else 1)
        elif depth:
            self.item(line, depth)
        else:
            self.draft.paragraph(line)

    def item(self, line: Line, depth: int) -> None:
        """A list item; levels holds the group and the last item of each list that is open."""
        del self.levels[depth:]
        while len(self.levels) < depth:
            self.levels.append((self.draft.new_group(), -1))
        parent = self.levels[depth - 2][1] if depth > 1 else -1
        group = self.levels[-1][0]
        self.levels[-1] = (group, self.draft.item(line, depth, group, parent))

    def table(self, table: Any) -> None:
        """A table; a cell that spans several columns or rows is written once."""
        opened = OpenTable(self.draft.new_group())
        seen: set[Any] = set()
        for number, each in enumerate(table.rows):
            row = Row(opened, in_head=number == 0 and len(table.rows) > 1)
            for cell in each.cells:
                parts = [part for part in cell.paragraphs if part.paragraph_format.element not in seen]
                seen.update(part.paragraph_format.element for part in parts)
                row.cells.append([line for line in map(self.line, parts) if line])
            row.all_header = False
            write_row(self.draft, row)

    def line(self, paragraph: Any) -> Line | None:
        """A paragraph's words with their bold runs and links."""
        buffer = LineBuffer()
        for part in paragraph.iter_inner_content():
            if isinstance(part, self.docx.text.hyperlink.Hyperlink):
                buffer.open_link(part.url)
                for run in part.runs:
                    write_run(buffer, run)
                buffer.close_link()
            else:
                write_run(buffer, part)
        return buffer.take()


def write_run(buffer: LineBuffer, run: Any) -> None:
    """The words of one run of type."""
    buffer.bold_depth = int(bool(run.bold))
    buffer.emphasis_depth = int(bool(run.italic or run.underline))
    buffer.write(run.text)


def list_depth(paragraph: Any, style: str) -> int:
    """How deep in a list a paragraph stands; 0 outside lists."""
    look = paragraph.paragraph_format.element.pPr
    numbering = look.numPr if look is not None else None
    if numbering is not None:
        return (numbering.ilvl.val if numbering.ilvl is not None else 0) + 1
    if not style.startswith("List "):
        return 0
    return int(style[-1]) if style[-1].isdigit() else 1


def load(page: Page) -> ModuleType:
    """python-docx, which is an extra."""
    try:
        for part in ("docx.exceptions", "docx.opc.exceptions"):
            importlib.import_module(part)
        return importlib.import_module("docx")
    except ImportError as error:
        raise PageError(f"{page.path} is a DOCX, which needs python-docx; run: pip install 'cmograph[docx]'") from error
