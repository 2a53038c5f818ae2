"""What tells a company's name in prose from other words with a capital."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cmograph.claims.model import Facts, Name
from cmograph.document import Document
from cmograph.entities.currencies import currency_of
from cmograph.entities.places import is_place
from cmograph.extractors.vocabulary.company_words import company_words, is_topic
from cmograph.mentions.forms import is_legal_form, is_only_a_form

_PARENTHESISED = re.compile(r"\s*\([^()]*\)?")
_ADVERB = re.compile(r"[A-Z][a-z-]+(?:ly|wise)")
_SENTENCE_ENDS = ("", "\n", ".", "!", "?", ":", ";")
_CONTRACTED = re.compile(r"[a-z](?:n[’']t|[’'](?:re|ll|ve|m|d))\b")
"""Of a sentence that speaks to its reader: "Don't", "You'll"."""

_NO_LETTERS = re.compile(r"[\W_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z]")
_DONE_BY = re.compile(r"[A-Z][a-z]+(?:ed|en) by\b")
"""What a sentence opens with that tells by what something was done: "Carried by Nordic demand"."""

_OF_A_PLACE = re.compile(r"(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Inside)\s")
"""Before a place: "South India"."""

_NO_COMPANY = re.compile(r"\b(?:market|markets|region|regions|cagr|segment)s?$")


class LowerWords:
    """The words that a text has in lower case; each is looked for when it is asked for, as few are."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._stands(f" {word}") or self._stands(f"({word}")
        return self._known[word]

    def _stands(self, opened: str) -> bool:
        """Whether a word stands in the text with the sign before it, and no small letter goes on from it."""
        at = self._text.find(opened)
        while at >= 0:
            end = at + len(opened)
            if not "a" <= self._text[end : end + 1] <= "z":
                return True
            at = self._text.find(opened, end)
        return False


@dataclass(frozen=True, slots=True)
class Page:
    """What tells names from other words on a page: the market's own names (`stops`, and their letters run together),
    and the words that the text has in lower case."""

    document: Document
    stops: frozenset[str]
    letters: tuple[str, ...]
    lower: LowerWords


def page_of(document: Document, facts: Facts) -> Page:
    """What tells names on a page, once the market is known."""
    names = [facts.market.name.text, *facts.market.aliases] if facts.market else []
    stops = frozenset(name.lower() for name in names)
    letters = tuple(_letters(stop) for stop in stops if len(stop) > 3)
    return Page(document, stops, letters, LowerWords(document.text))


def is_public_body(name: str) -> bool:
    """Whether a name has a word by which public bodies are known."""
    return not company_words().public_bodies.isdisjoint(name.lower().replace(",", "").split())


def market_words(page: Page) -> set[str]:
    """The words of the market's name that are no places, without the sign of their plural."""
    words = {word for name in page.stops for word in _LONG_WORD.findall(name)}
    return {word.removesuffix("s") for word in words if not is_place(word)}


def is_word_as_name(name: str) -> bool:
    """Whether a common word amid a list can be a name: "Total", "SEE"."""
    return name.isalpha() and len(name) > 1 and not is_place(name) and name.lower() not in company_words().never


def is_opening_adverb(text: str, name: Name) -> bool:
    """Whether a name is an adverb at the head of its sentence: "Geographically, Norway leads"; amid one it is a firm's
    ("Geely")."""
    return _ADVERB.fullmatch(name.text) is not None and text[: name.span.start].rstrip(' *"“')[-1:] in _SENTENCE_ENDS


def is_proper(lower: LowerWords, name: Name) -> bool:
    """Whether a capitalised run is a proper name: the text does not use its words in lower case (`lower` holds those
    that it does)."""
    words = [word.strip("().,") for word in name.text.split()]
    if sum(1 for word in words if word[:1].isupper() or word[:1].isdigit()) > 1:
        return any(word.lower() not in lower for word in words)
    word = words[0]
    return not any(word.lower() + ending in lower for ending in ("", "s", "ing", "ed")) or not word[1:].islower()


def _letters(text: str) -> str:
    """The letters and digits of a text, run together."""
    return _NO_LETTERS.sub("", text)


def is_name(name: str, page: Page) -> bool:
    """Whether a run of capitals that stands by itself can be a company's name: it begins with no general word, nor is
    it the market's own name."""
    plain = _plain(name)
    if not _can_be_a_name(name) or _ADVERB.fullmatch(name) or plain in page.stops:
        return False
    first = plain.split(maxsplit=1)[0]
    written = name.split(maxsplit=1)[0]
    capitals = _INNER_CAPITAL.match(written) or (len(first) > 1 and " " in name and written.isupper())
    if first in company_words().starters and not capitals and not _stands_amid(page.document.text, name, first):
        return False
    if any(plain.startswith(stop) for stop in page.stops if len(stop) > 3):
        return False
    alike = [stop for stop in page.letters if stop[0] == plain[0] or not plain[0].isalnum()]
    return not alike or not any(stop.startswith(_letters(plain)) for stop in alike)


def _stands_amid(text: str, name: str, first: str) -> bool:
    """Whether the text has amid a sentence a name that begins with a general word: "rivals of Under Armour"."""
    if (
        first not in company_words().openings
        or name.count(" ") < (2 if first == "the" else 1)
        or not name.rpartition(" ")[2].strip("(")[:1].isupper()
    ):
        return False
    bare = _PARENTHESISED.sub("", name).strip()
    if first == "the" and bare.split()[1].lower() in company_words().starters:
        return False
    if is_legal_form(bare.rpartition(" ")[2]) or _has_initials(text, bare):
        return True
    return re.search(rf"[a-z,] {re.escape(name)}(?!\w)", text) is not None


def _has_initials(text: str, name: str) -> bool:
    """Whether a text has the initials of a longer name as a word: "NWS" for "New Western Shears"."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(initials) > 2 and re.search(rf"(?<!\w){initials}(?!\w)", text) is not None


def can_be_listed(name: str) -> bool:
    """Whether a run of capitals in a list of companies can be a name: a general word may begin it, if more follow."""
    plain = _plain(name)
    return _can_be_a_name(name) and (" " in plain or plain not in company_words().starters)


@lru_cache(maxsize=8192)
def _can_be_a_name(name: str) -> bool:
    """Whether a run of capitals is no general word, place, contraction, currency or legal form."""
    plain = _plain(name)
    if not plain or plain in company_words().starters or is_place(name):
        return False
    if (
        _CONTRACTED.search(name)
        or _DONE_BY.match(name)
        or currency_of(plain)
        or is_only_a_form(name)
        or (" " in plain and is_topic(plain))
    ):
        return False
    part = _OF_A_PLACE.match(name)
    return not _NO_COMPANY.search(plain) and not (part and is_place(name[part.end() :]))


@lru_cache(maxsize=8192)
def _plain(name: str) -> str:
    """A name in lower case without what stands in parentheses."""
    return _PARENTHESISED.sub("", name).lower().strip(" .,*")
