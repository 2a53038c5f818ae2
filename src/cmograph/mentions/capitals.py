"""Runs of capitalised words: what could be a proper name in prose ("Becton, Dickinson and Company", "3M", "F.
Hoffmann-La Roche Ltd.")."""

from __future__ import annotations

import re

from cmograph.claims.model import Name
from cmograph.document import Span
from cmograph.mentions.forms import FIRMS_LIKE_FORMS, is_legal_form

_WORD = (
    r"(?:\d+[A-Z][\w-]*|(?:(?:[A-Z]\.\s?){1,3}|(?:PT|St|Mt|Dr|Mr)\.\s?)(?=[A-Z])[^\W\d_a-z\U0001D400-\U0001D7FF]\w*(?:[&+’'/-](?!s\b)\w+)*"
    r"|[^\W\d_a-z\U0001D400-\U0001D7FF][\w]*(?:[&.+’'/-](?!s\b)\w+)*|[a-z]{1,3}[A-Z]\w*|[a-z]+\d\w+)"
)
_LOWER_WITH_FORM = r"[a-z][a-z-]{2,}(?=\s(?:AG|SE|SA|AB|BV|Inc|GmbH|Ltd|LLC|Corp|plc)\b)"
"""A name that its owner writes in lower case, known by its form: "thyssenkrupp AG"."""

_JOINT = r"(?:\s+&\s+|\s+|\s+(?:of|by|de|du|del|di|da|van|von|der|la|le|et)\s+|\s+\+\s+)"
_TWO = re.compile(r"[^\n]{0,160}?\b(?:respectively|each|jointly|together|combined|both)\b")
"""What may follow two names in their line, and not one."""

_RUN = re.compile(rf"(?:{_WORD}|{_LOWER_WITH_FORM})(?:{_JOINT}{_WORD})*\.?")
_FORM = re.compile(r",?\s+(?:[A-Z][\w./]*\.?|plc\b\.?|gmbh\b|inc\b\.?|ltd\b\.?|llc\b)|,\s*[A-Z][\w./]*\.?")
_POLISH = re.compile(r"\.?\sz\.?\s?o\.?\s?o(?:\b\.?(?=\s[a-z])|\b)")
"""What is behind "Sp" in a legal form: "Acme Sp. z o.o."."""

_SEAT = re.compile(r"\s\([A-Z][a-z]+(?: [A-Z][a-z]+)?\)\s(?P<form>[A-Z][\w./]*)")
"""A firm's place amid its name: "Acme (Norway) AS"."""

_OWNED = re.compile(r"[’']s(?:\s+(?=[A-Z])|(?=\s*,|\s+and\b))")
_WORD_FOLLOWS = re.compile(r"\s[A-Z]")
_AND_COMPANY = re.compile(r"\s+(?:and|&)\s+(?:Company|Co\.?|Sons|Associates|Partners)(?!\w)")
_OF_AN_OWNER = re.compile(
    r"[’']s (?:Laboratories|Labs|Foods|Stores|Brothers|Sons|Kitchens?|Restaurants?|Bakery|Farms?|Brewery|Pharma"
    r"|Pharmaceuticals|Supermarkets|Wholesale|Donuts|Pizza)(?!\w)"
)
"""What goes on with a firm's name that is its founder's: "Divi's Laboratories", and no possession of it."""

_INITIALS = re.compile(r"\b(?:[A-Z]\.)+$")
_NAME_FOLLOWS = rf"(?=[\"“*]*(?:[^\W_a-z]|\d+[A-Z]|[a-z]{{1,3}}[A-Z]|{_LOWER_WITH_FORM}))"
_APPOSITION = re.compile(
    r",\s+(?:which|who|known|recogni[sz]ed|renowned|famous|based|headquartered|formerly|owned|part of|an?|the|with)\s"
    rf"[^,;.]{{1,80}}[,;]\s+(?:and\s+)?{_NAME_FOLLOWS}"
)
_JOINT_OF_LIST = re.compile(
    rf"\s*(?:\.?[,;](?:\s?[,;])?|\.?\s[•·|])\s*(?:and\s+|or\s+|&\s+)?(?:also\s+)?{_NAME_FOLLOWS}|\s+(?:and,?\s+(?:[a-z]+,\s+)?|or\s+){_NAME_FOLLOWS}"
)
_PARENTHESES = re.compile(r"\s*[(（]([^()（）]{1,60})[)）]")
_LOOSE = re.compile(
    r"(?![\s,;.():?!])(?:[^,;.()\n:?!]"
    # a full stop inside a name: "St. Jude", "W.L. Gore", "Acme co. ltd."
    r"|\.(?=\S|\s\(|\s(?:ltd|inc|co|llc|corp|kg|gmbh|plc|de C)\b)|(?<=\b[A-Z][a-z])\.|(?<=\.[A-Za-z])\."
    # brackets, also one that is never closed: "Acme (US, Brix (Spain)"
    r"|\([^()\n]{1,40}\)|\([^(),\n]{1,25}(?=,)){1,60}+(?=[,;])"
)
_COMMA = re.compile(r"\s*\.?[\"”*]?[,;](?:\s?[,;])?\s*(?:(?:and|or|&)\s+)?(?=\S)")
_INSIDE_NAMES = frozenset({"to", "on", "in", "for", "at", "of", "the"})
"""Words of sentences that names have too: "Bridge to Life Limited"."""
_CLAUSE = re.compile(r"[a-z]+(?:ing|ed)\s")
_LONGEST_LOOSE = 60
_MOST_WORDS_LOOSE = 6
_COMMAS_OF_A_LONG_LIST = 4
_OTHERS = re.compile(r"Others?\b")
"""Behind the last member of a list: "A, B and C and Others"."""
_LOWER_WORD = re.compile(r"(?<![\w&'’.-])[a-z]{2,}(?![\w&])")


def run_at(text: str, start: int, end: int) -> Span | None:
    """The run of capitalised words that begins at `start`, with legal forms behind a comma (", Inc."); None where there
    is none."""
    found = _RUN.match(text, start, end)
    if found is None:
        return None
    stop = found.end()
    owner = _OF_AN_OWNER.match(text, stop, end)
    stop = owner.end() if owner else stop
    company = _AND_COMPANY.match(text, stop, end)
    if company:
        stop = company.end()
    seat = _SEAT.match(text, stop, end) if text.startswith(" (", stop) else None
    if seat and is_legal_form(seat["form"]):
        stop = seat.start("form") - 1
    if text.endswith((" Sp", " Sp."), start, stop) and (polish := _POLISH.match(text, stop, end)):
        return Span(start, polish.end())
    while True:
        form = _FORM.match(text, stop, end)
        if form is None or not is_legal_form(form[0].strip(" ,")) or _is_next_name(text, form):
            break
        stop = form.end()
    if (
        text[stop - 1] == "."
        and not is_legal_form(text[start:stop].rsplit(maxsplit=1)[-1])
        and not _INITIALS.search(text[start:stop])
    ):
        stop -= 1
    return Span(start, stop)


def _is_next_name(text: str, form: re.Match[str]) -> bool:
    """Whether what looks like a legal form behind a comma is the list's next member: "SAP, SAS Institute"."""
    if not form[0].startswith(",") or form[0].endswith("."):
        return False
    return form[0].strip(" ,") in FIRMS_LIKE_FORMS or _WORD_FOLLOWS.match(text, form.end()) is not None


def run_list(text: str, start: int, end: int, common: frozenset[str] | None = None) -> list[Name]:
    """The runs from `start` on that commas and "and" join, each with what stands in parentheses behind it.

    "Johnson and Johnson" is one run, and so is what the text never parts. Where the words are given that are `common`
    in sentences, a list of some length goes on past members that are no runs ("wenglor", "Eastern treads") and hold
    none of these words.
    """
    found: list[Name] = []
    joints: list[str] = []
    is_long = common is not None and text.count(",", start, end) >= _COMMAS_OF_A_LONG_LIST
    at = start
    while True:
        at += 1 if text[at : at + 1] in '"“*' else 0
        name = _member(text, at, end, owns=common is not None or bool(found))
        joint = _joint(text, name, end) if name else None
        if joint is None and common is not None and name is not None:
            joint = _APPOSITION.match(text, name.span.end, end)
        if joint is None and common is not None and (is_long or len(found) > 1):
            loose = _loose_member(text, at, end, common)
            if loose is not None and (name is None or loose.span.end >= name.span.end):
                name, joint = loose, _COMMA.match(text, loose.span.end, end)
        if name is None:
            break
        found.append(name)
        if joint is None:
            break
        joints.append(joint[0])
        at = joint.end()
    return _rejoined(text, found, joints)


def _member(text: str, at: int, end: int, *, owns: bool) -> Name | None:
    """The run at `at` with its parentheses; `owns` where "Han's Laser" is one name, which at a sentence's head
    ("Lonza's revenue") it is not."""
    run = run_at(text, at, end)
    if run is None:
        return None
    owned = _OWNED.match(text, run.end, end) if owns else None
    if owned:
        rest = run_at(text, owned.end(), end)
        run = Span(run.start, rest.end if rest else owned.end())
    inside = parentheses_after(text, run.end, end)
    second = parentheses_after(text, inside[1], end) if inside else None
    return _name(text, Span(run.start, (second or inside or ("", run.end))[1]))


def _loose_member(text: str, at: int, end: int, common: frozenset[str]) -> Name | None:
    """What stands up to the next comma, if no word of a sentence is in it."""
    member = _LOOSE.match(text, at, end)
    if member is None or len(member[0]) > _LONGEST_LOOSE or len(member[0].split()) > _MOST_WORDS_LOOSE:
        return None
    outside = _PARENTHESES.sub("", member[0])
    if _CLAUSE.match(outside):
        return None
    words = set(lower_words(outside))
    if _is_a_title(outside):
        words -= _INSIDE_NAMES
    if not common.isdisjoint(words) or re.search(r"\d\s?%|[$€£]\s?\d", outside):
        return None
    return _name(text, Span(at, at + len(member[0].rstrip(' ."”*'))))


def _is_a_title(text: str) -> bool:
    """Whether the first and the last word of a text have a capital, as those of a name do."""
    words = text.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()


def lower_words(text: str) -> list[str]:
    """The words of a text that are in lower case throughout and stand by themselves."""
    return _LOWER_WORD.findall(text)


def _joint(text: str, name: Name, end: int) -> re.Match[str] | None:
    after = name.span.end
    return _JOINT_OF_LIST.match(text, after + (1 if text[after : after + 1] in '"”*' else 0), end)


def _name(text: str, span: Span) -> Name:
    return Name(text[slice(*span)], span)


def _rejoined(text: str, names: list[Name], joints: list[str]) -> list[Name]:
    """The names, those that "and" parted wrongly made one again.

    A list has one last member: where a comma stands before its "and", or several bare ones are in it, the others are
    inside names ("Fisher and Paykel, Lonza, and Merck").
    """
    last = len(names) - 1
    while last > 0 and _OTHERS.match(names[last].text):
        last -= 1
    plain = [joint.strip() == "and" for joint in joints[: len(names) - 1]]
    is_list = len(plain) - sum(plain) >= _COMMAS_OF_A_LONG_LIST - 1
    found: list[Name] = []
    for index, name in enumerate(names):
        if index and plain[index - 1]:
            before = found[-1]
            if (is_list and index < last) or _is_one_name(text, before.text, name.text):
                found[-1] = _name(text, Span(before.span.start, name.span.end))
                continue
        found.append(name)
    return found


def _is_one_name(text: str, left: str, right: str) -> bool:
    """Whether "and" stands inside a name: "Johnson and Johnson", or "Air Products and Chemicals" where the text never
    parts the two and speaks of no two."""
    if left == right.split(maxsplit=1)[0]:
        return True
    joined = f"{left} and {right}"
    whole = text.count(joined)
    return whole > 1 and text.count(right) == whole == text.count(left) and not _are_two(text, joined)


def _are_two(text: str, joined: str) -> bool:
    """Whether a sentence says of what "and" joins that it is more than one: "… hold 5% and 6%, respectively"."""
    return any(_TWO.match(text, found.end()) for found in re.finditer(re.escape(joined), text))


def parentheses_after(text: str, at: int, end: int) -> tuple[str, int] | None:
    """What stands in parentheses right after `at`, and where these end."""
    found = _PARENTHESES.match(text, at, end)
    return (found[1].strip(), found.end()) if found else None
