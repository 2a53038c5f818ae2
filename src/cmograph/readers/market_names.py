"""Which markets a piece of a saved page is about, told by the names that open its lines and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from cmograph.entities.places import by_code
from cmograph.tables import table

MARKET = re.compile(r"(?<=\S\s)markets?\b", re.IGNORECASE)
NEXT_WORD = re.compile(r"\s([A-Za-z]\w*)")
SHORT_FORM = re.compile(r"\(([\w-]{2,30})\)?")
SENTENCE_END = tuple(".!?:|–—-")
SIGN = re.compile(r"\W+")
BORDERING = tuple(",;:!?|%")
LONGEST_NAME = 120
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """The page's own market.

    Attributes:
        name: the words that stand right before "market" in its title, in lower case.
        words: the stems of all words by which the title, up to there, tells the market apart, and its short forms.
    """

    name: str
    words: frozenset[str]

    def is_spoken_of(self, text: str) -> bool:
        """Whether a text has a word of the market's name."""
        return not self.words.isdisjoint([SIGN.sub("", word).rstrip("s") for word in text.lower().split()])


@dataclass(frozen=True, slots=True)
class Plain:
    """Words that tell no market apart, and what stands behind the name of one; see data/page_furniture.toml."""

    borders: frozenset[str]
    general: frozenset[str]
    after: frozenset[str]


@cache
def plain_words() -> Plain:
    """The words that ship with cmograph; those of places' names are among the general ones."""
    raw = table("page_furniture.toml")
    names = (name for place in by_code().values() for name in (place.label, *place.names, place.code))
    placed = (word.strip(".,()").lower() for name in names for word in name.split())
    return Plain(
        frozenset(raw["name_borders"]), frozenset([*raw["any_markets"], *placed]), frozenset(raw["after_market"])
    )


def subject_of(title: str) -> Subject | None:
    """The market that a page's title names, None where it names none by that word."""
    found = MARKET.search(title)
    if found is None:
        return None
    name = name_before(title, found.start())
    while name and not is_telling(name[0]):
        del name[0]
    if not name:
        return None
    joined = ("".join(name), "".join(word[0] for word in name))
    return Subject(" ".join(name), stems([*title[: found.start()].split(), *joined, *SHORT_FORM.findall(title)]))


def opened_by(line: str) -> Iterator[frozenset[str]]:
    """Of each market that opens a line, or a sentence of it, the stems of the words that tell it apart."""
    for found in MARKET.finditer(line):
        name = name_before(line, found.start())
        following = NEXT_WORD.match(line, found.end())
        if following and following[1].lower() not in plain_words().after:
            continue
        before = line[: found.start()].split()
        before = before[: len(before) - len(name)]
        if before and bare(before[-1]) == "the":
            before.pop()
        if (words := stems(name)) and (not before or before[-1].endswith(SENTENCE_END)):
            yield words


def name_before(line: str, end: int) -> list[str]:
    """The words of a market's name that ends at a place, in lower case."""
    name: list[str] = []
    for word in reversed(line[max(0, end - LONGEST_NAME) : end].split()[-MOST_WORDS:]):
        if word.endswith(BORDERING) or bare(word) in plain_words().borders or not any(map(str.isalpha, word)):
            break
        name.insert(0, bare(word))
    return name


def stems(words: Iterable[str]) -> frozenset[str]:
    """The words that tell a market apart, without hyphens and the plural's s: "bio-plastics" is "bioplastic"."""
    return frozenset(SIGN.sub("", word).rstrip("s") for word in map(bare, words) if is_telling(word))


def is_telling(word: str) -> bool:
    """Whether a word tells a market apart, as "glass" does and "global" does not."""
    plain = plain_words()
    return any(map(str.isalpha, word)) and word not in plain.general and word not in plain.borders


def bare(word: str) -> str:
    """A word in lower case, without the signs around it."""
    return word.strip(".,()[]'’\"“”‘").lower()
