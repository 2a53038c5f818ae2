"""Placeholders: numbers that the publisher left out ("XX%", "$XXX million", "USD X.X billion") and so claims of
nothing, and companies ("Company A") of which nothing can be claimed."""

from __future__ import annotations

import re

from cmograph.claims.model import Reason, Refusal
from cmograph.document import Block, Document, Span
from cmograph.extractors.vocabulary.wordlists import has_any, places_of

_PLACEHOLDER = re.compile(
    r"(?:(?:US\$|USD|[$€£₹]|INR|EUR)\s?)(?:[Xx]{1,4}(?:[.,][Xx]{1,3})*|[YZ])\b(?:\s?(?:million|billion|mn|bn|trillion|crore))?"
    r"|\b(?:[Xx]{1,4}(?:[.,][Xx]{1,3})?|[YZ])\s?%|\b[Xx]{2,4}(?:[.,][Xx]{1,3})?\s(?:million|billion|mn|bn|percent"
    r"|per cent)\b|\bxx\.x+\b"
)
_SIGNS = ("XX", "D X", "X.X", "€X")
_LEFT_OUT = ("x%", "X%", "X %", "Y%", "Z%")
"""A text without "xx" or any of these, and without one of the letters behind a dollar sign, has no placeholder; an X is
looked for first, and the others at the percent signs."""

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
    if "xx" in text or ("X" in text and has_any(text, _SIGNS)):
        return True
    return any(text.endswith(_LEFT_OUT, 0, at + 1) for at in places_of(text, "%")) or any(
        text.startswith(("X", "Y", "Z"), at + 1) for at in places_of(text, "$")
    )


def _sentence(text: str, block: Block, number: Span) -> Span:
    """What stands around a placeholder between two full stops; a cheap cut, as nothing is read from it."""
    before = text.rfind(". ", block.start, number.start)
    stop = _STOP.search(text, number.end, block.end)
    return Span(before + 2 if before >= 0 else block.start, stop.end() if stop else block.end)
