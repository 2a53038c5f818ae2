"""Numbers with what stands around them: a sign or word of currency before, a scale and a currency or a percent sign
behind. The words are data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cmograph.entities.currencies import currency_of
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.periods import year_at
from cmograph.mentions.tokens import CURRENCY, DASHES, NUMBER, WORD, Token

_PERCENT_WORDS = frozenset({"%", "％", "percent", "pct", "per-cent"})
_OWN_NAMES = frozenset({"dollars", "euros", "yen", "rupees"})
_YUAN = frozenset({"yuan", "rmb", "renminbi"})


@dataclass(slots=True)
class Number:
    """A number at tokens[first:last]: `value` times `scale`, in `currency`, or in percent."""

    value: Decimal
    scale: int
    currency: str | None
    percent: bool
    first: int
    last: int


def number_at(tokens: list[Token], at: int, *, money: bool = False) -> Number:
    """The number at `at` with its currency, scale and percent sign; the scale may stand before it ("USD million 5").
    `money` says that a sum stands there whether or not it has a currency, so that "5M" is millions."""
    value = _value(tokens[at].lower)
    if (
        at > 1
        and len(tokens[at - 1].lower) > 1
        and tokens[at - 1].lower in lexicon().scales
        and _currency_before(tokens, at - 1)[0]
    ):
        currency, first = _currency_before(tokens, at - 1)
        return Number(value, lexicon().scales[tokens[at - 1].lower], currency, False, first, at + 1)
    currency, first = _currency_before(tokens, at)
    while currency and value < 1_000_000 and _thousands_follow(tokens, at):
        at += 1
        value = value * 1000 + int(tokens[at].lower)
    if currency is None and first == at and at and _negative(tokens, at):
        value, first = -value, at - 1
    last = at + 1
    scale, last = _scale_after(tokens, last, money or currency is not None)
    if currency is None or (currency == "JPY" and last < len(tokens) and tokens[last].lower in _YUAN):
        after, last = _currency_after(tokens, last, scaled=scale > 1)
        currency = after or currency
        if scale == 1 and (after or currency is None):
            currency, scale, last = _unit_behind(tokens, at, last, after)
    percent = False
    if currency is None and scale == 1 and last < len(tokens):
        percent, last = _percent_after(tokens, last)
    return Number(value, scale, currency, percent, first, last)


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
    """Whether the sign before `at` is a minus and no dash between two numbers."""
    sign = tokens[at - 1]
    if sign.lower not in DASHES or sign.end != tokens[at].start:
        return False
    return at < 2 or (tokens[at - 2].end < sign.start and tokens[at - 2].kind != NUMBER) or tokens[at - 2].lower == "("


def _currency_before(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """The currency right before `at`, and where it begins: "US$", "RMB ¥", "USD", "Rs."."""
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
    """The scale at `at`, and the place behind it: "million", "-million", "lakh crore"; 1 where there is none."""
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
            word.lower in DASHES
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


def _currency_after(tokens: list[Token], at: int, *, scaled: bool) -> tuple[str | None, int]:
    """A currency after the number: "dollars", "USD", "US dollars", "Japanese yen", "€"; behind a scale also "won"."""
    for width in (1, 2):
        if at + width <= len(tokens):
            code = currency_of(tokens[at].lower if width == 1 else f"{tokens[at].lower} {tokens[at + 1].lower}")
            if code and not _belongs_to_next(tokens, at + width - 1):
                return code, at + width
    if scaled and at < len(tokens) and tokens[at].lower in lexicon().behind_scales:
        return lexicon().behind_scales[tokens[at].lower], at + 1
    return None, at


def _unit_behind(tokens: list[Token], at: int, last: int, after: str | None) -> tuple[str | None, int, int]:
    """The currency and the scale of the number at `at`, and the place behind them, where a scale follows the currency
    `after` it ("1.92 USD Billion") or both are in brackets ("2.94 (USD Billion)").

    Behind a year or a table's number such a unit is that of other figures.
    """
    if after:
        currency: str | None = after
        scale, behind = _scale_after(tokens, last, money=True)
    else:
        currency, scale, behind = _unit_in_brackets(tokens, last)
    counts = year_at(tokens, at) is None and (not at or tokens[at - 1].lower not in lexicon().numbered)
    return (currency, scale, behind) if counts or scale == 1 else (None, 1, at + 1)


def _unit_in_brackets(tokens: list[Token], at: int) -> tuple[str | None, int, int]:
    """The currency and the scale in the brackets at `at`, and the place behind them."""
    if at + 2 >= len(tokens) or tokens[at].lower != "(":
        return None, 1, at
    first = at + 1 + (tokens[at + 1].lower == "in")
    scale, behind = _scale_after(tokens, first, money=True)
    currency, behind = _currency_after(tokens, behind, scaled=scale > 1)
    if currency and scale == 1:
        scale, behind = _scale_after(tokens, behind, money=True)
    if currency is None or scale == 1 or behind >= len(tokens) or tokens[behind].lower != ")":
        return None, 1, at
    return currency, scale, behind + 1


def _belongs_to_next(tokens: list[Token], at: int) -> bool:
    """Whether the currency sign at `at` opens the next amount ("2020 $5 million")."""
    return at + 1 < len(tokens) and tokens[at + 1].kind in (NUMBER, CURRENCY) and tokens[at].lower not in _OWN_NAMES


def _percent_after(tokens: list[Token], at: int) -> tuple[bool, int]:
    """Whether a percent sign or word stands at `at`, and the place behind it."""
    word = tokens[at].lower
    if word in _PERCENT_WORDS:
        return True, at + 1
    if word == "per" and at + 1 < len(tokens) and tokens[at + 1].lower == "cent":
        return True, at + 2
    return False, at
