"""The size or value of a market, a region's or a segment's market."""

from __future__ import annotations

from cmograph.claims.claim_type import ClaimType, Time, Unit
from cmograph.vocab import CG

TYPE = ClaimType(
    name="market_size", rdf_class=CG.MarketSizeFigure, unit=Unit.MONEY, time=Time.YEAR, label="market size"
)
