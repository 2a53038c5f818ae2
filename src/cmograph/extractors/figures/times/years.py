"""For which year or period a number holds: the time right after it, else the one before it in its clause, else the one
at the head of the sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from cmograph.extractors.figures.kinds.part_of import OF_THAT
from cmograph.extractors.figures.kinds.said_again import says_the_last_again
from cmograph.extractors.figures.kinds.yearly import led_by
from cmograph.extractors.figures.scene.mention import SUBJECT
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.topic import Recall
from cmograph.extractors.figures.times.dated_together import year_told_with_the_next
from cmograph.extractors.figures.times.earlier_years import (
    is_part_of_the_last,
    label_of,
    opens_with_years_back,
    year_named,
    years_back,
)
from cmograph.extractors.figures.times.rises import end_of_a_rise, year_risen_to
from cmograph.extractors.figures.times.set_beside import is_set_beside
from cmograph.extractors.figures.times.times_beside import is_fiscal, time_after, time_before
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.mentions.periods import Time

_SET_AGAINST = frozenset({"from", "against", "versus", "vs", "following", "after", "than", "been"})
_WHOLES = frozenset({("out", "of"), ("total", "of")})
_STEPS = 5
_MOST_BORROWED = 40
"""Over so many numbers a year goes from one to the next; a longer row is no sentence, and as deep as Python goes."""

_SHARED_BY = frozenset({"while", "whereas", "latter", "former"})
_NOW = frozenset({"now", "today", "currently", "already", "since", "still"})
_OTHERWISE = (["that", "is"], ["which", "is"], ["equal", "to"], ["equivalent", "to"])
_FOLLOWED = frozenset({"followed", "trailed"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A sentence, and what the sentences before it were about; `points_back` where it goes on with the figure of the
    one before ("Behind it comes …"), `expected` the year that the lines around it lead one to expect, `borrowed` over
    how many numbers a year is looked for already."""

    scene: Scene
    recall: Recall
    points_back: bool = False
    expected: int | None = None
    borrowed: int = 0

    @property
    def earlier(self) -> list[int]:
        """The years that the sentence before gave."""
        return self.recall().years

    def at_another(self) -> Clock:
        """The same for the number from which another one may have its year."""
        return replace(self, borrowed=self.borrowed + 1)


def year_of(clock: Clock, index: int) -> int | None:
    """The year of a size, a revenue or a share: the one that is told, else the one to be expected."""
    if clock.borrowed > _MOST_BORROWED:
        return clock.expected
    back = years_back(clock.scene, index)
    if back:
        set_against = _set_against(clock, index)
        return set_against - back if set_against else year_named(clock.scene, index)
    return _year_told(clock, index) or clock.expected


def _year_told(clock: Clock, index: int) -> int | None:
    """The year that the sentence gives a number."""
    spread = _spread(clock.scene, index) or end_of_a_rise(clock.scene, index)
    if spread is not None:
        return spread
    time = (
        label_of(clock.scene, index)
        or time_after(clock.scene, index, periods=False)
        or time_before(clock.scene, index, periods=False)
        or _head(clock.scene, index)
    )
    if time is None:
        return _borrowed_year(clock, index)
    if time.same:
        known = known_years(clock, time)
        certain = not time.period or time.word == "by" or len(set(known)) == 1
        return known[-1] if known and certain else None
    if time.period:
        return time.end if time.word in {"by", "to"} or is_fiscal(clock.scene, time) else None
    return time.end


def _set_against(clock: Clock, index: int) -> int | None:
    """The year from which an amount counts back: that of the nearest number of its kind before it, else of the sentence
    before."""
    alike = _last_alike(clock.scene, index)
    if alike is not None:
        return year_of(clock.at_another(), alike)
    opens = opens_with_years_back(clock.scene.words) and not clock.scene.times
    return clock.earlier[-1] if opens and clock.earlier else None


def _whole_before(scene: Scene, index: int) -> int:
    """The amount before one that is a part of it; not the one with which that was compared."""
    at = index - 1
    while at and (years_back(scene, at) or led_by(scene, at) == "from"):
        at -= 1
    return at


def _last_alike(scene: Scene, index: int) -> int | None:
    """The last amount before one that is money as it is, or a percentage as it is."""
    is_money = scene.amounts[index].is_money
    return next((at for at in range(index - 1, -1, -1) if scene.amounts[at].is_money == is_money), None)


def _borrowed_year(clock: Clock, index: int) -> int | None:
    """The year of a number that has none of its own."""
    shared = _shared(clock.scene, index) or year_told_with_the_next(clock.scene, index)
    if shared is not None:
        return shared
    if index and is_part_of_the_last(clock.scene, index):
        return year_of(clock.at_another(), _whole_before(clock.scene, index))
    if (clock.points_back and clock.earlier) or (not index and _is_part_of_the_sum_before(clock)):
        return clock.earlier[-1]
    alike = _last_alike(clock.scene, index)
    if alike is not None and (is_set_beside(clock.scene, alike, index) or _is_whole_of_the_last(clock.scene, index)):
        return year_of(clock.at_another(), alike)
    if _is_said_in_bracket(clock.scene, index + 1):
        return year_of(clock.at_another(), index + 1)
    start = clock.scene.chain_start(index)
    if start < index:
        return year_of(clock.at_another(), start)
    if _says_it_otherwise(clock.scene, index):
        return year_of(clock.at_another(), index - 1)
    return year_risen_to(clock.scene, index) or _alongside(clock, index)


def _is_part_of_the_sum_before(clock: Clock) -> bool:
    """ "Spain contributes $5 million of it", where the sentence before gives one year."""
    amount = clock.scene.amounts[0]
    of_it = clock.scene.words[amount.last : amount.last + 2] in OF_THAT
    return amount.is_money and of_it and len(set(clock.earlier)) == 1


def _is_whole_of_the_last(scene: Scene, index: int) -> bool:
    """ "$3 million in 2024, out of a total of $5 million": whether it is the whole of which the last is a part."""
    first = scene.amounts[index].first
    return any(pair in _WHOLES for pair in pairwise(scene.words[max(0, first - _STEPS) : first]))


def _says_it_otherwise(scene: Scene, index: int) -> bool:
    """ "$3 billion in 2022, or 29% of the total", "…, that is, 29%", "29% in 2022, worth $3 billion": the same in other
    words."""
    if says_the_last_again(scene, index):
        return True
    if not index or scene.amounts[index].is_money or not scene.amounts[index - 1].is_money:
        return False
    at = scene.back_over(scene.amounts[index].first, _before_a_share())
    words = scene.words
    said = words[at] == "or" or words[at - 1 : at + 1] in _OTHERWISE
    return said and at > scene.amounts[index - 1].last


def _is_said_in_bracket(scene: Scene, index: int) -> bool:
    """ "36% ($13 billion) of revenues in 2016": whether a sum is the percentage before it in a bracket, behind which
    the sentence goes on with what that is a share of."""
    if index >= len(scene.amounts) or not scene.amounts[index].is_money or scene.amounts[index - 1].is_money:
        return False
    bracketed = scene.words[scene.amounts[index - 1].last : scene.amounts[index].first] == ["("]
    return bracketed and scene.words[scene.amounts[index].last :][:2] == [")", "of"]


def _shared(scene: Scene, index: int) -> int | None:
    """A year behind the last of several short parts holds for all: "Europe's $2.1 billion and Asia's $3.4 billion in
    2022", "$2 million of a group total of $5 million in 2022"."""
    for here, following in pairwise(range(index, min(len(scene.amounts), index + _MOST_BORROWED))):
        if not _is_beside(scene, here, following):
            return None
        time = time_after(scene, following, periods=False)
        if time is not None and not time.same:
            return time.end if not time.period else None
    return None


def _is_beside(scene: Scene, index: int, after: int) -> bool:
    """Whether an amount and the one after it are short parts of a whole: "Europe's $2.1 billion and Asia's $3.4
    billion"."""
    here, following = scene.amounts[index], scene.amounts[after]
    between = scene.words[here.last : following.first]
    return not (
        len(between) > 6
        or here.is_money != following.is_money
        or ({",", "and"}.isdisjoint(between) and between[:1] != ["of"])
        or not _SET_AGAINST.isdisjoint(between)
        or not figure_words().clause_breaks.isdisjoint(between)
        or not figure_words().ahead.isdisjoint(between)
    )


def _alongside(clock: Clock, index: int) -> int | None:
    """A clause that "while" sets beside another or that says who followed, is of the same year, unless it looks
    ahead; so is one behind a semicolon that speaks of something else."""
    scene = clock.scene
    alike = _last_alike(scene, index)
    if alike is None:
        return None
    between = scene.words[scene.amounts[alike].last : scene.amounts[index].first]
    if not figure_words().ahead.isdisjoint(between):
        return None
    another = ";" in between and _speaks_of_another(scene, alike, index)
    if _SHARED_BY.isdisjoint(between) and not another and not _says_who_followed(between):
        return None
    return year_of(clock.at_another(), alike)


def _speaks_of_another(scene: Scene, before: int, index: int) -> bool:
    """Whether the subject that stands between two amounts is none of those before the first, and nothing says that it
    speaks of another time."""
    floor, first = scene.amounts[before].last, scene.amounts[index].first
    if not _NOW.isdisjoint(scene.words[floor:first]):
        return False
    named = [group for group in scene.groups if floor <= group.first < first and group.rank >= SUBJECT]
    told = {member.subject for group in scene.groups if group.first < floor for member in group.members}
    return bool(named) and told.isdisjoint(member.subject for group in named for member in group.members)


def _says_who_followed(words: list[str]) -> bool:
    """ "; soaps followed with 22%", not ", followed closely by soaps with 22%" """
    return any(word in _FOLLOWED and "by" not in words[at + 1 : at + 3] for at, word in enumerate(words))


def known_years(clock: Clock, time: Time) -> list[int]:
    """The years that "the same year" or "that period" can point back to: those before it in the sentence, else those of
    the sentence before."""
    here = [
        year
        for other in clock.scene.times
        if other.first < time.first and not other.same
        for year in (other.start, other.end)
        if year
    ]
    return (sorted(set(here)) if time.period else here) or clock.earlier


def _spread(scene: Scene, index: int) -> int | None:
    """As many years as numbers: "$4.5 billion and $5.1 billion in 2020 and 2021, respectively"."""
    first, last = scene.chain_start(index), scene.chain_end(index)
    count = last - first + 1
    if count < 2 or any(amount.converted for amount in scene.amounts[first : last + 1]):
        return None
    single = [time for time in scene.times if not time.period and not time.same]
    floor, ceiling = scene.amounts[last].last, scene.ceiling(last)
    near = [time for time in single if floor <= time.first < min(ceiling, floor + 4 * count)]
    if not near:
        near = [time for time in single if time.last <= scene.amounts[first].first]
    return near[index - first].end if len(near) == count else None


def _head(scene: Scene, index: int) -> Time | None:
    """The year at the head of the sentence dates every number of it that has none of its own, but not one foreseen for
    later."""
    if not scene.times or not index:
        return None
    time = scene.times[0]
    labelled = scene.words[time.last : time.last + 1] == [":"]  # "had a poor 2024: its sales"
    if (time.first > 6 and not labelled) or time.period or time.last > scene.amounts[0].first or time.same:
        return None
    between = scene.words[scene.amounts[index - 1].last : scene.amounts[index].first]
    if led_by(scene, index) == "from" and led_by(scene, index - 1) == "to":
        return None  # "dropped to $4 million from $5 million"
    return time if figure_words().foreseeing.isdisjoint(between) else None


@cache
def _before_a_share() -> frozenset[str]:
    """What may stand between "or" and a share that says a sum otherwise."""
    return kind_words().tied_by | {","}
