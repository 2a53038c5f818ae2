"""Validating folders and files: what comes out, and that it does not depend on how the work is spread."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest
import synthetic

from cmograph.errors import GraphError, ShapeError
from cmograph.graph.sections import Section
from cmograph.shapes import chunks, validation
from cmograph.shapes.checking import Checker, Findings
from cmograph.shapes.report import Severity, ValidationReport
from cmograph.shapes.validation import validate

OWN_SHAPE = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix cg: <https://w3id.org/cmograph/ontology#> .
<urn:shapes:short-title> a sh:NodeShape ; sh:targetClass cg:Document ;
    sh:property [ sh:path <http://purl.org/dc/terms/title> ; sh:maxLength 5 ; sh:message "A title is too long." ] .
"""


def folder_of(path: Path, *sections: Section) -> Path:
    path.mkdir(exist_ok=True)
    ordered = sorted(sections, key=lambda section: section.graph)
    (path / "graph.nq").write_bytes(b"".join(section.lines for section in ordered))
    return path


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("graphs") / "kg", *synthetic.sections(7))


@pytest.fixture(scope="module")
def report(kg: Path) -> ValidationReport:
    return validate(kg, jobs=1)


def test_a_graph_without_flaws_conforms(report: ValidationReport) -> None:
    assert report.documents == 7
    assert report.conforms()
    assert report.counts[Severity.VIOLATION] == 0


def test_warnings_fail_a_strict_validation(report: ValidationReport) -> None:
    assert report.counts[Severity.WARNING] > 0
    assert not report.conforms(strict=True)


def test_a_result_leads_to_its_document_page_and_graph(report: ValidationReport) -> None:
    arithmetic = [result for result in report.results if result.name == "growth-arithmetic"]
    assert len(arithmetic) == 7
    assert [result.pages for result in arithmetic] == [(f"a/{number}.md",) for number in range(7)]
    key = synthetic.digest("synthetic", 3)
    assert arithmetic[3].document == synthetic.IRIS.document(key)
    assert arithmetic[3].graph == synthetic.IRIS.graph(key)


def test_a_violation_fails_and_leads_to_its_page(tmp_path: Path) -> None:
    sound = synthetic.document(1)
    spoilt = Section(sound.graph, sound.lines.replace(b'"' + b"q" * 60, b'"' + b"q" * 59, 1))
    report = validate(folder_of(tmp_path / "kg", synthetic.reference(), spoilt), jobs=1)
    assert not report.conforms()
    violations = [result for result in report.results if result.severity is Severity.VIOLATION]
    assert [result.name for result in violations] == ["quote-length"]
    assert violations[0].pages == ("a/1.md",)


def test_the_report_does_not_depend_on_processes_and_chunks(
    kg: Path, report: ValidationReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "DOCUMENTS_IN_CHUNK", 3)
    assert validate(kg, jobs=1) == report
    assert validate(kg, jobs=2) == report


class Slow(Checker):
    """Takes longer for a chunk than anybody waits."""

    def chunk(self, chunk: chunks.Chunk) -> Findings:
        time.sleep(60)
        return super().chunk(chunk)


def test_a_validation_that_is_interrupted_ends_at_once(kg: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(validation, "Checker", Slow)
    monkeypatch.setattr(chunks, "DOCUMENTS_IN_CHUNK", 1)
    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        started = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, 5)
        with pytest.raises(KeyboardInterrupt):
            validate(kg, jobs=2)
        assert time.monotonic() - started < 30
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_an_rdf_file_is_validated_as_one_graph(kg: Path, report: ValidationReport, tmp_path: Path) -> None:
    file = tmp_path / "other.nq"
    file.write_bytes((kg / "graph.nq").read_bytes())
    whole = validate(file)
    found = {(result.message, result.focus, result.pages) for result in whole.results}
    assert found == {(result.message, result.focus, result.pages) for result in report.results}
    assert whole.documents == 7


def test_own_shapes_replace_the_bundled_ones(kg: Path, tmp_path: Path) -> None:
    shapes = tmp_path / "mine.ttl"
    shapes.write_text(OWN_SHAPE)
    report = validate(kg, shapes, jobs=1)
    assert {result.shape for result in report.results} == {"urn:shapes:short-title"}
    assert {result.message for result in report.results} == {"A title is too long."}
    assert len(report.results) == 7


def test_page_text_in_messages_is_only_text(tmp_path: Path) -> None:
    sound = synthetic.document(1)
    odd = rb"back\\slash \\1 {?rates} %s"
    spoilt = Section(sound.graph, sound.lines.replace(b'"apac"', b'"' + odd + b'"'))
    report = validate(folder_of(tmp_path / "kg", synthetic.reference(), spoilt), jobs=1)
    shares = [result.message for result in report.results if result.name == "share-below-part"]
    assert len(shares) == 1
    assert r"back\slash \1 {?rates} %s" in shares[0]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty", None, "no graph.nq in"),
        ("a.docx", "", "expected a built folder, or RDF"),
        ("missing.ttl", None, "cannot be opened"),
        ("broken.ttl", "<a> <b> .", "is not Turtle"),
    ],
)
def test_what_cannot_be_validated_is_told(tmp_path: Path, name: str, content: str | None, told: str) -> None:
    place = tmp_path / name
    if content is not None:
        place.write_text(content)
    elif "." not in name:
        place.mkdir()
    with pytest.raises(GraphError, match=told):
        validate(place)


@pytest.mark.parametrize(
    ("constraint", "told"),
    [
        ('sh:sparql [ sh:select "SELECT $this WHERE { $this" ]', "query is malformed"),
        ('sh:sparql [ sh:select "SELECT $this WHERE { $this a my:Thing }" ]', "(my:)"),
        ('sh:sparql [ sh:select "ASK { $this a ?kind }" ]', "no SELECT query"),
        ('sh:sparql [ sh:select "SELECT $this WHERE { $this a ?a MINUS { $this a ?b } }" ]', "MINUS"),
        ('sh:sparql [ sh:message "A message without a query." ]', "sh:select"),
        ("sh:property [ sh:minCount 1 ]", "the shapes cannot be used"),
        ('sh:property [ sh:path cg:path ; sh:pattern "(" ]', "no regular expression"),
        ('sh:property [ sh:path cg:path ; sh:minCount "one" ]', "minCount"),
    ],
)
def test_a_malformed_shape_is_told_in_a_sentence(tmp_path: Path, constraint: str, told: str) -> None:
    shapes = tmp_path / "mine.ttl"
    shapes.write_text(
        f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix cg: <https://w3id.org/cmograph/ontology#> .
        <urn:s> a sh:NodeShape ; sh:targetClass cg:Document ; {constraint} ."""
    )
    (tmp_path / "one.nq").write_bytes(synthetic.document(1).lines)
    with pytest.raises(ShapeError, match=told) as raised:
        validate(tmp_path / "one.nq", shapes)
    assert "\n" not in str(raised.value)
