"""Whether a word in capitals stands for words of the market's name: "ESP" for Electrostatic Precipitators, "HIPS" for
High Impact Polystyrene.

After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
(2003), with stricter rules: each letter is a word's first, or follows one in the same word, and one word at most is
passed over.
"""

from __future__ import annotations

from functools import lru_cache

_SHORTEST, _LONGEST = 3, 8
_SHORTEST_SINGLE = 6
"""One word by itself is abbreviated from this length on."""


def is_in_capitals(word: str) -> bool:
    """Whether a word looks like an abbreviation: short, letters only, most of them capitals."""
    letters = word.removesuffix("s")
    return (
        _SHORTEST <= len(letters) <= _LONGEST
        and letters.isalpha()
        and 2 * sum(map(str.isupper, letters)) > len(letters)
    )


@lru_cache(maxsize=4096)
def words_meant(short: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The run of a name's words (in lower case) that an abbreviation stands for, the longest; empty where none is."""
    letters = short.removesuffix("s").lower()
    runs = (
        words[start:end]
        for start in range(len(words))
        if words[start][:1] == letters[:1]
        for end in range(len(words), start, -1)
        if _spells(letters, words[start:end])
    )
    return max(runs, key=len, default=())


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters stand for all of some words, the last one included."""
    if len(words) == 1 and len(words[0]) < _SHORTEST_SINGLE:
        return False
    return _matches(letters, words, passed=False)


def _matches(letters: str, words: tuple[str, ...], *, passed: bool) -> bool:
    """Whether letters can be dealt to the words: each takes its first letter and any that follow in it."""
    if not words:
        return not letters
    first, rest = words[0], words[1:]
    taken = 0
    if letters and first[:1] == letters[0]:
        at = 0
        while at >= 0 and taken < len(letters):
            taken += 1
            if _matches(letters[taken:], rest, passed=passed):
                return True
            at = first.find(letters[taken], at + 1) if taken < len(letters) else -1
    return bool(rest) and not passed and _matches(letters, rest, passed=True)
