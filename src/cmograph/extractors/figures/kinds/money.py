"""A sum of money among the words that can say what it is."""

from __future__ import annotations

from dataclasses import dataclass

from cmograph.extractors.figures.scene.cues import Cue
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.mentions.amounts import Amount

CLAIMED = frozenset({"revenue", "size"})
"""The kinds of cues by which a sum is a claim."""


@dataclass(frozen=True, slots=True)
class Money:
    """A sum of money among its cues, the amount of its sentence at `index`: `before` and `behind` are those on either
    side of it, `last_kind` is what the amount before it was."""

    scene: Scene
    index: int
    before: list[Cue]
    behind: list[Cue]
    last_kind: str

    @property
    def amount(self) -> Amount:
        """The sum itself."""
        return self.scene.amounts[self.index]
