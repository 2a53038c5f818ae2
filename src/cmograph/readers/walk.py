"""From an HTML tree to a draft: one pass over the elements, in document order."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from lxml import etree

from cmograph.readers.draft import Draft
from cmograph.readers.elements import BOLD, CELLS, EMPHASIS, HEADINGS, ITEMS, LISTS, PARTING, SILENT
from cmograph.readers.footnotes import is_reference
from cmograph.readers.line import LineBuffer
from cmograph.readers.lists import OpenLists
from cmograph.readers.prose import write_prose
from cmograph.readers.signs import BREAK
from cmograph.readers.table import OpenTables

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
PECULIAR = SILENT | {"pre", "sup"}


class Walker:
    """Reads an element tree into a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.line = LineBuffer()
        self.lists = OpenLists(draft)
        self.tables = OpenTables(draft)
        self.heading = 0
        self.broken: list[int] = []
        self.styled: list[etree._Element] = []

    def walk(self, root: etree._Element) -> None:
        """Read root and everything below it."""
        events = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in events:
            tag = element.tag
            if event == "start":
                if (tag in PECULIAR or element.keys()) and not self.enters(element):
                    skipped = element
                    events.skip_subtree()
                    continue
                OPENERS[tag](self, element)
                if text := element.text:
                    self.write(text)
                continue
            if element is skipped:
                skipped = None
            else:
                CLOSERS[tag](self, element)
                if self.styled and self.styled[-1] is element:
                    self.styled.pop()
                    self.line.bold_depth -= 1
            if (text := element.tail) and element is not root:
                self.write(text)
        self.tables.close_row()
        self.flush()
        self.draft.add_empty_links(self.line.links)

    def enters(self, element: etree._Element) -> bool:
        """Whether what an element holds is still to be read: not where it is hidden, nor where it is read at once."""
        hides, is_bold = look(element.get("style"))
        if hides or element.tag in SILENT or element.get("hidden") is not None:
            return False
        if element.tag == "pre" and self.tables.cell is None and not self.lists.depth:
            self.part(element)
            write_prose(self.draft, _words_of(element))
            return False
        if element.tag == "sup" and is_reference(_words_of(element), self.line.last_written()):
            return False
        if is_bold:
            self.styled.append(element)
            self.line.bold_depth += 1
        return True

    def write(self, text: str) -> None:
        """Add text; a line break before a bullet or number begins a new line."""
        if text.isspace():
            self.line.space()
            return
        if self.tables.row is not None:
            self.tables.close_row()
        if "\n" not in text or not BREAK.search(text):
            self.line.write(text)
            return
        first, *rest = BREAK.split(text)
        self.line.write(first)
        for each in rest:
            self.break_line()
            self.line.write(each)

    def pass_by(self, _element: etree._Element) -> None:
        """An element that means nothing for the text begins or ends."""

    def part(self, _element: etree._Element) -> None:
        """A part of the page begins or ends, and with it the line before."""
        if self.line.length or self.broken:
            self.end_paragraph()
        if self.tables.row is not None:
            self.tables.close_row()

    def open_heading(self, element: etree._Element) -> None:
        """A heading begins."""
        self.part(element)
        self.heading = HEADINGS[element.tag]

    def close_heading(self, element: etree._Element) -> None:
        """A heading ends."""
        self.part(element)
        self.heading = 0

    def open_list(self, element: etree._Element) -> None:
        """A list begins."""
        self.part(element)
        self.lists.open_list(element)

    def close_list(self, element: etree._Element) -> None:
        """A list ends."""
        self.part(element)
        self.lists.close_list()

    def open_item(self, element: etree._Element) -> None:
        """A list item begins."""
        self.part(element)
        self.lists.open_item(element)

    def close_item(self, element: etree._Element) -> None:
        """A list item ends."""
        self.part(element)
        self.lists.close_item()

    def open_table(self, element: etree._Element) -> None:
        """A table begins."""
        self.part(element)
        self.tables.open_table(element)

    def close_table(self, element: etree._Element) -> None:
        """A table ends."""
        self.part(element)
        self.tables.close_table()

    def open_row(self, element: etree._Element) -> None:
        """A row begins."""
        self.part(element)
        self.tables.open_row(element)

    def open_cell(self, element: etree._Element) -> None:
        """A cell begins; the row goes on."""
        self.end_paragraph()
        self.tables.open_cell(element)

    def close_cell(self, element: etree._Element) -> None:
        """A cell ends; the row goes on."""
        self.end_paragraph()
        self.tables.close_cell(element)

    def open_bold(self, _element: etree._Element) -> None:
        """Bold type begins."""
        self.line.bold_depth += 1

    def close_bold(self, _element: etree._Element) -> None:
        """Bold type ends."""
        self.line.bold_depth -= 1

    def open_emphasis(self, _element: etree._Element) -> None:
        """Italic or underlined type begins."""
        self.line.emphasis_depth += 1

    def close_emphasis(self, _element: etree._Element) -> None:
        """Italic or underlined type ends."""
        self.line.emphasis_depth -= 1

    def open_link(self, element: etree._Element) -> None:
        """A link begins; without an address it is none."""
        if href := (element.get("href") or "").strip():
            self.line.open_link(href)

    def close_link(self, _element: etree._Element) -> None:
        """A link ends."""
        self.line.close_link()

    def open_break(self, _element: etree._Element) -> None:
        """A line break."""
        self.break_line()

    def break_line(self) -> None:
        """A line ends inside a paragraph; in a heading it is only a space."""
        if self.heading:
            self.line.space()
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
        elif not self.lists.lists:
            self.broken.append(self.draft.paragraph(line))
        elif not self.lists.write_item(line):
            self.broken.append(self.draft.paragraph(line, self.lists.depth, self.lists.item_index()))


def _words_of(element: etree._Element) -> str:
    """All text inside an element, as it stands there."""
    return "".join(str(text) for text in element.itertext())


Step = Callable[[Walker, "etree._Element"], None]  # noqa: SLF001


@lru_cache(maxsize=1000)
def look(style: str | None) -> tuple[bool, bool]:
    """Whether a style hides an element, and whether it sets bold type; pages repeat the same few styles."""
    return HIDDEN.search(style or "") is not None, BOLD_STYLE.search(style or "") is not None


class Steps(dict[str, Step]):
    """What is done where an element begins or ends.

    Of the elements that HTML does not know, a component parts the page, and a word processor's tag does not.
    """

    def __missing__(self, tag: str) -> Step:
        return Walker.part if "-" in tag else Walker.pass_by


OPENERS = Steps(
    {
        **dict.fromkeys(PARTING, Walker.part),
        **dict.fromkeys(HEADINGS, Walker.open_heading),
        **dict.fromkeys(LISTS, Walker.open_list),
        **dict.fromkeys(ITEMS, Walker.open_item),
        **dict.fromkeys(CELLS, Walker.open_cell),
        **dict.fromkeys(BOLD, Walker.open_bold),
        **dict.fromkeys(EMPHASIS, Walker.open_emphasis),
        "table": Walker.open_table,
        "tr": Walker.open_row,
        "a": Walker.open_link,
        "br": Walker.open_break,
        "span": Walker.pass_by,
    }
)
CLOSERS = Steps(
    {
        **dict.fromkeys(PARTING, Walker.part),
        **dict.fromkeys(HEADINGS, Walker.close_heading),
        **dict.fromkeys(LISTS, Walker.close_list),
        **dict.fromkeys(ITEMS, Walker.close_item),
        **dict.fromkeys(CELLS, Walker.close_cell),
        **dict.fromkeys(BOLD, Walker.close_bold),
        **dict.fromkeys(EMPHASIS, Walker.close_emphasis),
        "table": Walker.close_table,
        "a": Walker.close_link,
        "br": Walker.pass_by,
        "span": Walker.pass_by,
    }
)
