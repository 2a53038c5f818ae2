"""The companies that a page names as active in the market: from lists, tables and prose, each once, in its fullest
spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cmograph.claims.model import CompanyName, Facts, Name
from cmograph.document import Document, Span
from cmograph.entities.companies import fold
from cmograph.entities.places import is_place
from cmograph.extractors.company.company_articles import spoken
from cmograph.extractors.company.company_barred import barred_keys, is_barred
from cmograph.extractors.company.company_bracketed import bracketed
from cmograph.extractors.company.company_cued import cued
from cmograph.extractors.company.company_labelled import labelled
from cmograph.extractors.company.company_lines import lined
from cmograph.extractors.company.company_lists import listed
from cmograph.extractors.company.company_mentions import mentioned
from cmograph.extractors.company.company_names import page_of
from cmograph.extractors.company.company_portraits import portrayed
from cmograph.extractors.company.company_prose import told
from cmograph.extractors.company.company_runs import parted
from cmograph.extractors.company.company_sold_lists import sold_below, sold_lists
from cmograph.extractors.company.company_spelling import (
    PARENTHESES,
    is_described,
    with_possessive,
    without_parentheses,
    without_seat,
    without_stop,
)
from cmograph.extractors.company.company_tables import tabled
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.mentions.forms import is_only_a_form
from cmograph.mentions.labels import tells_by

NEEDS: tuple[str, ...] = ("market", "publisher", "segments")

_LETTER = re.compile(r"[^\W\d_]")
_PLACEHOLDER = re.compile(
    r"(?i)^(?:company|manufacturer|player|vendor)?\s*(?:[a-z0-9]|x{2,}|xyz|abc)(?:\s+(?:inc|ltd|corp)\.?)?$"
    r"|^(?:(?:company|manufacturer|player|vendor)(?:\s[a-z0-9])?(?:,\s|$))+$"
)
_HOST_END = re.compile(r"\W|\.\w+$")
_ABBREVIATION = re.compile(r"[A-Z&]{2,6}")
_ENOUGH_LETTERS = 0.7  # "The Alden Tool Company" can stand without its article before "(TATC)"
_NO_WORD = re.compile(r"\W+")
_LONGEST_NAME, _MOST_WORDS = 90, 10
_FEWEST_LISTED, _FEWEST_TOLD = 3, 4


@dataclass(slots=True)
class _Found:
    """One company while it is collected.

    Attributes:
        name: the fullest so far; key is its folded form.
        names: all of its spellings.
        in_list: the number of the list that names it.
        first: where the page names it first.
        inside: folded, the abbreviation in parentheses behind it: "General Electric (GE)".
        is_short: whether the name may be an abbreviation: capitals only.
        joined: the key without spaces: "AkzoNobel" is "Akzo Nobel".
    """

    name: Name
    key: str
    names: set[str] = field(default_factory=set)
    country: str | None = None
    ticker: str | None = None
    in_list: int = -1
    first: int = 0
    inside: str | None = None
    is_short: bool = field(init=False)
    joined: str = field(init=False)

    def __post_init__(self) -> None:
        """Sets what follows from the name."""
        self.is_short = len(self.name.text) > 2 and self.name.text.isupper()
        self.joined = self.key.replace(" ", "")


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `companies`."""
    document = outline.document
    found: list[_Found] = []
    again: dict[str, _Found] = {}
    barred = barred_keys(document, facts)
    publisher = _HOST_END.sub("", (facts.publisher or "").rpartition(".")[0])
    page = page_of(document, facts)
    shown = _lists(outline) if facts.market else tabled(outline)
    has_list = any(len(names) >= _FEWEST_LISTED for names in shown)
    shown += told(outline, page)
    if not has_list and not any(len(names) >= _FEWEST_TOLD for names in shown):
        shown += spoken(outline, page)
    told_of = mentioned(outline, page)
    shown += [*portrayed(outline), *sold_lists(page, outline), *sold_below(page, outline, told_of)]
    shown += [*cued(page, outline), *bracketed(page, outline)]
    for number, names in enumerate(_parted([*shown, *told_of])):
        for name in (name for name in parted(names) if not _is_label(document.text, name)):
            if name.text in again:
                again[name.text].first = min(again[name.text].first, name.span.start)
                continue
            candidate = _clean(document, name)
            if candidate is not None and not _is_no_company(candidate, barred, publisher):
                candidate.in_list = number
                known = _add(found, candidate)
                if candidate.name.text == name.text:
                    again[name.text] = known
    found = _each_once(found)
    found = [c for c in found if not _is_half(document.text, c, found)]
    found.sort(key=lambda company: company.first)
    return replace(
        facts,
        companies=tuple(
            CompanyName(c.name, tuple(sorted(c.names - {c.name.text})), c.country, c.ticker) for c in found
        ),
    )


def _parted(lists: list[list[Name]]) -> Iterator[list[Name]]:
    """The lists, each cut where it begins to repeat itself: two lists that the page runs together."""
    for names in lists:
        seen: set[str] = set()
        start = 0
        for index, name in enumerate(names):
            if name.text in seen:
                yield names[start:index]
                start, seen = index, set()
            seen.add(name.text)
        yield names[start:]


def _lists(outline: Outline) -> list[list[Name]]:
    """The names in lists, tables and plain lines, one list for each."""
    return [*listed(outline), *tabled(outline), *labelled(outline), *lined(outline)]


def _each_once(found: list[_Found]) -> list[_Found]:
    """Companies that have grown into the same name are one."""
    by_key: dict[str, _Found] = {}
    for company in found:
        known = by_key.setdefault(company.key, company)
        if known is not company:
            _merge(known, company)
    return list(by_key.values())


def _is_half(text: str, company: _Found, found: list[_Found]) -> bool:
    """Whether the page has a name only as a part of another: "Paykel Healthcare" of "Fisher & Paykel Healthcare",
    "Han" of "Han's Laser"."""
    name = company.name.text
    wholes = [other.name.text for other in found if other is not company and name in other.name.text]
    return any(text.count(whole) == text.count(name) and _is_joint(whole, name) for whole in wholes)


def _is_joint(whole: str, part: str) -> bool:
    """Whether a part of a name is parted from the rest by "and" or "'s"."""
    before, _, after = whole.partition(part)
    return before.rstrip().endswith(("&", " and", "/", "'s", "’s")) or after.startswith(("'s", "’s"))


def _is_label(text: str, name: Name) -> bool:
    """Whether a name is the label of its line: "Growth: 3% a year"."""
    return text.startswith(":", name.span.end) and bool(tells_by(name.text))


def _is_no_company(company: _Found, barred: set[str], publisher: str) -> bool:
    return is_barred(company.name.text, company.key, barred) or _foreign(company.name.text, publisher)


def _foreign(name: str, publisher: str) -> bool:
    """Whether the name is a place, a source of figures, or the publisher itself (`publisher` is its host run
    together)."""
    if is_place(name) or company_words().sources.search(name):
        return True
    return bool(publisher) and _NO_WORD.sub("", name.lower()) in (publisher, publisher + "inc")


def _clean(document: Document, name: Name) -> _Found | None:
    """A candidate without where it is based and a country or ticker in parentheses at its end; None where nothing like
    a name is left."""
    name = _without_origin(document.text, name) if "-based " in name.text else name
    text, country, ticker = without_parentheses(name.text.strip(" *\"“”'‘"))
    text = without_seat(document.text, without_stop(text.strip(" ,;:-–—•·*")), name.span.end)
    whole = with_possessive(document.text, text, name.span.end)
    span = Span(name.span.start, name.span.end + len(whole) - len(text))
    if (
        _PLACEHOLDER.match(whole.rstrip("."))
        or not 2 <= len(whole) <= _LONGEST_NAME
        or not _LETTER.search(whole)
        or len(whole.split()) > _MOST_WORDS
        or is_only_a_form(whole)
    ):
        return None
    inside = PARENTHESES.search(whole) if whole.endswith((")", "）", "]")) else None
    return _Found(
        Name(whole, span),
        fold(whole),
        {whole},
        country,
        ticker,
        first=span.start,
        inside=fold(inside[1]) if inside and _abbreviates(inside[1], whole[: inside.start()]) else None,
    )


def _without_origin(text: str, name: Name) -> Name:
    """ "US-based Acme" → "Acme"; but not "Plant-based Foods", whose first word the text has in small letters too."""
    place, _, rest = name.text.partition("-based ")
    seated = is_place(place) or (rest[:1].isupper() and place[:1].isupper() and f" {place.lower()}" not in text)
    return Name(rest, Span(name.span.end - len(rest), name.span.end)) if seated else name


def _abbreviates(short: str, name: str) -> bool:
    """Whether capitals in parentheses shorten the name before them: "Samsung (JBL)" are two firms."""
    letters = [letter for letter in short.lower() if letter != "&"]
    known = sum(letter in name.lower() for letter in letters)
    return _ABBREVIATION.fullmatch(short) is not None and known >= _ENOUGH_LETTERS * len(letters)


def _add(found: list[_Found], new: _Found) -> _Found:
    """Adds a company, or merges it with the one that it is under another spelling; answers with what it now is."""
    for known in found:
        if _is_same(known, new):
            _merge(known, new)
            return known
    found.append(new)
    return new


def _is_same(one: _Found, other: _Found) -> bool:
    """Whether two names are one company's: equal, one the shorter form of the other, or one its abbreviation."""
    if one.joined == other.joined or other.key == one.inside or other.inside == one.key:
        return True
    if (one.key in other.key or other.key in one.key) and (_shorter(one, other) or _shorter(other, one)):
        return True
    return (one.is_short and _initials(one, other)) or (other.is_short and _initials(other, one))


def _merge(known: _Found, new: _Found) -> None:
    known.names |= new.names
    known.first = min(known.first, new.first)
    known.inside = known.inside or new.inside
    if _fuller(new.name.text, known.name.text) and not is_described(new.name.text, known.name.text):
        known.name = Name(new.name.text, new.name.span)
        known.key, known.is_short, known.joined = new.key, new.is_short, new.joined
    known.country = known.country or new.country
    known.ticker = known.ticker or new.ticker


def _fuller(new: str, old: str) -> bool:
    """Whether `new` is the fuller spelling; capitals or an article alone do not make a name fuller."""
    if new.startswith("The ") and not old.startswith("The "):
        new = new[4:]
    return len(_NO_WORD.sub("", new)) > len(_NO_WORD.sub("", old))


def _shorter(short: _Found, long: _Found) -> bool:
    """Whether `short` is `long` with words left out at its end, or its last word alone; two members of one list are two
    companies."""
    if short.in_list == long.in_list or (len(short.key) < 3 and not short.name.text.isupper()):
        return False
    owner = short.key + "s"  # "Acme" of "Acme's"
    return (
        (long.key.startswith(owner) and any(fold(name) == owner and name[-2] in "'’" for name in long.names))
        or long.key.startswith(short.key + " ")
        or (long.key.endswith(" " + short.key) and " " not in short.key and len(short.key) > 3)
    )


def _initials(short: _Found, long: _Found) -> bool:
    """Whether `short` abbreviates `long` ("SEI" for Sumitomo Electric Industries)."""
    text = short.name.text
    words = [word for word in long.key.split() if word not in {"and", "of"}]
    return len(text) == len(words) and text.lower() == "".join(word[0] for word in words)
