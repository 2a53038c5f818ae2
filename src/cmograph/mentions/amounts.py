"""Amounts: sums of money and percentages, single or as ranges, with their hedges.

Each small rule reads tokens from a place on and answers with what it found and where it ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cmograph.claims.model import Qualifier
from cmograph.entities.currencies import currency_of
from cmograph.mentions.hedges import hedge_after, hedge_before
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.numbers import Number, number_at
from cmograph.mentions.periods import year_at
from cmograph.mentions.tokens import CURRENCY, DASHES, NUMBER, SIGN, WORD, Token

_JOINTS = frozenset({",", "and", "&", "or"})
_MOST_BEHIND = 6
_MOST_APART = 4
"""By how much the ends of a range differ: "rose by 1% to 26%" is none."""


@dataclass(slots=True)
class Amount:
    """A sum of money or a percentage.

    `low` and `high` are in whole units of `currency`, or in percent when `currency` is None; tokens[first:last] is the
    amount; `chained` says that only "and" or a comma parts it from the amount before it; `converted` that it repeats
    that one in parentheses; `adjective` that a dash joins it to a word ("a $5 billion-plus market").
    """

    low: Decimal
    high: Decimal
    currency: str | None
    first: int
    last: int
    qualifier: Qualifier = Qualifier.EXACT
    chained: bool = False
    converted: bool = False
    adjective: bool = False

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money."""
        return self.currency is not None


def amounts(tokens: list[Token]) -> list[Amount]:
    """The amounts among the tokens, in order."""
    found: list[Amount] = []
    behind = 0
    for at in [at for at, token in enumerate(tokens) if token.kind == NUMBER]:
        amount = _amount(tokens, at) if at >= behind else None
        if amount is not None:
            _relate(tokens, found, amount)
            found.append(amount)
            behind = amount.last
    return found


def _amount(tokens: list[Token], at: int) -> Amount | None:
    low = number_at(tokens, at)
    if not low.currency and not low.percent and low.scale == 1 and year_at(tokens, at) is not None:
        return None
    high = _range_end(tokens, low)
    if high is None:
        if not (low.percent or low.currency or _shares_its_percent(tokens, low.last)):
            return None
        low.percent = low.currency is None
        high = low
    currency = low.currency or high.currency
    low_scale = low.scale if low.scale > 1 or low.percent else high.scale
    pair = sorted((low.value * low_scale, high.value * high.scale))
    if currency is None and not (low.percent or high.percent):
        return None
    qualifier = (
        hedge_before(tokens, low.first, ranged=high is not low) or hedge_after(tokens, high.last) or Qualifier.EXACT
    )
    return Amount(pair[0], pair[1], currency, low.first, high.last, qualifier)


def _shares_its_percent(tokens: list[Token], at: int) -> bool:
    """Whether the sign of a later number goes for the one before `at` too: "33 and 36 percent, respectively"."""
    here = at
    while here + 2 < len(tokens) and tokens[here].lower in _JOINTS and tokens[here + 1].kind == NUMBER:
        if year_at(tokens, here + 1) is not None:
            return False
        number = number_at(tokens, here + 1)
        if number.percent:
            behind = tokens[number.last : number.last + _MOST_BEHIND]
            return any(token.lower == "respectively" for token in behind)
        if number.currency or number.scale > 1:
            return False
        here = number.last
    return False


def _range_end(tokens: list[Token], low: Number) -> Number | None:
    """The upper end of a range that begins with `low`: "5-7%", "$40 to $60 million", "between 4% and 6%"."""
    at = low.last
    if at + 1 >= len(tokens):
        return None
    joint = tokens[at].lower
    before = tokens[low.first - 1].lower if low.first else ""
    if joint == "and":
        if before != "between" and not (low.first > 1 and tokens[low.first - 2].lower == "between"):
            return None
    elif joint == "to":
        ranging = low.first > 1 and tokens[low.first - 2].lower in lexicon().ranging
        if before == "from" and (low.currency or low.percent) and not ranging:
            return None
    elif joint not in DASHES:
        return None
    at += 1
    if tokens[at].kind == CURRENCY or (tokens[at].kind == WORD and currency_of(tokens[at].lower)):
        at += 1
    if at >= len(tokens) or tokens[at].kind != NUMBER:
        return None
    high = number_at(tokens, at)
    changed = before == "by" and joint == "to" and low.percent and high.value > _MOST_APART * low.value
    return high if _same_unit(low, high) and not changed else None


def _same_unit(low: Number, high: Number) -> bool:
    if low.percent or high.percent:
        return high.percent and low.currency is None and low.scale == 1
    if low.currency is None and high.currency is None:
        return False
    if high.currency is None:
        return high.scale > 1 or (low.scale == 1 and not 1900 <= high.value <= 2100)
    return low.currency in (None, high.currency) or low.currency is None


def _relate(tokens: list[Token], found: list[Amount], amount: Amount) -> None:
    """Marks an amount that continues a list or repeats the one before it in another currency; both take over its
    hedge."""
    amount.adjective = (
        amount.last < len(tokens) and tokens[amount.last].lower in DASHES and tokens[amount.last].kind == SIGN
    )
    if not found:
        return
    previous = found[-1]
    between = [token.lower for token in tokens[previous.last : amount.first]]
    if (
        amount.is_money
        and previous.is_money
        and between[:1] == ["("]
        and all(word in lexicon().equivalent for word in between[1:])
    ):
        amount.converted = amount.currency != previous.currency
        if amount.converted:
            amount.qualifier = previous.qualifier if amount.qualifier is Qualifier.EXACT else amount.qualifier
        return
    if amount.is_money == previous.is_money and 0 < len(between) <= 2 and all(word in _JOINTS for word in between):
        amount.chained = True
        if amount.qualifier is Qualifier.EXACT:
            amount.qualifier = previous.qualifier
