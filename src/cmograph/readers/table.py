"""Tables in the making: rows of cells, spans, and tables that only lay out a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from cmograph.readers.draft import Draft
from cmograph.readers.line import Line, join

WIDEST_SPAN = 20
MOST_LINES_OF_A_PHRASE = 2
LONGEST_LINE_OF_A_LIST = 100


@dataclass(slots=True)
class OpenTable:
    """A table that is being read.

    Attributes:
        group: the number that its rows share.
        is_layout: whether it only places the page's parts; then its cells are read as if they were not cells.
        carried: for each column that a cell from above still fills, in how many more rows it does.
        is_new: whether no row of it was written yet.
    """

    group: int
    is_layout: bool = False
    carried: dict[int, int] = field(default_factory=dict)
    is_new: bool = True


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


class OpenTables:
    """The tables, the row and the cell around the place where the reader is.

    `cell` holds the lines of the open cell, and is None outside cells.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.tables: list[OpenTable] = []
        self.stray: OpenTable | None = None
        self.row: Row | None = None
        self.cell: list[Line] | None = None
        self.cell_element: etree._Element | None = None

    @property
    def in_layout(self) -> bool:
        """Whether the innermost table only lays out the page."""
        return bool(self.tables) and self.tables[-1].is_layout

    def open_table(self, element: etree._Element) -> None:
        """A table begins."""
        self.tables.append(OpenTable(self.draft.new_group(), is_layout(element)))

    def close_table(self) -> None:
        """A table ends."""
        self.tables.pop()

    def open_row(self, element: etree._Element) -> None:
        """A row begins, also outside tables."""
        if self.cell is None and not self.in_layout:
            parent = element.getparent()
            self.row = Row(self._table(), in_head=parent is not None and parent.tag == "thead")

    def close_row(self) -> None:
        """Whatever row is open ends, unless the reader is in one of its cells."""
        if self.row is not None and self.cell is None:
            write_row(self.draft, self.row)
            self.row = None

    def open_cell(self, element: etree._Element) -> None:
        """A cell begins, also outside rows; a cell in a cell is part of the outer one."""
        if self.cell is not None or self.in_layout:
            return
        if self.row is None:
            self.row = Row(self._table())
        self.row.open_cell(is_header=element.tag == "th")
        self.cell, self.cell_element = [], element

    def close_cell(self, element: etree._Element) -> None:
        """A cell ends."""
        if self.cell is not None and self.row is not None and self.cell_element is element:
            self.row.close_cell(self.cell, element)
            self.cell = self.cell_element = None

    def _table(self) -> OpenTable:
        if self.tables:
            return self.tables[-1]
        if self.stray is None:
            self.stray = OpenTable(self.draft.new_group())
        return self.stray


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
    cells = [one_line(cell) for cell in row.cells]
    header = row.in_head or row.all_header or (row.table.is_new and all(is_emphasised(cell) for cell in cells))
    row.table.is_new = False
    draft.row(cells, row.table.group, header)


def is_emphasised(cell: Line) -> bool:
    """Whether a cell is bold, italic or underlined throughout."""
    return bool(cell.text) and cell.emphasised >= len(cell.text)


def one_line(lines: list[Line]) -> Line:
    """A cell's lines as one: short ones are a list, parted by semicolons, unless one goes on with another."""
    is_list = len(lines) > 1 and all(len(e.text) <= LONGEST_LINE_OF_A_LIST for e in lines)
    goes_on = len(lines) <= MOST_LINES_OF_A_PHRASE and not all(e.text[:1].isupper() for e in lines)
    return join(lines, "; " if is_list and not goes_on else " ")
