"""A question: a SPARQL query, and what its header says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ParameterType(StrEnum):
    """What a parameter's value is."""

    STRING = "string"
    IRI = "iri"
    INTEGER = "integer"
    DECIMAL = "decimal"
    YEAR = "year"
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be given with a question; in the query it is the variable `?_name` of the VALUES line.

    Attributes:
        name: letters, digits and underscores.
        type: what its value is.
        description: one sentence for the reader.
        default: the value that holds when none is given; None leaves the variable unbound.
        required: whether it must be given.
        choices: the only values allowed; empty when any is.
    """

    name: str
    type: ParameterType = ParameterType.STRING
    description: str = ""
    default: str | None = None
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query file.

    Attributes:
        name: the file's name without ".rq".
        path: the file.
        text: the SPARQL text, header included.
        summary: one line; empty where the file has no header.
        description: a paragraph or more.
        parameters: in the header's order.
        columns: in the answer's order; empty where the file has no header.
    """

    name: str
    path: Path
    text: str
    summary: str = ""
    description: str = ""
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
