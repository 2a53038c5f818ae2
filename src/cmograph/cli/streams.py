"""The streams that a process is given: which may be closed, of another encoding, or full."""

from __future__ import annotations

import io
import os
import sys


def prepared() -> bool:
    """Make the streams fit to be used; whether there is a stdout to write to.

    What is written there is UTF-8 whatever the locale, like all files: JSON and XML say so, and no locale's own
    encoding has every sign of a page.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 (a stream stays open)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout is not None


def dropped(code: int) -> int:
    """The exit code, where stdout can take no more: what waits for it is not tried again when the process ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
