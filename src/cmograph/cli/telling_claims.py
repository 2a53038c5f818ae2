"""An explanation of a claim, told to a person."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from cmograph.queries.explaining import Explanation, OtherClaim

WIDTH = 120
OPEN, CLOSE = "«", "»"


def explained(explanation: Explanation, most: int | None) -> Iterator[str]:
    """The lines that tell about a claim; `most` limits how many other claims of each kind are told."""
    yield explanation.statement
    yield f"  {explanation.qualifier}, {explanation.status}; {explanation.claim}"
    yield ""
    sentence = f"{explanation.before}{OPEN}{explanation.quote}{CLOSE}{explanation.after}"
    yield from _wrapped(sentence, "  ")
    yield ""
    for source in explanation.sources:
        seller = f", sold by {source.publisher}" if source.publisher else ""
        report = f" as report {source.report}" if source.report else ""
        yield f"  {source.page} [{explanation.start}:{explanation.end}]{seller}{report}"
    yield from _others("the same is claimed", explanation.same, most)
    yield from _others("otherwise", explanation.otherwise, most)
    yield from _others("for other times", explanation.other_times, most)


def _others(heading: str, claims: tuple[OtherClaim, ...], most: int | None) -> Iterator[str]:
    if not claims:
        return
    yield ""
    yield f"{heading} ({len(claims)})"
    for claim in claims[:most]:
        yield f"  {claim.statement}"
        yield from _wrapped(f"“{claim.quote}”", "      ")
        more = f" and {len(claim.pages) - 1} more" if len(claim.pages) > 1 else ""
        here = ", in the same text" if claim.same_document else ""
        yield f"      {claim.pages[0]}{more}{here}; {claim.claim}"
    if most is not None and len(claims) > most:
        yield f"  … and {len(claims) - most} more (--all tells them)"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
