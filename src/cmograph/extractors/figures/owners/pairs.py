"""Two subjects that no list of the page names, with a number each ("Rope grabs and hooks made up 20% and 14%"), or with
the same ("Rope grabs and hooks come next, each with 14%"); firms where both are proper names."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.scene.head import head_of
from cmograph.extractors.figures.scene.scene import Scene

_AND = " and "
_FAR, _NEAR = 4, 3
_YEARS = (["year"], ["month"], ["quarter"])


def pair_unlisted(scene: Scene, chain: list[int], kind: str) -> Owners | None:
    """The owners of two amounts where an "and" joins two names in the subject of their clause."""
    if len(chain) != 2:
        return None
    head = head_of(scene, chain[0], kind)
    if head is None or head.kind is not SubjectKind.SEGMENT:
        return None
    first, joint, second = head.name.rpartition(_AND)
    return _both(scene, first, second) if joint else None


def _both(scene: Scene, first: str, second: str) -> Owners:
    """Two subjects by their names: firms, where these are proper names."""
    proper = all(map(str.istitle, (*first.split(), *second.split())))
    firms = proper and not any(f" {name.lower()}" in scene.text for name in (first, second))
    kind = SubjectKind.COMPANY if firms else SubjectKind.SEGMENT
    return [[Subject(kind, name)] for name in (first, second)]


def each_of(scene: Scene, chain: list[int], owner: Subject) -> Owners:
    """The owners of a chain of amounts that a subject has; the two whose names it joins, where they have one each."""
    amount = scene.amounts[chain[0]]
    first, joint, second = owner.name.rpartition(_AND)
    near = range(max(0, amount.first - _FAR), min(len(scene.words), amount.last + _NEAR))
    apart = any(scene.words[at] == "each" and scene.words[at + 1 : at + 2] not in _YEARS for at in near)
    if len(chain) > 1 or owner.kind is not SubjectKind.SEGMENT or not joint or not apart:
        return [[owner] for _ in chain]
    return _both(scene, first, second)
