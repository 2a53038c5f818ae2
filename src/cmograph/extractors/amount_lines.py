"""Where amounts can stand: lines and sentences with a digit and a sign of money or of a share."""

from __future__ import annotations

import re
from functools import lru_cache

from cmograph.document import Span
from cmograph.extractors.vocabulary.wordlists import has_any, wordlists

_DIGIT = re.compile(r"[0-9]")
_DIGIT_IN_LINE = re.compile(r"[0-9].*")
_AMOUNT = re.compile(
    r"[0-9$€£¥₹₩A-Z](?:"
    r"(?<=[0-9])(?:\s?(?:%|％|percent|per cent|pct)|\s?(?:to|and|[-–—])\s?\d[\d.]*\s?(?:%|percent)"  # 5%, 5 to 7%
    r"|[\d.,]*\s?(?i:million|billion|trillion|bn|mn|mln|crore|lakh)\b)"
    r"|(?<=[$€£¥₹₩])\s?(?:\d|(?i:million|billion|trillion|crore))"  # $5, 5 (US$ million)
    r"|(?<=[A-Z])%|(?<=\bX)X|(?<=\$)X)"  # what a publisher left out
)
_CURRENCY = re.compile(
    r"(?i)\b(?:usd|eur|euros?|gbp|chf|inr|rs|jpy|cny|rmb|krw|dollars?|yen|yuan|rupees|dkk|sek|nok|aud|cad|brl|twd|sgd|pln|czk|huf|nzd|hkd|mxn|zar|aed|sar)\b"
)


@lru_cache(maxsize=8)
def lines_with_amounts(text: str) -> tuple[Span, ...]:
    """The lines of a text that can have an amount, in order.

    Those who look for claims and those who look for firms by what they sell ask for the same, one after the other, so
    they are kept for some pages.
    """
    lines = (Span(text.rfind("\n", 0, found.start()) + 1, found.end()) for found in _DIGIT_IN_LINE.finditer(text))
    return tuple(line for line in lines if _has_amount(text[slice(*line)]))


def can_have_amount(sentence: str) -> bool:
    """Whether a sentence can have an amount."""
    return _DIGIT.search(sentence) is not None and _has_amount(sentence)


def _has_amount(line: str) -> bool:
    """Whether something with a digit can have an amount; to look for the signs costs less than the patterns."""
    return has_any(line, wordlists().amount_signs) and (
        _AMOUNT.search(line) is not None or _CURRENCY.search(line) is not None
    )
