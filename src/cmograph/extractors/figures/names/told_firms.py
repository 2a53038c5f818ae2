"""Firms that no list of the page names, found by the part that they play beside an amount: "Acme and Brix reported
revenues of …", "Turnover at Acme came to …", "With revenue of $5 million, Acme is …", "…, and Brix for $2 million"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.names.directory import Directory
from cmograph.extractors.figures.names.firm_names import can_name_a_firm
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.figures.scene.parents import is_called_a_part
from cmograph.extractors.vocabulary.figure_words import before_sums, figure_words, head_words, kind_words, size_words
from cmograph.mentions.amounts import Amount
from cmograph.mentions.capitals import run_at
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.tokens import WORD, Token

_LISTED = frozenset({",", "and", "&"})
_IN_TURN = frozenset({"and", "while", "whereas", "but", ","})
_UNITS = frozenset({"segment", "segments", "division", "divisions", "unit", "units"})
_APPOSITIONS = ([",", "owner"], [",", "part"], [",", "maker"], [",", "the"], [",", "a"], [",", "an"], [",", "which"])
_REACHED = frozenset({"came", "comes", "crossed", "passed", "topped", "took", "takes"})
"""Verbs of sums that anything may reach, or cost."""

_RELATIVES = ([",", "whose"], [",", "which"], [",", "who"])
_APPOSITION = 16
_FARTHEST = 8
_NEAR = 5
_NOUNS = 3
"""So many words may name what is sold before "sales": "At Acme garden shears sales were"."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with amounts: `named` are the tokens of what it is known to name, `runs` the other runs of words with
    capitals, by where they begin, and where they end."""

    text: str
    tokens: list[Token]
    words: list[str]
    amounts: list[Amount]
    named: dict[int, Mention]
    runs: dict[int, int]


def told_firms(
    text: str,
    tokens: list[Token],
    words: list[str],
    amounts: list[Amount],
    mentions: list[Mention],
    directory: Directory,
) -> list[Mention]:
    """The unlisted firms of a sentence with amounts, among what it is known to mention; in order."""
    if _signs().isdisjoint(words):
        return []
    runs = _runs(text, tokens, amounts, {at for mention in mentions for at in range(mention.first, mention.last)})
    if not runs:
        return []
    line = _Line(text, tokens, words, amounts, {mention.first: mention for mention in mentions}, runs)
    found: list[Mention] = []
    for first, last in runs.items():
        told = any(rule(line, first, last) for rule in _PARTS)
        if not told and _had_its_turn(line, first, last):
            told = any(mention.subject.kind is SubjectKind.COMPANY for mention in (*mentions, *found))
        name = text[tokens[first].start : tokens[last - 1].end] if told else ""
        if told and can_name_a_firm(text, name, directory):
            found.append(Mention(Subject(SubjectKind.COMPANY, name), first, last))
    return found


@cache
def _signs() -> frozenset[str]:
    """Words without one of which no sentence tells of a firm."""
    sold = {noun + ending for noun in kind_words().revenue_nouns for ending in ("", "s")}
    return head_words().earning | sold | {"share", "shares"}


def _runs(text: str, tokens: list[Token], amounts: list[Amount], taken: set[int]) -> dict[int, int]:
    """The runs of words with capitals of which none is named or part of an amount, by their first token."""
    counted = {at for amount in amounts for at in range(amount.first, amount.last)}
    found: dict[int, int] = {}
    behind = owned = 0
    for at, token in enumerate(tokens):
        if at < behind or at in taken or at in counted or token.kind != WORD or not token.text[0].isupper():
            continue
        if _begins_no_name(token.lower):
            continue
        run = run_at(text, token.start, tokens[-1].end)
        behind = at + 1
        while run and behind < len(tokens) and tokens[behind].start < run.end and behind not in counted:
            behind += 1
        if _is_owned(tokens, at, owned):
            owned = behind
        elif taken.isdisjoint(range(at, behind)):
            found[at] = behind
    return found


def _begins_no_name(word: str) -> bool:
    listed = head_words()
    return word in listed.lead_ins or word in listed.articles or word.startswith(kind_words().revenue_nouns)


def _speak_of_sales(words: list[str]) -> bool:
    return any(word.startswith(kind_words().revenue_nouns) for word in words)


def _is_owned(tokens: list[Token], at: int, owned: int) -> bool:
    """Whether a run is what another firm has, "Acme's Home Care", "its Taste, Texture & Health", or goes on with such a
    list, up to `owned`."""
    before = tokens[at - 1].lower if at else ""
    if before == "s" and at > 1 and tokens[at - 2].lower in {"'", "’"}:
        return True
    return before in {"its", "their", "'", "’"} or (0 < owned == at - 1 and before in _LISTED)


def _reports(line: _Line, first: int, last: int) -> bool:
    """ "Acme and Brix reported revenues of $5 million", "Acme brings in $5 million": a verb of earning behind a name or
    a list of names, with sales or a bare sum behind it."""
    words = line.words
    verb = _past_apposition(words, _past_list(line, last))
    if is_called_a_part(words[last:verb]):
        return False
    if words[verb : verb + 1] == ["has"] and words[verb + 1] in head_words().earning:
        verb += 1
    if verb >= len(words) or words[verb] not in head_words().earning:
        return False
    amount = next((amount for amount in line.amounts if amount.first > verb), None)
    if amount is None or not amount.is_money or amount.first - verb > _FARTHEST:
        return False
    between = words[verb + 1 : amount.first]
    if _speak_of_sales(between):
        return True
    bare = words[verb] in head_words().earning_bare and before_sums().issuperset(between)
    return bare and (first > 0 or last - first > 1)


def _past_list(line: _Line, at: int) -> int:
    """Past the further names of a list behind a name."""
    while at + 1 < len(line.words) and line.words[at] in _LISTED:
        following = at + 1 + (line.words[at + 1] == "and")
        known = line.named.get(following)
        end = known.last if known else line.runs.get(following)
        if end is None:
            break
        at = end
    return at


def _past_apposition(words: list[str], at: int) -> int:
    """Past ", owner of Brix and Corvo," behind a name."""
    if words[at : at + 2] not in _APPOSITIONS:
        return at
    return next((here + 1 for here in range(at + 2, min(len(words) - 1, at + _APPOSITION)) if words[here] == ","), at)


def _of_a_figure(line: _Line, first: int, last: int) -> bool:
    """ "Turnover at Acme", "the market share of Acme is", "sales of Acme AG": whose figures are spoken of."""
    words = line.words
    if first < 2:
        return False
    figure, joint = words[first - 2], words[first - 1]
    of_sales = figure.startswith(kind_words().revenue_nouns)
    if joint == "at":
        return of_sales
    if joint != "of":
        return False
    shared = figure == "share" and words[last : last + 1] != [] and words[last] in head_words().verbs
    return shared or (
        of_sales and is_legal_form(line.text[line.tokens[first].start : line.tokens[last - 1].end].rpartition(" ")[2])
    )


def _at_the_head(line: _Line, first: int, last: int) -> bool:
    """ "At Acme, revenue fell to $5 million", "At Acme, owner of Brix, sales …", "At Acme paint sales were" """
    words = line.words
    if first not in (1, 4) or words[first - 1] != "at":
        return False
    nouns = kind_words().revenue_nouns
    if words[last : last + 1] != [","]:
        return first == 1 and any(word.startswith(nouns) for word in words[last : last + _NOUNS])
    behind = range(last + 1, min(last + _APPOSITION, line.amounts[0].first))
    return any(words[at].startswith(nouns) and "," in words[at - 2 : at] for at in behind)


def _is_spoken_of(line: _Line, first: int, last: int) -> bool:
    """ "Acme, whose coatings business had a turnover of $5 million", "Acme, which earned $5 million", "Acme is the
    leader again, with sales of $5 million"."""
    words = line.words
    amount = next((amount for amount in line.amounts if amount.first > last), None)
    if amount is None or not amount.is_money or amount.first - last > _APPOSITION:
        return False
    between = words[last : amount.first]
    if between[:2] in _RELATIVES:
        return "," not in between[2:] and (_has_a_part(between) if "whose" in between else _earned(between[2:]))
    if first or between[0] not in head_words().verbs or "with" not in between:
        return False
    return _speak_of_sales(between[between.index("with") :][:_NEAR])


def _has_a_part(words: list[str]) -> bool:
    """Whether "whose" leads to sales, or to a part of a firm and what that has earned."""
    part = next((at for at, word in enumerate(words) if word in size_words().divisions), len(words))
    return _speak_of_sales(words) or _earned(words[part + 1 :])


def _earned(words: list[str]) -> bool:
    """Whether only a verb of earning stands before a sum, which is what was sold."""
    verb = words[1:] if words[:1] in (["has"], ["had"]) else words
    earns = bool(verb) and verb[0] in head_words().earning_bare - _REACHED
    return earns and before_sums().issuperset(verb[1:])


def _behind_a_sum(line: _Line, first: int, last: int) -> bool:
    """ "compared with $2 million at Brix", "$2 million at Brix in 2020" """
    if line.words[first - 1 : first] != ["at"] or line.words[last : last + 1] == ["'"]:
        return False
    return _speak_of_sales(line.words) and any(amount.is_money and amount.last == first - 1 for amount in line.amounts)


def _opened(line: _Line, first: int, last: int) -> bool:
    """ "With revenue of $5 million, Acme is one of …", "At 12%, Acme has the largest market share": the subject behind
    an opening phrase with a figure, which is called no part of a market."""
    words = line.words
    if words[0] not in figure_words().sentence_openers or words[first - 1] != ",":
        return False
    if words[last : last + 1] == [] or words[last] not in head_words().verbs:
        return False
    figure = line.amounts[0].last if line.amounts else first
    called = words[last : last + _FARTHEST]
    near = 0 <= first - 1 - figure < _NEAR
    return near and "," not in words[figure : first - 1] and head_words().appositions.isdisjoint(called)


def _had_its_turn(line: _Line, first: int, last: int) -> bool:
    """ "Acme earned $1 million and Brix $2 million": a name between "and" and a sum, behind another sum."""
    if first < 2 or line.words[first - 1] not in _IN_TURN or _is_of_the_last(line, first):
        return False
    following = next((amount for amount in line.amounts if amount.first >= last), None)
    before = [amount for amount in line.amounts if amount.last < first]
    if following is None or not before or before[-1].is_money != following.is_money:
        return False
    return following.first - last < _NEAR and before_sums().issuperset(line.words[last : following.first])


def _is_of_the_last(line: _Line, first: int) -> bool:
    """Whether a name is that of a part of what was named: "of which Home Care made $1 million and Toys $2 million", or
    a further word of a name with commas."""
    words = line.words
    parts = any(pair in {("of", "which"), ("of", "that"), ("of", "this")} for pair in pairwise(words[:first]))
    listed = words[first - 1] == "," and line.tokens[first - 2].text[:1].isupper()
    return parts or listed or not _UNITS.isdisjoint(words[:first])


_PARTS = (_reports, _of_a_figure, _at_the_head, _is_spoken_of, _behind_a_sum, _opened)
"""The parts that only firms play."""
