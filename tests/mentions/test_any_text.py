"""Whatever the text: no rule raises, and every place that a rule names lies in the text and in order."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cmograph.document import Span
from cmograph.mentions.amounts import amounts
from cmograph.mentions.capitals import parentheses_after, run_at, run_list
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.lists import split_list
from cmograph.mentions.names import NameIndex
from cmograph.mentions.periods import times, year_at
from cmograph.mentions.sentences import sentences
from cmograph.mentions.tokens import tokenize

PIECES = [
    "$", "US$", "€", "¥", "Rs", "Rs.", "USD", "CHF", "5", "1.2", "1,234", "2020", "2027", "20", ".5", "5,4", "%",
    "percent", "billion", "bn", "crore", "lakh", "m", "dollars", "per cent", "-", "–", "to", "and", "between",
    "from", "by", "in", "the year", "as of", "FY2022", "the same year", "forecast period", "over", "up to",
    "around", "estimated at", "more than", "not", "or more", "or so", "+", "~", "(", ")", "[", "]", "（", "）", ",",
    ";", ":", ".", "?", "…", "etc.", "among others", "Inc.", "Brightmere", "Alden & Sons", "3M", "U.S.",
    "North America", "&", "or", "“", "”", "'s", "’", "*", "\n", "\u00a0", "。", "、", "XX", "²", "٣", "①", "İ", "ß",
    "\ud800", "--",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80),
    st.builds(
        lambda pieces, joint: joint.join(pieces),
        st.lists(st.sampled_from(PIECES), max_size=25),
        st.sampled_from(["", " "]),
    ),
)
ANY = settings(max_examples=400, deadline=None, derandomize=True)


def lie_in(spans: list[Span], start: int, end: int) -> None:
    """Every span is inside, not empty, and after the one before it."""
    assert all(start <= span.start < span.end <= end for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@st.composite
def texts_and_places(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@given(texts_and_places())
@ANY
def test_tokens_are_all_there_is_but_space(place: tuple[str, int, int]) -> None:
    text, start, end = place
    tokens = tokenize(text, start, end)
    lie_in([Span(token.start, token.end) for token in tokens], start, end)
    assert all(token.text == text[token.start : token.end] for token in tokens)
    assert all(token.lower == token.text.lower() for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text[start:end].split())


@given(TEXTS)
@ANY
def test_amounts(text: str) -> None:
    tokens = tokenize(text)
    found = amounts(tokens)
    assert all(0 <= amount.first < amount.last <= len(tokens) for amount in found)
    assert all(amount.low <= amount.high for amount in found)
    assert found == amounts(tokens)


@given(TEXTS)
@example("5 USD $6")
@ANY
def test_amounts_share_no_token(text: str) -> None:
    tokens = tokenize(text)
    lie_in([Span(amount.first, amount.last) for amount in amounts(tokens)], 0, len(tokens))


@given(TEXTS)
@ANY
def test_times(text: str) -> None:
    tokens = tokenize(text)
    found = times(tokens)
    lie_in([Span(time.first, time.last) for time in found], 0, len(tokens))
    for time in found:
        assert (time.start is None) == (time.end is None) == time.same
        assert time.same or 1950 <= (time.start or 0) <= (time.end or 0) <= 2160
    assert [year for at in range(len(tokens)) if (year := year_at(tokens, at)) and not 1950 <= year <= 2100] == []


@given(texts_and_places())
@ANY
def test_sentences_hold_all_but_space_and_notes(place: tuple[str, int, int]) -> None:
    text, start, end = place
    found = sentences(text, start, end)
    lie_in(found, start, end)
    ends, starts = [start, *(span.end for span in found)], [*(span.start for span in found), end]
    between = [text[last:first] for last, first in zip(ends, starts, strict=True)]
    assert [gap for gap in between if not re.fullmatch(r"\s*|(?<!\d)\d{1,3}(?:[,–-]\s?\d{1,3})*\s*", gap)] == []


@pytest.mark.parametrize("text", ["sold in 2023 and 2024 " * 2000, "x" * 20_000])
def test_text_without_full_stops_is_read_in_parts(text: str) -> None:
    found = sentences(text, 0, len(text))
    assert max(end - start for start, end in found) <= 5_000
    assert "".join("".join(text[slice(*span)].split()) for span in found) == "".join(text.split())


@given(TEXTS, st.booleans())
@ANY
def test_members_of_lists(line: str, split_pairs: bool) -> None:
    text, start, end = f"A, B\n{line}\nC, D", 5, 5 + len(line)
    found = split_list(text, start, end, split_pairs=split_pairs)
    lie_in(found, start, end)
    assert all(text[slice(*span)] == text[slice(*span)].strip(" \t,;") for span in found)


@given(texts_and_places())
@ANY
def test_runs_of_capitals(place: tuple[str, int, int]) -> None:
    text, start, end = place
    run = run_at(text, start, end)
    assert run is None or start <= run.start < run.end <= end
    names = run_list(text, start, end)
    lie_in([name.span for name in names], start, end)
    assert all(name.text == text[slice(*name.span)] for name in names)
    inside = parentheses_after(text, start, end)
    assert inside is None or (inside[0] in text[start:end] and start < inside[1] <= end)


@given(TEXTS)
@ANY
def test_legal_forms(text: str) -> None:
    assert is_legal_form(text) in {True, False}


@given(TEXTS, st.lists(st.sampled_from([piece for piece in PIECES if piece[0].isalnum()]), max_size=8))
@ANY
def test_known_names(text: str, known: list[str]) -> None:
    tokens = tokenize(text)
    index = NameIndex((name, name) for name in known)
    found = [(first, *match) for first in range(len(tokens)) if (match := index.at(tokens, first))]
    for first, last, name in found:
        assert first < last <= len(tokens)
        assert [token.lower for token in tokens[first:last]] == [token.lower for token in tokenize(name)]


@given(
    st.lists(
        st.sampled_from(["Pumps", "Valves", "Oil Lamps", "Pipes (steel, brass)", "1,4-Dioxane"]), min_size=1, max_size=6
    )
)
@ANY
def test_a_joined_list_is_split_again(members: list[str]) -> None:
    assert [
        ", ".join(members)[slice(*span)] for span in split_list(", ".join(members), 0, len(", ".join(members)))
    ] == members
