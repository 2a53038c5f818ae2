"""For which years a growth rate holds: the period beside it or at the head of the sentence, the years of the sums that
it joins, else the one year in which it was."""

from __future__ import annotations

from cmograph.extractors.figures.kinds.sales_growth import sum_of_growth
from cmograph.extractors.figures.kinds.yearly import between_sums, equated_sums, is_over_a_year, led_by
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.times.earlier_years import label_of, years_back
from cmograph.extractors.figures.times.times_beside import is_foreseen, time_after, time_before
from cmograph.extractors.figures.times.years import Clock, known_years, year_of
from cmograph.extractors.vocabulary.figure_words import figure_words, growth_words
from cmograph.extractors.vocabulary.year_words import year_words
from cmograph.mentions.periods import Time

Years = tuple[int | None, int | None]
"""First and last year of a period; None where the page does not tell."""

_NEAR = 11
_ALONG = frozenset({"and", "ahead"})
_COMPARED = 5
_TO_A_SUM = frozenset({"to", "reach"})
_OVER = frozenset({"over", "from", "since"})


def period_of(clock: Clock, index: int) -> Years:
    """First and last year of a growth rate."""
    scene = clock.scene
    after = time_after(scene, index, periods=True)
    if after is None and is_foreseen(scene, index) and "next" in scene.words[scene.amounts[index].last :][:9]:
        return None, None
    time = after or time_before(scene, index, periods=True) or _growth_head(scene)
    grown = _grown(clock, index) if time is None or not (time.period or time.same) else None
    if grown:
        return grown
    if time is None:
        change = _years_of_change(clock, index)
        return change if change[1] or is_foreseen(scene, index) else _until_told(scene, index)
    if time.same:
        known = known_years(clock, time)
        known = known if len(known) > 1 else clock.earlier
        return (known[-2], known[-1]) if len(known) > 1 else (None, None)
    if not time.period and _is_compared_with(scene, time):
        end = _years_of_change(clock, index)[1] or _year_pointed_back_to(clock)
        return time.start, end if end and time.start and end > time.start else None
    return (time.start, time.end) if time.period else _single_year(clock, index, time)


def _year_pointed_back_to(clock: Clock) -> int | None:
    """The year of the sum with which a sentence goes on: "That was 8% more"."""
    return clock.earlier[-1] if clock.points_back and clock.earlier else None


def _year_compared_with(scene: Scene, time: Time) -> int | None:
    """ "fell by 3% in 2020 as compared to 2019": the year behind another one that this one is set against."""
    following = next((other for other in scene.times if other.first >= time.last), None)
    if following is None or following.period or following.same or following.first - time.last > _COMPARED:
        return None
    apart = scene.words[time.last : following.first]
    near = bool(apart) and apart[-1] in _OVER and len(apart) == 1
    earlier = time.end is not None and following.end is not None and following.end < time.end
    return following.end if earlier and (near or _is_compared_with(scene, following)) else None


def _years_of_change(clock: Clock, index: int) -> Years:
    """The year in which the sum of sales beside a growth rate was reached, or the sum before a rise "over the year
    before"; and the year of the sum from which it came, where that is told."""
    scene = clock.scene
    changed = sum_of_growth(scene, index)
    if changed is None and index and scene.amounts[index - 1].is_money:
        changed = index - 1 if is_over_a_year(scene, scene.amounts[index]) else None
    if changed is None:
        return period_of(clock, index - 1) if _goes_on(scene, index) else (None, None)
    base = max(changed, index) + 1
    if changed < index and _is_base(scene, changed) and changed and scene.amounts[changed - 1].is_money:
        changed, base = changed - 1, changed
    year = year_of(clock, changed)
    told = base < len(scene.amounts) and (led_by(scene, base) == "from" or label_of(scene, base))
    start = year_of(clock, base) if told else None
    if start and year and start < year:
        return start, year
    return (None if _is_reached_by_then(scene, changed) else year), year


def _is_reached_by_then(scene: Scene, index: int) -> bool:
    """Whether a sum is told for "by 2030": growth runs until then."""
    time = time_after(scene, index, periods=False)
    return time is not None and time.word in figure_words().until


def _goes_on(scene: Scene, index: int) -> bool:
    """ "up 5% in Swiss francs and 7% in local currencies", "at 8%, ahead of Asia (5%)": whether a growth rate goes on
    with the one before it."""
    if not index or scene.amounts[index - 1].is_money:
        return False
    between = scene.words[scene.amounts[index - 1].last : scene.amounts[index].first]
    return not _ALONG.isdisjoint(between) and len(between) <= _NEAR and growth_words().moved.isdisjoint(between)


def _is_base(scene: Scene, index: int) -> bool:
    """Whether a sum is the one that another is compared with: "from $3 billion", "(2021: $3 billion)", "$3 billion a
    year earlier"."""
    return bool(led_by(scene, index) == "from" or years_back(scene, index) or label_of(scene, index))


def _is_compared_with(scene: Scene, time: Time) -> bool:
    """Whether a year is one that a growth rate is set against: "up 8% on 2022", "8% more than in 2022"."""
    at = scene.back_over(time.first, year_words().before_earlier)
    told = scene.words[at] in {"on", "versus", "vs", "against", "than"}
    return told or scene.words[max(0, at - 1) : at + 1] in (["compared", "with"], ["compared", "to"])


def _grown(clock: Clock, index: int) -> Years | None:
    """The years of the two sums that a growth rate joins; from one year to the next only where the rate is not one of a
    longer period without years."""
    sums = between_sums(clock.scene, index) or equated_sums(clock.scene, index)
    start, end = (year_of(clock, sums[0]), year_of(clock, sums[1])) if sums else (None, None)
    if not start or not end:
        return None
    start, end = min(start, end), max(start, end)
    apart = end - start
    return (start, end) if apart > 1 or (apart == 1 and not is_foreseen(clock.scene, index)) else None


def _year_reached(clock: Clock, index: int, begun: Time) -> int | None:
    """ "to climb to $3 billion in 2030, a CAGR of 5% from 2024": the year of the sum before a growth rate whose
    beginning is told."""
    if not index or not clock.scene.amounts[index - 1].is_money or led_by(clock.scene, index - 1) not in _TO_A_SUM:
        return None
    reached = year_of(clock, index - 1)
    return reached if reached and begun.start and reached > begun.start else None


def _single_year(clock: Clock, index: int, time: Time) -> Years:
    """A period of which one year is told: "until 2030", "from 2020", and "by 2030 … from 2020" in two places."""
    scene = clock.scene
    if time.word in figure_words().until:
        return None, time.end
    if time.word in {"from", "since", "after"}:
        ends = [
            other.end
            for other in scene.times
            if other.word in {"by", "until", "through"} and not other.period and other.first < time.first
        ]
        reached = ends[-1] if ends else _year_reached(clock, index, time)
        return time.start, reached if time.word == "from" else None
    base = _year_compared_with(scene, time) if time.word in {"in", "for", "during"} else None
    return (None, None) if time.word == "as" else (base or time.start, time.end)


def _until_told(scene: Scene, index: int) -> Years:
    """ "to reach $3 billion by 2030, at a CAGR of 5%": growth until the year of the sum right before it, else until
    that of the one that it leads to."""
    reached = time_after(scene, index - 1, periods=False) if index and scene.amounts[index - 1].is_money else None
    if reached is None or reached.period or reached.same or not _ends_growth(scene, index - 1, reached):
        return _until_reached(scene, index)
    between = scene.words[reached.last : scene.amounts[index].first]
    near = len(between) <= _NEAR and figure_words().clause_breaks.isdisjoint(between)
    return (None, reached.end) if near and not {"at", "with"}.isdisjoint(between) else _until_reached(scene, index)


def _ends_growth(scene: Scene, index: int, time: Time) -> bool:
    """Whether growth runs until the year of a sum: "by 2030", "grow to $3 billion in 2030"."""
    if time.word in figure_words().until:
        return True
    joined = scene.words[time.last : time.last + 2]
    led = time.word == "in" and led_by(scene, index) in _TO_A_SUM
    return led and (joined[:1] in (["at"], ["with"]) or joined in ([",", "at"], [",", "with"]))


def _until_reached(scene: Scene, index: int) -> Years:
    """ "at a CAGR of 5%, reaching $3 billion by 2030, from $2 billion in 2022": growth until that sum is
    reached, and from the one that it begins with."""
    if index + 1 >= len(scene.amounts) or not scene.amounts[index + 1].is_money:
        return None, None
    between = scene.words[scene.amounts[index].last : scene.amounts[index + 1].first]
    if figure_words().reaching.isdisjoint(between[:3]) or not figure_words().clause_breaks.isdisjoint(between):
        return None, None
    reached = time_after(scene, index + 1, periods=False)
    led = led_by(scene, index + 1) in _TO_A_SUM
    if (
        reached is None
        or reached.period
        or not (reached.word in figure_words().until or (led and reached.word == "in"))
    ):
        return None, None
    begun = None
    if index + 2 < len(scene.amounts) and scene.words[scene.amounts[index + 2].first - 1] == "from":
        begun = time_after(scene, index + 2, periods=False)
    return begun.end if begun and not begun.period else None, reached.end


def _growth_head(scene: Scene) -> Time | None:
    """A period at the head of the sentence: "Between 2023 and 2030, …", "From 2020 to 2027 the market …"."""
    for time in scene.times:
        headed = time.last <= scene.amounts[0].first and time.first <= 5
        if headed and (time.period or (time.word == "by" and not is_foreseen(scene, len(scene.amounts) - 1))):
            return time
    return None
