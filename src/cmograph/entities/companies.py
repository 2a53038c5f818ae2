"""Companies: a name → the key that all spellings of it share."""

from __future__ import annotations

import re
from functools import lru_cache

from cmograph import tables
from cmograph.entities.folding import bare, words

_LONE_LETTERS = re.compile(r"\b[a-z](?: [a-z]\b)+")
_LONGEST_FORM = 3


@lru_cache(maxsize=32768)
def fold(name: str) -> str:
    """The key of a company's name: without legal forms, what stands in parentheses, case, accents and punctuation.

    "Gilead Sciences Inc. (U.S)" and "Gilead Sciences, Inc" are both "gilead sciences"; "A. O. Smith" and "AO Smith" are
    both "ao smith". The key is
    never empty: a name of legal forms only keeps them, and a name without a letter or digit is its own key.
    """
    joined = _LONE_LETTERS.sub(lambda letters: letters[0].replace(" ", ""), words(bare(name)))
    return " ".join(_without_endings(_without_beginning(joined.split()))) or name.strip() or "unnamed"


def _without_beginning(named: list[str]) -> list[str]:
    beginnings = _forms("beginnings")
    return named[1:] if len(named) > 1 and named[0] in beginnings else named


def _without_endings(named: list[str]) -> list[str]:
    endings, joints = _forms("endings"), _forms("joints")
    length = _LONGEST_FORM
    while length:
        if len(named) > length and " ".join(named[-length:]) in endings:
            named = named[:-length]
            while len(named) > 1 and named[-1] in joints:
                named = named[:-1]
            length = _LONGEST_FORM
        else:
            length -= 1
    return named


@lru_cache(maxsize=3)
def _forms(part: str) -> frozenset[str]:
    return frozenset(tables.table("legal_forms.toml")[part])
