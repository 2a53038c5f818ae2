"""Whether a phrase is the page's own market: its abbreviation, another spelling of its name, or most of its words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from cmograph.extractors.figures.names.abbreviations import is_in_capitals, words_meant
from cmograph.extractors.figures.names.directory import Directory, place_names, stem
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.tokens import NUMBER, WORD, Token, written

ALIKE = 0.9
"""From this likeness on (0 to 1, difflib) two spellings are one name."""

_STEMS_ALIKE = 0.85
"""The same for two stems."""

_GENERIC = frozenset({"global", "market", "industry", "of", "and", "the", "s"})
_WORLDWIDE = frozenset({"global", "worldwide", "world", "international"})
_EVERYWHERE = frozenset({"globally", "worldwide"})
_JOINTS = frozenset({"and", "&", ",", "for", "of", "in"})
_NO_LETTERS = re.compile(r"[\W_]+")


def is_own(content: list[Token], directory: Directory) -> bool:
    """Whether the words before "market" are the page's own market: its abbreviation, another spelling, or over half of
    its name."""
    words = [token.lower for token in content]
    if directory.shorts & {word.rstrip("s") for word in words} | (directory.shorts & set(words)):
        known = directory.stems | {stem(short) for short in directory.shorts}
        return len(words) <= 2 or _stems(words) <= known
    if _spelled_alike("".join(words), directory):
        return True
    stems = _likened(_expanded(content, directory), directory.stems)
    if frozenset(stems) in directory.conjuncts:
        return False
    extra = [word for word in words if stem(word) not in directory.stems]
    initials = "".join(word[0] for word in extra)
    if len(extra) > 1 and initials in directory.stems | directory.shorts:
        stems = stems - _stems(extra) | {initials}
    shared = stems & directory.stems
    core = directory.core or directory.stems
    return len(shared & core) > 0.5 * len(core) and len(stems - directory.stems) <= max(0, len(shared) - 2)


def market_of_the_world(
    tokens: list[Token], first: int, at: int, content: list[Token], directory: Directory
) -> str | None:
    """The name of the whole world's market, where a page on that of one place speaks of it: "the global robotics
    market", "Worldwide, the market", but not "the global Japan robotics market"; `content` are the words of the phrase
    tokens[first:at] that say which market."""
    begun = tokens[0].lower in _EVERYWHERE and tokens[1].lower == ","
    if not (begun or tokens[first].lower in _WORLDWIDE) or (content and not is_own(content, directory)):
        return None
    if any(tokens[here].text[:1].isupper() and place_names().at(tokens, here) for here in range(first + 1, at)):
        return None
    return f"global {written(content) if content else directory.product}"


def is_cut_off(tokens: list[Token], first: int, content: list[Token], directory: Directory) -> bool:
    """Whether the phrase is the end of the market's name, which a sign or a number cuts short: "Children's Publishing",
    "1,4-Butanediol"."""
    if not first or (tokens[first - 1].kind == WORD and tokens[first - 1].lower != "s"):
        return False
    ending = _letters("".join(token.lower for token in content))
    return len(ending) > 4 and any(own.endswith(ending) for own in directory.letters)


def is_narrowed(tokens: list[Token], at: int, directory: Directory, before: list[Mention]) -> bool:
    """Whether a word with a dash right before the market's name at `at` makes it a narrower one: "the bio-based resin
    market"."""
    if not at or (before and before[-1].last == at):
        return False
    stemmed, dash, ending = tokens[at - 1].lower.rpartition("-")
    return bool(dash) and ending in figure_words().narrowing and stem(f"{stemmed}-{ending}") not in directory.stems


def name_from(tokens: list[Token], first: int, at: int, directory: Directory) -> int:
    """Where the market's own name begins if words before an "and" or a comma belong to it: "property and casualty
    insurance". `first` where they do not."""
    if first < 2 or tokens[first - 1].lower not in _JOINTS:
        return first
    for start in range(first - 2, max(-1, first - 9), -1):
        joined = "".join(token.lower for token in tokens[start:at] if token.kind in (WORD, NUMBER))
        if _spelled_alike(joined, directory):
            return start
    return first


def past_own_words(tokens: list[Token], last: int, directory: Directory) -> int:
    """Past further words of the market's name up to the word "market": "EAM Software market" on a page on Enterprise
    Asset Management (EAM) Software. `last` where no "market" follows them."""
    at = last
    while at < len(tokens) and at - last < 4 and tokens[at].kind == WORD and stem(tokens[at].lower) in directory.stems:
        at += 1
    return at if at < len(tokens) and tokens[at].lower in figure_words().market_words else last


def _spelled_alike(joined: str, directory: Directory) -> bool:
    """Whether the words run together are the market's name run together, give or take an ending or a slip of the
    pen."""
    letters = _letters(joined)
    return letters in directory.letters or any(_alike(letters, own) for own in directory.letters)


@lru_cache(maxsize=4096)
def _alike(letters: str, own: str) -> bool:
    """Whether two runs of letters are one name; the two quick ratios are upper bounds of the true one."""
    matcher = SequenceMatcher(None, letters, own)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.lower()).removesuffix("s")


def _expanded(content: list[Token], directory: Directory) -> set[str]:
    """The stems of the words, an abbreviation of words of the market's name ("EV" of Electric Vehicle) replaced by
    theirs."""
    found: set[str] = set()
    for token in content:
        spelled = directory.initials.get(token.lower.replace("&", "")) if token.text.isupper() else None
        if spelled is None and is_in_capitals(token.text):
            spelled = _stems([token.lower, *words_meant(token.text, directory.words)]) & directory.stems
        found |= spelled or _stems([token.lower])
    return found


def _likened(stems: set[str], own: frozenset[str]) -> set[str]:
    """Stems with those that only a suffix or a slip of the pen keeps from being one of the market's own replaced by it
    ("chipset", "powder")."""
    return {word if word in own else _own_like(word, own) or word for word in stems}


@lru_cache(maxsize=4096)
def _own_like(word: str, own: frozenset[str]) -> str | None:
    """The market's own stem that a word goes on from, else the one that is nearest in spelling."""
    begun = min((mine for mine in own if len(mine) > 3 and word.startswith(mine)), default=None)
    return begun or next(iter(get_close_matches(word, own, 1, _STEMS_ALIKE)), None)


def _stems(words: list[str]) -> set[str]:
    return {stem(part) for word in words for part in word.replace("/", "-").split("-") if part and part not in _GENERIC}
