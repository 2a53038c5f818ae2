"""A page whose tables are read: the cells of a row, whose a row is, and what percentages come to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cmograph.claims.model import Subject, SubjectKind
from cmograph.document import Block, Document, Span
from cmograph.extractors.figures.names.directory import Directory
from cmograph.extractors.figures.names.finder import find_groups
from cmograph.extractors.figures.names.places_meant import is_place_of_code
from cmograph.extractors.figures.scene.topic import Topic
from cmograph.extractors.figures.tables.table_cells import NUMBER, value_of
from cmograph.extractors.table_heads import is_year, measure
from cmograph.mentions.tokens import tokenize

TOTAL = re.compile(r"(?i)(?:sub-?|grand )?total\b|sum\b|average\b")
CLAIMED = frozenset({"market_share", "revenue", "market_size"})
_ALL = re.compile(r"(?i)(?:(?:grand )?total|global|world(?:wide)?|overall)?")
_PERIOD = re.compile(
    r"(?:[HQ][1-4]\s*)?\(?20\d\d\s?(?:[-–—]|to)\s?20\d\d\)?"
    r"|(?:[HQ][1-4]|[1-4][HQ]|(?:[Ff]irst|[Ss]econd) [Hh]alf)(?:,?(?: of)?[\s'’-]*\(?(?:FY\s?)?(?:20)?\d\d\)?)?"
)
_WHOLE = range(97, 104)
"""What percentages come to that share out a whole; they are rounded."""


@dataclass(frozen=True, slots=True)
class TablePage:
    """A page, the names that it knows, and whether it has a market."""

    document: Document
    directory: Directory
    has_market: bool


def texts_of(document: Document, row: Block) -> list[str]:
    """The text of each cell of a row."""
    return [document.text[slice(*cell)] for cell in row.cells]


def percentages_in(document: Document, cells: Iterable[Span]) -> list[float]:
    """The numbers of those cells that are a percentage and nothing else."""
    numbers = [NUMBER.match(document.text, *cell) for cell in cells]
    return [float(value_of(number["number"])) for number in numbers if number and number["percent"]]


def are_a_whole(percentages: list[float]) -> bool:
    """Whether percentages come to a whole."""
    return round(sum(percentages)) in _WHOLE


def subject_of(page: TablePage, label: Span) -> Subject | None:
    """Whose row it is: the one name in its label; the market where the label is a measure, a total, a year or a
    period."""
    text = page.document.text
    name = text[slice(*label)].strip()
    tokens = tokenize(text, *label)
    groups = find_groups(text, tokens, [token.lower for token in tokens], page.directory, Topic)
    members = [member for group in groups for member in group.members if member.subject.kind is not SubjectKind.MARKET]
    if len(members) == 1:
        return members[0].subject
    general = not members and (
        bool(groups) or is_year(name) or bool(measure(name).kind) or _ALL.fullmatch(name) or _PERIOD.fullmatch(name)
    )
    return Subject(SubjectKind.MARKET, "market") if general and page.has_market else None


def with_market_for_its_place(page: TablePage, subject: Subject) -> Subject:
    """A subject, but the market for the place whose market the page is on: sums in a row of that place are the
    whole."""
    code = page.directory.place
    whole = code and is_place_of_code(subject, code)
    return Subject(SubjectKind.MARKET, "market") if whole else subject
