"""From an HTML tree to a draft: one pass over the elements, in document order."""

from __future__ import annotations

import re

from lxml import etree

from cmograph.readers import elements
from cmograph.readers.draft import Draft
from cmograph.readers.elements import ROLES, Role, role_of
from cmograph.readers.line import LineBuffer
from cmograph.readers.lists import OpenLists
from cmograph.readers.prose import write_prose
from cmograph.readers.signs import BREAK
from cmograph.readers.table import OpenTables

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
OPEN = -1
BLOCK, SILENT = int(Role.BLOCK), int(Role.SILENT)


class Walker:
    """Reads an element tree into a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.line = LineBuffer()
        self.lists = OpenLists(draft)
        self.tables = OpenTables(draft)
        self.heading = 0
        self.broken: list[int] = []

    def walk(self, root: etree._Element) -> None:
        """Read root and everything below it."""
        steps: list[tuple[etree._Element, int, bool]] = [(root, OPEN, False)]
        while steps:
            element, role, bold = steps.pop()
            if role != OPEN:
                self.line.bold_depth -= bold
                if role:
                    self.end(role, element)
            elif self.open(element, steps):
                continue
            if (tail := element.tail) and element is not root:
                self.write(tail)
        self.tables.close_row()
        self.flush()
        self.draft.add_empty_links(self.line.links)

    def write(self, text: str) -> None:
        """Add text; a line break before a bullet or number begins a new line."""
        if self.tables.row is not None and not text.isspace():
            self.tables.close_row()
        if "\n" not in text or not BREAK.search(text):
            self.line.write(text)
            return
        first, *rest = BREAK.split(text)
        self.line.write(first)
        for part in rest:
            self.break_line()
            self.line.write(part)

    def open(self, element: etree._Element, steps: list[tuple[etree._Element, int, bool]]) -> bool:
        """Begin an element and put what is in it before the next steps; False where it is not shown."""
        role = ROLES.get(element.tag, OPEN)
        if role == OPEN:
            role = role_of(element.tag)
        style = element.get("style")
        if role == SILENT or element.get("hidden") is not None or (style and HIDDEN.search(style)):
            return False
        if role:
            self.start(role, element)
        if element.tag == "pre" and self.tables.cell is None and not self.lists.depth:
            write_prose(self.draft, "".join(str(text) for text in element.itertext()))
            return False
        bold = style is not None and BOLD_STYLE.search(style) is not None
        self.line.bold_depth += bold
        steps.append((element, role, bold))
        if text := element.text:
            self.write(text)
        if len(element):
            steps.extend([(child, OPEN, False) for child in element.iterchildren(reversed=True)])
        return True

    def start(self, role: int, element: etree._Element) -> None:
        """An element begins."""
        if role == BLOCK:
            self.start_block(element.tag, element)
        elif role == Role.BOLD:
            self.line.bold_depth += 1
        elif role == Role.EMPHASIS:
            self.line.emphasis_depth += 1
        elif role == Role.BREAK:
            self.break_line()
        elif href := (element.get("href") or "").strip():
            self.line.open_link(href)

    def start_block(self, tag: str, element: etree._Element) -> None:
        """An element begins that ends the line before it."""
        if self.line.length or self.broken:
            self.end_paragraph()
        if tag in elements.CELLS:
            self.tables.open_cell(element)
            return
        if self.tables.row is not None:
            self.tables.close_row()
        if tag in elements.HEADINGS:
            self.heading = elements.HEADINGS[tag]
        elif tag in elements.LISTS:
            self.lists.open_list(element)
        elif tag in elements.ITEMS:
            self.lists.open_item(element)
        elif tag == "table":
            self.tables.open_table(element)
        elif tag == "tr":
            self.tables.open_row(element)

    def end(self, role: int, element: etree._Element) -> None:
        """An element ends."""
        if role == BLOCK:
            self.end_block(element.tag, element)
        elif role == Role.BOLD:
            self.line.bold_depth -= 1
        elif role == Role.EMPHASIS:
            self.line.emphasis_depth -= 1
        elif role == Role.LINK:
            self.line.close_link()

    def end_block(self, tag: str, element: etree._Element) -> None:
        """An element ends, and with it a line."""
        if self.line.length or self.broken:
            self.end_paragraph()
        if tag in elements.CELLS:
            self.tables.close_cell(element)
            return
        if self.tables.row is not None:
            self.tables.close_row()
        if tag in elements.HEADINGS:
            self.heading = 0
        elif tag in elements.LISTS:
            self.lists.close_list()
        elif tag in elements.ITEMS:
            self.lists.close_item()
        elif tag == "table":
            self.tables.close_table()

    def break_line(self) -> None:
        """A line ends inside a paragraph; in a heading it is only a space."""
        if self.heading:
            self.line.write(" ")
        else:
            self.flush()

    def end_paragraph(self) -> None:
        """A paragraph ends; where <br> parted its lines they get a group."""
        if self.line.length:
            self.flush()
        if self.broken:
            if len(self.broken) > 1:
                self.draft.group_lines(self.broken)
            self.broken = []

    def flush(self) -> None:
        """Put what was written into the draft, or into the open cell, as a line."""
        line = self.line.take()
        if line is None:
            return
        if self.tables.cell is not None:
            self.tables.cell.append(line)
        elif self.heading:
            self.lists.skip_item()
            self.draft.heading(line, self.heading)
        elif not self.lists.write_item(line):
            self.broken.append(self.draft.paragraph(line, self.lists.depth, self.lists.item_index()))
