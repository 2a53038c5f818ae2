"""Whether a number is told as a forecast: by the words that govern it, else by its year and that of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cmograph.claims.model import Claim, Facts
from cmograph.extractors.figures.kinds.yearly import place_of_lead
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.times.times_beside import time_after, time_before
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.extractors.vocabulary.tense_words import tense_words

_NEAR = 12
_RIGHT_BEHIND = 4
_BREAKS = frozenset({",", ";", "and", "(", ")", ".", "while", "whereas", "but", "which", "as", "to"})
_TO_BE = ["to", "be"]


def year_told(facts: Facts) -> int | None:
    """The year in which a page speaks: that of its posting, else the one from which its report forecasts."""
    if facts.posted:
        return int(facts.posted[:4])
    return facts.forecast[0] if facts.forecast else None


def of_years_ahead(claims: Iterable[Claim], now: int | None) -> Iterator[Claim]:
    """The claims of tables and lists, which have no words to tell: those of a year behind that of the page are
    forecasts."""
    for claim in claims:
        last = claim.year or claim.end
        yield replace(claim, projected=True) if now and last and last > now else claim


def is_projected(scene: Scene, index: int, year: int | None, last: int | None, now: int | None) -> bool:
    """Whether an amount is told as a forecast; `year` is the one that it holds for, `last` that or the end of its
    period, `now` the page's."""
    told, at = _told(scene, index)
    if told and _is_aside(scene, index, at, year, now):
        return False
    return bool(now and last and last > now) if told is None else told


Told = tuple[bool | None, int]
"""Whether words tell a number as a forecast or as counted, None where none do; and where the word of forecasting stands
that governs it (-1 for none)."""


def _told(scene: Scene, index: int) -> Told:
    """What the words about an amount tell: those behind it, else those before."""
    if _is_base(scene, index):
        return None, -1
    behind = _told_behind(scene, index)
    return _told_before(scene, index) if behind is None else (behind, scene.amounts[index].first)


def _is_base(scene: Scene, index: int) -> bool:
    """Whether an amount is the one from which another came: "grow from $2 billion in 2023 to", "against $2 billion";
    not the least of a range."""
    at = place_of_lead(scene, index)
    compared = scene.words[max(0, at - 1) : at + 1] in (["compared", "to"], ["compared", "with"])
    ranging = at > 0 and scene.words[at - 1] in {"ranging", "range", "ranges", "anywhere"}
    return compared or (scene.words[at] in tense_words().bases and not ranging)


def _told_behind(scene: Scene, index: int) -> bool | None:
    """ "5% is anticipated", "5% over the next five years", "$5 billion in the last fiscal year" """
    listed = tense_words()
    words = scene.words[scene.amounts[scene.chain_end(index)].last : scene.ceiling(index)][:_NEAR]
    for at, word in enumerate(words[:_RIGHT_BEHIND]):
        if word in _BREAKS:
            break
        if word in listed.foreseen_behind and (words[at + 1 : at + 2] != ["to"] or words[at + 1 : at + 3] == _TO_BE):
            return True
    near = words[: next((at for at, word in enumerate(words) if word in _BREAKS), len(words))]
    if not listed.coming.isdisjoint(near) and not listed.coming_spans.isdisjoint(near):
        return True
    return None if listed.gone.isdisjoint(near) or listed.gone_spans.isdisjoint(near) else False


def _told_before(scene: Scene, index: int) -> Told:
    """What the nearest verb before an amount tells: a word of forecasting governs all that follows until another verb;
    a verb of the past tells only the number that follows. "To reach" foresees nothing where another verb leads to it
    ("sold more to reach $5 billion")."""
    listed, words = tense_words(), scene.words
    first = scene.amounts[scene.chain_start(index)].first
    cues = [cue for cue in scene.cues if cue.kind == "projected" and cue.last <= first]
    foreseen = {cue.last - 1: cue.first for cue in reversed(cues)}
    aimed = -1
    for at in range(first - 1, -1, -1):
        if at in foreseen and words[foreseen[at]] != "to":
            return True, at
        if at in foreseen:
            aimed = foreseen[at]
            continue
        word = words[at]
        if word in listed.past and _is_finite(words, at):
            return (False if at >= scene.floor(index) else None), -1
        if (word in listed.present and _is_finite(words, at)) or _opens_a_clause(scene, at, foreseen):
            return None, -1
    return (True if aimed >= 0 and not _is_result(scene, aimed) else None), aimed


def _is_result(scene: Scene, at: int) -> bool:
    """ "adding 12% to reach $5 billion": whether an aim stands right behind an amount, and is what that came to."""
    return any(amount.last == at for amount in scene.amounts)


def _is_finite(words: list[str], at: int) -> bool:
    """Whether a verb tells what was or is; those of "followed closely by", "be valued" and "as follows" do not."""
    listed = tense_words()
    return listed.agents.isdisjoint(words[at + 1 : at + 3]) and words[at - 1] not in listed.not_finite_behind


def _opens_a_clause(scene: Scene, at: int, foreseen: dict[int, int]) -> bool:
    """Whether a verb that an infinitive could be too, or "is", has a clause of its own behind the last word of
    forecasting."""
    listed = tense_words()
    word = scene.words[at]
    if word not in listed.bare and word not in listed.copulas:
        return False
    governor = max((last for last in foreseen if last < at), default=-1)
    between = scene.words[governor + 1 : at]
    if governor < 0 or not listed.clause_openers.isdisjoint(between):
        return True
    return word in listed.copulas and not {",", "and", "to"}.isdisjoint(between)


def _is_aside(scene: Scene, index: int, at: int, year: int | None, now: int | None) -> bool:
    """ "is expected to grow, valued at $2 billion in 2023", "aims to grow, with sales of $2 billion": whether a comma
    parts an amount from the forecast, and it has a year of its own that is over, or is a sum without one."""
    words, first = scene.words, scene.amounts[index].first
    comma = next((place for place in range(first - 1, at, -1) if words[place] == ","), -1)
    if comma < 0:
        return False
    if year is None:
        return scene.amounts[index].is_money and words[comma + 1] == "with"
    time = time_after(scene, index, periods=False) or time_before(scene, index, periods=False)
    over = now is not None and year < now
    return over and time is not None and time.first > comma and time.word not in figure_words().until
