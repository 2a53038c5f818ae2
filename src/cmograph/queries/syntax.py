"""What a query's words tell before it is run: whether it only reads the graph, and whether it names graphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def check_reads_only(text: str, where: str) -> None:
    """Refuse what would change the graph or fetch something from the network, and what is no query at all.

    Args:
        text: the SPARQL text.
        where: how to name it in the error.

    Raises:
        QueryError: it is refused.
    """
    words = list(_words(text))
    if "SERVICE" in words or "SERVICE" in _words(_CODEPOINT.sub(_character, text)):
        raise QueryError(f"{where} has a SERVICE clause, but nothing is fetched from the network; ask the graph alone")
    first = next((word for word in words if word in _FORMS | _UPDATES), None)
    if first is None:
        raise QueryError(f"{where} is no SPARQL query; expected SELECT, ASK, CONSTRUCT or DESCRIBE")
    if first in _UPDATES:
        raise QueryError(
            f"{where} is an update ({first}), but a graph is only read; expected SELECT, ASK, CONSTRUCT or DESCRIBE"
        )


def names_graphs(text: str) -> bool:
    """Whether a query tells named graphs apart, by GRAPH or FROM."""
    return not {"GRAPH", "FROM"}.isdisjoint(_words(text))


def _words(text: str) -> Iterator[str]:
    return (token["word"].upper() for token in _TOKEN.finditer(text) if token["word"])


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else ""
