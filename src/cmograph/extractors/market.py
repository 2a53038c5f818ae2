"""The market that a page is about: read from the title, and where that is no help, from the first sentence that names
one."""

from __future__ import annotations

import re
from dataclasses import replace

from cmograph.claims.model import Facts, MarketName, Name
from cmograph.document import Document, Span
from cmograph.extractors.market_name.market_aliases import also_called
from cmograph.extractors.market_name.market_article import asked_for, reported_on, respelled, spoken_of
from cmograph.extractors.market_name.market_body import IN_SENTENCE, first_named, first_sized
from cmograph.extractors.market_name.market_labelled import named_under_a_label
from cmograph.extractors.market_name.market_title import (
    FIRMS,
    MARKET,
    RANKED,
    begun_with,
    confirmed,
    counted_facts,
    counted_in,
    is_telling_name,
    named_in,
    plausible,
    tidy,
)
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.wordlists import places_of

NEEDS: tuple[str, ...] = ()

_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z0-9&/-]{1,9})\)")
_SAYING = re.compile(
    "\0,? (?:estimates|expects|says|counts|forecasts|puts|is a (?:division|publisher|provider)|a (?:division|part) of)"
)
_FIRMS_RANKED = re.compile(r": .*\b([A-Z]{2,5})s\b")
_QUOTED = re.compile(r"[\"“]([A-Z][^\"“”]{5,120})[\"”]")
"""What a title has in quotation marks: 'Acme offers the study "Global Shears Industry"'."""

_NUMBER = re.compile(r"^\d{1,3} (?=[a-z])")
"""Before a name that is a file's: "03 garden shears"."""

_FIRMS_FILED = re.compile(
    r"(?:(?:largest|biggest|leading|top(?: \d+)?) )?([a-z][a-z0-9 ]{1,60}?) "
    rf"{FIRMS}(?: (?:20\d\d|ranking|list))*"
)
"""A file's name that is that of firms: "garden shears makers"."""

_ASIDE = re.compile(r"\s*\([^()]*\)(?!-)")


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `market`."""
    document = outline.document
    named = _from_title(document) or _from_body(document)
    name = named_under_a_label(document, named) or named
    return replace(facts, market=_market(document, name)) if name else facts


def _from_title(document: Document) -> str:
    quoted = _QUOTED.search(document.title)
    if quoted and (called := named_in(quoted[1])[0]):
        return called
    title = document.title if document.title_span else _NUMBER.sub("", document.title)
    if not MARKET.search(title):
        called = asked_for(title) or confirmed(title, document.text) or begun_with(title, document.text)
        called = called or counted_facts(title) or (_filed_under(document, title) if not document.title_span else "")
        if called:
            return called
    name, raw = named_in(title)
    return name if not name or _is_published(document) else tidy(_as_written(document.text, raw))


def _is_published(document: Document) -> bool:
    """Whether a title is the page's own, in its text or its metadata, and not its file's name."""
    said = (" ".join(value.split()) for value in document.metadata.values())
    return document.title_span is not None or any(document.title in value for value in said)


def _filed_under(document: Document, title: str) -> str:
    """What the firms are in that a file is called after, as the text spells it: "Shears" of "shears-makers.md"."""
    filed = _FIRMS_FILED.fullmatch(title)
    if filed is None:
        return ""
    found = re.search(rf"(?i)\b{filed[1].replace(' ', '[ -]')}\b", document.text)
    return found[0] if found and is_telling_name(found[0]) else ""


def _as_written(text: str, name: str) -> str:
    """A name from a file's name as the text spells it: "us clinical trials" → "U.S. clinical trials"."""
    letters = re.sub(r"\W", "", name).lower()
    for found in IN_SENTENCE.finditer(text):
        if re.sub(r"\W", "", found[1]).lower() == letters:
            return found[1]
    return name


def _from_body(document: Document) -> str:
    """The market of a page whose title does not say: a short title taken as it is, if the text speaks of a market; else
    the first one named, as the title spells it; else what the title counts worldwide."""
    body = document.text
    if not MARKET.search(body) and not RANKED.search(body):
        return spoken_of(document)
    title = tidy(document.title)
    if (
        document.title_span is not None
        and len(title.split()) <= 4
        and body.lower().count(title.lower()) > 1
        and not _is_name_of_a_house(document, title)
        and plausible(title)
    ):
        return title
    name = reported_on(body) or first_named(document)
    at = document.title.lower().find(name.lower()) if name else -1
    if at >= 0:
        return document.title[at : at + len(name)]
    return (
        respelled(document.title, name)
        or spoken_of(document)
        or name
        or counted_in(document.title)
        or first_sized(document)
    )


def _is_name_of_a_house(document: Document, title: str) -> bool:
    """Whether the text has a title of several words with capitals only, and by it calls who says something."""
    text = document.text
    return (
        " " in title
        and title.lower() not in text
        and _SAYING.search(text.lower().replace(title.lower(), "\0")) is not None
    )


def _market(document: Document, name: str) -> MarketName:
    at = document.text.find(name)
    abbreviation = _ABBREVIATION.search(name)
    bare = " ".join(_ASIDE.sub(" ", name).split())
    short = abbreviation[1] if abbreviation else _introduced(document.text, bare)
    called = (bare, short, _of_firms(document), *also_called(document.text, bare))
    aliases = tuple(alias for alias in dict.fromkeys(called) if alias and alias != name)
    span = Span(at, at + len(name)) if at >= 0 else Span(0, 0)
    return MarketName(Name(name, span), short, aliases)


def _of_firms(document: Document) -> str | None:
    """The short name of the firms that a title ranks, if the text calls the market by it: "CHO" for "Hedge Cutting: The
    10 Largest CHOs"."""
    ranked = _FIRMS_RANKED.search(document.title)
    return ranked[1] if ranked and f"{ranked[1]} market" in document.text else None


def _introduced(text: str, name: str) -> str | None:
    """The abbreviation that the text gives right after the market's name: "Contract Development … Organization (CDMO)";
    that of a longer name, which only ends in the market's, is another's: "Battery Electric Vehicle (BEV)"."""
    places = places_of(text, name + " (")
    found = next(filter(None, (_ABBREVIATION.match(text, at + len(name) + 1) for at in places)), None)
    if found is None:
        return None
    word = text[: found.start() - len(name) - 1].rstrip().rpartition(" ")[2]
    of_a_longer = found[1][:2].upper() == (word[:1] + name[:1]).upper()
    return None if of_a_longer else found[1]
