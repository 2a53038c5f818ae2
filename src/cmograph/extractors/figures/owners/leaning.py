"""Owners that were found only where a clause without a known subject finds one: in the clause before it, in passing, or
in that of which a number is a part."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.scene.appositions import apposed_behind
from cmograph.extractors.figures.scene.mention import MARKETS, SUBJECT, Group
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb


def leans_on_another(scene: Scene, chain: list[int], owners: Owners, carried: Owners) -> bool:
    """Whether an owner was found only where a clause without a known subject finds one: in the clause before it, or in
    a market that is no subject either."""
    if carried and owners == [carried[-1] for _ in chain]:
        floor, first = scene.floor(chain[0]), scene.amounts[chain[0]].first
        whole = _whole_of(scene, chain[0] - 1) if chain[0] else None
        named = (group for group in scene.groups if group.kind is not SubjectKind.MARKET and group is not whole)
        return bool(floor) and not any(floor <= group.first < first for group in named)
    if len(chain) == 1 and _is_of_the_clause_before(scene, chain[0], owners[0]):
        return True
    comma = apposed_behind(scene, chain[0])
    if comma and not scene.named(comma - 1):
        return True
    if are_markets(owners):
        return not any(scene.has(kind, as_subject=True) for kind in MARKETS)
    return len(chain) == 1 and (_named_in_passing(scene, chain[0], owners[0]) or _is_whole(scene, chain[0], owners[0]))


def _is_whole(scene: Scene, index: int, owners: list[Subject]) -> bool:
    """Whether owners are that of which an amount is a share: "Card lamps held 40% of the Indian lamp market"."""
    whole = _whole_of(scene, index)
    return whole is not None and [member.subject for member in whole.members] == owners


def _whole_of(scene: Scene, index: int) -> Group | None:
    """What stands behind an amount and "of the"."""
    at = scene.amounts[index].last
    if scene.words[at : at + 1] != ["of"]:
        return None
    first = at + 1 + (scene.words[at + 1 : at + 2] == ["the"])
    return next((group for group in scene.groups if group.first == first), None)


def _named_in_passing(scene: Scene, index: int, owners: list[Subject]) -> bool:
    """Whether owners stand only behind a preposition before the verb of an amount, which speaks of something else:
    "Within it, folding shears brought in", "Ceramic shears, despite the price of cordless ones, grow at"."""
    floor, first = scene.floor(index), scene.amounts[index].first
    ahead = [group for group in scene.groups if floor <= group.first < first and group.kind is not SubjectKind.MARKET]
    if not ahead or any(group.rank >= SUBJECT for group in ahead):
        return False
    named = [member.subject for member in ahead[-1].members] == owners
    return named and any(is_verb(token) for token in scene.tokens[ahead[-1].last : first])


def _is_of_the_clause_before(scene: Scene, index: int, owners: list[Subject]) -> bool:
    """Whether the last name stands before a semicolon, behind which another clause has a subject of its own: "Asia
    leads; small workshops grow at"."""
    if ";" not in scene.words:
        return False
    floor, first = scene.floor(index), scene.amounts[index].first
    opened = next((at for at in range(first - 1, floor, -1) if scene.words[at] == ";"), 0)
    if not opened or any(opened < group.first < first for group in scene.groups):
        return False
    before = [group for group in scene.groups if floor <= group.first < opened]
    return any(owners == [member.subject for member in group.members] for group in before)


def are_markets(owners: Owners) -> bool:
    """Whether all owners are markets."""
    return all(subject.kind in MARKETS for subjects in owners for subject in subjects)
