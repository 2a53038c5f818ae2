"""A percentage among the words that can say what it is."""

from __future__ import annotations

from dataclasses import dataclass

from cmograph.extractors.figures.scene.cues import Cue
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.mentions.amounts import Amount


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage among its cues, the amount of its sentence at `index`: `before` and `behind` are those on either
    side of it, `ceiling` is where the words about it end, `of_market` whether it is "of the market" (None where no "of"
    follows), `last_kind` what the amount before it was."""

    scene: Scene
    index: int
    before: list[Cue]
    behind: list[Cue]
    ceiling: int
    of_market: bool | None
    last_kind: str

    @property
    def amount(self) -> Amount:
        """The percentage itself."""
        return self.scene.amounts[self.index]
