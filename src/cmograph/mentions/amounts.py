"""Amounts: sums of money and percentages, single or as ranges, with their hedges.

Each small rule reads tokens from a place on and answers with what it found and where it ended. The scale and currency
words are data.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cmograph.claims.model import Qualifier
from cmograph.entities.currencies import currency_of
from cmograph.mentions.hedges import hedge_after, hedge_before
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.periods import year_at
from cmograph.mentions.tokens import CURRENCY, NUMBER, SIGN, WORD, Token

_DASHES = frozenset({"-", "–", "—", "‐", "‑", "−"})
_PERCENT_WORDS = frozenset({"%", "％", "percent", "pct", "per-cent"})
_EQUIVALENT = frozenset(
    {
        "equivalent",
        "to",
        "around",
        "about",
        "approximately",
        "or",
        "roughly",
        "nearly",
        "some",
        "equal",
        "over",
        "i.e",
        ".",
    }
)
_JOINTS = frozenset({",", "and", "&", "or"})
_RANGING = frozenset(
    {"range", "ranges", "ranging", "ranged", "run", "runs", "vary", "varies", "varying", "lies", "anywhere", "spread"}
)


@dataclass(slots=True)
class Amount:
    """A sum of money or a percentage.

    `low` and `high` are in whole units of `currency`, or in percent when `currency` is None; tokens[first:last] is the
    amount;
    `chained` says that only "and" or a comma parts it from the amount before it; `converted` that it repeats that one
    in parentheses.
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


@dataclass(slots=True)
class _Number:
    """A number with what stands around it: sign or word of currency before, scale and currency or percent sign
    after."""

    value: Decimal
    scale: int
    currency: str | None
    percent: bool
    first: int
    last: int


def amounts(tokens: list[Token]) -> list[Amount]:
    """The amounts among the tokens, in order."""
    found: list[Amount] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind == NUMBER:
            amount = _amount(tokens, at)
            if amount is not None:
                _relate(tokens, found, amount)
                found.append(amount)
                at = amount.last
                continue
        at += 1
    return found


def _amount(tokens: list[Token], at: int) -> Amount | None:
    low = _number(tokens, at)
    if not low.currency and not low.percent and low.scale == 1 and year_at(tokens, at) is not None:
        return None
    high = _range_end(tokens, low)
    if high is None:
        if not (low.percent or low.currency):
            return None
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


def _number(tokens: list[Token], at: int) -> _Number:
    """The number at `at` with its currency, scale and percent sign."""
    value = _value(tokens[at].lower)
    if (
        at > 1
        and len(tokens[at - 1].lower) > 1
        and tokens[at - 1].lower in lexicon().scales
        and _currency_before(tokens, at - 1)[0]
    ):
        currency, first = _currency_before(tokens, at - 1)
        return _Number(value, lexicon().scales[tokens[at - 1].lower], currency, False, first, at + 1)
    currency, first = _currency_before(tokens, at)
    while currency and value < 1_000_000 and _thousands_follow(tokens, at):
        at += 1
        value = value * 1000 + int(tokens[at].lower)
    if currency is None and first == at and at and _negative(tokens, at):
        value, first = -value, at - 1
    last = at + 1
    scale, last = _scale_after(tokens, last, currency is not None)
    if currency is None or (
        currency == "JPY" and last < len(tokens) and tokens[last].lower in {"yuan", "rmb", "renminbi"}
    ):
        after, last = _currency_after(tokens, last)
        currency = after or currency
    percent = False
    if currency is None and scale == 1 and last < len(tokens):
        percent, last = _percent_after(tokens, last)
    return _Number(value, scale, currency, percent, first, last)


def _value(digits: str) -> Decimal:
    """The number that digits write; a lone comma before one or two digits is a decimal comma ("5,4")."""
    whole, comma, rest = digits.partition(",")
    if comma and "," not in rest and "." not in rest and len(rest) < 3:
        return Decimal(f"{whole}.{rest}")
    return Decimal(digits.replace(",", ""))


def _thousands_follow(tokens: list[Token], at: int) -> bool:
    """Whether a group of three digits follows after one space ("EUR 1 450 million")."""
    if (
        at + 1 >= len(tokens)
        or tokens[at + 1].kind != NUMBER
        or len(tokens[at + 1].lower) != 3
        or "." in tokens[at].lower
    ):
        return False
    return tokens[at + 1].start == tokens[at].end + 1 and tokens[at + 1].lower.isdigit()


def _negative(tokens: list[Token], at: int) -> bool:
    sign = tokens[at - 1]
    if sign.lower not in _DASHES or sign.end != tokens[at].start:
        return False
    return at < 2 or (tokens[at - 2].end < sign.start and tokens[at - 2].kind != NUMBER) or tokens[at - 2].lower == "("


def _currency_before(tokens: list[Token], at: int) -> tuple[str | None, int]:
    if not at:
        return None, at
    before = tokens[at - 1]
    if before.kind == CURRENCY:
        first = at - 1
        if first and tokens[first - 1].lower in {"us", "u.s.", "usd"}:
            first -= 1
        if before.lower.endswith("¥") and (
            before.lower.startswith("cn") or (first and tokens[first - 1].lower in {"rmb", "cny", "renminbi"})
        ):
            return "CNY", first - (before.lower == "¥")
        return currency_of(before.lower) or "USD", first
    if before.kind == WORD:
        code = currency_of(before.lower)
        if code:
            return code, at - 1
    if before.lower == "." and at > 1 and tokens[at - 2].lower in {"rs", "inr", "re"}:
        return "INR", at - 2
    return None, at


def _scale_after(tokens: list[Token], at: int, money: bool) -> tuple[int, int]:
    scales = lexicon().scales
    if at < len(tokens):
        word = tokens[at]
        name = word.lower.partition("/")[0]
        if name in scales and _scale_fits(tokens, at, money):
            further = tokens[at + 1].lower if at + 1 < len(tokens) else ""
            if name in {"lakh", "thousand", "hundred"} and further in {"crore", "million", "billion"}:
                return scales[name] * scales[further], at + 2
            return scales[name], at + 1
        if (
            word.lower in _DASHES
            and at + 1 < len(tokens)
            and len(tokens[at + 1].lower) > 2
            and tokens[at + 1].lower in scales
        ):
            return scales[tokens[at + 1].lower], at + 2
    return 1, at


def _scale_fits(tokens: list[Token], at: int, money: bool) -> bool:
    """Whether a short scale word ("m", "b") really is one: it touches the number, and the number is money."""
    if len(tokens[at].lower) > 2 or tokens[at].lower in {"mn", "bn", "tn"}:
        return True
    touches = tokens[at].start == tokens[at - 1].end
    if (
        money
        and tokens[at].text in {"M", "B", "K", "T"}
        and not (at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper())
    ):
        return True
    return touches and money if len(tokens[at].lower) == 1 else touches or money


def _currency_after(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """A currency after the number: "dollars", "USD", "US dollars", "Japanese yen", "€"."""
    for width in (1, 2):
        if at + width <= len(tokens):
            code = currency_of(" ".join(token.lower for token in tokens[at : at + width]))
            if code and not _belongs_to_next(tokens, at + width - 1):
                return code, at + width
    return None, at


def _belongs_to_next(tokens: list[Token], at: int) -> bool:
    """Whether the currency sign at `at` opens the next amount ("2020 $5 million")."""
    return (
        at + 1 < len(tokens)
        and tokens[at + 1].kind in (NUMBER, CURRENCY)
        and tokens[at].lower not in {"dollars", "euros", "yen", "rupees"}
    )


def _percent_after(tokens: list[Token], at: int) -> tuple[bool, int]:
    word = tokens[at].lower
    if word in _PERCENT_WORDS:
        return True, at + 1
    if word == "per" and at + 1 < len(tokens) and tokens[at + 1].lower == "cent":
        return True, at + 2
    return False, at


def _range_end(tokens: list[Token], low: _Number) -> _Number | None:
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
        ranging = low.first > 1 and tokens[low.first - 2].lower in _RANGING
        if before == "from" and (low.currency or low.percent) and not ranging:
            return None
    elif joint not in _DASHES:
        return None
    at += 1
    if tokens[at].kind == CURRENCY or (tokens[at].kind == WORD and currency_of(tokens[at].lower)):
        at += 1
    if at >= len(tokens) or tokens[at].kind != NUMBER:
        return None
    high = _number(tokens, at)
    return high if _same_unit(low, high) else None


def _same_unit(low: _Number, high: _Number) -> bool:
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
        amount.last < len(tokens) and tokens[amount.last].lower in _DASHES and tokens[amount.last].kind == SIGN
    )
    if not found:
        return
    previous = found[-1]
    between = [token.lower for token in tokens[previous.last : amount.first]]
    if (
        amount.is_money
        and previous.is_money
        and between[:1] == ["("]
        and all(word in _EQUIVALENT for word in between[1:])
    ):
        amount.converted = amount.currency != previous.currency
        if amount.converted:
            amount.qualifier = previous.qualifier if amount.qualifier is Qualifier.EXACT else amount.qualifier
        return
    if amount.is_money == previous.is_money and 0 < len(between) <= 2 and all(word in _JOINTS for word in between):
        amount.chained = True
        if amount.qualifier is Qualifier.EXACT:
            amount.qualifier = previous.qualifier
