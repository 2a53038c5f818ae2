"""Markets: a name → the key that all spellings of it share."""

from __future__ import annotations

import re
from functools import lru_cache

from cmograph import tables
from cmograph.entities.folding import words

_ABBREVIATED = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,12}?)\s*[)\]]")
_SMALL_WORDS = frozenset({"and", "of", "the", "for", "in", "to", "a", "on", "with", "by", "or", "as"})


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """The key of a market's name: without "Global" before and "Market" after it, case, accents, punctuation, and
    abbreviations in parentheses.

    "Global Contract Manufacture Organization (CMO) Market" is "contract manufacture organization". What stands in
    parentheses goes only where its letters abbreviate the words before it. The key is never empty: a name without a
    letter or digit is its own key.
    """
    named = _ABBREVIATED.sub(lambda match: " " if _abbreviates(match[1], name[: match.start()]) else match[0], name)
    key = words(named)
    for ending in _around("endings"):
        key = key.removesuffix(" " + ending)
    for beginning in _around("beginnings"):
        key = key.removeprefix(beginning + " ")
    return key or name.strip() or "unnamed"


def _abbreviates(short: str, full: str) -> bool:
    """Whether `short` stands for the last words of `full`, small words counted or not."""
    letters = [letter for letter in words(short.removesuffix("s")).replace(" ", "") if letter.isalpha()]
    if len(letters) < 2:
        return False
    every = words(full).split()
    large = [word for word in every if word not in _SMALL_WORDS]
    ways = [named[at:] for named in (every, large) for at in range(max(0, len(named) - len(letters)), len(named))]
    return any(_spelled("".join(letters), way) for way in ways)


def _spelled(letters: str, named: list[str]) -> bool:
    """Whether letters stand for words: the first of each word, and behind it some more of the same word, in order:
    "pvc" for "polyvinyl chloride"."""
    if not named:
        return not letters
    word = named[0]
    if letters[:1] != word[0]:
        return False
    taken = [0]
    for letter in letters[1:]:
        at = word.find(letter, taken[-1] + 1)
        if at < 0:
            break
        taken.append(at)
    return any(_spelled(letters[count:], named[1:]) for count in range(len(taken), 0, -1))


@lru_cache(maxsize=2)
def _around(part: str) -> tuple[str, ...]:
    listed: list[str] = tables.table("market_words.toml")[part]
    return tuple(sorted(listed, key=lambda entry: (-len(entry), entry)))
