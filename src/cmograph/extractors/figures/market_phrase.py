"""What "market" means where it stands: the page's own market, a region's or a segment's, or a wider or different
one."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.directory import Directory, place_names, stem
from cmograph.extractors.figures.mention import Mention
from cmograph.extractors.figures.words import figure_words
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.tokens import CURRENCY, NUMBER, WORD, Token

_OWN = Subject(SubjectKind.MARKET, "market")
_LONGEST = 12
ALIKE = 0.9
"""From this likeness on (0 to 1, difflib) two spellings are one name."""


def market_at(tokens: list[Token], at: int, directory: Directory, before: list[Mention]) -> Mention | None:
    """The mention that the word "market" (or the market's own name) at `at` makes, or None."""
    named = directory.market.at(tokens, at)
    owner = before[-1] if before else None
    if named and owner and owner.possessive and owner.subject.kind is SubjectKind.REGION and at - owner.last <= 2:
        owner.last, owner.possessive = _past_market_word(tokens, named[0]), False
        return None
    if named:
        named = (_past_own_words(tokens, named[0], directory), named[1])
        region = _regional(tokens, at, named[0]) if at else None
        return region or _with_region(tokens, Mention(_OWN, at, _past_market_word(tokens, named[0])))
    words = figure_words()
    if tokens[at].lower not in words.market_words:
        return None
    first = _phrase_start(tokens, at, before)
    phrase = tokens[first:at]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    content = [
        token
        for token in _outside_brackets(phrase)
        if token.kind == WORD
        and token.lower not in words.market_adjectives
        and token.lower not in words.market_sizes
        and token.lower != "of"
    ]
    if not content and following in words.market_nouns:
        return None
    if before and before[-1].last == first and before[-1].subject.kind is SubjectKind.REGION and not content:
        before[-1].last = at + 1
        return None
    if owner and owner.subject.kind is SubjectKind.SEGMENT and owner.last == first and not content:
        before.remove(owner)
        return _with_region(tokens, Mention(owner.subject, owner.first, at + 1))
    if (
        owner
        and owner.subject.kind is SubjectKind.SEGMENT
        and owner.last == first
        and _is_own([*tokens[owner.first : owner.last], *content], directory)
    ):
        before.remove(owner)
        return _with_region(tokens, Mention(_OWN, owner.first, at + 1))
    if owner and owner.subject.kind is SubjectKind.SEGMENT and owner.last == first and content:
        before.remove(owner)
        return _with_region(
            tokens, Mention(Subject(SubjectKind.OTHER_MARKET, _text(tokens[owner.first : at])), owner.first, at + 1)
        )
    if owner and owner.possessive and owner.subject.kind is SubjectKind.REGION and first - owner.last <= 2:
        return _owned_by_region(tokens, at, first, content, owner, before, directory)
    if (
        not content
        and owner
        and owner.possessive
        and owner.subject.kind is SubjectKind.COMPANY
        and first - owner.last <= 2
    ):
        return None
    if not content and following in words.market_sizes and _of_a_firm(tokens, first, before):
        return None
    subject = _meaning(tokens, first, at, content, directory)
    if subject and subject.kind is SubjectKind.OTHER_MARKET:
        if _cut_off(tokens, first, content, directory):
            return _with_region(tokens, Mention(_OWN, first, at + 1))
        wider = _own_from(tokens, first, at, directory)
        if wider < first:
            return _with_region(tokens, Mention(_OWN, wider, at + 1))
        if following in words.market_nouns or not _introduced(tokens, first, content):
            return None
    return _with_region(tokens, Mention(subject, first, at + 1)) if subject else None


def _cut_off(tokens: list[Token], first: int, content: list[Token], directory: Directory) -> bool:
    """Whether the phrase is the end of the market's name, which a sign or a number cuts short: "Children's Publishing", "1,4-Butanediol"."""
    if not first or (tokens[first - 1].kind == WORD and tokens[first - 1].lower != "s"):
        return False
    ending = _letters("".join(token.lower for token in content))
    return len(ending) > 4 and any(own.endswith(ending) for own in directory.letters)


def _own_from(tokens: list[Token], first: int, at: int, directory: Directory) -> int:
    """Where the market's own name begins if words before an "and" or a comma belong to it: "property and casualty insurance"."""
    if first < 2 or tokens[first - 1].lower not in {"and", "&", ",", "for", "of", "in"}:
        return first
    for start in range(first - 2, max(-1, first - 9), -1):
        joined = "".join(token.lower for token in tokens[start:at] if token.kind in (WORD, NUMBER))
        if _spelled_alike(joined, directory):
            return start
    return first


def _introduced(tokens: list[Token], first: int, content: list[Token]) -> bool:
    """Whether a phrase before "market" reads as a name: it has an article or a capital, or stands right behind an
    amount."""
    before = tokens[first - 1].lower if first else ""
    if tokens[first].lower in figure_words().market_adjectives or content[0].text[:1].isupper():
        return True
    return before in {"the", "a", "an", "this", "that", ""} or before in lexicon().scales


def _regional(tokens: list[Token], at: int, last: int) -> Mention | None:
    """ "the Chinese surgical robots market": the region's part of the page's market."""
    end = _past_market_word(tokens, last)
    adjective = figure_words().demonyms.get(tokens[at - 1].lower)
    if adjective is None or end == last or not tokens[at - 1].text[:1].isupper():
        return None
    return Mention(Subject(SubjectKind.REGION, adjective), at, end)


def _owned_by_region(
    tokens: list[Token],
    at: int,
    first: int,
    content: list[Token],
    owner: Mention,
    before: list[Mention],
    directory: Directory,
) -> Mention | None:
    """ "Europe's market" is Europe's part of the page's market; "Europe's robotics market" is a market of its own."""
    if not content or _is_own(content, directory):
        owner.last, owner.possessive = at + 1, False
        return None
    if tokens[at].lower != "market":
        owner.last, owner.possessive = at + 1, False
        return None
    before.remove(owner)
    return Mention(Subject(SubjectKind.OTHER_MARKET, _text(tokens[owner.first : at])), owner.first, at + 1)


def _of_a_firm(tokens: list[Token], first: int, before: list[Mention]) -> bool:
    """ "Alstom has a market size of …", "its market size": a firm's, not the market's."""
    owner = before[-1] if before else None
    if first and tokens[first - 1].lower in {"its", "their"}:
        return owner is not None and owner.subject.kind is SubjectKind.COMPANY
    named = any(mention.subject.kind is SubjectKind.COMPANY for mention in before)
    return (
        (named
        and tokens[max(0, first - 1)].lower in {"has", "have", "had"})
        or (named
        and tokens[first].lower in {"a", "an"})
    )


def _outside_brackets(phrase: list[Token]) -> list[Token]:
    kept, depth = [], 0
    for token in phrase:
        depth += {"(": 1, ")": -1}.get(token.lower, 0)
        if not depth and token.lower != ")":
            kept.append(token)
    return kept


def _phrase_start(tokens: list[Token], at: int, before: list[Mention]) -> int:
    """Where the noun phrase that ends in "market" at `at` begins."""
    words = figure_words()
    floor = before[-1].last if before else 0
    first = at
    depth = 0
    while first > floor and at - first < _LONGEST:
        token = tokens[first - 1]
        if token.lower == ")":
            depth += 1
        elif token.lower == "(":
            if not depth:
                break
            depth -= 1
        elif not depth and not _continues(tokens, first - 1, words.phrase_stops):
            break
        first -= 1
    return first


def _continues(tokens: list[Token], at: int, stops: frozenset[str]) -> bool:
    """Whether the token at `at` still belongs to a noun phrase to its right."""
    token = tokens[at]
    if token.lower in lexicon().scales:
        return False
    if token.kind == NUMBER:
        return (
            (at == 0 or tokens[at - 1].kind != CURRENCY)
            and at + 1 < len(tokens)
            and tokens[at + 1].lower not in {"%", ","}
            and len(token.lower) < 4
        )
    if token.kind != WORD:
        return token.lower in {"&", "-", "/", "+"}
    if token.lower in {"and", "of"}:
        return (
            at > 0
            and tokens[at - 1].text[:1].isupper()
            and tokens[at + 1].text[:1].isupper()
            and tokens[at - 1].lower not in stops
        )
    return token.lower not in stops


def _meaning(tokens: list[Token], first: int, at: int, content: list[Token], directory: Directory) -> Subject | None:
    if not content:
        return _OWN if directory.stems or directory.shorts else None
    start = tokens.index(content[0], first)
    place = place_names().at(tokens, start) if content[0].text[:1].isupper() else None
    if place and place[0] == at:
        return Subject(SubjectKind.REGION, _text(tokens[start:at]))
    adjective = figure_words().demonyms.get(content[0].lower) if content[0].text[:1].isupper() else None
    if adjective and (len(content) == 1 or _is_own(content[1:], directory)):
        return Subject(SubjectKind.REGION, adjective)
    segment = directory.segments.at(tokens, start)
    if segment and segment[0] == at:
        return segment[1]
    if _is_own(content, directory):
        return _OWN
    start -= bool(start > first and tokens[start - 1].lower == "global")
    name = _text(tokens[start:at])
    return Subject(SubjectKind.OTHER_MARKET, name) if len(name) > 2 else _OWN


def _is_own(content: list[Token], directory: Directory) -> bool:
    """Whether the words before "market" are the page's own market: its abbreviation, another spelling, or over half of its name."""
    words = [token.lower for token in content]
    if directory.shorts & {word.rstrip("s") for word in words} | (directory.shorts & set(words)):
        known = directory.stems | {stem(short) for short in directory.shorts}
        return len(words) <= 2 or _stems(words) <= known
    if _spelled_alike("".join(words), directory):
        return True
    stems = _likened(_expanded(content, directory), directory.stems)
    if stems in directory.conjuncts:
        return False
    extra = [word for word in words if stem(word) not in directory.stems]
    if len(extra) > 1 and "".join(word[0] for word in extra) in directory.stems | directory.shorts:
        stems = stems - _stems(extra) | {"".join(word[0] for word in extra)}
    shared = stems & directory.stems
    return len(shared) > 0.5 * len(directory.stems) and len(stems - directory.stems) <= max(0, len(shared) - 2)


def _spelled_alike(joined: str, directory: Directory) -> bool:
    """Whether the words run together are the market's name run together, give or take an ending or a slip of the pen."""
    letters = _letters(joined)
    return any(letters == own or SequenceMatcher(None, letters, own).ratio() >= ALIKE for own in directory.letters)


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum()).removesuffix("s")


def _expanded(content: list[Token], directory: Directory) -> set[str]:
    """The stems of the words, an abbreviation of words of the market's name ("EV" of Electric Vehicle) replaced by theirs."""
    found: set[str] = set()
    for token in content:
        spelled = directory.initials.get(token.lower) if token.text.isupper() else None
        found |= spelled or _stems([token.lower])
    return found


def _likened(stems: set[str], own: frozenset[str]) -> set[str]:
    """Stems with those that only a suffix or a slip of the pen keeps from being one of the market's own replaced by it
    ("chipset", "powder")."""
    found = set()
    for word in stems:
        like = (
            next((mine for mine in own if len(mine) > 3 and word.startswith(mine)), None)
            or (get_close_matches(word, own, 1, 0.85) or [None])[0]
        )
        found.add(word if word in own or like is None else like)
    return found


def _stems(words: list[str]) -> set[str]:
    generic = {"global", "market", "industry", "of", "and", "the"}
    return {stem(part) for word in words for part in word.replace("/", "-").split("-") if part and part not in generic}


def _text(tokens: list[Token]) -> str:
    out = tokens[0].text
    for before, token in zip(tokens, tokens[1:], strict=False):
        out += (" " if token.start > before.end else "") + token.text
    return out


def _past_own_words(tokens: list[Token], last: int, directory: Directory) -> int:
    """Past further words of the market's name: "EAM Software market" on a page on Enterprise Asset Management (EAM) Software."""
    at = last
    while at < len(tokens) and at - last < 4 and tokens[at].kind == WORD and stem(tokens[at].lower) in directory.stems:
        at += 1
    return at if at < len(tokens) and tokens[at].lower in figure_words().market_words else last


def _past_market_word(tokens: list[Token], last: int) -> int:
    """Past a closing "(CMO)" and the word "market" behind the market's name."""
    at = last
    if at + 2 < len(tokens) and tokens[at].lower == "(" and tokens[at + 2].lower == ")":
        at += 3
    return at + 1 if at < len(tokens) and tokens[at].lower in figure_words().market_words else last


def _with_region(tokens: list[Token], mention: Mention) -> Mention:
    """ "the Esports market in North America": the number is the region's share of it, not the whole market's."""
    at = mention.last
    if at + 1 < len(tokens) and tokens[at].lower in {*figure_words().market_sizes, "share"}:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower not in {"in", "across"}:
        return mention
    start = at + 2 if tokens[at + 1].lower == "the" else at + 1
    place = place_names().at(tokens, start) if start < len(tokens) and tokens[start].text[:1].isupper() else None
    if place is None:
        return mention
    region = _text(tokens[start : place[0]])
    if mention.subject.kind is SubjectKind.MARKET:
        return Mention(Subject(SubjectKind.REGION, region), mention.first, place[0])
    return Mention(Subject(mention.subject.kind, f"{mention.subject.name} in {region}"), mention.first, place[0])
