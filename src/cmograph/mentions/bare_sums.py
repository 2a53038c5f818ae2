"""Sums of money without a currency of their own: "valued at 3.2 billion in 2024 and expected to reach US$ 6 billion by
2033"."""

from __future__ import annotations

from collections.abc import Callable

from cmograph.claims.model import Qualifier
from cmograph.mentions.amounts import Amount
from cmograph.mentions.hedges import hedge_before
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.numbers import Number, number_at
from cmograph.mentions.tokens import NUMBER, SIGN, Token

_LEAST_SCALE = 1_000_000
_STEPS = 4
_YEAR = 4  # digits
_LABELS = frozenset({"size", "value", "valuation"})
_LABEL_ENDS = frozenset({":", "-", "–", "—"})
_LONGEST_LABEL = 9


def with_bare_sums(
    tokens: list[Token], words: list[str], found: list[Amount], page_currency: Callable[[], str | None]
) -> list[Amount]:
    """The amounts of a sentence, and its bare sums in the currency of the others, else in that of the page; `words` are
    its tokens in lower case.

    A sum is bare only in a sentence that says what something is worth, behind a label that does ("Market size - 994M in
    2025, 1,737M by 2034"), or where another sum is compared with it, and where no noun follows that would be counted
    ("6 billion people").
    """
    worth = lexicon().worth.intersection(words)
    compared = not lexicon().set_against.isdisjoint(words) and any(amount.is_money for amount in found)
    label = _label_end(words)
    if not worth and not compared and not label:
        return found
    first = label or min((words.index(word) for word in worth), default=len(words))
    numbers = [
        at
        for at, token in enumerate(tokens)
        if token.kind == NUMBER and (at > first or (compared and _is_set_against(tokens, at, found)))
    ]
    bare = [number for at in numbers if (number := _bare(tokens, at, found, label)) is not None]
    if not bare:
        return found
    currency = next((amount.currency for amount in found if amount.is_money), None) or page_currency()
    if currency is None:
        return found
    return sorted([*found, *(_sum(tokens, number, currency) for number in bare)], key=lambda amount: amount.first)


def _is_set_against(tokens: list[Token], at: int, found: list[Amount]) -> bool:
    """Whether the number at `at` is what the sum before it is compared with: "5 million euros, up 7% from 4.6
    million"."""
    behind = at - 1
    while behind and tokens[behind].lower in lexicon().before_a_sum:
        behind -= 1
    sums = [amount.last for amount in found if amount.is_money and amount.last <= behind]
    if not sums or tokens[behind].lower not in lexicon().set_against:
        return False
    told = {place for amount in found for place in range(amount.first, amount.last)}
    between = (here for here in range(sums[-1], behind) if tokens[here].kind == NUMBER and here not in told)
    return all(len(tokens[here].text) == _YEAR for here in between)


def _label_end(words: list[str]) -> int:
    """The place of the sign that ends a label for sizes; 0 where no such label stands first."""
    if _LABELS.isdisjoint(words[:_LONGEST_LABEL]):
        return 0
    ends = (at for at, word in enumerate(words[:_LONGEST_LABEL]) if word in _LABEL_ENDS)
    return next((at for at in ends if not _LABELS.isdisjoint(words[:at])), 0)


def _bare(tokens: list[Token], at: int, found: list[Amount], label: int) -> Number | None:
    """The number at `at`, if it is a sum that lacks a currency; `label` is where a label ends that leads to some."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if following not in lexicon().scales or any(amount.first <= at < amount.last for amount in found):
        return None
    number = number_at(tokens, at, money=label > 0)
    if number.scale < _LEAST_SCALE or number.currency or number.percent or number.first != at:
        return None
    leads = _is_worth(tokens, at) or (label and (at == label + 1 or tokens[at - 1].text == ","))
    return number if leads and _nothing_counted(tokens, number.last) else None


def _is_worth(tokens: list[Token], at: int) -> bool:
    """Whether the words right before a number lead to what something is worth: "valued at around"."""
    words = lexicon()
    for step in range(1, _STEPS + 1):
        before = tokens[at - step].lower if step <= at else ""
        if before in words.to_a_sum:
            return True
        if before not in words.before_a_sum:
            return False
    return False


def _nothing_counted(tokens: list[Token], last: int) -> bool:
    """Whether no noun follows a number."""
    return last >= len(tokens) or tokens[last].kind == SIGN or tokens[last].lower in lexicon().behind_a_sum


def _sum(tokens: list[Token], number: Number, currency: str) -> Amount:
    value = number.value * number.scale
    qualifier = hedge_before(tokens, number.first) or Qualifier.EXACT
    return Amount(value, value, currency, number.first, number.last, qualifier)
