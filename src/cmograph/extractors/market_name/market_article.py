"""The market of an article, whose title names one without the word "market": what a question asks for, what firms in it
make, what its first words are and the text goes on to speak of."""

from __future__ import annotations

import re

from cmograph.document import Document
from cmograph.extractors.figures.names.directory import stem
from cmograph.extractors.market_name.market_title import first_phrase, is_place, is_telling_name, named_in, tidy
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.extractors.vocabulary.title_words import title_words

_ASKED = re.compile(
    r"(?i)(?:so,?\s+)?(?:just\s+)?(?:how\s+(?:big|large|much)\s+(?:is|are)|what\s+is\s+the\s+size\s+of)\s+(?:the\s+)?"
    r"([\w&/’'-]+(?:\s+[\w&/’'-]+){0,7}?)(?:,|\?|\s+(?:really|now|today|in\s+20\d\d|market|industry|business)\b)"
)
_OF_TRADE = re.compile(r"(?i)\b(?:markets?|sales|demand|turnover|category|sector|industry)\b")
_REPORT = re.compile(
    r"\breports?\b,?\s(?:(?:titled|entitled|called|named),?\s)?[\"“‘]([A-Z0-9][^\"“”\n]{4,120}?),?[\"“”]"
)
_CALLED = re.compile(r"((?:[\w-]+ ){1,4})[Mm]arket\b")
_BEFORE_COLON = re.compile(r"(?: (?:to|by|in|until|through|beyond) 20\d\d)?:")
_WORD = re.compile(r"[^\W_]+")
_JOINTS = frozenset({"and", "of", "the", "for", "in", "a", "an"})
_MOST_WORDS = 6


def asked_for(title: str) -> str:
    """What a title asks the size of: "How big is contract packaging, really?"; else ""."""
    asked = _ASKED.match(title)
    name = tidy(asked[1]) if asked else ""
    return name if is_telling_name(name) else ""


def respelled(title: str, name: str) -> str:
    """A market as the first words of a title spell it, in whatever order: "Heat pumps in Europe" for the text's
    "European heat pump"; else ""."""
    phrase = first_phrase(title)
    words = phrase.split()
    while words and words[-1].lower() in title_words().title_ends:
        words.pop()
    phrase = " ".join(words)
    return phrase if phrase and _stems(phrase) == _stems(name) else ""


def reported_on(text: str) -> str:
    """What a report is about that a text names in quotation marks, if half of its words stand before "market" in
    the text: "the new report “Smart Pumps and Pump Controls, 3rd edition”"; else ""."""
    found = _REPORT.search(text) if "report" in text else None
    if found is None:
        return ""
    name = named_in(found[1])[0] or first_phrase(found[1])
    stems = _stems(name)
    called = (len(stems & _stems(phrase[1])) for phrase in _CALLED.finditer(text))
    return name if is_telling_name(name) and max(called, default=0) * 2 >= len(stems) else ""


def spoken_of(document: Document) -> str:
    """The first words of a heading, if what they name is said again in the text, in small letters as goods are, and
    this speaks of trade; else ""."""
    title, text = document.title, document.text
    phrase = first_phrase(title)
    if document.title_span is None or len(phrase.split()) > _MOST_WORDS or not is_telling_name(phrase):
        return ""
    named = _unplaced(phrase)
    if not _is_of_goods(named) or not _OF_TRADE.search(text):
        return ""
    again = text.count(named[1:], document.title_span.end)
    return phrase if again > 1 or _is_topic_of(document, phrase) else ""


def _is_topic_of(document: Document, phrase: str) -> bool:
    """Whether a title puts goods before a colon and the text speaks on of such: "Farm machinery: a long winter", and
    "makers of agricultural machinery"."""
    last = phrase.rpartition(" ")[2]
    if not _BEFORE_COLON.match(document.title.removeprefix(phrase)) or last in title_words().title_ends:
        return False
    again = document.text.find(f" {stem(last)}", document.title_span.end if document.title_span else 0)
    return again > 0


def _is_of_goods(name: str) -> bool:
    """Whether a phrase is written as goods are: several words, the later ones small."""
    words = name.split()
    return len(words) > 1 and all(word.islower() or word.isupper() for word in words[1:])


def _unplaced(phrase: str) -> str:
    """A phrase without the place in front of it: "UK kefir" → "kefir"."""
    first, _, rest = phrase.partition(" ")
    return rest if rest and is_place(first) else phrase


def _stems(phrase: str) -> set[str]:
    """The stems of a phrase's words; what belongs to a place is the place."""
    words = [word for word in _WORD.findall(phrase.lower()) if word not in _JOINTS]
    return {stem(figure_words().demonyms.get(word, word).lower()) for word in words}
