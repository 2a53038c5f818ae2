"""The yearly growth of a market, a part of it or a company."""

from __future__ import annotations

from cmograph.claims.claim_type import ClaimType, Time, Unit
from cmograph.vocab import CG

TYPE = ClaimType(name="growth_rate", rdf_class=CG.GrowthRateFigure, unit=Unit.PERCENT, time=Time.PERIOD, label="CAGR")
