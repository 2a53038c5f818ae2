"""Companies that words for firms or for ranks lead to, whatever is told of them: "newcomers such as Acme", "among the
makers, Brix and Corvo stand out", "its rival Dray", "Acme and Brix follow", "ahead of Corvo and Dray"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Kind
from cmograph.extractors.company.company_figures import is_firm, looks_like_a_firm
from cmograph.extractors.company.company_names import Page
from cmograph.extractors.company.company_prose import is_of_market
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.mentions.capitals import run_list
from cmograph.mentions.sentences import sentences

_NAME = r"(?=[^\W\d_a-z]|[a-z]{1,3}[A-Z])"
_BEHIND_FIRMS = re.compile(rf",? (?:such as|like|including|namely) {_NAME}")
_BESIDE_FIRMS = re.compile(rf",? {_NAME}")
_AMONG = re.compile(r"\b[Aa]mong(?:st)? (?:the |its |these )?(?:[a-z-]+ ){0,2}$")
_THE_FIRMS = re.compile(r"\b(?:the|its|their|two|three|main) (?:[a-z-]+ )?$")
_OF_SOME = re.compile(rf"(?:the|its|these|all) (?:[a-z-]+ ){{0,4}}[a-z-]+, {_NAME}")
_THOSE = re.compile(rf", those [^.,;:]{{0,60}}? (?:include|are) {_NAME}")
_WOULD = re.compile(r"(?: would| will| then| now)?$")
_OPENED = re.compile(r"(?:\n|(?<!\b[A-Z])[.!?]['’\"”]? |; )(?=[^\s])")
_ALSO_BUYERS = frozenset(
    {"firms", "makers", "suppliers", "manufacturers", "producers", "vendors", "companies", "providers"}
)
"""Of these also customers are given as examples: "it sells to companies such as Acme"."""

_BEFORE, _LONGEST_LIST, _LONGEST_CAPTION, _FEW = 40, 160, 160, 2


def cued(page: Page, outline: Outline) -> Iterator[list[Name]]:
    """The firms that such words lead to, one list for each place."""
    text = page.document.text
    signs = signs_of(text)
    found = [names for at, end in signs.of("firms") if (names := _beside_firms(page, at, end))]
    found += [names for _, end in signs.of("ahead_of") if len(names := _names_at(page, end)) > 1 and _ends(text, names)]
    found += [names for at, _ in signs.of("ranking_verbs") if len(names := _names_up_to(page, at)) > 1]
    found += [
        names for _, end in signs.of("heads_of") if not _is_caption(page, end) and (names := _names_at(page, end))
    ]
    found += [names for at, _ in signs.of("followers") if (names := _following(page, at))]
    found += [names for _, end in signs.of("superlatives") if (names := _called(page, end))]
    for names in found:
        if _is_told(page, outline, names[0].span.start):
            yield names


def _ends(text: str, names: list[Name]) -> bool:
    """Whether a list goes on with nothing that it would be of: "followed by DDR and SDR chips"."""
    end = names[-1].span.end
    return text[end - 1] == "." or text[end : end + 1] in ".,;:)\n"


def _is_caption(page: Page, at: int) -> bool:
    """Whether a place is in a paragraph as short as those that tell who is in a picture."""
    block = page.document.blocks[page.document.index_at(at)]
    return block.end - block.start < _LONGEST_CAPTION


def _is_told(page: Page, outline: Outline, at: int) -> bool:
    """Whether a place is in running text about the market."""
    index = page.document.index_at(at)
    running = page.document.blocks[index].kind in (Kind.PARAGRAPH, Kind.ITEM) and index not in outline.contents
    return running and is_of_market(page.document, outline.heading_of[index])


def _beside_firms(page: Page, at: int, end: int) -> list[Name]:
    """The names that a word for firms leads to: by "such as", behind "among", or right behind "the makers"."""
    text = page.document.text
    behind = _BEHIND_FIRMS.match(text, end)
    if behind is not None:
        return [] if text[at + 1 : end] in _ALSO_BUYERS else _names_at(page, behind.end())
    beside = _BESIDE_FIRMS.match(text, end)
    before = text[max(0, at - _BEFORE) : at + 1]
    if beside is None:
        including = _THOSE.match(text, end) if _AMONG.search(before) else None
        return _names_at(page, including.end()) if including else []
    led = _AMONG.search(before) or ("," not in beside[0] and _THE_FIRMS.search(before))
    return _names_at(page, beside.end()) if led else []


def _called(page: Page, end: int) -> list[Name]:
    """The name that an apposition gives: "the largest of the web brands, Acme, has …"."""
    of_some = _OF_SOME.match(page.document.text, end)
    names = _names_at(page, of_some.end()) if of_some else []
    return names if names and page.document.text.startswith(", ", names[-1].span.end) else []


def _names_at(page: Page, start: int) -> list[Name]:
    """The names of the list that begins at a place, if they are firms'."""
    block = page.document.blocks[page.document.index_at(start)]
    spans = sentences(page.document.text, block.start, block.end)
    end = next((span.end for span in spans if span.start <= start < span.end), start)
    names = run_list(page.document.text, start, end)
    return names if _are_firms(page, names) else []


def _names_up_to(page: Page, at: int) -> list[Name]:
    """The names of the list that ends at a place, from the head of its sentence or from a comma in it, if they are
    firms'."""
    text = page.document.text
    start = 0
    for opened in _OPENED.finditer(text, max(0, at - _LONGEST_LIST), at):
        start = opened.end()
    while start:
        names = run_list(text, start, at)
        end = names[-1].span.end if names else start
        if names and _WOULD.fullmatch(text, end, at):
            return names if _are_firms(page, names) else []
        comma = text.find(", ", end, at)
        start = comma + len(", ") if comma >= 0 else 0
    return []


def _following(page: Page, at: int) -> list[Name]:
    """The names that "with" leads to and that end at a place: "…, with Acme and Brix| close behind"."""
    text = page.document.text
    start = text.rfind(" with ", max(0, at - _LONGEST_LIST), at)
    names = run_list(text, start + len(" with "), at) if start >= 0 else []
    return names if names and names[-1].span.end == at and _are_firms(page, names) else []


def _are_firms(page: Page, names: list[Name]) -> bool:
    """Whether all of some names can be firms', and one surely is."""
    listed = len(names) > _FEW
    return all(is_firm(page, name, listed=listed) for name in names) and any(
        looks_like_a_firm(page, name) for name in names
    )
