"""Patterns that are written to be fast find what the plain ones find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmograph.patterns import at_word_start, behind_a_space

WORDS = ["majors?", "main", "leading(?: the)?", "leader", "top", "to(?:w|e)n", "organi[sz]ed"]
PLAIN = re.compile(rf"(?i)\b(?:{'|'.join(WORDS)})")
FAST = re.compile(at_word_start(WORDS))


@given(
    st.lists(st.sampled_from(["Major", "main", "LEADING", "leading the", "leaders", "Top", "town", "über", "-", "3M"]))
)
def test_it_finds_what_the_plain_pattern_finds(words: list[str]) -> None:
    for text in (" ".join(words), "".join(words), "\n".join(words)):
        assert [match.span() for match in FAST.finditer(text)] == [match.span() for match in PLAIN.finditer(text)]


@pytest.mark.parametrize("alternative", ["", "a", "s?top", "to?p", "(?:top)", r"\w+", "3D"])
def test_what_begins_with_no_two_letters_is_refused(alternative: str) -> None:
    with pytest.raises(ValueError, match="two letters"):
        at_word_start([alternative])


@given(st.text(alphabet="a .SAAGbInc", max_size=60))
def test_strings_behind_a_space_are_found_where_they_stand(text: str) -> None:
    words = ["SA", "S.A", "AG", "Inc", "I"]
    plain = re.compile("|".join(" " + re.escape(word) for word in words))
    assert [found.start() for found in re.finditer(behind_a_space(words), text)] == [
        found.start() for found in plain.finditer(text)
    ]
