"""The word lists of data/wordlists.toml, loaded and compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from cmograph.patterns import at_word_start
from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words and patterns by which extractors know headings, lists and addresses; see data/wordlists.toml for each."""

    hosting: frozenset[str]
    dimensions: dict[str, str]
    not_dimensions: frozenset[str]
    dimension_nouns: frozenset[str]
    no_segments: frozenset[str]
    chapters: frozenset[str]
    pairs: re.Pattern[str]
    bases: re.Pattern[str]
    parted: re.Pattern[str]
    holds: re.Pattern[str]
    list_ends: re.Pattern[str]
    plain_words: frozenset[str]
    finite: re.Pattern[str]
    heading_title: re.Pattern[str]
    clause: re.Pattern[str]
    players: re.Pattern[str]
    players_strict: re.Pattern[str]
    players_not: re.Pattern[str]
    geography: re.Pattern[str]
    segmentation: re.Pattern[str]
    contents: re.Pattern[str]
    stop_heading: re.Pattern[str]


@cache
def wordlists() -> WordLists:
    """The word lists."""
    raw = table("wordlists.toml")
    patterns = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in raw["patterns"].items()}
    return WordLists(
        hosting=frozenset(raw["hosting"]),
        dimensions={name: re.sub(r"\W+", "_", name) for name in raw["own_dimensions"]} | raw["dimensions"],
        not_dimensions=frozenset(raw["not_dimensions"]),
        dimension_nouns=frozenset(raw["dimension_nouns"]),
        no_segments=frozenset(raw["no_segments"]),
        chapters=frozenset(raw["chapters"]),
        pairs=re.compile(rf"(?i)\b(?:{'|'.join(pair.replace(' and ', ' (?:and|&) ') for pair in raw['pairs'])})\b"),
        **{name: _any_of(raw[name]) for name in ("bases", "parted", "holds", "list_ends")},
        **{name: re.compile(rf"{at_word_start(words)}\b") for name, words in raw["whole_words"].items()},
        plain_words=frozenset(raw["plain_words"]),
        **patterns,
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Any of the words, the longest first."""
    return re.compile(rf"{at_word_start(map(re.escape, sorted(words, key=len, reverse=True)))}(?!\w)")


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Whether a text has one of some strings in it."""
    for sign in signs:  # noqa: SIM110 - any() takes twice as long, and every line of a page is asked
        if sign in text:
            return True
    return False


def places_of(text: str, sign: str) -> Iterator[int]:
    """Where a string stands in a text, in order."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def speaks_of_geography(line: str) -> bool:
    """Whether a line speaks of regions or countries, and not of the players in them."""
    words = wordlists()
    return words.geography.search(line) is not None and words.players.search(line) is None


def is_players(line: str) -> bool:
    """Whether a heading, a line before a list or a table's key announces companies."""
    words = wordlists()
    return (
        len(line) < 170
        and bool(words.players.search(line))
        and not words.players_not.search(line)
        and not words.stop_heading.search(line)
    )
