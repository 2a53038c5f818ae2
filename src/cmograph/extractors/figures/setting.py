"""What surrounds a sentence, and how it moves on from one sentence of a paragraph to the next.

Most sentences say themselves whose number they give. What a paragraph has spoken of so far is put together only where
one leans on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cmograph.claims.model import Claim, Refusal, Subject, SubjectKind
from cmograph.document import Span
from cmograph.entities.currencies import currency_of
from cmograph.extractors.figures.names.directory import Directory, place_names
from cmograph.extractors.figures.names.finder import find_groups
from cmograph.extractors.figures.names.firm_names import firm_at_head
from cmograph.extractors.figures.names.placed_market import may_be_of_a_place, placed_by
from cmograph.extractors.figures.names.places_meant import place_headed
from cmograph.extractors.figures.names.portrait_headings import is_portrait_heading
from cmograph.extractors.figures.names.remembered import remember
from cmograph.extractors.figures.scene.cues import Cue, cues
from cmograph.extractors.figures.scene.mention import Group
from cmograph.extractors.figures.scene.topic import Topic
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.extractors.vocabulary.wordlists import wordlists
from cmograph.mentions.periods import Time, times
from cmograph.mentions.tokens import CURRENCY, Token, tokenize

_OPENING = 4
"""So many words of a heading can stand before a firm's name or begin it: "1. The Acme Group"."""

_LONGEST_CAPTION = 150
_LONGEST_NAME = 30
"""A sentence of so few characters may be a heading that runs into its paragraph: "Germany." """
_ANNOUNCED = frozenset({"growth", "share", "revenue"})
_MONEY = re.compile(r"(US\$|[$€£¥₹₩]|\b[A-Z]{3})\s?\d|\d\s?(?i:million|billion|bn|mn)\s([A-Z]{3})\b")
_PARENT_NAMED = re.compile(
    r"\b(?:part|subsidiary|division|unit|owned) (?:of|by) (?:the )?([A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})(?<![.,])"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that was looked at: where it stands (None for an introducing line), what it names, its years, and its
    words."""

    span: Span | None
    groups: list[Group]
    when: list[Time]
    words: list[str]

    def opens_with_a_place(self) -> bool:
        """Whether the first that it names is a place."""
        return bool(self.groups) and self.groups[0].kind is SubjectKind.REGION


@dataclass(slots=True)
class Setting:
    """What surrounds a sentence: the page's text and names, whether it has a market, the year in which it speaks, what
    kind of number and which year its heading leads one to expect, what kind the last number was (`kind`) and whose the
    last claim (`owners`), the part of the market that its heading names and no list of the page does (`unlisted`), and
    what the last sum claims of the market or of a part of it (`whole`)."""

    text: str
    directory: Directory
    has_market: bool
    told_in: int | None = None
    expected: str = ""
    expected_year: int | None = None
    expected_period: tuple[int | None, int | None] = (None, None)
    kind: str = ""
    owners: list[list[Subject]] = field(default_factory=list)
    unlisted: Subject | None = None
    whole: Claim | None = None
    _owner: Subject | None = None
    _topic: Topic = field(default_factory=Topic)
    _before: list[_Said | Span | list[Token]] = field(default_factory=list)
    _lines: list[list[Token] | Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Where a page reports a company's results, that is the company until another one is named."""
        self._topic.company = self.directory.issuer

    def topic(self) -> Topic:
        """What the paragraph is about up to the sentence at hand."""
        waiting, self._before = self._before, []
        for each in waiting:
            said = each if isinstance(each, _Said) else self._looked_at(each)
            if isinstance(each, list) and len(said.groups) == 1 and is_portrait_heading(each, said.groups[0]):
                self._owner = said.groups[0].members[0].subject
            elif isinstance(each, list) and len(each) == 1 and self.directory.general:
                self._owner = self.directory.general.get(each[0].lower, self._owner)
            remember(self._topic, said.groups, said.when)
            if self._topic.placed or said.opens_with_a_place():
                self._topic.placed = placed_by(said.groups, said.words, self._topic.placed)
            self._open(each, said.groups)
            parent = _PARENT_NAMED.search(self.text, *said.span) if said.span else None
            if parent:
                self._topic.owner = Subject(SubjectKind.COMPANY, parent[1])
        return self._topic

    def currency(self) -> str | None:
        """The currency of the page's first sum of money."""
        codes = (currency_of(money[1] or money[2]) for money in _MONEY.finditer(self.text))
        return next((code for code in codes if code), None)

    def owner(self) -> Subject | None:
        """Whose portrait the sentence stands in."""
        self.topic()
        return self._owner

    def may_portray_a_firm(self) -> bool:
        """Whether a heading above has a word with which the name of one of the page's companies begins; to look costs
        less than to read the heading."""
        heads = self.directory.companies.heads
        return any(
            isinstance(line, list) and any(token.lower in heads for token in line[:_OPENING]) for line in self._lines
        )

    def heads_a_firm(self) -> bool:
        """Whether the sentence stands in a firm's portrait."""
        owner = self.owner()
        return owner is not None and owner.kind is SubjectKind.COMPANY

    def portrays_a_firm(self) -> bool:
        """Whether the sentence stands in a firm's portrait, or goes on with a firm."""
        owner = self.owner() or self.topic().subject
        return owner is not None and owner.kind is SubjectKind.COMPANY

    def tells_a_whole(self) -> bool:
        """Whether the last sum told is that of the market or of a part of it, of which something has a share then."""
        return self.whole is not None

    def claimed(self, figure: Claim | Refusal) -> None:
        """A number was told: a sum that is the market's or a part's, or a firm's, of which nothing has a share; one
        that is foreseen gives way to the one that is."""
        if not isinstance(figure, Claim) or figure.currency is None:
            return
        if figure.kind != "market_size":
            self.whole = None
        elif self.whole is None or self.whole.projected or not figure.projected:
            self.whole = figure

    def part(self) -> Subject | None:
        """The part of the market whose figures the lines give that name nobody: a company has its own rules."""
        owner = self.owner()
        return self.unlisted if owner is None else owner if owner.kind is not SubjectKind.COMPANY else None

    def place(self) -> Subject | None:
        """The place that the heading is about, or the question that the sentence answers."""
        known = place_names().heads
        for line in reversed(self._lines):
            tokens = line if isinstance(line, list) else tokenize(self.text, *line)
            words = [token.lower for token in tokens]
            if not known.isdisjoint(words):
                groups = find_groups(self.text, tokens, words, self.directory, Topic)
                place = place_headed(tokens, groups) if groups else None
                if place or (groups and isinstance(line, list)):
                    return place
        return None

    def _open(self, said: _Said | Span | list[Token], groups: list[Group]) -> None:
        """Remembers the unlisted firm with which a sentence begins, or that one which names a firm has come."""
        if any(group.kind is SubjectKind.COMPANY for group in groups):
            self._topic.opened = None
            return
        if isinstance(said, list):
            span: Span | None = Span(said[0].start, said[-1].end) if said else None
        else:
            span = said.span if isinstance(said, _Said) else said
        if span is not None and (not groups or groups[0].first > 0):
            called = self._topic.company is not None
            firm = firm_at_head(self.text, span, self.directory, called=called)
            self._topic.opened = firm or self._topic.opened

    def _looked_at(self, passed: Span | list[Token]) -> _Said:
        """What a sentence, or the tokens of an introducing line, names."""
        span = passed if isinstance(passed, Span) else None
        tokens = passed if isinstance(passed, list) else tokenize(self.text, *passed)
        words = [token.lower for token in tokens]
        groups = find_groups(self.text, tokens, words, self.directory, lambda: self._topic)
        return _Said(span, groups, times(tokens), words)

    def passed(self, span: Span) -> None:
        """A sentence without a number was passed."""
        self._before.append(span)
        if self.text[span.end - 1] == "?" or span.end - span.start <= _LONGEST_NAME:
            self.headed(span)

    def captioned(self, span: Span) -> None:
        """A sentence without a number and without a verb was passed, such as "Map, share of sales by country in 2024":
        it says of what kind and year the numbers behind it are."""
        line = self.text[slice(*span)]
        if len(line) > _LONGEST_CAPTION or "20" not in line or wordlists().finite.search(line):
            return
        tokens = tokenize(self.text, *span)
        years = [time.end for time in times(tokens) if not time.period and not time.same]
        kinds = [cue.kind for cue in cues(tokens) if _announces(tokens, cue)]
        if years and kinds:
            self.expected, self.expected_year = kinds[-1], years[-1]

    def said(self, span: Span, groups: list[Group], when: list[Time], words: list[str]) -> None:
        """A sentence of these words was read, and this is what it names."""
        self._before.append(_Said(span, groups, when, words))

    def placed_market(self) -> Subject | None:
        """The place of whose part of the market the paragraph speaks."""
        spoken_of = self._topic.placed is not None or any(self._may_be_placed(each) for each in self._before)
        return self.topic().placed if spoken_of else None

    def _may_be_placed(self, said: _Said | Span | list[Token]) -> bool:
        """Whether a sentence that waits can speak of a place's market; an introducing line does not."""
        if isinstance(said, _Said):
            return said.opens_with_a_place() and placed_by(said.groups, said.words, None) is not None
        return isinstance(said, Span) and may_be_of_a_place(self.text[slice(*said)])

    def introduced(self, tokens: list[Token], all_text: list[Token], *, alone: bool = False) -> None:
        """Takes over the topic, the kind of number and the year that an introducing line gives; `tokens` are those of
        its last sentence. Over a figure that stands alone it may also announce the market's size, or the years of a
        growth rate ("CAGR (2026-2031)")."""
        self._before.append(tokens)
        announced = _ANNOUNCED | {"size"} if alone else _ANNOUNCED
        kinds = [cue.kind for cue in cues(tokens) if _announces(tokens, cue, announced)]
        self.expected = kinds[-1] if kinds else self.expected
        when = times(all_text)
        if alone and kinds[-1:] == ["growth"] and len(when) == 1 and when[0].period:
            self.expected_period = (when[0].start, when[0].end)
        said = [time for time in when if not time.period and not time.same]
        bracket = next((at for at, token in enumerate(all_text) if token.lower == "("), len(all_text))
        years = [time.end for time in said if time.first < bracket] or [time.end for time in said]
        states = any(token.kind == CURRENCY or token.lower == "%" for token in all_text)
        announces = tokens[-1].lower in {":", "?"} or (
            not states and (kinds or self.expected or self._reports(all_text))
        )
        if years and announces:
            self.expected_year = years[-1]

    def headed(self, line: list[Token] | Span) -> None:
        """A heading or a question stands over what follows: the place that it is about may be whose "the market" is."""
        self._lines.append(line)

    def _reports(self, tokens: list[Token]) -> bool:
        """Whether a line heads the figures of a period where the page reports a company's results: "Fiscal 2020
        Summary"."""
        words = figure_words().heads_results
        return self.directory.issuer is not None and any(token.lower in words for token in tokens)


def _announces(tokens: list[Token], cue: Cue, announced: frozenset[str] = _ANNOUNCED) -> bool:
    """Whether a cue in an introducing line tells what the numbers below it are ("Market share by region"), and is no
    verb that any line may have ("The leading players")."""
    word = tokens[cue.first].lower
    listed = figure_words()
    if cue.kind == "size" and tokens[-1].lower == "?":
        return cue.last - cue.first > 1 or word in listed.asked_sizes
    silent = word in listed.announces_nothing and tokens[cue.last - 1].lower != "rate"
    return cue.kind in announced and not silent and not word.startswith(listed.verb_stems)
