"""The year of those that follow in a ranking from sentence to sentence: "Shops led with 46% in 2023. The web came next
with 31%"."""

from __future__ import annotations

import re
from dataclasses import replace

from cmograph.claims.model import Claim

_FOLLOWS = re.compile(
    r"\b(?:follow(?:s|ed)?|trail(?:s|ed)?|(?:came|comes|coming|is|are|was|were|rank(?:s|ed)?|took|takes|holds|held)"
    r"\s(?:\w+\s)?(?:next|second|third)|(?:next|second|third)\s(?:is|was|came|comes)|close behind)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\byears?\b")
_KINDS = frozenset({"market_share", "market_size", "revenue"})


def dated_as_before(claims: list[Claim], before: list[Claim], sentence: str) -> list[Claim]:
    """The claims of a sentence that goes on with the ranking of the one `before`, with its year where they have none
    and all of their kind have that one."""
    if not before or not _FOLLOWS.search(sentence) or _YEAR.search(sentence):
        return claims
    return [_dated(claim, [other for other in before if other.kind == claim.kind]) for claim in claims]


def _dated(claim: Claim, others: list[Claim]) -> Claim:
    """A claim with the year of others of its kind, where that is one of the past for all of them."""
    years = {other.year for other in others}
    if claim.kind not in _KINDS or claim.year is not None or claim.projected or len(years) != 1:
        return claim
    return claim if any(other.projected for other in others) else replace(claim, year=years.pop())
