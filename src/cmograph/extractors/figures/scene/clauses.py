"""Where the clause of an amount begins, and where its subject does."""

from __future__ import annotations

from cmograph.extractors.figures.scene.adverbs import past_adverbs
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.vocabulary.figure_words import head_words

_LONGEST = 8
_LONGEST_LEAD = 9
_DIMENSION = (["by"], ["based", "on"], ["in", "terms", "of"], ["on", "the", "basis", "of"])
_CONTRASTS = frozenset({"while", "whereas"})
_CLAUSES = _CONTRASTS | {"and", "but"}
_STOPS = frozenset({";", ":"})


def clause_start(scene: Scene, index: int) -> int:
    """Where the clause of an amount begins: behind a semicolon, a colon, ", while", "shows that" or an "and" that no
    verb follows since the amount before, else with the sentence if that has no amount before."""
    words, floor = scene.words, scene.floor(index)
    for at in range(scene.amounts[index].first - 1, floor - 1, -1):
        joined = words[at] in (_CLAUSES if floor else _CONTRASTS) and words[at - 1] == ","
        if floor and words[at] == "and" and not joined:
            joined = not is_verb(scene.tokens[at + 1]) and past_adverbs(words, at + 1) == at + 1
        told = words[at] == "that" and at and words[at - 1] in head_words().says
        if words[at] == "and" and joined and words[at - 1] != "," and (opened := _opened_before(scene, at, floor)):
            return opened
        if joined or told or words[at] in _STOPS:
            return at + 1
    return floor


def _opened_before(scene: Scene, joint: int, floor: int) -> int:
    """Where a clause has begun in which an "and" only joins two nouns, as "but", "while" or a semicolon stands right
    before them: ", but tubes and jars are"; 0 where there is none."""
    for at in range(joint - 1, max(floor, joint - _LONGEST), -1):
        if is_verb(scene.tokens[at]) or (scene.words[at] == "," and scene.words[at + 1] not in _CLAUSES):
            return 0
        if scene.words[at] in _STOPS or (scene.words[at] in _CLAUSES and scene.words[at - 1] == ","):
            return at + 1
    return 0


def past_lead_ins(words: list[str], start: int, limit: int) -> tuple[int, bool]:
    """Past "By product," and "In 2024,": where the subject begins, and whether a dimension stands before it."""
    by_dimension = False
    while start < limit and words[start] in head_words().lead_ins:
        comma = next((at for at in range(start + 1, min(limit, start + _LONGEST_LEAD)) if words[at] == ","), None)
        if comma is None:
            return limit, False
        by_dimension = by_dimension or any(words[start : start + len(lead)] == lead for lead in _DIMENSION)
        start = comma + 1
    return start, by_dimension
