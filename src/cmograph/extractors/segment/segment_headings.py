"""Segments that are headings: under one such as "By Component" a heading for each segment, over text of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from cmograph.claims.model import Name, SegmentName
from cmograph.document import BOLD_LEVEL, Block, Document, Kind, Span
from cmograph.extractors.outline import Outline
from cmograph.extractors.segment.dimensions import bare_dimension, stated_dimension
from cmograph.extractors.segment.segment_names import is_sentence
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.extractors.vocabulary.figure_words import head_words

_NAME = re.compile(r"(?:\d{1,2}[.)]\s+)?(?P<name>[A-Z0-9][^?!:;%$€£|]{1,58}?)(?:\s+[Ss]egment)?\s*:?$")
_WORD = re.compile(r"[a-z]+")
_FEWEST, _MOST, _MOST_WORDS, _LONGEST = 2, 15, 6, 60


def headed(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups whose members are headings."""
    document = outline.document
    blocks = document.blocks
    headings = [at for at, block in enumerate(blocks) if block.kind is Kind.HEADING and at not in outline.contents]
    for number, (at, following) in enumerate(pairwise(headings)):
        deeper = blocks[following].level > blocks[at].level
        dimension = _dimension(document, blocks[at]) if deeper else None
        if dimension is None:
            continue
        names = _names(document, _below(blocks[at], [blocks[inner] for inner in headings[number + 1 :]]))
        if names:
            yield dimension, names


def _below(heading: Block, following: list[Block]) -> list[Block]:
    """The headings of the section of one, among those that follow it."""
    return list(takewhile(lambda block: block.level > heading.level, following))


def _dimension(document: Document, heading: Block) -> str | None:
    """The dimension that a heading names, if there can be others below it."""
    if heading.level >= BOLD_LEVEL or heading.end - heading.start > _LONGEST:
        return None
    line = document.line(heading)
    return stated_dimension(line) or bare_dimension(line)


def _names(document: Document, below: list[Block]) -> list[SegmentName]:
    """The names that the highest of the headings below one are, if all of them are names."""
    level = min((block.level for block in below), default=0)
    lines = [block for block in below if block.level == level]
    found = [_NAME.match(document.text, block.start, block.end) for block in lines]
    if not _FEWEST <= len(lines) <= _MOST or not all(found):
        return []
    names = [Name(match["name"], Span(*match.span("name"))) for match in found if match]
    return [SegmentName(name) for name in names] if all(_is_name(name.text) for name in names) else []


def _is_name(text: str) -> bool:
    """Whether a heading is a name, and no chapter or sentence."""
    words = text.lower().split()
    general, verbs = company_words().headings, head_words().verbs
    plain = general.isdisjoint(_WORD.findall(text.lower())) and verbs.isdisjoint(words[1:-1])
    return plain and len(words) <= _MOST_WORDS and not is_sentence(text)
