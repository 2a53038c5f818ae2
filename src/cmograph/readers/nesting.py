"""How deep a list item lies that shows it by its indent and its sign alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

HOLLOW = frozenset("◦○□▫◇☆o")
DASHES = frozenset("–—-")
NUMBERS = frozenset("(0123456789")
PARTED_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+")

Place = tuple[int, int]
"""How far to the right an item begins, and the rank of its sign: what is greater lies deeper."""


@dataclass(slots=True)
class Level:
    """An open list: where its items begin, the group that they share, and the block of the latest one."""

    place: Place
    group: int
    last: int = -1


@dataclass(slots=True)
class Levels:
    """The lists that are open at a line, the outermost first."""

    open: list[Level] = field(default_factory=list)

    def enter(self, place: Place, new_group: Callable[[], int]) -> tuple[Level, int, int]:
        """The list that an item belongs to, its depth, and the block of the item that it is nested in (-1 for none).

        An item further to the right than the one above is nested in it, and so is one as far to the right with a lesser
        sign: "● By Form", "○ Pellets", "○ Powder", "● By Use".
        """
        levels = self.open
        while levels and levels[-1].place > place:
            levels.pop()
        if not levels or levels[-1].place < place:
            levels.append(Level(place, new_group()))
        return levels[-1], len(levels), levels[-2].last if len(levels) > 1 else -1

    def close(self) -> None:
        """No list goes on."""
        self.open.clear()


def sign_rank(text: str) -> int:
    """How much less the sign at the head of a line is than a number: lists in lists have a full bullet below a number,
    a hollow one below a full one, and a dash below all; of sections 2.1 lies below 2."""
    first = text[0]
    if first in NUMBERS:
        number = PARTED_NUMBER.match(text)
        return number[0].count(".") if number else 0
    return 30 if first in DASHES else 20 if first in HOLLOW else 10
