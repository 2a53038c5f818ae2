"""The market's name as a page's title spells it: what stands before the word "Market" or behind it; in a title without
that word, the words that the text calls a market."""

from __future__ import annotations

import re

from cmograph.entities import places
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.extractors.vocabulary.title_words import title_words

MARKET = re.compile(r"\bmarkets?\b|(?<=after)markets?\b", re.IGNORECASE)
FIRMS = "(?:companies|manufacturers|suppliers|makers|vendors|producers|providers|firms)"
"""Whose market a title or a file tells of."""

RANKED = re.compile(
    r"(?i)\b(?:largest|biggest|leading|top|major|key|ranking of(?: the)?|list of)\s+(?:\d+\s+)?(?:largest\s+"
    r"|biggest\s+|leading\s+)?"
    rf"([\w&/ -]{{3,60}}?)\s+{FIRMS}\b"
)
_BREAK = re.compile(
    r".*(?:--|[\"“”|\]]|(?<!\w)['’‘](?=\w)|(?i:report|research|insights|news|blog|study|analysis|group)\s[-–—]\s|\s[–—]\s|[:;]\s(?![^()]*\))"
    # behind a bracket: "(Newswire) -- …", "(Newswire)- …", but not "(R)-2-Butanol"
    r"|\)(?:\s+[-–—]+|[–—]+|-(?![\w(])-*))",
    re.DOTALL,
)
_LEAD = re.compile(
    r"(?i)^(?:the\s*)?(?:global|worldwide|world)(?:\s+(?:and|&)\s+regional)?\s+(?!positioning|navigation|warming)(?=\S)|^the\s+"
    r"|(?<=\S)(?:\s+[-–—]|[:,])?\s+(?:global|worldwide)$"
)
_ORGANIZATIONS = re.compile(
    r"(?i)\b(?:largest|biggest|leading|top)\s+(?:\d+\s+)?"
    r"([\w&/ -]{3,60}?\borgani[sz]ations(?:\s\((?-i:[A-Z]{2,6}s?)\))?)"
)
"""A ranking of organizations, whose market is called after them."""

_LISTED = re.compile(
    r"(?i)^([\w&/ -]{3,60}?):\s+(?:the\s+)?(?:world['’]s\s+)?(?:top|largest|biggest|leading"
    rf"|\d+)\b.{{0,40}}\b(?:{FIRMS}|brands"
    r"|(?-i:C[DM]{0,2}Os|CROs|OEMs))\b"
)
_OF_FIRMS = re.compile(
    r"([\w&/ -]{3,60}?)\s+(?:(?i:firms|companies|makers|majors|houses|manufacturers|suppliers|producers|vendors|sales"
    r"|shipments|demand|spending|revenues?))\s+[A-Za-z]"
)
"""Whose firms or sales a title tells of: "Flavor makers look up", "Heat pump sales slump"."""

_INDUSTRY = re.compile(
    r"(?i)^(.{3,80}?)\s+(?:industry|sector)\b(?:\s+in\s+(?-i:((?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+)?)))?"
)
_SHARES_OF = re.compile(
    r"(?i)\s+(?:shares?|size)\s+(?:in|of|for|among)\s+(?:the\s+)?(.{3,80}?)"
    r"(?=\s+(?:industry|sector|business|makers|manufacturers|companies|suppliers|vendors)\b|[:,|]|\s[-–—]\s|$)"
)
"""What "market shares" are of: "Survey of market shares in the shears industry"."""

_SAID_TO_BE = re.compile(
    r"(?i)(?:(?:why|how)\s+)?([^:;,.?!]{3,80}?)\s+"
    r"(?:is|are|becomes?|has become|grows? into|turns? into|to become)\s+(?:now\s+|already\s+)?(?:an?|the)\s+"
    r"(?:(?:US|USD)\s?)?[$€£]?\s?\d[\d.,]*[ -]?(?:billion|million|trillion|bn|mn?)[ -]"
    r"(?:(?:dollar|euro|pound)[ -])?(?:market|industry)\b"
)
"""A title that says what its subject is worth: "Pet insurance is now a $9 billion market"."""

_CONTRACTED = (" contract", " toll", " custom")
"""What firms do for others, whose market is called after the deed: "the 10 largest soap contract manufacturers"."""

_NO_NAME = re.compile(r"(?i)\bCAGR\b|\s(?:and|or|of|in|for|&)$")
"""What is no market's name: a growth rate, or one that breaks off."""

_TEMPLATE = re.compile(r"\{\{|\}\}|\$\{|<%|%>|\[%")
_DETERMINER = re.compile(r"(?i).*\b(?:the|an?|expects|for|into|of)\s+", re.DOTALL)
_CUT = re.compile(r"\s[-–—]\s|[:|–—,(\[]|\b20\d\d\b")
_YEARS_BEHIND = re.compile(r"\s20\d\d\s?[-–—]\s?20\d\d$")
_UP_TO = re.compile(r"(?i)\s(?:to|by|until|through|towards?|beyond)$")
"""Before the year that a phrase is cut at: "Hedge shears to 2030"."""

_NO_LETTERS = re.compile(r"^[^\w\s(\[.,$€£&'’{<%+-]+\s*")
"""A picture before a name: "📊 Shears"."""

_LONGEST = 140


def named_in(title: str) -> tuple[str, str]:
    """The market that a title names by the word "market", or by whose companies or industry it lists: the name, and as
    it stands in the title; "" where it names none."""
    market = MARKET.search(title)
    worth = _SAID_TO_BE.match(title)
    if worth is not None and is_telling_name(tidy(_unled(worth[1]))):
        raw = worth[1]
    elif market is None:
        ranked = _LISTED.match(title) or RANKED.search(title) or _ORGANIZATIONS.search(title)
        industry = None if ranked else _INDUSTRY.search(title)
        raw = _called(ranked[1]) if ranked else _phrase(title, _industry_end(industry)) if industry else ""
    else:
        whole = title[: market.start()].lower().endswith("after")
        raw = _phrase(title, market.end() if whole else market.start())
        if _is_gained(raw, title[market.end() :]):
            return "", ""
        ranked = RANKED.search(title) if raw.rstrip().endswith(("&", " and")) else None
        raw = ranked[1] if ranked else raw
        if not is_telling_name(tidy(raw)):
            behind = title_words().behind.match(title, market.end()) or _SHARES_OF.match(title, market.end())
            raw = behind[1] if behind else ""
    name = tidy(raw)
    return (name, raw) if is_telling_name(name) else ("", "")


def _called(firms: str) -> str:
    """What the market of firms is called, whose noun is cut off: "soap contract" of "soap contract manufacturers" is
    "soap contract manufacturing"."""
    return f"{firms} manufacturing" if firms.lower().endswith(_CONTRACTED) else firms


def _industry_end(industry: re.Match[str]) -> int:
    """Where the name of an industry ends: before that word, but behind the place where it is one land's: "Toy industry
    in Spain"."""
    return industry.end() if industry[2] and is_place(industry[2]) else industry.end(1)


def confirmed(title: str, text: str) -> str:
    """The first words of a title without the word "market", if the text calls them a market; else ""."""
    lower = text.lower()
    words = first_phrase(title).split()
    named = (title_words().counted.search(title), _OF_FIRMS.match(title))
    candidates = [found[1] for found in named if found]
    demanded = title_words().demanded.search(title)
    candidates += [demanded[1]] if demanded else []
    while words and words[-1].lower() in title_words().title_ends:
        candidates.append(" ".join(words))
        words.pop()
    candidates.append(" ".join(words))
    for candidate in map(tidy, candidates):
        if is_telling_name(candidate) and (_is_called(candidate.lower(), lower) or _is_traded(candidate.lower(), text)):
            return candidate
    return ""


def begun_with(title: str, text: str) -> str:
    """The first words of a title that the text calls "the … market", however the title goes on: "CDMO pulse check";
    else ""."""
    words = first_phrase(title).split()
    for count in range(len(words) - 1, 0, -1):
        name = tidy(" ".join(words[:count]))
        if is_telling_name(name) and re.search(
            rf"\bthe (?:global |world |worldwide )?{re.escape(name)} market\b", text, _case(words[1:count])
        ):
            return name if not _is_located(words[count:]) else " ".join(words)
    return ""


def _case(words: list[str]) -> re.RegexFlag:
    """Whether case counts in what a title calls something: not where its words have capitals as all of a title's do."""
    return re.IGNORECASE if any(word[:1].isupper() and not word.isupper() for word in words) else re.NOFLAG


def _is_located(words: list[str]) -> bool:
    """Whether the last words of a title's phrase are but a place: "in Spain"."""
    return words[:1] == ["in"] and is_place(" ".join(words[1:]).removeprefix("the "))


def counted_facts(title: str) -> str:
    """What a title gives "statistics & facts" of; else ""."""
    found = title_words().facts_behind.search(title)
    name = tidy(_unled(title[: found.start()])) if found else ""
    return name if is_telling_name(name) else ""


def _is_called(name: str, lower: str) -> bool:
    """Whether a text, given in lower case, calls something a market."""
    return any(words in lower for words in (f"{name} market", f"market for {name}", f"{name} industry"))


def _is_traded(name: str, text: str) -> bool:
    """Whether a text speaks of the trade in something, and writes it in small letters, as it would not a firm."""
    return any(
        words in text
        for words in (
            f"{name} sector",
            f"{name} sales",
            f"sales of {name}",
            f"demand for {name}",
            f"{name} majors",
            f"{name} makers",
        )
    )


def first_phrase(title: str) -> str:
    """What stands in a title before its first colon, dash, comma, bracket or year."""
    return _UP_TO.sub("", tidy(_unled(_CUT.split(title.strip(), maxsplit=1)[0])))


def counted_in(title: str) -> str:
    """What a title counts worldwide ("Worldwide X Shipments"); else ""."""
    counted = title_words().counted.search(title)
    return tidy(counted[1]) if counted else ""


def _is_gained(before: str, behind: str) -> bool:
    """Whether "market" is part of what somebody has: "Acme Gains Market Share", "extends market dominance"."""
    if title_words().no_market_behind.match(behind):
        return True
    words = before.lower().split()
    return bool(words) and words[-1] in title_words().gaining and behind.lower().lstrip().startswith("share")


def is_telling_name(name: str) -> bool:
    """Whether a phrase can be a name that says what is traded, and not only how widely."""
    return plausible(name) and not title_words().vague_market.fullmatch(name)


def _phrase(title: str, end: int) -> str:
    """The noun phrase of title[:end], without what leads up to it ("Insights into …", a dateline, a quotation mark) and
    what tells the report ("…: Technologies and Global")."""
    phrase = title[:end]
    broken = _BREAK.match(phrase)
    if broken and len(phrase) - broken.end() > 2:
        last = {word.strip(",").lower() for word in phrase[broken.end() :].split()}
        before = re.sub(r"\s*[:;|–—-]+\s*$", "", phrase[: broken.end()])
        phrase = before if last <= title_words().tells_report and before else phrase[broken.end() :]
    phrase = title_words().industry_report.sub("", phrase.rstrip()) if "ndustry" in phrase else phrase
    phrase = _unled(phrase)
    words = phrase.split()
    prose = sum(1 for word in words if word.islower()) > max(3, len(words) // 2) or ("," in phrase and len(words) > 8)
    if prose:
        determiner = _DETERMINER.match(phrase)
        phrase = phrase[determiner.end() :] if determiner else phrase
    return phrase


def _unled(phrase: str) -> str:
    previous = None
    while previous != phrase:
        previous, phrase = phrase, title_words().lead.sub("", phrase)
    return phrase


def tidy(phrase: str) -> str:
    """A market's name as GUIDELINES spell it: no leading "Global" or "The", no trailing punctuation."""
    name = _NO_LETTERS.sub("", " ".join(phrase.split()).strip(" -–—:,;|\"'“”‘*#"))
    name = _YEARS_BEHIND.sub("", name) if name[-1:].isdigit() else name
    previous = None
    while previous != name:
        previous, name = name, _LEAD.sub("", name, count=1)
    return name


def plausible(name: str) -> bool:
    """Whether a phrase can be a market's name."""
    return (
        1 < len(name) <= _LONGEST
        and any(c.isalpha() for c in name)
        and len(name.split()) <= 18
        and name.lower() not in title_words().not_a_market
        and not _TEMPLATE.search(name)
        and not _NO_NAME.search(name)
        and "%," not in name
        and title_words().verbs.isdisjoint(name.lower().split())
    )


def is_place(name: str) -> bool:
    """Whether a name is a place or what belongs to one: "U.S.", "European"."""
    return places.is_place(name) or name.lower() in figure_words().demonyms
