"""Claims as an annotation has them and claims as they were read, in one comparable form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cmograph.claims.model import Claim


def folded(name: str) -> str:
    """A subject's name without what is no part of it: case, punctuation, an article, a closing "market", "segment" …"""
    plain = re.sub(r"[^\w%]+", " ", re.sub(r"\s*\([^)]*\)\s*$", "", name).casefold().replace("&", " and ")).strip()
    return re.sub(r"^(the )?(global )?| (market|segment|industry|sector|region)$", "", plain)


def wanted(claim: Mapping[str, Any]) -> tuple[Any, ...]:
    """A case's claim in comparable form."""
    low = claim.get("low", claim.get("value"))
    high = claim.get("high", claim.get("value"))
    years = (claim.get("start"), claim.get("end")) if claim["type"] == "growth_rate" else (claim.get("year"),)
    return (
        claim["type"],
        frozenset(folded(name) for name in claim.get("subject", ["market"])),
        Decimal(str(low)).normalize(),
        Decimal(str(high)).normalize(),
        claim.get("qualifier", "exact"),
        claim.get("currency"),
        *years,
    )


def found(claim: Claim) -> tuple[Any, ...]:
    """A claim that was read in comparable form."""
    years = (claim.start, claim.end) if claim.kind == "growth_rate" else (claim.year,)
    return (
        claim.kind,
        frozenset(folded(subject.name) for subject in claim.subjects),
        claim.low.normalize(),
        claim.high.normalize(),
        claim.qualifier.value,
        claim.currency,
        *years,
    )


def described(claims: Counter[tuple[Any, ...]]) -> str:
    """Comparable claims as lines that a person can read."""
    lines = (f"{kind} {sorted(subjects)} {low}–{high} {rest}" for kind, subjects, low, high, *rest in claims.elements())
    return "".join(f"\n    {line}" for line in lines) or " none"
