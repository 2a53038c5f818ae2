"""Segments in sentences: "Based on material, the market is segmented into steel and titanium", "… is divided into
manual and cordless, based on type", "segmented into various blade lengths, including short and long"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from cmograph.claims.model import MarketName, Name, SegmentName
from cmograph.document import Document, Span
from cmograph.extractors.segment.dimensions import dimension_of, said_dimension
from cmograph.extractors.segment.segment_names import is_sentence, line_names
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.extractors.vocabulary.wordlists import wordlists
from cmograph.mentions.sentences import sentences

_PLURAL = re.compile(
    r",?\s+(?:in)?(?:to|by|based on|on the basis of|depending on|in terms of)\s+"
    r"(?:the\s+)?(?:various\s+|different\s+|several\s+)?"
    r"(?P<name>[A-Za-z][A-Za-z /-]{2,32}?)(?:(?P<colon>:)|,?\s+(?:including|such as|namely|into|like|as))\s+"
    r"(?:[a-z0-9]+\s+(?:[a-z]+\s+)?(?:categories|types|segments|groups|classes|kinds):\s*)?"
    r"(?P<list>(?:[^.\n]|\.(?=\d)){5,300})"
)
_PARTS = re.compile(
    r"(?i)\b(?:segments|divides|splits|classifies|categori[sz]es|breaks)\s+(?:down\s+)?the\s+[^,;:.]{0,60}?\b"
    r"(?:market|industry|sector)(?:\s+down)?"
)
_NAME = r"(?:the\s+|its\s+|their\s+)?(?P<name>[A-Za-z][\w /&'’-]{1,40}?)"
_COUNTED = re.compile(
    r"(?i)(?:(?:as\s+)?follows|the\s+following|(?:[a-z0-9-]+\s+){1,4}?"
    r"(?:categories|types|segments|sub-?segments|groups|classes|kinds|parts|divisions|sections))"
    r"\s*(?::|,?\s*(?:namely|such as|including|like|which are|i\.e\.,?|viz\.?)\s|\s[-–—]\s)\s*"
)
_KINDS = frozenset({"category", "class", "group", "kind"})
OTHERS = re.compile(
    r"(?i)\b(?:respondents|factors|challenges|trends|drivers|players|companies|manufacturers|vendors|suppliers)\b"
)
"""Who or what is parted into kinds that are no segments of a market."""

_SHARE = re.compile(r"\s*\([^()]*\d\s?%[^()]*\)$")
_TAIL = re.compile(r"(?i)\s+(?:sub-?)?(?:segments?|categories|options|variants)\s*\.?$")
_PART_OF_MARKET = re.compile(r"(?i)(?:\S+\s+)?(?:segment|category|type)s?\s*$")
_SPEAKS_OF_MARKET = re.compile(
    r"(?i)(?:it|they|this|these)?$|.*\b(?:market|industry|sector|segments?|segmentation|scope|report|study|analysis)$"
)
_OPENS = re.compile(r"(?i)(?:by|based on|on the basis of)\s.*,\s*$")
_SPLIT_UP = re.compile(
    r"(?i)\b(?:segmented|divided|divides|split|splits|broken down|breaks down|categori[sz]ed|classified|bifurcated)\s+"
    r"(?:(?:broadly|mainly|primarily|further|up)\s+)?into\s+(?![^.]*\b(?:by|based on|basis|in terms of|depending)\b)"
)
_FIGURE = re.compile(r"(?i)\d[\d.,]*\s?(?:%|cr|[mbt]n?\b|[mb]illion|trillion|lakh)")
_UNTELLING = re.compile(
    r"(?i)\b(?:regions?|regional|countr(?:y|ies)|two|three|four|segments?|applications?)\b|(?:\w+ ){3}"
)
"""Of what is no type of goods."""

_CALLED_SEGMENTS = re.compile(r"(?i)\s(?:sub-?)?segments$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MARKET = re.compile(r"(?i)\b(?:market|industry|sector)\b")
_MOST_WORDS, _FEW_WORDS, _LONGEST_SENTENCE, _SAME = 9, 3, 1500, 4


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns that the word lists make: where a clause names its dimension, and what may follow it."""

    basis: re.Pattern[str]
    body: re.Pattern[str]
    behind: re.Pattern[str]
    segment: re.Pattern[str]
    end: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = wordlists()
    bases, parted, holds, ends = (
        pattern.pattern for pattern in (words.bases, words.parted, words.holds, words.list_ends)
    )
    parts = rf"(?:{parted}|(?:segments|divides|classifies|categori[sz]es|splits|bifurcates)\s[^;:]{{0,80}}?)"
    verb = (
        r"(?:(?:is|are|was|were|has been|have been|can be|could be|may be|gets?)\s+)?"
        r"(?:(?:further|also|again|\w+ly)\s+)*"
        rf"(?:{parts}\s+(?:\w+ly\s+|further\s+|up\s+)?(?:into|in|as|to|between|among|under|across)(?:\s*:)?\s+"
        rf"|(?P<holds>{holds})\s+)"
    )
    return _Patterns(
        basis=re.compile(
            rf"(?i)(?:^|[;:,]\s+(?:and\s+|while\s+|whereas\s+)?|^\w+(?:ly|more|over)?,?\s+|\band\s+){bases}\s+{_NAME}"
            r"(?:\s+segment(?:ation)?)?(?:\s*[,:]\s*|\s+[-–—]\s+|\s+(?=(?:the|it|they|this|these|our|global|into)\s))"
        ),
        body=re.compile(rf"(?i)(?P<subject>[^;:]{{0,140}}?)\s*(?<!\w)(?:{verb}|(?P<into>(?<!\S)into\s+))"),
        behind=re.compile(
            rf"(?i){parts}\s+(?:into|in|as|to)\s+(?P<list>.+?)(?:,\s+|\s+)(?P<basis>{bases})\s+{_NAME}\s*\.?$"
        ),
        segment=re.compile(
            r"(?i)(?:^|,\s+)the\s+(?:[\w ]{0,60}?market(?:['’]s)?\s+)?(?P<name>\w[\w /&-]{2,30}?)\s+"
            rf"segment(?:ation)?\s+{verb}"
        ),
        end=re.compile(
            rf"(?i)(?:[,;]|\s[-–—])\s+(?:and\s+)?(?:{ends}|by\s)|\s(?:based on|on the basis of|depending on)\s"
        ),
    )


def said(document: Document, market: MarketName) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups that sentences name with their dimension, in the page's order."""
    text = document.text
    own = stems(" ".join((market.name.text, market.abbreviation or "", *market.aliases)))
    for window in _windows(text):
        for span in sentences(text, *window):
            if span.end - span.start <= _LONGEST_SENTENCE:
                yield from _told(text, span, own)


def split_up(document: Document, market: MarketName) -> Iterator[tuple[str, list[SegmentName]]]:
    """The types into which a sentence parts the market without saying by what: "The market splits into A and B"."""
    text = document.text
    own = stems(" ".join((market.name.text, market.abbreviation or "", *market.aliases)))
    for window in _windows(text):
        for span in sentences(text, *window):
            found = _SPLIT_UP.search(text, *span)
            if found is None or OTHERS.search(text, span.start, found.start()):
                continue
            subject = text[span.start : found.start()]
            names = members(text, found.end(), span.end) if _MARKET.search(subject) and _is_own(subject, own) else []
            names = [name for name in names if not _FIGURE.search(name.name.text)]
            if names and not any(_UNTELLING.search(name.name.text) for name in names):
                yield "type", names


def _windows(text: str) -> list[Span]:
    """Where sentences stand that can part a market into segments, in order."""
    signs = signs_of(text)
    found = {_around(text, at) for at, _ in signs.of("parted")}
    for at, _ in signs.of("holds"):
        window = _around(text, at)
        if signs.any_in("bases", window.start, at):
            found.add(window)
    windows = sorted(found)
    return [window for index, window in enumerate(windows) if not index or windows[index - 1].end <= window.start]


def _around(text: str, at: int) -> Span:
    """The sentence about a place, told by full stops behind small letters alone; it may have one more at either end."""
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    stop = text.rfind(". ", begin, at)
    while stop >= 0 and not text[stop - 2 : stop].islower():
        stop = text.rfind(". ", begin, stop)
    begin = stop + 2 if stop >= 0 else begin
    stop = text.find(". ", at, end)
    while stop >= 0 and not text[stop - 2 : stop].islower():
        stop = text.find(". ", stop + 2, end)
    return Span(begin, stop + 1 if stop >= 0 else end)


def _told(text: str, span: Span, own: frozenset[str]) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups in one sentence on a market with the words `own`."""
    patterns = _patterns()
    sentence = text[slice(*span)]
    bases = [basis.start() for basis in wordlists().bases.finditer(sentence)]
    heads = list(patterns.basis.finditer(sentence)) if bases else []
    plural = _plural(text, span, colon=not heads)
    if plural is not None:
        yield plural
    found = plural is not None
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(sentence)
        body = patterns.body.match(sentence, head.end(), end)
        if body is None or (body["into"] and (not found or body["subject"])) or not _fits(body, head["name"], own):
            continue
        told = not body["holds"] or _OPENS.match(head[0]) or head["name"] in _line_before(text, span.start)
        dimension = said_dimension(head["name"]) if told else _known(head["name"])
        names = members(text, span.start + body.end(), span.start + end)
        if dimension and names:
            found = True
            yield dimension, names
    if not found:
        yield from _behind(text, span, own, late=bool(bases) and bases[-1] > len(sentence) // 3)


def _line_before(text: str, at: int) -> str:
    """What stands before a place in its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def _behind(text: str, span: Span, own: frozenset[str], *, late: bool) -> Iterator[tuple[str, list[SegmentName]]]:
    """ "… is divided into A and B, based on type" (only where a basis stands so late) and "The type segment comprises A
    and B"."""
    sentence = text[slice(*span)]
    patterns = _patterns()
    match = patterns.behind.search(sentence) if late else None
    if match and _is_own(sentence[: match.start()], own):
        begin, end = match.span("list")
        dimension = _known(match["name"]) if match["basis"].lower() == "by" else said_dimension(match["name"])
        names = members(text, span.start + begin, span.start + end) if dimension else []
    else:
        match = patterns.segment.search(sentence) if " segment" in sentence else None
        dimension = _known(match["name"]) if match else None
        names = members(text, span.start + match.end(), span.end) if match and dimension else []
    if dimension and names:
        yield dimension, names


def _plural(text: str, span: Span, *, colon: bool) -> tuple[str, list[SegmentName]] | None:
    """ "… segmented into various blade lengths, including short and long"; with `colon` also "blade lengths: …"."""
    for parted in (*wordlists().parted.finditer(text, *span), *_PARTS.finditer(text, *span)):
        match = _PLURAL.match(text, parted.end())
        if match is None or (match["colon"] and not colon) or OTHERS.search(text, span.start, parted.start()):
            continue
        dimension = said_dimension(_CALLED_SEGMENTS.sub("", match["name"]))
        dimension = "type" if dimension in _KINDS else dimension
        figures = _CALLED_SEGMENTS.search(match["name"]) and "%" in match["list"]  # "two purity segments: 99% and 95%"
        names = members(text, *match.span("list")) if dimension and not figures else []
        # behind a colon a clause on each may stand: "by method: casting gives plates, rolling makes foils"
        short = not match["colon"] or all(name.name.text.count(" ") < _FEW_WORDS for name in names)
        if dimension and names and short:
            return dimension, names
    return None


def _known(name: str) -> str | None:
    """The dimension that a sentence speaks of if it is one of the common ones, or ends as many do: "film type"."""
    kind = name.lower().split()[-1] in wordlists().dimension_nouns
    return dimension_of(name, sure=kind)


def _fits(body: re.Match[str], name: str, own: frozenset[str]) -> bool:
    """Whether the clause parts the page's market, and no segment of it, no company and no other market."""
    subject = body["subject"].strip()
    if is_sentence(f"{name} {subject}") or (body["holds"] and not _SPEAKS_OF_MARKET.match(subject)):
        return False
    part = _PART_OF_MARKET.search(subject)
    if part and name.lower() not in part[0].lower() and part[0].lower().strip() not in ("the segment", "segments"):
        return False
    return _is_own(subject, own)


def _is_own(subject: str, own: frozenset[str]) -> bool:
    """Whether the words before "market", if any, have one of the page's market."""
    market = _MARKET.search(subject)
    words = stems(subject[: market.start()]) if market else frozenset()
    return not words or not own or not words.isdisjoint(own)


def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's words that tell a market."""
    plain = wordlists().plain_words
    return frozenset(word[:_SAME] for word in _WORD.findall(text.lower()) if word not in plain)


def members(text: str, start: int, end: int) -> list[SegmentName]:
    """The members of the list text[start:end], none where it is no list of names."""
    counted = _COUNTED.match(text, start, end)
    start = counted.end() if counted else start
    over = _patterns().end.search(text, start, end)
    end = over.start() if over else end
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail else end
    names = _without_shares(line_names(text, start, end))
    fine = all(
        name.name.text and len(name.name.text.split()) <= _MOST_WORDS and not wordlists().clause.search(name.name.text)
        for name in names
    )
    return names if len(names) > 1 and fine else []


def _without_shares(names: list[SegmentName]) -> list[SegmentName]:
    """The segments without the shares in brackets where more than one has one: "manual (56%) and cordless (44%)"."""
    shares = [_SHARE.search(name.name.text) for name in names]
    if sum(share is not None for share in shares) < 2:
        return names
    return [
        replace(name, name=_cut(name.name, share.start())) if share else name
        for name, share in zip(names, shares, strict=True)
    ]


def _cut(name: Name, length: int) -> Name:
    return Name(name.text[:length], Span(name.span.start, name.span.start + length))
