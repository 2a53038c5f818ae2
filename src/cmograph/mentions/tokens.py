"""Tokens: the words, numbers and signs of a text, each with its place. Every other rule of this package works on
them."""

from __future__ import annotations

import re
from itertools import pairwise

from cmograph.entities import currencies

NUMBER, CURRENCY, WORD, SIGN = 1, 2, 3, 4
"""Kinds of tokens: digits, a currency sign, a word (also "U.S." and "R&D"), any other sign."""

DASHES = frozenset({"-", "–", "—", "‐", "‑", "−"})

_TOKEN = re.compile(
    r" ?(?:"  # with the space before it, as looking on from one place to the next is slower than to match
    r"([a-z]+(?=[ ,\n]))"  # the plain words first: most tokens are
    r"|(\d+(?:,\d+)*(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|((?:US|AU|CA|HK|SG|NZ|NT|MX|[ACSRZ])?\$|CN¥|[€£¥₹₩₺₽฿₫]"
    rf"|(?=[A-Z][A-Z]?[A-Zs]\d)(?:{'|'.join(currencies.codes())}|RMB|Rs)(?=\d))"
    r"|((?:[^\W\d_]\.){2,}|(?i:[mb]illions?|trillions?)(?=[-‐‑¹²³⁴-⁹])|[^\W\d_]\w*(?:[&./+‐‑-](?!(?:USD|EUR|GBP|INR)\b)\w+|[’'](?!s\b)\w+)*)"
    r"|(\S))"
)
_KINDS = (0, WORD, NUMBER, CURRENCY, WORD, SIGN)
"""The kind of what each group of the pattern matches."""


class Token:
    """One token: its kind, its text in lower case, its place, and its text as written.

    A plain class, as its fields are asked for more often than those of anything else, and are nearest this way.
    """

    __slots__ = ("end", "kind", "lower", "start", "text")

    def __init__(self, kind: int, lower: str, start: int, end: int, text: str) -> None:
        self.kind = kind
        self.lower = lower
        self.start = start
        self.end = end
        self.text = text


def token_words(text: str) -> tuple[str, ...]:
    """The tokens of a text as lower-case strings, without their places."""
    plain = text.lower()
    if plain.replace(" ", "").isalpha():
        return tuple(plain.split())
    return tuple([found[found.lastindex or 0].lower() for found in _TOKEN.finditer(text)])


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end]; places count in `text`."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [
        Token(_KINDS[group], (word := m[group]).lower(), m.start(group), m.end(group), word)
        for m in found
        if (group := m.lastindex)
    ]


def written(tokens: list[Token]) -> str:
    """The tokens as the page has them: one space wherever white space parts two."""
    out = tokens[0].text
    for before, token in pairwise(tokens):
        out += (" " if token.start > before.end else "") + token.text
    return out
