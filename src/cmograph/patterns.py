"""Regular expressions that are looked for in every line of every page, written so that looking costs little.

A search for `(?i)\\b(?:major|leading|top)` tries every alternative at every boundary of a word, in slow comparisons
that ignore case. One that begins with a set of characters, `[LMTlmt](?<!\\w.)…`, lets Python's engine pass over all
others in its fastest loop, and it passes over an alternative that begins with a set nearly as fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TWO_LETTERS = re.compile(r"[A-Za-z]{2}(?![?*+{])")


def at_word_start(alternatives: Iterable[str]) -> str:
    """A pattern for any of some patterns, in any case, at the beginning of a word; of those with the same first two
    letters, the first that fits is taken.

    Each begins with two letters that are meant as such. Not to be used inside `(?i)`, where sets are slow too.

    Raises:
        ValueError: one begins with something else.
    """
    by_letters: dict[str, list[str]] = {}
    for alternative in alternatives:
        if not _TWO_LETTERS.match(alternative):
            raise ValueError(f"a pattern at a word's beginning must begin with two letters, not {alternative!r}")
        by_letters.setdefault(alternative[:2].lower(), []).append(alternative[2:])
    firsts = "".join(sorted({letters[0] + letters[0].upper() for letters in by_letters}))
    rests = (
        f"{_either(letters[1])}(?<={_either(letters[0])}.)(?i:{'|'.join(rest)})" for letters, rest in by_letters.items()
    )
    return rf"[{firsts}](?<!\w.)(?:{'|'.join(rests)})"


def _either(letter: str) -> str:
    """A letter in either case."""
    return f"[{letter}{letter.upper()}]"
