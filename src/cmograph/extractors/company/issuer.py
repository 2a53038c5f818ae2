"""The company whose results a page reports: "Acme Reports Third-Quarter Results", with "Acme Corp. (NYSE: ACM)" below.

A page that is about a market, to go by its title, has none. What another one says of sales is that company's, whoever
a sentence names.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from cmograph.claims.model import CompanyName, Facts, Name
from cmograph.document import Document, Span
from cmograph.entities.companies import fold
from cmograph.entities.places import is_place
from cmograph.mentions.capitals import run_at
from cmograph.mentions.forms import is_legal_form
from cmograph.tables import table

_RESULTS = re.compile(
    r"(?i)\b(?:results?|quarter|(?:half|full)[- ]year|first half|fiscal|sales|revenues?|turnover|earnings|guidance|"
    r"[1-4]Q|Q[1-4]|H[12]|FY)\b"
)
_WORD = re.compile(r"[^\s:]+|:")
_TICKER = re.compile(r"\s\([A-Z][A-Za-z ]{1,24}:\s?[A-Z0-9.]{1,8}\b")
_CAPITAL = re.compile(r"(?<![\w&’'.])[A-Z]")
_OWN_NAME = re.compile(r"\bthe (?i:company|group)\b")
_MOST_WORDS = 6
_OFTEN = 3
_OPENING = 3000
"""So many characters of a page are looked at for the full name."""

_JOINTS = frozenset({"&", "of", "and", "de"})


def speaks_of_results(title: str) -> bool:
    """Whether a title can be that of a report on a company's results."""
    return _RESULTS.search(title) is not None


def issuer_of(document: Document, facts: Facts) -> CompanyName | None:
    """The company whose results a page reports, in its fullest spelling; None where the page is no such report."""
    title = document.title
    if not speaks_of_results(title) or (facts.market and facts.market.name.text.lower() in title.lower()):
        return None
    name = _reporting(title) or ("" if facts.market else _listed(document))
    if not name or is_place(name):
        return None
    spellings = _spellings(document.text, name)
    if not _is_company(document.text, spellings[-1]):
        return None
    listed = next((company for company in facts.companies if fold(company.name.text) == fold(spellings[-1])), None)
    at = document.text.find(spellings[-1])
    full = listed.name if listed else Name(spellings[-1], Span(at, at + len(spellings[-1])))
    return CompanyName(full, (*spellings, *_shorter(name)))


def _reporting(title: str) -> str:
    """The name with which a title begins before a verb of reporting, a possessive or a colon; "" for none."""
    words = _WORD.findall(title)
    for at, word in enumerate(words[: _MOST_WORDS + 1]):
        told = word == ":" or word.lower() in _words()["verbs"]
        owned = word.endswith(("’s", "'s"))
        if told or owned:
            name = [*words[:at], word[:-2]] if owned else words[:at]
            return " ".join(name).rstrip(",") if name and _is_name(name) else ""
    return ""


def _is_name(words: list[str]) -> bool:
    """Whether the words before a verb of reporting are a proper name."""
    named = (word[0].isupper() or word[0].isdigit() or word in _JOINTS or is_legal_form(word) for word in words)
    return all(named) and words[0].lower() not in _words()["no_names"] and not _RESULTS.search(" ".join(words))


@cache
def _words() -> dict[str, frozenset[str]]:
    """The word lists for the titles of results."""
    return {name: frozenset(words) for name, words in table("issuers.toml").items()}


def _listed(document: Document) -> str:
    """The name before the only ticker of a page, near its head; "" for none."""
    text = document.text
    tickers = list(islice(_TICKER.finditer(text), 2))
    if len(tickers) != 1 or tickers[0].start() > _OPENING:
        return ""
    end = tickers[0].start()
    for place in _CAPITAL.finditer(text, text.rfind("\n", 0, end) + 1, end):
        run = run_at(text, place.start(), end)
        if run is not None and run.end == end:
            return text[slice(*run)]
    return ""


def _spellings(text: str, name: str) -> list[str]:
    """A company's name and its longer spellings with a legal form ("Acme Corp."), the longest last."""
    found = {name}
    at = text.find(name)
    while 0 <= at < _OPENING:
        run = run_at(text, at, text.find("\n", at) if "\n" in text[at:] else len(text))
        full = text[slice(*run)] if run else name
        if full.startswith(name) and all(map(is_legal_form, full[len(name) :].replace(",", " ").split())):
            found.add(full)
        at = text.find(name, at + 1)
    return sorted(found, key=len)


def _is_company(text: str, name: str) -> bool:
    """Whether a page writes a name as a company's: with a legal form, a ticker, or "the Company" for it; or speaks of
    it again and again."""
    if text.count(name) >= _OFTEN:
        return True
    formal = is_legal_form(name.rsplit(maxsplit=1)[-1])
    return formal or _TICKER.search(text, 0, _OPENING) is not None or _OWN_NAME.search(text) is not None


def _shorter(name: str) -> list[str]:
    """The beginnings of a name by which a page may call the company: "Acme", "Acme Paper"."""
    words = name.split()
    beginnings = [" ".join(words[:end]) for end in range(1, len(words)) if words[end - 1] not in _JOINTS]
    return [short for short in beginnings if len(short) > 3 and not is_place(short)]
