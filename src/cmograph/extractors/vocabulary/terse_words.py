"""The word lists of data/terse_lines.toml, loaded and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class TerseWords:
    """Words by which a line leaves out whose its figures are; see data/terse_lines.toml for each."""

    terse: re.Pattern[str]
    labels: frozenset[str]
    no_parts: frozenset[str]


@cache
def terse_words() -> TerseWords:
    """The word lists for terse lines."""
    raw = table("terse_lines.toml")
    label, opener = ("|".join(map(re.escape, raw[name])) for name in ("labels", "openers"))
    terse = re.compile(
        rf"(?i)(?:(?:(?:{label}|20\d\d)\b[\s()&,/–-]*){{1,8}}:|(?:FY\s?)?20\d\d\b[^:\n]{{0,25}}:"
        rf"|(?:{opener})\b(?![^,.;]{{0,40}}:)|[~≈]?\s?(?:US|USD\s?)?[$€£¥₹]\s?\d)"
    )
    return TerseWords(terse, frozenset(raw["labels"]), frozenset(raw["no_parts"]))
