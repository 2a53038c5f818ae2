"""A reading, told to a person."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from decimal import Decimal

from cmograph.claims.model import Claim, Facts, Qualifier, Refusal
from cmograph.document import Document, Span
from cmograph.reading import Reading

WIDTH = 120
SIGNS = {
    Qualifier.EXACT: "",
    Qualifier.APPROXIMATE: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
}


def told(reading: Reading) -> Iterator[str]:
    """The lines that tell about a reading."""
    facts, document = reading.facts, reading.document
    yield from _head(facts, document)
    yield from _lists(facts)
    yield f"claims ({len(facts.claims)})"
    for claim in facts.claims:
        yield from _claim(claim, document)
    yield f"refused ({len(facts.refusals)})"
    for refusal in facts.refusals:
        yield from _refusal(refusal, document)
    for note in facts.notes:
        yield f"note: {note}"


def _head(facts: Facts, document: Document) -> Iterator[str]:
    yield f"title      {document.title}"
    yield f"document   {document.key}, {len(document.text):,} characters"
    market = facts.market
    if market:
        others = list(dict.fromkeys(name for name in (market.abbreviation, *market.aliases) if name))
        yield f"market     {market.name.text}" + (f" (also: {', '.join(others)})" if others else "")
    else:
        yield "market     none"
    if facts.publisher:
        yield f"publisher  {facts.publisher}" + (f", report {facts.report_id}" if facts.report_id else "")
    if facts.posted:
        yield f"posted     {facts.posted}"
    if facts.forecast:
        yield f"forecast   {_period(*facts.forecast)}"


def _lists(facts: Facts) -> Iterator[str]:
    for group in facts.segments:
        names = ", ".join(segment.name.text for segment in group.segments)
        yield from _wrapped(f"segments by {group.dimension.replace('_', ' ')}: {names}")
    for region in facts.regions:
        places = ", ".join(place.text for place in region.places)
        yield from _wrapped(f"region {region.region.text}" + (f": {places}" if places else ""))
    if facts.companies:
        names = ", ".join(company.name.text for company in facts.companies)
        yield from _wrapped(f"companies ({len(facts.companies)}): {names}")
    for report in facts.related:
        yield from _wrapped(f"links to {report.title or report.href}")


def _claim(claim: Claim, document: Document) -> Iterator[str]:
    subjects = " and ".join(subject.name for subject in claim.subjects)
    parts = [claim.kind.replace("_", " "), subjects, SIGNS[claim.qualifier] + _amount(claim)]
    if claim.year:
        parts.append(str(claim.year))
    if claim.start or claim.end:
        parts.append(_period(claim.start, claim.end))
    if claim.projected:
        parts.append("projected")
    yield "  " + " · ".join(parts)
    yield from _quoted(document, claim.quote)


def _refusal(refusal: Refusal, document: Document) -> Iterator[str]:
    number = document.text[refusal.number.start : refusal.number.end]
    yield f"  {refusal.reason.value.replace('_', ' ')} · {number}"
    yield from _quoted(document, refusal.sentence)


def _quoted(document: Document, span: Span) -> Iterator[str]:
    quote = f"“{document.text[span.start : span.end]}” [{span.start}:{span.end}]"
    yield from textwrap.wrap(quote, WIDTH, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False)


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, subsequent_indent="    ", break_on_hyphens=False)


def _amount(claim: Claim) -> str:
    low, high = _number(claim.low), _number(claim.high)
    numbers = low if claim.low == claim.high else f"{low}–{high}"
    return f"{claim.currency} {numbers}" if claim.currency else f"{numbers} %"


def _number(number: Decimal) -> str:
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _period(start: int | None, end: int | None) -> str:
    return f"{start or '…'}–{end or '…'}"
