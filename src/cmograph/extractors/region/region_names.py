"""The names in a geography list: places cut out of a line, and which of them lies under which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cmograph.claims.model import Name, RegionGroup
from cmograph.document import Span
from cmograph.entities.places import Place, PlaceKind, is_place, lies_in, resolve
from cmograph.extractors.remarks import is_remark, without_remark
from cmograph.mentions.lists import split_list

_LEADING = re.compile(r"\s*(?:and\s+)?(?:[Tt]he\s+)?")
_DIMENSIONS = re.compile(r"\s*[Bb]y\s")
_DOTTED = re.compile(r"\.\w+\.$")
_JOINT = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?")
_SHORT_FORM = re.compile(r"[A-Z][A-Z&. ]{1,7}")
_BETWEEN = re.compile(r"[\s,;:|•·–—-]*(?:\bo\s+)?(?:\d+(?:\.\d+)*\.?\s+)?(?:and\s+)?(?:the\s+)?")
_WORD = re.compile(r"[^\s,;:|•·()]+(?:\s+|(?=[,;:|•·()])|$)")
_MOST_WORDS = 6
_WIDE = (PlaceKind.AREA, PlaceKind.TRADE_REGION)


def place_name(text: str, start: int, end: int) -> Name:
    """A place's name without what clings to it: colons, full stops, a leading "the" or "and"."""
    raw = text[start : without_remark(text, start, end)]
    lead = _LEADING.match(raw)
    begin = start + (lead.end() if lead else 0)
    finish = start + len(raw.rstrip(" :;,-–—"))
    if text[begin:finish].endswith(".") and not _DOTTED.search(text[begin:finish]):
        finish -= 1
    return Name(text[begin:finish], Span(begin, finish)) if finish > begin else Name("", Span(start, start))


def split_places(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The places of a list in a line; "Middle East & Africa" is one of them, "(By Type and Country)" has none."""
    spans: list[Span] = []
    if _DIMENSIONS.match(text, start, end) or is_remark(text, start, end):
        return ()
    for span in split_list(text, start, end):
        if spans and _is_one(text, spans[-1], span):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    if spans and spans[-1].end < end and _DOTTED.search(text, spans[-1].start, spans[-1].end + 1):
        spans[-1] = Span(spans[-1].start, spans[-1].end + 1)  # "U.K." keeps its full stop at a list's end too
    return tuple(name for span in spans if (name := place_name(text, *span)).text)


def _is_one(text: str, left: Span, right: Span) -> bool:
    """Whether an "and" or "&" parts what is one place's name."""
    return _JOINT.fullmatch(text, left.end, right.start) is not None and is_place(text[left.start : right.end])


def is_short_form(region: str, inside: str) -> bool:
    """Whether what stands in brackets behind a region is its abbreviation: "Asia Pacific (APAC)"."""
    if _SHORT_FORM.fullmatch(inside.strip()) is None:
        return False
    letters = "".join(word[0] for word in re.findall(r"[A-Z]\w*", region))
    return inside.strip().replace(".", "") == letters or (is_place(inside) and resolve(inside) is resolve(region))


def run_of_places(text: str, start: int, end: int) -> list[Name]:
    """The places that text[start:end] names one after the other, parted by signs or by nothing; empty where anything
    else stands there."""
    found: list[Name] = []
    at = start
    while at < end:
        between = _BETWEEN.match(text, at, end)
        at = between.end() if between else at
        if at >= end:
            break
        name = longest_place(text, at, end)
        if name is None:
            return []
        found.append(name)
        at = name.span.end
    return found


def longest_place(text: str, at: int, end: int) -> Name | None:
    """The longest name of a place that text[at:end] begins with; None where it begins with none."""
    best, stop = None, at
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, stop, end)
        if word is None:
            break
        stop = word.end()
        name = place_name(text, at, stop)
        name = Name(name.text.strip(), Span(name.span.start, name.span.start + len(name.text.strip())))
        if name.text and is_place(name.text):
            best = name
    return best


def nested(names: Iterable[Name]) -> tuple[RegionGroup, ...]:
    """The groups of a flat run of places: a country goes under the wider region before it, if it lies there."""
    groups: list[RegionGroup] = []
    for name in names:
        wide = resolve(groups[-1].region.text) if groups else None
        if wide is not None and _lies_under(name.text, wide):
            groups[-1] = replace(groups[-1], places=(*groups[-1].places, name))
        else:
            groups.append(RegionGroup(name))
    return tuple(groups)


def is_wide(name: str) -> bool:
    """Whether a name is a region of several countries."""
    place = resolve(name)
    return place is not None and place.kind in _WIDE


def _lies_under(name: str, wide: Place) -> bool:
    place = resolve(name)
    if place is None or wide.kind not in _WIDE or wide.code.startswith("rest-of"):
        return False
    narrow = place.kind not in _WIDE or place.code.startswith("rest-of")
    return narrow and lies_in(place.code, wide.code)
