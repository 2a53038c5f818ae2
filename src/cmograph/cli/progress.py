"""A progress bar on stderr, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def _unseen(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


@contextmanager
def progress_bar(verb: str, *, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A function to tell (done, in all) to; it draws a bar where stderr is a terminal, and nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield _unseen
        return
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # its watching thread would be in the way of the worker processes
    with tqdm(desc=verb, unit=" pages", leave=False, file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show
