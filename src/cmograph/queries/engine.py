"""Running a query in a process of its own, so that it can be stopped: the engine itself cannot be interrupted."""

from __future__ import annotations

import io
import json
import multiprocessing
import threading
from multiprocessing.connection import Connection

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QueryTriples,
    Store,
    Triple,
)

from cmograph.errors import QueryError

_TRIPLE_COLUMNS = ("subject", "predicate", "object")


LONGEST = 1_000_000.0
"""Seconds, eleven days: systems cannot wait for much longer, other than for ever."""


def run(store: Store, text: str, *, timeout: float | None) -> bytes:
    """The results of a query as SPARQL 1.1 Query Results in JSON; triples come as a table of three columns, sorted.

    Args:
        store: what to ask: its default graph, or all its named graphs where that is empty.
        text: the query.
        timeout: seconds until the query is stopped; None waits for ever.

    Raises:
        QueryError: the query is malformed, took too long or broke the engine, or the time is none.
    """
    if timeout is not None:
        if not timeout > 0:
            raise QueryError(f"the timeout is {timeout:g} seconds, expected a number above 0, or none to wait for ever")
        timeout = min(timeout, LONGEST)
    outcome = (
        _in_process(store, text, timeout)
        if "fork" in multiprocessing.get_all_start_methods()
        else _in_thread(store, text, timeout)
    )
    if isinstance(outcome, str):
        raise QueryError(outcome)
    return outcome


def _too_slow(timeout: float | None) -> str:
    return f"the query was stopped after {timeout:g} seconds; narrow it by a parameter, or allow more time by --timeout"


def _in_process(store: Store, text: str, timeout: float | None) -> bytes | str:
    # A forked process sees the open store, in memory or on disk, without loading or opening anything again.
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, store, text), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(timeout):
            return _too_slow(timeout)
        return _received(receiver)
    finally:
        receiver.close()
        process.kill()
        process.join()


def _received(receiver: Connection) -> bytes | str:
    try:
        message = receiver.recv_bytes()
    except EOFError:
        return "the query engine ended without an answer, most likely out of memory; ask for less at once"
    return message[1:] if message[:1] == b"+" else message[1:].decode()


def _work(sender: Connection, store: Store, text: str) -> None:
    outcome = _outcome(store, text)
    sender.send_bytes(b"-" + outcome.encode() if isinstance(outcome, str) else b"+" + outcome)
    sender.close()


def _in_thread(store: Store, text: str, timeout: float | None) -> bytes | str:
    # Where processes cannot be forked, a query that takes too long is left to end with the program.
    outcomes: list[bytes | str] = []
    thread = threading.Thread(target=lambda: outcomes.append(_outcome(store, text)), daemon=True)
    thread.start()
    thread.join(timeout)
    return outcomes[0] if outcomes else _too_slow(timeout)


def _outcome(store: Store, text: str) -> bytes | str:
    try:
        return evaluate(store, text)
    except SyntaxError as error:
        return f"the query is not SPARQL 1.1: {error}"
    except (OSError, ValueError, RuntimeError) as error:
        return f"the query could not be answered: {error}"


def evaluate(store: Store, text: str) -> bytes:
    """Run a query here and now; see `run`."""
    results = store.query(text, use_default_graph_as_union=_only_named(store))
    if isinstance(results, QueryTriples):
        return _table(results)
    buffer = io.BytesIO()
    results.serialize(buffer, QueryResultsFormat.JSON)
    return buffer.getvalue()


def _only_named(store: Store) -> bool:
    return next(store.quads_for_pattern(None, None, None, DefaultGraph()), None) is None


def _table(triples: QueryTriples) -> bytes:
    ordered = sorted({str(triple): triple for triple in triples}.items())
    bindings = [
        {"subject": _term(triple.subject), "predicate": _term(triple.predicate), "object": _term(triple.object)}
        for _, triple in ordered
    ]
    return json.dumps({"head": {"vars": _TRIPLE_COLUMNS}, "results": {"bindings": bindings}}).encode()


def _term(term: NamedNode | BlankNode | Literal | Triple) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
    return {"type": "bnode", "value": str(term)}
