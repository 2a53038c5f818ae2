"""A claim in one readable sentence: "Battery Recycling market: market size over USD 12.5 billion in 2024"."""

from __future__ import annotations

from decimal import Decimal

from cmograph.claims.claim_type import ClaimType, Time, Unit
from cmograph.claims.model import Claim, Qualifier, SubjectKind
from cmograph.quads.lines import plain

_HEDGES = {
    Qualifier.EXACT: "",
    Qualifier.APPROXIMATE: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
}
_SCALES = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
_ONE = (Decimal(1), "")


def sentence(claim: Claim, kind: ClaimType, market: str) -> str:
    """The claim in words; `market` is the name of the market that the page is about, or ""."""
    forecast = ", forecast" if claim.projected else ""
    number = f"{_HEDGES[claim.qualifier]}{_number(claim, kind)}"
    return f"{_whose(claim, market)}: {kind.label} {number}{_when(claim, kind)}{forecast}"


def _whose(claim: Claim, market: str) -> str:
    own = f"{market} market" if market else "the market"
    if any(subject.kind is SubjectKind.MARKET for subject in claim.subjects):
        return own
    names = " and ".join(subject.name for subject in claim.subjects)
    if all(subject.kind is SubjectKind.OTHER_MARKET for subject in claim.subjects):
        return f"{names} market"
    return f"{names} ({own})"


def _number(claim: Claim, kind: ClaimType) -> str:
    if kind.unit is Unit.PERCENT:
        return f"{_range(claim, _ONE)} %"
    scale = next((scale for scale in _SCALES if abs(claim.high) >= scale[0]), _ONE)
    return f"{claim.currency} {_range(claim, scale)}"


def _range(claim: Claim, scale: tuple[Decimal, str]) -> str:
    low, high = (plain(bound / scale[0]) for bound in (claim.low, claim.high))
    return f"{low}{scale[1]}" if low == high else f"{low} to {high}{scale[1]}"


def _when(claim: Claim, kind: ClaimType) -> str:
    if kind.time is Time.YEAR:
        return f" in {claim.year}" if claim.year else ""
    if claim.start and claim.end:
        return f" from {claim.start} to {claim.end}"
    if claim.end:
        return f" to {claim.end}"
    return f" from {claim.start}" if claim.start else ""
