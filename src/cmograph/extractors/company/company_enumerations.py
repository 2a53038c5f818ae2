"""Lists of companies inside sentences: behind or before the words that announce them, or told by legal forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Block, Span
from cmograph.extractors.company.company_lists import mended
from cmograph.extractors.company.company_names import Page, can_be_listed, is_opening_adverb, is_word_as_name
from cmograph.extractors.company.company_runs import glued
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.mentions.capitals import run_list
from cmograph.mentions.forms import is_legal_form

_LISTED = (
    r"(?:[\w&.-]|[’'](?!s\b))*(?:\s(?:(?:&|and|of|de)\s)?[A-Z](?:[\w&.-]|[’'](?!s\b))*){0,4}(?:\s\([^()]{1,30}\))?,"
)
_SECOND_MEMBER = re.compile(rf",\s[A-Z0-9]{_LISTED}")
_LIST = re.compile(rf"[A-Z0-9](?<![,&] .)(?<![\w&.’'-].){_LISTED}\s[A-Z0-9]{_LISTED}")
FEWEST_OF_A_FORMAL_LIST, _LONGEST_REST, _LONGEST_LABEL = 4, 4, 60

ANNOUNCED = re.compile(
    r" are (?:among|amongst|some|a few|a number|the|key|major|leading"
    r"|prominent|top|notable|significant)\b[^.;:]{0,80}?\b(?:players|companies|manufacturers|vendors|suppliers|competitors"
    r"|participants|producers|firms|leaders|providers)\b"
)
"""What announces the companies before it: "A, B, and C are among the leading players"."""

_FEWEST_OF_A_PLAIN_LIST = 6
_TOGETHER = frozenset({"together", "along", "competes", "compete", "competing", "deals", "partnerships", "rivals"})
"""Before "with" and firms; else it leads to what somebody sells: "Acme holds 30% with Cutto, Snippo and Trimmo"."""


def enumeration(page: Page, start: int, end: int) -> list[Name]:
    """The names of a list in a sentence, up to where it goes on in lower case."""
    words = company_words()
    text = page.document.text
    names = mended(text, run_list(text, start, end, words.common))
    if names and words.form_glued.search(names[0].text):
        names = glued(text, start, end) or names
    inner = range(1, len(names) - 1) if len(names) >= _FEWEST_OF_A_PLAIN_LIST else range(0)
    return [
        name
        for index, name in enumerate(names)
        if (can_be_listed(name.text) and not is_opening_adverb(text, name))
        or (index in inner and is_word_as_name(name.text))
    ]


def lists_of_names(page: Page, span: Span) -> Iterator[list[Name]]:
    """Three or more names in a row, without a word that announces them."""
    text = page.document.text
    if text.count(",", *span) < 2 or not _SECOND_MEMBER.search(text, *span):
        return
    for match in _LIST.finditer(text, *span):
        before = text[span.start : match.start()].split()[-2:]
        if before and before[-1][:1].isupper() and not before[-1].endswith(("'s", "’s")):
            continue
        if before[1:] == ["with"] and before[0] not in _TOGETHER:
            continue
        start = text.find(", ", match.start(), span.end) + len(", ") if before[-1:] == ["from"] else match.start()
        names = enumeration(page, start, span.end)
        if len(names) >= 3 or (start > match.start() and names):
            yield names


def announced_behind(page: Page, span: Span) -> Iterator[list[Name]]:
    """The names of a list that the sentence begins with: "A, B, and C are among the leading players"."""
    text = page.document.text
    said = ANNOUNCED.search(text, *span) if text.find(",", *span) > 0 else None
    if said is not None:
        names = run_list(text, span.start, said.start())
        if len(names) > 1 and names[-1].span.end == said.start():
            yield enumeration(page, span.start, said.start())


def formal_list(page: Page, block: Block) -> Iterator[list[Name]]:
    """The members of a line that is nothing but a list of names, most of them with a legal form; behind a label the
    line may go on with sentences ("Others: Acme Inc., Brix AG, Corvo Ltd and Elmar plc. Acme is the oldest.")."""
    text = page.document.text
    colon = text.find(": ", block.start, min(block.end, block.start + _LONGEST_LABEL))
    names = enumeration(page, colon + 2 if colon > 0 else block.start, block.end)
    forms = sum(is_legal_form(name.text.partition(" (")[0].rpartition(" ")[2]) for name in names)
    if len(names) >= FEWEST_OF_A_FORMAL_LIST and forms >= 0.5 * len(names):
        rest = text[names[-1].span.end : block.end]
        if len(rest.split()) <= _LONGEST_REST or (colon > 0 and rest.lstrip(".").startswith(" ")):
            yield names
