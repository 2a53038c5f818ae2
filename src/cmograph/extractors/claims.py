"""The numeric claims of a page, and what looked like one and was refused: sentence by sentence, in prose, headings,
lists and table rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cmograph.claims.model import Claim, Facts, Refusal
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.amount_lines import can_have_amount, lines_with_amounts
from cmograph.extractors.company.company_claimed import with_claimed
from cmograph.extractors.company.issuer import issuer_of
from cmograph.extractors.figures.kept import parted, shortened
from cmograph.extractors.figures.labelled_lists import labelled_lists
from cmograph.extractors.figures.names.directory import Directory, directory_of
from cmograph.extractors.figures.owners.headed_parts import part_above, part_in_front
from cmograph.extractors.figures.placeholders import placeholders
from cmograph.extractors.figures.sentence import figures_of
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.figures.share_lists import share_lists
from cmograph.extractors.figures.tables.cards import label_over
from cmograph.extractors.figures.tables.tables import tables
from cmograph.extractors.figures.times.followers import dated_as_before, dated_as_ranked, dated_by_their_sizes
from cmograph.extractors.figures.times.tense import of_years_ahead, year_told
from cmograph.extractors.outline import Outline, is_sum
from cmograph.extractors.surveys import shares_of_the_asked
from cmograph.extractors.table_heads import is_statement, measure
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.mentions.sentences import sentences
from cmograph.mentions.tokens import Token, tokenize

NEEDS: tuple[str, ...] = ("market", "companies", "segments", "posted", "forecast")

_YEAR_LABEL = re.compile(
    r"(?:(?:Forecast|Projected|Estimated|Expected|Current|In|By)[ (]{1,2})?"
    r"(?:FY\s?)?20\d\d\b[^:]{0,20}:\s*(?:[A-Z]{3}\s?|[A-Z]{0,2}[$€£¥₹])"
)
_GOES_ON = re.compile(
    r"(?:A[.:] )?(?:The (?:company|firm|group|brand|region|country)|Behind (?:it|them)|It|Its|They|Their)\b"
)
"""How a paragraph or an item begins that goes on with the one before."""

_LONGEST_FIGURE, _TWO = 45, 2
_RANKED_BY_SALES = re.compile(
    r"(?i)\b(?:rank(?:ed|s|ing)|list(?:ed|s)?|order(?:ed)?|largest)\b[^.]{0,40}\bby\b[^.]{0,25}\b(?:revenue|sales|turnover)"
)
_YEAR = re.compile(r"\b20\d\d\b")
_FIGURE = re.compile(r"[~≈+-]?\s?(?:[A-Z]{0,3}[$€£¥₹₩]?\s?)\d[\d.,]*\s?(?:%|[A-Za-z]{1,8})?(?:\s[A-Z]{3})?")
"""A line that is a figure and nothing else: "17.6bn USD", "49%"."""

_LONGEST_LABEL = 80
_LONGEST_LINE = 700
"""A longer line introduces nothing."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page while its claims are read; `lines` keeps the sentences of introducing lines as tokens, by where a line
    begins."""

    outline: Outline
    directory: Directory
    has_market: bool
    told_in: int | None
    lines: dict[int, list[list[Token]]]

    def tokens_of(self, line: Block) -> list[list[Token]]:
        """The tokens of each sentence of a line."""
        if line.start not in self.lines:
            text = self.outline.document.text
            self.lines[line.start] = [tokenize(text, *span) for span in sentences(text, line.start, line.end)]
        return self.lines[line.start]


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `claims` and `refusals`, and adds to `companies` those that only claims name."""
    document = outline.document
    lines = _with_amounts(outline)
    claims: list[Claim] = []
    refusals: list[Refusal] = []
    if lines or any(block.kind is Kind.ROW for block in document.blocks):
        directory = directory_of(facts, issuer_of(document, facts))
        page = _Page(outline, directory, facts.market is not None, year_told(facts), {})
        claims, refusals, tabled = tables(document, page.directory, page.has_market, outline.asked)
        shares, shared = share_lists(outline, facts)
        behind_labels, labelled = labelled_lists(outline, facts, lines)
        claims = list(of_years_ahead([*claims, *shares, *behind_labels], page.told_in))
        for index in lines:
            if index not in tabled and index not in shared and index not in labelled:
                _read(page, index, claims, refusals)
    refusals.extend(shares_of_the_asked(document, outline.asked))
    refusals.extend(placeholders(document, {refusal.number for refusal in refusals}))
    claims, inexact = parted(document.text, claims)
    refusals = [shortened(document.text, refusal) for refusal in (*refusals, *dict.fromkeys(inexact))]
    claims.sort(key=lambda claim: (claim.number, claim.kind))
    refusals.sort(key=lambda refusal: refusal.number)
    companies = with_claimed(outline, facts, claims)
    return replace(facts, companies=companies, claims=tuple(claims), refusals=tuple(refusals))


def _read(page: _Page, index: int, claims: list[Claim], refusals: list[Refusal]) -> None:
    """Adds what a block claims, sentence by sentence."""
    document = page.outline.document
    setting = _setting(page, index)
    before: list[Claim] = []
    for span, has_amount in _parts(document, document.blocks[index]):
        if not has_amount:
            setting.passed(span)
            setting.captioned(span)
            before = []
            continue
        found, refused = figures_of(document.text, span, setting)
        found = dated_as_ranked(dated_by_their_sizes(found, document.text), document.text)
        found = before = dated_as_before(found, before, document.text[slice(*span)])
        claims.extend(found)
        refusals.extend(refused)


def _with_amounts(outline: Outline) -> list[int]:
    """The indexes of the blocks that can have an amount, in order."""
    document = outline.document
    blocks = {document.index_at(line.start) for line in lines_with_amounts(document.text)}
    return sorted(blocks - {-1} - outline.contents - outline.asked)


def _parts(document: Document, block: Block) -> list[tuple[Span, bool]]:
    """The sentences of a block up to the last that can have an amount, and whether each can; a table row counts as
    one."""
    if block.kind is Kind.ROW:
        return [(Span(block.start, block.end), True)]
    parts = [(span, can_have_amount(document.text, span)) for span in sentences(document.text, block.start, block.end)]
    while parts and not parts[-1][1]:
        parts.pop()
    return parts


def _setting(page: _Page, index: int) -> Setting:
    """What the lines around a block lead one to expect."""
    document = page.outline.document
    block = document.blocks[index]
    setting = Setting(document.text, page.directory, page.has_market, page.told_in)
    alone = block.end - block.start <= _LONGEST_FIGURE and _is_figure(document.line(block))
    for line in _introducing(page.outline, index):
        _introduce(page, line, setting, alone=alone)
    label = label_over(document, index) if alone and block.kind is Kind.PARAGRAPH else None
    if label is not None and _says_what_is_measured(document.line(label)):
        _introduce(page, label, setting, alone=True)
    lead = part_in_front(document, block, page.directory) if page.has_market else None
    if lead is not None:
        setting.topic().subject = lead
    setting.unlisted = part_above(page.outline, index, page.directory) if page.has_market else None
    ranked = _ranked_by_sales(setting) if alone and not setting.expected else None
    if ranked:
        setting.expected, setting.expected_year = "revenue", setting.expected_year or _year_in(ranked[0])
    if block.kind is Kind.ITEM and _YEAR_LABEL.match(document.text, block.start, block.end):
        setting.expected = setting.expected or "size"
    return setting


def _says_what_is_measured(label: str) -> bool:
    """Whether the label over a figure says what it is; "Revenue" by itself may be anybody's."""
    kind = measure(label).kind
    return bool(kind) and (kind != "revenue" or " of " in label)


def _is_figure(line: str) -> bool:
    """Whether a line is a figure and nothing else."""
    return _FIGURE.fullmatch(line) is not None or is_sum(line)


def _ranked_by_sales(setting: Setting) -> re.Match[str] | None:
    """Where the page says that it ranks firms by their sales, for a figure that stands alone under a firm's name."""
    return _RANKED_BY_SALES.search(setting.text) if setting.heads_a_firm() else None


def _year_in(said: str) -> int | None:
    """The only year in a few words: "ordered by 2023 revenue"."""
    years = set(_YEAR.findall(said))
    return int(years.pop()) if len(years) == 1 else None


def _introducing(outline: Outline, index: int) -> list[Block]:
    """The lines that introduce a block: its heading (unless a list stands between), for items and rows the line before
    the list and the short item that holds them, the item that stands alone over it, the question that it answers, and
    the paragraph or item before one that begins with "It"."""
    blocks = outline.document.blocks
    block, heading = blocks[index], outline.heading_of[index]
    listed = block.kind is Kind.PARAGRAPH and _is_behind_a_list(outline, heading, index)
    lines = [blocks[heading]] if heading not in (-1, index) and not listed else []
    if block.kind in (Kind.ITEM, Kind.ROW):
        before = index - 1
        while before >= 0 and blocks[before].kind is block.kind:
            before -= 1
        stated = block.kind is Kind.ROW and before >= 0 and is_statement(outline.document, blocks[before])
        if before >= 0 and blocks[before] not in lines and not stated:
            lines.append(blocks[before])
    if block.parent >= 0 and blocks[block.parent].end - blocks[block.parent].start < _LONGEST_LABEL:
        lines.append(blocks[block.parent])
    if _is_under_an_item(blocks, index):
        lines.append(blocks[index - 1])
    asked = index - 1 if index and blocks[index - 1].kind is block.kind is Kind.PARAGRAPH else -1
    if asked >= 0 and outline.document.text[blocks[asked].end - 1] == "?":
        lines.append(blocks[asked])
    goes_on = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and _GOES_ON.match(outline.document.text, block.start)
    if goes_on and index and blocks[index - 1].kind is block.kind:
        lines.append(blocks[index - 1])
    return lines


def _is_under_an_item(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a paragraph stands right under the only item of a list, a few words that are all but a heading."""
    if index < _TWO or blocks[index].kind is not Kind.PARAGRAPH or blocks[index - 1].kind is not Kind.ITEM:
        return False
    alone = blocks[index - _TWO].kind is not Kind.ITEM
    return alone and blocks[index - 1].end - blocks[index - 1].start <= _LONGEST_FIGURE


def _is_behind_a_list(outline: Outline, heading: int, index: int) -> bool:
    """Whether a list stands between a heading and a block, and is not the data of a firm's portrait."""
    document = outline.document
    between = document.blocks[max(0, heading) : index]
    if not any(other.kind is Kind.ITEM for other in between):
        return False
    return not signs_of(document.text).any_in("portraits", between[0].end, between[-1].end)


def _introduce(page: _Page, line: Block, setting: Setting, *, alone: bool) -> None:
    """Lets a heading or an introducing line set the topic and what is expected of the numbers below; `alone` says that
    there is but one figure below."""
    if line.end - line.start > _LONGEST_LINE:
        return
    parts = page.tokens_of(line)
    led = len(parts) > 1 and parts[-1][-1].lower == ":"
    if led and any(token.lower in figure_words().pronouns for token in parts[-1]):
        setting.passed(Span(parts[-2][0].start, parts[-2][-1].end))
    if parts:
        setting.introduced(parts[-1], all_text=[token for part in parts for token in part], alone=alone)
        if page.outline.document.line(line) != page.outline.document.title:
            setting.headed(parts[-1])
