"""What kind of query a text is, and whether it asks for more than reading the graph. Nothing else of SPARQL is understood here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from cmograph.errors import QueryError

_TOKEN = re.compile(
    r"""
      <[^<>"{}|^`\\\x00-\x20]*>                         # an IRI
    | \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | \#[^\n\r]*
    | [?$]\w+ | @[A-Za-z]+(?:-\w+)*
    | (?:[^\W\d_](?:[\w.\-]*[\w\-])?|_)?:(?:[\w:%](?:[\w:%.\\\-]*[\w:%\-])?)?  # a prefixed name
    | (?P<word>[A-Za-z]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})


class Form(StrEnum):
    """What a query answers with: rows, yes or no, or triples."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"


def form(text: str, where: str) -> Form:
    """The form of a query that only reads the graph.

    Args:
        text: the SPARQL text.
        where: how to name it in an error.

    Raises:
        QueryError: it would change the graph or fetch something from the network, or is no query at all.
    """
    words = list(_words(text))
    if "SERVICE" in words or "SERVICE" in _words(_CODEPOINT.sub(_character, text)):
        raise QueryError(
            f"{where} has a SERVICE clause, but nothing is fetched from the network; expected a query over the graph alone"
        )
    for word in words:
        if word in Form.__members__:
            return Form(word)
        if word in _UPDATES:
            raise QueryError(
                f"{where} is an update ({word}), but a graph is only read; expected SELECT, ASK, CONSTRUCT or DESCRIBE"
            )
    raise QueryError(f"{where} is no SPARQL query; expected SELECT, ASK, CONSTRUCT or DESCRIBE")


def _words(text: str) -> Iterator[str]:
    return (token["word"].upper() for token in _TOKEN.finditer(text) if token["word"])


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else ""
