"""What a document is called."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cmograph.document import Block, Kind, Span
from cmograph.mentions.labels import Labelled, is_bare_label, labelled_at

TOP = 8
LONGEST_TITLE = 500
SHORT_TITLE = 120
DATELINE = 250
MARKET = re.compile(r"\b(?:markets?|industry|sector)\b", re.IGNORECASE)
DATELINE_END = re.compile(r"(?:\d{4,5}|/|\)) (?:--|—|–) ")
QUOTED = re.compile(r"(?:^|\s)['\"“‘]([A-Z0-9][^\"“”\n]{5,450}?),?['\"”’](?=[\s,.;]|$)")
FIGURES = re.compile(
    r"(?i)\W*(?:CAGR|growth rate|market (?:size|value|volume|share))\b[\W\d]*(?:(?:USD|EUR|GBP|INR|Rs)\.?\s?)?\d"
    r"(?!.*\bmarkets?\b(?! (?:size|value|volume|share)))"
)
"""A line of figures that names no market: "CAGR - 5%, market size - USD 3 billion"."""

TRAIL = re.compile(r"(?i)you are here\b|(?:home|reports?|[\w &]{2,30})\s+[>›»]\s+[^>›»]{2,40}\s+[>›»]\s")
"""The way to a page through its site: "Home > Reports > Garden"."""

SITE_NAME = re.compile(r"\s+[|–—»]\s+[^|–—»]*$|\s+-\s+[^-]{3,30}$")


def choose_title(
    path: str, text: str, blocks: tuple[Block, ...], metadata: Mapping[str, str]
) -> tuple[str, Span | None]:
    """The page's own heading and where it stands; else what its metadata call it, or its file's name."""
    span = first_heading(text, blocks) or headline_in_dateline(text, blocks) or heading_at_top(path, text, blocks)
    if span:
        return text[span.start : span.end], span
    for key in ("og:title", "twitter:title", "title", "headline"):
        if metadata.get(key, "").strip():
            return SITE_NAME.sub("", " ".join(metadata[key].split())), None
    return from_path(path), None


def first_heading(text: str, blocks: tuple[Block, ...]) -> Span | None:
    """The first heading of level 1; one that speaks of a market goes before one that does not."""
    heads = [Span(b.start, b.end) for b in blocks if b.level == 1 and b.kind is Kind.HEADING]
    return next((head for head in heads if MARKET.search(text, head.start, head.end)), heads[0] if heads else None)


def heading_at_top(path: str, text: str, blocks: tuple[Block, ...]) -> Span | None:
    """The line above the first sentence that says what the file's name says; else the first that names a market, or the
    first of all where a line with a label follows ("Market: Shears")."""
    named = words(from_path(path))
    market = None
    for index, block in enumerate(blocks[:TOP]):
        line = text[block.start : block.end]
        if TRAIL.match(line):
            continue
        labelled = labelled_at(text, block.start, block.end)
        if labelled and labelled.tells == "title":
            market = market or (unquoted(text, labelled.value) if MARKET.search(text, *labelled.value) else None)
            continue
        if labelled or is_bare_label(line):
            if above := above_labels(text, blocks, index, labelled):
                return market or above
            continue
        if not is_title(line, block):
            break
        own = words(line)
        if len(own & named) * 2 >= len(named) > 1 or (named and own == named):
            return Span(block.start, block.end)
        if market is None and MARKET.search(line) and not FIGURES.match(line):
            market = Span(block.start, block.end)
    return market


def above_labels(text: str, blocks: tuple[Block, ...], index: int, labelled: Labelled | None) -> Span | None:
    """The first line, where it has no label but that at `index` and another one have; else what that at `index`
    says of the market: `labelled`, None where it is a label alone."""
    if index and not has_label(text, blocks[0]):
        several = any(has_label(text, block) for block in blocks[index + 1 : TOP])
        return Span(blocks[0].start, blocks[0].end) if several else None
    return labelled.value if labelled and labelled.tells == "market" else None


def has_label(text: str, block: Block) -> bool:
    """Whether a line has a label, be it alone or with what it tells."""
    return labelled_at(text, block.start, block.end) is not None or is_bare_label(text[block.start : block.end])


def unquoted(text: str, value: Span) -> Span:
    """A title without the quotation marks around it."""
    quoted = text[value.start] == text[value.end - 1] == '"'
    return Span(value.start + quoted, value.end - quoted)


def is_title(line: str, block: Block) -> bool:
    """Whether a line may be a title: no sentence, and short or about a market."""
    if block.kind not in {Kind.HEADING, Kind.PARAGRAPH} or line.endswith((".", "!", ";")):
        return False
    return len(line) <= SHORT_TITLE or (len(line) <= LONGEST_TITLE and MARKET.search(line) is not None)


def headline_in_dateline(text: str, blocks: tuple[Block, ...]) -> Span | None:
    """A press release's headline: behind its place and date, or the report's name in quotation marks."""
    if not blocks:
        return None
    start, end = blocks[0].start, blocks[0].end
    datelines = list(DATELINE_END.finditer(text, start, min(end, start + DATELINE)))
    if not datelines or MARKET.search(text, start, datelines[0].start()):
        return None  # what speaks of a market before the dash is a title itself
    head = Span(datelines[-1].end(), end)
    if not text.endswith((".", "!"), head.start, end) and MARKET.search(text, head.start, end):
        return head
    for quoted in QUOTED.finditer(text, start, end):
        if MARKET.search(quoted.group(1)):
            return Span(*quoted.span(1))
    return None


def words(name: str) -> set[str]:
    """The words of a name that tell it from others, without plural endings."""
    found = re.findall(r"\w+", name.casefold())
    return {word.removesuffix("s") for word in found if len(word) > 2 or word.isdigit()} - {
        "the",
        "and",
        "for",
        "market",
    }


def from_path(path: str) -> str:
    """A file's name as words: without folder and extension, "-" and "_" as spaces."""
    name = path.rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    return " ".join(stem.replace("-", " ").replace("_", " ").split()) or name
