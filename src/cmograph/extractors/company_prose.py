"""Companies in prose: after "key players include …", as the subject of a sentence under a heading on players, or in bold before a portrait."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Facts, Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.company_words import company_words
from cmograph.extractors.outline import Outline
from cmograph.extractors.wordlists import wordlists
from cmograph.mentions.capitals import parentheses_after, run_at
from cmograph.mentions.lists import split_list
from cmograph.mentions.sentences import sentences

_LEAD_IN = re.compile(r"(?:[A-Z][a-z]+(?:\s[a-z0-9-]+){0,9}(?:\s[A-Z0-9][\w-]*)?,\s+|(?:While|Although|Similarly|Additionally|Meanwhile)\s+)(?=[\"“*]*[A-Z0-9])")
_CLAUSE = re.compile(r"(?:[,;]\s+(?:while|whereas|and|but|with)\s+|;\s+|\bwhile\s+|\bwhereas\s+|\bwith\s+)(?=[A-Z0-9])")
_NEXT_WORD = re.compile(r"\s*([\w’'-]+)")
_PLACEHOLDER = re.compile(r"^(?:Company\s*)?[A-Z0-9]$|^Company [A-Z0-9]+$|^XYZ|^ABC\b")


def told(outline: Outline, facts: Facts) -> list[list[Name]]:
    """Names of companies in prose: one list for each enumeration, and one for each subject."""
    document = outline.document
    everywhere = bool(wordlists().players.search(document.title))
    found: list[list[Name]] = []
    stops = _stop_words(facts)
    for index, block in enumerate(document.blocks):
        if block.kind is Kind.ROW or index in outline.contents or block.end - block.start < 25:
            continue
        inside = everywhere or _under_players(document, outline.heading_of[index])
        found.extend(_of_block(document, block, inside, stops))
    return found


def _stop_words(facts: Facts) -> frozenset[str]:
    """Words of the market's own name: they open sentences with a capital and are no company."""
    names = [facts.market.name.text, *facts.market.aliases] if facts.market else []
    return frozenset(name.lower() for name in names)


def _under_players(document: Document, heading: int) -> bool:
    if heading < 0:
        return False
    line = document.line(document.blocks[heading])
    words = wordlists()
    return bool(words.players.search(line)) and not words.players_not.search(line) and not words.stop_heading.search(line)


def _of_block(document: Document, block: Block, inside: bool, stops: frozenset[str]) -> Iterator[list[Name]]:
    text = document.text
    cue = company_words().cue
    bold = {span.start for span in block.bold}
    for span in sentences(text, block.start, block.end):
        enumerated = cue.search(text, *span) if cue.search(text, *span) else None
        if enumerated and (inside or _speaks_of_players(text, span)):
            names = _enumeration(text, enumerated.end(), span.end)
            if names and (len(names) > 1 or inside):
                yield names
        if inside and block.kind is not Kind.HEADING:
            yield from _subjects(document, span, bold, stops)


def _speaks_of_players(text: str, span: Span) -> bool:
    return bool(re.search(r"(?i)\b(?:key|major|leading|top|prominent|notable|main|significant|dominant|largest|established|market)\s+(?:\w+\s+){0,2}(?:players?|companies|manufacturers?|vendors?|suppliers?|competitors?|participants?|producers?|providers?|firms|brands|names)\b|players analy[sz]ed|names that count|compan(?:y|ies) (?:such as|like|profiled|include)", text[slice(*span)]))


def _enumeration(text: str, start: int, end: int) -> list[Name]:
    """The names of a list in a sentence, up to where it goes on in lower case."""
    names: list[Name] = []
    for part in split_list(text, start, end):
        begin = part.start + (1 if text[part.start] in "\"“*" else 0)
        run = run_at(text, begin, part.end)
        if run is None or run.start != begin:
            if names:
                break
            return []
        name = Name(text[slice(*run)], run)
        after = parentheses_after(text, run.end, part.end)
        if after:
            name = Name(f"{name.text} ({after[0]})", Span(run.start, after[1]))
        tail = text[name.span.end : part.end].strip(" *\"”.")
        if _is_name(name.text, frozenset()):
            names.append(name)
        if tail and not tail.startswith(("(", "’s", "'s")) and tail[0].islower() and tail.split()[0] not in {"and", "or"}:
            break
    return names


def _subjects(document: Document, span: Span, bold: set[int], stops: frozenset[str]) -> Iterator[list[Name]]:
    """Names at the places where a sentence's subject stands: its beginning, after an opening phrase, after "while"."""
    text = document.text
    places = [span.start]
    lead = _LEAD_IN.match(text, *span)
    if lead:
        places.append(lead.end())
    places += [match.end() for match in _CLAUSE.finditer(text, *span)]
    for place in dict.fromkeys(places):
        names = _subject_at(document, place, span.end, place in bold, stops)
        if names:
            yield names


def _subject_at(document: Document, start: int, end: int, is_bold: bool, stops: frozenset[str]) -> list[Name]:
    text = document.text
    names: list[Name] = []
    at = start + (1 if text[start : start + 1] in "\"“*" else 0)
    while True:
        run = run_at(text, at, end)
        if run is None or run.start != at:
            break
        name = Name(text[slice(*run)], run)
        after = parentheses_after(text, run.end, end)
        stop = after[1] if after else run.end
        if after and not after[0][0].isdigit():
            name = Name(f"{name.text} ({after[0]})", Span(run.start, stop))
        names.append(name)
        joint = re.compile(r"\s*,\s+(?:and\s+)?(?=[A-Z0-9])|\s+and\s+(?=[A-Z0-9])").match(text, stop, end)
        if joint is None:
            break
        at = joint.end()
    if not names or not _acts(text, names[-1].span.end, end, is_bold):
        return []
    return [name for name in names if _is_name(name.text, stops) and (is_bold or len(names) > 1 or _proper(document, name))]


def _acts(text: str, at: int, end: int, is_bold: bool) -> bool:
    """Whether what follows a name makes it the subject: a verb, an apposition, a possessive."""
    if at >= end:
        return False
    following = text[at : at + 2]
    if following in ("'s", "’s", "' ", "’ ", ", ", ": ", " –", " -") or following.strip(" *") in ("'", "’", ","):
        return True
    word = _NEXT_WORD.match(text, at, end)
    return bool(word) and (word[1].lower() in company_words().verbs or is_bold)


def _proper(document: Document, name: Name) -> bool:
    """Whether a lone capitalised word is a proper name: the text never uses it in lower case."""
    words = name.text.split()
    if len(words) > 1 and sum(1 for word in words if word[:1].isupper() or word[:1].isdigit()) > 1:
        lower = [word for word in words if f" {word.lower()} " in document.text]
        return len(lower) < len(words)
    word = words[0].strip("().,")
    return not re.search(rf"(?<![\w-]){re.escape(word.lower())}(?:s|ing|ed)?(?![\w-])", document.text) or (word != word.lower() and not word[1:].islower())


def _is_name(name: str, stops: frozenset[str]) -> bool:
    words = company_words()
    plain = name.lower().strip(" .,*")
    first = plain.split()[0] if plain.split() else ""
    if not plain or plain in words.starters or plain in stops or is_place(name) or _PLACEHOLDER.match(name):
        return False
    if first in words.starters and not (name.split()[0].isupper() and len(name.split()) > 1 and len(first) > 1):
        return False
    if any(plain.startswith(stop) for stop in stops if len(stop) > 3):
        return False
    return not re.search(r"\b(?:market|markets|region|regions|cagr|segment)s?$", plain)
