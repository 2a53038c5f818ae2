"""The market that a page is about: read from the title, and where that is no help, from the first sentence that names
one."""

from __future__ import annotations

import re
from dataclasses import replace

from cmograph.claims.model import Facts, MarketName, Name
from cmograph.document import Document, Span
from cmograph.extractors.outline import Outline
from cmograph.extractors.wordlists import wordlists

NEEDS: tuple[str, ...] = ()

_MARKET = re.compile(r"\bmarkets?\b|(?<=after)markets?\b", re.IGNORECASE)
_BREAK = re.compile(
    r".*(?:--|[\"“”|\]]|(?<!\w)['’‘](?=\w)|(?i:report|research|insights|news|blog|study|analysis|group)\s[-–—]\s|\s[–—]\s|[:;]\s(?![^()]*\))"
    # behind a bracket: "(Newswire) -- …", "(Newswire)- …", but not "(R)-2-Butanol"
    r"|\)(?:\s+[-–—]+|[–—]+|-(?![\w(])-*))",
    re.DOTALL,
)
_LEAD = re.compile(
    r"(?i)^(?:the\s+)?(?:global|worldwide|world)\s+(?!positioning|navigation|warming)(?=\S)|^the\s+|\s[-–—]\s+global$"
)
_RANKED = re.compile(
    r"(?i)\b(?:largest|biggest|leading|top|major|key|ranking of(?: the)?|list of)\s+(?:\d+\s+)?(?:largest\s+"
    r"|biggest\s+|leading\s+)?"
    r"([\w&/ -]{3,60}?)\s+(?:companies|manufacturers|suppliers|makers|vendors|producers|providers|firms)\b"
)
_LISTED = re.compile(
    r"(?i)^([\w&/ -]{3,60}?):\s+(?:the\s+)?(?:world['’]s\s+)?(?:top|largest|biggest|leading"
    r"|\d+)\b.{0,40}\b(?:companies|manufacturers|suppliers|makers|vendors|producers|providers|firms|brands)\b"
)
_AFTER_FOR = re.compile(r"\s+for\s+(.+?)(?:[:,|]|\s[-–—]\s|\s+(?:to|size|report|worth|will|is)\b|$).*")
_INDUSTRY = re.compile(r"(?i)^(.{3,80}?)\s+industry\b")
_IN_SENTENCE = re.compile(r"\b(?:the|The|THE)\s+((?:[\w.&/+’'()-]+,?\s+){1,8}?)(?:[Mm]arket)\b")
_ABBREVIATION = re.compile(r"\(([A-Z][A-Za-z0-9&/-]{1,9})\)")
_ASIDE = re.compile(r"\s*\([^()]*\)(?!-)")
_TEMPLATE = re.compile(r"\{\{|\}\}|\$\{|<%|%>|\[%")
_DETERMINER = re.compile(r"(?i).*\b(?:the|an?|expects|for|into|of)\s+", re.DOTALL)


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `market`."""
    document = outline.document
    found = _from_title(document) or _from_body(document)
    return replace(facts, market=found) if found else facts


def _from_title(document: Document) -> MarketName | None:
    title = document.title
    market = _MARKET.search(title)
    if market is not None:
        whole = title[: market.start()].lower().endswith("after")
        raw = _phrase(title, market.end() if whole else market.start())
        raw = raw if document.title_span else _as_written(document.text, raw)
    else:
        ranked = _LISTED.match(title) or _RANKED.search(title) or _INDUSTRY.search(title)
        raw = ranked[1] if ranked else ""
    name = tidy(raw) or tidy(
        _AFTER_FOR.sub(r"\1", title[market.end() :]) if market and _AFTER_FOR.match(title[market.end() :]) else ""
    )
    return _market(document, name) if _plausible(name) else None


def _as_written(text: str, name: str) -> str:
    """A name from a file's name as the text spells it: "us clinical trials" → "U.S. clinical trials"."""
    letters = re.sub(r"\W", "", name).lower()
    for found in _IN_SENTENCE.finditer(text):
        if re.sub(r"\W", "", found[1]).lower() == letters:
            return found[1]
    return name


def _phrase(title: str, end: int) -> str:
    """The noun phrase of title[:end], without what leads up to it ("Insights into …", a dateline, a quotation mark)."""
    phrase = title[:end]
    broken = _BREAK.match(phrase)
    if broken and len(phrase) - broken.end() > 2:
        phrase = phrase[broken.end() :]
    phrase = wordlists().title_lead.sub("", phrase)
    words = phrase.split()
    prose = sum(1 for word in words if word.islower()) > max(3, len(words) // 2) or ("," in phrase and len(words) > 8)
    if prose:
        determiner = _DETERMINER.match(phrase)
        phrase = phrase[determiner.end() :] if determiner else phrase
    return phrase


def tidy(phrase: str) -> str:
    """A market's name as GUIDELINES spell it: no leading "Global" or "The", no trailing punctuation."""
    name = " ".join(phrase.split()).strip(" -–—:,;|\"'“”‘*#")
    previous = None
    while previous != name:
        previous, name = name, _LEAD.sub("", name, count=1)
    return name


def _plausible(name: str) -> bool:
    return (
        1 < len(name) <= 140
        and any(c.isalpha() for c in name)
        and len(name.split()) <= 18
        and name.lower() not in wordlists().not_a_market
        and not _TEMPLATE.search(name)
    )


def _from_body(document: Document) -> MarketName | None:
    """The market of a page whose title does not say: a short title taken as it is, if the text speaks of a market; else
    the first one named."""
    body = document.text
    if not _MARKET.search(body) and not _RANKED.search(body):
        return None
    title = tidy(document.title)
    if (
        document.title_span is not None
        and len(title.split()) <= 4
        and body.lower().count(title.lower()) > 1
        and _plausible(title)
    ):
        return _market(document, title)
    for block in document.blocks[:12]:
        sentence = _IN_SENTENCE.search(body, block.start, block.end)
        name = tidy(sentence[1]) if sentence else ""
        if _plausible(name) and not wordlists().vague_market.fullmatch(name):
            return _market(document, name)
    return None


def _market(document: Document, name: str) -> MarketName:
    at = document.text.find(name)
    abbreviation = _ABBREVIATION.search(name)
    bare = " ".join(_ASIDE.sub(" ", name).split())
    short = abbreviation[1] if abbreviation else _introduced(document.text, bare)
    aliases = tuple(alias for alias in dict.fromkeys((bare, short)) if alias and alias != name)
    span = Span(at, at + len(name)) if at >= 0 else Span(0, 0)
    return MarketName(Name(name, span), short, aliases)


def _introduced(text: str, name: str) -> str | None:
    """The abbreviation that the text gives right after the market's name: "Contract Development … Organization
    (CDMO)"."""
    at = text.find(name + " (")
    if at < 0:
        return None
    found = _ABBREVIATION.match(text, at + len(name) + 1)
    return found[1] if found else None
