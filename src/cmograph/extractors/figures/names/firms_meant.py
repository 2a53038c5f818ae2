"""Which firm "the company", "the Danish maker" or "the Swiss CDMO" stands for."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.figures.scene.topic import Recall
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words
from cmograph.extractors.vocabulary.firm_words import firm_words
from cmograph.mentions.tokens import SIGN, Token

_LEADING = frozenset({"the", "this", "parent", "s"})
_SAID = frozenset({"said", "aforementioned"})
_OPENING = 2
"""So many words may stand before the firm with which a sentence opens: "At Acme", "The French Acme"."""


def firm_at(tokens: list[Token], at: int, recall: Recall, before: list[Mention]) -> Mention | None:
    """ "The company" at `at`, a noun for one: the firm that the paragraph is about."""
    if article_before(tokens, at) not in _LEADING and not _article_before(tokens, at):
        return None
    firm = _firm_meant(tokens, at, recall, before)
    return Mention(firm, at, at + 1) if firm else None


def article_before(tokens: list[Token], at: int) -> str:
    """The word before a noun, "said" and the like passed over; "" where none stands there."""
    article = tokens[at - 1].lower if at else ""
    return tokens[at - 2].lower if at > 1 and article in _SAID else article


def firm_of_a_kind(tokens: list[Token], at: int, recall: Recall, before: list[Mention]) -> Mention | None:
    """ "The Swiss CDMO posted …": the firm that the paragraph is about, though the market may be called so too."""
    if tokens[at].lower not in firm_words().abbreviations or at + 1 >= len(tokens):
        return None
    article = at - 1 - _nationality_before(tokens, at)
    alone = tokens[at + 1].kind == SIGN or is_verb(tokens[at + 1])
    if article < 0 or tokens[article].lower not in {"the", "this"} or not alone:
        return None
    firm = _firm_meant(tokens, at, recall, before)
    return Mention(firm, at, at + 1) if firm else None


def _nationality_before(tokens: list[Token], at: int) -> int:
    """How many words of a nationality stand right before `at`: "Swiss", "South Korean"."""
    for width in (2, 1):
        if at > width and " ".join(token.lower for token in tokens[at - width : at]) in figure_words().demonyms:
            return width
    return 0


def _firm_meant(tokens: list[Token], at: int, recall: Recall, before: list[Mention]) -> Subject | None:
    """Which firm "the company" at `at` stands for: the one with which the sentence opens, that of the paragraph, or one
    named before; none in "Acme's group sales", which are its own."""
    firms = [mention for mention in before if mention.subject.kind is SubjectKind.COMPANY]
    if firms and firms[-1].last == at - 2 and tokens[at - 1].lower == "s":
        return None
    topic = recall()
    opened = topic.opened if _stands_at_the_head(tokens, at) else None
    meant = _opening_firm(tokens, at, before) or opened or topic.company
    return meant or (firms[-1].subject if firms else None)


def _stands_at_the_head(tokens: list[Token], at: int) -> bool:
    """Whether "the company" is the subject with which a sentence begins, perhaps behind "In 2020,"."""
    led = tokens[0].lower in figure_words().sentence_openers or tokens[0].lower in head_words().lead_ins
    return at <= _OPENING or (led and any(token.lower == "," for token in tokens[max(0, at - _OPENING - 1) : at]))


def _opening_firm(tokens: list[Token], at: int, before: list[Mention]) -> Subject | None:
    """The firm with which a sentence opens, where another clause begins before `at`: "Acme does not say more; the Swiss
    company"."""
    first = before[0] if before else None
    if first is None or first.subject.kind is not SubjectKind.COMPANY or first.first > _OPENING:
        return None
    between = tokens[first.last : at]
    parted = any(token.lower == ":" or token.lower in figure_words().clause_breaks for token in between)
    return first.subject if parted else None


def _article_before(tokens: list[Token], at: int) -> bool:
    """ "the Danish maker", "the Swiss company": an article at most two words before; "the Acme Group" is a name."""
    described = at > 1 and tokens[at - 2].lower in {"the", "this"} and tokens[at - 1].text[:1].isupper()
    return described and not tokens[at].text[:1].isupper()
