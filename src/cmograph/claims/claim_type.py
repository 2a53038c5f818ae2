"""What every claim type says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cmograph.errors import CmographError


class ClaimTypeError(CmographError):
    """A claim type is unknown or incomplete."""


class Unit(StrEnum):
    """What a claim's numbers count."""

    MONEY = "money"
    PERCENT = "percent"


class Time(StrEnum):
    """When a claim's numbers hold."""

    YEAR = "year"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A kind of numeric statement.

    Attributes:
        name: its name in JSON Lines and in `Claim.kind`.
        rdf_class: the IRI of its class.
        unit: money (with a currency) or percent.
        time: one year, or a period with a start and an end.
        label: what the number is, for sentences such as "Battery recycling market: market size 162550000000 USD".
    """

    name: str
    rdf_class: str
    unit: Unit
    time: Time
    label: str
