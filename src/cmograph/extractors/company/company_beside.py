"""Companies beside a figure that is theirs: behind the words that lead to them ("turnover at Acme came to …", "with
sales of $5 billion, Acme …"), and beside a firm whose figure the same sentence tells ("…, and Alden $3 million")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Block, Span
from cmograph.extractors.company.company_figures import is_firm, looks_like_a_firm
from cmograph.extractors.company.company_names import Page
from cmograph.extractors.company.company_sums import A_SUM, SUM_BEHIND
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.extractors.vocabulary.wordlists import has_any
from cmograph.mentions.capitals import run_at, run_list
from cmograph.mentions.sentences import sentences

_INSIDE = r"(?:[^.;]|\.(?! [A-Z]))"
"""What a sentence goes on with: no stop, but the point of a number or of an abbreviation."""

_LEADING_TO = {
    "with": re.compile(
        rf"\bWith {_INSIDE}{{0,40}}?\b(?:sales|revenues?|turnover|shares?)\b{_INSIDE}{{0,70}}?"
        rf"\d{_INSIDE}{{0,50}}?, (?=[A-Z])"
    ),
    "at": re.compile(
        r"(?:^|(?<=[.!?] ))At (?:(?:[a-z]+ ){0,3}\d[\d.]*\s?(?:%|per ?cent), (?=[A-Z])"
        r"|(?:the )?(?=[A-Z][\w&.’' -]{1,50}(?:,[^.;,]{3,60})?, (?:[a-z-]+ ){0,5}(?:sales|revenues?|turnover)\b))"
    ),
    "told_at": re.compile(r"\b(?:[Ss]ales|[Rr]evenues?|[Tt]urnover) at (?:\w+ rival )?(?=[A-Z])"),
    "told_of": re.compile(r"\b(?:Sales|[Rr]evenues?|[Tt]urnover|share) of (?=[A-Z])"),
    "belong_to": re.compile(r"\b(?:belongs?|belonged|went|goes) to (?=[A-Z])"),
    "taken_by": re.compile(r"\b(?:held|taken|captured|controlled|commanded) by (?=[A-Z])"),
}
"""What leads to a name, by the signs of which a line has one wherever it can match."""

_VERB = re.compile(r" (?:alone |then )?(?:is|was|were|has|had|[a-z]+ed|came|stood|rose|fell|grew|hit) ")
_JOINT = re.compile(
    r"(?:[,;]|,? (?:and|while|whereas|but)) (?:(?:and|while|whereas|but|then) )?(?=[A-Z]|[a-z]{1,3}[A-Z])"
)
_CURRENCY = re.compile(r" (?:US|C|A|R|HK|NT|S|Rs|[A-Z]{3})\Z")
_COMPARED = re.compile(
    rf"\b(?:compared (?:with|to)|against|versus) {_INSIDE}{{0,40}}?\d{_INSIDE}{{0,30}}? (?:at|for) (?=[A-Z])"
)
_RANKED = re.compile(r"\b(?:followed by|trailed by|ahead of|(?<!left )behind) (?=[A-Z]|[a-z]{1,3}[A-Z])")


def led_to(text: str, lines: tuple[Span, ...]) -> list[int]:
    """Where names begin that a figure's words lead to, in lines with amounts; in order."""
    signs = signs_of(text)
    places = [
        line.start + found.end()
        for line in lines
        for group, pattern in _LEADING_TO.items()
        if signs.any_in(group, *line)
        for found in pattern.finditer(text[slice(*line)])
    ]
    return sorted(set(places))


def behind_figures(page: Page, block: Block, places: list[int]) -> Iterator[list[Name]]:
    """The firms of a block whose names begin at `places`, in sentences with a figure."""
    text = page.document.text
    for span in sentences(text, block.start, block.end) if places else ():
        for place in places:
            if not span.start <= place < span.end or not A_SUM.search(text, *span):
                continue
            names = run_list(text, place, span.end)
            led = text.startswith((" by ", " to "), place - len(" by ")) or text.endswith(("At ", "At the "), 0, place)
            if names and (led or _VERB.match(text, names[-1].span.end)) and _are_firms(page, names):
                yield names


def _before_sum(text: str, start: int, end: int) -> Span | None:
    """The run that begins at `start`, if a sum or a share is behind it; without the currency's letters."""
    run = run_at(text, start, end)
    if run is None:
        return None
    currency = _CURRENCY.search(text, *run) if text[run.end : run.end + 1] in "$ €£¥₹₩" else None
    run = Span(run.start, currency.start() if currency else run.end)
    return run if SUM_BEHIND.match(text, run.end, end) else None


def _are_firms(page: Page, names: list[Name]) -> bool:
    return all(is_firm(page, name) and looks_like_a_firm(page, name) for name in names)


def beside(page: Page, block: Block, names: list[Name]) -> Iterator[list[Name]]:
    """The firms that the rest of a sentence names beside those whose figure it has told."""
    text = page.document.text
    after = names[-1].span.end
    end = next((span.end for span in sentences(text, block.start, block.end) if span.end > after), block.end)
    parts = text.find(" of which ", after, end)
    end = parts if parts >= 0 else end
    figure = A_SUM.search(text, after, end)
    for joint in _JOINT.finditer(text, figure.end(), end) if figure else ():
        run = _before_sum(text, joint.end(), end)
        if run is not None and is_firm(page, name := Name(text[slice(*run)], run)):
            yield [name]
    if has_any(text[after:end], ("compared", "against", "versus", "followed", "trailed", "ahead", "behind")):
        for found in (*_COMPARED.finditer(text, after, end), *_RANKED.finditer(text, after, end)):
            listed = run_list(text, found.end(), end)
            if listed and all(is_firm(page, name) for name in listed):
                yield listed
