"""How a name stands in its sentence, told by the word before it: as a subject, after a preposition, in an aside."""

from __future__ import annotations

from typing import NamedTuple

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.scene.mention import ASIDE, MARKETS, OBLIQUE, RELATIVE, SUBJECT, Mention
from cmograph.extractors.vocabulary.figure_words import figure_words, goes_before_a_market, head_words
from cmograph.mentions.lexicon import lexicon

_FIRST, _LONGEST_SUM = 2, 6
_ARTICLES = frozenset({"a", "an"})
_CURRENCIES = frozenset({"euro", "dollar", "euros", "dollars", "usd", "eur", "pound", "franc", "rupee", "yuan", "yen"})
_COPULAS = frozenset(
    {"is", "was", "are", "were", "be", "remain", "remains", "remained", "became", "stays", "stayed", "being"}
)
_SUPERLATIVE = frozenset(
    {
        "by",
        "far",
        "easily",
        "still",
        "biggest",
        "largest",
        "second-largest",
        "third-largest",
        "second",
        "third",
        "single",
    }
)
_TAKING_PART = frozenset({"in", "into", "of", "for", "from", "to", "with", "by", "on", "within"})
"""Before "a $5 billion market" these make it one that the subject only has a part in."""

_RELATIVES = frozenset({"which", "where"})
_OWNED = frozenset({"its", "their", "whose"})


class _Place(NamedTuple):
    """Where a mention stands among the words of its sentence: `word` is the one before it at index `at`, articles and
    the like passed over; `before` the one before that ("" for none)."""

    words: list[str]
    mention: Mention
    at: int
    word: str
    before: str


def rank_of(words: list[str], mention: Mention) -> int:
    """RELATIVE, SUBJECT, OBLIQUE or ASIDE, for a mention among the words of its sentence in lower case."""
    if _is_predicate(words, mention):
        return ASIDE
    if _opens_relative(words, mention.last) or _qualified_market(words, mention):
        return RELATIVE
    at = mention.first - 1
    while at >= 0 and words[at] in figure_words().skipped_before_name:
        at -= 1
    if at < 0:
        return SUBJECT
    place = _Place(words, mention, at, words[at], words[at - 1] if at else "")
    for rule in _RULES:
        rank = rule(place)
        if rank is not None:
            return rank
    return OBLIQUE if place.word in figure_words().prepositions else SUBJECT


def _is_predicate(words: list[str], mention: Mention) -> bool:
    """ "Italy is by far the biggest national market, valued at …", "Italy was a $4 billion market", "Italy, a market of
    $4 billion", "Hoes were the largest garden category": the market or segment is what the subject is said to be."""
    if mention.first < _FIRST:
        return False
    if mention.subject.kind is SubjectKind.SEGMENT and words[mention.last - 1] in figure_words().segment_ends:
        return _is_the_best(words, mention)
    if mention.subject.kind not in MARKETS:
        return False
    words_before = words[mention.first - 2 : mention.first]
    if words_before[1] in _ARTICLES and words_before[0] == ",":
        return True
    if words_before[1] in lexicon().scales or words_before[1] in _CURRENCIES:
        return _is_said_to_be(words, mention.first - 1)
    return _is_the_best(words, mention)


def _is_the_best(words: list[str], mention: Mention) -> bool:
    """Whether "is the largest" or the like stands before a mention."""
    listed = figure_words()
    at = mention.first - 1
    while at > 0 and (goes_before_a_market(words[at]) or words[at] in _SUPERLATIVE or words[at] in listed.superlatives):
        at -= 1
    best = any(word in _SUPERLATIVE or word in listed.superlatives for word in words[at + 1 : mention.last])
    return best and at > 0 and words[at] in _COPULAS


def _is_said_to_be(words: list[str], at: int) -> bool:
    """Whether a sum that ends there stands in what something is called: behind "was by itself a", ", already a"."""
    start = max(0, at - _LONGEST_SUM)
    article = next((here for here in range(at, start, -1) if words[here] in _ARTICLES), 0)
    if not article or words[article - 1] in _TAKING_PART:
        return False
    before = article - 1
    while before and (words[before] in head_words().adverbs or words[before - 1 : before + 1] == ["at", "present"]):
        before -= 1 + (words[before] == "present")
    clause = next((here for here in range(before, 0, -1) if words[here] in figure_words().clause_breaks), 0)
    return words[before] == "," or not _COPULAS.isdisjoint(words[clause:article])


def _opens_relative(words: list[str], at: int) -> bool:
    """ "China, which holds 15%" """
    here = at
    while here < len(words) and words[here] in {",", ")", "(", "market", "region"} and here - at < 2:
        here += 1
    return here < len(words) and words[here] in {"which", "who", "whose"}


def _qualified_market(words: list[str], mention: Mention) -> bool:
    """ "in a market projected to reach …": what follows speaks of the market, whoever is the subject."""
    if mention.subject.kind not in MARKETS or mention.first < 3:
        return False
    after = mention.last + (mention.last < len(words) and words[mention.last] in {",", "segment", "size"})
    if after >= len(words) or words[after] not in figure_words().market_participles:
        return False
    if words[mention.last : mention.last + 1] == [","] and _is_where_a_part_leads(words, mention.first):
        return False
    before = words[mention.first - 2 if words[mention.first - 1] == "global" else mention.first - 1]
    return before in {"a", "an", "the"} or before in figure_words().prepositions


def _is_where_a_part_leads(words: list[str], at: int) -> bool:
    """ "the fastest growing region in the market, projected to …": what follows speaks of the part, not of the market
    at `at`."""
    while at and goes_before_a_market(words[at - 1]):
        at -= 1
    return at > 1 and words[at - 1] in figure_words().prepositions and words[at - 2] in figure_words().parts


def _in_aside(place: _Place) -> int | None:
    """ "particularly China", "such as Bosch", "among them Bosch" """
    such = (place.before, place.word) in {("such", "as"), ("among", "them")}
    return ASIDE if such or place.word in figure_words().asides else None


def _in_relative_clause(place: _Place) -> int | None:
    """ "the Middle East, in which Qatar matters most, holds 9%": a name in a relative clause without a number, behind
    which the sentence goes on."""
    words = place.words
    if _RELATIVES.isdisjoint(words):
        return None
    start = place.mention.first - 1
    while start > 0 and words[start] not in {",", ";", ":"} and words[start] not in _RELATIVES:
        start -= 1
    led = words[start - 1] if words[start] == "where" else words[start - 2]
    if words[start] not in _RELATIVES or led != ",":
        return None
    end = next((at for at in range(place.mention.last, len(words)) if words[at] in {",", ";"}), len(words))
    counted = any(word[0].isdigit() for word in words[start:end])
    return ASIDE if end < len(words) and words[end] == "," and not counted else None


def _in_an_insertion(place: _Place) -> int | None:
    """ "Europe, with Spain and Italy in the lead, is worth": a name in an insertion without a number, behind a subject
    whose verb follows it."""
    words, start = place.words, place.mention.first
    if "with" not in words[:start]:
        return None
    while start > 1 and words[start - 1 : start + 1] != [",", "with"]:
        start -= 1
    verbs = head_words().verbs
    if start <= 1 or not verbs.isdisjoint(words[: start - 1]):
        return None
    ends = (at for at in range(place.mention.last, len(words) - 1) if words[at] == "," and words[at + 1] in verbs)
    end = next(ends, start)
    return ASIDE if end > start and not any(word[0].isdigit() for word in words[start:end]) else None


def _after_by(place: _Place) -> int | None:
    """ "held by Bosch", "led by Europe", "driven by China" """
    if place.word != "by":
        return None
    if place.before in figure_words().participles_with_subject:
        return SUBJECT
    return OBLIQUE if place.before in figure_words().led else ASIDE


def _as_object(place: _Place) -> int | None:
    """ "dominates Europe", "above all Europe" """
    above_all = place.word == "all" and place.before == "above"
    return ASIDE if above_all or place.word in figure_words().verbs_with_object else None


def _as_one_of_all(place: _Place) -> int | None:
    """ "faster than in any other region", "will top all others": those with which a subject is compared; "faster in
    Europe than elsewhere" speaks of Europe."""
    if "than" not in place.words and place.word not in {"any", "all"}:
        return None
    if place.word == "in" and place.mention.subject.kind is SubjectKind.REGION:
        behind = place.words[place.mention.last : place.mention.last + 2]
        return SUBJECT if "than" in behind[: 1 + (behind[:1] == ["region"])] else None
    if place.word not in {"any", "all"} and place.before != "than":
        return None
    outdone = place.before == "top" or place.before in figure_words().verbs_with_object
    compared = "than" in place.words[max(0, place.at - 2) : place.at]
    return ASIDE if outdone or compared else None


def _for_the_market(place: _Place) -> int | None:
    """ "the outlook for the market", "With a market size of $2 million, Spain" """
    opens = place.at == 0 and place.word == "with"
    return OBLIQUE if (opens or place.word == "for") and place.mention.subject.kind is SubjectKind.MARKET else None


def _of_kin(place: _Place) -> int | None:
    """ "a subsidiary of Bosch", "demand from China"; at the head of a sentence demand is the subject."""
    if place.word == "for" and place.before == "demand" and place.at <= 2:
        return SUBJECT
    kin = place.word == "of" and place.before in figure_words().kinship
    return ASIDE if kin or (place.word in {"for", "from"} and place.before == "demand") else None


def _to_its_parent(place: _Place) -> int | None:
    """ "contributed to its parent company's sales": the parent that nobody names is no subject."""
    owned = place.word in {"its", "their"} and place.mention.subject.kind is SubjectKind.GROUP
    return OBLIQUE if owned and place.before in figure_words().prepositions else None


def _of_a_figure(place: _Place) -> int | None:
    """ "the market share of Europe", "sales revenue for Mitsubishi Electric" are theirs; "cities of Europe" are not."""
    if place.word not in {"of", "for"}:
        return None
    measures = figure_words().measures
    words = place.words[max(0, place.at - 3) : place.at]
    if len(words) > 1 and words[-1] in {"share", "shares"} and words[-2] in _OWNED:
        return ASIDE  # "its share of the German market"
    counted = len(words) > 1 and words[-1] in {"figures", "figure", "%"} and words[-2] in measures
    return SUBJECT if counted or (words and words[-1] in measures) else OBLIQUE


def _went_to(place: _Place) -> int | None:
    """ "40% went to Europe"; "Acme, which belongs to Bosch" speaks of Acme."""
    if place.word == "to" and place.before in {"belongs", "belonged"} and "%" not in place.words[: place.at]:
        return ASIDE if place.mention.subject.kind is SubjectKind.COMPANY else None
    return SUBJECT if place.word in {"to", "from"} and place.before in figure_words().went_to else None


def _inside_a_clause(place: _Place) -> int | None:
    """A listed segment is often a common word: "the use of steel in cars". It is a subject only where a clause begins,
    unless "segment" follows."""
    mention = place.mention
    if mention.subject.kind is not SubjectKind.SEGMENT or place.words[mention.last - 1] in figure_words().segment_ends:
        return None
    opens = place.word in figure_words().clause_openers and (place.word != "and" or place.before == ",")
    dated = place.at <= _FIRST and place.word.isdigit()  # "Back in 2018 steel was"
    return None if opens or dated else OBLIQUE


_RULES = (
    _in_aside,
    _in_relative_clause,
    _in_an_insertion,
    _after_by,
    _as_object,
    _as_one_of_all,
    _for_the_market,
    _of_kin,
    _to_its_parent,
    _of_a_figure,
    _went_to,
    _inside_a_clause,
)
"""The first that knows decides."""
