"""Cells that give one sum in two currencies: "CHF 1.2 billion ($1.4 billion)"."""

from __future__ import annotations

from cmograph.document import Span
from cmograph.mentions.amounts import amounts
from cmograph.mentions.tokens import tokenize


def sums_of(text: str, cell: Span) -> tuple[Span, ...]:
    """The parts of a cell with a sum each: what stands before the bracket and in it, where this says the sum again in
    another currency; else the cell as it is."""
    bracket = text.find("(", *cell)
    if bracket < 0 or not text[bracket : cell.end].rstrip().endswith(")"):
        return (cell,)
    said = amounts(tokenize(text, *cell))
    if not (said and said[-1].converted):
        return (cell,)
    return Span(cell.start, bracket), Span(bracket + 1, text.rindex(")", *cell))
