"""Companies in prose: after "key players include …", as the subject of a sentence under a heading on players, or in
bold before a portrait."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.company.company_enumerations import (
    FEWEST_OF_A_FORMAL_LIST,
    announced_behind,
    enumeration,
    formal_list,
    lists_of_names,
)
from cmograph.extractors.company.company_lists import is_heading_like
from cmograph.extractors.company.company_names import Page
from cmograph.extractors.company.company_news import news, news_places
from cmograph.extractors.company.company_rankings import ranked
from cmograph.extractors.company.company_subjects import formal_subjects, subjects
from cmograph.extractors.company.company_titles import titled
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.extractors.vocabulary.wordlists import wordlists
from cmograph.mentions.sentences import sentences
from cmograph.patterns import at_word_start

_LEADING = (
    *("key", "major", "leading", "top", "prominent", "notable", "main", "significant", "dominant", "largest"),
    *("established", "market", "foremost", "principal", "biggest"),
)
_TOLD_OF = (
    "players",
    "manufacturers",
    "vendors",
    "suppliers",
    "competitors",
    "participants",
    "producers",
    "firms",
    "providers",
    "entrants",
)
_TOLD = (
    " (?:such as|like|including|cover|considered|covered|profiled|included|mentioned|analy[sz]ed|studied|listed"
    "|featured)"
)
_THEY = (
    r"\s+(?:\w+\s+){0,2}(?:players?|companies|manufacturers?|makers|vendors?|suppliers?|competitors?|participants?"
    r"|producers?|providers?|firms|brands|names)\b"
)
_COUNTED = re.compile(
    r"(?:[1-9](?<![\w.,$€£–-].)\d?|\b(?i:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty))"
    r"\s+(?:[\w-]+\s+){0,3}(?:players|companies|manufacturers|makers|vendors|suppliers|competitors|producers|providers"
    r"|firms)\b[^.;:]{0,60}?(?:[:–—]|\s-\s)"
)
"""A number of firms and a sign before their names: "four cloud providers hold sizeable shares — "."""

_LEADS = (":", "–", "—", " - ")
_PLAYERS = re.compile(
    at_word_start(
        (
            *(leading + _THEY for leading in _LEADING),
            *(told_of + _TOLD for told_of in _TOLD_OF),
            r"by (?:\w+ )?OEMs (?:such as|like|including)",
            *("players analy[sz]ed", "names that count", "leading the (?:segment|market|field|industry|pack)"),
            *("company:", "compan(?:y|ies)" + _TOLD, "compan(?:y|ies) include", "landscape (?:includes?|comprises)"),
            *(r"others? (?:of note|to watch)\b", r"ones to watch\b", r"names to watch\b", r"worth watching\b"),
            *(r"honou?rable mentions?\b", r"others? (?:named|mentioned|profiled|covered)\b", "likes of "),
            *(number + r" (?:biggest|largest)\b" for number in ("two", "three", "four", "five")),
            *(rf"{of} is (?:\w+ )?(?:led|headed|dominated) by" for of in ("market", "field", "industry", "sector")),
            *(rf"{written} (?:\w+ )?profiles\b" for written in ("report", "study", "research")),
            *("profiles of", *(rf"{of} leaders\b" for of in ("industry", "market", "global"))),
        )
    )
)
_ENDS = ("About ", "ABOUT ", "Contact", "CONTACT", "Media Contact", "Related ", "RELATED ", "Disclaimer", "Our ")
_LOOKS_BACK = (
    "These include",
    "They include",
    "Among them are",
    "Some of them are",
    "Examples include",
    "These are",
    "They are",
)
"""Sentences whose players the one before them names."""

_RANKING = re.compile(
    r"(?i)\b(?:largest|biggest|top|leading|ranking|best)\b.{0,60}\b(?:players|companies|manufacturers|suppliers"
    r"|makers|vendors|producers|firms|brands)\b(?!\s(?:occup|h[eo]ld|account|captur))|\branking of\b"
)
"""Of a title over portraits of firms; "Top 5 Players Occupied for a Share of 69%" tells what they have together."""

_OF_PARTS = re.compile(r"\b(?:segments|categories|sectors|industries|areas|verticals)\b[^:]*:\s*$")
"""Between companies and a list, which then is of what these are in: "companies in four segments: Blades, …"."""

_LONGEST_ADJECTIVE = 24
"""Of what stands before a noun that announces a list only with it: "leading brands", "by incumbent OEMs"."""

_FEW = 2
_FEWEST_PARTED = FEWEST_OF_A_FORMAL_LIST - 2
"""So many signs part the members of a list, as an "and" may stand before the last."""

_SHORTEST, _SHORTEST_ITEM = 25, 60
"""A shorter block or item is no prose."""


def told(outline: Outline, page: Page) -> list[list[Name]]:
    """Names of companies in prose: one list for each enumeration, the title's first, and one for each subject."""
    document = outline.document
    everywhere = bool(_RANKING.search(document.title))
    players = {heading for heading in set(outline.heading_of) if everywhere or _under_players(document, heading)}
    developing: dict[int, bool] = {}
    found = [titled(page), ranked(page)]
    ended: int | None = None
    places = news_places(document.text)
    signs = signs_of(document.text)
    forms = [at for at, _ in signs.of("legal_forms")]
    for index, block in enumerate(document.blocks):
        if block.kind in (Kind.ROW, Kind.HEADING) or index in outline.contents:
            continue
        heading = outline.heading_of[index]
        inside = heading in players and heading != ended
        if block.kind is Kind.PARAGRAPH and ends_section(document, block):
            ended, inside = heading, False
        if block.end - block.start < (_SHORTEST_ITEM if block.kind is Kind.ITEM else _SHORTEST):
            continue
        line = document.line(block)
        if inside or signs.any_in("players", block.start, block.end):
            found.extend(_of_block(page, block, inside=inside))
        if not inside and heading != ended and _holds(block, forms):
            formal = list(_formal(page, block))
            found.extend(formal if formal and is_of_market(document, heading) else ())
        if inside or heading == ended:
            continue
        newsy = _holds(block, places) or (" 20" in line and _over_news(document, heading, developing))
        if newsy and is_of_market(document, heading):
            found.extend(news(page, block, document.line(document.blocks[heading]) if heading >= 0 else ""))
    return found


def _holds(block: Block, places: list[int]) -> bool:
    """Whether one of some places, in order, is in a block."""
    at = bisect_left(places, block.start)
    return at < len(places) and places[at] < block.end


def ends_section(document: Document, block: Block) -> bool:
    """Whether a plain line heads what is no longer about players: "About Brightmere Reports", "Contact Us"."""
    return document.text.startswith(_ENDS, block.start) and is_heading_like(document.line(block))


def _under_players(document: Document, heading: int) -> bool:
    if heading < 0:
        return False
    block = document.blocks[heading]
    if document.is_title(block):
        return False
    line = document.line(block)
    words = wordlists()
    return (
        bool(words.players_strict.search(line))
        and not words.players_not.search(line)
        and not words.stop_heading.search(line)
    )


def _over_news(document: Document, heading: int, known: dict[int, bool]) -> bool:
    """Whether a heading is over news of firms; what was found is `known` from then on."""
    if heading not in known:
        block = document.blocks[heading] if heading >= 0 else None
        known[heading] = block is not None and company_words().developments.search(document.line(block)) is not None
    return known[heading]


def _of_block(page: Page, block: Block, *, inside: bool) -> Iterator[list[Name]]:
    """The names in a block, sentence by sentence; `inside` where its heading speaks of players, elsewhere only in
    sentences that can announce a list of them."""
    text = page.document.text
    bold = {span.start for span in block.bold}
    signs = signs_of(text)
    before = block.start
    for span in sentences(text, block.start, block.end):
        said = Span(before if text.startswith(_LOOKS_BACK, span.start) else span.start, span.end)
        before = span.start
        if not inside and not signs.any_in("players", *said):
            continue
        for enumerated in _cues(text, span) if inside or _announces(text, said) else ():
            names = enumeration(page, enumerated.end(), span.end)
            if names and (len(names) > 1 or inside):
                yield names
            sure = company_words().sure_cue.match(text, enumerated.end(), span.end) if len(names) < _FEW else None
            behind = enumeration(page, sure.end(), span.end) if sure else []
            if len(behind) > 1:
                yield behind
        if inside:
            yield from lists_of_names(page, span)
            yield from subjects(page, span, bold)
        else:
            yield from announced_behind(page, span)


def _announces(text: str, said: Span) -> bool:
    """Whether what is said can announce a list of firms."""
    led = any(text.find(sign, *said) >= 0 for sign in _LEADS)
    return bool(_PLAYERS.search(text, *said) or (led and _COUNTED.search(text, *said)))


def _cues(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Where a sentence announces names; the patterns are tried only where a word of theirs stands, and from there."""
    words, signs = company_words(), signs_of(text)
    noun = next(signs.within("player_nouns", *span), None)
    if noun is not None:
        first = max(span.start, noun[0] - _LONGEST_ADJECTIVE)
        cues = words.noun_cue.finditer(text, first, span.end)
        yield from (cue for cue in cues if not _OF_PARTS.search(cue[0]))
    if signs.any_in("market_lists", *span):
        yield from words.market_cue.finditer(text, *span)


def is_of_market(document: Document, heading: int) -> bool:
    """Whether a firm under a heading can be one of the market: not under "About Us" and the like."""
    return heading < 0 or not wordlists().stop_heading.search(document.line(document.blocks[heading]))


def _formal(page: Page, block: Block) -> Iterator[list[Name]]:
    """The companies that their legal form tells, under any heading."""
    line = page.document.line(block)
    names = list(formal_list(page, block)) if line.count(",") + line.count(";") >= _FEWEST_PARTED else []
    if names:
        yield from names
    elif company_words().form_acts.search(line):
        yield from formal_subjects(page, block)
