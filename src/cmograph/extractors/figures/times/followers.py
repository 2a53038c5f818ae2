"""The year that one claim has from another one: of those that follow in a ranking from sentence to sentence ("Shops led
with 46% in 2023. The web came next with 31%"), and of a share beside its size ("held 40% with a size of $7 million in
2024")."""

from __future__ import annotations

import re
from dataclasses import replace

from cmograph.claims.model import Claim

_FOLLOWS = re.compile(
    r"\b(?:follow(?:s|ed)?|trail(?:s|ed)?|(?:came|comes|coming|is|are|was|were|rank(?:s|ed)?|took|takes|holds|held)"
    r"\s(?:\w+\s)?(?:next|second|third)|(?:next|second|third)\s(?:is|was|came|comes)|close behind)\b"
)
_RANKED = re.compile(
    r"\b(?:follow(?:ing|ed)|trail(?:ing|ed)|leaving|ahead of|behind|next|second|third|fourth|came|had|held|took|stood"
    r"|was|were|made up|accounted|contributed|commanded|captured|kept|slipped|climbed|i\.e|namely)\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:now|today|currently|presently|once|earlier|before|ago|previous\w*|then|from|since|will|could|should|would"
    r"|expected|forecast|projected|against|compared|versus|than|growth|grow|rate|quarter|half)\b"
)
_BASE = re.compile(r"(?:\b(?:from|against|than|versus|compared (?:with|to))(?: [a-z]+){0,2} |\((?:in )?\d{4}: )\Z")
"""Before a share that another one is compared with."""

_FOUR_DIGITS = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\byears?\b")
_WITH_A_SIZE = re.compile(
    r"\b(?:with|and)\s(?:(?:a|an|its|was|estimated|at)\s){0,4}(?:market\s|total\s)?(?:size|value|valuation|revenue)\sof\b"
)
"""Between a share and its sum."""

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


def dated_as_ranked(claims: list[Claim], text: str) -> list[Claim]:
    """The claims of a sentence, each share without a year with that of the share before it where it is set behind that
    one: "In 2023 shops led with 46%, and the web came next with 31%"."""
    found: list[Claim] = []
    leader = last = None
    for claim in claims:
        if claim.kind != "market_share":
            found.append(claim)
            continue
        behind = leader is not None and last is not None and _is_ranked_behind(claim, leader, last, text)
        last = replace(claim, year=leader.year) if behind and leader is not None else claim
        leader = leader if _BASE.search(text, claim.sentence.start, claim.number.start) else last
        found.append(last)
    return found


def _is_ranked_behind(claim: Claim, leader: Claim, last: Claim, text: str) -> bool:
    """Whether a share without a year stands behind the last one's in a ranking of the leader's year."""
    if claim.year is not None or leader.year is None or claim.projected:
        return False
    between = text[last.number.end : claim.number.start]
    told = {int(year) for year in _FOUR_DIGITS.findall(between)} <= {leader.year, last.year}
    return told and _RANKED.search(between) is not None and _OTHER_TIME.search(between) is None


def dated_by_their_sizes(claims: list[Claim], text: str) -> list[Claim]:
    """The claims of a sentence, each share with the year of the size behind it that is the same thing's."""
    return [_with_year_of_size(claim, claims, text) for claim in claims] if len(claims) > 1 else claims


def _with_year_of_size(share: Claim, claims: list[Claim], text: str) -> Claim:
    """A share with the year of its size, where a sentence gives both: "40% of revenue with a market size of …"."""
    if share.kind != "market_share" or share.year is not None or share.projected:
        return share
    for size in claims:
        alike = size.kind == "market_size" and size.subjects == share.subjects and size.number.start > share.number.end
        if alike and size.year and _WITH_A_SIZE.search(text, share.number.end, size.number.start):
            return replace(share, year=size.year)
    return share
