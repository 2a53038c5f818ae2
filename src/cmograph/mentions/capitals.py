"""Runs of capitalised words: what could be a proper name in prose ("Becton, Dickinson and Company", "3M", "F.
Hoffmann-La Roche Ltd.")."""

from __future__ import annotations

import re

from cmograph.claims.model import Name
from cmograph.document import Span
from cmograph.mentions.forms import is_legal_form

_WORD = (
    r"(?:\d+[A-Z][\w-]*|(?:(?:[A-Z]\.){1,3}|(?:PT|St|Mt|Dr|Mr)\.)\s?(?=[A-Z])[^\W\d_a-z]\w*(?:[&+’'/-](?!s\b)\w+)*"
    r"|[^\W\d_a-z][\w]*(?:[&.+’'/-](?!s\b)\w+)*|[a-z]{1,3}[A-Z]\w*|[a-z]+\d\w+)"
)
_JOINT = r"(?:\s+&\s+|\s+|\s+(?:of|by|de|du|del|di|da|van|von|der|la|le|et)\s+|\s+\+\s+)"
_RUN = re.compile(rf"{_WORD}(?:{_JOINT}{_WORD})*\.?")
_FORM = re.compile(r",?\s+(?:[A-Z][\w./]*\.?|plc\b\.?|gmbh\b|inc\b\.?|ltd\b\.?|llc\b)|,\s*[A-Z][\w./]*\.?")
_OWNED = re.compile(r"[’']s\s+(?=[A-Z])")
_AND_COMPANY = re.compile(r"\s+(?:and|&)\s+(?:Company|Co\.?|Sons|Associates|Partners)(?!\w)")
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+$")
_NAME_FOLLOWS = r"(?=[\"“*]*(?:[^\W_a-z]|\d+[A-Z]|[a-z]{1,3}[A-Z]))"
_JOINT_OF_LIST = re.compile(
    rf"\s*[,;]\s*(?:and\s+|or\s+|&\s+)?(?:also\s+)?{_NAME_FOLLOWS}|\s+and,?\s+(?:[a-z]+,\s+)?{_NAME_FOLLOWS}"
)
_PARENTHESES = re.compile(r"\s*[(（]([^()（）]{1,60})[)）]")


def run_at(text: str, start: int, end: int) -> Span | None:
    """The run of capitalised words that begins at `start`, with legal forms behind a comma (", Inc."); None where there
    is none."""
    found = _RUN.match(text, start, end)
    if found is None:
        return None
    stop = found.end()
    company = _AND_COMPANY.match(text, stop, end)
    if company:
        stop = company.end()
    while True:
        form = _FORM.match(text, stop, end)
        if form is None or not is_legal_form(form[0].strip(" ,")):
            break
        stop = form.end()
    if (
        text[stop - 1] == "."
        and not is_legal_form(text[start:stop].rsplit(maxsplit=1)[-1])
        and not _INITIALS.search(text[start:stop])
    ):
        stop -= 1
    return Span(start, stop)


def run_list(text: str, start: int, end: int) -> list[Name]:
    """The runs from `start` on that commas and "and" join, each with what stands in parentheses behind it.

    "Johnson and Johnson" is one run, and so is what the text never parts.
    """
    found: list[Name] = []
    at = start
    while True:
        at += 1 if text[at : at + 1] in '"“*' else 0
        run = run_at(text, at, end)
        if run is None or run.start != at:
            return found
        owned = _OWNED.match(text, run.end, end) if found else None
        if owned:
            rest = run_at(text, owned.end(), end)
            run = Span(run.start, rest.end if rest else owned.end())
        inside = parentheses_after(text, run.end, end)
        stop = inside[1] if inside else run.end
        name = Name(text[run.start : stop] if inside else text[slice(*run)], Span(run.start, stop))
        if found and text[found[-1].span.end : at].strip() == "and" and _is_one_name(text, found[-1].text, name.text):
            before = found.pop()
            name = Name(text[before.span.start : stop], Span(before.span.start, stop))
        found.append(name)
        joint = _JOINT_OF_LIST.match(text, stop + (1 if text[stop : stop + 1] in '"”*' else 0), end)
        if joint is None:
            return found
        at = joint.end()


def _is_one_name(text: str, left: str, right: str) -> bool:
    """Whether "and" stands inside a name: "Johnson and Johnson", or "Air Products and Chemicals" where the text never
    parts the two."""
    whole = text.count(f"{left} and {right}")
    return left == right.split(maxsplit=1)[0] or (whole > 1 and text.count(right) == whole == text.count(left))


def parentheses_after(text: str, at: int, end: int) -> tuple[str, int] | None:
    """What stands in parentheses right after `at`, and where these end."""
    found = _PARENTHESES.match(text, at, end)
    return (found[1].strip(), found.end()) if found else None
