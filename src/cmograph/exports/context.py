"""The JSON-LD context, read backwards: from IRIs to the words that stand for them in JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from cmograph.errors import ExportError

_SEGMENT = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
_RESOLVED = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]+)?/(?:(?!\.{1,2}/)[A-Za-z0-9._~-]+/)*")
_PREFIX = "kg"
_UNDERSTOOD = {"@id", "@type", "@reverse", "@container", "@prefix"}


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the context.

    Attributes:
        name: the key in JSON.
        type: "@id", "@vocab" or a datatype's IRI, which plain values of this key have; "" for plain strings.
        many: whether its values are always an array.
    """

    name: str
    type: str = ""
    many: bool = False


class Context:
    """A context that holds terms, prefixes, "@vocab", aliases of keywords and reversed terms.

    Attributes:
        source: the context as it is written.
        base: what the names of the graph's own things begin with.
        own: what makes them short beside that context. A base against which all readers resolve a name alike is a base
            of relative IRIs. One that ends in "#" would lose that part, of one with "." or ".." or nothing between
            two slashes some readers tidy up the path, and URNs have no paths: such a base is a prefix.

    Raises:
        ExportError: it holds something else.
    """

    def __init__(self, source: Mapping[str, object], base: str) -> None:
        self.source = source
        self.base = base
        self._relative = _RESOLVED.fullmatch(base) is not None
        self.own: Mapping[str, str] = {"@base" if self._relative else _PREFIX: base}
        self._vocab = str(source.get("@vocab", ""))
        words = {word: value for word, value in {**source, **self.own}.items() if not word.startswith("@")}
        self._keywords = {value: word for word, value in words.items() if str(value).startswith("@")}
        self._words = frozenset(words)
        self._prefixes = {
            word: value for word, value in words.items() if isinstance(value, str) and value[-1:] in {"/", "#", ":"}
        }
        self._terms: dict[str, Term] = {}
        self._names: dict[str, str] = {}
        self._reversed: dict[str, tuple[str, Term]] = {}
        for word in sorted(words):
            self._define(word, words[word])
        self._by_length = sorted(self._prefixes.items(), key=lambda item: (-len(item[1]), item[0]))

    def _define(self, word: str, value: object) -> None:
        if word in self._prefixes or word in self._keywords.values():
            return
        entry = {"@id": value} if isinstance(value, str) else value
        if not isinstance(entry, dict) or not entry.keys() <= _UNDERSTOOD:
            raise ExportError(f"the JSON-LD context defines {word!r} in a way that is not understood: {value!r}")
        kind = str(entry.get("@type", ""))
        term = Term(word, kind if kind.startswith("@") else self._expanded(kind), entry.get("@container") == "@set")
        if "@reverse" in entry:
            self._reversed[word] = (self._expanded(str(entry["@reverse"])), term)
        else:
            self._terms[self._expanded(str(entry.get("@id", word)))] = term

    def _expanded(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        if colon:
            return self._prefixes.get(prefix, prefix + ":") + local
        return self._vocab + name if name else ""

    def keyword(self, keyword: str) -> str:
        """The word for "@id", "@type" …; the keyword itself where it has no other."""
        return self._keywords.get(keyword, keyword)

    def term(self, predicate: str) -> Term:
        """The word for a predicate; a predicate that has none is written as an IRI."""
        return self._terms.get(predicate) or Term(self.name(predicate))

    def reverse(self, word: str) -> tuple[str, Term]:
        """The predicate that a reversed term reads backwards.

        Raises:
            ExportError: the context has no such term.
        """
        try:
            return self._reversed[word]
        except KeyError:
            raise ExportError(f"the JSON-LD context has no reversed term {word!r}, by which the export nests") from None

    def name(self, iri: str) -> str:
        """The shortest name for a class or predicate."""
        if iri not in self._names:
            self._names[iri] = self._terms[iri].name if iri in self._terms else self._named(iri)
        return self._names[iri]

    def _named(self, iri: str) -> str:
        local = iri.removeprefix(self._vocab)
        if local != iri and _is_plain(local) and local not in self._words:
            return local
        return self._prefixed(iri)

    def reference(self, iri: str) -> str:
        """The shortest way to refer to a thing."""
        local = iri.removeprefix(self.base)
        if self._relative and local != iri and _is_plain(local):
            return local
        return self._prefixed(iri)

    def _prefixed(self, iri: str) -> str:
        for prefix, start in self._by_length:
            local = iri.removeprefix(start)
            if iri.startswith(start) and not local.startswith("//"):
                return f"{prefix}:{local}"
        return iri


def _is_plain(segment: str) -> bool:
    return _SEGMENT.fullmatch(segment) is not None


def load_context(path: Path, base: str) -> Context:
    """A context from its file.

    Raises:
        ExportError: it is no JSON object with an "@context" that this program understands.
    """
    try:
        source = json.loads(path.read_bytes())["@context"]
    except (ValueError, KeyError, TypeError) as error:
        raise ExportError(f"{path} is no JSON-LD context ({error!r}); expected an object with '@context'") from error
    if not isinstance(source, dict):
        raise ExportError(f"{path} holds a context of several parts; expected one object")
    return Context(cast("dict[str, object]", source), base)
