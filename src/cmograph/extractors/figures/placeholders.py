"""Placeholders: numbers that the publisher left out ("XX%", "$XXX million", "USD X.X billion") and so claims of
nothing."""

from __future__ import annotations

import re

from cmograph.claims.model import Reason, Refusal
from cmograph.document import Document, Span
from cmograph.extractors.wordlists import has_any

_PLACEHOLDER = re.compile(
    r"(?:(?:US\$|USD|[$€£₹]|INR|EUR)\s?)(?:[Xx]{1,4}(?:[.,][Xx]{1,3})*|[YZ])\b(?:\s?(?:million|billion|mn|bn|trillion|crore))?"
    r"|\b(?:[Xx]{1,4}(?:[.,][Xx]{1,3})?|[YZ])\s?%|\b[Xx]{2,4}(?:[.,][Xx]{1,3})?\s(?:million|billion|mn|bn|percent"
    r"|per cent)\b|\bxx\.x+\b"
)
_SIGNS = ("xx", "x%", "Y%", "Z%", "$Y", "$Z")
_WITH_X = ("XX", "X%", "$X", "D X", "X.X", "X %", "€X")
"""A text without any of these has no placeholder; the second ones are looked for only where there is an X at all."""

_STOP = re.compile(r"[.!?](?=\s|$)")


def placeholders(document: Document, known: set[Span]) -> list[Refusal]:
    """The placeholders in a document that are not among the numbers already refused."""
    text = document.text
    if not has_any(text, _SIGNS) and not ("X" in text and has_any(text, _WITH_X)):
        return []
    found = []
    for match in _PLACEHOLDER.finditer(text):
        number = Span(match.start(), match.end())
        if number not in known:
            stop_before = text.rfind(". ", 0, number.start)
            start = max(text.rfind("\n", 0, number.start) + 1, stop_before + 2 if stop_before >= 0 else 0)
            end = text.find("\n", number.end)
            stop = _STOP.search(text, number.end, len(text) if end < 0 else end)
            found.append(
                Refusal(Reason.PLACEHOLDER, number, Span(start, stop.end() if stop else len(text) if end < 0 else end))
            )
    return found
