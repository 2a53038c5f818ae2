"""Where strings stand in a text: all that rules look for are found in one pass over it, and not one after another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from ahocorasick_rs import AhoCorasick, Implementation


class Occurrences:
    """The places of groups of strings in one text, each from its first character to behind its last."""

    def __init__(self, places: dict[str, list[tuple[int, int]]]) -> None:
        self._places = places

    def of(self, group: str) -> list[tuple[int, int]]:
        """The places of a group's strings, in the text's order."""
        return self._places[group]

    def within(self, group: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Those that lie wholly between two offsets, in order."""
        places = self._places[group]
        for place in places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))]:
            if place[1] <= end:
                yield place

    def any_in(self, group: str, start: int, end: int) -> bool:
        """Whether one lies wholly between two offsets."""
        places = self._places[group]
        at = bisect_left(places, (start, 0))
        while at < len(places) and places[at][0] < end:
            if places[at][1] <= end:
                return True
            at += 1
        return False


class StringFinder:
    """Looks for groups of strings, as they are written, in one pass of an Aho-Corasick automaton; they may overlap, and
    a string may be in several groups."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        by_string: dict[str, list[str]] = {}
        for group, strings in groups.items():
            for string in dict.fromkeys(strings):
                by_string.setdefault(string, []).append(group)
        self._groups = tuple(groups)
        self._groups_of = [tuple(found) for found in by_string.values()]
        self._automaton = AhoCorasick(by_string, implementation=Implementation.DFA)

    def find(self, text: str) -> Occurrences:
        """The places of all groups in a text."""
        places: dict[str, list[tuple[int, int]]] = {group: [] for group in self._groups}
        for string, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for group in self._groups_of[string]:
                places[group].append((start, end))
        for found in places.values():
            found.sort()
        return Occurrences(places)
