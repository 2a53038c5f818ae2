"""Names → who or what they stand for, by the cases in cases/."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cmograph.entities import companies, currencies, markets, places, segments

CASES = Path(__file__).parent / "cases"
Fold = Callable[[str], str]
FOLDS: dict[str, Fold] = {"companies": companies.fold, "markets": markets.fold}


def cases(name: str) -> Any:
    found = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert found, f"no cases in {name}.yaml"
    return found


def test_every_file_of_cases_is_used() -> None:
    assert {path.stem for path in CASES.iterdir()} == {"places", "lies_in", "currencies", *FOLDS}


@pytest.mark.parametrize(("name", "code"), cases("places").items())
def test_place(name: str, code: str | None) -> None:
    place = places.resolve(name)
    assert (place.code if place else None) == code
    assert places.is_place(name) is (code is not None)


@pytest.mark.parametrize(("inner", "outer", "expected"), cases("lies_in"))
def test_lies_in(inner: str, outer: str, expected: bool) -> None:
    assert places.lies_in(inner, outer) is expected


@pytest.mark.parametrize(("name", "code"), cases("currencies").items())
def test_currency(name: str, code: str | None) -> None:
    assert currencies.currency_of(name) == code


@pytest.mark.parametrize("family", FOLDS)
def test_names_of_one_thing_share_a_key_and_others_do_not(family: str) -> None:
    keys = [{FOLDS[family](name) for name in names} for names in cases(family)]
    assert [found for found in keys if len(found) != 1] == []
    assert [pair for pair in combinations(keys, 2) if pair[0] & pair[1]] == []


def test_no_name_stands_for_two_places() -> None:
    found: dict[str, set[str]] = {}
    for place in places.by_code().values():
        for name in (place.label, *place.names):
            found.setdefault(places.fold(name), set()).add(place.code)
    assert {name: codes for name, codes in found.items() if len(codes) > 1} == {}


def test_no_name_stands_for_two_currencies() -> None:
    names = [name.lower() for currency in currencies.by_code().values() for name in set(map(str.lower, currency.names))]
    assert len(names) == len(set(names))


def test_the_table_of_places_is_whole() -> None:
    known = places.by_code()
    countries = [place for place in known.values() if place.kind is places.PlaceKind.COUNTRY]
    assert len(countries) == 249
    assert all(len(place.code) == 2 and len(place.alpha3) == 3 and len(place.m49) == 3 for place in countries)
    assert {code for place in known.values() for code in place.within} <= known.keys()
    assert [place.code for place in known.values() if place.code != "001" and not place.within] == []
    assert [place.code for place in known.values() if places.lies_in(place.code, place.code)] == []


@given(st.text())
def test_any_text_has_a_key(name: str) -> None:
    for fold in (companies.fold, markets.fold, segments.fold):
        assert fold(name)
        assert fold(name) == fold(name)
    places.resolve(name)
    currencies.currency_of(name)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=30))
def test_a_key_does_not_depend_on_case(name: str) -> None:
    assert companies.fold(name.upper().lower()) == companies.fold(name.upper())
