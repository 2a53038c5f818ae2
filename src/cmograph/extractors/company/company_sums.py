"""Where a text tells the sales or the share of somebody: the places at which such subjects end, "Acme| booked sales of
…", "Acme, a maker of shears,| had turned over …", "Acme|'s revenue rose to …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cmograph.document import Span
from cmograph.extractors.vocabulary.firm_words import firm_words
from cmograph.extractors.vocabulary.wordlists import has_any, places_of

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

_SHARE = re.compile(rf"\s(?:[a-z]+\s){{0,3}}[\d.]*{_PERCENT}")
_SHARE_OF_TRADE = re.compile(
    rf"{_SHARE.pattern}(?:\sshare)?\s(?:of|in)\s[^.,;]{{0,40}}?\b(?:market|sales|revenues?|turnover|trade|value)\b"
)
_HELD_TOGETHER = re.compile(r"\s(?:[a-z]+\s){1,7}?(?:[\d.]+\s?(?:%|percent)|half\b|a third\b|two thirds\b)")
BARE_SUM = re.compile(rf"\s(?:[a-z]+\s){{0,3}}{_MONEY}")
"""Money behind a verb, with no word for sales before it."""

_GROWN = re.compile(rf" became\san?\s(?:[a-z]+\s)?{_MONEY}\S*\s(?:[a-z]+\s)?(?:company|firm|group|business)\b")
_NOUNS = {"ales": 1, "evenue": 1, "urnover": 1, "ARR": 0, "mark ": 0, "mark.": 0, "fiscal year": 0}
"""Of what is stated, without its first letters, and how many of these are missing."""

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
    words = firm_words()
    ends: list[int] = []
    for line in lines:
        written = text[slice(*line)]
        here = _ends_of_sums(written) if has_any(written, words.any_sum_signs) else []
        here += _ends_of_sales(written) if has_any(written, words.sales_signs) else []
        here += _ends_of_shares(written) if "%" in written or "cent" in written else []
        ends += sorted({line.start + at for at in here})
    return ends


def _ends_of_sums(line: str) -> list[int]:
    """Where the subjects end of the bare sums that a line reports."""
    words = firm_words()
    ends = [*_led_to(line, words.reporting_verbs, BARE_SUM), *_led_to(line, words.weak_reporting_verbs, BARE_SUM)]
    return ends + [at for at in places_of(line, " became") if _GROWN.match(line, at)]


def _ends_of_sales(line: str) -> list[int]:
    """Where the subjects end of what a line says of sales."""
    ends = []
    for noun, missing in _NOUNS.items():
        for at in places_of(line, noun):
            found = _before_noun().search(line, max(0, at - missing - _FARTHEST), at - missing)
            if found is None or (found["with"] and not line.startswith("s of ", at + len(noun) - 1)):
                continue
            kind = found.lastgroup or "verb"
            ends.append(found.start(kind) + _INTO[kind])
    return ends


def _ends_of_shares(line: str) -> list[int]:
    """Where the subjects end that a line gives a share, alone or together."""
    words = firm_words()
    return [
        *_led_to(line, words.holding_verbs, _SHARE),
        *_led_to(line, words.weak_holding_verbs, _SHARE_OF_TRADE),
        *_led_to(line, words.together, _HELD_TOGETHER),
    ]


def _led_to(line: str, signs: Iterable[str], figure: re.Pattern[str]) -> Iterator[int]:
    """The places of words that a figure is right behind."""
    return (at for sign in signs for at in places_of(line, sign) if figure.match(line, at + len(sign)))
