"""Companies of an article, a page with no list of them: the subjects of sentences in paragraphs that speak of makers,
rivals or ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Kind, Span
from cmograph.extractors.company.company_figures import is_firm, looks_like_a_firm
from cmograph.extractors.company.company_names import Page
from cmograph.extractors.company.company_prose import is_of_market
from cmograph.extractors.company.company_subjects import subjects
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.mentions.sentences import sentences

_SHORTEST = 120  # characters of a paragraph of an article
_FEWEST_OF_A_LIST = 3
"""So many subjects of one verb are firms where one of them surely is."""

_SPEAKING = re.compile(
    r",? (?:says?|said|tells?|told|wrote|writes|adds?|points|thinks|believes|estimates|reckons|analyst)\b"
)


def spoken(outline: Outline, page: Page) -> list[list[Name]]:
    """The firms that the sentences of such paragraphs are about, one list for each subject."""
    document = outline.document
    signs = signs_of(document.text)
    found: list[list[Name]] = []
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.PARAGRAPH or block.end - block.start < _SHORTEST or index in outline.contents:
            continue
        if signs.any_in("of_makers", block.start, block.end) and is_of_market(document, outline.heading_of[index]):
            for span in sentences(document.text, block.start, block.end):
                found.extend(_firms(page, span))
    return found


def _firms(page: Page, span: Span) -> Iterator[list[Name]]:
    """The subjects of a sentence that look like firms, and not like who is quoted."""
    for names in subjects(page, span, set()):
        firms = [name for name in names if is_firm(page, name)]
        looking = [name for name in firms if looks_like_a_firm(page, name)]
        firms = firms if looking and len(firms) >= _FEWEST_OF_A_LIST else looking
        if firms and not _SPEAKING.match(page.document.text, names[-1].span.end):
            yield firms
