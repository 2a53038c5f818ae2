"""Invents tables of figures: sizes by year, a ranking of companies, growth by country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from wording import Choose, Claim, Figure, some

TABLE_WORDINGS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "tables.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Table:
    """A table as cells, the line above it, and the claims that it makes."""

    caption: str
    rows: tuple[tuple[str, ...], ...]
    claims: tuple[Claim, ...]


def exactly(number: Decimal, currency: str | None = None) -> Figure:
    """A number without a hedge."""
    return Figure(f"{number:,}", number, number, "exact", currency)


def sizes_by_year(choose: Choose, kind: str, parts: Sequence[str], market: str) -> Table:
    """A column a year, a row a region or segment, perhaps one for the whole; currency and unit in the line above."""
    first = choose(range(2018, 2026))
    years = range(first, first + choose(range(2, 5)))
    code, unit, scale = choose(TABLE_WORDINGS["units"])
    owners = [*parts, *choose(((), ("Total",)))]
    rows, claims = [(kind.replace("_", " ").title(), *map(str, years))], []
    for owner in owners:
        numbers = [Decimal(choose(range(1011, 99999))) / 10 for _ in years]
        rows.append((owner, *(f"{number:,}" for number in numbers)))
        subject = ["market" if owner == "Total" else owner]
        claims += [
            exactly(number * scale, code).claim("market_size", subject, year=year)
            for number, year in zip(numbers, years, strict=True)
        ]
    caption = choose(TABLE_WORDINGS["sizes"]).format(
        market=market, kind=kind.replace("_", " ").title(), unit=unit, first=years[0], last=years[-1]
    )
    return Table(caption, tuple(rows), tuple(claims))


def ranking(choose: Choose, companies: Sequence[str], market: str) -> Table:
    """Companies by revenue, with their shares."""
    year = choose(range(2018, 2026))
    code, unit, scale = choose(TABLE_WORDINGS["units"])
    head = [
        choose(TABLE_WORDINGS[name]).format(unit=unit, year=year) for name in ("rank", "company", "revenue", "share")
    ]
    rows, claims = [tuple(head)], []
    for place, company in enumerate(some(choose, companies, 2, 3), start=1):
        money, share = Decimal(choose(range(1011, 99999))) / 10, Decimal(choose(range(11, 490))) / 10
        rows.append((str(place), company, f"{money:,}", f"{share}%"))
        claims.append(exactly(money * scale, code).claim("revenue", [company], year=year))
        claims.append(exactly(share).claim("market_share", [company], year=year))
    return Table(choose(TABLE_WORDINGS["rankings"]).format(market=market, year=year), tuple(rows), tuple(claims))


def growth_by_country(choose: Choose, countries: Sequence[str], market: str) -> Table:
    """Countries with the rates at which they will grow."""
    start = choose(range(2018, 2026))
    end = start + choose(range(4, 11))
    head = (choose(TABLE_WORDINGS["country"]), choose(TABLE_WORDINGS["growth"]).format(start=start, end=end))
    rows, claims = [head], []
    for country in countries:
        rate = Decimal(choose(range(11, 290))) / 10
        rows.append((country, f"{rate}%"))
        claims.append(exactly(rate).claim("growth_rate", [country], start=start, end=end))
    return Table(choose(TABLE_WORDINGS["growths"]).format(market=market), tuple(rows), tuple(claims))
