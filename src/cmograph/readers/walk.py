"""From an HTML tree to a draft: one pass over the elements, in document order."""

from __future__ import annotations

import re

from lxml import etree

from cmograph.readers import elements
from cmograph.readers.draft import BOLD, Draft
from cmograph.readers.line import LineBuffer
from cmograph.readers.lists import OpenLists
from cmograph.readers.signs import BREAK
from cmograph.readers.table import OpenTables

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
OPEN, CLOSE, CLOSE_BOLD = 0, 1, 2


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
        steps: list[tuple[etree._Element, int]] = [(root, OPEN)]
        while steps:
            element, step = steps.pop()
            if step:
                self.end(element.tag, element)
                self.line.bold_depth -= step == CLOSE_BOLD
            else:
                style = element.get("style")
                if is_visible(element, style):
                    self.start(element.tag, element)
                    bold = style is not None and BOLD_STYLE.search(style) is not None
                    self.line.bold_depth += bold
                    steps.append((element, CLOSE_BOLD if bold else CLOSE))
                    if text := element.text:
                        self.write(text)
                    if len(element):
                        steps.extend([(child, OPEN) for child in element.iterchildren(reversed=True)])
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

    def start(self, tag: str, element: etree._Element) -> None:
        """An element begins."""
        if tag in elements.BOLD:
            self.line.bold_depth += 1
        elif tag in elements.EMPHASIS:
            self.line.emphasis_depth += 1
        elif tag == "a":
            if href := (element.get("href") or "").strip():
                self.line.open_link(href)
        elif tag in elements.INLINE:
            if tag == "br":
                self.break_line()
        else:
            self.start_block(tag, element)

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
        elif tag == "caption":
            self.heading = BOLD

    def end(self, tag: str, element: etree._Element) -> None:
        """An element ends."""
        if tag in elements.BOLD:
            self.line.bold_depth -= 1
        elif tag in elements.EMPHASIS:
            self.line.emphasis_depth -= 1
        elif tag == "a":
            self.line.close_link()
        elif tag not in elements.INLINE:
            self.end_block(tag, element)

    def end_block(self, tag: str, element: etree._Element) -> None:
        """An element ends, and with it a line."""
        if self.line.length or self.broken:
            self.end_paragraph()
        if tag in elements.CELLS:
            self.tables.close_cell(element)
            return
        if self.tables.row is not None:
            self.tables.close_row()
        if tag in elements.HEADINGS or tag == "caption":
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


def is_visible(element: etree._Element, style: str | None) -> bool:
    """Whether an element with a style of its own, or none, is one that a browser shows."""
    if element.tag in elements.SILENT or not isinstance(element.tag, str) or element.get("hidden") is not None:
        return False
    return style is None or HIDDEN.search(style) is None
