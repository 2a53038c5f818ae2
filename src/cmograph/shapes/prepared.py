"""A graph that parses each query once, and joins from the focus node outward.

pySHACL hands the text of a shape's SELECT to the graph at every focus node, and rdflib parses a text anew each time,
which takes three quarters of a validation. Nothing of pySHACL is patched for this: it asks the graph that it was given,
and this one remembers.

rdflib joins two groups of a query either by looking up the second for each solution of the first, or by finding all
solutions of both in the whole graph. It goes the second way as soon as more than two groups are joined, although only
the right-hand side decides whether a look-up gives the same answer. A parsed query has that choice as a flag, which is
set here where the right-hand side allows it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pyparsing import ParseException
from rdflib import Graph, Literal
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.algebra import traverse
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result

from cmograph.errors import ShapeError

_KNOWN = frozenset(prefix for prefix, _ in Graph().namespaces())
"""Prefixes that rdflib knows without a declaration."""

_PLAIN = frozenset({"BGP", "Extend", "Filter", "Join"})


@lru_cache(maxsize=512)
def prepared(text: str) -> Query:
    """The parsed form of a query's text, with look-ups for joins where the answer is the same.

    Raises:
        ShapeError: the text is no SPARQL query, or it uses a prefix that it does not declare.
    """
    try:
        prologue, body = parseQuery(text)
    except ParseException as error:
        raise ShapeError(f"a shape's query is malformed: {error}; the query is: {_short(text)}") from error
    unknown = sorted(_prefixes_used(body) - {part.prefix for part in prologue if part.name == "PrefixDecl"} - _KNOWN)
    if unknown:  # for which rdflib has no exception of its own
        message = f"a shape's query uses a prefix that its sh:prefixes do not declare ({unknown[0]}:); declare it there"
        raise ShapeError(message)
    query = prepareQuery(text)
    traverse(query.algebra, visitPre=_looked_up)
    return query


def _prefixes_used(body: CompValue) -> set[str]:
    """The prefixes of the names in a parsed query."""
    used: set[str] = set()

    def note(node: Any) -> None:
        if isinstance(node, CompValue) and node.name == "pname":
            used.add(node.prefix or "")

    traverse(body, visitPre=note)
    return used


def _short(text: str) -> str:
    """A query in one line, without its prefixes."""
    lines = (line.strip() for line in text.splitlines())
    return " ".join(line for line in lines if line and not line.startswith("PREFIX"))[:200]


def _looked_up(node: Any) -> None:
    if isinstance(node, CompValue) and node.name == "Join" and _is_plain(node.p2):
        node["lazy"] = True


def _is_plain(node: CompValue) -> bool:
    """Whether a pattern means the same with variables bound from outside: no OPTIONAL, MINUS, LIMIT, groups …"""
    parts = (node.p, node.p1, node.p2)
    return node.name in _PLAIN and all(_is_plain(part) for part in parts if isinstance(part, CompValue))


class PreparedGraph(Graph):
    """A plain rdflib graph for pySHACL to validate."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        """Answer a query; a text is parsed at its first use only.

        Backslashes in the answer's literals are doubled: pySHACL puts them into messages with `re.sub`, which reads a
        single one as the start of an escape and stops at most of them. `single` takes that back.
        """
        query = prepared(query_object) if isinstance(query_object, str) else query_object
        result = super().query(query, *args, **kwargs)
        if result.type == "SELECT" and result.bindings:
            result.bindings = [{name: _doubled(term) for name, term in row.items()} for row in result.bindings]
        return result


def single(text: str) -> str:
    """A text with the backslashes that `PreparedGraph.query` doubled made single again."""
    return text.replace("\\\\", "\\")


def _doubled(term: Any) -> Any:
    if isinstance(term, Literal) and "\\" in term:
        return Literal(term.replace("\\", "\\\\"), datatype=term.datatype, lang=term.language)
    return term
