"""Percentages that tell grades of a product apart: "a purity of 99%", "the 95% variant"."""

from __future__ import annotations

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import kind_words
from cmograph.mentions.amounts import Amount


def is_of_a_grade(scene: Scene, amount: Amount) -> bool:
    """A number that only tells grades of the product apart: "≥ 99.0%", "the 95% variant", "Heptane 95%"."""
    first = amount.first
    return (
        not kind_words().compared.isdisjoint(scene.words[max(0, first - 2) : first])
        or not kind_words().graded.isdisjoint(scene.words)
        or any(group.kind is SubjectKind.MARKET and group.last == first for group in scene.groups)
    )


def is_of_purity(scene: Scene, amount: Amount) -> bool:
    """ "a purity of 99%", "97% and 98% purity"; the purity in a name with a number of its own is another one ("99%
    Purity held 61%")."""
    following = scene.words[amount.last : amount.last + 4]
    return (following[:1] in (["and"], ["or"]) and following[2:] == ["%", "purity"]) or any(
        scene.words[at] == "purity" and not (scene.named(at) and scene.words[at - 1] == "%")
        for at in range(max(0, amount.first - 6), amount.first)
    )
