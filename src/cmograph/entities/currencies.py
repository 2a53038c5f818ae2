"""Currencies, told by sign, word or code.

The table is data/currencies.csv: `code` is ISO 4217, under which the EU's authority table has the currency too; `names`
are signs and words, parted by "|". Codes and words that mean something else in lower case ("TOP 10", "won", "pounds")
are not among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from cmograph import tables


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: its ISO 4217 code, its name in English, and the signs and words for it."""

    code: str
    label: str
    names: tuple[str, ...]


@lru_cache(maxsize=1)
def by_code() -> Mapping[str, Currency]:
    """Every known currency, by its code."""
    listed = (
        Currency(row["code"], row["label"], tuple(row["names"].split("|"))) for row in tables.rows("currencies.csv")
    )
    return MappingProxyType({currency.code: currency for currency in listed})


def currency_of(name: str) -> str | None:
    """The ISO 4217 code of the currency that a sign or word stands for ("$", "us dollars", "Rs"), in any case.

    None where it stands for none.
    """
    return _by_name().get(name.lower())


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, str]:
    return MappingProxyType({name.lower(): currency.code for currency in by_code().values() for name in currency.names})


def codes() -> tuple[str, ...]:
    """The codes that stand for nothing but a currency wherever a number follows ("COP" is a conference as well)."""
    return tuple(code for code, currency in by_code().items() if code in currency.names)


def words() -> tuple[str, ...]:
    """The codes and words for currencies that begin with two letters; signs ("€", "US$") are not among them."""
    written = (name for currency in by_code().values() for name in currency.names)
    return tuple(name for name in written if name[:2].isalpha() and name[-1].isalpha() and name.isascii())
