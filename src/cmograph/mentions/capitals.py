"""Runs of capitalised words: what could be a proper name in prose ("Becton, Dickinson and Company", "3M", "F. Hoffmann-La Roche Ltd.")."""

from __future__ import annotations

import re

from cmograph.document import Span
from cmograph.mentions.forms import is_legal_form

_WORD = r"(?:\d+[A-Z][\w-]*|(?:[A-Z]\.){1,3}(?=\s?[A-Z])|[^\W\d_a-z][\w]*(?:[&.+’'/-](?!s\b)\w+)*|[a-z]{1,3}[A-Z]\w*)"
_JOINT = r"(?:\s+&\s+|\s+|\s+(?:of|de|du|del|di|da|van|von|der|la|le|et)\s+|\s+\+\s+)"
_RUN = re.compile(rf"{_WORD}(?:{_JOINT}{_WORD})*\.?")
_FORM = re.compile(r",?\s+(?:[A-Z][\w./]*\.?)|,\s*[A-Z][\w./]*\.?")
_PARENTHESES = re.compile(r"\s*[(（]([^()（）]{1,60})[)）]")


def run_at(text: str, start: int, end: int) -> Span | None:
    """The run of capitalised words that begins at `start`, with legal forms behind a comma (", Inc."); None where there is none."""
    found = _RUN.match(text, start, end)
    if found is None:
        return None
    stop = found.end()
    while True:
        form = _FORM.match(text, stop, end)
        if form is None or not is_legal_form(form[0].strip(" ,")):
            break
        stop = form.end()
    if text[stop - 1] == "." and not is_legal_form(text[start:stop].split()[-1]) and not re.search(r"\b(?:[A-Z]\.)+$", text[start:stop]):
        stop -= 1
    return Span(start, stop)


def parentheses_after(text: str, at: int, end: int) -> tuple[str, int] | None:
    """What stands in parentheses right after `at`, and where these end."""
    found = _PARENTHESES.match(text, at, end)
    return (found[1].strip(), found.end()) if found else None
