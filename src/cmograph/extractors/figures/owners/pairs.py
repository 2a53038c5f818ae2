"""Two subjects that no list of the page names, with a number each: "Rope grabs and hooks made up 20% and 14%"; firms
where both are proper names."""

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
    proper = all(map(str.istitle, (*first.split(), *second.split())))
    firms = proper and not any(f" {name.lower()}" in scene.text for name in (first, second))
    kind_of_both = SubjectKind.COMPANY if firms else SubjectKind.SEGMENT
    return [[Subject(kind_of_both, name)] for name in (first, second)] if joint else None
