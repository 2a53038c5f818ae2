"""The day a page was posted: stated in its metadata or dateline, or carried by its links ("utm_term=12032025")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from cmograph.claims.model import Facts
from cmograph.document import Document
from cmograph.extractors.outline import Outline

NEEDS: tuple[str, ...] = ()

_METADATA = ("datePublished", "article:published_time", "date", "published", "dcterms.created", "dateModified")
_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_CARRIED = re.compile(r"[?&]utm_\w+=(\d\d)(\d\d)(20[12]\d)(?=&|$)")
_MONTHS = {
    name: i + 1
    for i, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
}
_DAY = (
    r"(?:(?P<m1>[A-Z][a-z]{2,8})\.?\s+(?P<d1>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y1>20\d\d)"
    r"|(?P<d2>\d{1,2})\s+(?P<m2>[A-Z][a-z]{2,8})\.?,?\s+(?P<y2>20\d\d))"
)
_DAY_LIKE = re.compile(r"[0-9](?:st|nd|rd|th)?,?\s+(?:[A-Z][a-z]{2,8}\.?,?\s+)?20\d\d")
_ISO_LIKE = re.compile(r"20\d\d-\d\d-\d\d")
"""What every written day has in common; to look for these first costs less than the patterns below."""

_DATELINE = re.compile(rf"{_DAY}\s*(?:/PRNewswire|/CNW|\(?GLOBE NEWSWIRE|\(?Business Wire|--|–|—|\()")
_STATED = re.compile(rf"(?i:\b(?:published|posted|released|updated|date)(?: on| date)?\s*:?\s*){_DAY}")
_PUBLISHED_ISO = re.compile(
    r"(?i:\b(?:published|posted|released|updated|date)(?: on| date)?\s*:?\s*)(20\d\d)-(\d\d)-(\d\d)(?!\d)"
)
_SLASHED = re.compile(r"--\s*(\d\d)/(\d\d)/(20\d\d)\s*--")


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `posted` with an ISO date."""
    document = outline.document
    day = _of_metadata(document) or _of_text(document.text[:3000]) or _of_links(document)
    return replace(facts, posted=day) if day else facts


def _of_metadata(document: Document) -> str | None:
    for key in _METADATA:
        found = _ISO.search(document.metadata.get(key, ""))
        if found:
            return iso(int(found[1]), int(found[2]), int(found[3]))
    return None


def _of_text(text: str) -> str | None:
    found = _DATELINE.search(text) or _STATED.search(text) if _DAY_LIKE.search(text) else None
    if found:
        month = _MONTHS.get((found["m1"] or found["m2"])[:3].lower(), 0)
        return iso(int(found["y1"] or found["y2"]), month, int(found["d1"] or found["d2"]))
    dated = _PUBLISHED_ISO.search(text) if _ISO_LIKE.search(text) else None
    if dated:
        return iso(int(dated[1]), int(dated[2]), int(dated[3]))
    slashed = _SLASHED.search(text)
    return iso(int(slashed[3]), int(slashed[1]), int(slashed[2])) if slashed else None


def _of_links(document: Document) -> str | None:
    for link in document.links:
        found = _CARRIED.search(link.href)
        if found:
            return iso(int(found[3]), int(found[2]), int(found[1]))
    return None


def iso(year: int, month: int, day: int) -> str | None:
    """The date in ISO form; None where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
