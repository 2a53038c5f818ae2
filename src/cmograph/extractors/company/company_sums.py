"""Where a text tells the sales or the share of somebody: the places at which such subjects end, "Acme| booked sales of
…", "Acme, a maker of shears,| had turned over …", "Acme|'s revenue rose to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cmograph.document import Span
from cmograph.extractors.vocabulary.firm_words import firm_words
from cmograph.extractors.vocabulary.signs import signs_of

_MONEY = (
    r"(?:(?:US|C|A|R|HK|NT|S)?[$€£¥₹₩]\s?\d|[A-Z]{2,3}\s?\d|Rs\.?\s?\d"
    r"|\d[\d.,]*\s(?:(?i:million|billion|trillion)|[mb]n)\s(?:(?:US|U\.S\.|Swiss|Korean)\s)?"
    r"(?:euros|dollars|pounds|yen|yuan|won|rupees|francs|kronor)\b)"
)
_PERCENT = r"\d\s?(?:%|per\s?cent\b)"
A_SUM = re.compile(rf"{_MONEY}|{_PERCENT}")
"""The beginning of a sum of money, or a share's end."""

SUM_BEHIND = re.compile(rf"(?:\s(?!and\b|or\b|which\b|that\b)[a-z]+){{0,4}}\s\(?(?:{_MONEY}|[\d.]*{_PERCENT})")
"""A sum or a share behind a name, as the figure of whom it names: "Acme with around 5%", "Acme (12%)"."""

SUMMED = "(?:combined|joint|collective|aggregate|cumulative)"
"""Of a share that several have as one."""

_SHARE = re.compile(
    rf"\s(?:(?:[a-z]+\s){{0,3}}|(?:a\s)?{SUMMED}\s(?:[a-z]+\s){{0,4}})"
    rf"[\d.]*{_PERCENT}"
)
_SHARE_OF_TRADE = re.compile(
    rf"{_SHARE.pattern}(?:\sshare)?\s(?:of|in)\s[^.,;]{{0,40}}?\b(?:market|sales|revenues?|turnover|trade|value)\b"
)
_HELD_TOGETHER = re.compile(r"\s(?:[a-z]+\s){1,7}?(?:[\d.]+\s?(?:%|percent)|half\b|a third\b|two thirds\b)")
BARE_SUM = re.compile(rf"\s(?:[a-z]+\s){{0,3}}{_MONEY}")
"""Money behind a verb, with no word for sales before it."""

_COMPANY_OF_SUM = re.compile(rf"\san?\s(?:[a-z]+\s)?{_MONEY}\S*\s(?:[a-z]+\s)?(?:company|firm|group|business)\b")
_CUT_NOUNS = frozenset({"ales", "evenue", "urnover"})
"""Of the signs of sales, those that are words without their first letters."""

_BEFORE_FIGURES = {
    "reporting": BARE_SUM,
    "weakly_reporting": BARE_SUM,
    "became": _COMPANY_OF_SUM,
    "holding": _SHARE,
    "weakly_holding": _SHARE_OF_TRADE,
    "jointly_holding": _SHARE,
    "together": _HELD_TOGETHER,
}
"""What follows words of each group where a subject ends before them."""

_INTO = {"verb": 0, "owner": 0, "its": 3, "with": 0, "whose": 0, "bare": 1}
"""Where the subject ends in what stands before."""

_FARTHEST = 80  # characters from a verb or an owner to "sales"


@cache
def _before_noun() -> re.Pattern[str]:
    """What stands before "sales" and the like, whose subject ends where one of the groups begins or, of "its", ends."""
    verbs = "|".join((*firm_words().reporting_verbs, *firm_words().earning_verbs))
    return re.compile(
        rf"(?:(?P<verb>{verbs})(?:\s[^\s,;]+){{0,6}}?|(?P<owner>['’])s?(?:\s[A-Za-z0-9&-]+){{0,4}}?"
        r"|\b(?P<its>[Ii]ts)(?:\s[a-z-]+){0,4}?|(?:(?P<with>,? with)|(?P<whose>,? whose))(?:\s[a-z-]+){0,4}?"
        r"|(?<=\.)(?P<bare> )(?:(?:Net|Group|Annual|Total)\b)?)(?:(?<= )|\s)\Z"
    )


def sums_told(text: str, lines: tuple[Span, ...]) -> list[int]:
    """Where the subjects end, in lines with amounts, of what can state a firm's sales; in order."""
    signs = signs_of(text)
    ends: list[int] = []
    for line in lines:
        here = set(_ends_of_sales(text, line))
        for group, figure in _BEFORE_FIGURES.items():
            here.update(at for at, end in signs.within(group, *line) if figure.match(text, end, line.end))
        ends += sorted(here)
    return ends


def _ends_of_sales(text: str, line: Span) -> Iterator[int]:
    """Where the subjects end of what a line says of sales."""
    for at, end in signs_of(text).within("sales", *line):
        noun = at - (text[at:end] in _CUT_NOUNS)
        found = _before_noun().search(text, max(line.start, noun - _FARTHEST), noun)
        if found is not None and not (found["with"] and not text.startswith((" of ", "s of "), end)):
            kind = found.lastgroup or "verb"
            yield found.start(kind) + _INTO[kind]
