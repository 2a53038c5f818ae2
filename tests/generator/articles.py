"""Writes an invented report as an article: prose alone, so that only the sentences tell who is a company."""

from __future__ import annotations

from collections.abc import Sequence

from reports import Report, Statement
from wording import Choose

TITLES = (
    "{0} market grows",
    "What moves the {0} market",
    "Inside the {0} market: makers, regions and numbers",
    "The {0} market in figures",
)


def article(report: Report, choose: Choose) -> bytes:
    """A title that names the market, and the sections' sentences, a paragraph each."""
    title = choose(TITLES).format(report.market)
    return "\n\n".join([f"# {title}", *(_written(report, part) for part in report.sections.values())]).encode()


def _written(report: Report, part: Sequence[Statement]) -> str:
    """Sentences as a paragraph, parted where the full stop of a name ("Ltd.") would also have to end a sentence."""
    abbreviated = tuple(name for name in report.companies if name.endswith("."))
    return "".join(told.text + ("\n\n" if told.text.endswith(abbreviated) else " ") for told in part).rstrip()


def named_companies(report: Report) -> set[str]:
    """The companies that the article's claims are about."""
    told = {name for part in report.sections["companies"] for claim in part.claims for name in claim["subject"]}
    return told & set(report.companies)
