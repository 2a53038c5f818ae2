"""Companies in prose: after "key players include …", as the subject of a sentence under a heading on players, or in
bold before a portrait."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Facts, Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.currencies import currency_of
from cmograph.entities.places import is_place
from cmograph.extractors.company_lists import mended
from cmograph.extractors.company_words import company_words
from cmograph.extractors.outline import Outline
from cmograph.extractors.wordlists import wordlists
from cmograph.mentions.capitals import run_at, run_list
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.sentences import sentences

_LEAD_IN = re.compile(
    r"(?:[A-Z][a-z]+(?:\s[a-z0-9-]+){0,9}(?:\s[A-Z0-9][\w-]*)?,\s+|(?:While|Although|Similarly|Additionally|Meanwhile)\s+)(?=[\"“*]*[A-Z0-9])"
)
_CLAUSE = re.compile(r"(?:[,;]\s+(?:while|whereas|and|but|with)\s+|;\s+|\bwhile\s+|\bwhereas\s+|\bwith\s+)(?=[A-Z0-9])")
_LISTED = r"[A-Z0-9](?:[\w&.-]|[’'](?!s\b))*(?:\s[A-Z](?:[\w&.-]|[’'](?!s\b))*){0,4}(?:\s\([^()]{1,30}\))?,"
_LIST = re.compile(rf"(?<![,&] )(?<![\w&.’'-]){_LISTED}\s{_LISTED}")
_PLAYERS = re.compile(
    r"(?i)\b(?:key|major|leading|top|prominent|notable|main|significant|dominant|largest|established"
    r"|market)\s+(?:\w+\s+){0,2}(?:players?|companies|manufacturers?|vendors?|suppliers?|competitors?|participants?"
    r"|producers?|providers?|firms|brands|names)\b|players analy[sz]ed|names that count|leading the (?:segment"
    r"|market|field|industry|pack)|compan(?:y|ies) (?:such as|like|profiled|include)"
)
_NOUNS = (
    "layers",
    "ompanies",
    "anufacturers",
    "endors",
    "uppliers",
    "ompetitors",
    "roducers",
    "roviders",
    "articipants",
    "irms",
    "eaders",
    "eading the",
    "ed by",
    "rands",
    "rganizations",
    "rganisations",
    "akers",
    "ames that",
)
"""A block without any of these announces no list of companies."""

_RANKING = re.compile(
    r"(?i)\b(?:largest|biggest|top|leading|ranking|best)\b.{0,60}\b(?:players|companies|manufacturers|suppliers"
    r"|makers|vendors|producers|firms|brands)\b|\branking of\b"
)
_AFTER_COMMA = re.compile(r",\s+(?=[\"“*]*[A-Z0-9])")
_LOWER = re.compile(r"[ (]([a-z]{2,})")
_PARENTHESISED = re.compile(r"\s*\([^()]*\)?")
_ADVERB = re.compile(r"[A-Z][a-z-]+(?:ly|wise)")
_NEXT_WORD = re.compile(r"\s*([\w’'-]+)")


def told(outline: Outline, facts: Facts) -> list[list[Name]]:
    """Names of companies in prose: one list for each enumeration, and one for each subject."""
    document = outline.document
    everywhere = bool(_RANKING.search(document.title))
    found: list[list[Name]] = []
    stops = _stop_words(facts)
    lower = frozenset(_LOWER.findall(document.text))
    players = {heading: everywhere or _under_players(document, heading) for heading in set(outline.heading_of)}
    for index, block in enumerate(document.blocks):
        if block.kind in (Kind.ROW, Kind.HEADING) or index in outline.contents or block.end - block.start < 25:
            continue
        inside = players[outline.heading_of[index]]
        if not inside and not _announces(document.line(block)):
            continue
        found.extend(_of_block(document, block, inside, stops, lower))
    return found


def _announces(line: str) -> bool:
    return any(noun in line for noun in _NOUNS)


def _stop_words(facts: Facts) -> frozenset[str]:
    """Words of the market's own name: they open sentences with a capital and are no company."""
    names = [facts.market.name.text, *facts.market.aliases] if facts.market else []
    return frozenset(name.lower() for name in names)


def _under_players(document: Document, heading: int) -> bool:
    if heading < 0:
        return False
    line = document.line(document.blocks[heading])
    words = wordlists()
    return (
        bool(words.players_strict.search(line))
        and not words.players_not.search(line)
        and not words.stop_heading.search(line)
    )


def _of_block(
    document: Document, block: Block, inside: bool, stops: frozenset[str], lower: frozenset[str]
) -> Iterator[list[Name]]:
    text = document.text
    cue = company_words().cue
    bold = {span.start for span in block.bold}
    for span in sentences(text, block.start, block.end):
        spoken = inside or _speaks_of_players(text, span)
        for enumerated in cue.finditer(text, *span) if spoken else ():
            names = _enumeration(text, enumerated.end(), span.end)
            if names and (len(names) > 1 or inside):
                yield names
        if inside:
            yield from _lists(text, span)
            yield from _subjects(document, span, bold, stops, lower)


def _speaks_of_players(text: str, span: Span) -> bool:
    return _PLAYERS.search(text, *span) is not None


def _enumeration(text: str, start: int, end: int) -> list[Name]:
    """The names of a list in a sentence, up to where it goes on in lower case."""
    return [name for name in mended(run_list(text, start, end)) if _is_name(name.text, frozenset(), listed=True)]


def _lists(text: str, span: Span) -> Iterator[list[Name]]:
    """Three or more names in a row, without a word that announces them."""
    for match in _LIST.finditer(text, *span):
        before = text[span.start : match.start()].split()[-1:]
        if before and before[0][:1].isupper() and not before[0].endswith(("'s", "’s")):
            continue
        names = _enumeration(text, match.start(), span.end)
        if len(names) >= 3:
            yield names


def _subjects(
    document: Document, span: Span, bold: set[int], stops: frozenset[str], lower: frozenset[str]
) -> Iterator[list[Name]]:
    """Names at the places where a sentence's subject stands: its beginning, after an opening phrase, after "while"."""
    text = document.text
    places = [span.start]
    lead = _LEAD_IN.match(text, *span)
    if lead:
        places.append(lead.end())
    places += [match.end() for match in _CLAUSE.finditer(text, *span)]
    places += [
        match.end() for match in _AFTER_COMMA.finditer(text, *span) if _verb_follows(text, match.end(), span.end)
    ]
    for place in dict.fromkeys(places):
        names = _subject_at(document, place, span.end, place in bold, stops, lower)
        if names:
            yield names


def _subject_at(
    document: Document, start: int, end: int, is_bold: bool, stops: frozenset[str], lower: frozenset[str]
) -> list[Name]:
    text = document.text
    names = mended(run_list(text, start, end))
    if not names or not _acts(text, names[-1].span.end, end, is_bold):
        return []
    names = [
        name
        for i, name in enumerate(names)
        if not (
            i and i + 1 < len(names) and is_place(names[i + 1].text) and is_legal_form(names[i - 1].text.split()[-1])
        )
    ]
    return [
        name for name in names if _is_name(name.text, stops) and (is_bold or len(names) > 1 or _proper(lower, name))
    ]


def _verb_follows(text: str, at: int, end: int) -> bool:
    run = run_at(text, at, end)
    word = _NEXT_WORD.match(text, run.end, end) if run and run.start == at else None
    return (
        bool(word)
        and word[1].lower() in company_words().verbs - {"and", "with"}
        and "," not in text[slice(*run or (0, 0))]
    )


def _acts(text: str, at: int, end: int, is_bold: bool) -> bool:
    """Whether what follows a name makes it the subject: a verb, an apposition, a possessive."""
    if at >= end:
        return False
    following = text[at : at + 2]
    if following in ("'s", "’s", "' ", "’ ", ", ", ": ") or following.strip(" *") in ("'", "’", ","):
        return True
    word = _NEXT_WORD.match(text, at, end)
    return bool(word) and (word[1].lower() in company_words().verbs or is_bold)


def _proper(lower: frozenset[str], name: Name) -> bool:
    """Whether a capitalised run is a proper name: the text does not use its words in lower case (`lower` holds those
    that it does)."""
    words = [word.strip("().,") for word in name.text.split()]
    if sum(1 for word in words if word[:1].isupper() or word[:1].isdigit()) > 1:
        return any(word.lower() not in lower for word in words)
    word = words[0]
    return not any(word.lower() + ending in lower for ending in ("", "s", "ing", "ed")) or not word[1:].islower()


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _is_name(name: str, stops: frozenset[str], *, listed: bool = False) -> bool:
    """Whether a run of capitals can be a company's name; `listed` where it stands in a list of them."""
    words = company_words()
    plain = _PARENTHESISED.sub("", name).lower().strip(" .,*")
    first = plain.split()[0] if plain.split() else ""
    if not plain or plain in words.starters or plain in stops or is_place(name):
        return False
    if _ADVERB.fullmatch(name) or currency_of(plain) or is_legal_form(name):
        return False
    if (
        first in words.starters
        and not (listed and len(plain.split()) > 1)
        and not (name.split(maxsplit=1)[0].isupper() and len(name.split()) > 1 and len(first) > 1)
    ):
        return False
    letters = _letters(plain)
    if any(plain.startswith(stop) or _letters(stop).startswith(letters) for stop in stops if len(stop) > 3):
        return False
    return not re.search(r"\b(?:market|markets|region|regions|cagr|segment)s?$", plain)
