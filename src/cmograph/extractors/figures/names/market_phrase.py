"""What "market" means where it stands: the page's own market, a region's or a segment's, or another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.names.directory import Directory, place_names, stem
from cmograph.extractors.figures.names.market_ends import (
    is_introduced,
    is_one_of_many,
    is_sold_by,
    name_of_another,
    past_market_word,
    with_region,
)
from cmograph.extractors.figures.names.own_market import (
    is_cut_off,
    is_narrowed,
    is_own,
    market_of_the_world,
    name_from,
    past_own_words,
)
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.figures.scene.noun_phrase import outside_brackets, phrase_start
from cmograph.extractors.vocabulary.figure_words import figure_words, size_words
from cmograph.mentions.tokens import WORD, Token, written

_OWN = Subject(SubjectKind.MARKET, "market")
_KEPT = frozenset({"consumer", "global"})  # adjectives that belong to the name of another market
_PARTS = frozenset({SubjectKind.REGION, SubjectKind.SEGMENT})
_LINKS = frozenset({"be", "been", "remain", "remains", "remained", "is", "was", "become", "becomes", "became", "as"})
_CALLED_UNTIL = frozenset({"till", "until", "through", "throughout", "by", "during", "over", ".", ",", ";", ""})
_OWNED = frozenset({"its", "their", "whose", "s"})
_LEAST = 2
_BEHIND_A_PART = 4
"""So many words into a sentence a part of the market that is its subject has begun."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The noun phrase tokens[first:at] with "market" at `at`; `content` are its words that say which market, `before`
    the mentions to its left, `following` the word to its right."""

    tokens: list[Token]
    first: int
    at: int
    content: list[Token]
    before: list[Mention]
    directory: Directory
    following: str

    @property
    def owner(self) -> Mention | None:
        """The nearest mention before the phrase."""
        return self.before[-1] if self.before else None

    def touches(self, kind: SubjectKind) -> Mention | None:
        """The owner, where it is of a kind and the phrase begins right behind it."""
        owner = self.owner
        return owner if owner and owner.subject.kind is kind and owner.last == self.first else None

    def owned_by(self, kind: SubjectKind) -> Mention | None:
        """The owner, where it is of a kind and a possessive right before the phrase."""
        owner = self.owner
        near = owner and owner.possessive and owner.subject.kind is kind and self.first - owner.last <= 2
        return owner if near else None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a rule makes of a phrase; `mention` is None where "market" stands for nothing there."""

    mention: Mention | None = None


_NOTHING = _Answer()


def market_at(tokens: list[Token], at: int, directory: Directory, before: list[Mention]) -> Mention | None:
    """The mention that the word "market" (or the market's own name) at `at` makes, or None.

    May widen or take away the last mention of `before`, where that is part of what "market" means.
    """
    named = directory.market.at(tokens, at)
    if named:
        return _named(tokens, at, named[0], directory, before)
    if tokens[at].lower not in figure_words().market_words:
        return None
    phrase = _phrase(tokens, at, directory, before)
    for rule in _RULES:
        answer = rule(phrase)
        if answer is not None:
            return answer.mention
    return None


def _named(tokens: list[Token], at: int, last: int, directory: Directory, before: list[Mention]) -> Mention | None:
    """The market by its own name at tokens[at:last]: "the Chinese surgical robots market" is China's part of it, and so
    are "China's surgical robots market" and "the U.S. surgical robots market"; "the hospital surgical robots market" is
    a segment's."""
    owner = before[-1] if before else None
    if (owner and owner.last > at) or _is_a_firms_part(tokens, at, last):
        return None
    name_ends = past_own_words(tokens, last, directory)
    end = past_market_word(tokens, name_ends)
    if is_narrowed(tokens, at, directory, before):
        return Mention(Subject(SubjectKind.OTHER_MARKET, written(tokens[at - 1 : name_ends])), at - 1, end)
    called = end > name_ends or is_sold_by(tokens, name_ends)
    if owner and not _is_of_the_name(tokens, owner, directory) and _has_a_part(owner, at, called=called):
        owner.last, owner.possessive = end, False
        return None
    return with_region(tokens, Mention(_OWN, at, end))


def _is_a_firms_part(tokens: list[Token], at: int, last: int) -> bool:
    """Whether the market's name only says what a part of a firm does: "its coatings division", "whose coatings arm"."""
    called = last < len(tokens) and tokens[last].lower in size_words().divisions
    return called and at > 0 and tokens[at - 1].lower in _OWNED


def _is_of_the_name(tokens: list[Token], owner: Mention, directory: Directory) -> bool:
    """Whether a mention is itself a word of the market's name ("America" on a page on American football pads)."""
    return any(stem(token.lower) in directory.stems for token in tokens[owner.first : owner.last])


def _has_a_part(owner: Mention, at: int, *, called: bool) -> bool:
    """Whether the mention before the market's name at `at` says whose part is meant; `called` where "market" or "sales"
    follows the name."""
    if owner.possessive:
        return owner.subject.kind is SubjectKind.REGION and at - owner.last <= 2
    return owner.subject.kind in (SubjectKind.REGION, SubjectKind.SEGMENT) and owner.last == at and called


def _phrase(tokens: list[Token], at: int, directory: Directory, before: list[Mention]) -> _Phrase:
    words = figure_words()
    first = phrase_start(tokens, at, before)
    content = [
        token
        for token in outside_brackets(tokens[first:at])
        if token.kind == WORD
        and token.lower not in words.market_adjectives
        and token.lower not in words.market_sizes
        and token.lower != "of"
    ]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return _Phrase(tokens, first, at, content, before, directory, following)


def _no_market(phrase: _Phrase) -> _Answer | None:
    """ "market share", "market leader", "China will reach a market size of", "China will remain a dominant market":
    here "market" is part of another word, or what a part of the market is called."""
    if phrase.content:
        return None
    if phrase.following in figure_words().market_nouns or is_one_of_many(phrase.tokens, phrase.first, phrase.at):
        return _NOTHING
    if phrase.first < _LEAST or phrase.tokens[phrase.first - 1].lower not in {"a", "an"} or not phrase.before:
        return None
    first = phrase.before[0]
    labelled = first.subject.kind is SubjectKind.OTHER_MARKET and phrase.tokens[first.last].lower == ":"
    of_a_part = labelled or (first.subject.kind in _PARTS and first.first < _BEHIND_A_PART)
    placed = all(mention.subject.kind is SubjectKind.REGION for mention in phrase.before)
    measured = phrase.following in figure_words().market_sizes
    called = phrase.tokens[phrase.first - 2].lower in _LINKS and phrase.following in _CALLED_UNTIL
    return _NOTHING if (measured and (placed or of_a_part)) or (called and of_a_part) else None


def _behind_region(phrase: _Phrase) -> _Answer | None:
    """ "the North America market" is North America; so is "its market" behind it."""
    owner = phrase.owner
    if owner and owner.subject.kind is SubjectKind.REGION and not phrase.content and _is_its(phrase):
        return _NOTHING
    region = phrase.touches(SubjectKind.REGION)
    if region is None or (phrase.content and not is_own(phrase.content, phrase.directory)):
        return None
    region.last = phrase.at + 1
    return _NOTHING


def _is_its(phrase: _Phrase) -> bool:
    return phrase.first > 0 and phrase.tokens[phrase.first - 1].lower in {"its", "their", "whose"}


def _behind_segment(phrase: _Phrase) -> _Answer | None:
    """ "the surfactants market" is the segment's, unless further words make it the page's own market or another one."""
    segment = phrase.touches(SubjectKind.SEGMENT)
    if segment is None:
        return None
    tokens = phrase.tokens
    subject = segment.subject
    if phrase.content:
        whole = [*tokens[segment.first : segment.last], *phrase.content]
        other = Subject(SubjectKind.OTHER_MARKET, written(tokens[segment.first : phrase.at]))
        subject = _OWN if is_own(whole, phrase.directory) else other
    phrase.before.remove(segment)
    return _Answer(with_region(tokens, Mention(subject, segment.first, phrase.at + 1)))


def _of_region(phrase: _Phrase) -> _Answer | None:
    """ "Europe's market" is Europe's part of the page's market; "Europe's robotics market" is a market of its own."""
    region = phrase.owned_by(SubjectKind.REGION)
    if region is None:
        return None
    tokens, at = phrase.tokens, phrase.at
    if not phrase.content or is_own(phrase.content, phrase.directory) or tokens[at].lower != "market":
        region.last, region.possessive = at + 1, False
        return _NOTHING
    phrase.before.remove(region)
    other = Subject(SubjectKind.OTHER_MARKET, written(tokens[region.first : at]))
    return _Answer(Mention(other, region.first, at + 1))


def _of_company(phrase: _Phrase) -> _Answer | None:
    """ "Bosch's market", "Alstom has a market size of …", "its market size": a firm's, not the market's."""
    if phrase.content:
        return None
    if phrase.owned_by(SubjectKind.COMPANY):
        return _NOTHING
    return _NOTHING if phrase.following in figure_words().market_sizes and _of_a_firm(phrase) else None


def _of_a_firm(phrase: _Phrase) -> bool:
    tokens, first = phrase.tokens, phrase.first
    if first and tokens[first - 1].lower in {"its", "their"}:
        return phrase.owner is not None and phrase.owner.subject.kind is SubjectKind.COMPANY
    if not any(mention.subject.kind is SubjectKind.COMPANY for mention in phrase.before):
        return False
    return tokens[max(0, first - 1)].lower in {"has", "have", "had"} or tokens[first].lower in {"a", "an"}


def _by_its_words(phrase: _Phrase) -> _Answer | None:
    """What the phrase itself says; one that would be another market has to read as a name."""
    tokens, first, at = phrase.tokens, phrase.first, phrase.at
    subject = _meaning(phrase)
    if subject is None:
        return None
    if subject.kind is SubjectKind.OTHER_MARKET:
        if is_cut_off(tokens, first, phrase.content, phrase.directory):
            return _Answer(with_region(tokens, Mention(_OWN, first, at + 1)))
        wider = name_from(tokens, first, at, phrase.directory)
        if wider < first:
            return _Answer(with_region(tokens, Mention(_OWN, wider, at + 1)))
        named = is_introduced(tokens, first, phrase.content)
        if phrase.following in figure_words().market_nouns or not named:
            return None
    return _Answer(with_region(tokens, Mention(subject, first, at + 1)))


_RULES: tuple[Callable[[_Phrase], _Answer | None], ...] = (
    _no_market,
    _behind_region,
    _behind_segment,
    _of_region,
    _of_company,
    _by_its_words,
)
"""In this order; the first that has an answer decides."""


def _meaning(phrase: _Phrase) -> Subject | None:
    """Which market the words of a phrase name: a place's, a listed segment's, the page's own, or another one."""
    tokens, first, at, content, directory = phrase.tokens, phrase.first, phrase.at, phrase.content, phrase.directory
    if directory.place and (world := market_of_the_world(tokens, first, at, content, directory)):
        return Subject(SubjectKind.OTHER_MARKET, world)
    if not content:
        return _OWN if directory.stems or directory.shorts else None
    start = tokens.index(content[0], first)
    capital = content[0].text[:1].isupper()
    place = place_names().at(tokens, start) if capital else None
    if place and place[0] == at:
        return Subject(SubjectKind.REGION, written(tokens[start:at]))
    for width in (2, 1) if capital else ():
        adjective = figure_words().demonyms.get(" ".join(token.lower for token in content[:width]))
        if adjective and (len(content) <= width or is_own(content[width:], directory)):
            return Subject(SubjectKind.REGION, adjective)
    segment = directory.segments.at(tokens, start)
    if segment and segment[0] == at:
        return segment[1]
    if is_own(content, directory) or _is_own_in_other_words(phrase):
        return _OWN
    start -= bool(start > first and tokens[start - 1].lower in _KEPT)
    name = name_of_another(tokens, start, at)
    is_name = len(name) > 2 or (len(name) == 2 and name.isupper() and name.isalpha())
    return Subject(SubjectKind.OTHER_MARKET, name) if is_name else _OWN


def _is_own_in_other_words(phrase: _Phrase) -> bool:
    """Whether it is the page's own market if words that only spell out what follows in brackets are left away ("the
    Sodium-Sulfur (NaS) battery market"), or those behind it taken in ("the packaging market for food")."""
    tokens, at = phrase.tokens, phrase.at
    for here in range(phrase.first + 2, at - 1):
        if tokens[here - 1].lower == "(" and tokens[here + 1].lower == ")":
            return is_own([token for token in tokens[here:at] if token.kind == WORD], phrase.directory)
    behind = [token for token in tokens[at + 2 : at + 6] if token.kind == WORD] if phrase.following == "for" else []
    return bool(behind) and any(
        is_own([*phrase.content, *behind[:count]], phrase.directory) for count in range(1, len(behind) + 1)
    )
