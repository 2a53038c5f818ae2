"""The word lists of data/figures.toml, kinds.toml, heads.toml, firm_sizes.toml and sales_growth.toml, loaded once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cmograph.claims.model import Reason
from cmograph.mentions.lexicon import lexicon
from cmograph.tables import table


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Words by which a sentence says whose number it gives; see data/figures.toml for each."""

    company_nouns: frozenset[str]
    firms_in_plural: frozenset[str]
    pronouns: frozenset[str]
    market_words: frozenset[str]
    market_nouns: frozenset[str]
    market_sizes: frozenset[str]
    market_adjectives: frozenset[str]
    phrase_stops: frozenset[str]
    segment_words: frozenset[str]
    segment_adjectives: frozenset[str]
    before_markets: frozenset[str]
    neighbours: frozenset[str]
    groups: re.Pattern[str]
    group_words: frozenset[str]
    joints: frozenset[str]
    asides: frozenset[str]
    prepositions: frozenset[str]
    measures: frozenset[str]
    led: frozenset[str]
    verbs_with_object: frozenset[str]
    clause_openers: frozenset[str]
    skipped_before_name: frozenset[str]
    participles_with_subject: frozenset[str]
    sentence_openers: frozenset[str]
    links_to_owner: frozenset[str]
    links_to_number: frozenset[str]
    ahead: frozenset[str]
    reached_then: frozenset[str]
    dates_of_something_else: frozenset[str]
    clause_breaks: frozenset[str]
    until: frozenset[str]
    holds: frozenset[str]
    market_participles: frozenset[str]
    announces_nothing: frozenset[str]
    asked_sizes: frozenset[str]
    superlatives: frozenset[str]
    heads_results: frozenset[str]
    verb_stems: tuple[str, ...]
    firm_stems: tuple[str, ...]
    firms: frozenset[str]
    sales_openers: frozenset[str]
    unnamed_periods: frozenset[str]
    reaching: frozenset[str]
    foreseeing: frozenset[str]
    segment_ends: frozenset[str]
    kinship: frozenset[str]
    owned_by: frozenset[str]
    went_to: frozenset[str]
    rest_nouns: frozenset[str]
    rest_adjectives: frozenset[str]
    places: frozenset[str]
    owned_in_places: frozenset[str]
    narrowing: frozenset[str]
    compass: frozenset[str]
    wearers: frozenset[str]
    parts: frozenset[str]
    forecasters: frozenset[str]
    adding: frozenset[str]
    demonyms: dict[str, str]


@dataclass(frozen=True, slots=True)
class KindWords:
    """Words by which a sentence says what a number measures; see data/kinds.toml for each."""

    shared: frozenset[str]
    met: frozenset[str]
    bought: frozenset[str]
    nobody: frozenset[str]
    not_nobody: frozenset[str]
    grows: frozenset[str]
    own_sales: frozenset[str]
    stands: frozenset[str]
    equals: frozenset[str]
    things: frozenset[str]
    moved_beside: frozenset[str]
    of_shares: frozenset[str]
    of_growth: frozenset[str]
    slices: frozenset[str]
    firms_own: frozenset[str]
    of_ends: frozenset[str]
    growth_behind: frozenset[str]
    skipped_behind: frozenset[str]
    rises: frozenset[str]
    changes_of_share: frozenset[str]
    by_the_year: frozenset[str]
    year_words: frozenset[str]
    spans: frozenset[str]
    rate_words: frozenset[str]
    single_rises: frozenset[str]
    share_changers: tuple[str, ...]
    national: frozenset[str]
    counted: frozenset[str]
    bracket_hedges: frozenset[str]
    light: frozenset[str]
    leaders: frozenset[str]
    links: frozenset[str]
    closers: frozenset[str]
    spenders: frozenset[str]
    revenue_nouns: tuple[str, ...]
    in_money: tuple[str, ...]
    size_nouns: frozenset[str]
    trading: frozenset[str]
    bought_up: frozenset[str]
    taking_over: frozenset[str]
    sold_off: frozenset[str]
    handed_over: frozenset[str]
    sold_whole: frozenset[str]
    other_sums: frozenset[str]
    before_other_sums: frozenset[str]
    once: frozenset[str]
    adds: frozenset[str]
    ranking: frozenset[str]
    owners_of_sales: frozenset[str]
    worth_behind: frozenset[str]
    worth_of_parts: frozenset[str]
    firm_behind: frozenset[str]
    of_each: frozenset[str]
    closed: frozenset[str]
    money_openers: frozenset[str]
    clause_signs: frozenset[str]
    before_adjectives: frozenset[str]
    tied: frozenset[str]
    tied_by: frozenset[str]
    rose_by: frozenset[str]
    rises_by: frozenset[str]
    rose: frozenset[str]
    rises_from: frozenset[str]
    hedges: frozenset[str]
    against: frozenset[str]
    falls: frozenset[str]
    rated: frozenset[str]
    fast_growing: frozenset[str]
    clocked: frozenset[str]
    spanning: frozenset[str]
    following: frozenset[str]
    comparing: frozenset[str]
    falls_behind: frozenset[str]
    sales_rises: frozenset[str]
    steady: frozenset[str]
    year_before: frozenset[str]
    over_a_year: frozenset[str]
    compared: frozenset[str]
    graded: frozenset[str]
    reasons: frozenset[str]
    refused_behind: dict[str, Reason]


@dataclass(frozen=True, slots=True)
class HeadWords:
    """Words by which the subject of a clause is told; see data/heads.toml for each."""

    articles: frozenset[str]
    lead_ins: frozenset[str]
    verbs: frozenset[str]
    firms_verbs: frozenset[str]
    sold: frozenset[str]
    adverbs: frozenset[str]
    adverbials: frozenset[str]
    selling: frozenset[str]
    says: frozenset[str]
    foresees: frozenset[str]
    appositions: frozenset[str]
    came: frozenset[str]
    from_whom: frozenset[str]
    called: frozenset[str]
    units: frozenset[str]
    received: frozenset[str]
    earning: frozenset[str]
    earning_bare: frozenset[str]
    before_sums: frozenset[str]
    after_label: frozenset[str]
    tails: frozenset[str]
    general: frozenset[str]


@dataclass(frozen=True, slots=True)
class SizeWords:
    """Words by which a sentence with a firm says whose a "market size" is; see data/firm_sizes.toml for each."""

    adjectives: frozenset[str]
    has: frozenset[str]
    aims: frozenset[str]
    looking_ahead: frozenset[str]
    divisions: frozenset[str]
    plans: frozenset[str]
    whole_market: frozenset[str]


@dataclass(frozen=True, slots=True)
class GrowthWords:
    """Words by which a firm's sales change; see data/sales_growth.toml for each."""

    sold: frozenset[str]
    moved: frozenset[str]
    tied: frozenset[str]
    moved_behind: frozenset[str]
    was: frozenset[str]
    compared: frozenset[str]
    before_moved: frozenset[str]
    new_clauses: frozenset[str]
    over_years: frozenset[str]
    beside_sales: frozenset[str]
    equating: frozenset[str]


@cache
def growth_words() -> GrowthWords:
    """The word lists for growth of sales."""
    return GrowthWords(**{name: frozenset(words) for name, words in table("sales_growth.toml").items()})


@cache
def size_words() -> SizeWords:
    """The word lists for market sizes beside firms."""
    return SizeWords(**{name: frozenset(words) for name, words in table("firm_sizes.toml").items()})


@cache
def head_words() -> HeadWords:
    """The word lists for the subjects of clauses."""
    return HeadWords(**{name: frozenset(words) for name, words in table("heads.toml").items()})


@cache
def figure_words() -> FigureWords:
    """The word lists for figures."""
    raw = table("figures.toml")
    groups = re.compile(r"\b(?:" + "|".join(raw.pop("groups")) + r")\b", re.IGNORECASE)
    demonyms = raw.pop("demonyms")
    verbs, firms = tuple(raw.pop("verb_stems")), tuple(raw.pop("firm_stems"))
    sets = {name: frozenset(words) for name, words in raw.items()}
    return FigureWords(groups=groups, demonyms=demonyms, verb_stems=verbs, firm_stems=firms, **sets)


@cache
def kind_words() -> KindWords:
    """The word lists for what a number measures."""
    raw = table("kinds.toml")
    changers, nouns = tuple(raw.pop("share_changers")), tuple(raw.pop("revenue_nouns"))
    in_money = tuple(raw.pop("in_money"))
    refused = {word: Reason(reason) for word, reason in raw.pop("refused_behind").items()}
    sets = {name: frozenset(words) for name, words in raw.items()}
    return KindWords(refused_behind=refused, share_changers=changers, revenue_nouns=nouns, in_money=in_money, **sets)


@cache
def before_sums() -> frozenset[str]:
    """All that may stand between a verb or a name and its sum."""
    return lexicon().before_a_sum | kind_words().hedges | head_words().before_sums


def goes_before_a_market(word: str) -> bool:
    """Whether a word can stand between what a market is said to be and its name."""
    return word in figure_words().skipped_before_name or word in figure_words().market_adjectives


def is_adjective(word: str) -> bool:
    """Whether a word tells of a market or a segment how it is, and is no part of its name."""
    return word in figure_words().market_adjectives or word in figure_words().segment_adjectives
