"""A parameter's value → the SPARQL term that stands for it, so that no value can be anything but a term."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from cmograph.errors import QueryError
from cmograph.queries.question import Parameter, ParameterType
from cmograph.vocab import DEFAULT_BASE, PREFIXES, XSD

Value = str | int | float | Decimal | bool | date

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = re.compile(r'\\[uU]|[\\"\n\r\t\x08\f]')
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]+")
_YEAR = re.compile(r"[0-9]{4}")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DIGITS = 18
_BOOLEANS = {"true": "true", "yes": "true", "1": "true", "false": "false", "no": "false", "0": "false"}


def term(parameter: Parameter, value: Value | None) -> str:
    """The SPARQL term for a value; UNDEF for None.

    Raises:
        QueryError: the value is not of the parameter's type, or not among its choices.
    """
    if value is None:
        return "UNDEF"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if parameter.choices and text not in parameter.choices:
        raise QueryError(f"{parameter.name} is '{text}', expected one of: {', '.join(parameter.choices)}")
    try:
        return _WRITERS[parameter.type](text.strip() if parameter.type != ParameterType.STRING else text)
    except (ValueError, InvalidOperation) as error:
        raise QueryError(f"{parameter.name} is {text!r}, expected {_EXPECTED[parameter.type]}") from error


def string(text: str) -> str:
    """A string literal.

    Raises:
        ValueError: the text holds half a surrogate pair, which no SPARQL text can.
    """
    text.encode("utf-8")
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    sign = match[0]
    if len(sign) == 1:
        return _ESCAPES[sign]
    # Some engines replace \\u0022 before they read strings, even after a backslash that is itself escaped.
    return f"\\\\\\U{ord(sign[1]):08X}"


def _iri(text: str) -> str:
    text = text.removeprefix("<").removesuffix(">")
    prefix, colon, local = text.partition(":")
    namespace = {**PREFIXES, "id": DEFAULT_BASE}.get(prefix)
    if colon and namespace and not local.startswith("//"):
        text = namespace + local
    if not _IRI.fullmatch(text):
        raise ValueError(text)
    text.encode("utf-8")
    return f"<{text}>"


def _integer(text: str) -> str:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    if abs(int(text)) >= 10**_DIGITS:
        raise ValueError(text)
    return str(int(text))


def _decimal(text: str) -> str:
    number = Decimal(text)
    if not number.is_finite() or abs(number.adjusted()) >= _DIGITS:
        raise ValueError(text)
    text = f"{number:f}"
    if number < 0:
        return f'"{text}"^^<{XSD.decimal}>'  # rdflib cannot read a negative decimal without its type
    return text if "." in text else text + ".0"


def _year(text: str) -> str:
    if not _YEAR.fullmatch(text):
        raise ValueError(text)
    return f'"{text}"^^<{XSD.gYear}>'


def _date(text: str) -> str:
    return f'"{date.fromisoformat(text).isoformat()}"^^<{XSD.date}>'


def _boolean(text: str) -> str:
    if text.lower() not in _BOOLEANS:
        raise ValueError(text)
    return _BOOLEANS[text.lower()]


_WRITERS: Mapping[ParameterType, Callable[[str], str]] = {
    ParameterType.STRING: string,
    ParameterType.IRI: _iri,
    ParameterType.INTEGER: _integer,
    ParameterType.DECIMAL: _decimal,
    ParameterType.YEAR: _year,
    ParameterType.DATE: _date,
    ParameterType.BOOLEAN: _boolean,
}
_EXPECTED: Mapping[ParameterType, str] = {
    ParameterType.STRING: "text in Unicode",
    ParameterType.IRI: f"an IRI such as {DEFAULT_BASE}market-solar-panels, or id:market-solar-panels for short",
    ParameterType.INTEGER: "a whole number such as 12",
    ParameterType.DECIMAL: "a number such as 2.5",
    ParameterType.YEAR: "a year such as 2030",
    ParameterType.DATE: "a date such as 2025-03-12",
    ParameterType.BOOLEAN: "true or false",
}
