"""Tables without heads, whose cells have their units with them: "Fabric softeners | EUR 398 million | -0.6%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Claim, Subject, SubjectKind
from cmograph.document import Document, Kind
from cmograph.extractors.figures.tables.table_cells import cell_claim
from cmograph.extractors.figures.tables.table_page import TOTAL, TablePage, subject_of, texts_of
from cmograph.extractors.table_heads import Measure, caption_of, is_about_vendors, measure
from cmograph.mentions.amounts import amounts
from cmograph.mentions.periods import Time, times
from cmograph.mentions.tokens import Token, tokenize

_CHANGE = re.compile(r"\s*[-+−–±]\s?\d[\d.,]*\s?(?:%|percent|per cent)\s*")
_LEAST = 1_000_000
_LONGEST_NOTE = 200
_AGAINST = frozenset({"on", "vs", "versus", "against", "over", "from", "with", "to"})


def of_unheaded(page: TablePage, rows: list[int]) -> Iterator[Claim]:
    """The claims of a table whose rows are all a name, a sum in millions and its change since the year before."""
    document = page.document
    blocks = [document.blocks[index] for index in rows]
    texts = [texts_of(document, block) for block in blocks]
    if len({len(row) for row in texts}) > 1 or not all(_is_named_sum(row) for row in texts):
        return
    kind = SubjectKind.COMPANY if is_about_vendors(document, rows[0]) else SubjectKind.SEGMENT
    year, base = _years(document, rows)
    size, growth = Measure("market_size", year=year), Measure("growth_rate", period=(base or year, year))
    for block, row in zip(blocks, texts, strict=True):
        known = subject_of(page, block.cells[0])
        subject = Subject(kind, row[0].strip()) if known is None and not TOTAL.match(row[0]) else known
        for cell, text in zip(block.cells[1:], row[1:], strict=True):
            found = growth if _CHANGE.fullmatch(text) else size
            claim = subject and cell_claim(document, block, cell, found, subject)
            if claim:
                yield claim


def _is_named_sum(row: list[str]) -> bool:
    """Whether a row is a name and what it sold, with the change of that."""
    if len(row) < 3 or measure(row[0]).kind not in ("", "market_size") or amounts(tokenize(row[0])):
        return False
    sums = [text for text in row[1:] if not _CHANGE.fullmatch(text)]
    found = [amounts(tokenize(text)) for text in sums]
    large = all(len(each) == 1 and each[0].is_money and each[0].high >= _LEAST for each in found)
    return bool(sums) and large and len(sums) < len(row) - 1 and any(letter.isalpha() for letter in row[0])


def _years(document: Document, rows: list[int]) -> tuple[int | None, int | None]:
    """The year that a table is for, and the one that its changes are counted from, as the lines before it or a note
    behind it say."""
    year = caption_of(document, rows[0]).year
    after = document.blocks[rows[-1] + 1 : rows[-1] + 2]
    if not after or after[0].kind is not Kind.PARAGRAPH or after[0].end - after[0].start > _LONGEST_NOTE:
        return year, None
    tokens = tokenize(document.text, after[0].start, after[0].end)
    single = [time for time in times(tokens) if not time.period and time.end]
    told = next((time.end for time in single if not _is_base(tokens, time)), None)
    base = next((time.end for time in single if _is_base(tokens, time)), None)
    return year or told, base


def _is_base(tokens: list[Token], time: Time) -> bool:
    """Whether a change is counted from a year: "change on 2023", "+/- vs 2023"."""
    return time.first > 0 and tokens[time.first - 1].lower in _AGAINST
