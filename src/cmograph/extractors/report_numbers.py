"""The publisher's own number of a report: in the addresses of its links, or where the text states it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from cmograph.extractors.vocabulary.signs import signs_of

_ASKED = (
    "sample|enquiry|enquiries|inquiry|purchase|buy|buy-now|checkout|discount|reports?|toc|order|pdf"
    "|customi[sz]ation|request|requestsample"
)
_UNLIKELY_ASKED = "sample|enquiry|inquiry|pre-?order|purchase|checkout"
_LETTERED_ASKED = f"{_UNLIKELY_ASKED}|discount|brochure|buy"


def _last(words: str) -> str:
    """A pattern for one of some words and what stands behind it up to the end of a part of an address, if no other of
    them does: from the first of many on, each would be tried to that end."""
    return rf"(?:{words})(?:(?!{words})[-\w])*"


_NUMBER = re.compile(
    rf"{_last(_ASKED)}(?:/(?:detail|details|form|report|id))?[/=](\d{{3,}})(?=$|[/?&#])"
    r"|-r?(\d{3,})(?=(?:\.html?|\.aspx?|\.php)?(?:$|[/?#]))|/[\w-]*reports?/(?:[\w-]+/){1,2}(\d{3,})(?:/|\.html?)?(?=$|[?#])|[?&](?:id|rep(?:ort)?_?id|rid|cid)=(\d{3,})"
    r"|[?&]type=report&id=(\d{1,2})(?=$|[&#])"
)
_UNLIKELY = re.compile(
    r"(?i)/(?:[\w-]*reports?|buy|buy-now|purchase|request-sample)/(?:[\w-]*[a-z_])?-(20[1-4]\d)(?=$|[/?#])"
    rf"|/(?:[\w-]*{_last(_UNLIKELY_ASKED)}[/-]|reports?/[\w-]+/)([1-9]\d?)(?=$|[?#])"
)
"""A number that looks like a year, or has one or two digits, where a report's number stands."""

_LETTERED = re.compile(
    rf"{_last(_LETTERED_ASKED)}/"
    r"([A-Z]{1,6}(?:-[A-Z]{1,4})?-?\d{3,})(?=$|[/?#])"
    r"|[?&](?:report|rid|code|sku|rep(?:ort)?_?id)=([A-Z]{1,8}-?\d{3,})(?=$|[&#])"
)
_LETTERS_BEFORE = re.compile(r"/([a-z]{2,5}(?:-[a-z]{2,4}){0,2}-\d{3,})$")
"""At the end of an address, a number of which letters are a part: "rep-gb-4021"."""

_KEYS = ("report_id", "reportid", "report-id", "report_code", "sku", "code")
_WHOLE = re.compile(r"(?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{2,19}")
_WORD_BEHIND = re.compile(r"(?<=\d)[A-Z][a-z]+$")
"""The first word of the text behind an address that nothing parts from it."""

_STATED = re.compile(
    r"(?:\b(?:Rep(?:ort)?|REPORT)\s(?:ID|Id|Code|CODE|[Nn]umber|[Nn]o\.?)|\bSKU"
    r"|(?:^|[|•·]\s)(?:ID|Code|Product (?:ID|Code)))"
    r"(?:\s?[:#]\s?|\s[-–]\s)"
    r"((?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{1,19})\b(?!\.\d)",
    re.MULTILINE,
)
_SIGNS = tuple(space + sign for sign in (":", "#", "- ", "– ") for space in ("", " "))
"""What stands behind the label of every number that a text states: to look for these costs less than the pattern."""

_NAMED = re.compile(r"eport (?:no\.? )?([A-Z]{2,5}-(?:[A-Z]{1,4}-)?\d{3,9}(?:-\d{1,4})*)\b(?![-.]\w)")
"""Behind the word "report", which may have a capital: letters and a number of at least three digits."""

_THREE_DIGITS = re.compile(r"\d{3}")
_YEAR = re.compile(r"20[1-4]\d$")


@lru_cache(maxsize=4096)
def number_of(href: str) -> str | None:
    """The report's number that an address carries; years do not count."""
    written = _WORD_BEHIND.sub("", href.partition("?utm_")[0])
    address = written.lower()
    likely = _THREE_DIGITS.search(address) or "type=report&id=" in address
    lettered = _LETTERED.search(written) if likely else None
    for found in _NUMBER.finditer(address) if likely else ():
        number: str = found[found.lastindex or 0]
        if not (found[2] and (_YEAR.match(number) or (lettered and lettered.end() == found.end()))):
            return number
    return lettered[lettered.lastindex or 0] if lettered else None


def unlikely_number(addresses: set[str]) -> str | None:
    """The report's number where it could also be a year or a page's: it stands in at least two addresses, and no other
    such number in more."""
    found = (_UNLIKELY.search(address.partition("?utm_")[0]) for address in sorted(addresses))
    counted = Counter(match[1] or match[2] for match in found if match)
    number, times = counted.most_common(1)[0] if counted else ("", 0)
    return number if times > 1 else None


def stated_number(text: str) -> str | None:
    """The report's number where a text states it: "Report ID: ABC-1234", or "ID: 1234" at the head of a line."""
    labelled = any(text.startswith(_SIGNS, end) for _, end in signs_of(text).of("number_labels"))
    found = _STATED.search(text) if labelled else None
    return found[1] if found else None


def named_number(text: str) -> str | None:
    """A number with letters by which a text calls the report: "Buy the full report AB-1234"."""
    found = _NAMED.search(text)
    return found[1] if found else None


def written_out(number: str | None, stated: str | None, text: str, addresses: Iterable[str]) -> str | None:
    """The number with its letters, where that of the addresses is a part of what they have and the text states that:
    "REP-GB-4021" for 4021 in …/sample/rep-gb-4021."""
    if not number or (stated and not stated.endswith(number)):
        return number
    if stated:
        return stated if any(address.lower().endswith(f"/{stated.lower()}") for address in addresses) else number
    ends = {found[1].upper() for address in addresses if (found := _LETTERS_BEFORE.search(address.lower()))}
    return next((end for end in sorted(ends) if end.endswith(number) and end in text), number)


def said_number(metadata: Mapping[str, str]) -> str | None:
    """The report's number that a page says of itself outside its text."""
    return next((said for key in _KEYS if _WHOLE.fullmatch(said := metadata.get(key, ""))), None) if metadata else None
