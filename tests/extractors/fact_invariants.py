"""What holds for the facts of every document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from cmograph import claims
from cmograph.claims.claim_type import Time, Unit
from cmograph.claims.model import Claim, Facts, Name, Refusal
from cmograph.document import Document, Span

SHORTEST, LONGEST = 20, 250


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def check(document: Document, facts: Facts) -> None:
    """Raise AssertionError where facts break their promises."""
    for claim in facts.claims:
        check_claim(document, claim)
    for refusal in facts.refusals:
        check_place(document, refusal.number, refusal.sentence)
        assert refusal.number.start - refusal.sentence.start <= LONGEST
        assert refusal.sentence.end - refusal.number.end <= LONGEST
    for figures in (facts.claims, facts.refusals):
        assert list(figures) == sorted(figures, key=lambda figure: figure.number)
    check_claimed_or_refused(facts.claims, facts.refusals)
    check_lists(document, facts)
    check_head(document, facts)


def check_place(document: Document, number: Span, sentence: Span) -> None:
    """A number stands in its sentence, and both in the text."""
    assert 0 <= sentence.start <= number.start < number.end <= sentence.end <= len(document.text)


def check_claim(document: Document, claim: Claim) -> None:
    check_place(document, claim.number, claim.sentence)
    start, end = claim.quote
    assert 0 <= start <= claim.number.start < claim.number.end <= end <= len(document.text)
    assert min(SHORTEST, len(document.text)) <= end - start <= LONGEST
    assert document.text[start:end] == document.text[start:end].strip()
    form = claims.types()[claim.kind]
    assert claim.low <= claim.high
    assert claim.subjects
    assert all(subject.name for subject in claim.subjects)
    assert (claim.currency is not None) == (form.unit is Unit.MONEY)
    assert claim.year is None or form.time is Time.YEAR
    assert (claim.start is None and claim.end is None) or form.time is Time.PERIOD


def check_claimed_or_refused(claimed: tuple[Claim, ...], refused: tuple[Refusal, ...]) -> None:
    """No number is both, none is refused twice, and the numbers of two claims are the same or apart."""
    taken = {claim.number for claim in claimed}
    left = {refusal.number for refusal in refused}
    assert taken & left == set()
    assert len(left) == len(refused)
    assert all(first.end <= second.start for first, second in pairwise(sorted(taken)))


def listed_names(facts: Facts) -> Iterator[Name]:
    for group in facts.segments:
        yield from (segment.name for segment in group.segments)
    for region in facts.regions:
        yield from (region.region, *region.places)


def check_lists(document: Document, facts: Facts) -> None:
    """Names are what stands at their places; a company's may have been broken apart there."""
    for name in listed_names(facts):
        assert name.text
        assert name.text == document.text[slice(*name.span)]
    for group in facts.segments:
        assert group.segments
        assert all(-1 <= segment.parent < index for index, segment in enumerate(group.segments))
    assert len({group.dimension for group in facts.segments}) == len(facts.segments)
    for company in facts.companies:
        start, end = company.name.span
        assert 0 <= start < end <= len(document.text)
        letters_of_name, written = letters(company.name.text), letters(document.text[start:end])
        assert letters_of_name in written or written in letters_of_name
    spans = [company.name.span for company in facts.companies]
    assert len(set(spans)) == len(spans)


def check_head(document: Document, facts: Facts) -> None:
    market = facts.market
    if market:
        assert market.name.text
        assert market.name.span == Span(0, 0) or market.name.text == document.text[slice(*market.name.span)]
    if facts.posted:
        assert date.fromisoformat(facts.posted).isoformat() == facts.posted
    if facts.forecast:
        first, last = facts.forecast
        assert first is None or last is None or first < last
        assert (first, last) != (None, None)
    assert not (facts.publisher or "").startswith("www.")
