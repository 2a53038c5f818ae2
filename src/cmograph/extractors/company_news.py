"""Companies in news under any heading: who launched or opened something in a certain year, who joined in, who makes
what a sentence is about, whose revenue one reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Block, Span
from cmograph.entities.places import is_place
from cmograph.extractors.company_names import Page, is_name, is_proper
from cmograph.extractors.company_subjects import LEAD_IN
from cmograph.extractors.company_words import company_words
from cmograph.extractors.wordlists import has_any
from cmograph.mentions.capitals import run_at
from cmograph.mentions.sentences import sentences

_YEAR = re.compile(r"\b(?:19|20)\d\d, +$")
_LABEL = re.compile(r"(?:[A-Z][a-z]+ )?(?:\d{1,2},? )?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\s?[:–—-]\s(?=[A-Z])")
"""A date before its news: "March 2020: Acme launched …"."""

_APPOSITION = re.compile(r",\s(?:an?|the)\s[^,;.]{3,60},?(?=\s)")
_ACT = re.compile(r",?\s([a-z]+)\s(?!(?:as|at|by|for|from|in|on|with)\b)")
"""A verb with what it is done to; "The Corvina launched in May" tells of goods."""

_TOGETHER = re.compile(r"\b(?:merger|joint venture) with (?=[A-Z])")
_MADE_BY = re.compile(r"\b(?:manufactured|produced|supplied|built) by (?=[A-Z])")
_REPORTS = re.compile(
    r" (?:reported|posted|booked|gave) (?=(?:[\w&-]+ ){0,4}(?:revenues?|sales|turnover)\b"
    r"|(?:[a-z]+ ){0,2}(?:[$€£¥]|US\$|[A-Z]{3} ?\d))"
)
_JOINTS = frozenset({"of", "and", "&", "de", "la"})
_MOST_WORDS = 6
_LETTERS = re.compile(r"[^\W\d_]{4,}")


def news(page: Page, block: Block, heading: str) -> Iterator[list[Name]]:
    """The companies of a block's news, sentence by sentence: those of which one speaks of the market or of a revenue,
    and all under a heading on developments."""
    text = page.document.text
    for span in sentences(text, block.start, block.end):
        sentence = text[slice(*span)]
        if not has_any(sentence, company_words().news_signs):
            continue
        places = [found.end() for found in _MADE_BY.finditer(text, *span)]
        actor = _actor(text, span)
        if actor is not None:
            places += [actor, *(found.end() for found in _TOGETHER.finditer(text, *span))]
        if not company_words().developments.search(heading) and not _speaks_of_market(page, sentence):
            places = []
        for place in places:
            yield from _firm_at(page, Span(place, span.end))
        for found in _REPORTS.finditer(text, *span):
            for names in _firm_at(page, Span(_run_before(text, span.start, found.start()), span.end)):
                if not _is_goods(page, names[0].text):
                    yield names


def _actor(text: str, span: Span) -> int | None:
    """Where the one stands who did something in a certain year: "In March 2020, Acme launched …"."""
    lead = _LABEL.match(text, *span) or LEAD_IN.match(text, *span)
    if lead is None or not (lead.re is _LABEL or _YEAR.search(lead[0])):
        return None
    run = run_at(text, lead.end(), span.end)
    if run is None:
        return None
    apposition = _APPOSITION.match(text, run.end, span.end)
    verb = _ACT.match(text, apposition.end() if apposition else run.end, span.end)
    return run.start if verb is not None and verb[1] in company_words().news_verbs else None


def _run_before(text: str, start: int, end: int) -> int:
    """Where the run of capitalised words begins that ends at `end`."""
    begin = end
    for word in reversed(text[start:end].split(" ")[-_MOST_WORDS:]):
        if not word[:1].isupper() and word not in _JOINTS:
            break
        begin -= len(word) + 1
    return begin + 1


def _speaks_of_market(page: Page, sentence: str) -> bool:
    """Whether a word of the market's name is in a sentence."""
    lower = sentence.lower()
    return any(word in lower for word in _market_words(page))


def _market_words(page: Page) -> set[str]:
    """The words of the market's name that are no places, without the sign of their plural."""
    words = {word for name in page.stops for word in _LETTERS.findall(name)}
    return {word.removesuffix("s") for word in words if not is_place(word)}


def _is_goods(page: Page, name: str) -> bool:
    """Whether a name ends in what the market is in: "Folding Shears posted sales of …"."""
    return name.rpartition(" ")[2].lower().removesuffix("s") in _market_words(page)


def _firm_at(page: Page, span: Span) -> Iterator[list[Name]]:
    """The firm whose name begins a span, if one does."""
    text = page.document.text
    run = run_at(text, *span)
    if run is not None and _is_firm(page, name := Name(text[slice(*run)], run)):
        yield [name]


def _is_firm(page: Page, name: Name) -> bool:
    """Whether a run can be a firm's name, and no public body's."""
    words = name.text.lower().replace(",", "").split()
    return is_name(name.text, page) and is_proper(page.lower, name) and company_words().public_bodies.isdisjoint(words)
