"""One row a claim: what the tabular formats write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from cmograph.exports.documents import Row, Stated, documents
from cmograph.exports.page_objects import number, year
from cmograph.exports.spool import reordered
from cmograph.graph import Graph

_NO_PAGE: Row = dict.fromkeys(("page", "market", "publisher", "report"))


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim, its document, and the pages that carry it; the columns are in this order.

    Attributes:
        subject: whose number it is, as the page names it; "market" for the page's own market. Several share one number.
        low, high: whole units of `currency`, or percent.
        page: the first of the pages that carry the document, by path; `publisher` and `report` are that page's.
        pages: how many pages carry the document.
        start_offset, end_offset: where the quote stands in the document's text, in characters.
    """

    claim: str
    type: str
    market: str | None
    subject: list[str]
    low: int | float
    high: int | float
    qualifier: str | None
    currency: str | None
    year: int | None
    period_start: int | None
    period_end: int | None
    status: str | None
    quote: str
    start_offset: int
    end_offset: int
    document: str
    page: str | None
    pages: int
    publisher: str | None
    report: str | None


def claim_rows(graph: Graph) -> Iterator[ClaimRow]:
    """The claims, in order of their pages' paths and of their places in the text."""
    for record in reordered(_records(graph)):
        yield ClaimRow(**json.loads(record))


def _records(graph: Graph) -> Iterator[tuple[tuple[str, int, int, str], bytes]]:
    for document, stated in documents(graph):
        for claim in stated.claims:
            row = _row(document, stated, claim)
            yield (row.page or "", row.start_offset, row.end_offset, row.claim), json.dumps(asdict(row)).encode()


def _row(document: str, stated: Stated, claim: Row) -> ClaimRow:
    page = stated.pages[0] if stated.pages else _NO_PAGE
    return ClaimRow(
        claim=str(claim["claim"]),
        type=str(claim["type"]),
        market=page["market"],
        subject=stated.subjects[str(claim["claim"])],
        low=number(claim["low"]),
        high=number(claim["high"]),
        qualifier=claim["qualifier"],
        currency=claim["currency"],
        year=year(claim["year"]),
        period_start=year(claim["start"]),
        period_end=year(claim["end"]),
        status=claim["status"],
        quote=str(claim["quote"]),
        start_offset=int(claim["start_offset"] or 0),
        end_offset=int(claim["end_offset"] or 0),
        document=document,
        page=page["page"],
        pages=len(stated.pages),
        publisher=page["publisher"],
        report=page["report"],
    )
