"""Which words are verbs."""

from __future__ import annotations

from cmograph.extractors.vocabulary.figure_words import head_words
from cmograph.mentions.tokens import Token


def is_verb(token: Token) -> bool:
    """Whether a token is one of the verbs; "LED" is none."""
    return token.lower in head_words().verbs and not (token.text.isupper() and len(token.text) > 1)
