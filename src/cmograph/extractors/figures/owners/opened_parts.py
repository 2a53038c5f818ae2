"""Parts of the market that no list names: what a pronoun of the same sentence stands for ("Cold brews are still rare,
yet their share has reached 12%"), and what stands behind its verb."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.head import phrase_end
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.vocabulary.figure_words import head_words

_PRONOUNS = frozenset({"they", "their"})
_INSIDE = frozenset({"of", "and", "or", "by", "for", "in", "with"})
_LONGEST, _SOON = 10, 5


def part_opened(scene: Scene, index: int) -> Subject | None:
    """What a sentence opens with, where only "they" or "their" says whose an amount behind it is; None where that is a
    name, a general word, or nobody's subject."""
    words, first = scene.words, scene.amounts[index].first
    pronoun = next((at for at in range(first - 1, scene.floor(index), -1) if words[at] in _PRONOUNS), 0)
    start = next((at for at in range(pronoun) if words[at] not in head_words().articles), pronoun)
    if not pronoun or words[start] in head_words().lead_ins or words[start] in _PRONOUNS:
        return None
    end = phrase_end(scene, start, pronoun)
    if not 0 < end - start <= _LONGEST or end == pronoun or any(scene.named(at) for at in range(start, end)):
        return None
    if not is_verb(scene.tokens[end]) and words[end : end + 2] != [",", "which"]:
        return None
    phrase = scene.tokens[start:end]
    proper = len(phrase) > 1 and all(token.text[:1].isupper() for token in phrase)
    if proper or not head_words().general.isdisjoint(word for word in words[start:end] if word not in _INSIDE):
        return None
    return Subject(SubjectKind.SEGMENT, scene.text[phrase[0].start : phrase[-1].end])


def part_behind(scene: Scene, index: int) -> Subject | None:
    """The subject that follows the figure with which a sentence opens, as the page writes it: "With $27 million in
    2023, pole saws lead the field"."""
    words, last = scene.words, scene.amounts[index].last
    comma = next((at for at in range(last, min(len(words), last + _SOON)) if words[at] == ","), 0)
    if index or words[0] != "with" or not comma:
        return None
    start = comma + 1 + (words[comma + 1 : comma + 2] == ["the"])
    end = phrase_end(scene, start, len(words))
    if not 0 < end - start <= _SOON or end == len(words) or not is_verb(scene.tokens[end]):
        return None
    if any(scene.named(at) for at in range(start, end)) or not head_words().general.isdisjoint(words[start:end]):
        return None
    phrase = scene.tokens[start:end]
    if all(token.text != token.lower for token in phrase):
        return None
    return Subject(SubjectKind.SEGMENT, scene.text[phrase[0].start : phrase[-1].end])
