"""The last item of a list that is two segments: where the page gives the same list in brackets, "[A, B and C]", its
items come from cutting that at the commas."""

from __future__ import annotations

import re

from cmograph.claims.model import Name, SegmentName
from cmograph.document import Span
from cmograph.extractors.wordlists import wordlists

_JOINED = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_WORD_JOINED = re.compile(r"\sand\s", re.IGNORECASE)
_REST = re.compile(r"\s+(?:and|&)\s+others?$", re.IGNORECASE)
_BRACKET = re.compile(r"\[([^\[\]\n]{3,600})\]")
_NO_LETTER = re.compile(r"\W+")


def last_parted(text: str, names: list[SegmentName]) -> list[SegmentName]:
    """The segments, the last one as two where it is "C and D" and the page has the list in brackets too."""
    last = names[-1]
    if not _JOINED.search(last.name.text) or any(name.parent >= 0 for name in names):
        return names
    listed = _letters("".join(name.name.text for name in names))
    if all(_letters(found[1]) != listed for found in _BRACKET.finditer(text)):
        return names
    joint = _joint(last.name.text, alone=len(names) == 1)
    return [*names[:-1], *_sides(last.name, joint)] if joint else names


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).lower()


def _joint(name: str, *, alone: bool) -> Span | None:
    """Where the two segments in `name` meet; None where it is one ("Oil & Gas", "Medical and Dental Schools")."""
    rest = _REST.search(name)
    if rest:
        return Span(rest.start(), rest.start() + len(rest[0]) - len(rest[0].split()[-1]))
    held = [found.span() for found in wordlists().pairs.finditer(name)]
    joints = [
        joint
        for joint in (*_JOINED.finditer(name), *_WORD_JOINED.finditer(name))
        if not any(start <= joint.start() < end for start, end in held)
        and name.count("(", 0, joint.start()) == name.count(")", 0, joint.start())
    ]
    if not joints:
        return None
    joint = joints[-1]
    before, after = name[: joint.start()].split(), name[joint.end() :].split()
    shares_noun = len(before) == 1 < len(after)
    return None if not before or not after or (shares_noun and not alone) else Span(*joint.span())


def _sides(name: Name, joint: Span) -> list[SegmentName]:
    begin = name.span.start
    return [
        SegmentName(Name(name.text[: joint.start], Span(begin, begin + joint.start))),
        SegmentName(Name(name.text[joint.end :], Span(begin + joint.end, name.span.end))),
    ]
