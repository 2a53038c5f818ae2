"""How claims and refusals leave the reader: no claim with a number that arithmetic would round, no refusal with a
sentence without end."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cmograph.claims.model import Claim, Reason, Refusal
from cmograph.document import Span
from cmograph.extractors.figures.quote import LONGEST

MOST_DIGITS = 28
"""So many are exact in Python's decimals; no market is told in more."""

_TOO_MANY = re.compile(rf"\d(?:[,.]?\d){{{MOST_DIGITS}}}")


def parted(text: str, claims: Iterable[Claim]) -> tuple[list[Claim], list[Refusal]]:
    """The claims whose numbers are exact, and what the others are refused for."""
    exact: list[Claim] = []
    refused: list[Refusal] = []
    for claim in claims:
        start, end = claim.number
        if end - start > MOST_DIGITS and _TOO_MANY.search(text, start, end):
            refused.append(Refusal(Reason.NOT_MARKET, claim.number, claim.sentence))
        else:
            exact.append(claim)
    return exact, refused


def shortened(text: str, refusal: Refusal) -> Refusal:
    """The refusal with no more of its sentence than `LONGEST` characters on either side of the number, in whole words
    where there is more than one."""
    (start, end), (low, high) = refusal.number, refusal.sentence
    if start - low > LONGEST:
        space = text.find(" ", start - LONGEST - 1, start)
        low = space + 1 if space >= 0 else start - LONGEST
    if high - end > LONGEST:
        space = text.rfind(" ", end, end + LONGEST + 1)
        high = space if space >= 0 else end + LONGEST
    return refusal._replace(sentence=Span(low, high))
