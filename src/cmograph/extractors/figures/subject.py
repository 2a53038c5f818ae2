"""Whose number it is. The rules, in order: brackets after a name; a list of names for a list of numbers; the nearest
subject before the number;
what follows it ("40% of the market is held by …"); the subject of the number before; what the paragraph is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.finder import Topic
from cmograph.extractors.figures.mention import OBLIQUE, SUBJECT, Group
from cmograph.extractors.figures.words import figure_words
from cmograph.mentions.amounts import Amount
from cmograph.mentions.tokens import Token

Fits = Callable[[SubjectKind], bool]


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that a choice of subject looks at."""

    tokens: list[Token]
    amounts: list[Amount]
    groups: list[Group]
    topic: Topic


def subjects_of(
    stage: Stage, chain: list[int], fits: Fits, carried: list[list[Subject]], together: bool
) -> list[list[Subject]] | None:
    """For each amount of a chain, its subjects: several subjects in one list share the number; None where nobody can be
    told.

    Args:
        stage: the sentence.
        chain: indexes of amounts that "and" and commas join.
        fits: which kinds of subjects the amounts can have.
        carried: the subjects of the chain before this one in the sentence.
        together: whether the sentence says that names share one number.
    """
    groups = [group for group in stage.groups if fits(group.kind)]
    first, last = stage.amounts[chain[0]], stage.amounts[chain[-1]]
    bracketed = _bracketed(stage, groups, first)
    if bracketed is not None and len(chain) == 1:
        return [[bracketed]]
    if len(chain) > 1:
        spread = _spread(stage, groups, first, last, len(chain))
        if spread:
            return spread
    for group in groups:
        if (
            group.first == last.last
            and group.kind in (SubjectKind.MARKET, SubjectKind.OTHER_MARKET)
            and len(chain) == 1
        ):
            return [[member.subject for member in group.members]]
    touching = _touching(stage, groups, first)
    if touching and len(chain) == 1:
        return _dealt(stage, touching, chain, together)
    inside = _bracket_depths(stage.tokens)
    if not inside[first.first]:
        groups = [group for group in groups if not inside[group.first]]
    floor = max(
        (amount.last for amount in stage.amounts[: chain[0]] if inside[amount.first] <= inside[first.first]), default=0
    )
    ceiling = stage.amounts[chain[-1] + 1].first if chain[-1] + 1 < len(stage.amounts) else len(stage.tokens)
    chosen = _before(groups, floor, first.first)
    opened = (
        floor == 0
        and stage.tokens[0].lower in figure_words().sentence_openers
        and (chosen is None or chosen.rank <= OBLIQUE)
    )
    after = _after(stage, groups, last.last, ceiling, opened)
    remaining = {"remaining", "rest"} & {token.lower for token in stage.tokens[max(0, first.first - 3) : first.first]}
    if after is not None and (chosen is None or chosen.rank < SUBJECT or remaining):
        chosen = after
    if chosen is None and carried:
        return [carried[-1] for _ in chain]
    chosen = chosen or _before(groups, 0, first.first)
    if chosen is None:
        return None
    return _dealt(stage, chosen, chain, together)


def _touching(stage: Stage, groups: list[Group], amount: Amount) -> Group | None:
    """The name that only words such as "with around" part from the number: "dominated by Europe with around 40%"."""
    for group in reversed(groups):
        if group.last <= amount.first:
            between = [token.lower for token in stage.tokens[group.last : amount.first]]
            return (
                group
                if len(group.members) == 1
                and group.rank >= OBLIQUE
                and between
                and all(word in figure_words().links_to_number for word in between)
                else None
            )
    return None


def _bracket_depths(tokens: list[Token]) -> list[int]:
    """For each token how many brackets are open around it."""
    depths, depth = [], 0
    for token in tokens:
        depth += token.lower == "("
        depths.append(depth)
        depth -= token.lower == ")" and depth > 0
    return depths


def _dealt(stage: Stage, group: Group, chain: list[int], together: bool) -> list[list[Subject]] | None:
    subjects = [member.subject for member in group.members]
    if len(chain) > 1 and len(subjects) > 1:
        return None
    if len(subjects) == 1 or len(chain) > 1:
        return [subjects for _ in chain]
    of_firms = all(subject.kind is SubjectKind.COMPANY for subject in subjects)
    if _each(stage, group, stage.amounts[chain[0]]) or (of_firms and not together and stage.amounts[chain[0]].is_money):
        return [[subject] for subject in subjects]
    return [subjects]


def _each(stage: Stage, group: Group, amount: Amount) -> bool:
    near = [token.lower for token in stage.tokens[amount.last : amount.last + 5]]
    between = [token.lower for token in stage.tokens[group.last : amount.first]]
    return (
        "each" in near
        or "apiece" in near
        or "each" in between
        or (
            "both" in [token.lower for token in stage.tokens[max(0, group.first - 2) : group.first]]
            and "combined" not in between
        )
    )


def _bracketed(stage: Stage, groups: list[Group], amount: Amount) -> Subject | None:
    """ "APAC (35%)", "Europe (around 25%)", "BASF - $63 billion", "Amcor: 12%": the name right before the sign."""
    at = amount.first - 1
    steps = 0
    while at >= 0 and stage.tokens[at].lower not in {"(", "[", ")", ":", "–", "-", "—", ","} and steps < 4:
        at -= 1
        steps += 1
    if at < 0 or stage.tokens[at].lower not in {"(", "[", ":", "–", "-", "—"}:
        return None
    for group in groups:
        for member in group.members:
            if member.last == at:
                return member.subject
    return None


def _spread(stage: Stage, groups: list[Group], first: Amount, last: Amount, count: int) -> list[list[Subject]] | None:
    """As many names as numbers: each name has its number; names before the numbers come first, the nearest of them."""
    fitting = [group for group in groups if len(group.members) == count]
    before = [group for group in fitting if group.last <= first.first]
    before = [group for group in before if group.rank >= SUBJECT] or before
    after = [group for group in fitting if group.first >= last.last]
    group = before[-1] if before else after[0] if after else None
    if group is None:
        return _spread_over_all(stage, groups, first, count)
    return [[member.subject] for member in group.members] if group else None


def _spread_over_all(stage: Stage, groups: list[Group], first: Amount, count: int) -> list[list[Subject]] | None:
    """Several lists together: "A leads, followed by B and C, with 35%, 28% and 25%"; "Following A, B and C hold 30% and 25%" leaves A out."""
    floor = max((amount.last for amount in stage.amounts if amount.last <= first.first), default=0)
    ahead = [group for group in groups if floor <= group.first and group.last <= first.first]
    members = [member for group in ahead if group.rank >= SUBJECT or group is ahead[-1] for member in group.members]
    if (
        len(members) == count + 1
        and members[0].first
        and stage.tokens[members[0].first - 1].lower in {"following", "after", "behind"}
    ):
        members = members[1:]
    return [[member.subject] for member in members] if len(members) == count else None


def _before(groups: list[Group], floor: int, ceiling: int) -> Group | None:
    """The nearest subject between two places, else the nearest name after a preposition, else the nearest aside."""
    inside = [group for group in groups if group.first >= floor and group.last <= ceiling]
    for least in (SUBJECT, OBLIQUE, 0):
        for group in reversed(inside):
            if group.rank >= least:
                return group
    return None


def _after(stage: Stage, groups: list[Group], floor: int, ceiling: int, opened: bool) -> Group | None:
    """The name that follows a number: "40% … is held by Europe"; or the subject after an opening phrase: "With sales of
    $3 billion, Bosch …"."""
    for group in groups:
        if group.first < floor or group.first >= ceiling:
            continue
        between = [token.lower for token in stage.tokens[floor : group.first]]
        if opened and "," in between and group.rank >= SUBJECT:
            return group
        plain = [word for word in between[between[:1] == [","] :] if word not in {"(", ")"}]
        if (
            len(plain) <= 12
            and all(word in figure_words().links_to_owner or word.isdigit() for word in plain)
            and (plain or group.kind in (SubjectKind.OTHER_MARKET, SubjectKind.MARKET))
        ):
            return group
        if not opened:
            return None
    return None
