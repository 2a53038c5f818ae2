"""Companies whose sales a sentence states, under any heading: "Acme booked sales of …", "Acme, a maker of shears, had
turned over …", "Acme's revenue rose to …", "Acme leads. The Oslo firm took in …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name
from cmograph.document import Block, Span
from cmograph.entities.places import is_place
from cmograph.extractors.company.company_names import Page, is_name, is_proper, is_public_body, market_words
from cmograph.extractors.company.company_subjects import LEAD_IN, acts
from cmograph.extractors.company.company_sums import A_SUM, BARE_SUM, SUMMED
from cmograph.extractors.vocabulary.firm_words import firm_words
from cmograph.mentions.capitals import run_at, run_list
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.sentences import sentences

_AUXILIARY = re.compile(
    r"(?>\s(?:came|comes|is|was|ranks|ranked|stands|stood|placed|finished) (?:in )?(?:the )?(?:(?:distant|close) )?"
    r"(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last|top)(?: place| spot| position)?"
    r"|No\.\s?\d+|number \w+)"
    r"|\s(?:is|are|was) (?:thought|believed|said|estimated|reckoned|understood) to(?: have)?"
    r"|\s(?:(?:said|says)(?: that)? it|has|had|have|is|are|was|were|also|itself|alone|again|reportedly|already|first"
    r"|then|now|since)|,? (?:which|who|that))++$"
)
"""What parts a subject from its sales: "Acme itself has|", "Acme came second|". The longer ways stand first, as none is
tried again: "is first" can be read in two ways, and many of them in very many."""
_APPOSITION = re.compile(
    r",\s(?:an?|the|of|which|who|whose|another|one|part|now|still|owned|based|headquartered|formerly|founded|with|for"
    r"|itself|meanwhile|too|\d[\d.,]*\s[a-z]+)\b"
)
_DIVISION = re.compile(r"[’'](?:s\s|(?<=s['’])\s)(?:[\w&-]+\s){0,6}?(?:division|unit|arm|business|subsidiary)$")
"""What of a firm sales are told of: "Acme's blades division"."""

_BRACKETS = re.compile(r"\s\([^()]{1,80}\)$")
_REFERENCE = re.compile(
    r"(?:^|[,;]?\s)(?:[Tt]he|[Tt]his|[Ii]t|[Tt]hey|[Ii]ts)(?:\s(?:[\w.’'-]+,?\s){0,4}?(?:company|firm|group|business|brand|house"
    r"|maker|manufacturer|producer|supplier|vendor|retailer|specialist))?$"
)
"""What stands for the firm named before: "the Oslo-based company"."""

_COORDINATED = re.compile(r",? (?:and|but)(?: (?:so|thus|then|now|also|still|today|thereby|since))*$")
"""Before the second thing that a sentence tells of its subject: "Acme bought Brix and now|"."""

_PARTICIPLE = re.compile(r" (?:account|captur|claim|command|controll|hold|secur|tak)ing ")
_OPENING_JOINT = re.compile(r"(?:And|But|So|Yet|Then|While|Whereas|Although|Though|At|For|In)\s")
_LAST_WORDS = re.compile(r"[^a-z\s,][^\s,]*(?:\s(?:[^a-z\s,][^\s,]*|&|of|and)){0,5}\.?$")
_OF_PARTS = re.compile(
    r"(?i)\b(?:segments?|divisions?|regions?|regional|categor(?:y|ies)|by (?:type|product|application))\b"
)
"""Of a heading over what a firm or a market is made of: names there are those of parts."""

_BY = re.compile(r"By ([A-Za-z /&-]{3,40}),")
_NAME_WORD = re.compile(r"[\"“]?(?:[^\W\d_a-z]|\d+[A-Z])")
_JOINTS = frozenset({"of", "and", "&", "de", "la"})
_SMALL_FORMS = frozenset({"plc", "gmbh", "inc", "ltd", "llc"})
_OWN_NAMES = frozenset({"Group", "Company", "Corporation"})
"""By which a firm speaks of itself."""

_MANY = re.compile("[A-Z]{2,}s")
"""Of what "SMEs" and "EVs" shorten there are many."""

_PLURAL = re.compile(f"[A-Z][a-z]+|{_MANY.pattern}")
"""What ends in "s" and is no name by its capitals, as "GlobalFoundries" and "SAS" are."""

_PERSONS = re.compile(
    r",? (?:took over as|(?:joins|joined|leads|led|heads|headed) the\b|(?:was|has been) (?:named|appointed)"
    r"|(?:the |its |a |an )?(?:new )?(?:chief|head of|CEO|CFO|president|chair|managing director|analyst|partner at))"
)
"""What a person does or is called, behind the name."""

_SALES = re.compile("sales|revenue|turnover")
_SUMMED = re.compile(rf" [a-z]+ (?:[a-z]+ )?{SUMMED} ")
"""A verb and the share that several have as one."""

_MOST_WORDS, _MOST_LISTED = 8, 24


def reporting(page: Page, block: Block, ends: list[int], heading: str) -> Iterator[list[Name]]:
    """The firms of a block whose sales are told: of the subjects that end at `ends`, or those that a sentence which
    begins with its figure goes on from."""
    if is_of_parts(heading):
        return
    text = page.document.text
    before: Span | None = None
    for span in sentences(text, block.start, block.end):
        divided = text.startswith("By ", span.start) and _divides(text, span)
        for end in () if divided else ends:
            if span.start <= end < span.end and A_SUM.search(text, end, span.end):
                yield from _reporters(page, span, before, end)
        before = span


def is_of_parts(heading: str) -> bool:
    """Whether a heading is one over what a firm or a market is made of."""
    return _OF_PARTS.search(heading) is not None


def _divides(text: str, span: Span) -> bool:
    """ "By price band, Premium Lamps held 40%": whether a sentence says first by what it divides a market, and that is
    not by firms."""
    lead = _BY.match(text, *span)
    return lead is not None and firm_words().not_divided_by.isdisjoint(lead[1].lower().split())


def _reporters(page: Page, span: Span, before: Span | None, end: int) -> Iterator[list[Name]]:
    """The firms that a subject names or stands for."""
    text = page.document.text
    subject = _AUXILIARY.sub("", text[span.start : end])
    referred = _REFERENCE.search(subject) or _COORDINATED.search(subject)
    if subject.endswith(",") and _PARTICIPLE.match(text, end):
        yield from _besides(page, span, span.start + len(subject) - 1)
        return
    if referred is None and subject:
        names = names_before(text, span.start, span.start + len(_DIVISION.sub("", _without_insertion(subject))))
        weak = names[_is_told_by_others(text, span, names, end) :] if _is_weak(text, end) else []
        if names and text.endswith(" which ", 0, names[0].span.start):
            return
        if len(names) == 1 and _is_joint(text, end):
            return
        if names and all(is_firm(page, name) for name in names) and all(looks_like_a_firm(page, name) for name in weak):
            yield names
        return
    if _is_joint(text, end):
        return
    opening = before if referred is None or referred.start() == 0 else span
    labelled = referred is not None and referred.re is _COORDINATED and ": " in subject  # "Online retail: E-commerce …"
    if opening is not None and not labelled:
        yield from _leading(page, opening)


def _is_told_by_others(text: str, span: Span, names: list[Name], end: int) -> bool:
    """Whether the first of several names opens its sentence, where anything has a capital, before a verb that only
    several can have: the others tell what it is."""
    return len(names) > 1 and names[0].span.start == span.start and _is_joint(text, end)


def _besides(page: Page, span: Span, comma: int) -> Iterator[list[Name]]:
    """The firm that has a share beside what its sentence tells: the one right before the comma, "ahead stands Acme,
    holding 35%", or the one that the sentence begins with, "Acme leads in Norway, holding 35%"."""
    names = names_before(page.document.text, span.start, comma)
    firms = names and all(is_firm(page, name) and looks_like_a_firm(page, name) for name in names)
    yield from [names] if firms else _leading(page, span)


def _is_weak(text: str, end: int) -> bool:
    """Whether the verb behind a subject says of it what is said of regions and goods too."""
    words = firm_words()
    if text.startswith(words.weak_holding_verbs, end) or _is_joint(text, end):
        return True
    verb = next((verb for verb in words.weak_reporting_verbs if text.startswith(f"{verb} ", end)), "")
    bare = BARE_SUM.match(text, end + len(verb)) if verb else None
    return bare is not None and not _SALES.search(bare[0])


def _without_insertion(subject: str) -> str:
    """A subject without what stands behind its name: ", a maker of shears,", "(Oslo)"."""
    if not subject.endswith(","):
        return _BRACKETS.sub("", subject)
    for found in reversed(list(_APPOSITION.finditer(subject))):
        head = _DIVISION.sub("", subject[: found.start()])
        if _first_of_name(subject, 0, len(head)) < len(head):
            return _BRACKETS.sub("", head)
    begin = _first_of_name(subject, 0, len(subject) - 1)
    return subject[:-1] if subject.endswith(firm_words().kinds_before_comma, 0, begin) else ""


def _leading(page: Page, span: Span) -> Iterator[list[Name]]:
    """The firm that a sentence begins with, or ends with: "Ahead of all is Acme"."""
    text = page.document.text
    lead = LEAD_IN.match(text, *span)
    for start in (span.start, lead.end() if lead else -1, _inverted(text, span)):
        run = run_at(text, _past_joint(text, start), span.end) if start >= 0 else None
        if (
            run is None
            or _PERSONS.match(text, run.end)
            or not (acts(text, run.end, span.end, is_bold=False) or run.end >= span.end - 1)
        ):
            continue
        if is_firm(page, name := Name(text[slice(*run)], run)):
            yield [name]
            return


def _inverted(text: str, span: Span) -> int:
    """Where the last words of a sentence begin, if a verb puts its subject there; else -1."""
    at = text.rfind(" is ", *span)
    return at + len(" is ") if at >= 0 and _LAST_WORDS.match(text, at + len(" is "), span.end) else -1


def _past_joint(text: str, start: int) -> int:
    """Where a sentence begins behind "And" or "But"."""
    joint = _OPENING_JOINT.match(text, start)
    return joint.end() if joint else start


def names_before(text: str, start: int, end: int) -> list[Name]:
    """The names that end at `end`: one, or some that "and" joins."""
    listed = text.startswith((*firm_words().together, ", whose"), end) or _are_several(text, end)
    begin = _past_joint(text, _first_of_name(text, start, end, listed=listed))
    begin += len("and ") if text.startswith("and ", begin) else 0
    return [name for name in run_list(text, begin, end) if name.span.end <= end] if begin < end else []


def _are_several(text: str, end: int) -> bool:
    """Whether what stands before a verb of having is more than one: "hold 30%", "held a combined share of"."""
    summed = text.startswith(firm_words().holding_verbs, end) and _SUMMED.match(text, end) is not None
    return summed or _is_joint(text, end)


def _is_joint(text: str, end: int) -> bool:
    """Whether a verb stands at a place that only several can be before: "control 30%"."""
    return any(text.startswith(f"{verb} ", end) for verb in firm_words().joint_holding_verbs)


def _first_of_name(text: str, start: int, end: int, *, listed: bool = False) -> int:
    """Where the run of capitalised words begins that ends at `end`, or of a list of such; `end` where there is none."""
    begin, later = end + 1, ""
    for word in reversed(text[start:end].split(" ")[-(_MOST_LISTED if listed else _MOST_WORDS) :]):
        if not _NAME_WORD.match(word) and word not in _JOINTS and word.rstrip(",") not in _SMALL_FORMS:
            break
        if word[-1:] in ",;:)" and not is_legal_form(later) and not (listed and word[-1:] == ","):
            break
        if "--" in word:
            begin -= len(word.rpartition("--")[2]) + 1
            break
        begin -= len(word) + 1
        later = word
    return min(begin, end)


def is_firm(page: Page, name: Name, *, listed: bool = False) -> bool:
    """Whether a run can be a firm's name: no place, no public body's, nothing that the market is in; `listed` with
    other firms it can be called after that: "Acme, Brix Shears and Corvo"."""
    last = name.text.rpartition(" ")[2].lower().removesuffix("s")
    many = last != name.text.lower() and _PLURAL.fullmatch(name.text) is not None
    return (
        is_name(name.text, page)
        and not (many and page.document.text.count(name.text) == 1)
        and is_proper(page.lower, name)
        and not is_public_body(name.text)
        and not all(map(is_place, name.text.split(" and ")))
        and name.text not in _OWN_NAMES
        and (last not in market_words(page) or (listed and " " in name.text))
    )


def looks_like_a_firm(page: Page, name: Name) -> bool:
    """Whether a name is told from goods and regions, which do what firms do: by its legal form, by words that the page
    has with a capital only, or as it has its capital amid a sentence too."""
    words = name.text.split()
    if is_legal_form(words[-1]):
        return True
    if len(words) > 1:
        return not any(word.lower() in page.lower for word in words if word[0].isupper())
    if not name.text[1:].islower():
        return _MANY.fullmatch(name.text) is None
    return re.search(rf"[a-z] {re.escape(name.text)}(?!\w)", page.document.text) is not None
