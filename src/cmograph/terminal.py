"""Text that somebody else wrote, on its way to a terminal."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def harmless(line: str) -> str:
    """A line in which what a page or a file's name brings cannot steer the terminal: control characters are blanks."""
    return _CONTROL.sub(" ", line)
