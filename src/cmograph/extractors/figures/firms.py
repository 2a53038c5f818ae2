"""Firms that no list of the page names, told by the part they play: "Fitbora Labs reported sales of …", "9% of the
market went to Fitbora Labs"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.entities.places import is_place
from cmograph.extractors.figures.scene import Scene
from cmograph.extractors.figures.words import figure_words, head_words, kind_words

_LONGEST = 5
_FARTHEST = 8
_ASIDE = 16


def firm_of(scene: Scene, index: int, kind: str) -> Subject | None:
    """The firm that has an amount of a kind, as the page writes it; None where no firm plays such a part."""
    if kind == "revenue":
        return _reporter(scene, index)
    return _receiver(scene, index) if kind == "share" else None


def _reporter(scene: Scene, index: int) -> Subject | None:
    """ "For the second quarter Fitbora Labs reported sales of": the name before a verb of reporting, with sales behind
    it."""
    limit = scene.amounts[index].first
    sold = False
    for at in range(limit - 1, scene.floor(index), -1):
        word = scene.words[at]
        if word in head_words().reporting:
            end = _before_aside(scene.words, at)
            return _name(scene, _begin(scene, end), end) if sold else None
        sold = sold or word.startswith(kind_words().revenue_nouns)
    return None


def _before_aside(words: list[str], at: int) -> int:
    """Where the words end before an aside in commas that ends at a verb: "Acme, which bought Alden, reported"."""
    if at < 2 or words[at - 1] != ",":
        return at
    return next((here for here in range(at - 2, max(0, at - _ASIDE), -1) if words[here] == ","), at)


def _receiver(scene: Scene, index: int) -> Subject | None:
    """ "9% of the market went to Fitbora Labs": the name behind a verb by which something comes to somebody."""
    first = scene.amounts[index].last
    for at in range(first + 1, min(first + _FARTHEST, len(scene.words) - 1)):
        received = scene.words[at] in {"to", "by"} and scene.words[at - 1] in head_words().received
        if received and figure_words().links_to_owner.issuperset(scene.words[first:at]):
            return _name(scene, at + 1, _end(scene, at + 1))
    return None


def _begin(scene: Scene, at: int) -> int:
    """Where the run of capitalised words that ends before a token begins."""
    first = at
    while first and (scene.tokens[first - 1].text[:1].isupper() or (scene.words[first - 1] == "&" and first < at)):
        first -= 1
    return first


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
