"""Companies in news under any heading: who launched or opened something in a certain year, who joined in, who makes
what a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Block, Span
from cmograph.extractors.company.company_names import Page, is_name, is_proper, is_public_body, market_words
from cmograph.extractors.company.company_subjects import LEAD_IN
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.extractors.vocabulary.wordlists import places_of
from cmograph.mentions.capitals import run_at, run_list
from cmograph.mentions.sentences import sentences

_YEAR = re.compile(r"\b(?:19|20)\d\d, +$")
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATED = re.compile(rf"20\d\d(?:\s{_MONTHS})?(?:,|\s?[:–—-])\s[A-Z]")
_ANY_YEAR = re.compile(r"\b20[0-3]\d\b")
_BY = re.compile(r" by (?=[A-Z])")
_LABEL = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:\d{1,2},? )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\s?[:–—-]\s(?=[A-Z])"
    rf"|(?:(?:19|20)\d\d {_MONTHS}|{_MONTHS} (?:19|20)\d\d)(?:,|\s?[:–—-])\s(?=[A-Z])"
)
"""A date before its news: "March 2020: Acme launched …", "2020 March, Acme launched …"."""

_APPOSITION = re.compile(r",\s(?:an?|the)\s[^,;.]{3,60},?(?=\s)")
_ACT = re.compile(r",?\s(?:has\s)?([a-z]+)\s(?!(?:as|at|by|for|from|in|on|with)\b)")
"""A verb with what it is done to; "The Corvina launched in May" tells of goods."""

_JOINED = re.compile(r",?\s(?:has |is )?([a-z]+(?: (?:up|forces|hands))?) with (?=[A-Z])")
"""A verb that firms do together: "Corvina joined forces with Alden"."""

_TOGETHER = re.compile(r"\b(?:merger|joint venture) with (?=[A-Z])")


def news_places(text: str) -> list[int]:
    """Where a text can have news of a company, in order: dates before a name, makers; most have none."""
    words = company_words()
    places = [found.start() for found in _DATED.finditer(text)]
    places += [at for at in places_of(text, " by ") if text.endswith(words.made, 0, at) and _BY.match(text, at)]
    return sorted(places)


def news(page: Page, block: Block, heading: str) -> Iterator[list[Name]]:
    """The companies of a block's news, sentence by sentence: those of which one speaks of the market or of a revenue,
    and all under a heading on developments."""
    text = page.document.text
    of_developments = company_words().developments.search(heading) is not None
    for span in sentences(text, block.start, block.end):
        if of_developments or _speaks_of_market(page, text[slice(*span)]):
            for place in [*_actors(text, span, undated=of_developments), *_makers(text, span)]:
                yield from _firm_at(page, Span(place, span.end))


def _makers(text: str, span: Span) -> Iterator[int]:
    """Where the names stand that "manufactured by" is before."""
    for found in _BY.finditer(text, *span):
        if text.endswith(company_words().made, span.start, found.start()):
            yield found.end()


def _actors(text: str, span: Span, *, undated: bool) -> list[int]:
    """Where those stand who did something in a certain year: "In March 2020, Acme announced a merger with Alden"; that
    may stand behind where a sentence may begin `undated`: "Acme launched a lamp in 2020"."""
    lead = _LABEL.match(text, *span) or LEAD_IN.match(text, *span)
    dated = lead is not None and (lead.re is _LABEL or _YEAR.search(lead[0]) is not None)
    if not dated and not (undated and _ANY_YEAR.search(text, *span)):
        return []
    run = run_at(text, lead.end() if lead else span.start, span.end)
    if run is None:
        return []
    apposition = _APPOSITION.match(text, run.end, span.end)
    behind = apposition.end() if apposition else run.end
    joined = _JOINED.match(text, behind, span.end)
    if joined and joined[1] in company_words().joining_verbs:
        return [run.start, *(name.span.start for name in run_list(text, joined.end(), span.end))]
    verb = _ACT.match(text, behind, span.end)
    if verb is None or verb[1] not in company_words().news_verbs:
        return []
    return [run.start, *(found.end() for found in _TOGETHER.finditer(text, *span))]


def _speaks_of_market(page: Page, sentence: str) -> bool:
    """Whether a word of the market's name is in a sentence."""
    lower = sentence.lower()
    return any(word in lower for word in market_words(page))


def _firm_at(page: Page, span: Span) -> Iterator[list[Name]]:
    """The firm whose name begins a span, if one does."""
    text = page.document.text
    run = run_at(text, *span)
    if run is not None and _is_firm(page, name := Name(text[slice(*run)], run)):
        yield [name]


def _is_firm(page: Page, name: Name) -> bool:
    """Whether a run can be a firm's name, and no public body's."""
    return is_name(name.text, page) and is_proper(page.lower, name) and not is_public_body(name.text)
