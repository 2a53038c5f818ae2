"""The header of a query file: lines that begin with `#+` and are YAML (the convention of grlc).

#+ summary: Growth rates claimed for a market
#+ parameters:
#+   - name: market
#+     type: string
#+     description: Part of the market's name.
#+ columns:
#+   - name: market
#+     description: The market's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from cmograph.errors import QueryError
from cmograph.queries.question import Column, Parameter, ParameterType, Question

_LINE = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_KEYS = frozenset({"summary", "description", "parameters", "columns"})
_RESERVED = frozenset({"columns", "format", "help", "timeout"})
_PARAMETER_KEYS = frozenset({"name", "type", "description", "default", "required", "choices"})
_COLUMN_KEYS = frozenset({"name", "description"})

Fields = Mapping[str, object]


def read_question(path: Path) -> Question:
    """Read a query file; one without a header gives a question without parameters.

    Raises:
        QueryError: the file cannot be read, or its header is not what a header must be.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"cannot read the query {path}: {error}; expected a SPARQL query in UTF-8") from error
    header = _header(text, path)
    _only(header, _KEYS, "the header", path)
    return Question(
        name=path.stem,
        path=path,
        text=text,
        summary=_text(header, "summary"),
        description=_text(header, "description"),
        parameters=tuple(_parameter(fields, path) for fields in _items(header, "parameters", path)),
        columns=tuple(_column(fields, path) for fields in _items(header, "columns", path)),
    )


def _header(text: str, path: Path) -> Fields:
    lines = _LINE.findall(text)
    try:
        header = yaml.safe_load("\n".join(lines)) if lines else {}
    except yaml.YAMLError as error:
        summary = " ".join(str(error).split())
        raise QueryError(
            f"the header of {path} is not YAML: {summary}; look at its lines that begin with '#+'"
        ) from error
    if not isinstance(header, dict):
        raise QueryError(f"the header of {path} is no mapping; expected lines like '#+ summary: …'")
    return header


def _parameter(fields: Fields, path: Path) -> Parameter:
    _only(fields, _PARAMETER_KEYS, "a parameter", path)
    default, choices = fields.get("default"), fields.get("choices") or []
    if not isinstance(choices, list):
        raise QueryError(f"the choices of a parameter in {path} are no list: {choices!r}")
    if fields.get("name") in _RESERVED:
        raise QueryError(
            f"a parameter in {path} is named '{fields['name']}', which is an option of `cmograph ask` itself"
        )
    return Parameter(
        name=_name(fields, "parameter", path),
        type=_type(fields.get("type", "string"), path),
        description=_text(fields, "description"),
        default=None if default is None else _scalar(default),
        required=fields.get("required") is True,
        choices=tuple(_scalar(choice) for choice in choices),
    )


def _column(fields: Fields, path: Path) -> Column:
    _only(fields, _COLUMN_KEYS, "a column", path)
    return Column(_name(fields, "column", path), _text(fields, "description"))


def _items(header: Fields, key: str, path: Path) -> list[Fields]:
    items = header.get(key) or []
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise QueryError(
            f"'{key}' in the header of {path} is no list of mappings; expected '#+   - name: …' lines under it"
        )
    return items


def _only(fields: Fields, known: frozenset[str], what: str, path: Path) -> None:
    if unknown := sorted(map(str, fields.keys() - known)):
        raise QueryError(f"{what} in {path} has an unknown key '{unknown[0]}' (there are: {', '.join(sorted(known))})")


def _name(fields: Fields, what: str, path: Path) -> str:
    name = fields.get("name")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise QueryError(
            f"a {what} in the header of {path} is named {name!r}; expected letters, digits and underscores"
        )
    return name


def _type(name: object, path: Path) -> ParameterType:
    try:
        return ParameterType(str(name))
    except ValueError as error:
        known = ", ".join(ParameterType)
        raise QueryError(
            f"a parameter in the header of {path} has the unknown type {name!r} (there are: {known})"
        ) from error


def _text(fields: Fields, key: str) -> str:
    return str(fields.get(key) or "").strip()


def _scalar(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
