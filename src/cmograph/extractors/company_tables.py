"""Companies in tables: in a column headed "Company", or in the cell behind "Key players"."""

from __future__ import annotations

import re

from cmograph.claims.model import Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.company_lists import is_players, mended
from cmograph.extractors.company_words import is_topic
from cmograph.extractors.outline import Outline
from cmograph.mentions.lists import split_bulleted, split_list

_COLUMN = re.compile(
    r"(?i)(?:(?:key|top|leading|major) )?(?:compan(?:y|ies)|manufacturer|player|vendor|supplier|producer|firm|maker"
    r"|competitor|participant)(?: name)?s?$"
)
_BRANDS = re.compile(r"(?i)brands?(?: name)?s?$")
_RANKED = re.compile(r"(?i)share|revenue|sales|shipments|\bQ[1-4]\b|\b[1-4]Q")
"""In the head of a table by which its brands are firms."""

_RANK_HEAD = re.compile(r"(?i)(?:rank(?:ing)?|no|s\.? ?no|sr\.? ?no|#)\.?$")
_RANK = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_NAME = re.compile(r"[\"“‘'*]*(?:[^\W_a-z]|\d|[a-z]{1,4}[A-Z]|[a-z]+[.&]\w)")
_TOTALS = frozenset({"total", "grand total", "sum"})
_MOST_WORDS = 8


def tabled(outline: Outline) -> list[list[Name]]:
    """The names in each column and in each cell of companies, in the page's order."""
    document = outline.document
    rows = [block for block in document.blocks if block.kind is Kind.ROW and len(block.cells) > 1]
    found = _columns(document, rows)
    for block in rows:
        if len(block.cells) == 2 and is_players(document.text[slice(*block.cells[0])]):
            names = [Name(document.text[slice(*span)], span) for span in _cell(document, block.cells[1])]
            found.append([name for name in mended(document.text, names) if _is_company(name.text)])
    return found


def _is_company(name: str) -> bool:
    return _NAME.match(name) is not None and len(name.split()) <= _MOST_WORDS and not is_topic(name)


def _columns(document: Document, rows: list[Block]) -> list[list[Name]]:
    """The first column of tables whose first head is "Company"; the second where the first is a rank."""
    found: dict[int, list[Name]] = {}
    column: dict[int, int] = {}
    for block in rows:
        heads = [document.text[slice(*cell)].strip() for cell in block.cells[:2]]
        at = 1 if _RANK_HEAD.match(heads[0]) else 0
        if _COLUMN.match(heads[at]) or (
            _BRANDS.match(heads[at]) and _RANKED.search(document.text, block.start, block.end)
        ):
            found[block.group], column[block.group] = [], at
        elif block.group in found:
            name = _in_column(document.text, block.cells[column[block.group]])
            if _is_company(name.text) and name.text.lower() not in _TOTALS:
                found[block.group].append(name)
    return list(found.values())


def _in_column(text: str, cell: Span) -> Name:
    """What a cell names, without its rank: "1. Brightmere"."""
    rank = _RANK.match(text, *cell)
    start = rank.end() if rank else cell.start
    return Name(text[start : cell.end].strip(), Span(start, cell.end))


def _cell(document: Document, cell: Span) -> list[Span]:
    """The members of a cell; where bullets or semicolons part them, commas do not."""
    bulleted = split_bulleted(document.text, *cell)
    if bulleted:
        return bulleted
    text = document.text[slice(*cell)]
    if ";" not in text:
        return split_list(document.text, *cell, split_pairs=False)
    spans, start = [], cell.start
    for piece in text.split(";"):
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append(Span(start + lead, start + lead + len(piece.strip())))
        start += len(piece) + 1
    return spans
