"""Writes an invented report as an article: prose alone, so that only the sentences tell who is a company."""

from __future__ import annotations

from reports import Report
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
    paragraphs = (" ".join(statement.text for statement in part) for part in report.sections.values())
    return "\n\n".join([f"# {title}", *paragraphs]).encode()


def named_companies(report: Report) -> set[str]:
    """The companies that the article's claims are about."""
    told = {name for part in report.sections["companies"] for claim in part.claims for name in claim["subject"]}
    return told & set(report.companies)
