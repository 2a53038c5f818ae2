"""A company's name as a page spells it: without a country or a ticker behind it, or the full stop of its sentence."""

from __future__ import annotations

import re

from cmograph.entities.companies import fold
from cmograph.entities.places import is_place
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.mentions.forms import is_legal_form

PARENTHESES = re.compile(r"\s*[(（\[]([^()（）\[\]]{1,60})[)）\]]?\s*$")
_POSSESSIVE = re.compile(r"[’']s\b(?: [A-Z]\w+)?")
_GOES_ON = re.compile(r"\s[a-z]")
_FIGURE = re.compile(r"\d\s?%|[$€£¥]|\d (?:million|billion)|\d{3,}")
_TICKER = re.compile(r"^(?:[A-Z][A-Za-z]{1,9}(?:\s?[A-Z][A-Za-z]{1,9})?\s*:\s*)?[A-Z0-9.]{1,6}(?:[,;/]\s.*)?$")


def without_stop(name: str) -> str:
    """A name without the full stop of its sentence; "Inc." and the like keep theirs."""
    if not name.endswith("."):
        return name
    last = name[:-1].rpartition(" ")[2]
    return name if "." in last or last.lower() in company_words().dotted or len(last) < 2 else name[:-1]


def without_parentheses(text: str) -> tuple[str, str | None, str | None]:
    """A name, and the country and the ticker that stand in parentheses behind it; figures there go too."""
    country = ticker = None
    while ("(" in text or "（" in text or "[" in text) and (found := PARENTHESES.search(text)) is not None:
        inside = found[1].strip()
        if is_place(inside.rstrip(".")) or is_place(inside.rstrip(".") + ".") or is_place(inside):
            country = country or inside
        elif _FIGURE.search(found[1]):
            pass
        elif _TICKER.match(inside) and ":" in inside:
            ticker = inside
        else:
            break
        text = text[: found.start()].rstrip()
    return text, country, ticker


def without_seat(text: str, name: str, end: int) -> str:
    """A name without where its firm sits, in a sentence that goes on behind its `end`: "Acme of Norway is …", "Acme
    Ltd. of Oslo"; Bank of Norway is all of a name."""
    firm, _, seat = name.rpartition(" of ")
    last = firm.rpartition(" ")[2]
    if not firm or last.lower() in company_words().of_places or not _GOES_ON.match(text, end):
        return name
    return firm if is_legal_form(last) or (" " not in firm and is_place(seat)) else name


def with_possessive(text: str, name: str, end: int) -> str:
    """A name that the page never writes without its "'s" has that as a part: "Han's Laser", "Lily's"; `end` is where
    the name ends in the text."""
    follows = _POSSESSIVE.match(text, end) if text[end : end + 1] in ("'", "’") else None
    if follows is None or " " in name or text.count(name + follows[0]) < 2:
        return name
    alone = re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    owning = re.findall(rf"(?<!\w){re.escape(name)}[’']s\b", text)
    return name if len(alone) > len(owning) else name + follows[0]


def is_described(name: str, known: str) -> bool:
    """Whether a name is that of a product of the firm that the page has listed, or of the firm with its land: "Acme
    Cloud", "Acme of Norway"."""
    rest = name.removeprefix(known)
    seat = rest.removeprefix(" of ")
    return fold(name).removeprefix(fold(known) + " ") in company_words().product_tails or (
        seat != rest and is_place(seat)
    )
