"""One name for each thing: of all spellings that documents use for an entity, the most frequent one."""

from __future__ import annotations

from collections import Counter, defaultdict

from cmograph.vocab import CG, RDF, RDFS, SKOS

_TYPE = f" <{RDF.type}> ".encode()
_LABEL = f" <{RDFS.label}> ".encode()
_PREFERRED = f"<{SKOS.prefLabel}>".encode()
_NAMED = {
    f"<{term}>".encode()
    for term in (
        CG.Market,
        CG.Company,
        CG.Segment,
        CG.Region,
        CG.Country,
        CG.CountryPart,
        CG.GeographicalArea,
        CG.TradeRegion,
    )
}


def entity_labels(lines: bytes) -> list[tuple[bytes, bytes]]:
    """The (entity, label) pairs that a section states of markets, companies, segments and regions, as N-Quads terms.

    Few of a section's lines have a label, so these are looked for instead of going through all.
    """
    labels: list[tuple[bytes, bytes]] = []
    at = lines.find(_LABEL)
    while at >= 0:
        start, end = lines.rfind(b"\n", 0, at) + 1, lines.find(b"\n", at)
        subject = lines[start:at]
        if b" " not in subject and _is_entity(lines, subject, start):
            labels.append((subject, lines[at + len(_LABEL) : lines.rindex(b" <", at, end)]))
        at = lines.find(_LABEL, end)
    return labels


def _is_entity(lines: bytes, subject: bytes, end: int) -> bool:
    """Whether one of a subject's types, in the lines before `end`, is that of an entity with a name."""
    while end:
        start = lines.rfind(b"\n", 0, end - 1) + 1
        if not lines.startswith(subject, start):
            return False
        kind = start + len(subject) + len(_TYPE)
        if lines.startswith(_TYPE, start + len(subject)) and lines[kind : lines.index(b" ", kind)] in _NAMED:
            return True
        end = start
    return False


class LabelCount:
    """How many documents spell an entity's name in which way."""

    def __init__(self) -> None:
        self._counts: defaultdict[bytes, Counter[bytes]] = defaultdict(Counter)

    def add(self, labels: list[tuple[bytes, bytes]]) -> None:
        """Count the labels of one section, as `entity_labels` gives them."""
        for entity, label in labels:
            self._counts[entity][label] += 1

    def remove(self, labels: list[tuple[bytes, bytes]]) -> None:
        """Take back what `add` counted for the same labels."""
        for entity, label in labels:
            self._counts[entity][label] -= 1

    def preferred(self, graph: str) -> bytes:
        """The lines of a section: one skos:prefLabel an entity; of equally frequent labels the first in sort order."""
        tail = f" <{graph}> .\n".encode()
        lines: list[bytes] = []
        for entity in sorted(self._counts):
            best = min((-count, label[:-1]) for label, count in self._counts[entity].items())[1] + b'"'
            lines.append(b"%b %b %b%b" % (entity, _PREFERRED, best, tail))
        return b"".join(lines)
