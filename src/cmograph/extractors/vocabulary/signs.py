"""The strings of data/signs.toml, words for currencies, and verbs before figures: where they stand in a text."""

from __future__ import annotations

from functools import cache, lru_cache

from cmograph.entities import currencies
from cmograph.extractors.vocabulary.firm_words import firm_words
from cmograph.occurrences import Occurrences, StringFinder
from cmograph.tables import table


@lru_cache(maxsize=8)
def signs_of(text: str) -> Occurrences:
    """Where the signs stand in a document's text.

    Extractor after extractor asks for the same text's, so they are kept for some texts.
    """
    return _finder().find(text)


@cache
def _finder() -> StringFinder:
    raw, verbs = table("signs.toml"), firm_words()
    in_any_case = {group: _in_any_case(signs) for group, signs in raw["in_any_case"].items()}
    capitals_too = {group: [*signs, *map(str.upper, signs)] for group, signs in raw["in_capitals_too"].items()}
    told = {
        "legal_forms": [f" {form}" for form in table("company_words.toml")["written_forms"]],
        "firm_kinds": verbs.kinds,
        "firm_kinds_behind": verbs.kinds_behind,
        "reporting": verbs.reporting_verbs,
        "weakly_reporting": verbs.weak_reporting_verbs,
        "holding": verbs.holding_verbs,
        "weakly_holding": verbs.weak_holding_verbs,
        "jointly_holding": verbs.joint_holding_verbs,
        "together": verbs.together,
    }
    amounts = [*raw["as_written"]["amounts"], *_currencies()]
    return StringFinder({**raw["as_written"], **in_any_case, **capitals_too, **told, "amounts": amounts})


def _currencies() -> set[str]:
    """The words and codes for currencies: words in any case, codes as they are written; none that has another one in
    it ("US dollars")."""
    words = currencies.words()
    forms = {*words, *_in_any_case([word for word in words if word.islower()])}
    return {form for form in forms if not any(other in form for other in forms if other != form)}


def _in_any_case(signs: list[str]) -> set[str]:
    """The ways in which signs can be written."""
    return {form for sign in signs for form in (sign, sign.lower(), sign.capitalize(), sign.title(), sign.upper())}
