"""Whose a growth rate is where its owner stands behind it: "The fastest growth, 9% a year, is expected in Europe",
"Spain and Italy will drive the 6% CAGR estimated for the segment"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words

_PARTS = frozenset({SubjectKind.REGION, SubjectKind.SEGMENT})
_NEAR = 9
_OPENING = 4
_GROWTH = frozenset({"growth", "cagr", "rate", "gains", "increase", "rise"})
_BESIDE_GROWTH = frozenset({"a", "an", "the", "annual", "yearly", "average", "compound", "market", "of"})
_CAUSES = frozenset({"driven", "due", "demand"})
_LED = frozenset({"in", "for", "by"})
_POINTED = (["for", "the"], ["for", "this"], ["for", "that"])
_BETWEEN = frozenset(
    {
        "cagr",
        "growth",
        "rate",
        "per",
        "year",
        "annum",
        "annually",
        ",",
        "this",
        "forecast",
        "foreseen",
        "predicted",
        "seen",
    }
)


def grower_behind(scene: Scene, index: int) -> list[Subject] | None:
    """The parts of the market behind a growth rate that are said to grow so fast; None where none are."""
    last = scene.amounts[index].last
    behind = (group for group in scene.groups if last < group.first <= last + _NEAR and group.kind in _PARTS)
    group = next(behind, None)
    if group is None:
        return None
    between = scene.words[last : group.first]
    opened = not _LED.isdisjoint(between[-2:]) and (_opens_with_the_best(scene) or _opens_with_growth(scene, index))
    if not opened and not _pointed_at(scene, between, group.last):
        return None
    plain = all(word in _BETWEEN or word in figure_words().links_to_owner for word in between)
    plain = plain and _CAUSES.isdisjoint(between)
    return [member.subject for member in group.members] if plain else None


def _pointed_at(scene: Scene, between: list[str], end: int) -> bool:
    """Whether "estimated for this" leads to a word for a part of the market that ends at a place."""
    return between[-2:] in _POINTED and scene.words[end - 1] in figure_words().segment_words


def _opens_with_growth(scene: Scene, index: int) -> bool:
    """Whether a sentence begins with "Growth of 8%" or "An annual growth rate of 8%"."""
    ahead = scene.words[: scene.amounts[index].first]
    told = set(ahead) - _BESIDE_GROWTH - {"of"}
    return not index and ahead[-1:] == ["of"] and bool(told) and told <= _GROWTH


def _opens_with_the_best(scene: Scene) -> bool:
    """Whether a sentence begins with "The fastest growth" or "The highest CAGR"."""
    begun = scene.words[:_OPENING]
    best = begun[1:2] and (begun[1] in figure_words().superlatives or begun[1].endswith("est"))
    return bool(best) and not _GROWTH.isdisjoint(begun)
