"""N-Quads, written by hand: terms in canonical form, and the lines of one named graph.

Fast because nothing is parsed or looked up: a term is made once as text, and a line is four terms side by side.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from cmograph.errors import CmographError
from cmograph.vocab import XSD

FIRST_YEAR, LAST_YEAR = 1900, 2100
_NOT_PLAIN = re.compile(r'["\\\x00-\x1f\x7f\ud800-\udfff]')
_LETTERS = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_INTEGER, _DECIMAL, _YEAR, _DATE = (f'"^^<{datatype}>' for datatype in (XSD.integer, XSD.decimal, XSD.gYear, XSD.date))


class QuadError(CmographError):
    """A value cannot be written: a year, number, date or place in the text that cannot be right.

    Nothing of the page is written then.
    """


def named(iri: str) -> str:
    """An IRI as a term."""
    return f"<{iri}>"


def text(value: str) -> str:
    """A string as a literal.

    Half a surrogate pair, which RDF cannot hold, becomes U+FFFD, so that lengths stay the same.
    """
    if _NOT_PLAIN.search(value):
        value = _NOT_PLAIN.sub(_escaped, value)
    return f'"{value}"'


def _escaped(match: re.Match[str]) -> str:
    letter = match[0]
    if letter in _LETTERS:
        return _LETTERS[letter]
    return "\ufffd" if ord(letter) >= 0xD800 else f"\\u{ord(letter):04X}"


def integer(value: int) -> str:
    """A whole number as a literal."""
    return f'"{value}{_INTEGER}'


def decimal(value: Decimal) -> str:
    """A number as a canonical xsd:decimal: no exponent, no zeros at its end.

    Raises:
        QuadError: it is infinite or not a number.
    """
    return f'"{plain(value)}{_DECIMAL}'


def plain(value: Decimal) -> str:
    """A number in digits: no exponent, no zeros at its end.

    Raises:
        QuadError: it is infinite or not a number.
    """
    if not value.is_finite():
        raise QuadError(f"the number {value} cannot be written; expected a finite decimal")
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def year(value: int) -> str:
    """A year as a literal.

    Raises:
        QuadError: it is before 1900 or after 2100.
    """
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise QuadError(f"the year {value} cannot be right; expected one from {FIRST_YEAR} to {LAST_YEAR}")
    return f'"{value}{_YEAR}'


def date(value: str) -> str:
    """An ISO 8601 date as a literal.

    Raises:
        QuadError: it is no date of the calendar.
    """
    try:
        return f'"{dt.date.fromisoformat(value).isoformat()}{_DATE}'
    except ValueError as error:
        raise QuadError(f"{value!r} is no date; expected one such as '2025-03-12'") from error


class Lines:
    """The lines of one named graph, in the order in which they were added, and without line feeds."""

    __slots__ = ("_lines", "_tail")

    def __init__(self, graph: str) -> None:
        self._tail = f" <{graph}> ."
        self._lines: list[str] = []

    def add(self, subject: str, predicate: str, value: str) -> None:
        """One quad; all three are terms, as the functions of this module make them."""
        self._lines.append(f"{subject} {predicate} {value}{self._tail}")

    def about(self, subject: str, *pairs: tuple[str, str]) -> None:
        """Several quads with the same subject; each pair is a predicate and a value."""
        tail = self._tail
        self._lines += [f"{subject} {predicate} {value}{tail}" for predicate, value in pairs]

    def sorted(self) -> list[str]:
        """Each line once, in the order of their bytes in UTF-8."""
        ordered = sorted(self._lines)  # equal lines are neighbours then, which costs less than a set of all
        return [line for line, before in zip(ordered, ["", *ordered], strict=False) if line != before]
