"""The revenue or sales of a company or of its division."""

from __future__ import annotations

from cmograph.claims.claim_type import ClaimType, Time, Unit
from cmograph.vocab import CG

TYPE = ClaimType(name="revenue", rdf_class=CG.RevenueFigure, unit=Unit.MONEY, time=Time.YEAR, label="revenue")
