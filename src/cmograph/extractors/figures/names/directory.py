"""The page's directory: every name that a number on the page could belong to, ready to be found among tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from cmograph.claims.model import CompanyName, Facts, Subject, SubjectKind
from cmograph.entities import places
from cmograph.entities.companies import fold
from cmograph.extractors.figures.names.abbreviations import is_in_capitals
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.extractors.vocabulary.wordlists import wordlists
from cmograph.mentions.names import NameIndex
from cmograph.mentions.tokens import Token, token_words, written

_PARTS = re.compile(r"[^\w&]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_CLOSING_BRACKET = re.compile(r"\([^()]*\)\s*$|\([A-Z]{2,}s?\)")
_CLOSING_SHORT = re.compile(r"\s+\([A-Z][A-Za-z0-9&-]{1,9}s?\)$")
_IN_BRACKETS = re.compile(r"\(([^()\s]+)\)")
_SPACED_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NO_LETTERS = re.compile(r"[\W_]+")
_SIDES = re.compile(r"\s+(?:&|and)\s+")
_ENDING = re.compile(r"(?:ies|ing|ions?|ers?|ures?|es|s|ed|e|y)$")
_BRACKETED_SHORT = re.compile(r"\(([A-Z][A-Za-z&.-]{1,11})\)")
_JOINTS = frozenset({"and", "of", "the", "for", "in", "&"})
_WORLD = "001"
_LONGEST_PLACE = 3


@dataclass(frozen=True, slots=True)
class Directory:
    """Names of companies and segments, and the words that make up the market's own name (as stems).

    `conjuncts` holds the stems of each side of an "and" in that name: "Sports Betting" is narrower than "Esports &
    Sports Betting". `heads` holds the words with which a name of this page can begin, `letters` its market's
    spellings run together, `initials` the stems that abbreviations of its words stand for, `words` the words of the
    market's name but for abbreviations in brackets and a bracket that ends it, and `core` the stems of those that
    name no place at its head. `general` holds the segments, by their names in lower case, that are too general to be
    found in sentences ("Services"). `place` is the code of the place whose market alone the page is about ("Japan
    Battery Recycling"), "" for none, `product` what is traded there; `issuer` the company whose results the page
    reports.
    """

    companies: NameIndex[Subject]
    segments: NameIndex[Subject]
    market: NameIndex[Subject]
    stems: frozenset[str]
    shorts: frozenset[str]
    conjuncts: frozenset[frozenset[str]]
    heads: frozenset[str]
    letters: frozenset[str]
    initials: dict[str, set[str]]
    words: tuple[str, ...]
    core: frozenset[str]
    general: dict[str, Subject]
    place: str
    product: str
    issuer: Subject | None = None


def directory_of(facts: Facts, issuer: CompanyName | None = None) -> Directory:
    """The directory of a page; `issuer` is the company whose results it reports."""
    segments = [
        (segment.name.text, Subject(SubjectKind.SEGMENT, segment.name.text))
        for group in facts.segments
        for segment in group.segments
    ]
    market = facts.market
    own = Subject(SubjectKind.MARKET, "market")
    names = [market.name.text, *market.aliases] if market else []
    words = tuple(_words(_CLOSING_BRACKET.sub("", names[0]))) if names else ()
    place, product = _place_of(names[0]) if names else ("", "")
    companies = _company_index((issuer, *facts.companies) if issuer else facts.companies, names)
    general = {name.lower(): subject for name, subject in segments if name.lower() in wordlists().no_segments}
    telling = [(name, subject) for name, subject in segments if name.lower() not in general] if general else segments
    listed = NameIndex([*telling, *_without_abbreviations(telling)])
    own_names = NameIndex([(name, own) for name in names if len(name) > 2])
    return Directory(
        companies=companies,
        segments=listed,
        market=own_names,
        letters=frozenset(_run_together(name) for name in names if len(name) > 4),
        initials=_initials(names[0]) if names else {},
        words=words,
        core=frozenset(
            stem(word) for word in _words(_BRACKETS.sub("", product)) if word not in wordlists().plain_words
        ),
        general=general,
        heads=companies.heads | listed.heads | own_names.heads,
        stems=frozenset(stem(word) for name in names for word in _words(name) if word not in wordlists().plain_words),
        shorts=frozenset(
            name.lower()
            for name in (*names, *_IN_BRACKETS.findall(names[0] if names else ""))
            if name.isupper() or is_in_capitals(name)
        ),
        conjuncts=_conjuncts(names),
        place=place,
        product=product,
        issuer=Subject(SubjectKind.COMPANY, issuer.name.text) if issuer else None,
    )


def _without_abbreviations(segments: list[tuple[str, Subject]]) -> list[tuple[str, Subject]]:
    """Segments by their names without the abbreviation that ends them: "Low-Density Polyethylene (LDPE)"."""
    bare = ((_CLOSING_SHORT.sub("", name), subject) for name, subject in segments if name.endswith(")"))
    known = {name.lower() for name, _ in segments}
    return [(name, subject) for name, subject in bare if name != subject.name and name.lower() not in known]


def _place_of(name: str) -> tuple[str, str]:
    """The code of the place with which a market's name begins, or in which it says to be ("" where there is none), and
    the name without it."""
    words = name.split()
    within = name.rfind(" in ")
    place = places.resolve(name[within + 4 :].removeprefix("the ")) if within > 0 else None
    if place:
        return place.code, name[:within]
    land = figure_words().demonyms.get(words[0].lower()) if len(words) > 1 else None
    place = places.resolve(land) if land else None
    if place:
        return place.code, " ".join(words[1:])
    for width in range(min(_LONGEST_PLACE, len(words) - 1), 0, -1):
        place = places.resolve(" ".join(words[:width]))
        if place:
            return place.code, " ".join(words[width:])
    return "", name


def _run_together(name: str) -> str:
    return _NO_LETTERS.sub("", _BRACKETS.sub("", name).lower()).removesuffix("s")


def _initials(name: str) -> dict[str, set[str]]:
    """What the first letters of consecutive words of a name stand for: "ev" in "Electric Vehicle Charger"."""
    words = [word for word in _words(_BRACKETS.sub("", name)) if word not in _JOINTS]
    found: dict[str, set[str]] = {}
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + 5) + 1):
            found["".join(word[0] for word in words[start:end])] = {
                stem(word) for word in words[start:end]
            } - wordlists().plain_words
    return found


def _conjuncts(names: list[str]) -> frozenset[frozenset[str]]:
    sides = [_SIDES.split(_BRACKETS.sub("", name)) for name in names]
    return frozenset(
        frozenset(stem(word) for word in _words(side) if word not in wordlists().plain_words)
        for pair in sides
        if len(pair) > 1
        for side in pair
    )


@cache
def place_names() -> NameIndex[Subject]:
    """All known places, by every name that they have; what is true worldwide is true of the market."""
    listed = (place for place in places.by_code().values() if place.code != _WORLD)
    return NameIndex(
        (name, Subject(SubjectKind.REGION, name))
        for place in listed
        for written in (place.label, *place.names)
        for name in _dotted(written)
    )


def place_at(tokens: list[Token], first: int, last: int) -> str:
    """The place at tokens[first:last] as the page writes it, without a closing "region"."""
    closed = last - first > 1 and tokens[last - 1].lower in {"region", "regions", "countries"}
    return written(tokens[first : last - closed])


def _dotted(name: str) -> list[str]:
    """A name, and for an abbreviation its forms with full stops: "US", "U.S.", "U.S"."""
    if not (name.isupper() and name.isalpha() and len(name) < 4):
        return [name]
    return [name, ".".join(name) + ".", ".".join(name)]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without the endings in which spellings of one market differ: "manufacture", "manufacturing" →
    "manufact"."""
    plain = _ENDING.sub("", word)
    return plain if len(plain) > 3 else word


def _words(name: str) -> list[str]:
    return [part for word in token_words(name) for part in _PARTS.split(word) if part]


def _company_index(companies: tuple[CompanyName, ...], market: list[str]) -> NameIndex[Subject]:
    """The companies by their names; what the market is called too is the market's: "LED Lighting" of "LED Lighting,
    Inc."."""
    taken = {name.lower() for name in market}
    return NameIndex([(name, subject) for name, subject in _company_names(companies) if name.lower() not in taken])


def _company_names(companies: tuple[CompanyName, ...]) -> list[tuple[str, Subject]]:
    """Each company's spellings, its name without legal forms, and its first word where that tells it from the
    others."""
    found: dict[str, Subject] = {}
    firsts: dict[str, list[Subject]] = {}
    for company in companies:
        full = company.name.text
        subject = Subject(SubjectKind.COMPANY, full)
        bare = _SPACED_BRACKETS.sub("", full) if "(" in full else full
        inside = _BRACKETED_SHORT.search(full) if "(" in full else None
        for name in (full, *company.names, bare, _without_form(bare), inside[1] if inside else ""):
            if name:
                found.setdefault(name, subject)
        words = bare.split()
        if (
            len(words) > 1
            and len(words[0]) > 3
            and words[0].lower() not in company_words().starters
            and not places.is_place(words[0])
        ):
            firsts.setdefault(words[0].rstrip(","), []).append(subject)
    for first, subjects in firsts.items():
        if len(subjects) == 1 and first not in found:
            found[first] = subjects[0]
    return list(found.items())


def _without_form(name: str) -> str:
    """The words of a name that make up its key: "Volution Group Plc." → "Volution", "The Air-Mark Company" →
    "Air-Mark"."""
    left = len(fold(name).split())
    words = name.replace(",", " ").split()
    words = words[words[:1] == ["The"] :]
    for at, word in enumerate(words[:-1] if left else [], start=1):
        left -= 1 + word.count("-")
        if left <= 0:
            return " ".join(words[:at])
    return name


def starts_like_a_name(token: Token) -> bool:
    """Whether a token can begin a proper name: it has a capital or a digit."""
    return token.text[:1].isupper() or token.text[:1].isdigit() or token.text != token.lower
