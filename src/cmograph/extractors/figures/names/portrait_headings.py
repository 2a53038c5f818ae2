"""Headings of portraits: lines that are little more than the name of what the text below is about."""

from __future__ import annotations

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.scene.mention import Group
from cmograph.mentions.tokens import Token

NO_PORTRAIT = frozenset({SubjectKind.MARKET, SubjectKind.GROUP})
"""Of what no part of a page is a portrait."""

_BEHIND_A_NAME = frozenset({":", "–", "—"})
_LONGEST_WITH_REMARK, _WORDS_BEFORE, _WORDS_BESIDE = 14, 2, 3


def is_portrait_heading(tokens: list[Token], group: Group) -> bool:
    """Whether a line is little more than one name, or a firm's with a remark on it ("Acme: a quiet year")."""
    if len(group.members) != 1:
        return False
    if group.kind is SubjectKind.COMPANY and group.last < len(tokens) and tokens[group.last].lower in _BEHIND_A_NAME:
        return group.first < _WORDS_BEFORE and len(tokens) < _LONGEST_WITH_REMARK
    return group.last - group.first + _WORDS_BESIDE > len(tokens) and group.kind not in NO_PORTRAIT
