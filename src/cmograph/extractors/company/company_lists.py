"""Companies in lists and tables under a heading that speaks of players, broken items mended."""

from __future__ import annotations

import re

from cmograph.claims.model import Name
from cmograph.document import Block, Document, Span
from cmograph.extractors.outline import Listing, Outline
from cmograph.extractors.vocabulary.company_words import company_words, is_topic
from cmograph.extractors.vocabulary.wordlists import has_any, is_players, wordlists
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.lists import BULLETS, split_bulleted, split_list

_NAME = re.compile(r"[\"“‘'*]*(?:[^\W_a-z]|\d|[a-z]{1,4}(?:[A-Z]|-[A-Z]{2})|[a-z]+[.&]\w)")
_FORM_ITEM = re.compile(r"^(?P<form>[A-Za-z.,/ ]{2,18}?)\.?\s*(?:[(（][^()]*[)）]?)?\s*$")
_CAPITALS = re.compile(r"[A-Z]{2}|SAS|SCA|PJSC")
_INITIALS = re.compile(r"[A-Z]{2,3}")
_FORM_FIRST = re.compile(r"(?:[OPC]?JSC|OOO|[ZO]AO) \w[^()]*\(")
"""After initials, the rest of one name: "NP, JSC Amico (Russia)"."""

_OTHERS = re.compile(r"(?i),?\s+(?:and|among)\s+others?\.?\s*$")
_BY = re.compile(
    r"(?i)\s*(?:by|based on)\s(?!(?:key|leading|top|major) (?:players|companies|vendors|manufacturers)\W*$)"
)
_COMPANIES = re.compile(r"(?i)compan|key player|leading player|top player")
_BELOW = re.compile(r"(?i)\b(?:listed|named|mentioned|given|as) (?:below|under|follows)\b")
"""Of a sentence before a list: "key players (listed below) are profiled"."""

_PAIR = re.compile(r"(.+?\S)\s+and\s+(\S.+)$")
_AND_COMPANY = re.compile(r"\w+ and Company(?: \([^()]*\))?")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[A-Za-z]{4,}")
_ANY_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL_WORD = re.compile(r"[a-z]+")
_MOST_WORDS, _FEWEST_FORMS, _MOST_WORDS_OF_A_NAME, _SHORT_WORD = 9, 3, 6, 3
_RANK = re.compile(r"(?:(?:No\.?\s?|#)\d{1,3}[.:)]?|\d{1,3}[.)])\s+")
_SHARE_BEHIND = re.compile(r"\s[~≈]?\d[\d.,]*\s?%$")
_LONGEST_SINGLE, _LONGEST_HEADING = 45, 90
_WHEN = re.compile(r"(?:In\s|On\s)?(?:[A-Z][a-z]{2,8}\.?\s)?(?:\d{1,2},?\s)?(?:19|20)\d\d\s?[,:–—-]\s")
_EXPLAINED = re.compile(r"(?:\*\*)?\s*(?::|\s[-–—])\s+(?=\S)")


def listed(outline: Outline) -> list[list[Name]]:
    """The names in each list of companies, in the page's order."""
    document = outline.document
    found = []
    for listing in outline.listings:
        if listing.in_contents or _is_news(document, listing):
            continue
        if _about_players(document, listing) or _mostly_forms(document, listing):
            products = _products(document, listing)
            items = [document.blocks[index] for index in listing.items if index not in products]
            names = mended(document.text, [name for item in items for name in names_of_item(document, item)])
            if names and not _explanations(document, listing):
                found.append(names)
    return found


def _is_news(document: Document, listing: Listing) -> bool:
    """Whether every item begins with when something happened: "In May 2024, Acme presented …"."""
    items = [document.blocks[index] for index in listing.items]
    return all(_WHEN.match(document.text, item.start, item.end) for item in items)


def _mostly_forms(document: Document, listing: Listing) -> bool:
    """Whether most items end in a legal form: firms, whatever the heading says."""
    if len(listing.items) < _FEWEST_FORMS:
        return False
    lines = [document.line(document.blocks[index]) for index in listing.items]
    if not any(map(_has_form, lines[:_FEWEST_FORMS])) or _has_stopped(document, listing):
        return False
    forms = sum(map(_has_form, lines))
    return forms >= max(_FEWEST_FORMS, 0.6 * len(listing.items))


def _has_stopped(document: Document, listing: Listing) -> bool:
    heading = document.line(listing.heading) if listing.heading else ""
    return bool(wordlists().stop_heading.search(heading))


def _products(document: Document, listing: Listing) -> set[int]:
    """The nested items that name what the firms above them make: of these some have a legal form, of those none."""
    inner = {index for index in listing.items if document.blocks[index].parent in listing.items}
    if not inner or any(_has_form(document.line(document.blocks[index])) for index in inner):
        return set()
    outer = {document.blocks[index].parent for index in inner}
    return inner if any(_has_form(document.line(document.blocks[index])) for index in outer) else set()


def _has_form(line: str) -> bool:
    if len(line) > _LONGEST_HEADING:
        return False
    words = _BRACKETS.sub("", line).split()
    return len(words) > 1 and is_legal_form(words[-1])


def _about_players(document: Document, listing: Listing) -> bool:
    """Whether the line before the list, or else its heading, speaks of players."""
    lead = document.line(listing.lead) if listing.lead else ""
    heading = document.line(listing.heading) if listing.heading else ""
    if _BY.match(lead or heading):
        return False
    if lead and lead.rstrip().endswith((":", "-", "–")) and len(lead) < 250:
        if is_players(lead[-160:]) or is_players(lead[lead.rfind(". ") + 1 :]):
            return True
        return wordlists().players_strict.search(heading) is not None and _are_names(document, listing)
    if below := _BELOW.search(lead):
        return is_players(lead[max(0, below.start() - 120) : below.end()])
    if is_heading_like(lead) and is_players(lead):
        return True
    if _heads_otherwise(lead) or (wordlists().geography.search(heading) and not _COMPANIES.search(heading)):
        return False
    return is_players(heading)


def _are_names(document: Document, listing: Listing) -> bool:
    """Whether all items of a list are short, and each begins with a capital and has a word of capitals or one that the
    page does not have in small letters."""
    lines = [document.line(document.blocks[index]) for index in listing.items]
    return (
        len(lines) >= _FEWEST_FORMS
        and all(map(_is_short_name, lines))
        and all(any(_is_proper(document.text, word) for word in _ANY_WORD.findall(line)) for line in lines)
    )


def _is_proper(text: str, word: str) -> bool:
    return word.isupper() or (len(word) > _SHORT_WORD and f" {word.lower()}" not in text)


def _is_short_name(line: str) -> bool:
    return begins_as_a_name(line) and len(line.split()) <= _MOST_WORDS_OF_A_NAME and line[-1] not in ":;!?"


def _heads_otherwise(lead: str) -> bool:
    """Whether a plain line before a list is a heading over something else than names: "Key points of this report"."""
    return is_heading_like(lead) and not company_words().headings.isdisjoint(_SMALL_WORD.findall(lead.lower()))


def begins_as_a_name(text: str) -> bool:
    """Whether a text begins as names do: with a capital, a digit, or as "eBay", "ams-OSRAM" and "e.g.o." do; or it has
    a legal form: "thyssenkrupp AG"."""
    return _NAME.match(text) is not None or _is_small_firm(text)


def _is_small_firm(text: str) -> bool:
    """Whether a text in small letters is one word and a legal form behind it."""
    word, _, form = text.partition(" ")
    return word.isalpha() and form[:1].isupper() and is_legal_form(form)


def is_heading_like(line: str) -> bool:
    """Whether a plain line reads as a heading: short, and no sentence."""
    return 0 < len(line) <= _LONGEST_HEADING and line[0].isupper() and line[-1] not in ".?!,;"


def names_of_item(document: Document, block: Block) -> list[Name]:
    """The name in an item, up to its explanation; several where the item is itself a list."""
    text = document.text
    span = _without_rank_and_share(text, Span(block.start, _explanation(text, block)))
    end = span.end
    line = text[slice(*span)]
    if not line.isascii() and has_any(line, BULLETS):
        parts = split_bulleted(text, *span) or split_list(text, *span, split_pairs=False)
        return mended(text, [Name(text[slice(*part)], part) for part in parts])
    parts = split_list(text, *span, split_pairs=False)
    joined = mended(text, [Name(text[slice(*part)], part) for part in parts])
    if _is_list(joined, end - span.start, explained=end < block.end):
        return [name for name in joined if begins_as_a_name(name.text) and len(name.text.split()) <= _MOST_WORDS]
    others = _OTHERS.search(text[slice(*span)])
    span = Span(span.start, span.start + others.start()) if others else span
    name = Name(text[slice(*span)].strip(), span)
    if name.text.lower().startswith("and "):
        name = Name(name.text[4:], Span(span.start + 4, span.end))
    return _two_firms(name) or ([name] if _is_company(name.text) else [])


def _without_rank_and_share(text: str, span: Span) -> Span:
    """A name without its place in a ranking and the share behind it: "No. 1 Acme 12.5%"."""
    rank = _RANK.match(text, *span)
    share = _SHARE_BEHIND.search(text, *span) if text.startswith("%", span.end - 1) else None
    return Span(rank.end() if rank else span.start, share.start() if share else span.end)


def _explanation(text: str, block: Block) -> int:
    """Where the explanation behind an item's name begins (a colon or dash outside brackets), else the item's end."""
    line = text[block.start : block.end]
    for found in _EXPLAINED.finditer(line):
        if line.count("(", 0, found.start()) == line.count(")", 0, found.start()):
            return block.start + found.start() if found.start() > 1 else block.end
    return block.end


def _is_list(names: list[Name], length: int, *, explained: bool) -> bool:
    """Whether the parts of an item are companies each, and not one whose name has a comma."""
    if len(names) != 2:
        return len(names) > 2
    if all(len(name.text.split()) > 1 and is_legal_form(name.text.split()[-1]) for name in names):
        return True
    return not explained and not is_legal_form(names[1].text) and length > _LONGEST_SINGLE


def _two_firms(name: Name) -> list[Name]:
    """ "Bosch GmbH and Denso" is two companies: the first has its legal form before the "and"."""
    pair = _PAIR.match(name.text)
    if pair is None or len(pair[1].split()) < 2 or not is_legal_form(pair[1].split()[-1]) or is_legal_form(pair[2]):
        return []
    start = name.span.start
    return [
        Name(pair[1], Span(start, start + pair.end(1))),
        Name(pair[2], Span(start + pair.start(2), name.span.end)),
    ]


def _is_company(text: str) -> bool:
    """Whether an item reads as a name: short, with a capital, no question and no "others"."""
    if not begins_as_a_name(text) or len(text.split()) > _MOST_WORDS or text.endswith("?"):
        return False
    return not is_topic(text)


def mended(text: str, names: list[Name]) -> list[Name]:
    """Mends names that the page broke at their own comma: "Gilead Sciences" / "Inc. (U.S)" is "Gilead Sciences
    Inc."."""
    found: list[Name] = []
    for name in names:
        if found and _goes_on(found[-1].text, name.text):
            found[-1] = _joined(text, found[-1], name)
        else:
            found.append(name)
    return found


def _goes_on(before: str, name: str) -> bool:
    """Whether a name is the rest of the one before it."""
    form = _FORM_ITEM.match(name)
    return (
        (before.count("(") > before.count(")") and name.count(")") > name.count("("))
        or (_INITIALS.fullmatch(before) is not None and _FORM_FIRST.match(name) is not None)
        or _tail_of_name(name, before)
        or (" " not in before and _AND_COMPANY.fullmatch(name) is not None)
        or name.lower() in company_words().kin
        or (form is not None and is_legal_form(form["form"]) and not _CAPITALS.fullmatch(name))
    )


def _joined(text: str, before: Name, name: Name) -> Name:
    """Two parts as one name; without the comma before a legal form."""
    between = text[before.span.end : name.span.start].strip()
    whole = before.text.count("(") <= before.text.count(")") and not _FORM_FIRST.match(name.text)
    joint = f" {between} " if between in {"and", "&"} else " " if whole else ", "
    return Name(f"{before.text.rstrip(' ,')}{joint}{name.text}", Span(before.span.start, name.span.end))


def _tail_of_name(text: str, before: str) -> bool:
    """ "Puyang Jiahua" / "Chemical Co. Ltd.": a general word with a legal form completes a name that has none."""
    words = _BRACKETS.sub("", text).split()
    if len(words) < 2 or words[0].lower() not in company_words().tails or is_legal_form(before.rsplit(maxsplit=1)[-1]):
        return False
    return is_legal_form(" ".join(words[1:]))


def _explanations(document: Document, listing: Listing) -> bool:
    """Whether the items are "Word: explanation" lines whose words the text uses in lower case: topics, not
    companies."""
    text = document.text
    topics = 0
    for index in listing.items:
        line = document.line(document.blocks[index])
        cut = _EXPLAINED.search(line)
        words = _WORD.findall(line[: cut.start()] if cut else line)
        if words and all(f" {word.lower()}" in text for word in words):
            topics += 1
    return topics > len(listing.items) / 2
