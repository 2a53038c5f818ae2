"""JSON Lines: one object for each row, with all columns in the answer's order."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from decimal import Decimal

from cmograph.queries.answer import Answer, Cell

SUMMARY = "JSON Lines, one object a row"


def lines(answer: Answer, width: int) -> Iterator[str]:  # noqa: ARG001 - a file has no width
    """The answer's lines."""
    for row in answer.dicts():
        yield json.dumps({name: _plain(cell) for name, cell in row.items()}, ensure_ascii=False)


def _plain(cell: Cell) -> str | int | float | bool | None:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    return cell
