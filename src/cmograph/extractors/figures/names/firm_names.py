"""Whether words with capitals that no list names can be a firm's name, and whether a sentence speaks of such a firm."""

from __future__ import annotations

import re

from cmograph.claims.model import Subject, SubjectKind
from cmograph.document import Span
from cmograph.extractors.company.company_names import can_be_listed
from cmograph.extractors.figures.names.directory import Directory, stem
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words
from cmograph.mentions.capitals import run_at
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.tokens import token_words

_MOST_WORDS = 7
_NEXT_WORD = re.compile(r"(?: [A-Z][\w.]* )?[ ,]+([\w’'-]+)")
_ADVERB = re.compile(r"[A-Z][a-z-]+ly")
_SEVERAL = frozenset(
    {"leaders", "makers", "suppliers", "manufacturers", "players", "producers", "vendors", "companies"}
)


def can_name_a_firm(text: str, name: str, directory: Directory) -> bool:
    """Whether a run can be a firm's name: no place, no general word, nothing that the page has in lower case, and more
    than words of the market's name."""
    words = token_words(name)
    called = len(words) > 1 and words[-1] in figure_words().company_nouns  # "the Acme Group"
    telling = words[:-1] if called else words
    if not can_be_listed(name) or len(words) > _MOST_WORDS or not head_words().general.isdisjoint(telling):
        return False
    return f" {name.lower()}" not in text and not all(stem(word) in directory.stems for word in words)


def firm_at_head(text: str, span: Span, directory: Directory, *, called: bool) -> Subject | None:
    """The unlisted firm that a sentence begins with as its subject: "Acme is well known"; where it has to be `called` a
    firm, "Acme belongs to the leaders"."""
    run = run_at(text, *span)
    if run is None or run.end >= span.end:
        return None
    name = text[slice(*run)]
    following = _NEXT_WORD.match(text, run.end, span.end)
    acts = following is not None and (following[1] in head_words().verbs or text[run.end] == ",")
    if not acts or _ADVERB.fullmatch(name) or not can_name_a_firm(text, name, directory):
        return None
    words = token_words(text[run.start : span.end])
    if company_words().sources.search(name) or not figure_words().forecasters.isdisjoint(words):
        return None  # who tells of the market, and makes nothing
    of_firms = not (figure_words().company_nouns.isdisjoint(words) and _SEVERAL.isdisjoint(words))
    if called and not of_firms and not is_legal_form(name.rpartition(" ")[2]):
        return None
    return Subject(SubjectKind.COMPANY, name)
