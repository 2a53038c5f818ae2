"""Finds in a sentence everything that a number could belong to. Each small rule looks at one place and answers with a
mention or None."""

from __future__ import annotations

from functools import cache

from cmograph.claims.model import Subject, SubjectKind
from cmograph.entities.currencies import currency_of
from cmograph.extractors.figures.names.directory import Directory, place_at, place_names, starts_like_a_name
from cmograph.extractors.figures.names.firms_meant import article_before, firm_at, firm_of_a_kind
from cmograph.extractors.figures.names.grouping import grouped
from cmograph.extractors.figures.names.labelled_names import labelled_name
from cmograph.extractors.figures.names.market_phrase import market_at
from cmograph.extractors.figures.names.ordinals import ORDINALS, counted_off
from cmograph.extractors.figures.names.places_meant import describes, market_in, market_there, place_meant
from cmograph.extractors.figures.names.pronouns import pronoun_at
from cmograph.extractors.figures.names.segment_phrase import CALLED_SEGMENT, listed_segment, unlisted_segment
from cmograph.extractors.figures.names.told_firms import told_firms
from cmograph.extractors.figures.scene.mention import MARKETS, Group, Mention
from cmograph.extractors.figures.scene.parents import parent_at
from cmograph.extractors.figures.scene.topic import Recall
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.amounts import Amount
from cmograph.mentions.tokens import NUMBER, SIGN, WORD, Token, written

_LONGEST_LEAD = 12  # characters before the word that tells a group: "all the ", "the 100 "
_HAS_A_REGION = frozenset({"region", "sales", "share", "segment", "demand", "one"})
_PROVINCES = frozenset({"Region", "Province", "Zone"})
"""Behind a point of the compass these are parts of the land that the page is about."""

_INSIDE = frozenset({"in", "across", "within", "of"})
_SOLD = frozenset({"business", "sales", "revenue", "revenues"})


def find_groups(
    text: str,
    tokens: list[Token],
    words: list[str],
    directory: Directory,
    recall: Recall,
    said: list[Amount] | None = None,
) -> list[Group]:
    """The entities of a sentence, grouped and ranked, in order; `words` are its tokens in lower case, `said` its
    amounts, by which unlisted firms are told."""
    found: list[Mention] = []
    described = _described(text, tokens, words)
    general, own = _general_heads(), directory.heads
    labelled = labelled_name(tokens, words) if words and words[0] in figure_words().superlatives else None
    if labelled:
        own = own | {words[labelled.first]}
    behind = 0
    for at in [at for at, word in enumerate(words) if word in general or word in own or at in described]:
        mention = (described.get(at) or _mention(tokens, at, directory, recall, found)) if at >= behind else None
        if mention is None and labelled and at == labelled.first >= behind:
            mention = labelled
        if mention is not None:
            mention.possessive = _possessive(tokens, mention.last)
            found.append(mention)
        if found:  # the last mention may have grown without a new one
            behind = found[-1].last
    firms = told_firms(text, tokens, words, said, found, directory) if said else []
    if firms:
        _point_to(firms[0], found, words)
        found = sorted([*found, *firms], key=lambda mention: mention.first)
    return grouped(words, found)


def _point_to(firm: Mention, mentions: list[Mention], words: list[str]) -> None:
    """Lets the pronouns behind an unlisted firm with which a sentence begins stand for it: "Acme leads, as it has for
    years, with sales of"."""
    pronouns = [mention for mention in mentions if words[mention.first] in figure_words().pronouns]
    others = [mention for mention in mentions if mention.subject.kind not in MARKETS and mention not in pronouns]
    if firm.first == 0 and not others:
        for mention in pronouns:
            mention.subject = firm.subject


@cache
def _general_heads() -> frozenset[str]:
    """The words with which a mention can begin on any page; most words begin none."""
    words = figure_words()
    return (
        place_names().heads
        | words.market_words
        | words.pronouns
        | words.company_nouns
        | words.segment_words
        | _demonym_heads()
        | words.compass
        | {"region", "country", "former", "latter", "channel", "there"}
        | frozenset(ORDINALS)
    )


def _mention(
    tokens: list[Token], at: int, directory: Directory, recall: Recall, before: list[Mention]
) -> Mention | None:
    token = tokens[at]
    if token.kind == SIGN:
        return None
    if starts_like_a_name(token):
        named = firm_of_a_kind(tokens, at, recall, before) or _named(tokens, at, directory, before)
        if named:
            return named
    if token.kind == NUMBER:
        return _own(tokens, at, directory, before) or listed_segment(tokens, at, directory, before)
    return (
        market_at(tokens, at, directory, before)
        or listed_segment(tokens, at, directory, before)
        or unlisted_segment(tokens, at, before)
        or _reference(tokens, at, recall, before)
    )


def _named(tokens: list[Token], at: int, directory: Directory, before: list[Mention]) -> Mention | None:
    """A proper name at `at`: the longest of a company's, a place's and the market's own."""
    adjective = _demonym(tokens, at, directory) or _part_of_a_place(tokens, at)
    if adjective:
        return adjective
    company = directory.companies.at(tokens, at)
    place = place_names().at(tokens, at)
    market = directory.market.at(tokens, at)
    longest = max((match[0] for match in (company, place, market) if match), default=0)
    if market and market[0] == longest and not (company and company[0] == longest):
        return market_at(tokens, at, directory, before)
    if company and company[0] == longest:
        return Mention(company[1], at, company[0])
    if place is None or _is_of_a_currency(tokens, at, place[0]) or describes(tokens, at, place[0]):
        return None
    return _place(tokens, at, place[0])


def _is_of_a_currency(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a place is the first word of a currency ("7 billion U.S. dollars"), or a currency by the same letters
    ("EUR 5 million")."""
    if last >= len(tokens):
        return False
    counted = tokens[last].kind == NUMBER and last - first == 1 and currency_of(tokens[first].lower) is not None
    return counted or tokens[last].lower in {"dollar", "dollars"}


def _own(tokens: list[Token], at: int, directory: Directory, before: list[Mention]) -> Mention | None:
    return market_at(tokens, at, directory, before) if directory.market.at(tokens, at) else None


def _place(tokens: list[Token], at: int, last: int) -> Mention:
    return Mention(Subject(SubjectKind.REGION, place_at(tokens, at, last)), at, last)


def _part_of_a_place(tokens: list[Token], at: int) -> Mention | None:
    """ "South India", "Northern Germany", "the Eastern Province": as the page calls it, where the whole is no place of
    its own."""
    if tokens[at].lower not in figure_words().compass or at + 1 == len(tokens):
        return None
    if tokens[at + 1].text in _PROVINCES:
        return Mention(Subject(SubjectKind.REGION, written(tokens[at : at + 2])), at, at + 2)
    place = place_names().at(tokens, at + 1)
    whole = place is not None and tokens[at + 1].text[:1].isupper() and place_names().at(tokens, at) is None
    return _place(tokens, at, place[0]) if place and whole else None


def _demonym(tokens: list[Token], at: int, directory: Directory) -> Mention | None:
    """ "the European market", "North American sales", "the Chinese surgical robots market" on a page on these: the
    region stands for itself."""
    if tokens[at].lower not in _demonym_heads() or not tokens[at].text[:1].isupper():
        return None
    words = figure_words()
    for width in (2, 1):
        name = words.demonyms.get(" ".join(token.lower for token in tokens[at : at + width]))
        after = tokens[at + width].lower if at + width < len(tokens) else ""
        if name and (after in words.market_words or after in _HAS_A_REGION):
            last = at + width + (1 if after in words.market_words or after in {"region", "one"} else 0)
            return Mention(Subject(SubjectKind.REGION, name), at, last)
        own = directory.market.at(tokens, at + width) if name and after else None
        called = tokens[own[0]].lower if own and own[0] < len(tokens) else ""
        if name and (called in words.market_words or called in _SOLD):
            return Mention(Subject(SubjectKind.REGION, name), at, at + width)
    return None


@cache
def _demonym_heads() -> frozenset[str]:
    return frozenset(name.split()[0] for name in figure_words().demonyms)


def _reference(tokens: list[Token], at: int, recall: Recall, before: list[Mention]) -> Mention | None:
    """A pronoun, "the company", "the former": what the paragraph was about."""
    words = figure_words()
    word = tokens[at].lower
    if word in words.pronouns:
        return pronoun_at(tokens, at, recall, before)
    if word in ORDINALS:
        return counted_off(tokens, at, before, recall)
    if word in {"parent", "there"}:
        return parent_at(tokens, at, recall) if word == "parent" else market_there(tokens, at, before, recall)
    article = article_before(tokens, at)
    pointed = article in {"the", "this", "that"}
    if word in {"region", "country", *CALLED_SEGMENT} and pointed:
        named_so = _segment_meant(before, recall) if word in CALLED_SEGMENT else place_meant(word, before, recall)
        inside = at > 1 and tokens[at - 2].lower in _INSIDE
        return market_in(named_so, at - 2 if inside else at, at + 1, before) if named_so else None
    if word == "company" and _is_lettered(tokens, at):
        return Mention(Subject(SubjectKind.COMPANY, written(tokens[at : at + 2])), at, at + 2)
    return firm_at(tokens, at, recall, before) if word in words.company_nouns else None


def _segment_meant(before: list[Mention], recall: Recall) -> Subject | None:
    """What "the segment" stands for: the only segment of its sentence, else what the paragraph is about."""
    here = {mention.subject for mention in before if mention.subject.kind is SubjectKind.SEGMENT}
    subject = next(iter(here)) if len(here) == 1 else recall().subject
    return subject if subject is not None and subject.kind is SubjectKind.SEGMENT else None


def _is_lettered(tokens: list[Token], at: int) -> bool:
    """ "Company A": a company under a letter or a number instead of its name."""
    letter = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return len(letter) == 1 and (letter.isupper() or letter.isdigit()) and tokens[at].text == "Company"


def _possessive(tokens: list[Token], at: int) -> bool:
    if at >= len(tokens) or tokens[at].lower not in {"'", "’"}:
        return False
    return tokens[at - 1].lower.endswith("s") or (at + 1 < len(tokens) and tokens[at + 1].lower == "s")


def _is_a_label(tokens: list[Token], words: list[str], first: int, last: int) -> bool:
    """Whether a group stands before a colon at the head of a line, and a name behind that: "Leading players: Acme"."""
    named = first == 0 and words[last : last + 1] == [":"] and last + 1 < len(tokens)
    return named and tokens[last + 1].kind == WORD and tokens[last + 1].text[:1].isupper()


def _described(text: str, tokens: list[Token], words: list[str]) -> dict[int, Mention]:
    """Groups that are described, by the index of their first token."""
    telling = next((index for index, word in enumerate(words) if word in figure_words().group_words), -1)
    if telling < 0:
        return {}
    start = max(tokens[0].start, tokens[telling].start - _LONGEST_LEAD)
    found: dict[int, Mention] = {}
    starts = {token.start: index for index, token in enumerate(tokens)}
    for match in figure_words().groups.finditer(text, start, tokens[-1].end):
        first = starts.get(match.start())
        if first is None:
            continue
        last = first
        while last < len(tokens) and tokens[last].end <= match.end():
            last += 1
        if _is_a_label(tokens, words, first, last):
            continue
        name = match[0].strip()
        name = name[4:] if name.lower().startswith("the ") else name
        found[first] = Mention(Subject(SubjectKind.GROUP, name), first, max(last, first + 1))
    return found
