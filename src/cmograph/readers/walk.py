"""From an HTML tree to a draft: one pass over the elements, in document order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from cmograph.readers import elements
from cmograph.readers.draft import BOLD, Draft
from cmograph.readers.line import Line, LineBuffer
from cmograph.readers.signs import BREAK
from cmograph.readers.table import OpenTable, Row, is_layout, write_row

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
OPEN, CLOSE, CLOSE_BOLD = 0, 1, 2


@dataclass(slots=True)
class OpenList:
    """A list that is being read; `last` is the block of its latest item, `loose` says that no list element holds it."""

    holder: etree._Element | None
    group: int
    depth: int
    parent: int
    last: int = -1
    loose: bool = False


@dataclass(slots=True)
class OpenItem:
    """A list item that is being read; `pending` until its first line is written, at `index`."""

    of: OpenList
    pending: bool = True
    index: int = -1


class Walker:
    """Reads an element tree into a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.line = LineBuffer()
        self.heading = 0
        self.lists: list[OpenList] = []
        self.items: list[OpenItem] = []
        self.loose: OpenList | None = None
        self.tables: list[OpenTable] = []
        self.stray: OpenTable | None = None
        self.cell_element: etree._Element | None = None
        self.row: Row | None = None
        self.cell: list[Line] | None = None
        self.broken: list[int] = []

    def walk(self, root: etree._Element) -> None:
        """Read root and everything below it."""
        steps: list[tuple[etree._Element, int]] = [(root, OPEN)]
        while steps:
            element, step = steps.pop()
            tag = element.tag
            if step:
                self.end(tag, element)
                self.line.bold_depth -= step == CLOSE_BOLD
            elif isinstance(tag, str) and tag not in elements.SILENT and not is_hidden(element):
                self.start(tag, element)
                bold = is_bold_by_style(element)
                self.line.bold_depth += bold
                steps.append((element, CLOSE_BOLD if bold else CLOSE))
                if element.text:
                    self.write(element.text)
                if len(element):
                    steps.extend([(child, OPEN) for child in element.iterchildren(reversed=True)])
                continue
            if element.tail and element is not root:
                self.write(element.tail)
        self.close_row()
        self.flush()

    def write(self, text: str) -> None:
        """Add text; a line break before a bullet or number begins a new line."""
        if self.row and self.cell is None and not text.isspace():
            self.close_row()
        if "\n" not in text or text.isspace() or not BREAK.search(text):
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
        if tag in elements.CELLS:
            self.open_cell(tag, element)
            return
        if self.cell is None and tag != "tr":
            self.close_row()
        self.end_paragraph()
        if tag in elements.HEADINGS:
            self.heading = elements.HEADINGS[tag]
        elif tag in elements.LISTS:
            self.open_list(element)
        elif tag in elements.ITEMS:
            self.open_item(element)
        elif tag == "table":
            self.tables.append(OpenTable(self.draft.new_group(), is_layout(element)))
        elif tag == "tr":
            self.open_row(element)
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
        self.end_paragraph()
        if tag in elements.CELLS:
            self.close_cell(element)
            return
        if self.cell is None:
            self.close_row()
        if tag in elements.HEADINGS or tag == "caption":
            self.heading = 0
        elif tag in elements.LISTS:
            self.lists.pop()
        elif tag in elements.ITEMS:
            self.close_item()
        elif tag == "table":
            self.tables.pop()

    def open_list(self, element: etree._Element) -> None:
        self.lists.append(self.new_list(element))

    def new_list(self, holder: etree._Element | None) -> OpenList:
        if not self.lists:
            return OpenList(holder, self.draft.new_group(), 1, -1)
        outer = self.lists[-1]
        inside = self.items[-1] if self.items and self.items[-1].of is outer else None
        return OpenList(holder, self.draft.new_group(), outer.depth + 1, inside.index if inside else outer.last)

    def open_item(self, element: etree._Element) -> None:
        if not self.lists:
            holder = element.getparent()
            latest = self.loose
            if latest is None or latest.holder is not holder or latest.last != len(self.draft.blocks) - 1:
                latest = self.new_list(holder)
                latest.loose = True
            self.loose = latest
            self.lists.append(latest)
        self.items.append(OpenItem(self.lists[-1]))

    def close_item(self) -> None:
        if self.items.pop().of.loose and not any(item.of.loose for item in self.items):
            self.lists.pop()

    def open_row(self, element: etree._Element) -> None:
        if self.cell is None and not (self.tables and self.tables[-1].is_layout):
            parent = element.getparent()
            self.row = Row(self.current_table(), in_head=parent is not None and parent.tag == "thead")

    def current_table(self) -> OpenTable:
        if self.tables:
            return self.tables[-1]
        if self.stray is None:
            self.stray = OpenTable(self.draft.new_group())
        return self.stray

    def open_cell(self, tag: str, element: etree._Element) -> None:
        self.end_paragraph()
        if self.cell is not None or (self.tables and self.tables[-1].is_layout):
            return
        if self.row is None:
            self.row = Row(self.current_table())
        self.row.open_cell(is_header=tag == "th")
        self.cell, self.cell_element = [], element

    def close_cell(self, element: etree._Element) -> None:
        if self.cell is not None and self.row is not None and self.cell_element is element:
            self.row.close_cell(self.cell, element)
            self.cell = self.cell_element = None

    def close_row(self) -> None:
        if self.row is not None and self.cell is None:
            write_row(self.draft, self.row)
            self.row = None

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
        if len(self.broken) > 1:
            self.draft.group_lines(self.broken)
        if self.broken:
            self.broken = []

    def flush(self) -> None:
        """Put what was written into the draft as a line."""
        line = self.line.take()
        if line is None:
            return
        item = self.items[-1] if self.items else None
        if self.cell is not None:
            self.cell.append(line)
        elif self.heading:
            self.draft.heading(line, self.heading)
            if item:
                item.pending = False
        elif item and item.pending:
            of = item.of
            item.index = of.last = self.draft.item(line, of.depth, of.group, of.parent)
            item.pending = False
        else:
            self.broken.append(self.draft.paragraph(line, len(self.lists), item.index if item else -1))


def is_hidden(element: etree._Element) -> bool:
    """Whether a browser would not show an element."""
    style = element.get("style")
    return (style is not None and HIDDEN.search(style) is not None) or element.get("hidden") is not None


def is_bold_by_style(element: etree._Element) -> bool:
    """Whether an element's own style makes its text bold."""
    style = element.get("style")
    return style is not None and BOLD_STYLE.search(style) is not None
