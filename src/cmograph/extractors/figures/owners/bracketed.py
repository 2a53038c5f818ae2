"""Whose a number is that brackets, a colon or a dash put beside a name: "Acme (12%)", "Acme: 12%", "12% (Acme)"."""

from __future__ import annotations

from cmograph.claims.model import Subject
from cmograph.extractors.figures.scene.mention import Group
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.mentions.amounts import Amount

_DASHES = frozenset({"–", "-", "—"})
_BRACKETS = frozenset({"(", "[", ":"}) | _DASHES
_NAME_ENDS = _BRACKETS | {"]", ")", ","}


def before_bracket(scene: Scene, groups: list[Group], amount: Amount) -> Subject | None:
    """ "APAC (35%)", "Europe (around 25%)", "BASF - $63 billion", "Amcor: 12%": the name right before the sign."""
    at = amount.first - 1
    steps = 0
    while at >= 0 and scene.words[at] not in _NAME_ENDS and steps < 4:
        at -= 1
        steps += 1
    if at < 0 or scene.words[at] not in _BRACKETS:
        return None
    beside = ((group, member) for group in groups for member in group.members if member.last == at)
    return next((member.subject for group, member in beside if not _is_set_off(scene, group, at)), None)


def _is_set_off(scene: Scene, group: Group, at: int) -> bool:
    """Whether two dashes set several names off, of which the second stands at `at`: "the makers — Acme and Brix —
    booked"."""
    return len(group.members) > 1 and scene.words[at] in _DASHES and scene.words[group.first - 1] in _DASHES


def in_bracket_behind(scene: Scene, groups: list[Group], amount: Amount) -> Subject | None:
    """ "anywhere from 2% (Acme) to 9% (Brix)": the name alone in a bracket right behind the number."""
    if scene.words[amount.last : amount.last + 1] != ["("]:
        return None
    members = (member for group in groups for member in group.members if member.first == amount.last + 1)
    return next((member.subject for member in members if scene.words[member.last : member.last + 1] == [")"]), None)
