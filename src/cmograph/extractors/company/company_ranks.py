"""Companies that a sentence ranks by their sales: "… No. 1, followed by Brix at No. 2 with $6 billion", "the top five
are Corvo at $5 billion, Dray at $4 billion, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Kind, Span
from cmograph.extractors.company.company_figures import is_firm
from cmograph.extractors.company.company_names import Page
from cmograph.extractors.company.company_sums import A_SUM
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.mentions.capitals import run_at
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.sentences import sentences

_NEAR = 24  # characters that a rank fits into, before and behind its sign
_RANKS = re.compile(
    r"\bNo\. ?\d|\brank(?:s|ed|ing|ings)?\b|\b[Tt]op (?:\d+|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b"
    r"|#\d|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) (?:place|spot|position)\b"
)
_FIRMS = re.compile(
    r"\b(?:companies|company|firms?|makers?|manufacturers?|suppliers?|vendors?|producers?|providers?|players|retailers?)\b"
)
_GOODS = re.compile(
    r"\b[Tt]op (?:\w+ )?(?:[a-z-]+ )?(?:drugs?|medicines|brands?|products?|models?|games?|titles|countries|states"
    r"|markets|importers|exporters|regions|cities|economies|nations|segments|categories)\b"
)
_BEGINS = re.compile(
    r"(?:(?<=[,;:] )|(?<=['’]s )|(?<= and )|(?<= were )|(?<= are )|(?<= is )|(?<= was )|(?<= by )|(?<= with ))"
    r"(?=[A-Z]|[a-z]{1,2}[A-Z])"
)
"""Where a name can begin amid a sentence."""

_TO_ITS_SUM = re.compile(
    r"(?:\s\([^()]{1,40}\))?(?:,\s(?:an?|the|which|who)\s[^,;.]{3,60}?(?:,|(?= tied)|(?= at)|(?= with)))?"
    r"(?:\s(?:[a-z][a-z-]*|No\.\s?\d+|\d{1,2}(?:st|nd|rd|th)?)){0,10}?\s(?:at|with)"
    rf"(?:\s(?:[a-z][a-z-]*|North|South|[A-Z][a-z]+(?:ern|an))){{0,6}}?\s(?:{A_SUM.pattern})"
)
"""What stands between a firm and its sum: "moving up two spots to No. 6 with an estimated"."""

_FORM = re.compile(r"\s\([A-Z][^()]{1,20}\)\s([A-Z][A-Za-z.]{1,6})(?=[\s,])")


def ranked_by_sales(page: Page, lines: tuple[Span, ...]) -> Iterator[list[Name]]:
    """The firms of each sentence that ranks some, in lines with amounts."""
    document = page.document
    for line in lines:
        if not _ranks(document.text, line):
            continue
        block = document.blocks[document.index_at(line.start)]
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and _FIRMS.search(document.text):
            for span in sentences(document.text, block.start, block.end):
                names = list(_with_sums(page, span)) if _ranks(document.text, span) else []
                if names and not _GOODS.search(document.text, block.start, span.end):
                    yield names


def _ranks(text: str, span: Span) -> bool:
    """Whether a line or sentence ranks somebody; the pattern is tried only where a word of it stands."""
    return any(
        _RANKS.search(text, max(span.start, at - _NEAR), min(span.end, at + _NEAR))
        for at, _ in signs_of(text).within("ranks", *span)
    )


def _with_sums(page: Page, span: Span) -> Iterator[Name]:
    """The names in a sentence that their own sums follow."""
    text = page.document.text
    for place in (span.start, *(found.end() for found in _BEGINS.finditer(text, *span))):
        run = _through_brackets(text, run_at(text, place, span.end))
        led = run is not None and _TO_ITS_SUM.match(text, run.end, span.end) is not None
        if run and led and is_firm(page, name := Name(text[slice(*run)], run)):
            yield name


def _through_brackets(text: str, run: Span | None) -> Span | None:
    """A name with the legal form that stands behind brackets: "Acme (Oslo) Ltd."."""
    form = _FORM.match(text, run.end) if run else None
    return Span(run.start, form.end()) if run and form and is_legal_form(form[1]) else run
