"""What inventing reports and inventing tables share: choosing, figures in words, and the claims that they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

WORDINGS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wordings.yaml").read_text(encoding="utf-8"))

Choose = Callable[[Sequence[Any]], Any]
Claim = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """A number in words, and what it comes to."""

    text: str
    low: Decimal
    high: Decimal
    qualifier: str
    currency: str | None = None

    def claim(self, kind: str, subject: Sequence[str], **years: int) -> Claim:
        """The claim that this figure makes of a subject."""
        money = {"currency": self.currency} if self.currency else {}
        return {
            "type": kind,
            "subject": list(subject),
            "low": self.low,
            "high": self.high,
            "qualifier": self.qualifier,
            **money,
            **years,
        }


def some(choose: Choose, options: Sequence[str], fewest: int, most: int) -> tuple[str, ...]:
    """Some of the options, each once, in an order of their own."""
    left, picked = list(options), []
    for _ in range(choose(range(fewest, most + 1))):
        picked.append(choose(left))
        left.remove(picked[-1])
    return tuple(picked)


def hedge(choose: Choose) -> tuple[str, str]:
    """A qualifier and words that give a number this qualifier."""
    qualifier = choose(sorted(WORDINGS["hedges"]))
    return qualifier, choose(WORDINGS["hedges"][qualifier])


def percent(choose: Choose, *, ranges: bool = False, after: Figure | None = None) -> Figure:
    """A percentage under 50, or a range of them; `after` another number its hedge holds for this one too."""
    low = Decimal(choose(range(11, 490))) / 10
    if ranges and choose((False, False, True)):
        high = low + choose(range(1, 5))
        return Figure(choose(WORDINGS["percent_ranges"]).format(low, high), low, high, "exact")
    qualifier, words = (after.qualifier, "") if after else hedge(choose)
    return Figure(words + choose(WORDINGS["percents"]).format(low), low, low, qualifier)


def money(choose: Choose, *, currencies: Sequence[str] = ("USD",), after: Figure | None = None) -> Figure:
    """An amount of some millions or billions; `after` another amount its hedge holds for this one too."""
    currency = choose(currencies)
    mantissa = Decimal(choose(range(101, 9999))) / choose((10, 100))
    scale = choose(sorted(WORDINGS["scales"]))
    written = choose(WORDINGS["amounts"][currency]).format(f"{mantissa:,}", choose(WORDINGS["scales"][scale]))
    qualifier, words = (after.qualifier, "") if after else hedge(choose)
    return Figure(words + written, mantissa * int(scale), mantissa * int(scale), qualifier, currency)


def worded(choose: Choose, way: str, **slots: object) -> str:
    """One wording of a way of speaking, its slots filled in, its first letter a capital."""
    text: str = choose(WORDINGS[way]).format(**slots).replace("..", ".")
    return text[0].upper() + text[1:]
