"""Lists behind a label that says what their numbers measure: "Shares: Europe 29%, Asia 24%", "Revenue in 2023: Acme
Corp. $2 million, Brix Ltd. $1 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from cmograph.claims.model import Claim, Facts, Subject, SubjectKind
from cmograph.document import Block, Document, Span
from cmograph.entities.companies import fold
from cmograph.entities.currencies import codes
from cmograph.entities.places import is_place
from cmograph.extractors.company.company_lists import begins_as_a_name
from cmograph.extractors.figures.tables.table_cells import cell_claim
from cmograph.extractors.labelled import told_by_label
from cmograph.extractors.outline import Outline
from cmograph.extractors.table_heads import NONE, measure
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.extractors.vocabulary.figure_words import kind_words
from cmograph.mentions.capitals import lower_words
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.labels import Labelled
from cmograph.mentions.lists import split_list

_REST = re.compile(r"(?i)(?:all )?others?|(?:the )?rest")
_FEWEST, _LONGEST_LINE = 2, 600


def labelled_lists(outline: Outline, facts: Facts, lines: list[int]) -> tuple[list[Claim], set[int]]:
    """What such lists claim, and the indexes of their lines, which are among `lines`, those with amounts."""
    document = outline.document
    claims: list[Claim] = []
    read: set[int] = set()
    for index in lines:
        block = document.blocks[index]
        told = told_by_label(document, index) if block.end - block.start <= _LONGEST_LINE else None
        found = _claims(document, block, told, facts) if told and told.tells == "figures" else []
        claims += found
        read.update([index] if found else ())
    return claims, read


def _claims(document: Document, block: Block, told: Labelled, facts: Facts) -> list[Claim]:
    """What one line claims: nothing where a member is no name with a number, or names nobody knows whom."""
    text = document.text
    measured = measure(text[slice(*told.label)])
    members = list(_members(text, told.value))
    if len(members) < _FEWEST or not all(members) or measured.kind in ("", NONE):
        return []
    entries = [member for member in members if member]
    owners = _owners([entry["name"].strip() for entry in entries], facts)
    firms = any(owner.kind is SubjectKind.COMPANY for owner in owners)
    found = [
        cell_claim(document, block, Span(*entry.span("number")), replace(measured, year=year), owner, firms=firms)
        for entry, owner in zip(entries, owners, strict=False)
        for year in [int(entry["year"]) if entry["year"] else measured.year]
    ]
    claims = [claim for claim in found if claim]
    return claims if len(claims) == len(entries) else []


def _members(text: str, value: Span) -> Iterator[re.Match[str] | None]:
    """The members of a list, each a name with a number or None."""
    for part in split_list(text, *value):
        closed = part.end + (text[part.end : part.end + 1] == ")")
        yield _member().fullmatch(text, part.start, closed)


@cache
def _member() -> re.Pattern[str]:
    """A name, a number and perhaps its year: "Acme Corp. $2 million", "Europe: about 29% (2024)", "Asia (24%)"."""
    hedges = "|".join(map(re.escape, sorted(kind_words().hedges)))
    return re.compile(
        r"(?P<name>[^\W_][^%$€£¥₹₩]{0,60}?)(?:\s?[:–—(]|\s-|,?\s(?:at|with))?\s?"
        rf"(?P<number>(?:(?i:{hedges})\s|[~≈+-])?(?:(?:{'|'.join(codes())})\s|[A-Z]{{0,3}}[$€£¥₹₩]\s?)?\d[\d.,]*"
        r"\s?(?:%|percent|per cent|[A-Za-z]{1,8}(?:\s[A-Z]{3})?)?)"
        r"\)?(?:\s?\(?(?:in\s)?(?P<year>(?:19|20)\d\d)\)?)?\.?"
    )


def _owners(names: list[str], facts: Facts) -> list[Subject]:
    """Who or what each of a list's names is; none where one is unknown and nothing tells that it is a firm, or where
    firms stand among parts of the market."""
    known = [_known(name, facts) for name in names]
    kinds = {subject.kind for subject in known if subject} - {SubjectKind.GROUP}
    firms = kinds == {SubjectKind.COMPANY} or (not kinds and any(map(_has_form, names)))
    owners = [
        subject or (Subject(SubjectKind.COMPANY, name) if firms and _is_name(name) else None)
        for name, subject in zip(names, known, strict=True)
    ]
    found = [owner for owner in owners if owner]
    return found if len(found) == len(names) else []


def _has_form(name: str) -> bool:
    return is_legal_form(name.rpartition(" ")[2])


def _is_name(name: str) -> bool:
    """Whether what stands before a number reads as a name and as no sentence."""
    return begins_as_a_name(name) and company_words().common.isdisjoint(lower_words(name))


def _known(name: str, facts: Facts) -> Subject | None:
    """A place, what the page names as a segment or a company, or the rest."""
    if _REST.fullmatch(name):
        return Subject(SubjectKind.GROUP, name)
    if is_place(name):
        return Subject(SubjectKind.REGION, name)
    for group in facts.segments:
        for segment in group.segments:
            if segment.name.text.lower() == name.lower():
                return Subject(SubjectKind.SEGMENT, segment.name.text)
    key = fold(name)
    for company in facts.companies:
        if any(fold(form) == key for form in (company.name.text, *company.names)):
            return Subject(SubjectKind.COMPANY, company.name.text)
    return None
