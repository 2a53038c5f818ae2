"""Companies in prose: after "key players include …", as the subject of a sentence under a heading on players, or in
bold before a portrait."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Facts, Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.company_lists import is_heading_like, mended
from cmograph.extractors.company_names import Page, can_be_listed, is_name, is_proper, is_word_as_name, page_of
from cmograph.extractors.company_words import company_words
from cmograph.extractors.outline import Outline
from cmograph.extractors.wordlists import wordlists
from cmograph.mentions.capitals import run_at, run_list
from cmograph.mentions.forms import is_legal_form
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
    r"(?i)\b(?:(?:key|major|leading|top|prominent|notable|main|significant|dominant|largest|established|market)\s+"
    r"(?:\w+\s+){0,2}(?:players?|companies|manufacturers?|vendors?|suppliers?|competitors?|participants?|producers?"
    r"|providers?|firms|brands|names)\b|players analy[sz]ed|names that count|leading the (?:segment|market|field"
    r"|industry|pack)|compan(?:y|ies) (?:such as|like|profiled|include)|landscape (?:includes?|comprises)"
    r"|(?:players|manufacturers|vendors|suppliers|competitors|participants|producers|firms) (?:such as|like|including)"
    r"|report (?:\w+ )?profiles|(?:industry|market|global) leaders\b)"
)
_ENDS = ("About ", "ABOUT ", "Contact", "CONTACT", "Media Contact", "Related ", "RELATED ", "Disclaimer", "Our ")
_FORM_ACTS = re.compile(
    r" (?:Inc|Corp|Corporation|Ltd|Limited|LLC|plc|PLC|GmbH|AG|AB|SE|S\.A|N\.V|S\.p\.A)\b\.?"
    r"(?:[’']s|,? [a-z]+(?:s|d|as)) "
)
"""A legal form and what can be a verb behind it."""

_FORM_ENDS = re.compile(
    r" (?:Inc|Corp|Corporation|Ltd|Limited|LLC|plc|PLC|GmbH|AG|AB|SE|S\.A|N\.V)\.?(?: \([^()]*\))?,"
)
_FEWEST_OF_A_FORMAL_LIST, _LONGEST_REST = 4, 4


_LOOKS_BACK = ("These include", "They include", "Among them are", "Some of them are", "Examples include")
"""Sentences whose players the one before them names."""

_AFTER_LIST = re.compile(
    r" are (?:among|amongst|some|a few|a number|the|key|major|leading"
    r"|prominent|top|notable|significant)\b[^.;:]{0,80}?\b(?:players|companies|manufacturers|vendors|suppliers|competitors"
    r"|participants|producers|firms|leaders|providers)\b"
)

_RANKING = re.compile(
    r"(?i)\b(?:largest|biggest|top|leading|ranking|best)\b.{0,60}\b(?:players|companies|manufacturers|suppliers"
    r"|makers|vendors|producers|firms|brands)\b|\branking of\b"
)
_AFTER_COMMA = re.compile(r",\s+(?=[\"“*]*[A-Z0-9])")
_SUBSIDIARY = re.compile(r"\bsubsidiar(?:y|ies),? (?=[A-Z])")
_ENUMERATED = re.compile(r", (?!an?\b|the\b)[a-z-]+(?: [a-z-]+)?(?:, [a-z-]+(?: [a-z-]+)?)*,? (?:and|or) [a-z]")
"""Behind "Hospitals": "Hospitals, clinics and laboratories buy them"."""

_FEWEST_OF_A_PLAIN_LIST = 6
_SHORTEST = 25
"""A shorter block is no prose."""

_ONE_WORD = re.compile(r"([A-Z][a-z]+) (?!(?:and|of|by|du|de[lr]?|di|da|van|von|la|le|et)\b)[a-z]{2}")
"""A word with a capital that no list or name goes on from."""

_JOINING = frozenset({"and", "with"})
_NEXT_WORD = re.compile(r"\s*([\w’'-]+)")


def told(outline: Outline, facts: Facts) -> list[list[Name]]:
    """Names of companies in prose: one list for each enumeration, and one for each subject."""
    document = outline.document
    everywhere = bool(_RANKING.search(document.title))
    players = {heading for heading in set(outline.heading_of) if everywhere or _under_players(document, heading)}
    page = page_of(document, facts, subjects=bool(players))
    found: list[list[Name]] = []
    ended: int | None = None
    formal = _market_headings(outline) if _FORM_ENDS.search(document.text) or _FORM_ACTS.search(document.text) else ()
    for index, block in enumerate(document.blocks):
        if block.kind in (Kind.ROW, Kind.HEADING) or index in outline.contents:
            continue
        heading = outline.heading_of[index]
        inside = heading in players and heading != ended
        line = document.line(block)
        if block.kind is Kind.PARAGRAPH and _ends_section(line):
            ended, inside = heading, False
        if len(line) < _SHORTEST:
            continue
        if inside or _announces(line):
            found.extend(_of_block(page, block, inside=inside))
        if not inside and heading != ended and heading in formal:
            found.extend(_formal(page, block))
    return found


def _ends_section(line: str) -> bool:
    """Whether a plain line heads what is no longer about players: "About Brightmere Reports", "Contact Us"."""
    return line.startswith(_ENDS) and is_heading_like(line)


def _announces(line: str) -> bool:
    """Whether a line has a word that can announce a list of companies."""
    for noun in company_words().announcing:
        if noun in line:
            return True
    return False


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


def _of_block(page: Page, block: Block, *, inside: bool) -> Iterator[list[Name]]:
    """The names in a block, sentence by sentence; `inside` where its heading speaks of players."""
    text = page.document.text
    cue = company_words().cue
    bold = {span.start for span in block.bold}
    before = block.start
    for span in sentences(text, block.start, block.end):
        said = Span(before if text.startswith(_LOOKS_BACK, span.start) else span.start, span.end)
        before = span.start
        for enumerated in cue.finditer(text, *span) if _can_announce(text, said, inside=inside) else ():
            names = _enumeration(page, enumerated.end(), span.end)
            if names and (len(names) > 1 or inside):
                yield names
        if inside:
            yield from _lists(page, span)
            yield from _subjects(page, span, bold)
        elif " are " in text[slice(*span)]:
            yield from _announced_behind(page, span)


def _can_announce(text: str, span: Span, *, inside: bool) -> bool:
    """Whether a sentence can announce a list; outside a section on players, only one that speaks of them."""
    if not inside:
        return _announces(text[slice(*span)]) and _PLAYERS.search(text, *span) is not None
    sentence = text[slice(*span)].lower()
    for sign in company_words().signs:
        if sign in sentence:
            return True
    return False


def _announced_behind(page: Page, span: Span) -> Iterator[list[Name]]:
    """The names of a list that the sentence begins with: "A, B, and C are among the leading players"."""
    text = page.document.text
    said = _AFTER_LIST.search(text, *span) if text.find(",", *span) > 0 else None
    if said is not None:
        names = run_list(text, span.start, said.start())
        if len(names) > 1 and names[-1].span.end == said.start():
            yield _enumeration(page, span.start, said.start())


def _enumeration(page: Page, start: int, end: int) -> list[Name]:
    """The names of a list in a sentence, up to where it goes on in lower case."""
    words = company_words()
    text = page.document.text
    names = mended(text, run_list(text, start, end, words.common))
    inner = range(1, len(names) - 1) if len(names) >= _FEWEST_OF_A_PLAIN_LIST else range(0)
    return [
        name
        for index, name in enumerate(names)
        if can_be_listed(name.text) or (index in inner and is_word_as_name(name.text))
    ]


def _lists(page: Page, span: Span) -> Iterator[list[Name]]:
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


def _subjects(page: Page, span: Span, bold: set[int]) -> Iterator[list[Name]]:
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
    if "subsidiar" in text[slice(*span)]:
        for owned in _SUBSIDIARY.finditer(text, *span):
            yield [name for name in run_list(text, owned.end(), span.end)[:1] if is_name(name.text, page)]
    for place in dict.fromkeys(places):
        names = _subject_at(page, place, span.end, is_bold=place in bold)
        if names:
            yield names


def _subject_at(page: Page, start: int, end: int, *, is_bold: bool) -> list[Name]:
    text = page.document.text
    opening = _ONE_WORD.match(text, start, end)
    if opening and opening[1].lower() in company_words().starters:
        return []
    names = mended(text, run_list(text, start, end))
    if not names or not _acts(text, names[-1].span.end, end, is_bold):
        return []
    if len(names) == 1 and " " not in names[0].text and _ENUMERATED.match(text, names[0].span.end, end):
        return []
    names = [name for i, name in enumerate(names) if not _is_seat(names, i)]
    return [
        name
        for name in names
        if is_name(name.text, page) and (is_bold or len(names) > 1 or is_proper(page.lower, name))
    ]


def _is_seat(names: list[Name], i: int) -> bool:
    """Whether a name is the town of the company before it: "Bosch GmbH, Stuttgart, Germany"."""
    return (
        0 < i < len(names) - 1
        and is_place(names[i + 1].text)
        and is_legal_form(names[i - 1].text.rsplit(maxsplit=1)[-1])
    )


def _market_headings(outline: Outline) -> frozenset[int]:
    """The headings under which a firm can be one of the market: not "About Us" and the like."""
    stop, document = wordlists().stop_heading, outline.document
    headings = set(outline.heading_of)
    return frozenset(h for h in headings if h < 0 or not stop.search(document.line(document.blocks[h])))


def _formal(page: Page, block: Block) -> Iterator[list[Name]]:
    """The companies that their legal form tells, under any heading."""
    line = page.document.line(block)
    if _FORM_ACTS.search(line):
        yield from _formal_subjects(page, block)
    elif line.count(",") >= _FEWEST_OF_A_FORMAL_LIST and len(_FORM_ENDS.findall(line)) > 1:
        yield from _formal_list(page, block)


def _formal_list(page: Page, block: Block) -> Iterator[list[Name]]:
    """The members of a line that is nothing but a list of names, most of them with a legal form."""
    names = _enumeration(page, block.start, block.end)
    forms = sum(is_legal_form(name.text.partition(" (")[0].rpartition(" ")[2]) for name in names)
    if len(names) >= _FEWEST_OF_A_FORMAL_LIST and forms >= 0.5 * len(names):
        rest = page.document.text[names[-1].span.end : block.end]
        if len(rest.split()) <= _LONGEST_REST:
            yield names


def _formal_subjects(page: Page, block: Block) -> Iterator[list[Name]]:
    """Sentences' subjects that have a legal form: companies under any heading."""
    text = page.document.text
    for span in sentences(text, block.start, block.end):
        lead = _LEAD_IN.match(text, *span)
        for place in [span.start, *([lead.end()] if lead else [])]:
            run = run_at(text, place, span.end)
            if run is None or not is_legal_form(text[slice(*run)].rsplit(maxsplit=1)[-1]):
                continue
            name = Name(text[slice(*run)], run)
            if " " in name.text and _acts(text, run.end, span.end, is_bold=False) and is_name(name.text, page):
                yield [name]


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
