"""What the words right behind a percentage make it."""

from __future__ import annotations

from cmograph.claims.model import Reason
from cmograph.extractors.vocabulary.figure_words import kind_words
from cmograph.extractors.vocabulary.year_words import year_words


def is_a_change(following: list[str]) -> bool:
    """ "5 percentage points", "20 basis points", "contribute 41% to the growth of the market", "40% of
    that growth" """
    if following[1:2] == ["added"] and following[0] in {"is", "are", "was", "were"}:
        return True
    points = following[:1] in (["points"], ["basis"]) or following[:2] == ["percentage", "points"]
    return points or (following[:1] == ["to"] and "growth" in following[1:5]) or _of_growth(following)


def _of_growth(following: list[str]) -> bool:
    """ "responsible for 40% of that growth" """
    growth = following.index("growth") if following[:1] == ["of"] and "growth" in following else 0
    return growth > 1 and kind_words().of_growth.issuperset(following[1:growth])


def _of_holdings(following: list[str]) -> bool:
    """ "owns 40% of the outstanding shares" """
    shares = following.index("shares") if following[:1] == ["of"] and "shares" in following else 0
    return shares > 1 and kind_words().of_shares.issuperset(following[1:shares])


def told_by_next_words(following: list[str]) -> str | Reason | None:
    """What the words right behind a percentage make it: "30% market share", "8% CAGR", "6% growth rate"."""
    listed = kind_words()
    words = [word for word in following[:4] if word not in {"(", ")"}]
    if not words:
        return None
    telling = next((word for word in words[:-1] if word not in listed.skipped_behind), words[-1])
    risen = words[0] in listed.rises
    if risen or ("share" in following and not listed.changes_of_share.isdisjoint(words[:3])):
        return None if risen and not listed.by_the_year.isdisjoint(following) else Reason.CHANGE
    if _of_holdings(following):
        return Reason.INVESTMENT
    if telling in {"share", "shares"} or telling in listed.slices or (telling == "stake" and "market" in following):
        return "share"
    if telling in listed.refused_behind:
        return listed.refused_behind[telling]
    yearly = words[0] in {"per", "a", "each", "every"} and len(words) > 1 and words[1] in listed.year_words
    if yearly and len(words) > 2 and words[2] in year_words().ago:
        return None
    return "growth" if yearly or words[0] in listed.growth_behind or telling in {"cagr", "growth"} else None
