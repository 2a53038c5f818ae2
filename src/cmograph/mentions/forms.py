"""Legal forms of companies ("Inc.", "GmbH", "Co., Ltd.") as they stand in a text."""

from __future__ import annotations

from functools import cache

from cmograph.entities import tables

_MORE = frozenset(
    {
        "co",
        "inc",
        "ltd",
        "corp",
        "company",
        "limited",
        "incorporated",
        "corporation",
        "co ltd",
        "s a",
        "l p",
        "pvt ltd",
        "pte ltd",
        "pty ltd",
    }
)
_NOT_ALONE = frozenset(
    {
        "holding",
        "holdings",
        "group",
        "groupe",
        "gruppe",
        "the",
        "private",
        "unlimited",
        "companies",
        "ad",
        "ao",
        "as",
        "ev",
        "eg",
        "se",
        "ab",
        "sl",
        "sab",
        "hf",
    }
)
"""Endings that can be a word or a name of their own."""


@cache
def _forms() -> frozenset[str]:
    listed = tables.table("legal_forms.toml")["endings"]
    return (frozenset(listed) | _MORE) - _NOT_ALONE


def is_legal_form(text: str) -> bool:
    """Whether the text is nothing but legal forms ("Inc.", "Co., Ltd", "S.p.A.")."""
    words = text.lower().replace(",", " ").split()
    return bool(words) and all(word.replace(".", "") in _forms() or word.strip(".") in _forms() for word in words)
