"""Segments: a name → the key that all spellings of it share, within one dimension of one market."""

from __future__ import annotations

from functools import lru_cache

from cmograph.entities.folding import words


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """The key of a segment's name: without case, accents and punctuation.

    Never empty: a name without a letter or digit is its own key.
    """
    return words(name) or name.strip() or "unnamed"
