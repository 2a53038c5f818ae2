"""Articles of plain lines with labels are read whole: all that they state, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from cmograph.claims.model import Claim
from cmograph.extractors import extract_facts
from cmograph.page import Page
from cmograph.readers import read_document

ARTICLES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("articles.yaml").read_text("utf-8"))
NOTHING: dict[str, Any] = {"publisher": None, "report_id": None, "forecast": None, "segments": {}, "regions": {}}


def written(claim: Claim) -> str:
    """A claim as articles.yaml writes it."""
    subject = " and ".join(subject.name for subject in claim.subjects)
    value = format(claim.low.normalize(), "f")
    told = (claim.kind, subject, value, claim.currency, claim.year, claim.start, claim.end)
    return " | ".join(str(part) for part in told if part is not None)


@pytest.mark.parametrize("name", ARTICLES)
def test_article_is_read_whole(name: str) -> None:
    article = ARTICLES[name]
    document = read_document(Page(article["path"], article["page"].encode()))
    facts = extract_facts(document)
    found = {
        "title": document.title,
        "market": facts.market.name.text if facts.market else None,
        "publisher": facts.publisher,
        "report_id": facts.report_id,
        "forecast": list(facts.forecast) if facts.forecast else None,
        "segments": {group.dimension: [part.name.text for part in group.segments] for group in facts.segments},
        "regions": {group.region.text: [place.text for place in group.places] for group in facts.regions},
        "companies": [company.name.text for company in facts.companies],
        "claims": [written(claim) for claim in facts.claims],
    }
    stated = {"title": document.title, **NOTHING, **{key: article[key] for key in article if key in found}}
    assert found == stated
    assert not facts.refusals
