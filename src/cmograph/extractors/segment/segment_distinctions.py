"""Segments that a page says to be told apart: "By format, dry and wet food are distinguished", "The statistics
distinguish hot and cold drinks" under "By type"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import SegmentName
from cmograph.document import Kind, Span
from cmograph.extractors.outline import Outline
from cmograph.extractors.segment.dimensions import bare_dimension, dimension_of, stated_dimension
from cmograph.extractors.segment.segment_prose import members
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.mentions.sentences import sentences

_BY = r"(?:by|according to|in terms of)\s+(?:the\s+)?(?P<{}>[a-z][a-z /-]{{2,32}}?)"
_FORMS = (
    re.compile(
        rf"(?i){_BY.format('name')},\s+(?P<list>[^.;:]{{5,200}}?)\s+(?:are|can be|may be)\s+"
        r"(?:told apart|distinguished)\.?$"
    ),
    re.compile(
        r"(?i)(?:the\s+(?:\w+\s+)?(?:statistics|figures|data|report|study|survey|association|analysts|authors|trade"
        r"|industry|market)|we|analysts)\s+distinguish(?:es)?\s+(?:between\s+)?(?P<list>[^.;:]{5,200}?)"
        rf"(?:\s+{_BY.format('name')})?\.?$"
    ),
    re.compile(
        rf"(?i)a\s+distinction\s+is\s+(?:made|drawn)\s+(?:{_BY.format('name')}\s+)?between\s+(?P<list>[^.;:]{{5,200}}?)\.?$"
    ),
)


def distinguished(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups that such sentences name, with the dimension that they or the heading above them name."""
    document = outline.document
    for index in sorted({document.index_at(at) for at, _ in signs_of(document.text).of("distinguished")}):
        block = document.blocks[index]
        told = block.kind is Kind.PARAGRAPH
        for span in sentences(document.text, block.start, block.end) if told else ():
            yield from _told(outline, index, span)


def _told(outline: Outline, index: int, span: Span) -> Iterator[tuple[str, list[SegmentName]]]:
    """The group in one sentence of a block."""
    text = outline.document.text
    found = next(filter(None, (form.match(text, *span) for form in _FORMS)), None)
    if found is None:
        return
    dimension = dimension_of(found["name"], sure=True) if found["name"] else _above(outline, index)
    names = members(text, *found.span("list")) if dimension else []
    if dimension and names:
        yield dimension, names


def _above(outline: Outline, index: int) -> str | None:
    """The dimension that the heading above a block names."""
    heading = outline.heading_of[index]
    line = outline.document.line(outline.document.blocks[heading]) if heading >= 0 else ""
    return stated_dimension(line) or bare_dimension(line)
