"""Companies as the subjects of sentences in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Block, Span
from cmograph.entities.places import is_place
from cmograph.extractors.company.company_lists import mended
from cmograph.extractors.company.company_names import Page, is_name, is_proper
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.mentions.capitals import run_at, run_list
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.sentences import sentences

_YEAR = r"(?:\s\d{1,2},)?\s(?:19|20)\d\d"
LEAD_IN = re.compile(
    rf"(?:[A-Z][a-z]+(?:\s[a-z0-9-]++(?!\w)){{0,9}}+(?:\s[A-Z0-9][\w-]*(?:{_YEAR})?)?,\s+"
    rf"(?:(?:in|on|during|as of)(?:\s[a-z-]+){{0,3}}(?:\s[A-Z][a-z]+)?{_YEAR},\s+)?"
    r"|(?:While|Although|Similarly|Additionally|Meanwhile)\s+)"
    r"(?=[\"“*]*[A-Z0-9])"
)
"""What stands before a subject: "In the year 2022, ", "For instance, in March 2020, ", "Meanwhile, "."""

_CLAUSE = re.compile(r"(?:;(?:\s+(?:and|but))?|,\s+(?:and|but)|w(?<!\w.)(?:hile|hereas|ith))\s+(?=[A-Z0-9])")
_AFTER_COMMA = re.compile(r",\s+(?=[\"“*]*[A-Z0-9])")
_SUBSIDIARY = re.compile(r"\bsubsidiar(?:y|ies),? (?=[A-Z])")
_ENUMERATED = re.compile(r", (?!an?\b|the\b)[a-z-]+(?: [a-z-]+)?(?:, [a-z-]+(?: [a-z-]+)?)*,? (?:and|or) [a-z]")
"""Behind "Hospitals": "Hospitals, clinics and laboratories buy them"."""

_ONE_WORD = re.compile(r"([A-Z][a-z]+) (?!(?:and|of|by|du|de[lr]?|di|da|van|von|la|le|et)\b)[a-z]{2}")
"""A word with a capital that no list or name goes on from."""

_OF_ITS_PARTS = re.compile(
    r", (?:the \w+ of |one of |by far the \w+ of )?its (?:[a-z-]+ ){0,2}(?:divisions?|segments?|units?|businesses)\b"
)
"""Behind what is a part of a firm: "Blades, the smallest of its three divisions, …"."""

_MADE_BY = re.compile(r", (?:an?|the) (?:[\w&.’'-]+ ){0,5}(?:product|drug|medicine|therapy|vaccine)[,.;]")
_REACH = 30  # characters that "with" and a word before it fit into
_JOINING = frozenset({"and", "with"})
_SEAT = re.compile(r" of [A-Z][\w-]+(?: [A-Z][\w-]+)?")
_NEXT_WORD = re.compile(r"\s*([\w’'-]+)")


def subjects(page: Page, span: Span, bold: set[int]) -> Iterator[list[Name]]:
    """Names at the places where a sentence's subject stands: its beginning, after an opening phrase, after "while"."""
    text = page.document.text
    places = [span.start]
    lead = LEAD_IN.match(text, *span)
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


def formal_subjects(page: Page, block: Block) -> Iterator[list[Name]]:
    """Sentences' subjects that have a legal form: companies under any heading."""
    text = page.document.text
    for span in sentences(text, block.start, block.end):
        lead = LEAD_IN.match(text, *span)
        for place in [span.start, *([lead.end()] if lead else [])]:
            run = run_at(text, place, span.end)
            if run is None or not is_legal_form(text[slice(*run)].rsplit(maxsplit=1)[-1]):
                continue
            name = Name(text[slice(*run)], run)
            is_subject = acts(text, run.end, span.end, is_bold=False) or _makes_news(text, run.end, span.end)
            if " " in name.text and is_subject and is_name(name.text, page):
                yield [name]


def _subject_at(page: Page, start: int, end: int, *, is_bold: bool) -> list[Name]:
    text = page.document.text
    opening = _ONE_WORD.match(text, start, end)
    if opening and opening[1].lower() in company_words().starters:
        return []
    names = mended(text, run_list(text, start, end))
    if not names or not acts(text, names[-1].span.end, end, is_bold) or _is_thing(text, start, names[-1].span.end):
        return []
    if len(names) == 1 and " " not in names[0].text and _ENUMERATED.match(text, names[0].span.end, end):
        return []
    if _OF_ITS_PARTS.match(text, names[-1].span.end, end):
        return []
    names = [name for i, name in enumerate(names) if not _is_seat(names, i)]
    return [
        name
        for name in names
        if is_name(name.text, page) and (is_bold or len(names) > 1 or is_proper(page.lower, name))
    ]


def _is_thing(text: str, start: int, end: int) -> bool:
    """Whether a name is what somebody has, and a comma ends it: "blades with EdgeKeep Steel, …" or "EdgeKeep, an Acme
    product, …"; a merger is with firms."""
    if _MADE_BY.match(text, end):
        return True
    if not text.endswith(" with ", 0, start) or not text.startswith(", ", end):
        return False
    return text[max(0, start - _REACH) : start - len(" with ")].rpartition(" ")[2] not in company_words().partnering


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


def _makes_news(text: str, at: int, end: int) -> bool:
    word = _NEXT_WORD.match(text, at, end)
    return word is not None and word[1] in company_words().news_verbs


def acts(text: str, at: int, end: int, is_bold: bool) -> bool:
    """Whether what follows a name makes it the subject: a verb, an apposition, a possessive."""
    seat = _SEAT.match(text, at, end) if text.startswith(". of ", at - 1) else None
    at = seat.end() if seat else at
    if at >= end:
        return False
    following = text[at : at + 2]
    if following in ("'s", "’s", "' ", "’ ", ", ", ": ") or following.strip(" *") in ("'", "’", ","):
        return True
    word = _NEXT_WORD.match(text, at, end)
    return word is not None and (is_bold or word[1].lower() in company_words().verbs)
