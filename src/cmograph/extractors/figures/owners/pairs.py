"""Two subjects that no list of the page names, with a number each: "Rope grabs and hooks made up 20% and 14%"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.scene.head import head_of
from cmograph.extractors.figures.scene.scene import Scene

_AND = " and "


def pair_unlisted(scene: Scene, chain: list[int], kind: str) -> Owners | None:
    """The owners of two amounts where an "and" joins two names in the subject of their clause."""
    if len(chain) != 2:
        return None
    head = head_of(scene, chain[0], kind)
    if head is None or head.kind is not SubjectKind.SEGMENT:
        return None
    first, joint, second = head.name.rpartition(_AND)
    return [[Subject(SubjectKind.SEGMENT, name)] for name in (first, second)] if joint else None
