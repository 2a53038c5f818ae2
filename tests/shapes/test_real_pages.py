"""What validation says of graphs that were built from pages: the samples, and two real ones if at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from cmograph.building.run import build
from cmograph.files import folder
from cmograph.shapes.report import Severity, ValidationReport
from cmograph.shapes.validation import validate

ROOT = folder("shapes").parent
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"


def report_on(pages: Path, out: Path) -> ValidationReport:
    build([pages], out, jobs=1)
    return validate(out, jobs=1)


def messages(report: ValidationReport, page: str) -> list[str]:
    return [result.message for result in report.results if any(path.startswith(page) for path in result.pages)]


def test_the_sample_graph_has_no_violation(tmp_path: Path) -> None:
    report = report_on(ROOT / "examples" / "pages", tmp_path / "kg")
    assert report.documents >= 8
    assert [result.message for result in report.results if result.severity is Severity.VIOLATION] == []
    names = {result.name for result in report.results}
    assert {"growth-disagrees", "growth-arithmetic", "place-elsewhere", "place-unknown"} <= names


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the corpus is not at {SEEDS}")
def test_what_is_wrong_with_the_seeds(tmp_path: Path) -> None:
    report = report_on(SEEDS, tmp_path / "kg")
    assert report.counts[Severity.VIOLATION] == 0
    first, second = messages(report, "000_"), messages(report, "001_")
    assert "Different growth rates are claimed for the market: 8 to 10% (2023 to 2030), 10%, 12.6%." in first
    assert "Different growth rates are claimed for the market: 8.1% (2020 to 2027), 14%." in second
    assert any("is a growth of 8.4% a year for the market, not 8.1%." in told for told in second)
    assert "China's share of 35% is above the 20% of APAC, where it lies." in second
    for told in (first, second):
        assert '"Korea" is listed under "Middle East & Africa", where it does not lie.' in told
        unknown = [name for name in ("Argentina Korea", "Saudi", "Arabia") if any(f'"{name}"' in one for one in told)]
        assert len(unknown) == 3
