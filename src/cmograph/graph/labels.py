"""One name for each thing: of all spellings that documents use for an entity, the most frequent one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

NAMED = ("Market", "Company", "Segment", "Region")

_TYPED = re.compile(
    rb"^(<[^>]*>) <http://www\.w3\.org/1999/02/22-rdf-syntax-ns#type>"
    rb" <https://w3id\.org/cmograph/ontology#(?:" + "|".join(NAMED).encode() + rb")> ",
    re.MULTILINE,
)
_LABELLED = re.compile(
    rb'^(<[^>]*>) <http://www\.w3\.org/2000/01/rdf-schema#label> ("[^"\\]*(?:\\.[^"\\]*)*") ', re.MULTILINE
)
_PREFERRED = b"<http://www.w3.org/2004/02/skos/core#prefLabel>"


def entity_labels(lines: bytes) -> list[tuple[bytes, bytes]]:
    """The (entity, label) pairs that a section states for markets, companies, segments and regions, as N-Quads terms."""
    entities = set(_TYPED.findall(lines))
    return [(subject, label) for subject, label in _LABELLED.findall(lines) if subject in entities]


class LabelCount:
    """How many documents spell an entity's name in which way."""

    def __init__(self) -> None:
        self._counts: defaultdict[bytes, Counter[bytes]] = defaultdict(Counter)

    def add(self, lines: bytes) -> None:
        """Count the labels of one section."""
        for entity, label in entity_labels(lines):
            self._counts[entity][label] += 1

    def remove(self, lines: bytes) -> None:
        """Take back what `add` counted for the same section."""
        for entity, label in entity_labels(lines):
            self._counts[entity][label] -= 1

    def preferred(self, graph: str) -> bytes:
        """The lines of a section of that graph: one skos:prefLabel for each entity; the first in sort order of equally frequent ones."""
        tail = f" <{graph}> .\n".encode()
        best = {entity: min(counts, key=lambda label: (-counts[label], label)) for entity, counts in self._counts.items()}
        return b"".join(b"%b %b %b%b" % (entity, _PREFERRED, best[entity], tail) for entity in sorted(best))
