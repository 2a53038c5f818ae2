"""Placeholders: numbers that the publisher left out ("XX%", "$XXX million", "USD X.X billion") and so claims of
nothing, and companies ("Company A") of which nothing can be claimed."""

from __future__ import annotations

import re

from cmograph.claims.model import Reason, Refusal
from cmograph.document import Block, Document, Span
from cmograph.extractors.wordlists import has_any

_PLACEHOLDER = re.compile(
    r"(?:(?:US\$|USD|[$€£₹]|INR|EUR)\s?)(?:[Xx]{1,4}(?:[.,][Xx]{1,3})*|[YZ])\b(?:\s?(?:million|billion|mn|bn|trillion|crore))?"
    r"|\b(?:[Xx]{1,4}(?:[.,][Xx]{1,3})?|[YZ])\s?%|\b[Xx]{2,4}(?:[.,][Xx]{1,3})?\s(?:million|billion|mn|bn|percent"
    r"|per cent)\b|\bxx\.x+\b"
)
_SIGNS = ("xx", "x%", "Y%", "Z%", "$Y", "$Z")
_WITH_X = ("XX", "X%", "$X", "D X", "X.X", "X %", "€X")
"""A text without any of these has no placeholder; the second ones are looked for only where there is an X at all."""

_NAMELESS = re.compile(r"Company (?:[A-Z]|\d)")
_STOP = re.compile(r"[.!?](?=\s|$)")


def placeholders(document: Document, known: set[Span]) -> list[Refusal]:
    """The placeholders in a document that are not among the numbers already refused."""
    text = document.text
    if not _has_sign(text):
        return []
    return [
        Refusal(Reason.PLACEHOLDER, number, _sentence(text, block, number))
        for block in document.blocks
        if _has_sign(document.line(block))
        for match in _PLACEHOLDER.finditer(text, block.start, block.end)
        if (number := Span(*match.span())) not in known
    ]


def is_nameless(name: str) -> bool:
    """Whether a name stands for a company that the publisher left out: "Company B"."""
    return _NAMELESS.fullmatch(name) is not None


def _has_sign(text: str) -> bool:
    return has_any(text, _SIGNS) or ("X" in text and has_any(text, _WITH_X))


def _sentence(text: str, block: Block, number: Span) -> Span:
    """What stands around a placeholder between two full stops; a cheap cut, as nothing is read from it."""
    before = text.rfind(". ", block.start, number.start)
    stop = _STOP.search(text, number.end, block.end)
    return Span(before + 2 if before >= 0 else block.start, stop.end() if stop else block.end)
