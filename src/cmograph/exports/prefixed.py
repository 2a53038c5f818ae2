"""Turtle and TriG by pyoxigraph, with the prefixes always in the same order (it keeps them in a hash map)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, cast

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from cmograph.vocab import PREFIXES


def write_prefixed(statements: Iterable[Quad] | Iterable[Triple], out: BinaryIO, form: RdfFormat, base: str) -> None:
    """Serialize statements in their order, with the project's prefixes and `id:` for the base.

    Args:
        statements: in the order in which they are to stand, those of one subject together.
        out: where to write; it need not be seekable.
        form: Turtle or TriG.
        base: the IRI under which the graph's own things are named.
    """
    prefixes = _prefixes(base)
    serialize(statements, cast("BinaryIO", _SortedHeader(out, len(prefixes))), form, prefixes=prefixes)


def _prefixes(base: str) -> dict[str, str]:
    overlapping = any(iri.startswith(base) or base.startswith(iri) for iri in PREFIXES.values())
    return dict(PREFIXES) if overlapping else {**PREFIXES, "id": base}


class _SortedHeader:
    """A stream that holds back the prefix lines until it has them all, and hands them on sorted."""

    def __init__(self, out: BinaryIO, lines: int) -> None:
        self._out = out
        self._missing = lines
        self._held = b""

    def write(self, data: bytes) -> int:
        if not self._missing:
            return self._out.write(data)
        self._held += data
        if self._held.count(b"\n") >= self._missing:
            lines = self._held.split(b"\n", self._missing)
            self._out.write(b"\n".join([*sorted(lines[:-1]), lines[-1]]))
            self._missing, self._held = 0, b""
        return len(data)

    def flush(self) -> None:
        self._out.flush()
