"""Records on disk that come in one order and leave in another."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator


def reordered(records: Iterable[tuple[tuple[str | int, ...], bytes]]) -> Iterator[bytes]:
    """Records in the order of their keys; of equal keys in the order in which they came. Memory holds the keys only."""
    with tempfile.TemporaryFile() as file:
        places: list[tuple[tuple[str | int, ...], int, int]] = []
        offset = 0
        for key, record in records:
            places.append((key, offset, len(record)))
            offset += file.write(record)
        for _, start, length in sorted(places):
            file.seek(start)
            yield file.read(length)
