"""Dimensions of segmentation ("type", "end_user" …): how headings, items and sentences name them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cmograph.extractors.vocabulary.wordlists import wordlists

_BY = re.compile(
    # what leads up to the dimension
    r"(?i)\b(?:by|based on(?: the)?|basis of(?: the)?|types of|breakup by|segments? by)\s+(?:the\s+)?"
    r"(?P<name>[a-z][a-z0-9 /&'’-]{1,44}?)"
    # what ends it
    r"(?=\s*(?:$|[:;?(\[,–—]|\.\s*$|\b(?:is|are|was|has|have|into|the market|market|segment(?:s|ed|ation)?|insights?"
    r"|analysis|outlook|available|below|include[sd]?|including)\b))"
)
_BELOW = re.compile(r"(?i)\bbelow\s+(?:product\s+)?(types?|applications?)\b")
_TYPES_AVAILABLE = re.compile(r"(?i)\btypes of .{2,90} available\b")
_THESE_COVERED = re.compile(
    r"(?i)\b(?:studied|covered|analy[sz]ed|considered|examined)\s+(?:these|the following)\s+"
    r"(?P<said>\w[\w /-]{2,30}?)\s*:$"
    r"|\b(?:these|the following)\s+(?P<name>\w[\w /-]{2,30}?)\s+(?:are|were|have been)\s+"
    r"(?:studied|covered|analy[sz]ed|considered|examined|included)\b"
)
"""Of a line over what a report studies: "We have studied these types:"."""

_BARE = re.compile(
    r"(?i)^\s*(?:the\s+)?(?:key\s+|major\s+|market\s+)?(?P<name>[a-z][a-z0-9 /&'’-]{1,40}?)"
    r"\s*(?:insights?|segments?|analysis|outlook|segmentation|covered|overview"
    r"|(?:sales |market )?(?:split|mix|breakdown|shares?)(?:,?\s\(?(?:in |%, ?)?(?:19|20)\d\d\)?)?)?\s*:?\s*$"
)
_LONGEST_BARE = 120  # characters; a longer line is no heading of a few words
_CAPTIONED = re.compile(
    r"(?i)\bby\s+(?:the\s+)?(?P<name>[a-z][a-z /&'’-]{1,30}?)"
    r"(?=\s*(?:[,;:(\[–—]|\.?$|\s(?:in|and|for|from|since)\s|\s-\s|\.?\s(?:19|20)\d\d))"
)
_ASKED = re.compile(
    r"(?i)\b(?:which|what)\s+(?:(?:are|is)\s+the\s+)?(?:\w+est\s+|main\s+|key\s+)?(?P<name>\w[\w-]*(?:\s\w[\w-]*)?)"
)
_WHERE = re.compile(
    r"(?i)(?P<sold>where .{3,60} (?:is|are|gets?) (?:bought|sold|purchased)\b)|who (?:buys|uses|orders) \w"
)
"""Of a heading over shares: "Where shears are bought", "Who buys them"."""

_INSIGHTS = re.compile(r"(?i)\binsights?\s*:?\s*$")
_BEGINS_WITH_BY = re.compile(r"(?i)\s*(?:.*\bmarket,?\s+|breakup\s+|segmentation\s+)?by\s")
_ARTICLE = re.compile(r"^(?:the|market|their|its|product's)\s+")
_COUNTED = re.compile(
    r"^(?:(?:and|two|three|four|five|six|seven|eight|\d+|several|main|major|key|primary|principal|broad|core|distinct|different|various|multiple|certain)\s+)+"
)
_BASED_ON = re.compile(r"(?i)^types?\s+(?:based on|by)\s+(?:the\s+)?")
_PLURAL = re.compile(r"(?i)(?P<y>[a-z]{2}ies)$|(?P<es>(?:ss|x|ch|sh)es)$|(?<![sui])s$")
_NO_WORD = re.compile(r"\W+")
_LONGEST = 5


@lru_cache(maxsize=4096)
def dimension_of(name: str, *, sure: bool) -> str | None:
    """The key of a dimension that a heading calls `name`; a word that is in no list counts only where `sure` (the page
    says "by …")."""
    known = wordlists().dimensions
    plain = " ".join(name.lower().replace("’", "'").replace("-type", " type").split()).strip(" :-")
    plain = plain if plain in known else _ARTICLE.sub("", plain)
    if plain in known or not sure:
        return known.get(plain)
    plain = _COUNTED.sub("", plain)
    if plain in known:
        return known[plain]
    words = plain.split()
    if plain.startswith(("type of ", "types of ")) and len(words) < _LONGEST:
        return _NO_WORD.sub("_", plain)
    if not words or len(words) > _LONGEST or not wordlists().not_dimensions.isdisjoint((words[0], words[-1])):
        return None
    if wordlists().players.search(plain) or wordlists().geography.search(plain):
        return None
    return _NO_WORD.sub("_", plain).strip("_") or None


@cache
def kinds_of_dimension() -> tuple[str, ...]:
    """The last words of most dimensions: "film type", "user industry"."""
    return tuple(f" {noun}" for noun in sorted(wordlists().dimension_nouns))


def said_dimension(name: str) -> str | None:
    """The key of a dimension that a sentence speaks of in the plural: "two grip sizes", "types based on purity"."""
    name = _BASED_ON.sub("", _COUNTED.sub("", name))
    return dimension_of(name, sure=False) or dimension_of(_singular(name), sure=True)


def _singular(name: str) -> str:
    """ "categories" → "category", "classes" → "class", "thickness" and "series" as they are."""
    if name.lower().endswith("series"):
        return name
    plural = _PLURAL.search(name)
    if plural is None:
        return name
    return name[:-3] + "y" if plural["y"] else name[:-2] if plural["es"] else name[:-1]


def names_types_below(line: str) -> bool:
    """Whether a line says that types or applications follow: "… divided into below types"."""
    return _BELOW.search(line) is not None


def stated_dimension(line: str) -> str | None:
    """The dimension that a heading or lead states: "… by Application is segmented into:", "below types", "types of X
    available"."""
    below = _BELOW.search(line)
    if below:
        return dimension_of(below[1], sure=False)
    if _TYPES_AVAILABLE.search(line):
        return "type"
    if line.endswith(":") and (covered := _THESE_COVERED.search(line)):
        return said_dimension(covered["said"] or covered["name"])
    found = list(_BY.finditer(line))
    if not found:
        return None
    sure = _BEGINS_WITH_BY.match(line) is not None or wordlists().segmentation.search(line) is not None
    return next(filter(None, (dimension_of(match["name"], sure=sure) for match in reversed(found))), None)


def captioned_dimension(line: str) -> str | None:
    """The dimension by which a table's caption parts its numbers: "Table 2. Sales by blade length, EUR million"."""
    found = None if line.endswith((".", "!")) else _CAPTIONED.search(line)
    return dimension_of(found["name"], sure=True) if found else None


def asked_dimension(line: str) -> str | None:
    """The common dimension that a question asks for: "Which applications are the largest?"."""
    if told := _WHERE.match(line):
        return str(
            wordlists().dimensions["distribution channel"] if told["sold"] else wordlists().dimensions["end user"]
        )
    asked = _ASKED.search(line) if line.endswith("?") else None
    words = asked["name"].split() if asked else []
    return next(filter(None, (dimension_of(" ".join(words[:end]), sure=False) for end in (2, 1))), None)


def bare_dimension(line: str) -> str | None:
    """The dimension of a heading that is nothing but its name: "Applications:", "Type Insights"."""
    match = _BARE.match(line) if len(line) <= _LONGEST_BARE else None
    if match is None:
        return None
    dimension = dimension_of(match["name"], sure=_INSIGHTS.search(line) is not None)
    return dimension or (_covered(match["name"]) if line.lower().rstrip(" :").endswith(" covered") else None)


def _covered(name: str) -> str | None:
    """The dimension whose members a report says that it covers: "CATEGORIES COVERED"."""
    single = _singular(name.lower())
    return dimension_of(single, sure=single.rpartition(" ")[2] in wordlists().dimension_nouns)
