"""Whose a number is when its sentence names nobody: whoever the paragraph is about, else the market."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.names.directory import stem
from cmograph.extractors.figures.names.segment_phrase import CALLED_SEGMENT
from cmograph.extractors.figures.owners.opening import opening_firm
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words, size_words
from cmograph.mentions.forms import is_legal_form

MARKET = Subject(SubjectKind.MARKET, "market")
"""The page's own."""

_OWNED, _FIRM, _LONGEST_NAME = 6, 2, 8
_SOLD = frozenset({"sales", "revenue", "revenues"})
_OF_ALL = frozenset({"business", "leader", "brand"})
"""These stand for a whole market, or for one of many, as well as for a firm."""

_IN_ALL = ["as", "a", "whole"]
_POINTING = frozenset({"these", "those", "this", "them"})
_REST = frozenset({"remaining", "remainder", "balance"})
"""What a sentence that begins with one of these shares out is not of the one before."""


def owner_meant(scene: Scene, setting: Setting, kind: str) -> Subject | None:
    """Whose number it is when the sentence names nobody; "its coatings unit" is the company's, if anybody's."""
    if kind in {"growth", "size"} and _points_to_one_of_two(scene):
        return None
    owned = scene.words[0] in {"its", "their"} and not size_words().divisions.isdisjoint(scene.words[1:_OWNED])
    if owned:
        return setting.topic().company
    return _sold_before(scene, setting) or _owner_unnamed(scene, setting, kind)


def _sold_before(scene: Scene, setting: Setting) -> Subject | None:
    """ "Sales of these exceeded $5 million": what the sentence before was about."""
    words = scene.words[:_OWNED]
    at = next((at for at in range(2, len(words)) if words[at] in _POINTING and words[at - 1] == "of"), 0)
    if not at or words[at - 2] not in figure_words().measures:
        return None
    following = scene.tokens[at + 1 : at + 2]
    return setting.topic().subject if following and is_verb(following[0]) else None


def _points_to_one_of_two(scene: Scene) -> bool:
    """ "The former should grow at 9%": one of two that no list names, and not the market."""
    return scene.words[:2] in (["the", "former"], ["the", "latter"])


def _owner_unnamed(scene: Scene, setting: Setting, kind: str) -> Subject | None:
    """Whose number it is when the sentence names nobody: what the paragraph is about, or the market for growth and
    sizes."""
    nobody = all(group.kind is SubjectKind.MARKET for group in scene.groups)
    if kind == "share" and ("these" in scene.words[:8] or not _REST.isdisjoint(scene.words[:3])):
        return _rest_named(scene)
    if nobody and (portrayed := setting.owner()):
        return portrayed
    subject = setting.topic().subject
    if kind in {"revenue", "growth"} and setting.topic().company is None and (opening := opening_firm(scene)):
        return opening
    market = MARKET if setting.has_market else None
    match kind:
        case "share":
            return subject if nobody and subject and subject.kind is not SubjectKind.MARKET else None
        case "revenue":
            of_market = nobody and (_of_the_market(scene) or _names_its_goods(scene, setting))
            return setting.topic().company or (market if of_market else None)
        case "size" | "money" | "growth" if _is_of_somebody_else(scene, setting):
            return None
        case "growth":
            outside = not figure_words().forecasters.isdisjoint(scene.words[:4])
            of_firms = (
                subject and subject.kind is SubjectKind.COMPANY and not scene.has(SubjectKind.MARKET) and not outside
            )
            issuer = setting.directory.issuer
            reported = setting.topic().company if issuer and not scene.has(SubjectKind.MARKET) else None
            return subject if of_firms else reported or market
        case _:
            outside = nobody and not figure_words().forecasters.isdisjoint(scene.words)
            whole = kind == "size" or outside
            return market if whole else subject or (market if nobody else None)


def _is_of_somebody_else(scene: Scene, setting: Setting) -> bool:
    """Whether a number cannot be the market's: a firm that nobody knows has it ("The Oslo company expects"), or it is
    spent on something else."""
    nouns, words = figure_words().company_nouns, scene.words
    alone = not scene.groups and figure_words().forecasters.isdisjoint(words)
    pointed = alone and any(
        word in nouns
        and word not in _OF_ALL
        and "the" in words[max(0, at - _FIRM) : at]
        and (at <= _FIRM or is_verb(scene.tokens[at + 1]) or words[at + 1 : at + 4] == _IN_ALL)
        for at, word in enumerate(words[:-1])
    )
    of_a_segment = alone and _speaks_of_a_segment(scene) and not _is_the_market(setting.topic().subject)
    return pointed or of_a_segment or _is_spent_elsewhere(scene, setting)


def _is_the_market(subject: Subject | None) -> bool:
    """Whether the market is what "this segment" can only stand for: the paragraph has spoken of nothing else."""
    return subject is not None and subject.kind is SubjectKind.MARKET


def _speaks_of_a_segment(scene: Scene) -> bool:
    """ "the sub-segment is now worth $2 billion": a part of the market that nobody knows."""
    words = scene.words
    return any(
        words[at] in CALLED_SEGMENT and words[at - 1] in {"the", "this", "said"} and is_verb(scene.tokens[at + 1])
        for at in range(1, len(words) - 1)
    )


def _is_spent_elsewhere(scene: Scene, setting: Setting) -> bool:
    """ "Consumers spent $5 billion on pets" on a page about soap: whether what money is spent on is not the market."""
    if kind_words().spenders.isdisjoint(scene.words):
        return False
    spent = next((at for at, word in enumerate(scene.words) if word.startswith("spen")), len(scene.words))
    on = next((at for at in range(spent + 1, len(scene.words)) if scene.words[at] == "on"), spent)
    bought = scene.words[on + 1 : on + _OWNED]
    return on > spent and setting.directory.stems.isdisjoint(stem(word) for word in bought)


def _rest_named(scene: Scene) -> Subject | None:
    """ "The remaining 15% comes from emerging markets", "the remainder, 5%, is the rest of the world": those, as they
    are worded."""
    words, listed = scene.words, figure_words()
    if _REST.isdisjoint(words[:3]):
        return None
    for at in range(1, len(words)):
        if words[at] in listed.rest_nouns and words[at - 1] in listed.rest_adjectives:
            return Subject(SubjectKind.GROUP, scene.text[scene.tokens[at - 1].start : scene.tokens[at].end])
    return next((group.members[0].subject for group in scene.groups if group.kind is SubjectKind.GROUP), None)


def _of_the_market(scene: Scene) -> bool:
    """Whether revenue that nobody is named for can be the market's: the sentence speaks of the market, begins with the
    sales, or foresees what they rise to ("Campers should push sales to $3 billion")."""
    if not figure_words().firms.isdisjoint(scene.words) or scene.words[1:2] in (["at"], ["by"]):
        return False
    if _names_a_firm(scene):
        return False
    dated = scene.words[0].isdigit() and scene.words[2:3] == [":"]  # "2024 revenue: $5 billion"
    return bool(scene.groups) or scene.words[dated] in figure_words().sales_openers or _sales_foreseen(scene)


def _names_a_firm(scene: Scene) -> bool:
    """ "Sales rose to $2 million at Acme Corp.": whether a firm that nobody knows closes the sentence."""
    at = next((at for at in range(len(scene.words) - 1, 0, -1) if scene.words[at] in {"at", "for"}), 0)
    named = scene.tokens[at + 1 :]
    return at > 0 and any(map(is_legal_form, (token.text for token in named[1:]))) and named[0].text[:1].isupper()


def _names_its_goods(scene: Scene, setting: Setting) -> bool:
    """ "puts 2024 soap sales at $3 billion" on a page about soaps: whether sales of the market's own product are
    told."""
    own, words = setting.directory.stems, scene.words
    at = next((at for at, word in enumerate(words) if word in _SOLD), 0)
    return bool(own) and own <= {stem(word) for word in words[max(0, at - _LONGEST_NAME) : at]}


def _sales_foreseen(scene: Scene) -> bool:
    """ "should push sales to …": sales without an owner, and words that look ahead."""
    words = scene.words
    owned = figure_words().pronouns
    rising = any(words[at : at + 2] == ["sales", "to"] and words[at - 1] not in owned for at in range(1, len(words)))
    return rising and any(cue.kind == "projected" for cue in scene.cues)
