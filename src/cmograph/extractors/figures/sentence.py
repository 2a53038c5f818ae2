"""One sentence: its amounts become claims or refusals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cmograph.claims.model import Claim, Qualifier, Reason, Refusal, Subject, SubjectKind
from cmograph.document import Span
from cmograph.extractors.figures.cues import Cue, cues
from cmograph.extractors.figures.directory import Directory
from cmograph.extractors.figures.finder import PARENT, Topic, find_groups
from cmograph.extractors.figures.kinds import Scene, money_kind, percent_kind
from cmograph.extractors.figures.mention import OBLIQUE, SUBJECT, Group
from cmograph.extractors.figures.quote import quote_of
from cmograph.extractors.figures.subject import Stage, subjects_of
from cmograph.extractors.figures.words import figure_words
from cmograph.extractors.figures.years import Clock, period_of, year_of
from cmograph.mentions.amounts import Amount, amounts
from cmograph.mentions.periods import Time, times
from cmograph.mentions.tokens import WORD, Token, tokenize

_OWNER = re.compile(
    r"\b(?:part|subsidiary|division|unit|owned) (?:of|by) (?:the )?([A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})(?<![.,])"
)


@dataclass(slots=True)
class Setting:
    """What surrounds a sentence: the page's names, whether it has a market, the paragraph's topic, whose portrait it
    stands in, what its heading leads one to expect."""

    directory: Directory
    has_market: bool
    topic: Topic
    expected: str = ""
    expected_year: int | None = None
    owner: Subject | None = None

    def introduced(self, tokens: list[Token], groups: list[Group], all_text: list[Token]) -> None:
        """Takes over the topic, the kind of number and the year that an introducing line gives."""
        remember(self.topic, groups, times(tokens))
        if (
            len(groups) == 1
            and len(groups[0].members) == 1
            and groups[0].last - groups[0].first + 3 > len(tokens)
            and groups[0].kind not in (SubjectKind.MARKET, SubjectKind.GROUP)
        ):
            self.owner = groups[0].members[0].subject
        kinds = [
            cue.kind
            for cue in cues(tokens)
            if cue.kind in {"growth", "share", "revenue"}
            and tokens[cue.first].lower
            not in {
                "lead",
                "leads",
                "leading",
                "following",
                "follows",
                "report",
                "reports",
                "made",
                "makes",
                "sells",
                "growth",
                "growing",
                "hold",
                "holds",
                "next",
                "rest",
                "second",
                "third",
                "ahead",
                "split",
            }
            and not tokens[cue.first].lower.startswith(("dominat", "generat", "report", "record", "post"))
        ]
        self.expected = kinds[-1] if kinds else self.expected
        years = [time.end for time in times(all_text) if not time.period and not time.same]
        if years and (kinds or self.expected or tokens[-1].lower == ":"):
            self.expected_year = years[-1]


@dataclass(slots=True)
class _Work:
    """A sentence under way."""

    text: str
    span: Span
    setting: Setting
    tokens: list[Token]
    amounts: list[Amount]
    cues: list[Cue]
    times: list[Time]
    groups: list[Group]
    claims: list[Claim] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def figures_of(text: str, span: Span, setting: Setting) -> tuple[list[Claim], list[Refusal]]:
    """The claims and refusals of the sentence text[span]; the setting's topic moves on with it."""
    tokens = tokenize(text, *span)
    found = amounts(tokens)
    groups = find_groups(text, tokens, setting.directory, setting.topic)
    when = times(tokens)
    found = [amount for amount in found if not _inside_name(amount, groups)]
    work = _Work(text, span, setting, tokens, found, _free_cues(tokens, groups) if found else [], when, groups)
    if found:
        _read(work)
    remember(setting.topic, groups, when)
    owner = _OWNER.search(text, *span)
    if owner:
        setting.topic.owner = Subject(SubjectKind.COMPANY, owner[1])
    return work.claims, work.refusals


def _free_cues(tokens: list[Token], groups: list[Group]) -> list[Cue]:
    """The cues that are not part of a name ("Ibis Energy" says nothing of energy)."""
    named = {at for group in groups for member in group.members for at in range(member.first, member.last)}
    named -= {at for at in named if tokens[at].lower in figure_words().market_words}
    return [cue for cue in cues(tokens) if cue.first not in named]


def remember(topic: Topic, groups: list[Group], when: list[Time]) -> None:
    """Moves a paragraph's topic on past a sentence: its first subject, its first company among subjects, its last pair
    of names, its years."""
    named = [group for group in groups if group.rank >= SUBJECT]
    if named:
        topic.subject = named[0].members[0].subject
    regions = [group for group in groups if group.kind is SubjectKind.REGION and group.rank >= SUBJECT]
    if regions:
        topic.region = regions[0].members[0].subject
    companies = [group for group in named if group.kind is SubjectKind.COMPANY] or [
        g for g in groups if g.kind is SubjectKind.COMPANY and g.rank >= OBLIQUE
    ]
    if companies:
        topic.company = (
            companies[0].members[0].subject
            if (named and companies[0] is named[0]) or topic.company is None or len(named) == 1
            else companies[-1].members[-1].subject
        )
    for group in groups:
        if len(group.members) == 2 and group.kind is not SubjectKind.GROUP:
            topic.pair = (group.members[0].subject, group.members[1].subject)
    firms = list(
        dict.fromkeys(
            member.subject for group in groups if group.kind is SubjectKind.COMPANY for member in group.members
        )
    )
    if len(firms) == 2:
        topic.pair = (firms[0], firms[1])
    years = [year for time in when for year in (time.start, time.end) if year is not None]
    if years:
        topic.years = sorted(set(years[-2:])) if len(years) > 1 and any(time.period for time in when) else [years[-1]]


def _inside_name(amount: Amount, groups: list[Group]) -> bool:
    """Whether a number is part of a segment's name ("99.9% Sodium Salt")."""
    return any(
        member.first <= amount.first and amount.last <= member.last for group in groups for member in group.members
    )


def _read(work: _Work) -> None:
    places = tuple(group.last for group in work.groups if group.kind is SubjectKind.REGION and group.rank >= SUBJECT)
    names = tuple(
        member.last for group in work.groups if group.kind is not SubjectKind.MARKET for member in group.members
    )
    goes_on = (
        work.setting.topic.kind
        if any(group.kind is SubjectKind.COMPANY and group.rank >= SUBJECT for group in work.groups)
        else ""
    )
    scene = Scene(
        work.tokens,
        work.amounts,
        work.cues,
        work.setting.expected or goes_on,
        tuple(work.times),
        places,
        tuple(group.first for group in work.groups if group.kind is SubjectKind.MARKET),
        names,
    )
    carried: list[list[Subject]] = []
    kind_before = ""
    index = 0
    while index < len(work.amounts):
        chain = [index]
        while chain[-1] + 1 < len(work.amounts) and (
            work.amounts[chain[-1] + 1].chained or work.amounts[chain[-1] + 1].converted
        ):
            chain.append(chain[-1] + 1)
        kind = (
            money_kind(scene, index, kind_before)
            if work.amounts[index].is_money
            else percent_kind(scene, index, kind_before)
        )
        if isinstance(kind, Reason):
            _refuse(work, chain, kind)
        else:
            carried = _claim(work, chain, kind, carried)
            kind_before = kind
            work.setting.topic.kind = kind
        index = chain[-1] + 1


def _refuse(work: _Work, chain: list[int], reason: Reason) -> None:
    for index in chain:
        work.refusals.append(Refusal(reason, _number(work, index), work.span))


def _number(work: _Work, index: int) -> Span:
    amount = work.amounts[index]
    return Span(work.tokens[amount.first].start, work.tokens[amount.last - 1].end)


def _claim(work: _Work, chain: list[int], kind: str, carried: list[list[Subject]]) -> list[list[Subject]]:
    """Claims for a chain of amounts, or refusals where nobody can be told; answers with the subjects for the next
    chain."""
    stage = Stage(work.tokens, work.amounts, work.groups, work.setting.topic)
    together = any(cue.kind == "together" for cue in work.cues)
    counted = [index for index in chain if not work.amounts[index].converted]
    found = None
    for fits in _choices(kind, work):
        found = subjects_of(stage, counted, fits, carried, together)
        if found:
            break
    found = _regional(work, found) or _default(work, kind, len(counted))
    if kind == "size" and _size_of_a_firm(work):
        _refuse(work, chain, Reason.NOT_MARKET)
        return carried
    if kind == "share" and found is None:
        found = _unlisted(work, len(counted))
    if found is None or _unknown_owner(found):
        _refuse(work, chain, Reason.NO_SUBJECT)
        return carried
    if kind == "size" and all(subject.kind is SubjectKind.COMPANY for subjects in found for subject in subjects):
        _refuse(work, chain, Reason.NOT_MARKET)
        return carried
    found = list({tuple(subjects): subjects for subjects in found}.values()) if len(counted) == 1 else found
    each = len(counted) == 1 and len(found) > 1
    position = -1
    for index in chain:
        position += 0 if work.amounts[index].converted else 1
        for subjects in found if each else [found[min(position, len(found) - 1)]]:
            _add(work, index, kind, subjects)
    return found[-1:] if not each else [[subject for subjects in found for subject in subjects]]


def _unknown_owner(found: list[list[Subject]]) -> bool:
    """Whether the number is a parent company's that the page does not name."""
    return any(subject.name == PARENT for subjects in found for subject in subjects)


def _size_of_a_firm(work: _Work) -> bool:
    """ "The market size of Eastman", "LEGO has a market size of …": neither a market's size nor a revenue."""
    words = [token.lower for token in work.tokens]
    firms = [group for group in work.groups if group.kind is SubjectKind.COMPANY]
    told = bool({"company", "firm"} & set(words)) or any(group.rank >= SUBJECT for group in firms)
    for at in range(len(words) - 2):
        if words[at] != "market" or words[at + 1] not in {"size", "value", "valuation"}:
            continue
        if words[at + 2] in {"of", "for"} and any(group.first == at + 3 for group in firms):
            return True
        general = {
            "the",
            "global",
            "overall",
            "total",
            "this",
            "entire",
            "expected",
            "projected",
            "anticipated",
            "forecast",
        } & set(words[max(0, at - 3) : at])
        if told and not general and {"a", "an", "its", "their", "current", "s"} & set(words[max(0, at - 4) : at]):
            return True
    return False


def _unlisted(work: _Work, count: int) -> list[list[Subject]] | None:
    """A share of something that no list names: the words at the head of the sentence, up to a verb such as "holds"."""
    first = 1 if work.tokens[0].lower in {"the", "overall", "currently"} else 0
    for at, token in enumerate(work.tokens[: first + 8]):
        if token.lower in figure_words().holds and first < at < work.amounts[0].first:
            name = work.text[work.tokens[first].start : work.tokens[at - 1].end]
            return [[Subject(SubjectKind.SEGMENT, name)]] * count
        if at >= first and (token.kind != WORD or token.lower in figure_words().no_name):
            return None
    return None


def _regional(work: _Work, found: list[list[Subject]] | None) -> list[list[Subject]] | None:
    """ "In North America, the market reached …": the region at the head of the sentence has the number, not the whole
    market."""
    if not found or any(subject.kind is not SubjectKind.MARKET for subjects in found for subject in subjects):
        return found
    if not work.groups:
        return found
    first = work.groups[0]
    headed = (
        first.first
        and first.first <= 2
        and work.tokens[0].lower in {"in", "across", "within", "for", "from"}
        and first.kind is SubjectKind.REGION
    )
    return [[member.subject for member in first.members] for _ in found] if headed else found


def _choices(kind: str, work: _Work) -> list:  # type: ignore[type-arg]
    """Which kinds of subjects an amount of a kind can have, the likeliest first."""
    parts = {SubjectKind.REGION, SubjectKind.SEGMENT, SubjectKind.COMPANY, SubjectKind.GROUP, SubjectKind.OTHER_MARKET}
    everything = parts | {SubjectKind.MARKET}
    if kind == "share":
        return [(parts - {SubjectKind.OTHER_MARKET}).__contains__, parts.__contains__]
    if kind == "revenue":
        of_firms = any(
            group.kind is SubjectKind.GROUP and _of_firms(group.members[0].subject.name) for group in work.groups
        )
        firms = {SubjectKind.COMPANY, SubjectKind.GROUP} if of_firms else {SubjectKind.COMPANY}
        return [firms.__contains__, everything.__contains__] if _has_firm(work) else [everything.__contains__]
    if kind == "size":
        return [(everything - {SubjectKind.COMPANY}).__contains__, everything.__contains__]
    return [everything.__contains__]


def _has_firm(work: _Work) -> bool:
    return any(group.kind is SubjectKind.COMPANY and group.rank >= SUBJECT for group in work.groups) or not any(
        group.kind is SubjectKind.MARKET and group.rank >= SUBJECT for group in work.groups
    )


def _default(work: _Work, kind: str, count: int) -> list[list[Subject]] | None:
    """Whose number it is when the sentence names nobody: what the paragraph is about, or the market for growth and
    sizes."""
    topic = work.setting.topic
    others = [group for group in work.groups if group.kind is not SubjectKind.MARKET]
    if {"these"} & {token.lower for token in work.tokens[:8]} and kind == "share":
        return None
    if work.setting.owner and not others:
        return [[work.setting.owner]] * count
    if kind == "revenue" and topic.company:
        return [[topic.company]] * count
    if kind == "share" and topic.subject and topic.subject.kind is not SubjectKind.MARKET and not others:
        return [[topic.subject]] * count
    if kind == "revenue" and not others and work.setting.has_market and _of_the_market(work):
        return [[Subject(SubjectKind.MARKET, "market")]] * count
    if (
        kind == "growth"
        and topic.subject
        and topic.subject.kind is SubjectKind.COMPANY
        and not any(group.kind is SubjectKind.MARKET for group in work.groups)
    ):
        return [[topic.subject]] * count
    if kind in {"growth", "size"} and work.setting.has_market:
        return [[Subject(SubjectKind.MARKET, "market")]] * count
    if kind == "money" and topic.subject:
        return [[topic.subject]] * count
    if kind == "money" and work.setting.has_market and not others:
        return [[Subject(SubjectKind.MARKET, "market")]] * count
    return None


def _add(work: _Work, index: int, kind: str, subjects: list[Subject]) -> None:
    amount = work.amounts[index]
    clock = Clock(work.tokens, work.amounts, work.times, work.setting.topic.years, _points_back(work))
    firms = all(
        subject.kind is SubjectKind.COMPANY or (subject.kind is SubjectKind.GROUP and _of_firms(subject.name))
        for subject in subjects
    )
    claim_kind = {"growth": "growth_rate", "share": "market_share"}.get(kind) or ("revenue" if firms else "market_size")
    if not work.setting.has_market and any(subject.kind is SubjectKind.MARKET for subject in subjects):
        work.refusals.append(Refusal(Reason.NO_MARKET, _number(work, index), work.span))
        return
    start, end = period_of(clock, index) if kind == "growth" else (None, None)
    year = None if kind == "growth" else year_of(clock, index) or work.setting.expected_year
    number = _number(work, index)
    work.claims.append(
        Claim(
            kind=claim_kind,
            subjects=tuple(subjects),
            low=amount.low,
            high=amount.high,
            qualifier=Qualifier(amount.qualifier),
            number=number,
            quote=quote_of(work.text, work.span, work.tokens, number, work.groups, subjects),
            sentence=work.span,
            currency=amount.currency,
            year=year,
            start=start,
            end=end,
            projected=_projected(work, amount),
        )
    )


def _points_back(work: _Work) -> bool:
    """Whether the sentence goes on with the figure of the one before: "Behind it comes …"."""
    return [token.lower for token in work.tokens[:2]] in (
        ["behind", "it"],
        ["behind", "them"],
        ["after", "it"],
        ["next", "comes"],
        ["next", "come"],
    )


def _of_the_market(work: _Work) -> bool:
    """Whether revenue that nobody is named for can be the market's: the sentence speaks of the market, or begins with the sales."""
    words = {token.lower for token in work.tokens}
    if words & {"companies", "players", "leaders", "firms", "manufacturers", "competitors", "company", "firm", "brand"}:
        return False
    return bool(work.groups) or work.tokens[0].lower in {
        "sales",
        "revenue",
        "revenues",
        "annual",
        "total",
        "global",
        "worldwide",
        "turnover",
        "market",
        "projected",
        "expected",
    }


def _of_firms(name: str) -> bool:
    return any(
        word in name.lower()
        for word in (
            "compan",
            "player",
            "manufactur",
            "vendor",
            "supplier",
            "producer",
            "firm",
            "provider",
            "maker",
            "competitor",
            "brand",
        )
    )


def _projected(work: _Work, amount: Amount) -> bool:
    """Whether a word such as "expected" or "will" stands before the number, after the number before it."""
    floor = max((other.last for other in work.amounts if other.last <= amount.first), default=0)
    ahead = [cue for cue in work.cues if cue.kind == "projected" and floor <= cue.first < amount.first]
    past = [token.lower for token in work.tokens[ahead[-1].last : amount.first]] if ahead else []
    return bool(ahead) and not figure_words().past_verbs & set(past)
