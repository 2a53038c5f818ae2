"""Tables in the making: rows of cells, spans, and tables that only lay out a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from cmograph.readers.draft import Draft
from cmograph.readers.line import Line, join

WIDEST_SPAN = 20
FEWEST_LINES_OF_A_LIST = 3
LONGEST_LINE_OF_A_LIST = 100


@dataclass(slots=True)
class OpenTable:
    """A table that is being read.

    Attributes:
        group: the number that its rows share.
        is_layout: whether it only places the page's parts; then its cells are read as if they were not cells.
        carried: for each column that a cell from above still fills, in how many more rows it does.
    """

    group: int
    is_layout: bool = False
    carried: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A row that is being read: the lines of each cell, and whether every cell so far is a header cell."""

    table: OpenTable
    in_head: bool = False
    cells: list[list[Line]] = field(default_factory=list)
    all_header: bool = True

    def skip_carried(self) -> None:
        """Leave a cell empty in each column that a cell from above fills."""
        carried = self.table.carried
        while carried.get(len(self.cells)):
            carried[len(self.cells)] -= 1
            self.cells.append([])

    def open_cell(self, is_header: bool) -> None:
        """A cell begins."""
        self.skip_carried()
        self.all_header = self.all_header and is_header

    def close_cell(self, lines: list[Line], element: etree._Element) -> None:
        """Add a cell that was read, with the columns and rows that it spans."""
        below = span(element, "rowspan") - 1
        for column in range(span(element, "colspan")):
            if below:
                self.table.carried[len(self.cells)] = below
            self.cells.append([] if column else lines)


def span(element: etree._Element, name: str) -> int:
    """How many columns or rows a cell spans."""
    value = element.get(name)
    return max(1, min(int(value), WIDEST_SPAN)) if value and value.isascii() and value.isdigit() else 1


def is_layout(table: etree._Element) -> bool:
    """Whether a table holds other tables or headings, and so only lays out the page."""
    parts = table.iter("table", "h1", "h2", "h3", "h4")
    next(parts)
    return next(parts, None) is not None


def write_row(draft: Draft, row: Row) -> None:
    """Add a row to the draft; a lone cell with several lines is running text."""
    row.skip_carried()
    if not any(row.cells):
        return
    filled = [cell for cell in row.cells if cell]
    if len(row.cells) == 1 and len(filled[0]) > 1:
        for line in filled[0]:
            draft.paragraph(line)
        return
    draft.row([one_line(cell) for cell in row.cells], row.table.group, row.in_head or row.all_header)


def one_line(lines: list[Line]) -> Line:
    """A cell's lines as one: three short ones and more are a list, parted by semicolons."""
    is_list = len(lines) >= FEWEST_LINES_OF_A_LIST and all(len(e.text) <= LONGEST_LINE_OF_A_LIST for e in lines)
    return join(lines, "; " if is_list else " ")
