"""One sentence: its amounts become claims or refusals."""

from __future__ import annotations

from collections.abc import Iterator

from cmograph.claims.model import Claim, Qualifier, Reason, Refusal, Subject, SubjectKind
from cmograph.document import Span
from cmograph.extractors.figures.kinds.money_kind import money_kind
from cmograph.extractors.figures.kinds.part_of import shares_out_the_last
from cmograph.extractors.figures.kinds.percent_kind import percent_kind
from cmograph.extractors.figures.kinds.pointing_back import opens_with_the_last
from cmograph.extractors.figures.kinds.yearly import is_a_fall
from cmograph.extractors.figures.names.finder import find_groups
from cmograph.extractors.figures.owners.owners import owners_of
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.quote import quote_of
from cmograph.extractors.figures.scene.cues import Cue, cues
from cmograph.extractors.figures.scene.mention import SUBJECT, Group, describes_firms
from cmograph.extractors.figures.scene.scene import Scene, chains_of
from cmograph.extractors.figures.scene.topic import Topic
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.figures.times.growth_years import period_of
from cmograph.extractors.figures.times.tense import is_projected
from cmograph.extractors.figures.times.years import Clock, year_of
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.amounts import Amount, amounts
from cmograph.mentions.bare_sums import with_bare_sums
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.periods import times
from cmograph.mentions.tokens import Token, tokenize

_GOES_ON = (["behind", "it"], ["behind", "them"], ["after", "it"], ["next", "comes"], ["next", "come"])
"""How a sentence begins that goes on with the figure of the one before."""

_LEAST = {"market_size": 500_000, "revenue": 1_000}
"""Smaller sums are written out only where they are no sizes and no sales."""

_OF_ANOTHER = frozenset({Reason.TECHNICAL, Reason.PRICE, Reason.INVESTMENT})
"""A number that is refused for one of these is of something else than a market, and so is what it has grown by."""

_WHAT_WAS_COUNTED = frozenset({"it", "them", "which"})

Figures = tuple[list[Claim], list[Refusal]]
"""What the numbers of a sentence came to."""


def figures_of(text: str, span: Span, setting: Setting) -> Figures:
    """The claims and refusals of the sentence text[span]; the setting's topic moves on with it."""
    tokens = tokenize(text, *span)
    words = [token.lower for token in tokens]
    said = with_bare_sums(tokens, words, amounts(tokens), setting.currency)
    groups = find_groups(text, tokens, words, setting.directory, setting.topic, said)
    when = times(tokens)
    found = [amount for amount in said if not _inside_name(amount, groups)]
    figures: Figures = ([], [])
    if found:
        expected = setting.expected or _as_before(groups, setting.kind)
        regional = setting.kind == "share" and _of_regions(setting.topic())
        scene = Scene(
            text,
            span,
            tokens,
            words,
            found,
            _free_cues(tokens, groups),
            when,
            groups,
            expected,
            regional,
            of_a_firm=setting.directory.issuer is not None,
            portrays_a_firm=setting.portrays_a_firm,
            heads_a_firm=setting.heads_a_firm,
            tells_a_whole=setting.tells_a_whole,
            chains=chains_of(found),
        )
        figures = _read(scene, setting)
    setting.said(span, groups, when, words)
    return figures


def _as_before(groups: list[Group], kind: str) -> str:
    """The kind of number that a sentence goes on with, where it speaks of a firm, or of a segment and the one before
    gave shares; "" for none."""
    spoken_of = {group.kind for group in groups if group.rank >= SUBJECT}
    parts = kind == "share" and SubjectKind.SEGMENT in spoken_of
    return kind if parts or SubjectKind.COMPANY in spoken_of else ""


def _of_regions(topic: Topic) -> bool:
    """Whether a paragraph speaks of a region, or its last sentence names regions above all."""
    spoken_of = [topic.subject, *topic.named[:1]]
    return any(subject is not None and subject.kind is SubjectKind.REGION for subject in spoken_of)


def _inside_name(amount: Amount, groups: list[Group]) -> bool:
    """Whether a number is part of a segment's name ("99.9% Sodium Salt")."""
    return any(
        member.first <= amount.first and amount.last <= member.last for group in groups for member in group.members
    )


def _free_cues(tokens: list[Token], groups: list[Group]) -> list[Cue]:
    """The cues that are not part of a name ("Ibis Energy" says nothing of energy)."""
    named = {at for group in groups for member in group.members for at in range(member.first, member.last)}
    named -= {at for at in named if tokens[at].lower in figure_words().market_words}
    return [cue for cue in cues(tokens) if cue.first not in named]


def _read(scene: Scene, setting: Setting) -> Figures:
    """Goes through the amounts, taking those together that "and" and commas join: what they measure, then whose they
    are."""
    figures: list[Claim | Refusal] = []
    carried: Owners = []
    kind: str | Reason
    last_kind = ""
    if opens_with_the_last(scene):
        carried, last_kind = setting.owners, setting.kind
    index = 0
    while index < len(scene.amounts):
        chain = list(range(index, scene.chain_end(index) + 1))
        index = chain[-1] + 1
        kind = _kind_of(scene, chain, last_kind)
        before = figures[-1] if figures else None
        if isinstance(before, Refusal) and _only_adds(scene, chain[0], before.reason):
            kind = before.reason
        if isinstance(kind, Reason):
            figures += _refused(scene, setting, chain, kind)
            continue
        last_kind = setting.kind = kind
        counted = [at for at in chain if not scene.amounts[at].converted] or chain
        owners = owners_of(scene, setting, counted, kind, carried)
        if isinstance(owners, Reason):
            figures += _refused(scene, setting, chain, owners)
            continue
        single = len(counted) == 1
        owners = _distinct(owners) if single else owners
        figures += [_figure(scene, setting, at, kind, owner) for at, owner in _dealt(scene, chain, owners, single)]
        setting.claimed(figures[-1])
        carried = setting.owners = [[subject for owner in owners for subject in owner]] if single else owners[-1:]
        of_firms = all(subject.kind is SubjectKind.COMPANY for subject in carried[-1])
        if kind == "money" and of_firms:
            last_kind = "revenue"
    return (
        [figure for figure in figures if isinstance(figure, Claim)],
        [figure for figure in figures if isinstance(figure, Refusal)],
    )


def _kind_of(scene: Scene, chain: list[int], last_kind: str) -> str | Reason:
    """What the amounts of a chain measure: what is told of the first, else of the last ("5% and 6% a year")."""
    if scene.amounts[chain[0]].is_money:
        return money_kind(scene, chain[0], last_kind)
    kind = percent_kind(scene, chain[0], last_kind)
    if len(chain) > 1 and kind is Reason.NOT_MARKET:
        return percent_kind(scene, chain[-1], last_kind)
    return kind


def _only_adds(scene: Scene, index: int, reason: Reason) -> bool:
    """ "a litre costs $3 (+10%)", "imports of $41 million in 2024, an increase of 9%", "exports of $5 million, of which
    60% went to Spain": whether a percentage only adds to the number right before it, which was refused for a reason."""
    if not index or scene.amounts[index].is_money:
        return False
    following = scene.words[scene.amounts[index].last : scene.amounts[index].last + 2]
    if reason in _OF_ANOTHER and following[:1] == ["of"] and following[-1] in _WHAT_WAS_COUNTED:
        return True
    if following == ["more", "than"] and _names_nobody(scene, index):
        return True
    apart = _without_years(scene, scene.amounts[index - 1].last, scene.amounts[index].first)
    if reason in _OF_ANOTHER and apart[:3] == [",", "of", "which"]:
        return True
    if apart in (["("], ["(", "+"]):
        return True
    return reason in _OF_ANOTHER and apart[:1] == [","] and " ".join(apart[1:]) in figure_words().adding


def _names_nobody(scene: Scene, index: int) -> bool:
    """Whether nothing is named between an amount and the sum before it."""
    floor, first = scene.amounts[index - 1].last, scene.amounts[index].first
    return scene.amounts[index - 1].is_money and not any(floor <= group.first < first for group in scene.groups)


def _without_years(scene: Scene, first: int, last: int) -> list[str]:
    """The words between two places but for "in 2024" right at the first."""
    time = next((time for time in scene.times if first <= time.first <= first + 1 and time.last <= last), None)
    return scene.words[time.last if time else first : last]


def _refused(scene: Scene, setting: Setting, chain: list[int], reason: Reason) -> list[Refusal]:
    setting.whole = None if scene.amounts[chain[0]].is_money else setting.whole
    return [Refusal(reason, scene.number(index), scene.span) for index in chain]


def _dealt(scene: Scene, chain: list[int], owners: Owners, single: bool) -> Iterator[tuple[int, list[Subject]]]:
    """Each amount with its subjects: a single amount once for each owner; one said again in another currency has the
    owners of the amount before it."""
    if single:
        yield from ((index, owner) for index in chain for owner in owners)
        return
    position = -1
    for index in chain:
        position += not scene.amounts[index].converted
        yield index, owners[min(position, len(owners) - 1)]


def _distinct(owners: Owners) -> Owners:
    return list({tuple(owner): owner for owner in owners}.values())


def _figure(scene: Scene, setting: Setting, index: int, kind: str, owner: list[Subject]) -> Claim | Refusal:
    """The claim that an amount makes about its subjects, or its refusal if it is a market's and the page has none."""
    amount, number = scene.amounts[index], scene.number(index)
    if not setting.has_market and any(subject.kind is SubjectKind.MARKET for subject in owner):
        return Refusal(Reason.NO_MARKET, number, scene.span)
    claimed = _claim_kind(kind, owner)
    if claimed in _LEAST and _is_small_change(scene, amount, _LEAST[claimed]):
        return Refusal(Reason.PRICE, number, scene.span)
    points_back = scene.words[:2] in _GOES_ON or opens_with_the_last(scene)
    expected = setting.whole.year if setting.whole and shares_out_the_last(scene) else setting.expected_year
    clock = Clock(scene, setting.topic, points_back, expected)
    start, end = period_of(clock, index) if kind == "growth" else (None, None)
    if kind == "growth" and start is None and end is None:
        start, end = setting.expected_period
    year = None if kind == "growth" else year_of(clock, index)
    low, high = amount.low, amount.high
    if kind == "growth" and low > 0 and is_a_fall(scene, index):
        low, high = -high, -low
    return Claim(
        kind=claimed,
        subjects=tuple(owner),
        low=low,
        high=high,
        qualifier=Qualifier(amount.qualifier),
        number=number,
        quote=quote_of(scene.text, scene.span, scene.tokens, number, scene.groups, owner),
        sentence=scene.span,
        currency=amount.currency,
        year=year,
        start=start,
        end=end,
        projected=is_projected(scene, index, year, year or end, setting.told_in),
    )


def _is_small_change(scene: Scene, amount: Amount, least: int) -> bool:
    """Whether a sum is written out and too small for a market or a firm: what a thing or a report costs."""
    return amount.high < least and lexicon().scales.keys().isdisjoint(scene.words[amount.first : amount.last])


def _claim_kind(kind: str, owner: list[Subject]) -> str:
    """The name of the claim type; a sum of money is revenue where firms have it, and a market's size otherwise."""
    if kind in {"growth", "share"}:
        return "growth_rate" if kind == "growth" else "market_share"
    firms = all(
        subject.kind is SubjectKind.COMPANY or (subject.kind is SubjectKind.GROUP and describes_firms(subject.name))
        for subject in owner
    )
    return "revenue" if firms else "market_size"
