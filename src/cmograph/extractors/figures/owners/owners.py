"""Whose a number is where its kind, the paragraph or the page has a say in it beside the names of the sentence."""

from __future__ import annotations

from cmograph.claims.model import Reason, Subject, SubjectKind
from cmograph.extractors.figures.kinds.sales_growth import grew_with_sales
from cmograph.extractors.figures.names.directory import stem
from cmograph.extractors.figures.names.own_market import is_own
from cmograph.extractors.figures.names.placed_market import is_bare
from cmograph.extractors.figures.names.places_meant import is_place_of_code
from cmograph.extractors.figures.owners.channels import channel_of
from cmograph.extractors.figures.owners.counted_names import several_meant
from cmograph.extractors.figures.owners.firm_sizes import Holder, holder_of, market_aimed_at
from cmograph.extractors.figures.owners.firms import receiver_of
from cmograph.extractors.figures.owners.gapped import gapped_owner
from cmograph.extractors.figures.owners.headed_parts import is_terse
from cmograph.extractors.figures.owners.inverted import owner_behind
from cmograph.extractors.figures.owners.issuers_own import of_the_issuer, refusal_beside
from cmograph.extractors.figures.owners.leaning import are_markets, leans_on_another
from cmograph.extractors.figures.owners.local_market import of_an_open_market
from cmograph.extractors.figures.owners.opened_parts import part_behind, part_opened
from cmograph.extractors.figures.owners.pairs import each_of, pair_unlisted
from cmograph.extractors.figures.owners.pointing import names_meant, regions_meant
from cmograph.extractors.figures.owners.portrayed import firm_at_home, firm_of_a_part
from cmograph.extractors.figures.owners.relative_clauses import antecedent_of
from cmograph.extractors.figures.owners.subject import Owners, subjects_of
from cmograph.extractors.figures.owners.told_beside import told_beside
from cmograph.extractors.figures.owners.unnamed_firms import are_unnamed
from cmograph.extractors.figures.owners.unnamed_owners import MARKET, owner_meant
from cmograph.extractors.figures.placeholders import is_nameless
from cmograph.extractors.figures.scene.head import head_of
from cmograph.extractors.figures.scene.mention import MARKETS, SUBJECT, describes_firms, is_tier
from cmograph.extractors.figures.scene.parents import PARENT
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words
from cmograph.mentions.tokens import tokenize

_ALL = frozenset(SubjectKind)
_NO_FIRMS = _ALL - {SubjectKind.COMPANY}
_PARTS = _ALL - {SubjectKind.MARKET}
_OWN_PARTS = _PARTS - {SubjectKind.OTHER_MARKET}
_FIRMS = frozenset({SubjectKind.COMPANY})
_FIRMS_AND_GROUPS = _FIRMS | {SubjectKind.GROUP}
_WORLDWIDE = frozenset({"global", "globally", "world", "worldwide", "overall"})
_MONEY = frozenset({"revenue", "size", "money"})


def owners_of(scene: Scene, setting: Setting, chain: list[int], kind: str, carried: Owners) -> Owners | Reason:
    """For each amount of a chain, its subjects, or why it has none that count.

    Args:
        scene: the sentence.
        setting: what surrounds it.
        chain: indexes of amounts of one kind that "and" and commas join.
        kind: what they measure.
        carried: the subjects of the chain before this one in the sentence.
    """
    of_money, beside = kind in _MONEY, told_beside(scene, chain, kind, carried)
    if kind == "growth" and grew_with_sales(scene, chain[0], last_kind=""):
        kind = "revenue"  # what a firm's sales grew by is the firm's as they are
    of_a_market = _of_a_market_size(scene, setting, chain, carried) if kind == "size" else None
    several = several_meant(scene, setting, chain[0]) if kind == "share" and len(chain) == 1 else None
    given = beside or several or _of_the_part_above(scene, setting, chain) or of_a_market
    if given:
        return given
    found = _named_or_paired(scene, setting, chain, kind, carried)
    if found is None and len(chain) > 1 and "respectively" in scene.words:
        return Reason.NO_SUBJECT
    if len(chain) == 1 and carried and found == carried[-1:] and (gapped := gapped_owner(scene, chain[0], carried)):
        return [[gapped]]
    leaning = found is None or leans_on_another(scene, chain, found, carried)
    unlisted = _unlisted(scene, setting, chain, kind, leaning=leaning, found=found)
    owner = unlisted or (owner_meant(scene, setting, kind) if found is None else None)
    found = each_of(scene, chain, owner) if owner else found
    found, issuer = of_an_open_market(found, scene, setting), setting.directory.issuer
    if found and issuer and (not_its_own := refusal_beside(scene, chain[0], kind, issuer, found)):
        return not_its_own
    firm = _firm_portrayed(scene, setting, chain[0], found, kind) if of_money or kind == "share" else None
    found = [[firm] for _ in chain] if firm else found
    if found and issuer and of_money:
        found, kind = of_the_issuer(found, scene, setting.directory, issuer), "revenue"
    if found and kind != "share":
        found = _of_a_place(found, scene, setting)
    if found is None or (of_money and not _are_firms(found) and are_unnamed(scene, chain[0])):
        return Reason.NO_SUBJECT
    return _refusal([subject for subjects in found for subject in subjects], kind) or found


def _firm_portrayed(scene: Scene, setting: Setting, index: int, found: Owners | None, kind: str) -> Subject | None:
    """The firm in whose portrait an amount stands that was found to be a part's or a place's."""
    if not found:
        return None
    if kind == "share":
        return firm_at_home(setting, scene, index, found)
    return firm_of_a_part(setting, scene, index, found, kind)


def _of_the_part_above(scene: Scene, setting: Setting, chain: list[int]) -> Owners | None:
    """The part of the market that stands above a line which names nobody before an amount: "Market size: $5 billion",
    "Projected at $5 billion, with Spain in the lead" under "Europe"."""
    if not is_terse(scene.text, scene.span):
        return None
    first = scene.amounts[chain[0]].first
    named = any(group.first < first and group.kind not in MARKETS for group in scene.groups)
    part = None if named else setting.part()
    return [[part] for _ in chain] if part else None


def _named_or_paired(scene: Scene, setting: Setting, chain: list[int], kind: str, carried: Owners) -> Owners | None:
    """The subjects that the sentence names or points back to; two that no list names rather than the one of the amount
    before."""
    found = _named_or_meant(scene, setting, chain, kind, carried)
    if found is not None and found != carried[-1:] * len(chain):
        return found
    return pair_unlisted(scene, chain, kind) or found


def _named_or_meant(scene: Scene, setting: Setting, chain: list[int], kind: str, carried: Owners) -> Owners | None:
    """The subjects that the sentence names or, for shares, points back to."""
    regions = regions_meant(scene, setting) if kind != "share" else None
    if regions:
        each = len(chain) == 1 and "each" in scene.words
        return [[region] for region in regions] if each else [regions for _ in chain]
    together = any(cue.kind == "together" for cue in scene.cues)
    for kinds in _choices(kind, scene, carried):
        found = subjects_of(scene, chain, kinds, carried, together)
        if found:
            return _region_at_the_head(scene, found)
    if len(chain) > 1:
        return _respective(setting, chain) if _points_to_each(scene.words) else None
    return names_meant(scene, setting, chain[0]) if kind == "share" else None


def _unlisted(
    scene: Scene, setting: Setting, chain: list[int], kind: str, *, leaning: bool, found: Owners | None
) -> Subject | None:
    """Who has a single amount where no list of the page names them: the subject of its clause, or a firm in a part that
    only firms play; the paragraph goes on with them."""
    of_no_part = len(chain) == 1 and (found is None or are_markets(found))
    part = (channel_of(scene, chain[0]) or _behind(scene, chain[0], kind)) if of_no_part else None
    if part:
        setting.topic().subject = part
        return part
    of_a_firm = kind == "revenue" and found is not None and _are_no_firms(found)
    if len(chain) > 1 or not (leaning or of_a_firm):
        return None
    owner = (antecedent_of(scene, chain[0]) if kind == "growth" else None) or head_of(scene, chain[0], kind)
    if not leaning and owner and owner.kind is not SubjectKind.COMPANY:
        owner = None
    owner = owner or (part_opened(scene, chain[0]) if found is None else None)
    owner = owner or (part_behind(scene, chain[0]) if kind == "money" else None)
    owner = owner or (receiver_of(scene, chain[0]) if kind == "share" else None)
    if owner and owner.kind is SubjectKind.SEGMENT and is_own(tokenize(owner.name), setting.directory):
        return None
    if owner:
        setting.topic().subject = owner
    if owner and owner.kind is SubjectKind.COMPANY:
        setting.topic().company = owner
    return owner


def _behind(scene: Scene, index: int, kind: str) -> Subject | None:
    """The part of the market that stands behind the verb of a size or a share, where no subject before it has it."""
    if head_words().came.isdisjoint(scene.words) and "with" not in scene.words:
        return None
    told = any(group.rank >= SUBJECT and group.first < scene.amounts[index].first for group in scene.groups)
    return owner_behind(scene, index) if kind in {"size", "share", "money", "revenue"} and not told else None


def _are_firms(owners: Owners) -> bool:
    return any(subject.kind in _FIRMS_AND_GROUPS for subjects in owners for subject in subjects)


def _are_no_firms(owners: Owners) -> bool:
    kinds = {subject.kind for subjects in owners for subject in subjects}
    return kinds.isdisjoint(_FIRMS_AND_GROUPS | {SubjectKind.SEGMENT})


def _refusal(owners: list[Subject], kind: str) -> Reason | None:
    """Why nothing is claimed of these owners: nobody knows them, each firm of a tier has a sum, or a firm cannot have a
    market's size."""
    if any(subject.name == PARENT for subject in owners):
        return Reason.NO_SUBJECT
    if kind in _MONEY and any(is_tier(subject) for subject in owners):
        return Reason.NO_SUBJECT
    if any(is_nameless(subject.name) for subject in owners):
        return Reason.PLACEHOLDER
    firms = all(subject.kind is SubjectKind.COMPANY for subject in owners)
    return Reason.NOT_MARKET if kind == "size" and firms else None


def _of_a_market_size(scene: Scene, setting: Setting, chain: list[int], carried: Owners) -> Owners | Reason | None:
    """Whose a "market size" is where a firm is spoken of; what a firm has of it is what the firm sells there."""
    match holder_of(scene, chain[0]):
        case Holder.FIRM:
            found = subjects_of(scene, chain, _FIRMS, carried, together=False)
            company = setting.topic().company if found is None else None
            return found or ([[company] for _ in chain] if company else Reason.NOT_MARKET)
        case Holder.MARKET:
            return [[market_aimed_at(scene, chain[-1]) or MARKET] for _ in chain]
        case Holder.NOBODY:
            return Reason.NOT_MARKET
        case Holder.UNSAID:
            return None


def _choices(kind: str, scene: Scene, carried: Owners) -> tuple[frozenset[SubjectKind], ...]:
    """Which kinds of subjects an amount of a kind can have, the likeliest first."""
    if kind == "share":
        return _OWN_PARTS, _PARTS
    if kind == "size":
        return _NO_FIRMS, _ALL
    of_market = scene.has(SubjectKind.MARKET, as_subject=True) and not scene.has(SubjectKind.COMPANY, as_subject=True)
    of_market = of_market and not (carried and carried[-1][0].kind is SubjectKind.COMPANY)
    if kind != "revenue" or of_market:
        return (_ALL,)
    of_firms = any(
        group.kind is SubjectKind.GROUP and describes_firms(group.members[0].subject.name) for group in scene.groups
    )
    return _FIRMS_AND_GROUPS if of_firms else _FIRMS, _ALL


def _region_at_the_head(scene: Scene, found: Owners) -> Owners:
    """ "In North America, the market reached …": the region at the head of the sentence has the number, not the whole
    market."""
    if not scene.groups or any(subject.kind is not SubjectKind.MARKET for subjects in found for subject in subjects):
        return found
    first = scene.groups[0]
    headed = (
        first.kind is SubjectKind.REGION
        and 1 <= first.first <= 2
        and scene.words[0] in {"in", "across", "within", "for", "from"}
    )
    return [[member.subject for member in first.members] for _ in found] if headed else found


def _of_a_place(found: Owners, scene: Scene, setting: Setting) -> Owners:
    """The market's numbers in a paragraph on a place's part of it are that place's; those of the place whose market the
    page is about are the market's."""
    placed = setting.placed_market() if found[0][0].kind is SubjectKind.MARKET else None
    if placed and _speaks_on(scene) and not _is_of_the_name(placed, setting):
        found = [[placed] for _ in found]
    return _whole_for_its_place(found, setting.directory.place) if setting.directory.place else found


def _speaks_on(scene: Scene) -> bool:
    """Whether a sentence names no market but by this word, and no place, nor the whole world."""
    return _WORLDWIDE.isdisjoint(scene.words) and all(
        group.kind is SubjectKind.MARKET and is_bare(group, scene.words)
        for group in scene.groups
        if group.kind in MARKETS or group.kind is SubjectKind.REGION
    )


def _is_of_the_name(place: Subject, setting: Setting) -> bool:
    """Whether the market's own name has a place."""
    return all(stem(word) in setting.directory.stems for word in place.name.lower().split())


def _whole_for_its_place(found: Owners, place: str) -> Owners:
    """On a page on the market of one place that place stands for the market, but for what it has a share of."""
    return [[MARKET if is_place_of_code(subject, place) else subject for subject in subjects] for subjects in found]


def _respective(setting: Setting, chain: list[int]) -> Owners | None:
    """ "A leads, followed by B and C. Their shares are 35%, 25% and 20%, respectively." """
    named = setting.topic().named
    return [[subject] for subject in named] if len(named) == len(chain) else None


def _points_to_each(words: list[str]) -> bool:
    """ "respectively", "these two segments", "the two regions": names before these have one number each."""
    two = words[:8]
    pointing = any(two[at] in {"these", "those", "the", "both"} for at in range(len(two)))
    listed = figure_words()
    parts = pointing and "two" in two and not (listed.places.isdisjoint(two) and listed.segment_words.isdisjoint(two))
    return "respectively" in words or parts
