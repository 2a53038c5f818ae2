"""Names in a text: looks known names up among tokens, longest first. Works for places, companies, segments and markets
alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from cmograph.mentions.tokens import Token, token_words

T = TypeVar("T")


_PLAIN = {"&": "and", "’": "'"}
"""Signs that pages write in two ways, as names are looked up."""


def _plain(word: str) -> str:
    return _PLAIN.get(word, word)


class NameIndex(Generic[T]):
    """Known names, each with what it stands for.

    A name matches in any case and with either apostrophe, except that a name of three capitals at most ("US", "NA",
    "BD") matches only in capitals.
    """

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, T]]] = {}
        for name, meaning in names:
            words = tuple(_plain(word) for word in token_words(name))
            if words:
                short = len(name) <= 4 and name.isupper()
                self._by_first.setdefault(words[0], []).append((words, short, meaning))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    @property
    def heads(self) -> frozenset[str]:
        """The first words of all names, in lower case."""
        return frozenset(self._by_first)

    def at(self, tokens: list[Token], at: int) -> tuple[int, T] | None:
        """The longest name that begins with tokens[at], as (index after its last token, meaning); None where there is
        none."""
        entries = self._by_first.get(tokens[at].lower)
        if entries is None:
            return None
        second = _plain(tokens[at + 1].lower) if at + 1 < len(tokens) else ""
        for words, short, meaning in entries:
            if len(words) > 1 and words[1] != second:
                continue
            end = at + len(words)
            if end > len(tokens) or (short and tokens[at].text != tokens[at].text.upper()):
                continue
            if len(words) < 3 or all(_plain(tokens[at + i].lower) == words[i] for i in range(2, len(words))):
                return end, meaning
        return None
