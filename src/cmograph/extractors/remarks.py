"""Remarks in brackets behind the name of a segment or a place: "Cordless (Fastest-Growing Category)"."""

from __future__ import annotations

import re

_RANKED = (
    r"(?i:(?:the\s+)?(?:second[- ])?(?:largest|larger|fastest|faster|leading|dominant|dominating|highest|biggest)\b)"
)
_REMARK = re.compile(rf"\s*\({_RANKED}[^()]*\)$")
_INSIDE = re.compile(_RANKED)


def without_remark(text: str, start: int, end: int) -> int:
    """Where the name text[start:end] ends, without a remark behind it."""
    remark = _REMARK.search(text, start, end) if text[end - 1 : end] == ")" else None
    return remark.start() if remark and remark.start() > start else end


def is_remark(text: str, start: int, end: int) -> bool:
    """Whether brackets hold a remark."""
    return _INSIDE.match(text, start, end) is not None
