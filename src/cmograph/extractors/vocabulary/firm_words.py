"""The word lists of data/firm_words.toml, loaded and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class FirmWords:
    """Words by which a name is told to be a firm's; see data/firm_words.toml for each.

    Verbs have a space before them, `kinds` a name behind them; `quoted` is the short form on an exchange behind a name.
    """

    reporting_verbs: tuple[str, ...]
    weak_reporting_verbs: tuple[str, ...]
    earning_verbs: tuple[str, ...]
    holding_verbs: tuple[str, ...]
    weak_holding_verbs: tuple[str, ...]
    joint_holding_verbs: tuple[str, ...]
    together: tuple[str, ...]
    kinds: tuple[str, ...]
    kinds_before_comma: tuple[str, ...]
    kinds_behind: tuple[str, ...]
    abbreviations: frozenset[str]
    no_makers: frozenset[str]
    of_goods: frozenset[str]
    not_divided_by: frozenset[str]
    quoted: re.Pattern[str]


@cache
def firm_words() -> FirmWords:
    """The word lists for what calls a name a firm's."""
    raw = table("firm_words.toml")
    exchanges = "|".join(map(re.escape, raw["exchanges"]))
    return FirmWords(
        reporting_verbs=tuple(f" {verb}" for verb in raw["reporting_verbs"]),
        weak_reporting_verbs=tuple(f" {verb}" for verb in raw["weak_reporting_verbs"]),
        earning_verbs=tuple(f" {verb}" for verb in raw["earning_verbs"]),
        holding_verbs=tuple(f" {verb}" for verb in raw["holding_verbs"]),
        weak_holding_verbs=tuple(f" {verb}" for verb in raw["weak_holding_verbs"]),
        joint_holding_verbs=tuple(f" {verb}" for verb in raw["joint_holding_verbs"]),
        together=tuple(f" {word}" for word in raw["together"]),
        kinds=tuple(f" {kind} " for kind in raw["kinds"]),
        kinds_before_comma=tuple(f"{kind}, " for kind in raw["kinds"]),
        kinds_behind=tuple(f" {kind}," for kind in raw["kinds"]),
        abbreviations=frozenset(raw["abbreviations"]),
        no_makers=frozenset(raw["no_makers"]),
        of_goods=frozenset(raw["of_goods"]),
        not_divided_by=frozenset(raw["not_divided_by"]),
        quoted=re.compile(rf" \((?:{exchanges})[^():]{{0,20}}: ?[A-Z0-9][A-Z0-9.-]{{0,11}}\b[^()]{{0,40}}\)"),
    )
