"""An answer: columns and rows of plain Python values."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cmograph.vocab import XSD


class Iri(str):
    """An IRI, told from other text."""

    __slots__ = ()


Cell = str | int | Decimal | float | bool | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a question gave, in its order.

    Attributes:
        columns: their names.
        rows: a cell for each column. A cell is an `Iri`, a str (also for dates), an int (also for years), a Decimal, a
            float or a bool; None where it is unbound. ASK gives one row with the column "answer"; CONSTRUCT and
            DESCRIBE give the columns "subject", "predicate" and "object", sorted.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def dicts(self) -> Iterator[dict[str, Cell]]:
        """Each row as a mapping from column to cell."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def decode(results: bytes) -> Answer:
    """Read SPARQL 1.1 Query Results in JSON."""
    document = json.loads(results)
    if "boolean" in document:
        return Answer(("answer",), ((bool(document["boolean"]),),))
    columns = tuple(document["head"]["vars"])
    rows = tuple(tuple(_cell(row.get(name)) for name in columns) for row in document["results"]["bindings"])
    return Answer(columns, rows)


def _cell(term: Mapping[str, str] | None) -> Cell:
    if term is None:
        return None
    value = term["value"]
    if term["type"] == "uri":
        return Iri(value)
    read = _READERS.get(term.get("datatype", ""))
    if read is None:
        return value
    try:
        return read(value)
    except (ValueError, ArithmeticError):
        return value  # an ill-typed literal stays the text that it is


_READERS: Mapping[str, Callable[[str], Cell]] = {
    XSD.integer: int,
    XSD.decimal: Decimal,
    XSD.gYear: int,
    XSD.iri + "double": float,
    XSD.iri + "float": float,
    XSD.iri + "boolean": lambda text: text in {"true", "1"},
}
