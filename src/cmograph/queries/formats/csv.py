"""Comma-separated values after RFC 4180: a line of column names, then a line a row; nothing where a cell is unbound."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cmograph.queries.answer import Answer, Cell

SUMMARY = "comma-separated values, for spreadsheets"


def lines(answer: Answer, width: int) -> Iterator[str]:  # noqa: ARG001 - a file has no width
    """The answer's lines; a cell with line breaks spans several."""
    yield _line(answer.columns)
    for row in answer.rows:
        yield _line([_text(cell) for cell in row])


def _line(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n")


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
