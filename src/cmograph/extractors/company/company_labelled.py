"""Companies behind a label, or below one: "Key players: Acme, Brix Ltd. and Corvo"."""

from __future__ import annotations

from cmograph.claims.model import Name
from cmograph.document import Document, Span
from cmograph.extractors.company.company_lists import begins_as_a_name, mended
from cmograph.extractors.labelled import told_by_label
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.company_words import company_words, is_topic
from cmograph.mentions.capitals import lower_words
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.lists import split_list

_MOST_WORDS = 9


def labelled(outline: Outline) -> list[list[Name]]:
    """The names in each line that lists them, of which all can be names."""
    document = outline.document
    found = []
    for index in range(len(document.blocks)):
        told = told_by_label(document, index)
        if told and told.tells == "companies" and index not in outline.contents:
            found.append(_names(document, told.value))
    return [names for names in found if names]


def _names(document: Document, value: Span) -> list[Name]:
    """The names of which a line is a list; one alone must have a legal form."""
    text = document.text
    parts = split_list(text, *value, split_pairs=False)
    names = mended(text, [Name(text[slice(*part)], part) for part in parts])
    alone = len(names) == 1 and not is_legal_form(names[0].text.rpartition(" ")[2])
    return [] if alone or not all(_is_name(name.text) for name in names) else names


def _is_name(text: str) -> bool:
    """Whether a part of such a list reads as a name and as no part of a sentence."""
    bare = text.partition(" (")[0]
    if not begins_as_a_name(text) or bare.count(" ") >= _MOST_WORDS or is_topic(text):
        return False
    return company_words().common.isdisjoint(lower_words(bare))
