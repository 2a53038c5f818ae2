"""Cues: the words around a number that tell what it measures (data/cues.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cmograph.mentions.tokens import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at tokens[first:last]: its class ("growth", "share", "revenue", "size", "investment", "price", "change",
    "technical")."""

    kind: str
    first: int
    last: int


REFUSING = frozenset({"investment", "price", "change", "technical"})
"""Classes that keep a number from being a claim; their longer phrases ("sells for") outweigh a shorter cue at the same
place ("sells")."""

CLASSES = ("growth", "share", "revenue", "size", "investment", "price", "change", "technical", "together", "projected")


@cache
def _index() -> tuple[dict[str, list[tuple[tuple[str, ...], str]]], list[tuple[str, tuple[str, ...], str]]]:
    """Cues by their first word, longest first; and those whose first word has any ending."""
    raw = tomllib.loads(files("cmograph").joinpath("data/cues.toml").read_text(encoding="utf-8"))
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


@cache
def _candidates(word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The cues that can begin with a word, as (further words, class), longest first."""
    exact, stems = _index()
    found = list(exact.get(word, ()))
    found += [(rest, kind) for stem, rest, kind in stems if word.startswith(stem)]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


def cues(tokens: list[Token]) -> list[Cue]:
    """All cues among the tokens, in order; one word can be a cue of several classes."""
    found = [cue for at, token in enumerate(tokens) if _candidates(token.lower) for cue in _at(tokens, at)]
    covers = [cue for cue in found if cue.kind in REFUSING and cue.last - cue.first > 1]
    return (
        [cue for cue in found if not any(wide.first < cue.first and cue.last <= wide.last for wide in covers)]
        if covers
        else found
    )


def _at(tokens: list[Token], at: int) -> Iterator[Cue]:
    seen: set[str] = set()
    refused = 0
    for rest, kind in _candidates(tokens[at].lower):
        last = at + 1 + len(rest)
        if (
            last >= refused
            and kind not in seen
            and last <= len(tokens)
            and all(_fits(tokens[at + 1 + i].lower, word) for i, word in enumerate(rest))
        ):
            seen.add(kind)
            refused = last if kind in REFUSING else refused
            yield Cue(kind, at, last)


def _fits(token: str, word: str) -> bool:
    return token.startswith(word[:-1]) if word.endswith("*") else token == word
