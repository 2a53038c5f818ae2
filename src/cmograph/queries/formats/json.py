"""A JSON array with one object for each row: column → text, number, true, false or null.

An object has all columns, in the answer's order. Years and whole numbers are integers; decimals are numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from cmograph.queries.answer import Answer
from cmograph.queries.formats import jsonl

SUMMARY = "a JSON array, one object a row"


def lines(answer: Answer, width: int) -> Iterator[str]:
    """The answer's lines."""
    objects = list(jsonl.lines(answer, width))
    yield "["
    for number, text in enumerate(objects, start=1):
        yield f"  {text}{',' if number < len(objects) else ''}"
    yield "]"
