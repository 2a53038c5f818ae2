"""What a name is called behind it: ", the largest contributor to the market", ", one of the segments analysed,"."""

from __future__ import annotations

from cmograph.extractors.vocabulary.figure_words import head_words

_LONGEST = 14


def in_apposition(words: list[str], at: int, limit: int) -> bool:
    """Whether an amount stands in what a name at `at` is called: ", the largest contributor to the market with"."""
    apposition = words[at:limit]
    called = apposition[:1] == [","] and apposition[1:2] in (["the"], ["a"], ["an"]) and "," not in apposition[1:]
    return called and not head_words().appositions.isdisjoint(apposition)


def past_apposition(words: list[str], at: int, limit: int) -> int:
    """Past ", one of the segments analysed,", "(TSMC)" and ", which" behind a phrase."""
    if words[at : at + 2] == [",", "which"] and at + 2 < limit and words[at + 2] in head_words().firms_verbs:
        return at + 2
    if at < limit and words[at] == ",":
        return next((here + 1 for here in range(at + 1, min(limit, at + _LONGEST)) if words[here] == ","), limit)
    if at < limit and words[at] == "(":
        return next((here + 1 for here in range(at + 1, min(limit, at + _LONGEST)) if words[here] == ")"), limit)
    return at
