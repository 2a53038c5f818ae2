"""Names behind a label that says what they lead in: "Leading type: Ring scanners, with 68% of sales"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.table_heads import column_kind
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.tokens import NUMBER, SIGN, Token, written

_LONGEST_LABEL, _LONGEST_NAME = 5, 6
_JOINTS = frozenset({"&", "-", "/", "'", "’"})


def label_end(words: list[str]) -> int:
    """Where the colon of a label stands that begins with a superlative ("Fastest-growing channel:"); 0 where there is
    none."""
    if not words or words[0] not in figure_words().superlatives:
        return 0
    return next((at for at, word in enumerate(words[: _LONGEST_LABEL + 1]) if word == ":"), 0)


def labelled_name(tokens: list[Token], words: list[str]) -> Mention | None:
    """The name behind such a label, up to the first sign or small word that begins what is said of it; a segment, or a
    company where the label speaks of these."""
    colon = label_end(words)
    first = last = colon + 1
    while last < len(tokens) and last - first <= _LONGEST_NAME and _goes_on(tokens[last], words[last]):
        last += 1
    if not colon or not 0 < last - first <= _LONGEST_NAME or not tokens[first].text[:1].isupper():
        return None
    firm = column_kind(words[colon - 1]) is SubjectKind.COMPANY
    kind = SubjectKind.COMPANY if firm else SubjectKind.SEGMENT
    return Mention(Subject(kind, written(tokens[first:last])), first, last)


def _goes_on(token: Token, word: str) -> bool:
    """Whether a name goes on through a token."""
    if token.kind == SIGN:
        return word in _JOINTS
    return token.kind != NUMBER and word != "with" and word not in figure_words().prepositions and not is_verb(token)
