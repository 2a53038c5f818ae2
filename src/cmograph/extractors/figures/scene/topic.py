"""What a paragraph is about so far, for the sentences that lean on those before them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from cmograph.claims.model import Subject


@dataclass(slots=True)
class Topic:
    """What a paragraph is about so far: the last subject, the last company, the unlisted firm with which a sentence
    behind that one's began, the last region, the only country and the only wider area of the last sentence that had
    one, the last company's owner, the place of whose market it speaks, the last pair ("the former … the latter"), the
    names of the last sentence that had any, those of the last one that had so many, its regions, and years."""

    subject: Subject | None = None
    company: Subject | None = None
    opened: Subject | None = None
    region: Subject | None = None
    country: Subject | None = None
    area: Subject | None = None
    owner: Subject | None = None
    placed: Subject | None = None
    pair: tuple[Subject, Subject] | None = None
    named: list[Subject] = field(default_factory=list)
    several: dict[int, list[Subject]] = field(default_factory=dict)
    regions: list[Subject] = field(default_factory=list)
    years: list[int] = field(default_factory=list)


Recall = Callable[[], Topic]
"""Answers with what the paragraph is about so far. To be asked only where a sentence leans on it: the sentences before
are looked at then."""
