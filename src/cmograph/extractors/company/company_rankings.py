"""Companies over their portraits on a page that ranks them: "Top 10 Shears Makers", and a heading for each."""

from __future__ import annotations

import re

from cmograph.claims.model import Name
from cmograph.document import Block, Kind, Span
from cmograph.extractors.company.company_names import Page, is_name, is_proper
from cmograph.extractors.outline import is_detail
from cmograph.extractors.vocabulary.company_words import company_words, is_topic
from cmograph.extractors.vocabulary.wordlists import wordlists
from cmograph.mentions.forms import is_legal_form

_RANK = re.compile(r"(?:(?:No\.?\s?|#)?\d{1,3}\s?[.):–—-]\s+|#\d{1,3}\s+)")
_WORD = re.compile(r"[^\W\d_]+")
_NAME_WORDS = re.compile(r"[^\W_a-z][^\s,;:?!]*(?:\s(?:[^\W_a-z][^\s,;:?!]*|&|of|and|de))*,?(?:\s[A-Z][\w.]*)?")
_BRACKET = re.compile(r" \([A-Z][\w .&-]*\)$")
_FEWEST, _MOST_WORDS = 4, 6


def ranked(page: Page) -> list[Name]:
    """The names in the headings of a page whose title announces a list of firms, if there are some."""
    document = page.document
    if not wordlists().heading_title.match(document.title):
        return []
    levels: dict[tuple[bool, int], list[Name]] = {}
    for block in document.blocks:
        name = _headed(page, block) if block.kind is Kind.HEADING else None
        if name is not None:
            levels.setdefault((name.span.start > block.start, block.level), []).append(name)
    named = {placed: names for placed, names in levels.items() if len(names) >= _FEWEST}
    return max(named.items(), key=lambda found: (found[0][0], len(found[1])), default=((), []))[1]


def _headed(page: Page, block: Block) -> Name | None:
    """The name that a heading is; None where it says something else, or is none of a firm."""
    name = as_a_name(page.document.text, Span(block.start, block.end))
    return name if name and is_name(name.text, page) and is_proper(page.lower, name) else None


def as_a_name(text: str, span: Span) -> Name | None:
    """The name that a heading or label is, behind its rank; None where it says something else."""
    rank = _RANK.match(text, *span)
    start = rank.end() if rank else span.start
    bracket = _BRACKET.search(text, start, span.end)
    span = Span(start, bracket.start() if bracket else span.end)
    name = Name(text[slice(*span)], span)
    if (
        is_detail(name.text)
        or not _NAME_WORDS.fullmatch(name.text)
        or len(name.text.split()) > _MOST_WORDS
        or is_topic(name.text)
    ):
        return None
    told = is_legal_form(name.text.rpartition(" ")[2])
    return name if told or company_words().headings.isdisjoint(_WORD.findall(name.text.lower())) else None
