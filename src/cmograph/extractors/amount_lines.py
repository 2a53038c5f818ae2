"""Where amounts can stand: lines and sentences with a digit and a sign of money or of a share."""

from __future__ import annotations

import re
from functools import lru_cache

from cmograph.document import Span
from cmograph.entities import currencies
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.patterns import at_word_start

_DIGIT = re.compile(r"[0-9]")
_AMOUNT = re.compile(
    r"[0-9$€£¥₹₩A-Z](?:"
    r"(?<=[0-9])(?:\s?(?:%|％|percent|per cent|pct)|\s?(?:to|and|[-–—])\s?\d[\d.]*\s?(?:%|percent)"  # 5%, 5 to 7%
    r"|[\d.,]*\s?(?i:million|billion|trillion|bn|mn|mln|crore|lakh)\b)"
    r"|(?<=[$€£¥₹₩])\s?(?:\d|(?i:million|billion|trillion|crore))"  # $5, 5 (US$ million)
    r"|(?<=[A-Z])%|(?<=\bX)X|(?<=\$)X)"  # what a publisher left out
)
_CURRENCY = re.compile(rf"{at_word_start(map(re.escape, currencies.words()))}\b")


@lru_cache(maxsize=8)
def lines_with_amounts(text: str) -> tuple[Span, ...]:
    """The lines of a text that can have an amount, in order.

    Those who look for claims and those who look for firms by what they sell ask for the same, one after the other, so
    they are kept for some pages.
    """
    found: list[Span] = []
    end = -1
    for at, _ in signs_of(text).of("amounts"):
        if at > end:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = len(text) if end < 0 else end
            if _has_amount(text[start:end]):
                found.append(Span(start, end))
    return tuple(found)


def can_have_amount(text: str, sentence: Span) -> bool:
    """Whether a sentence can have an amount."""
    return signs_of(text).any_in("amounts", *sentence) and _has_amount(text[slice(*sentence)])


def _has_amount(line: str) -> bool:
    """Whether something with a sign of amounts has one."""
    return _DIGIT.search(line) is not None and (_AMOUNT.search(line) is not None or _CURRENCY.search(line) is not None)
