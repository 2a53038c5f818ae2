"""How JSON-LD nests, as `frame.toml` says."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cmograph.exports.context import Context, Term


@dataclass(frozen=True, slots=True)
class Gathering:
    """What points at a thing, gathered under it.

    Attributes:
        term: the reversed term of the context.
        predicate: what it reads backwards.
        classes: the classes of what it gathers; empty for all classes but `others`.
        others: the classes that other terms of the same predicate gather.
    """

    term: Term
    predicate: str
    classes: frozenset[str]
    others: frozenset[str]

    def takes(self, classes: list[str]) -> bool:
        """Whether something of these classes is gathered here."""
        return bool(self.classes.intersection(classes)) if self.classes else not self.others.intersection(classes)


def roots_of_graphs() -> frozenset[str]:
    """The classes of things that stand at the top of each graph."""
    return frozenset(_table()["top"]["classes"])


def gatherings(context: Context) -> list[Gathering]:
    """The gatherings, in the order in which they stand in an object.

    Raises:
        ExportError: the context lacks a reversed term.
    """
    gather: dict[str, list[str]] = _table()["gather"]
    taken: dict[str, set[str]] = {}
    for word, classes in gather.items():
        taken.setdefault(context.reverse(word)[0], set()).update(classes)
    found: list[Gathering] = []
    for word, classes in gather.items():
        predicate, term = context.reverse(word)
        found.append(Gathering(term, predicate, frozenset(classes), frozenset(taken[predicate] - set(classes))))
    return found


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("cmograph.exports") / "frame.toml").read_text("utf-8"))
