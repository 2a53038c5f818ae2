"""The numeric claims of a page, and what looked like one and was refused: sentence by sentence, in prose, headings,
lists and table rows."""

from __future__ import annotations

import re
from dataclasses import replace

from cmograph.claims.model import Facts, Refusal
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.figures.directory import Directory, directory_of
from cmograph.extractors.figures.finder import Topic, find_groups
from cmograph.extractors.figures.placeholders import placeholders
from cmograph.extractors.figures.sentence import figures_of
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.figures.tables import tables
from cmograph.extractors.outline import Outline
from cmograph.mentions.sentences import sentences
from cmograph.mentions.tokens import tokenize

NEEDS: tuple[str, ...] = ("market", "companies", "segments")

_SIGNS = (
    "%",
    "％",
    "$",
    "€",
    "£",
    "¥",
    "₹",
    "₩",
    "illion",
    "ILLION",
    "ercent",
    "per cent",
    "pct",
    "bn",
    "Bn",
    "BN",
    "crore",
    "lakh",
    "USD",
    "EUR",
    "uro",
    "GBP",
    "CHF",
    "INR",
    "Rs",
    "JPY",
    "CNY",
    "RMB",
    "KRW",
    "ollar",
    "yen",
    "yuan",
    "upee",
    "DKK",
    "SEK",
    "NOK",
    "AUD",
    "CAD",
    "BRL",
    "TWD",
    "SGD",
    "XX",
)
"""A line without any of these has no amount; to look for them costs less than the pattern below."""

_YEAR_LABEL = re.compile(r"(?:FY\s?)?20\d\d\b[^:]{0,20}:\s*(?:[A-Z]{3}\s?|[A-Z]{0,2}[$€£¥₹])")
_GOES_ON = re.compile(r"(?:The (?:company|firm|group|brand|region|country)|Behind (?:it|them)|It|Its|They|Their)\b")
"""How a paragraph begins that goes on with the one before."""

_DIGIT = re.compile(r"\d")
_TRIGGER = re.compile(
    r"\d\s?(?:%|％|percent|per cent|pct)|\d\s?(?:to|and|[-–—])\s?\d[\d.]*\s?(?:%|percent)|[$€£¥₹₩]\s?\d|(?i:\b(?:usd"
    r"|eur|euros?|gbp|chf|inr|rs|jpy|cny|rmb|krw|dollars?|yen|yuan|rupees|dkk|sek|nok|aud|cad|brl|twd|sgd)\b)|\d[\d.,]*\s?(?i:million|billion|trillion|bn|crore|lakh)\b|\b[A-Z]{1,3}%|\bX{2,}|\$X"
)


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `claims` and `refusals`."""
    document = outline.document
    directory = directory_of(facts)
    claims, tabled = tables(document, directory, facts.market is not None)
    refusals: list[Refusal] = []
    for index, block in enumerate(document.blocks):
        line = document.line(block)
        if not _DIGIT.search(line) or not any(sign in line for sign in _SIGNS):
            continue
        if index in tabled or index in outline.contents or not _TRIGGER.search(line):
            continue
        setting = _setting(outline, index, directory, facts)
        for span in _parts(document, block):
            found, refused = figures_of(document.text, span, setting)
            claims.extend(found)
            refusals.extend(refused)
    refusals.extend(placeholders(document, {refusal.number for refusal in refusals}))
    claims.sort(key=lambda claim: (claim.number, claim.kind))
    refusals.sort(key=lambda refusal: refusal.number)
    return replace(facts, claims=tuple(claims), refusals=tuple(refusals))


def _parts(document: Document, block: Block) -> list[Span]:
    """The sentences of a block; a table row and a list item that is no prose count as one."""
    if block.kind is Kind.ROW:
        return [Span(block.start, block.end)]
    return sentences(document.text, block.start, block.end)


def _setting(outline: Outline, index: int, directory: Directory, facts: Facts) -> Setting:
    """What the lines around a block lead one to expect: its heading, and for items the line that introduces the
    list."""
    document = outline.document
    block = document.blocks[index]
    heading = outline.heading_of[index]
    listed = (
        heading >= 0
        and any(other.kind is Kind.ITEM for other in document.blocks[heading:index])
        and block.kind is Kind.PARAGRAPH
    )
    lines = [document.blocks[heading]] if heading >= 0 and heading != index and not listed else []
    topic = Topic()
    if block.kind in (Kind.ITEM, Kind.ROW):
        before = index - 1
        while before >= 0 and document.blocks[before].kind is block.kind:
            before -= 1
        if before >= 0 and document.blocks[before] not in lines:
            lines.append(document.blocks[before])
    setting = Setting(directory, facts.market is not None, topic)
    if (
        block.kind is Kind.PARAGRAPH
        and _GOES_ON.match(document.text, block.start)
        and index
        and document.blocks[index - 1].kind is Kind.PARAGRAPH
    ):
        lines.append(document.blocks[index - 1])
    for line in lines:
        _introduce(document, line, setting)
    if block.kind is Kind.ITEM and _YEAR_LABEL.match(document.text, block.start, block.end):
        setting.expected = setting.expected or "size"
    return setting


def _introduce(document: Document, line: Block, setting: Setting) -> None:
    """Lets a heading or an introducing line set the topic and what is expected of the numbers below."""
    parts = sentences(document.text, line.start, line.end)
    if not parts or line.end - line.start > 700:
        return
    span = parts[-1]
    tokens = tokenize(document.text, *span)
    groups = find_groups(document.text, tokens, setting.directory, setting.topic)
    setting.introduced(tokens, groups, all_text=[token for part in parts for token in tokenize(document.text, *part)])
