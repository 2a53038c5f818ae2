"""What a relative clause speaks of where no list of the page names it: "helped by demand for e-saws, which is expected
to grow at a CAGR of 12%"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words
from cmograph.mentions.tokens import WORD

_LONGEST, _FARTHEST = 4, 12
_BE = frozenset({"is", "are", "will", "was", "were", "should"})
_LEADING = frozenset({"in", "of", "for", "by", "from"})


def antecedent_of(scene: Scene, index: int) -> Subject | None:
    """The noun phrase before ", which is expected to grow at" and an amount, behind a preposition; None where that is
    named elsewhere, or general."""
    first = scene.amounts[index].first
    which = next(
        (at for at in range(first - 1, max(scene.floor(index), first - _FARTHEST), -1) if scene.words[at] == "which"), 0
    )
    if not which or scene.words[which - 1] != "," or scene.words[which + 1] not in _BE:
        return None
    start = end = which - 1
    while (
        start > 0 and scene.tokens[start - 1].kind == WORD and scene.words[start - 1] not in figure_words().prepositions
    ):
        start -= 1
    phrase = scene.tokens[start:end]
    if not 0 < len(phrase) <= _LONGEST or start == 0 or scene.words[start - 1] not in _LEADING:
        return None
    if any(scene.named(at) for at in range(start, end)) or not head_words().general.isdisjoint(scene.words[start:end]):
        return None
    return Subject(SubjectKind.SEGMENT, scene.text[phrase[0].start : phrase[-1].end])
