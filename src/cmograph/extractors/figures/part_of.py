"""Of what a percentage is a part: "40% of the market", "40% of firms"."""

from __future__ import annotations

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.mention import MARKETS
from cmograph.extractors.figures.scene import Scene
from cmograph.extractors.figures.words import figure_words, kind_words
from cmograph.mentions.amounts import Amount

_NEAR = 6


def of_the_market(scene: Scene, amount: Amount) -> bool | None:
    """For "40% of …" and "40% share of …": whether it is of the market; None where no "of" follows."""
    of = amount.last + (scene.words[amount.last : amount.last + 1] == ["share"])
    if scene.words[of : of + 1] != ["of"]:
        return None
    listed = kind_words()
    if any(group.kind is SubjectKind.COMPANY and of < group.first <= of + 2 for group in scene.groups):
        return False
    for word in scene.words[of + 1 : amount.last + 1 + _NEAR]:
        if word in listed.firms_own:
            return False
        if word in listed.shared or word.rstrip("s") in listed.shared:
            return True
        if word in listed.of_ends:
            return False
    return _of_a_named_market(scene, of)


def _of_a_named_market(scene: Scene, of: int) -> bool:
    """Whether at most an article and an adjective lead from "of" to a market, however long its name is."""
    return any(
        of < group.first <= of + 3
        and group.kind in MARKETS
        and scene.words[group.last - 1] in figure_words().market_words
        for group in scene.groups
    )
