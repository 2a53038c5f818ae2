"""What each document of a graph states, asked of the graph with the queries in `queries/`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from cmograph.exports.batches import document_stores
from cmograph.graph import Graph

Row = Mapping[str, str | None]
"""One answer to a query: IRIs and literals as plain text, None where there is none."""


@dataclass(slots=True)
class Stated:
    """The answers about one document, in the order of the queries; `pages` are sorted by path, each once."""

    pages: list[Row] = field(default_factory=list)
    segments: list[Row] = field(default_factory=list)
    regions: list[Row] = field(default_factory=list)
    companies: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    subjects: dict[str, list[str]] = field(default_factory=dict)


def documents(graph: Graph) -> Iterator[tuple[str, Stated]]:
    """Each document by its IRI, and what it states; a few of them are in memory at a time."""
    for store in document_stores(graph):
        yield from _documents(store)


def _documents(store: Store) -> Iterator[tuple[str, Stated]]:
    found: defaultdict[str, Stated] = defaultdict(Stated)
    paths: set[str | None] = set()
    for row in _rows(store, "pages"):
        if row["page"] not in paths:
            paths.add(row["page"])
            found[str(row["document"])].pages.append(row)
    for kind in ("segments", "regions", "companies", "claims"):
        for row in _rows(store, kind):
            getattr(found[str(row["document"])], kind).append(row)
    subjects: defaultdict[str, list[str]] = defaultdict(list)
    for row in _rows(store, "subjects"):
        subjects[str(row["claim"])].append(str(row["name"]))
    for document in sorted(found):
        stated = found[document]
        stated.subjects = {str(claim["claim"]): subjects[str(claim["claim"])] for claim in stated.claims}
        yield document, stated


def _rows(store: Store, query: str) -> Iterator[Row]:
    solutions = store.query(_query(query), use_default_graph_as_union=True)
    if not isinstance(solutions, QuerySolutions):
        raise TypeError(f"queries/{query}.rq is no SELECT query, as it must be")
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield dict(zip(names, map(_text, solution), strict=True))


def _text(term: object) -> str | None:
    return term.value if isinstance(term, NamedNode | Literal) else None


@cache
def _query(name: str) -> str:
    return (files("cmograph.exports") / "queries" / f"{name}.rq").read_text("utf-8")
