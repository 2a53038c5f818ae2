"""Items of a list that are more or less than a segment: where the page gives the same list in brackets, "[A, B and C]",
its items come from cutting that at each comma and at nothing else."""

from __future__ import annotations

import re

from cmograph.claims.model import Name, SegmentName
from cmograph.document import Span
from cmograph.extractors.segment.segment_names import segment_name
from cmograph.extractors.vocabulary.wordlists import wordlists
from cmograph.mentions.lists import split_list

_JOINED = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_WORD_JOINED = re.compile(r"\sand\s", re.IGNORECASE)
_REST = re.compile(r"\s+(?:and|&)\s+others?$", re.IGNORECASE)
_BRACKET = re.compile(r"\[([^\[\]\n]{3,600})\]")
_HALF_NUMBER = re.compile(r"000\b")
_NO_LETTER = re.compile(r"\W+")


def cut_right(text: str, names: list[SegmentName]) -> list[SegmentName]:
    """The segments as the list in brackets has them: the last one as two where it is "C and D", and whole what was cut
    inside a number or brackets."""
    joined, broken = _JOINED.search(names[-1].name.text), any(_is_broken(name.name.text) for name in names)
    if not (joined or broken) or any(name.parent >= 0 for name in names):
        return names
    listed = _letters("".join(name.name.text for name in names))
    bracket = next((found for found in _BRACKET.finditer(text) if _letters(found[1]) == listed), None)
    if bracket is None:
        return names
    if broken:
        return [SegmentName(segment_name(text, *part)) for part in split_list(text, *bracket.span(1))]
    joint = _joint(names[-1].name.text, alone=len(names) == 1)
    return [*names[:-1], *_sides(names[-1].name, joint)] if joint else names


def _is_broken(name: str) -> bool:
    return name.count("(") != name.count(")") or _HALF_NUMBER.match(name) is not None


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
