"""The strings of a text found in one pass are those that looking for each alone finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cmograph.occurrences import StringFinder

LETTERS = "abé– "
STRINGS = st.text(LETTERS, min_size=1, max_size=4)
GROUPS = st.dictionaries(st.sampled_from("xyz"), st.lists(STRINGS, max_size=4), max_size=3)


def places(text: str, string: str) -> list[tuple[int, int]]:
    """Where a string stands, one place after the other."""
    return [(at, at + len(string)) for at in range(len(text)) if text.startswith(string, at)]


@given(GROUPS, st.text(LETTERS, max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_one_pass_finds_what_looking_for_each_finds(
    groups: dict[str, list[str]], text: str, start: int, end: int
) -> None:
    found = StringFinder(groups).find(text)
    for group, strings in groups.items():
        expected = sorted({place for string in strings for place in places(text, string)})
        inside = [place for place in expected if start <= place[0] and place[1] <= end]
        assert found.of(group) == expected
        assert list(found.within(group, start, end)) == inside
        assert found.any_in(group, start, end) == bool(inside)


def test_offsets_count_characters_and_not_bytes() -> None:
    found = StringFinder({"money": ["€", "illion"]}).find("Größe: 5 Millionen €")
    assert found.of("money") == [(10, 16), (19, 20)]
