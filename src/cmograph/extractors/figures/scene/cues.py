"""Cues: the words around a number that tell what it measures (data/cues.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cmograph.mentions.tokens import Token
from cmograph.tables import table


@dataclass(init=False, slots=True, unsafe_hash=True)
class Cue:
    """A cue at tokens[first:last]: its class ("growth", "share", "revenue", "size", "investment", "price", "change",
    "technical")."""

    kind: str
    first: int
    last: int

    def __init__(self, kind: str, first: int, last: int) -> None:
        self.kind = kind
        self.first = first
        self.last = last


REFUSING = frozenset({"investment", "price", "change", "technical"})
"""Classes that keep a number from being a claim; their longer phrases ("sells for") outweigh a shorter cue at the same
place ("sells")."""

_COVERING = REFUSING | {"size"}

CLASSES = ("growth", "share", "revenue", "size", "investment", "price", "change", "technical", "together", "projected")


@cache
def _index() -> tuple[dict[str, list[tuple[tuple[str, ...], str]]], list[tuple[str, tuple[str, ...], str]]]:
    """Cues by their first word, longest first; and those whose first word has any ending."""
    raw = table("cues.toml")
    exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    stems: list[tuple[str, tuple[str, ...], str]] = []
    for kind in CLASSES:
        for phrase in raw[kind]:
            words = tuple(phrase.split())
            if words[0].endswith("*"):
                stems.append((words[0][:-1], words[1:], kind))
            else:
                exact.setdefault(words[0], []).append((words[1:], kind))
    for entries in exact.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return exact, stems


Candidates = tuple[tuple[tuple[str, ...], str], ...]
"""Cues that begin with the same word, as (further words, class), longest first."""


@cache
def _candidates(word: str) -> Candidates:
    """The cues that can begin with a word."""
    exact, stems = _index()
    found = list(exact.get(word, ()))
    found += [(rest, kind) for stem, rest, kind in stems if word.startswith(stem)]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


def cues(tokens: list[Token]) -> list[Cue]:
    """All cues among the tokens, in order; one word can be a cue of several classes."""
    found: list[Cue] = []
    for at, token in enumerate(tokens):
        candidates = _candidates(token.lower)
        if candidates:
            found += _at(tokens, at, candidates)
    covers = [cue for cue in found if cue.kind in _COVERING and cue.last - cue.first > 1]
    return [cue for cue in found if not any(_covers(wide, cue) for wide in covers)] if covers else found


def _covers(wide: Cue, cue: Cue) -> bool:
    """Whether a longer cue says what a shorter one in it would: "market volume" is a size, and nothing technical."""
    inside = wide.first < cue.first and cue.last <= wide.last
    return inside and (wide.kind in REFUSING or cue.kind in REFUSING)


def _at(tokens: list[Token], at: int, candidates: Candidates) -> list[Cue]:
    """The longest cue of each class at a place; what a refusing phrase covers is none."""
    found: dict[str, Cue] = {}
    refused, end = 0, len(tokens)
    for rest, kind in candidates:
        last = at + 1 + len(rest)
        if kind in found or last < refused or last > end or (rest and not _follow(tokens, at + 1, rest)):
            continue
        refused = last if kind in REFUSING else refused
        found[kind] = Cue(kind, at, last)
    return list(found.values())


def _follow(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    """Whether the words of a cue stand at a place; one that ends in "*" has any ending."""
    for word in words:
        token = tokens[at].lower
        if token != word and not (word[-1] == "*" and token.startswith(word[:-1])):
            return False
        at += 1
    return True
