"""The company with whose name a paragraph opens, where no list of the page names it: "ebm-papst is a maker of fans. The
company's revenue …"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.names.directory import place_names
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words
from cmograph.mentions.tokens import WORD, Token, tokenize

_LONGEST = 200
"""So many characters of a paragraph are looked at."""

_DESCRIBED = 10


def opening_firm(scene: Scene) -> Subject | None:
    """The company that "the company" of a sentence stands for, told by the first words of its paragraph."""
    if not _speaks_of_one(scene.words):
        return None
    start = scene.text.rfind("\n", 0, scene.span.start) + 1
    tokens = tokenize(scene.text, start, min(scene.span.start, start + _LONGEST))
    end = 0
    while end < len(tokens) and _in_name(tokens[end]):
        end += 1
    if not end or not _is_introduced(tokens[end:]) or not _is_a_name(tokens[:end], scene.text):
        return None
    return Subject(SubjectKind.COMPANY, scene.text[tokens[0].start : tokens[end - 1].end])


def _speaks_of_one(words: list[str]) -> bool:
    """ "the company", "this firm" """
    nouns = figure_words().company_nouns
    return any(words[at] in nouns and words[at - 1] in {"the", "this"} for at in range(1, len(words)))


def _in_name(token: Token) -> bool:
    """Whether a token can be part of a proper name; "eBay" and "ebm-papst" have signs of their own."""
    odd = token.text != token.lower or "-" in token.text
    return token.lower == "&" or (token.kind == WORD and (token.text[:1].isupper() or odd))


def _is_introduced(tokens: list[Token]) -> bool:
    """Whether the words behind a name say that it is a company's: "is a leading maker", ", a subsidiary of Bosch"."""
    words = [token.lower for token in tokens[:_DESCRIBED]]
    listed = figure_words()
    described = words[:1] in ([","], ["("], ["is"], ["was"]) and not {"a", "an", "the", "one"}.isdisjoint(words[1:3])
    return described and not (listed.company_nouns.isdisjoint(words) and listed.kinship.isdisjoint(words))


def _is_a_name(phrase: list[Token], text: str) -> bool:
    """Whether words with capitals are a company's name: no place, no general word, and none that the page writes in
    lower case as well."""
    named = phrase[1:] if phrase[0].lower == "the" else phrase
    if not named or place_names().at(named, 0) or not head_words().general.isdisjoint(token.lower for token in named):
        return False
    return len(named) > 1 or named[0].text == named[0].lower or f" {named[0].lower}" not in text
