"""What is a company's own where a page reports its results, the sales of its regions, segments and lines, and what is
not: a market that it speaks of, parts of its sales."""

from __future__ import annotations

import re

from cmograph.claims.model import Reason, Subject, SubjectKind
from cmograph.extractors.figures.names.directory import Directory
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, growth_words
from cmograph.mentions.tokens import WORD, tokenize

_OF_SALES = 4
_NEAR = 8
_HEAD = 6


def refusal_beside(scene: Scene, index: int, kind: str, issuer: Subject, found: Owners) -> Reason | None:
    """Why a number that would be the company's is not: it measures a market, or is a part of the company's sales
    ("53% of net sales")."""
    amount = scene.amounts[index]
    following = scene.words[amount.last : amount.last + _OF_SALES]
    if not amount.is_money and following[:1] == ["of"] and not growth_words().sold.isdisjoint(following):
        return Reason.NOT_MARKET
    told = kind != "share" and any(subject == issuer for subjects in found for subject in subjects)
    return Reason.NO_MARKET if told and _is_of_a_market(scene, index) else None


def of_the_issuer(found: Owners, scene: Scene, directory: Directory, issuer: Subject) -> Owners:
    """The owners of money: the company for what it sells in its regions, segments and lines."""
    return [
        [issuer] if all(_is_part(subject, scene, directory) for subject in subjects) else subjects for subjects in found
    ]


def _is_of_a_market(scene: Scene, index: int) -> bool:
    """ "The world market for pumps should be worth $3 billion", "a market which it puts at $3 billion": no sales stand
    between "market" and the number."""
    first = scene.amounts[index].first
    near = [*range(_HEAD), *range(max(0, first - _NEAR), first)]
    markets = [at for at in near if at < first and scene.words[at] in figure_words().market_words]
    named = [at for at in markets if scene.words[at + 1] not in figure_words().market_nouns]
    return bool(named) and growth_words().sold.isdisjoint(scene.words[named[-1] : first])


def _is_part(subject: Subject, scene: Scene, directory: Directory) -> bool:
    """Whether a subject is a part of the company: a region, a segment, or a line of its own, which no list has among
    the companies and of which a word stands elsewhere in lower case."""
    if subject.kind is not SubjectKind.COMPANY:
        return subject.kind in {SubjectKind.REGION, SubjectKind.SEGMENT}
    tokens = tokenize(subject.name)
    if directory.companies.at(tokens, 0) is not None:
        return False
    return any(re.search(rf"\b{re.escape(token.lower)}\b", scene.text) for token in tokens if token.kind == WORD)
