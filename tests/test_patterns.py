"""Patterns that are written to be fast find what the plain ones find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmograph.patterns import at_word_start

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
