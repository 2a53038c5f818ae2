"""Companies whose sales or share a line states with no verb before it: "Acme net sales $5 billion in 2023", "Brix
blades revenue hit $2 billion", "Corvo Group market share: 12%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cmograph.claims.model import Name
from cmograph.document import Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.company.company_figures import is_firm, is_of_parts, looks_like_a_firm
from cmograph.extractors.company.company_names import Page, market_words
from cmograph.extractors.company.company_sums import A_SUM
from cmograph.extractors.company.issuer import speaks_of_results
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.firm_words import firm_words
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.mentions.capitals import run_at

_OPENED = re.compile(r"[^\W\d_a-z]|\d+[A-Z]|[a-z]{1,3}[A-Z]")
_NO_VERB = r"(?!(?:ha[sd]|and|or|of|in|for|to|with|by|is|was|saw|made)\b)"
_TOLD = re.compile(
    rf"(?:\s\([^()]{{1,40}}\))?(?P<of>(?:\s{_NO_VERB}[a-z][a-z-]*){{0,3}}?)"
    r"\s(?:(?:[Nn]et|annual|total|global|full-year)\s)?"
    r"(?:sales|revenues?|turnover|(?P<unit>division|segment|business|unit|arm)|(?:market )?share)\b"
)
"""What stands between a name and what is told of it: "Acme (Brix) coatings division"."""

_TO_THE_SUM = re.compile(r"(?:\s?[:=–—-]|,|\s[a-z][a-z-]*|\s(?:FY\s?)?(?:19|20)\d\d){0,7}?\s[(+~≈]*[\d.,]*")
_SUM_FIRST = re.compile(r"(?:\s\([^()]{1,40}\))?(?::|(?:\s[a-z]+){0,2}?)\s(?=[A-Z$€£¥₹₩\d])")
_SALES_BEHIND = re.compile(r"[\d.,]*\s?(?:[a-z]+\s){1,4}?(?:sales|revenues?|turnover)\b")
"""What stands between a name and its sum, and behind that: "Acme: $5 billion in revenue"."""

_FISCAL = ("FY", "CY")
_LEAST_CAPITALS, _NEAR = 6, 6
_FARTHEST = 150
"""So many characters hold a name and "sales" behind it."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A name that begins the line of a block: whether it looks like a firm's, and whether words stand between it and
    "sales"."""

    block: int
    name: Name
    certain: bool
    described: bool


def selling(page: Page, outline: Outline, lines: tuple[Span, ...]) -> Iterator[list[Name]]:
    """The firms that begin some lines with amounts; a name that could be a good's too is one beside certain ones, and
    between them where its sales are said to be those of something: "Acme blades revenue"."""
    found = [line for line in _lines(page, lines) if not is_of_parts(outline.section(line.block))]
    if found and speaks_of_results(page.document.title):
        return
    for at, line in enumerate(found):
        beside = (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])
        certain = sum(other.certain and abs(other.block - line.block) <= _NEAR for other in beside)
        if line.certain or certain > line.described:
            yield [line.name]


def _lines(page: Page, lines: tuple[Span, ...]) -> Iterator[_Line]:
    """The lines that begin with what can be a firm's name and tell of its sales."""
    document = page.document
    signs = signs_of(document.text)
    for line in lines:
        head = document.text[line.start : min(line.end, line.start + _FARTHEST)]
        if not _OPENED.match(head) or not signs.any_in("sales_of_names", line.start, line.start + len(head)):
            continue
        run = run_at(document.text, *line)
        told = _TOLD.match(document.text, run.end, line.end) if run else None
        if run is None or not _states(document.text, run.end, told, line.end):
            continue
        block = document.index_at(line.start)
        of_unit = told is not None and told["unit"] is not None
        name = _without_part(page, Name(document.text[slice(*run)], run), of_unit=of_unit)
        if document.blocks[block].kind in (Kind.PARAGRAPH, Kind.ITEM) and is_firm(page, name):
            yield _Line(block, name, _is_certain(page, name), bool(told and told["of"]))


def _states(text: str, name_end: int, told: re.Match[str] | None, end: int) -> bool:
    """Whether a sum stands behind what is told of a name, or one with "sales" behind it right behind the name."""
    if told is None:
        lead = _SUM_FIRST.match(text, name_end, end)
        figure = A_SUM.match(text, lead.end(), end) if lead else None
        return figure is not None and _SALES_BEHIND.match(text, figure.end(), end) is not None
    figures = A_SUM.finditer(text, told.end(), end)
    figure = next((found for found in figures if not text.startswith(_FISCAL, found.start())), None)
    return figure is not None and _TO_THE_SUM.fullmatch(text, told.end(), figure.start()) is not None


def _without_part(page: Page, name: Name, *, of_unit: bool) -> Name:
    """The name of a firm without the place or, where a part of it is spoken of, the trade at its end: "Acme Norway
    sales", "Acme Coatings division"."""
    firm, _, last = name.text.rpartition(" ")
    if not firm or not (is_place(last) or (of_unit and last.lower().removesuffix("s") in market_words(page))):
        return name
    return Name(firm, Span(name.span.start, name.span.start + len(firm)))


def _is_certain(page: Page, name: Name) -> bool:
    """Whether a name can hardly be that of goods: "EV" and "SaaS" can."""
    first, _, rest = name.text.partition(" ")
    short = not rest and len(first) < _LEAST_CAPITALS and not first[1:].islower()
    return not short and first.lower() not in firm_words().of_goods and looks_like_a_firm(page, name)
