"""Firms that no list of the page names and to which a share comes: "9% of the market went to Fitbora Labs"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.entities.places import is_place
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words

_LONGEST = 5
_FARTHEST = 8


def receiver_of(scene: Scene, index: int) -> Subject | None:
    """The firm behind a verb by which a share comes to somebody, as the page writes it."""
    first = scene.amounts[index].last
    for at in range(first + 1, min(first + _FARTHEST, len(scene.words) - 1)):
        received = scene.words[at] in {"to", "by"} and scene.words[at - 1] in head_words().received
        if received and figure_words().links_to_owner.issuperset(scene.words[first:at]):
            return _name(scene, at + 1, _end(scene, at + 1))
    return None


def _end(scene: Scene, at: int) -> int:
    """Where the run of capitalised words that begins at a token ends."""
    last = at
    while last < len(scene.tokens) and (scene.tokens[last].text[:1].isupper() or scene.words[last] == "&"):
        last += 1
    return last


def _name(scene: Scene, first: int, last: int) -> Subject | None:
    """The firm at tokens[first:last]; None where that is no name, a place, or something that the sentence names
    elsewhere."""
    if not 0 < last - first <= _LONGEST or any(scene.named(at) for at in range(first, last)):
        return None
    if not head_words().general.isdisjoint(scene.words[first:last]):
        return None
    name = scene.text[scene.tokens[first].start : scene.tokens[last - 1].end]
    return None if is_place(name) else Subject(SubjectKind.COMPANY, name)
