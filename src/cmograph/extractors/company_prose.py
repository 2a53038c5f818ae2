"""Companies in prose: after "key players include …", as the subject of a sentence under a heading on players, or in
bold before a portrait."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cmograph.claims.model import Facts, Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.currencies import currency_of
from cmograph.entities.places import is_place
from cmograph.extractors.company_lists import mended
from cmograph.extractors.company_words import company_words
from cmograph.extractors.outline import Outline
from cmograph.extractors.wordlists import has_any, wordlists
from cmograph.mentions.capitals import run_at, run_list
from cmograph.mentions.forms import is_legal_form, is_only_a_form
from cmograph.mentions.sentences import sentences

_LEAD_IN = re.compile(
    r"(?:[A-Z][a-z]+(?:\s[a-z0-9-]+){0,9}(?:\s[A-Z0-9][\w-]*)?,\s+"  # "In the year 2022, "
    r"|(?:While|Although|Similarly|Additionally|Meanwhile)\s+)"
    r"(?=[\"“*]*[A-Z0-9])"
)
_CLAUSE = re.compile(r"(?:;(?:\s+(?:and|but))?|,\s+(?:and|but)|w(?<!\w.)(?:hile|hereas|ith))\s+(?=[A-Z0-9])")
_LISTED = r"(?:[\w&.-]|[’'](?!s\b))*(?:\s[A-Z](?:[\w&.-]|[’'](?!s\b))*){0,4}(?:\s\([^()]{1,30}\))?,"
_SECOND_MEMBER = re.compile(rf",\s[A-Z0-9]{_LISTED}")
_LIST = re.compile(rf"[A-Z0-9](?<![,&] .)(?<![\w&.’'-].){_LISTED}\s[A-Z0-9]{_LISTED}")
_PLAYERS = re.compile(
    r"(?i)\b(?:key|major|leading|top|prominent|notable|main|significant|dominant|largest|established"
    r"|market)\s+(?:\w+\s+){0,2}(?:players?|companies|manufacturers?|vendors?|suppliers?|competitors?|participants?"
    r"|producers?|providers?|firms|brands|names)\b|players analy[sz]ed|names that count|leading the (?:segment"
    r"|market|field|industry|pack)|compan(?:y|ies) (?:such as|like|profiled|include)"
)

_RANKING = re.compile(
    r"(?i)\b(?:largest|biggest|top|leading|ranking|best)\b.{0,60}\b(?:players|companies|manufacturers|suppliers"
    r"|makers|vendors|producers|firms|brands)\b|\branking of\b"
)
_AFTER_COMMA = re.compile(r",\s+(?=[\"“*]*[A-Z0-9])")
_LOWER = re.compile(r"[ (]([a-z]{2,})")
_PARENTHESISED = re.compile(r"\s*\([^()]*\)?")
_FEWEST_OF_A_PLAIN_LIST = 6
_ADVERB = re.compile(r"[A-Z][a-z-]+(?:ly|wise)")
_NO_LETTERS = re.compile(r"[\W_]+")
_NO_COMPANY = re.compile(r"\b(?:market|markets|region|regions|cagr|segment)s?$")
_SHORTEST = 25
"""A shorter block is no prose."""

_ONE_WORD = re.compile(r"([A-Z][a-z]+) (?!(?:and|of|by|du|de[lr]?|di|da|van|von|la|le|et)\b)[a-z]{2}")
"""A word with a capital that no list or name goes on from."""

_JOINING = frozenset({"and", "with"})
_NEXT_WORD = re.compile(r"\s*([\w’'-]+)")


@dataclass(frozen=True, slots=True)
class _Page:
    """What tells names from other words on a page: the market's own names (`stops`, and their letters run together),
    and the words that the text has in lower case."""

    document: Document
    stops: frozenset[str]
    letters: tuple[str, ...]
    lower: frozenset[str]


def told(outline: Outline, facts: Facts) -> list[list[Name]]:
    """Names of companies in prose: one list for each enumeration, and one for each subject."""
    document = outline.document
    everywhere = bool(_RANKING.search(document.title))
    players = {heading for heading in set(outline.heading_of) if everywhere or _under_players(document, heading)}
    page = _page(document, facts, subjects=bool(players))
    found: list[list[Name]] = []
    for index, block in enumerate(document.blocks):
        if block.kind in (Kind.ROW, Kind.HEADING) or index in outline.contents or block.end - block.start < _SHORTEST:
            continue
        inside = outline.heading_of[index] in players
        if inside or _announces(document.line(block)):
            found.extend(_of_block(page, block, inside=inside))
    return found


def _announces(line: str) -> bool:
    """Whether a line has a word that can announce a list of companies."""
    return has_any(line, company_words().announcing)


def _page(document: Document, facts: Facts, *, subjects: bool) -> _Page:
    """`subjects`: whether any sentence is looked at for its subject; only these need the words in lower case."""
    names = [facts.market.name.text, *facts.market.aliases] if facts.market else []
    stops = frozenset(name.lower() for name in names)
    lower = frozenset(_LOWER.findall(document.text)) if subjects else frozenset()
    return _Page(document, stops, tuple(_letters(stop) for stop in stops if len(stop) > 3), lower)


def _under_players(document: Document, heading: int) -> bool:
    if heading < 0:
        return False
    block = document.blocks[heading]
    if document.title_span and block.start <= document.title_span.start < block.end:
        return False
    line = document.line(block)
    words = wordlists()
    return (
        bool(words.players_strict.search(line))
        and not words.players_not.search(line)
        and not words.stop_heading.search(line)
    )


def _of_block(page: _Page, block: Block, *, inside: bool) -> Iterator[list[Name]]:
    """The names in a block, sentence by sentence; `inside` where its heading speaks of players."""
    text = page.document.text
    cue = company_words().cue
    bold = {span.start for span in block.bold}
    for span in sentences(text, block.start, block.end):
        for enumerated in cue.finditer(text, *span) if _can_announce(text, span, inside=inside) else ():
            names = _enumeration(page, enumerated.end(), span.end)
            if names and (len(names) > 1 or inside):
                yield names
        if inside:
            yield from _lists(page, span)
            yield from _subjects(page, span, bold)


def _can_announce(text: str, span: Span, *, inside: bool) -> bool:
    """Whether a sentence can announce a list; outside a section on players, only one that speaks of them."""
    if not inside:
        return _announces(text[slice(*span)]) and _PLAYERS.search(text, *span) is not None
    return has_any(text[slice(*span)].lower(), company_words().signs)


def _enumeration(page: _Page, start: int, end: int) -> list[Name]:
    """The names of a list in a sentence, up to where it goes on in lower case."""
    words = company_words()
    text = page.document.text
    names = mended(text, run_list(text, start, end, words.common))
    inner = range(1, len(names) - 1) if len(names) >= _FEWEST_OF_A_PLAIN_LIST else range(0)
    return [
        name
        for index, name in enumerate(names)
        if _can_be_listed(name.text) or (index in inner and _is_word_as_name(name.text))
    ]


def _is_word_as_name(name: str) -> bool:
    """Whether a common word amid a list can be a name: "Total", "SEE"."""
    return name.isalpha() and len(name) > 1 and not is_place(name) and name.lower() not in company_words().never


def _lists(page: _Page, span: Span) -> Iterator[list[Name]]:
    """Three or more names in a row, without a word that announces them."""
    text = page.document.text
    if text.count(",", *span) < 2 or not _SECOND_MEMBER.search(text, *span):
        return
    for match in _LIST.finditer(text, *span):
        before = text[span.start : match.start()].split()[-1:]
        if before and before[0][:1].isupper() and not before[0].endswith(("'s", "’s")):
            continue
        names = _enumeration(page, match.start(), span.end)
        if len(names) >= 3:
            yield names


def _subjects(page: _Page, span: Span, bold: set[int]) -> Iterator[list[Name]]:
    """Names at the places where a sentence's subject stands: its beginning, after an opening phrase, after "while"."""
    text = page.document.text
    places = [span.start]
    lead = _LEAD_IN.match(text, *span)
    if lead:
        places.append(lead.end())
    places += [match.end() for match in _CLAUSE.finditer(text, *span)]
    places += [
        match.end() for match in _AFTER_COMMA.finditer(text, *span) if _verb_follows(text, match.end(), span.end)
    ]
    for place in dict.fromkeys(places):
        names = _subject_at(page, place, span.end, is_bold=place in bold)
        if names:
            yield names


def _subject_at(page: _Page, start: int, end: int, *, is_bold: bool) -> list[Name]:
    text = page.document.text
    opening = _ONE_WORD.match(text, start, end)
    if opening and opening[1].lower() in company_words().starters:
        return []
    names = mended(text, run_list(text, start, end))
    if not names or not _acts(text, names[-1].span.end, end, is_bold):
        return []
    names = [name for i, name in enumerate(names) if not _is_seat(names, i)]
    return [
        name for name in names if _is_name(name.text, page) and (is_bold or len(names) > 1 or _proper(page.lower, name))
    ]


def _is_seat(names: list[Name], i: int) -> bool:
    """Whether a name is the town of the company before it: "Bosch GmbH, Stuttgart, Germany"."""
    return (
        0 < i < len(names) - 1
        and is_place(names[i + 1].text)
        and is_legal_form(names[i - 1].text.rsplit(maxsplit=1)[-1])
    )


def _verb_follows(text: str, at: int, end: int) -> bool:
    """Whether a run of capitals without a comma stands at `at` and a verb behind it."""
    run = run_at(text, at, end)
    word = _NEXT_WORD.match(text, run.end, end) if run else None
    if run is None or word is None or "," in text[slice(*run)]:
        return False
    return word[1].lower() in company_words().verbs and word[1].lower() not in _JOINING


def _acts(text: str, at: int, end: int, is_bold: bool) -> bool:
    """Whether what follows a name makes it the subject: a verb, an apposition, a possessive."""
    if at >= end:
        return False
    following = text[at : at + 2]
    if following in ("'s", "’s", "' ", "’ ", ", ", ": ") or following.strip(" *") in ("'", "’", ","):
        return True
    word = _NEXT_WORD.match(text, at, end)
    return word is not None and (is_bold or word[1].lower() in company_words().verbs)


def _proper(lower: frozenset[str], name: Name) -> bool:
    """Whether a capitalised run is a proper name: the text does not use its words in lower case (`lower` holds those
    that it does)."""
    words = [word.strip("().,") for word in name.text.split()]
    if sum(1 for word in words if word[:1].isupper() or word[:1].isdigit()) > 1:
        return any(word.lower() not in lower for word in words)
    word = words[0]
    return not any(word.lower() + ending in lower for ending in ("", "s", "ing", "ed")) or not word[1:].islower()


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _is_name(name: str, page: _Page) -> bool:
    """Whether a run of capitals that stands by itself can be a company's name: it begins with no general word, nor is
    it the market's own name."""
    plain = _plain(name)
    if not _can_be_a_name(name, plain) or plain in page.stops:
        return False
    first = plain.split(maxsplit=1)[0]
    capitals = len(first) > 1 and " " in name and name.split(maxsplit=1)[0].isupper()
    if first in company_words().starters and not capitals:
        return False
    letters = _letters(plain)
    return not any(stop.startswith(letters) for stop in page.letters) and not any(
        plain.startswith(stop) for stop in page.stops if len(stop) > 3
    )


def _can_be_listed(name: str) -> bool:
    """Whether a run of capitals in a list of companies can be a name: a general word may begin it, if more follow."""
    plain = _plain(name)
    return _can_be_a_name(name, plain) and (" " in plain or plain not in company_words().starters)


def _can_be_a_name(name: str, plain: str) -> bool:
    """Whether a run of capitals is no general word, place, adverb, currency or legal form."""
    if not plain or plain in company_words().starters or is_place(name):
        return False
    if _ADVERB.fullmatch(name) or currency_of(plain) or is_only_a_form(name):
        return False
    return not _NO_COMPANY.search(plain)


def _plain(name: str) -> str:
    """A name in lower case without what stands in parentheses."""
    return _PARENTHESISED.sub("", name).lower().strip(" .,*")
