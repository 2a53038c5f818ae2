"""Companies in tables: in a column under "Company", across the head of a table of vendors over years, or in the cell
behind "Key players"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cmograph.claims.model import Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.company.company_lists import begins_as_a_name, mended
from cmograph.extractors.outline import Outline
from cmograph.extractors.table_heads import is_about_vendors, measure, names_at, unranked
from cmograph.extractors.vocabulary.company_words import is_topic
from cmograph.extractors.vocabulary.wordlists import is_players
from cmograph.mentions.lists import split_bulleted, split_list

_COLUMN = re.compile(
    r"(?i)(?:(?:key|top|leading|major) )?(?:compan(?:y|ies)|manufacturer|player|vendor|supplier|producer|firm|maker"
    r"|competitor|participant)(?: name)?s?$"
)
_BRANDS = re.compile(r"(?i)(?:top )?(?:brand|provider|oem|foundry|foundrie|competitor)s?$")
_BEHIND = re.compile(r"\s*[(:]|\s[–—-]\s|\s\d")
_SHARES = re.compile(r"(?i)\bshares?\b|\b(?:19|20)\d\d\b|\b[1-4]Q\d\d\b")
_TIMES = re.compile(r"(?i)(?:years?|quarters?|periods?|time)?$")
_FIGURE = re.compile(r"[~<>+]?\s?\d[\d.,\s]*\+?(?:(?:to|[-–])\s?\d[\d.,]*)?")
_STROKED = re.compile(r"[a-z]{2,}/[a-z]{2,}")
"""A name that its owner writes in small letters with a stroke: "abc/one"."""

_TOTALS = frozenset({"total", "others", "other", "sub-total", "subtotal"})
_MOST_WORDS = 8


def tabled(outline: Outline) -> list[list[Name]]:
    """The names in each column, head and cell of companies."""
    document = outline.document
    rows = [block for block in document.blocks if block.kind is Kind.ROW and len(block.cells) > 1]
    if not rows:
        return []
    found = [*_in_columns(rows, document), *_in_cells(rows, document), *_across(document)]
    for block in rows:
        if len(block.cells) != 2 or _is_head(document, block):
            continue
        if is_players(document.text[slice(*block.cells[0])]):
            names = [Name(document.text[slice(*span)], span) for span in _cell(document, block.cells[1])]
            found.append([name for name in mended(document.text, names) if _is_company(name.text)])
    return found


def _is_company(name: str) -> bool:
    figure = "%" in name or _FIGURE.fullmatch(name) is not None
    begins = begins_as_a_name(name) or _STROKED.fullmatch(name) is not None
    return not figure and begins and len(name.split()) <= _MOST_WORDS and not is_topic(name)


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


def _in_columns(rows: list[Block], document: Document) -> list[list[Name]]:
    """The column of tables whose head is "Company": the first one, or the one behind a column of ranks."""
    found: dict[int, list[Name]] = {}
    columns: dict[int, int] = {}
    for block in rows:
        heads = [document.text[slice(*cell)].strip() for cell in block.cells]
        column = _company_column(heads)
        at = columns.get(block.group, 0)
        if column is not None:
            found[block.group] = []
            columns[block.group] = column
        elif block.group in found and at < len(heads):
            found[block.group] += _names(document, block, at, at + 1)
    return list(found.values())


def _in_cells(rows: list[Block], document: Document) -> list[list[Name]]:
    """The firms in the cells of a wider table's later column whose head speaks of players: "Segment | Size | Key
    players"."""
    found: dict[int, list[Name]] = {}
    columns: dict[int, int] = {}
    for block in rows:
        if block.group not in columns:
            heads = [document.text[slice(*cell)] for cell in block.cells]
            columns[block.group] = next((at for at in range(2, len(heads)) if is_players(heads[at])), 0)
        elif 0 < columns[block.group] < len(block.cells) and not _is_total(document, block):
            cell = block.cells[columns[block.group]]
            names = [name for span in _cell(document, cell) for name in _bare(document.text, span)]
            found.setdefault(block.group, []).extend(name for name in names if _is_company(name.text))
    return list(found.values())


def _is_total(document: Document, row: Block) -> bool:
    """Whether a row sums up those above it: "Total market"."""
    return document.text[slice(*row.cells[0])].lower().split()[:1] == ["total"]


def _bare(text: str, span: Span) -> Iterator[Name]:
    """A name without its rank, and without what stands behind it in brackets or behind a colon; a stroke parts two:
    "Acme / Brix"."""
    start, end = unranked(text, span)
    behind = _BEHIND.search(text, start, end)
    end = behind.start() if behind else end
    for part in text[start:end].split(" / "):
        yield Name(part.strip(), Span(start, start + len(part)))
        start += len(part) + len(" / ")


def _across(document: Document) -> list[list[Name]]:
    """The heads of tables whose rows are years or quarters, where the page speaks of vendors above them."""
    found = []
    for index, (head, row) in enumerate(pairwise(document.blocks)):
        before = document.blocks[index - 1] if index else None
        if head.kind is not Kind.ROW or row.group != head.group or len(head.cells) < 3 or len(row.cells) < 3:
            continue
        if before is not None and before.kind is Kind.ROW and before.group == head.group:
            continue
        label = measure(document.text[slice(*row.cells[0])])
        heads = [document.text[slice(*cell)].strip() for cell in head.cells]
        if not _TIMES.match(heads[0]) or not label.year or label.kind:
            continue
        if all(measure(name).says_nothing for name in heads[1:]) and is_about_vendors(document, index):
            found.append(_names(document, head, 1, len(head.cells)))
    return found


def _is_head(document: Document, row: Block) -> bool:
    """Whether a row of two cells is a table's head ("Vendor | 2Q25 share"), and no attribute with its value."""
    value = document.text[slice(*row.cells[1])]
    return "," not in value and _SHARES.search(value) is not None


def _company_column(heads: list[str]) -> int | None:
    """Which of a table's first heads, behind ranks, says that companies stand below; "Brand" only where shares or years
    follow."""
    at = names_at(heads)
    at = at if len(heads) > at + 1 else 0
    if _COLUMN.match(heads[at]):
        return at
    return at if _BRANDS.match(heads[at]) and any(_SHARES.search(head) for head in heads[at + 1 :]) else None


def _names(document: Document, row: Block, first: int, last: int) -> list[Name]:
    spans = [unranked(document.text, cell) for cell in row.cells[first:last]]
    names = [Name(document.text[slice(*span)], span) for span in spans]
    return [name for name in names if _is_company(name.text) and name.text.lower().split()[0] not in _TOTALS]
