"""Numbers of footnotes that are set high behind a word or a number: "$5 billion³ in 2021⁴" without them says the
same, and glued to the number something else."""

from __future__ import annotations

import re

_NUMBERS = re.compile(r"\s*[\[(]?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*[\])]?\s*")
_RAISED = re.compile(
    r"(?:^|(?<=[\s\d/(.·×*]))(?:10|[ckdmnµμ]?m|[ckm]?g|ft|in|yd|mi|[shxnr])$|[\^=+*×]\s?\w*$", re.IGNORECASE
)
"""What is raised to a power rather than annotated: a unit, the ten of "10⁶", a term."""


def is_reference(raised: str, before: str) -> bool:
    """Whether what is set high behind a text is the number of a footnote."""
    return bool(before) and _NUMBERS.fullmatch(raised) is not None and _RAISED.search(before) is None
