"""Whose number it is, told by the names of its sentence.

The rules, in order: the name before a bracket or colon; a list of names for a list of numbers; the market right behind
it; a name that only "with around" parts from it; the nearest subject before it; what follows it ("40% of the market is
held by …"); the subject of the number before.
"""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.owners.brackets import bracketed, in_bracket_behind, outside_brackets
from cmograph.extractors.figures.scene.mention import ASIDE, MARKETS, OBLIQUE, SUBJECT, Group
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.amounts import Amount

Owners = list[list[Subject]]
"""For each amount its subjects; several subjects of one amount share it."""

_FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "tenth"})
_PARTS = frozenset({SubjectKind.REGION, SubjectKind.SEGMENT})
_HAVING = (["with", "a"], ["at", "a"], ["having", "a"])
_OPENED = 2
_POSSESSIVE = 2
"""So many tokens an apostrophe and its "s" are."""

_RELATIVES = frozenset({"where", "which", "whose", "who"})
_LEAD_TO_A_NAME = (["at"], ["to"], ["in"], ["for"], ["from"])


def subjects_of(
    scene: Scene, chain: list[int], kinds: frozenset[SubjectKind], carried: Owners, together: bool
) -> Owners | None:
    """For each amount of a chain, its subjects; None where nobody can be told. A single amount that several firms have
    each gets one list for each of them.

    Args:
        scene: the sentence.
        chain: indexes of amounts that "and" and commas join.
        kinds: which kinds of subjects the amounts can have.
        carried: the subjects of the chain before this one in the sentence.
        together: whether the sentence says that names share one number.
    """
    groups = [group for group in scene.groups if group.kind in kinds]
    behind = _in_its_turn(scene, groups, chain[0], carried) if len(chain) == 1 else None
    if behind:
        return _dealt(scene, behind, chain, together)
    beside = (
        _beside(scene, groups, chain[0], together)
        if len(chain) == 1
        else _spread(scene, groups, chain[0], chain[-1], len(chain))
    )
    if beside:
        return beside
    floor, groups = outside_brackets(scene, groups, chain[0])
    if floor:
        groups = [group for group in groups if not _is_shared_out(scene, group, floor)]
    first = scene.amounts[chain[0]].first
    groups = _outside_clauses(scene, groups, first)
    chosen = _nearest(scene, groups, chain, floor)
    if chosen is None and carried and all(subject.kind in kinds for subject in carried[-1]):
        return [carried[-1] for _ in chain]
    chosen = chosen or _before(groups, 0, first)
    return _dealt(scene, chosen, chain, together) if chosen else None


def _beside(scene: Scene, groups: list[Group], index: int, together: bool) -> Owners | None:
    """The owner that stands right beside a single amount."""
    amount = scene.amounts[index]
    named = bracketed(scene, groups, amount) or in_bracket_behind(scene, groups, amount)
    if named is not None:
        return [[named]]
    for group in groups:
        if group.first == amount.last and group.kind in MARKETS and group.rank > ASIDE:
            return [[member.subject for member in group.members]]
    touching = _touching(scene, groups, amount)
    return _dealt(scene, touching, [index], together) if touching else None


def _touching(scene: Scene, groups: list[Group], amount: Amount) -> Group | None:
    """The name that only words such as "with around" part from the number: "dominated by Europe with around 40%"."""
    group = next((group for group in reversed(groups) if group.last <= amount.first), None)
    if group is not None and group.members[-1].possessive and amount.first - group.last <= _POSSESSIVE:
        return group
    if group is None or group.rank < OBLIQUE or _is_taken_part_in(scene, group):
        return None
    if len(group.members) > 1 and len(_without_numbers(scene, group, scene.amounts.index(amount))) > 1:
        return None
    between = scene.words[group.last : amount.first]
    return group if between and figure_words().links_to_number.issuperset(between) else None


def _is_taken_part_in(scene: Scene, group: Group) -> bool:
    """ "the highest contributor to the market with", "a quarter of the market at": what follows speaks of who
    contributes or has it."""
    lead = scene.words[max(0, group.first - 4) : group.first]
    taken = not {"contributor", "to"}.isdisjoint(lead[-3:]) or ("of" in lead and not _FRACTIONS.isdisjoint(lead))
    taken = taken or (scene.words[:2] in _HAVING and group.first == _OPENED and _part_behind(scene, group))
    return group.kind is SubjectKind.MARKET and group.rank < SUBJECT and taken


def _part_behind(scene: Scene, market: Group) -> bool:
    """Whether a part of the market is the subject behind "With a market size of $2 million in 2023," """
    behind = next((group for group in scene.groups if group.first > market.first), None)
    parted = behind is not None and "," in scene.words[behind.first - 2 : behind.first]
    return parted and behind is not None and behind.kind in _PARTS and behind.rank >= SUBJECT


def _spread(scene: Scene, groups: list[Group], start: int, end: int, count: int) -> Owners | None:
    """As many names as numbers: each name has its number; names before the numbers come first, the nearest of them."""
    first, last = scene.amounts[start], scene.amounts[end]
    fitting = [group for group in groups if len(group.members) == count]
    before = [group for group in fitting if group.last <= first.first]
    before = [group for group in before if group.rank >= SUBJECT] or before
    after = [group for group in fitting if group.first >= last.last]
    if not before and not after:
        return _spread_over_all(scene, groups, first, count)
    group = before[-1] if before else after[0]
    return [[member.subject] for member in group.members]


def _spread_over_all(scene: Scene, groups: list[Group], first: Amount, count: int) -> Owners | None:
    """Several lists together: "A leads, followed by B and C, with 35%, 28% and 25%"; "Following A, B and C hold 30% and
    25%" leaves A out."""
    floor = max((amount.last for amount in scene.amounts if amount.last <= first.first), default=0)
    ahead = [group for group in groups if floor <= group.first and group.last <= first.first]
    members = [member for group in ahead if group.rank >= SUBJECT or group is ahead[-1] for member in group.members]
    if (
        len(members) == count + 1
        and members[0].first
        and scene.words[members[0].first - 1] in {"following", "after", "behind"}
    ):
        members = members[1:]
    return [[member.subject] for member in members] if len(members) == count else None


def _in_its_turn(scene: Scene, groups: list[Group], index: int, carried: Owners) -> Group | None:
    """ "60% fell to Asia, 7% to Europe", "from -2% at Bosch to 5% at Denso": the name behind a number that has to be
    its own, as the one before it is the number before's or is a firm at which something was counted."""
    amount = scene.amounts[index]
    joint = scene.words[amount.last : amount.last + 1]
    if joint not in _LEAD_TO_A_NAME:
        return None
    first = amount.last + 1 + (scene.words[amount.last + 1 : amount.last + 2] == ["the"])
    group = next((group for group in groups if group.first == first), None)
    if group is None:
        return None
    if joint == ["at"] and group.kind is SubjectKind.COMPANY:
        return group
    floor = scene.floor(index)
    before = [other for other in groups if floor <= other.first and other.last <= amount.first]
    taken = any(
        other.kind is group.kind and [[member.subject for member in other.members]] == carried[-1:] for other in before
    )
    return group if taken and joint != ["at"] else None


def _outside_clauses(scene: Scene, groups: list[Group], first: int) -> list[Group]:
    """The groups but for those in a relative clause that has ended before an amount: "Europe, where Germany leads, is
    to see 20%"."""
    words = scene.words
    if _RELATIVES.isdisjoint(words[:first]):
        return groups
    for start in (at for at in range(1, first) if words[at] in _RELATIVES and words[at - 1] == ","):
        end = next((at for at in range(start + 1, first) if words[at] == "," and not _goes_on(scene, at)), start)
        if any(group.last == start - 1 for group in groups):
            groups = [group for group in groups if not start < group.first < end]
    return groups


def _goes_on(scene: Scene, comma: int) -> bool:
    """Whether a name follows a comma, and a list goes on with it."""
    following = comma + 1 + (scene.words[comma + 1] == "and")
    return scene.named(following)


def _is_shared_out(scene: Scene, group: Group, floor: int) -> bool:
    """Whether a group is only the market of which the amount before is a share: "40% of the market, growing at 5%",
    "added $5 billion to the market"; or a place's part of it."""
    placed = group.kind is SubjectKind.REGION and scene.words[group.last - 1] in figure_words().market_words
    shared = scene.words[floor] == "share"
    if (group.rank >= SUBJECT and not shared) or not (placed or group.kind is SubjectKind.MARKET):
        return False
    of = scene.words[floor + shared : group.first]
    return of[:1] in (["of"], ["to"]) and len(of) < 3


def _nearest(scene: Scene, groups: list[Group], chain: list[int], floor: int) -> Group | None:
    """The nearest subject before a chain of amounts, or who follows it where that one is none."""
    first, last = scene.amounts[chain[0]], scene.amounts[chain[-1]]
    chosen = _before(groups, floor, first.first)
    weak = chosen is None or chosen.rank < SUBJECT
    remaining = not {"remaining", "rest"}.isdisjoint(scene.words[max(0, first.first - 3) : first.first])
    if not weak and not remaining:
        return chosen
    following = chain[-1] + 1
    ceiling = scene.amounts[following].first if following < len(scene.amounts) else len(scene.words)
    opened = floor == 0 and weak and scene.words[0] in figure_words().sentence_openers
    return _after(scene, groups, last.last, ceiling, opened) or chosen


def _before(groups: list[Group], floor: int, ceiling: int) -> Group | None:
    """The nearest subject between two places, else the nearest name after a preposition, else the nearest aside."""
    inside = [group for group in groups if group.first >= floor and group.last <= ceiling]
    for least in (SUBJECT, OBLIQUE, 0):
        for group in reversed(inside):
            if group.rank >= least:
                return group
    return None


def _after(scene: Scene, groups: list[Group], floor: int, ceiling: int, opened: bool) -> Group | None:
    """The name that follows a number: "40% … is held by Europe"; or the subject after an opening phrase: "With sales of
    $3 billion, Bosch …"."""
    for group in groups:
        if group.first < floor or group.first >= ceiling:
            continue
        between = scene.words[floor : group.first]
        if opened and "," in between and group.rank >= SUBJECT:
            return group
        if _linked(_plain_words(scene, floor, group.first), group):
            return group
        if not opened:
            return None
    return None


def _plain_words(scene: Scene, first: int, last: int) -> list[str]:
    """The words of a stretch that are no part of a period or of the market's name: neither "between 2024 and 2033" nor
    "of all CDMO revenue" parts a number from its owner."""
    spans = [(time.first, time.last) for time in scene.times if time.period]
    spans += [(group.first, group.last) for group in scene.groups if group.kind is SubjectKind.MARKET]
    inside = {at for begin, end in spans for at in range(begin, end)}
    return [scene.words[at] for at in range(first, last) if at not in inside]


def _linked(between: list[str], group: Group) -> bool:
    """Whether the words between a number and a name lead from the one to the other: "is held by"."""
    plain = [word for word in between[between[:1] == [","] :] if word not in {"(", ")"}]
    links = figure_words().links_to_owner
    return (
        len(plain) <= 12
        and all(word in links or word.isdigit() for word in plain)
        and (bool(plain) or group.kind in MARKETS)
    )


def _dealt(scene: Scene, group: Group, chain: list[int], together: bool) -> Owners | None:
    """A group's members on a chain of amounts: one number that several have each, or all of them together."""
    subjects = _without_numbers(scene, group, chain[0])
    if len(chain) > 1:
        return [subjects for _ in chain] if len(subjects) == 1 else None
    amount = scene.amounts[chain[0]]
    of_firms = all(subject.kind is SubjectKind.COMPANY for subject in subjects)
    if _each(scene, group, amount) or (of_firms and not together and amount.is_money):
        return [[subject] for subject in subjects]
    return [subjects]


def _without_numbers(scene: Scene, group: Group, index: int) -> list[Subject]:
    """A group's members, without those that have the amount before: "France (18%) and Italy with 14%"."""
    if len(group.members) == 1:
        return [group.members[0].subject]
    floor = scene.floor(index)
    behind = [member.subject for member in group.members if member.first >= floor]
    bracketed = bool(behind) and scene.words[floor : floor + 1] == [")"]
    return behind if bracketed and group.first < floor else [member.subject for member in group.members]


def _each(scene: Scene, group: Group, amount: Amount) -> bool:
    """Whether the words say that each name has the number: "both", "each", "apiece"."""
    near = scene.words[amount.last : amount.last + 5]
    between = scene.words[group.last : amount.first]
    both = "both" in scene.words[max(0, group.first - 2) : group.first] or between[:1] == ["both"]
    both = both and "combined" not in between
    return both or "each" in near or "apiece" in near or "each" in between
