"""The share of a market that a region, country, segment or company holds."""

from __future__ import annotations

from cmograph.claims.claim_type import ClaimType, Time, Unit
from cmograph.vocab import CG

TYPE = ClaimType(
    name="market_share", rdf_class=CG.MarketShareFigure, unit=Unit.PERCENT, time=Time.YEAR, label="market share"
)
