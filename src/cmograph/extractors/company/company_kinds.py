"""Names that the words beside them call a firm's: "the Oslo blade maker Acme", "Acme AG (SIX: ACM)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Block, Span
from cmograph.extractors.company.company_figures import is_firm, looks_like_a_firm, names_before
from cmograph.extractors.company.company_names import Page
from cmograph.extractors.vocabulary.firm_words import firm_words
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.mentions.capitals import run_at

_APPOSED = re.compile(r", (?:the|an?)(?:(?! (?:of|at|for|in|by|with|and) ) [^\s,.;:]+){0,5}$")
"""Between a name and the word that tells its kind: "Acme, the Oslo family| firm,"."""

_REACH = 100  # characters that a name fits into
_FIRST_LINES = 4000  # characters of a press release's first paragraphs


def kinds_told(text: str, lines: tuple[Span, ...]) -> list[int]:
    """Where names begin behind a word for firms, or end before an apposition of one, in lines with amounts, or end
    before their short form on an exchange, in the first lines of all; in order."""
    words = firm_words()
    places = [found.start() for found in words.quoted.finditer(text, 0, _FIRST_LINES)]
    for line in lines:
        for at, end in signs_of(text).within("firm_kinds", *line):
            before = text[max(0, at - _REACH) : at].rpartition(" ")[2].lower()
            if "A" <= text[end : end + 1] <= "Z" and before not in words.no_makers:
                places.append(end)
        for at, _ in signs_of(text).within("firm_kinds_behind", *line):
            if apposed := _APPOSED.search(text, max(line.start, at - _REACH), at):
                places.append(apposed.start())
    return sorted(places)


def called_firms(page: Page, block: Block, places: list[int]) -> Iterator[list[Name]]:
    """The firms of a block of whose names some begin or end at `places`."""
    text = page.document.text
    for place in places:
        apposed = text[place] == ","
        if text[place] == " " or apposed:
            names = names_before(text, max(block.start, place - _REACH), place)[-1:]
            names = [name for name in names if not apposed or looks_like_a_firm(page, name)]
        else:
            run = run_at(text, place, block.end)
            names = [Name(text[slice(*run)], run)] if run is not None else []
        if names and is_firm(page, names[0], listed=True):
            quoted = firm_words().quoted.match(text, place, block.end)
            yield [_through(text, names[0], quoted.end())] if quoted else names


def _through(text: str, name: Name, end: int) -> Name:
    """A name with what stands behind it up to `end`."""
    span = Span(name.span.start, end)
    return Name(text[slice(*span)], span)
