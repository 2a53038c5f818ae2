"""Owners of firms: "the parent company", named or not."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.figures.scene.topic import Recall
from cmograph.extractors.vocabulary.figure_words import figure_words, size_words
from cmograph.mentions.tokens import WORD, Token, written

_OWNED = frozenset({"its", "their"})
PARENT = "parent company"
"""Stands for an owner that the page does not name."""


def parent_at(tokens: list[Token], at: int, recall: Recall) -> Mention | None:
    """ "Lafarge's parent company, Holcim, …", "Holcim, the parent company, …", "the parent company": the owner, named
    here or before; else one that is not known."""
    last = at + (2 if at + 1 < len(tokens) and tokens[at + 1].lower == "company" else 1)
    following = [token.lower for token in tokens[last : last + 2]]
    if following[:1] == ["of"]:
        return None
    first = last + (following[:1] == [","])
    end = first
    while end < len(tokens) and tokens[end].kind == WORD and tokens[end].text[:1].isupper():
        end += 1
    if end > first:
        return Mention(Subject(SubjectKind.COMPANY, written(tokens[first:end])), at, end)
    owner = _named_before(tokens, at)
    if owner:
        return Mention(Subject(SubjectKind.COMPANY, owner), at, last)
    return Mention(recall().owner or Subject(SubjectKind.GROUP, PARENT), at, last)


def is_called_a_part(apposition: list[str]) -> bool:
    """Whether an apposition calls what stands before it a part of a firm: ", the smallest of its divisions,"."""
    return not _OWNED.isdisjoint(apposition) and not size_words().divisions.isdisjoint(apposition)


def _named_before(tokens: list[Token], at: int) -> str:
    """The owner that a sentence has named before "the parent company" at `at`: "part of Holcim", or "Holcim," right
    before it."""
    words = [token.lower for token in tokens[:at]]
    if words[-2:] == [",", "the"]:
        return _name_up_to(tokens, at - 2)
    for here in range(1, at):
        if words[here] in {"of", "by"} and words[here - 1] in figure_words().owned_by:
            end = here + 1
            while end < at and tokens[end].kind == WORD and tokens[end].text[:1].isupper():
                end += 1
            return written(tokens[here + 1 : end]) if end > here + 1 else ""
    return ""


def _name_up_to(tokens: list[Token], last: int) -> str:
    """The words with capitals that end at a place."""
    first = last
    while first and tokens[first - 1].kind == WORD and tokens[first - 1].text[:1].isupper():
        first -= 1
    return written(tokens[first:last]) if first < last else ""
