"""What is a company's own where its portrait gives the sales of a region, a segment or a line: "Coatings brought in $3
billion" under the company's name; and where a sentence begins with "At Acme,"."""

from __future__ import annotations

from itertools import pairwise

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.scene.parents import is_called_a_part
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.vocabulary.figure_words import figure_words

_PARTS = frozenset({SubjectKind.MARKET, SubjectKind.REGION, SubjectKind.SEGMENT})
_NET = frozenset({"sales", "revenue", "revenues", "turnover"})
_SALES = frozenset({"revenue", "money"})


def firm_of_a_part(setting: Setting, scene: Scene, index: int, found: Owners, kind: str) -> Subject | None:
    """The company whose sales a sum is that was found to be a part's, or the market's: the one at the head of the
    sentence, that of the sum before ("$2 billion of that"), or the one in whose portrait it stands; None where the
    sentence speaks of a market or of another company."""
    if _is_a_division(scene):
        return setting.topic().company
    if kind not in _SALES or any(subject.kind not in _PARTS for subjects in found for subject in subjects):
        return None
    if scene.has(SubjectKind.COMPANY, as_subject=True) or _speaks_of_a_market(scene.words):
        return None
    firms_own = _is_of_the_sum_before(scene, index) or _is_net(scene, index)
    owner = _at_the_head(scene) or (setting.topic().company if firms_own else None)
    owner = owner or (setting.owner() if setting.may_portray_a_firm() else None)
    return owner if owner is not None and owner.kind is SubjectKind.COMPANY else None


def _is_a_division(scene: Scene) -> bool:
    """ "Home Care, the smallest of its divisions, took $2 million": what the page has for a firm is a part of one."""
    first = scene.groups[0] if scene.groups else None
    if (
        first is None
        or first.kind is not SubjectKind.COMPANY
        or first.first
        or scene.words[first.last : first.last + 1] != [","]
    ):
        return False
    end = next((at for at in range(first.last + 1, len(scene.words)) if scene.words[at] == ","), first.last)
    return is_called_a_part(scene.words[first.last : end])


def _is_of_the_sum_before(scene: Scene, index: int) -> bool:
    """ "Coatings contributed $2 billion to this" """
    last = scene.amounts[index].last
    pointing = scene.words[last : last + 2]
    return pointing[:1] in (["of"], ["to"]) and pointing[1:] in (["this"], ["that"])


def _is_net(scene: Scene, index: int) -> bool:
    """ "Net sales in Europe shrank to $2 billion": what only firms have."""
    words = scene.words[scene.floor(index) : scene.amounts[index].first]
    return "net" in words[:-1] and words[words.index("net") + 1] in _NET


def _at_the_head(scene: Scene) -> Subject | None:
    """ "At Acme, the coatings unit contributed $3 billion" """
    first = scene.groups[0] if scene.words[0] == "at" and scene.groups else None
    return first.members[0].subject if first is not None and first.first == 1 and len(first.members) == 1 else None


def _speaks_of_a_market(words: list[str]) -> bool:
    """Whether a sentence has the word "market" or the like, but in "market share" or "market leader"."""
    listed = figure_words()
    if listed.market_words.isdisjoint(words):
        return False
    return any(
        word in listed.market_words and following not in listed.market_nouns
        for word, following in pairwise((*words, ""))
    )


def firm_at_home(setting: Setting, scene: Scene, index: int, found: Owners) -> Subject | None:
    """ "The leader at home, with a market share of 40% in Norway" in a firm's portrait: the share is the firm's where
    the place only says where it has it."""
    last, groups = scene.amounts[index].last, scene.groups
    if scene.words[last : last + 1] != ["in"]:
        return None
    behind = next((group for group in groups if group.first >= last and group.kind is SubjectKind.REGION), None)
    if behind is None or [[member.subject for member in behind.members]] != found:
        return None
    led = scene.words[last : behind.first] in (["in"], ["in", "the"])
    alone = all(group is behind or group.kind is SubjectKind.MARKET for group in groups)
    owner = setting.owner() if led and alone and "share" in scene.words else None
    return owner if owner is not None and owner.kind is SubjectKind.COMPANY else None
