"""What stands behind a claim: its words in their sentence, the pages that carry them, and what else is claimed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from pyoxigraph import Store

from cmograph.errors import QueryError
from cmograph.queries.answer import Cell
from cmograph.queries.asking import TIMEOUT, ask
from cmograph.queries.header import read_question
from cmograph.queries.question import Question

Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Source:
    """A page that carries a claim's document: its path, the publisher's host and the report's number."""

    page: str
    publisher: str | None
    report: str | None


@dataclass(frozen=True, slots=True)
class OtherClaim:
    """A claim of the same kind on the same subject.

    Attributes:
        claim: its IRI.
        statement: what it says, in one line.
        quote: the words that say it.
        pages: the pages that carry them, sorted.
        same_document: whether it stands in the document of the claim that is explained.
    """

    claim: str
    statement: str
    quote: str
    pages: tuple[str, ...]
    same_document: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """What stands behind a claim.

    Attributes:
        claim: its IRI.
        statement: what it says, in one line.
        qualifier, status: how exact it claims to be; whether it is reported or projected.
        before, quote, after: its sentence, with the words that state it in the middle.
        start, end: where the quote stands in the document's text, in characters.
        sources: the pages that carry the document.
        same: other claims of the same number.
        otherwise: other claims of another number for the same time, or for a time that one of the two leaves open.
        other_times: claims for other years or periods.
    """

    claim: str
    statement: str
    qualifier: str
    status: str
    before: str
    quote: str
    after: str
    start: int
    end: int
    sources: tuple[Source, ...]
    same: tuple[OtherClaim, ...]
    otherwise: tuple[OtherClaim, ...]
    other_times: tuple[OtherClaim, ...]


def explain(store: Store, claim: str, *, timeout: float | None = TIMEOUT) -> Explanation:
    """Explain a claim.

    Args:
        store: the graph.
        claim: the claim's IRI.
        timeout: seconds after which each of the two queries is stopped; None waits for ever.

    Raises:
        QueryError: the graph has no such claim, or a query ran out of time.
    """
    where = "`cmograph ask` shows the claims' names in the column 'claim'"
    if ":" not in claim:
        raise QueryError(f"{claim!r} is no claim's name; expected an IRI, or its part from 'claim-' on; {where}")
    rows = list(ask(store, _question("claim"), timeout=timeout, claim=claim).dicts())
    if not rows:
        raise QueryError(f"the graph has no claim {claim}; {where}")
    mine = rows[0]
    others = list(ask(store, _question("others"), timeout=timeout, claim=claim).dicts())
    same = [row for row in others if _number(row) == _number(mine) and _meet(row, mine)]
    otherwise = [row for row in others if _number(row) != _number(mine) and _meet(row, mine)]
    return Explanation(
        claim=claim,
        statement=str(mine["statement"]),
        qualifier=_local(mine["qualifier"]),
        status=_local(mine["status"]),
        before=str(mine["before"] or ""),
        quote=str(mine["quote"]),
        after=str(mine["after"] or ""),
        start=int(str(mine["start"])),
        end=int(str(mine["end"])),
        sources=_sources(rows),
        same=_told(same, mine),
        otherwise=_told(otherwise, mine),
        other_times=_told((row for row in others if not _meet(row, mine)), mine),
    )


@cache
def _question(name: str) -> Question:
    with as_file(files("cmograph.queries") / "explanation" / f"{name}.rq") as path:
        return read_question(path)


def _number(row: Row) -> tuple[Cell, ...]:
    return row["low"], row["high"], row["currency"]


def _meet(row: Row, mine: Row) -> bool:
    """Whether two claims can be for the same time: no year that both give differs."""
    years = ("year", "from", "until")
    return all(row[name] is None or mine[name] is None or row[name] == mine[name] for name in years)


def _sources(rows: Iterable[Row]) -> tuple[Source, ...]:
    found = ((str(row["page"]), row["publisher"], row["report"]) for row in rows)
    named = [Source(page, str(host) if host else None, str(number) if number else None) for page, host, number in found]
    return tuple(dict.fromkeys(named))


def _told(rows: Iterable[Row], mine: Row) -> tuple[OtherClaim, ...]:
    grouped: dict[Cell, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row["claim"], []).append(row)
    return tuple(
        OtherClaim(
            claim=str(claim),
            statement=str(group[0]["statement"]),
            quote=str(group[0]["quote"]),
            pages=tuple(sorted({str(row["page"]) for row in group})),
            same_document=group[0]["document"] == mine["document"],
        )
        for claim, group in grouped.items()
    )


def _local(term: Cell) -> str:
    return str(term).rpartition("#")[2]
