"""Companies in lists and tables under a heading that speaks of players, broken items mended."""

from __future__ import annotations

import re

from cmograph.claims.model import Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.company_words import company_words
from cmograph.extractors.outline import Listing, Outline
from cmograph.extractors.wordlists import wordlists
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.lists import split_list

_NAME = re.compile(r"[\"“‘'*]*(?:[^\W_a-z]|\d|[a-z]{1,4}[A-Z]|[a-z]+[.&]\w)")
_FORM_ITEM = re.compile(r"^(?P<form>[A-Za-z.,/ ]{2,18}?)\.?\s*(?:[(（][^()]*[)）]?)?\s*$")
_OTHERS = re.compile(r"(?i),?\s+(?:and|among)\s+others?\.?\s*$")
_COLUMN = re.compile(r"(?i)(?:company|companies|manufacturer|player|vendor|supplier|producer|firm|maker)(?: name)?s?$")
_EXPLAINED = re.compile(r"(?:\*\*)?\s*(?::|\s[-–—])\s+(?=\S)")


def listed(outline: Outline) -> list[list[Name]]:
    """The names in each list or table cell of companies, in the page's order."""
    document = outline.document
    found = []
    for listing in outline.listings:
        if not listing.in_contents and _about_players(document, listing):
            names = mended([name for index in listing.items for name in _item(document, document.blocks[index])])
            if names and not _explanations(document, listing):
                found.append(names)
    found.extend(_columns(document))
    for block in document.blocks:
        if block.kind is Kind.ROW and len(block.cells) == 2 and _is_players(document.text[slice(*block.cells[0])]):
            names = mended([Name(document.text[slice(*span)], span) for span in _cell(document, block.cells[1])])
            found.append([name for name in names if _NAME.match(name.text) and len(name.text.split()) <= 8])
    return found


def _columns(document: Document) -> list[list[Name]]:
    """The first column of tables whose first head is "Company"."""
    found: dict[int, list[Name]] = {}
    for block in document.blocks:
        if block.kind is not Kind.ROW or len(block.cells) < 2:
            continue
        first = document.text[slice(*block.cells[0])].strip()
        if _COLUMN.match(first):
            found[block.group] = []
        elif (
            block.group in found
            and _NAME.match(first)
            and len(first.split()) <= 8
            and first.lower() not in {"total", "others"}
        ):
            found[block.group].append(Name(first, block.cells[0]))
    return list(found.values())


def _cell(document: Document, cell: Span) -> list[Span]:
    """The members of a cell; where semicolons part them, commas do not."""
    text = document.text[slice(*cell)]
    if ";" not in text:
        return split_list(document.text, *cell, split_pairs=False)
    spans, start = [], cell.start
    for piece in text.split(";"):
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append(Span(start + lead, start + lead + len(piece.strip())))
        start += len(piece) + 1
    return spans


def _is_players(line: str) -> bool:
    words = wordlists()
    return (
        len(line) < 170
        and bool(words.players.search(line))
        and not words.players_not.search(line)
        and not words.stop_heading.search(line)
    )


def _about_players(document: Document, listing: Listing) -> bool:
    """Whether the line before the list, or else its heading, speaks of players."""
    lead = document.line(listing.lead) if listing.lead else ""
    heading = document.line(listing.heading) if listing.heading else ""
    if re.match(r"(?i)\s*(?:by|based on)\s", lead or heading):
        return False
    if lead and lead.rstrip().endswith((":", "-", "–")) and len(lead) < 250:
        return _is_players(lead[-160:])
    if wordlists().geography.search(heading) and not re.search(
        r"(?i)compan|key player|leading player|top player", heading
    ):
        return False
    return _is_players(heading)


def _item(document: Document, block: Block) -> list[Name]:
    """The name in an item, up to its explanation; several where the item is itself a list."""
    text = document.text[block.start : block.end]
    cut = next(
        (
            found
            for found in _EXPLAINED.finditer(text)
            if text.count("(", 0, found.start()) == text.count(")", 0, found.start())
        ),
        None,
    )
    end = block.start + cut.start() if cut and cut.start() > 1 else block.end
    span = Span(block.start, end)
    parts = split_list(document.text, *span, split_pairs=False)
    joined = mended([Name(document.text[slice(*part)], part) for part in parts])
    both_formed = len(joined) == 2 and all(
        len(part.text.split()) > 1 and is_legal_form(part.text.split()[-1]) for part in joined
    )
    if (
        both_formed
        or len(joined) > 2
        or (
            len(joined) == 2
            and cut is None
            and not is_legal_form(joined[1].text)
            and len(document.text[slice(*span)]) > 45
        )
    ):
        return [name for name in joined if _NAME.match(name.text) and len(name.text.split()) <= 9]
    others = _OTHERS.search(document.text[slice(*span)])
    span = Span(span.start, span.start + others.start()) if others else span
    name = Name(document.text[slice(*span)].strip(), span)
    if name.text.lower().startswith("and "):
        name = Name(name.text[4:], Span(span.start + 4, span.end))
    pair = re.match(r"(.+?\S)\s+and\s+(\S.+)$", name.text)
    if pair and is_legal_form(pair[1].split()[-1]) and len(pair[1].split()) > 1 and not is_legal_form(pair[2]):
        return [
            Name(pair[1], Span(name.span.start, name.span.start + pair.end(1))),
            Name(pair[2], Span(name.span.start + pair.start(2), name.span.end)),
        ]
    good = (
        _NAME.match(name.text)
        and len(name.text.split()) <= 9
        and not name.text.endswith("?")
        and name.text.lower().rstrip(".") not in {"others", "other", "etc", "more", "other players"}
    )
    return [name] if good else []


def mended(names: list[Name]) -> list[Name]:
    """Mends names that the page broke at their own comma: "Gilead Sciences" / "Inc. (U.S)" is "Gilead Sciences
    Inc."."""
    found: list[Name] = []
    for name in names:
        form = _FORM_ITEM.match(name.text)
        if (found and _tail_of_name(name.text, found[-1].text)) or (
            found and re.fullmatch(r"\w+ and Company(?: \([^()]*\))?", name.text) and " " not in found[-1].text
        ):
            found[-1] = Name(f"{found[-1].text} {name.text}", Span(found[-1].span.start, name.span.end))
        elif found and form and is_legal_form(form["form"]) and not re.fullmatch(r"[A-Z]{2}", name.text):
            before = found[-1]
            legal = form["form"] + ("." if name.text[form.end("form") : form.end("form") + 1] == "." else "")
            rest = name.text[form.end() :] if form.end() < len(name.text) else name.text[len(legal) :]
            found[-1] = Name(
                f"{before.text.rstrip(' ,')} {legal}{rest}".strip(), Span(before.span.start, name.span.end)
            )
        else:
            found.append(name)
    return found


def _tail_of_name(text: str, before: str) -> bool:
    """ "Puyang Jiahua" / "Chemical Co. Ltd.": a general word with a legal form completes a name that has none."""
    words = re.sub(r"\([^()]*\)", "", text).split()
    if len(words) < 2 or words[0].lower() not in company_words().tails or is_legal_form(before.rsplit(maxsplit=1)[-1]):
        return False
    return is_legal_form(" ".join(words[1:]))


def _explanations(document: Document, listing: Listing) -> bool:
    """Whether the items are "Word: explanation" lines whose words the text uses in lower case: topics, not
    companies."""
    lower = document.text
    topics = 0
    for index in listing.items:
        line = document.line(document.blocks[index])
        cut = _EXPLAINED.search(line)
        words = re.findall(r"[A-Za-z]{4,}", line[: cut.start()] if cut else line)
        if words and sum(1 for word in words if f" {word.lower()}" in lower) == len(words):
            topics += 1
    return topics > len(listing.items) / 2
