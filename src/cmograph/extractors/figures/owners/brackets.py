"""Whose a number is that brackets, a colon or a dash put beside a name ("Acme (12%)", "Acme: 12%", "12% (Acme)"), and
what names in brackets can own."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.mention import Group
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.mentions.amounts import Amount

_DASHES = frozenset({"–", "-", "—"})
_BRACKETS = _DASHES | {"(", "[", ":"}
_NAME_ENDS = _BRACKETS | {"]", ")", ","}


def bracketed(scene: Scene, groups: list[Group], amount: Amount) -> Subject | None:
    """ "APAC (35%)", "Europe (around 25%)", "BASF - $63 billion", "Amcor: 12%": the name right before the sign, or
    before its noun ("manual shears (60%)")."""
    at = amount.first - 1
    steps = 0
    while at >= 0 and scene.words[at] not in _NAME_ENDS and steps < 4:
        at -= 1
        steps += 1
    if at < 0 or scene.words[at] not in _BRACKETS:
        return None
    dashed = scene.words[at] in _DASHES and scene.words[at] in scene.words[:at]
    if dashed and any(is_verb(token) for token in scene.tokens[at + 1 : amount.first]):
        return None  # "two regions – Asia and Europe – hold 60%"
    members = [member for group in groups for member in group.members if not _is_set_off(scene, group, at)]
    beside = next((member.subject for member in members if member.last == at), None)
    if beside or not at or scene.words[at] != "(" or not scene.words[at - 1].isalpha() or is_verb(scene.tokens[at - 1]):
        return beside
    parts = (member.subject for member in members if member.last == at - 1)
    return next((subject for subject in parts if subject.kind is SubjectKind.SEGMENT), None)


def _is_set_off(scene: Scene, group: Group, at: int) -> bool:
    """Whether two dashes set several names off, of which the second stands at `at`: "the makers — Acme and Brix —
    booked"."""
    return (
        len(group.members) > 1
        and group.first > 0
        and scene.words[at] in _DASHES
        and scene.words[group.first - 1] in _DASHES
    )


def in_bracket_behind(scene: Scene, groups: list[Group], amount: Amount) -> Subject | None:
    """ "anywhere from 2% (Acme) to 9% (Brix)": the name alone in a bracket right behind the number."""
    if scene.words[amount.last : amount.last + 1] != ["("]:
        return None
    members = (member for group in groups for member in group.members if member.first == amount.last + 1)
    return next((member.subject for member in members if scene.words[member.last : member.last + 1] == [")"]), None)


def outside_brackets(scene: Scene, groups: list[Group], index: int) -> tuple[int, list[Group]]:
    """Where the words of an amount begin, behind the last amount that is not in a bracket of its own, and the groups
    that can own it: names in brackets own only what is in brackets too."""
    earlier = scene.amounts[:index]
    if "(" not in scene.words:
        return max((amount.last for amount in earlier), default=0), groups
    depths = _bracket_depths(scene.words)
    here = depths[scene.amounts[index].first]
    floor = max((amount.last for amount in earlier if depths[amount.first] <= here), default=0)
    return floor, groups if here else [group for group in groups if not depths[group.first]]


def _bracket_depths(words: list[str]) -> list[int]:
    """For each word how many brackets are open around it."""
    depths, depth = [], 0
    for word in words:
        depth += word == "("
        depths.append(depth)
        depth -= word == ")" and depth > 0
    return depths
