"""Legal forms of companies ("Inc.", "GmbH", "Co., Ltd.") as they stand in a text."""

from __future__ import annotations

from functools import cache, lru_cache

from cmograph import tables

FIRMS_LIKE_FORMS = frozenset({"SAS", "SCA"})
"""Firms whose whole name reads as a legal form."""
_POLISH = "spzoo"
"""The form of several words, run together."""


@cache
def _forms() -> frozenset[str]:
    listed = tables.table("legal_forms.toml")
    return frozenset([*listed["endings"], *listed["alone"]]) - frozenset(listed["also_words"])


@lru_cache(maxsize=4096)
def is_legal_form(text: str) -> bool:
    """Whether the text is nothing but legal forms ("Inc.", "Co., Ltd", "S.p.A.")."""
    words = text.lower().replace(",", " ").split()
    if all(word.replace(".", "") in _forms() or word.strip(".") in _forms() for word in words):
        return bool(words)
    return words[0].startswith("sp") and "".join(words).replace(".", "") == _POLISH


def is_only_a_form(text: str) -> bool:
    """Whether the text is nothing but legal forms and no firm of that name."""
    return is_legal_form(text) and text not in FIRMS_LIKE_FORMS
