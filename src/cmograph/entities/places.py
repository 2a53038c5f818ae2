"""Places: countries, the United Nations' areas, and the regions that market reports draw, told by name.

The table is data/places.csv: `code` is ISO 3166-1 alpha-2, UN M49 or a trade region's own word; `names` are other
names, parted by "|"; `in` are the codes of the wider places around it, as market reports count them (Turkey in Europe
and in the Middle East).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from cmograph import tables
from cmograph.entities.folding import bare, words

_INSIDE = re.compile(r"\(([^()]*)\)")


class PlaceKind(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    AREA = "area"
    TRADE_REGION = "trade region"
    PART = "part of a country"


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is known for certain.

    Attributes:
        code: ISO 3166-1 alpha-2 ("CN"), UN M49 ("142"), or our own ("apac", "rest-of-150", "JP-kanto").
        label: its name in English.
        names: its other names.
        within: codes of the next wider places, in which it lies.
        alpha3, m49: further codes; empty where it has none. The EU's authority table knows a country by its alpha-3
            code.
    """

    code: str
    kind: PlaceKind
    label: str
    names: tuple[str, ...]
    within: tuple[str, ...]
    alpha3: str = ""
    m49: str = ""


@lru_cache(maxsize=1)
def by_code() -> Mapping[str, Place]:
    """Every known place, by its code."""
    listed = [_place(row) for row in tables.rows("places.csv")]
    rests = [_rest(place) for place in listed if place.kind in {PlaceKind.AREA, PlaceKind.TRADE_REGION}]
    return MappingProxyType({place.code: place for place in sorted(listed + rests, key=lambda place: place.code)})


@lru_cache(maxsize=16384)
def resolve(name: str) -> Place | None:
    """The place that a name certainly stands for ("U.S.A.", "China Taiwan", "APAC", "Rest of Europe"), or None.

    An abbreviation of two letters counts only in capitals: "US" is a country, "us" is not.
    """
    found = _named(name)
    if found is None and "(" in name:
        inside = _INSIDE.search(name)
        found = _named(bare(name))
        if inside and found is not _named(inside[1]):
            return None
    return found


def is_place(name: str) -> bool:
    """Whether the name certainly stands for a place."""
    return resolve(name) is not None


def lies_in(inner: str, outer: str) -> bool:
    """Whether the place with the code `inner` lies in that with the code `outer`, at any remove, and not itself."""
    return outer in _around(inner)


def fold(name: str) -> str:
    """The key of a place's name: without "the" before and "region" after it."""
    key = words(name)
    return key.removeprefix("the ").removesuffix(" region") or key


def _named(name: str) -> Place | None:
    key = fold(name)
    if len(key) == 2 and not name.isupper():
        return None
    return _by_key().get(key)


@lru_cache(maxsize=1)
def _by_key() -> Mapping[str, Place]:
    return MappingProxyType({fold(name): place for place in by_code().values() for name in (place.label, *place.names)})


@lru_cache(maxsize=1024)
def _around(code: str) -> frozenset[str]:
    known = by_code()
    within = known[code].within if code in known else ()
    return frozenset(within).union(*map(_around, within))


def _place(row: Mapping[str, str]) -> Place:
    names = tuple(name for name in row["names"].split("|") if name)
    return Place(
        row["code"], PlaceKind(row["kind"]), row["label"], names, tuple(row["in"].split()), row["alpha3"], row["m49"]
    )


def _rest(whole: Place) -> Place:
    """What reports call the "Rest of" a place that they list in part."""
    names = tuple(f"Rest of {article}{name}" for name in (whole.label, *whole.names) for article in ("", "the "))
    extra = ("RoW", "Rest of World") if whole.label == "World" else ()
    return Place(f"rest-of-{whole.code}", PlaceKind.TRADE_REGION, names[0], names[1:] + extra, (whole.code,))
