"""A table for the terminal: aligned columns, numbers to the right, long text wrapped, IRIs shortened."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cmograph.queries.answer import Answer, Cell, Iri
from cmograph.vocab import DEFAULT_BASE, PREFIXES

SUMMARY = "a table for the terminal"

_GAP = "  "
_NARROWEST = 8
_LONGEST_NAME = 48  # up to here an IRI stays whole, so that it can be copied
_TALLEST = 4
_GROUPED_FROM = 10_000


def lines(answer: Answer, width: int) -> Iterator[str]:
    """The table's lines, none wider than `width` where the columns can be made to fit; then the number of rows."""
    cells = [[_text(cell) for cell in row] for row in answer.rows]
    widths = _widths(answer, cells, width)
    right = [_is_number_column(answer.rows, index) for index in range(len(answer.columns))]
    yield _line(answer.columns, widths, right)
    yield _GAP.join("─" * wide for wide in widths)
    for row in cells:
        yield from _row(row, widths, right)
    yield f"({len(cells)} row{'' if len(cells) == 1 else 's'})"


def _row(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    wrapped = [_wrap(cell, wide) for cell, wide in zip(row, widths, strict=True)]
    for line in range(max(map(len, wrapped), default=0)):
        yield _line([parts[line] if line < len(parts) else "" for parts in wrapped], widths, right)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    return _GAP.join(map(_pad, cells, widths, right)).rstrip()


def _pad(text: str, wide: int, right: bool) -> str:
    space = " " * (wide - _width(text))
    return space + text if right else text + space


def _width(text: str) -> int:
    """Columns that a terminal needs: two for a wide East Asian character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _widths(answer: Answer, cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """Each column as wide as its widest cell; where that is too much, the widest give way to each other first."""
    wanted = [max([_width(name), *(_width(row[index]) for row in cells)]) for index, name in enumerate(answer.columns)]
    least = [_least(answer, index, wide) for index, wide in enumerate(wanted)]
    room = width - len(_GAP) * (len(wanted) - 1)
    while sum(wanted) > room:
        widest = max(range(len(wanted)), key=lambda index: (wanted[index] > least[index], wanted[index]), default=-1)
        if widest < 0 or wanted[widest] <= least[widest]:
            break
        wanted[widest] = max(least[widest], _next(wanted, widest, sum(wanted) - room))
    return wanted


def _least(answer: Answer, index: int, wide: int) -> int:
    cells = [row[index] for row in answer.rows]
    whole = any(isinstance(cell, Iri | int | Decimal) for cell in cells) and wide <= _LONGEST_NAME
    return wide if whole else max(_width(answer.columns[index]), min(wide, _NARROWEST))


def _next(wanted: Sequence[int], widest: int, excess: int) -> int:
    second = max((wide for index, wide in enumerate(wanted) if index != widest and wide < wanted[widest]), default=0)
    return max(wanted[widest] - excess, min(second, wanted[widest] - 1))


def _wrap(text: str, wide: int) -> list[str]:
    if _width(text) <= wide:
        return [text]
    narrow = wide if text.isascii() else max(1, wide * len(text) // _width(text))
    return textwrap.wrap(text, narrow, max_lines=_TALLEST, placeholder="…", break_on_hyphens=False) or [text[:narrow]]


def _is_number_column(rows: Sequence[Sequence[Cell]], index: int) -> bool:
    cells = [row[index] for row in rows if row[index] is not None]
    return bool(cells) and all(isinstance(cell, int | float | Decimal) and not isinstance(cell, bool) for cell in cells)


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Iri):
        return _short(cell)
    if isinstance(cell, int | Decimal):
        return f"{cell:,f}" if isinstance(cell, Decimal) and abs(cell) >= _GROUPED_FROM else _whole(cell)
    return " ".join(_visible(str(cell)).split())


def _whole(number: int | Decimal) -> str:
    if isinstance(number, Decimal):
        return f"{number:f}"
    return f"{number:,}" if abs(number) >= _GROUPED_FROM else str(number)


def _visible(text: str) -> str:
    # Page text is untrusted: a control character could drive the terminal.
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _short(iri: str) -> str:
    for prefix, namespace in (*PREFIXES.items(), ("id", DEFAULT_BASE)):
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
