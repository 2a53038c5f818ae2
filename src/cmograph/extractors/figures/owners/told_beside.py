"""Amounts that are told as a part or in other words of the one before, or whose owner stands right beside them."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.kinds.said_again import says_the_last_again
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.owners.told_behind import grower_behind
from cmograph.extractors.figures.scene.head import before_its_bracket
from cmograph.extractors.figures.scene.mention import MARKETS
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.times.earlier_years import is_part_of_the_last
from cmograph.extractors.figures.times.set_beside import is_set_against_the_last

_MONEY = frozenset({"revenue", "size", "money"})
_SIGNS = frozenset({",", ";", "."})


def told_beside(scene: Scene, chain: list[int], kind: str, carried: Owners) -> Owners | None:
    """Whose an amount is that is told as a part, or in other words, of the one before, or that its owner stands
    behind."""
    of_firms_sum = carried and kind in _MONEY and carried[-1][0].kind is SubjectKind.COMPANY
    if of_firms_sum and is_part_of_the_last(scene, chain[0]):
        return [carried[-1] for _ in chain]
    if len(chain) > 1:
        return None
    if carried and _is_of_the_last(scene, chain[0], carried):
        return carried[-1:]
    growers = grower_behind(scene, chain[0]) if kind == "growth" else _plain_part_before(scene, chain[0])
    return [growers] if growers else None


def _plain_part_before(scene: Scene, index: int) -> list[Subject] | None:
    """ "The industry splits into pine frames ($5 million) and oak frames ($3 million)": what no list names, in small
    letters, right before a bracket, one of several."""
    part = before_its_bracket(scene, index) if "(" in scene.words else None
    return [part] if part and part.name == part.name.lower() else None


def _is_of_the_last(scene: Scene, index: int, carried: Owners) -> bool:
    """Whether an amount is its owners' who have the one before: a share said again as a sum, or set against an earlier
    one ("11% of the market in Spain, against 8% in 2013")."""
    if not index or carried[-1][0].kind in MARKETS:
        return False
    opened = scene.amounts[index - 1].first
    in_bracket = (
        opened > 0
        and scene.words[opened - 1] == "("
        and _SIGNS.issuperset(scene.words[scene.amounts[index - 1].last : scene.amounts[index].first])
    )
    return in_bracket or says_the_last_again(scene, index) or is_set_against_the_last(scene, index)
