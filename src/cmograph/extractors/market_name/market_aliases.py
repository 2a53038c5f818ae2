"""Other names that a page gives its market: "Turbine housings, also known as nacelle covers (NC), are …"."""

from __future__ import annotations

import re

from cmograph.extractors.vocabulary.signs import signs_of

_ADVERBS = tuple(
    f" {adverb} " for adverb in ("also", "otherwise", "commonly", "sometimes", "popularly", "widely", "often", "better")
)
_TAIL = re.compile(r"(?:\s*\([^()\n]*\))?,?\s+(?:(?:is|are)\s+)?[a-z]+\s$")
_OPEN = re.compile(r"(?:^|[\n.:]\s*|\b(?:the|an?|global)\s+)$")
_NAMES = re.compile(
    r"(?:an?\s+|the\s+)?(?P<names>[^\n,;:.()]{3,80}?)(?:\s*\((?P<short>[A-Z][A-Za-z0-9&-]{1,9})\))?"
    r"(?=\s*[,;:.(]|\s+(?:is|are|was|were|has|have|which|that|refers?)\s)"
)
_OR = re.compile(r"\s+or\s+(?:an?\s+)?")
_WINDOW, _MOST_WORDS = 180, 5


def also_called(text: str, name: str) -> tuple[str, ...]:
    """The other names that a text gives a market in the first sentence that says so, as it spells them."""
    for start, end in signs_of(text).of("also_called"):
        if text.endswith(_ADVERBS, 0, start) and _is_of(text[max(0, start - _WINDOW) : start], name):
            return _named(text, end)
    return ()


def _is_of(before: str, name: str) -> bool:
    """Whether what stands before "known as" is the market's name and nothing more."""
    tail = _TAIL.search(before)
    spoken, own = _plain(before[: tail.start()] if tail else ""), _plain(name)
    return tail is not None and spoken.endswith(own) and _OPEN.search(spoken, 0, len(spoken) - len(own)) is not None


def _plain(name: str) -> str:
    return name.lower().removesuffix("s").replace("-", " ")


def _named(text: str, at: int) -> tuple[str, ...]:
    found = _NAMES.match(text, at)
    if found is None:
        return ()
    names = [name for name in _OR.split(found["names"]) if len(name.split()) <= _MOST_WORDS and len(name) > 2]
    return tuple(name for name in (*names, found["short"]) if name)
