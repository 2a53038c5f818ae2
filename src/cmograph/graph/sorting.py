"""Sorting more lines than memory should hold: runs are sorted in memory, kept on disk and merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import BinaryIO

RUN = 500_000
"""Lines that are sorted in memory at a time: about 100 MB of N-Triples."""

BLOCK = 10_000
"""Lines that are handed on at a time."""


def sorted_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines, each ending in a line feed, in the order of their bytes, each once, joined into blocks."""
    source = iter(lines)
    with ExitStack() as stack:
        runs: list[BinaryIO] = []
        while run := sorted(set(islice(source, RUN))):
            file = stack.enter_context(tempfile.TemporaryFile())
            file.writelines(run)
            file.seek(0)
            runs.append(file)
        merged = (line for line, _ in groupby(heapq.merge(*runs)))
        while block := b"".join(islice(merged, BLOCK)):
            yield block
