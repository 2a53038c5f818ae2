"""What a percentage is that no word beside it tells: what the number before it was, or what a reader expects."""

from __future__ import annotations

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.kinds.light_verbs import counts_nothing, is_held
from cmograph.extractors.figures.kinds.percent import Percent
from cmograph.extractors.figures.kinds.pointing_back import is_set_against_another
from cmograph.extractors.figures.kinds.wordless_rates import bracketed_name, moves
from cmograph.extractors.figures.scene.mention import SUBJECT

CLAIMED = frozenset({"growth", "share"})
"""What percentages can claim."""


def like_the_last(percent: Percent) -> str | None:
    """Without any cue it is what the number before it was."""
    alike = percent.last_kind in CLAIMED and percent.of_market is None
    alike = alike and not (_gives_a_reason(percent) or is_set_against_another(percent.scene, percent.index))
    return percent.last_kind if alike else None


def _gives_a_reason(percent: Percent) -> bool:
    """ "Asia grows at 9% because India asks for at least 5%": whether a percentage stands in a reason."""
    return "because" in percent.scene.words[percent.scene.floor(percent.index) : percent.amount.first]


def called_share_later(percent: Percent) -> str | None:
    """ "With 12%, Europe has the second largest share" """
    floor = percent.amount.last
    later = min(percent.ceiling, floor + 12)
    told = any(cue.kind == "share" and floor <= cue.first < later for cue in percent.scene.cues)
    return "share" if told and percent.of_market is None else None


def held(percent: Percent) -> str | None:
    """ "Asia is at 36%", "E-commerce got to 11%" """
    return "share" if percent.of_market is not False and is_held(percent.scene, percent.index) else None


def expected(percent: Percent) -> str | None:
    """What the lines around lead one to expect, else a share, where a place is the subject or a name has a bracket."""
    if percent.of_market is not None or (percent.scene.expected != "growth" and moves(percent)):
        return None
    if _gives_a_reason(percent):
        return None
    if percent.scene.expected in CLAIMED:
        return percent.scene.expected
    placed = any(
        group.kind is SubjectKind.REGION and group.rank >= SUBJECT and group.last <= percent.amount.first
        for group in percent.scene.groups
    )
    placed = placed and counts_nothing(percent.scene, percent.amount)
    return "share" if placed or bracketed_name(percent) else None
