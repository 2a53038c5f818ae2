"""Sums of firms that are not named: "with some companies reporting annual revenues above $1 billion"."""

from __future__ import annotations

from cmograph.extractors.figures.scene.mention import describes_firms
from cmograph.extractors.figures.scene.scene import Scene

_SOME = frozenset({"some", "several", "many", "certain", "various", "few", "most", "individual"})
_PARTED = frozenset({",", ";", ".", ":", "(", "like"})
_FARTHEST, _NOUN = 8, 3


def are_unnamed(scene: Scene, index: int) -> bool:
    """Whether the clause of an amount begins with firms of which it says no more than that there are some."""
    at = scene.amounts[index].first
    words = scene.words[max(0, at - _FARTHEST) : at]
    cut = max((place for place, word in enumerate(words) if word in _PARTED), default=-1)
    begun = next((place for place in range(cut + 1, len(words)) if words[place] in _SOME), None)
    return begun is not None and any(describes_firms(word) for word in words[begun + 1 : begun + 1 + _NOUN])
