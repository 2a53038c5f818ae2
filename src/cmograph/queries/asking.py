"""From a question's name and parameters to its answer."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from pyoxigraph import Store

from cmograph.queries.answer import Answer, decode
from cmograph.queries.binding import bound
from cmograph.queries.catalogue import find
from cmograph.queries.engine import run
from cmograph.queries.literals import Value
from cmograph.queries.question import Question
from cmograph.queries.syntax import check_reads_only, names_graphs

TIMEOUT = 60.0
"""Seconds after which a query is stopped, unless told otherwise."""


class Queryable(Protocol):
    """What can be asked, such as a graph."""

    @property
    def store(self) -> Store:
        """Everything in the default graph."""
        ...

    @property
    def dataset(self) -> Store:
        """The named graphs apart."""
        ...


def ask(
    source: Store | Queryable,
    question: str | Path | Question,
    /,
    *,
    timeout: float | None = TIMEOUT,
    **parameters: Value | None,
) -> Answer:
    """Ask a graph a question.

    Args:
        source: the graph, or a pyoxigraph store, whose default graph is asked (all its named graphs if that is empty).
        question: the name of a shipped question, the path of any .rq file, or a question itself.
        timeout: seconds after which the query is stopped; None waits for ever.
        parameters: values for the question's parameters; None counts as not given.

    Raises:
        QueryError: the question is unknown or malformed, a parameter is unknown, missing or of the wrong type, the
            query would change the graph or use the network, or it ran out of time.
    """
    asked = question if isinstance(question, Question) else find(question)
    return ask_text(source, bound(asked, parameters), str(asked.path), timeout=timeout)


def ask_text(
    source: Store | Queryable, text: str, where: str = "the query", *, timeout: float | None = TIMEOUT
) -> Answer:
    """Ask a graph a query that stands in no file; `where` names it in errors. See `ask`."""
    check_reads_only(text, where)
    return decode(run(_store(source, text), text, timeout=timeout))


def _store(source: Store | Queryable, text: str) -> Store:
    if isinstance(source, Store):
        return source
    return source.dataset if names_graphs(text) else source.store
