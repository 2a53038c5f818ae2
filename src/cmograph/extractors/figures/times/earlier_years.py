"""Years that are counted back from another one ("$4 billion a year earlier", "the previous fiscal year"), and those
that stand as a label before their number ("(2021: $4 billion)")."""

from __future__ import annotations

from itertools import pairwise

from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.year_words import year_words
from cmograph.mentions.periods import Time

_OPENS = frozenset({";", ",", "(", "and", "but", "while"})
_STEPS = 8


def years_back(scene: Scene, index: int) -> int:
    """How many years before the number that it is set against an amount holds; 0 where it is not said."""
    if year_words().earlier.isdisjoint(scene.words):
        return 0
    amount = scene.amounts[index]
    floor, ceiling = scene.floor(index), scene.ceiling(index)
    behind = _counted_back(scene.words[amount.last : min(ceiling, amount.last + _STEPS)])
    return behind or _ahead_of(scene.words[floor : amount.first], opened=not floor)


def opens_with_years_back(words: list[str]) -> bool:
    """Whether a sentence begins by counting back: "A year earlier, …"."""
    return bool(_counted_back(words[:_STEPS]))


def year_named(scene: Scene, index: int) -> int | None:
    """ "A year before, in 2023, it was worth $3 billion": the year that is named beside the counting back."""
    first = scene.amounts[index].first
    named = [time for time in scene.times if time.last <= first and not time.period and not time.same]
    return named[0].end if len(named) == 1 and not index else None


def label_of(scene: Scene, index: int) -> Time | None:
    """The time that only a colon parts from an amount behind it: "(H1 2021: $4 billion)"."""
    first = scene.amounts[index].first
    if first < 2 or scene.words[first - 1] != ":":
        return None
    return next((time for time in scene.times if time.last == first - 1), None)


def is_label(scene: Scene, time: Time) -> bool:
    """Whether a time is the label of the amount behind it."""
    return scene.words[time.last : time.last + 1] == [":"] and any(
        amount.first == time.last + 1 for amount in scene.amounts
    )


def is_part_of_the_last(scene: Scene, index: int) -> bool:
    """Whether an amount is said to be a part of the one before it: "of which the coatings unit made $2 billion", ",
    with the coatings unit contributing $2 billion", "$2 billion thereof"."""
    amount = scene.amounts[index]
    floor = scene.floor(index)
    between = scene.words[floor : amount.first]
    behind = scene.words[amount.last : amount.last + 2]
    told = any(pair in {("of", "which"), ("of", "that"), ("of", "this")} for pair in pairwise(between))
    told = told or ("with" in between and not year_words().part.isdisjoint(between))
    return (told and ";" not in between) or behind[:1] == ["thereof"] or behind in (["of", "that"], ["of", "this"])


def _ahead_of(words: list[str], *, opened: bool) -> int:
    """ "; a year earlier, the figure had been", "(previous year:": the years counted back where a clause before an
    amount opens; `opened` where the words begin with one."""
    if year_words().earlier.isdisjoint(words):
        return 0
    openings = [0] if opened else []
    openings += [at + 1 for at, word in enumerate(words) if word in _OPENS]
    return next((counted for at in openings if (counted := _counted_back(words[at : at + _STEPS]))), 0)


def _counted_back(words: list[str]) -> int:
    """The years that the phrase counts back with which `words` begin: 1 for "the year before", "in the previous fiscal
    year" and "the prior-year period", 2 for "two years earlier", -2 for "two years later"; else 0."""
    listed = year_words()
    if listed.earlier.isdisjoint(words):
        return 0
    at = 0
    while at < len(words) and words[at] in listed.before_earlier and words[at + 1 : at + 2] != ["years"]:
        at += 1
    following = [*words[at : at + 3], "", "", ""]
    if following[0] in listed.a_year_earlier:
        return 1
    if following[0] in listed.previous:
        return 0 if listed.years.isdisjoint(following[1:3]) else 1
    if following[0] == "year":
        return 1 if at and following[1] in listed.ago else 0
    later = following[2] == "later"
    if following[1] not in {"year", "years"} or not (later or following[2] in listed.ago):
        return 0
    counted = int(following[0]) if following[0].isdecimal() else listed.counts.get(following[0], 0)
    return -counted if later else counted
