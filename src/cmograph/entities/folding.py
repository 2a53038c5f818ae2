"""Folding: names that differ only in accents, case, punctuation or spacing become one key."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHE = re.compile(r"['’‘`´]s?\b")
_ABBREVIATION = re.compile(r"\b((?:\w\.){2,}\w?|\w(?:\.\w)+)(?!\w)")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SEPARATOR = re.compile(r"[\W_]+")


def words(name: str) -> str:
    """The words of a name in lower case without accents, parted by one space; "&" is "and", "+" is "plus", "S.p.A." is
    "spa".

    Letters that have no ASCII form stay, so that names in other scripts keep apart. Empty where the name has neither
    letter nor digit.
    """
    if name.isascii():
        text = name.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", name)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()
    if "." in text:
        text = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), text)
    if not text.isascii() or "'" in text or "`" in text:
        text = _APOSTROPHE.sub(lambda match: match[0][1:], text)
    text = text.replace("&", " and ").replace("+", " plus ")
    return " ".join(_SEPARATOR.sub(" ", text).split())


def bare(name: str) -> str:
    """The name without what stands in parentheses or brackets; the whole name where nothing else would be left."""
    if "(" not in name and "[" not in name:
        return name
    rest = _BRACKETED.sub(" ", name)
    return rest if any(map(str.isalnum, rest)) else name
