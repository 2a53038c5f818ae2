from __future__ import annotations

import pytest

import cmograph
from cmograph.cli import main
from cmograph.queries.explaining import Explanation

PAGE = """# Global Kite Market, Forecast 2024-2031

The kite market was valued at USD {0} billion in 2023. By 2031 the kite market is expected to reach USD 9 billion.

[Request a sample](https://www.{1}/request-sample/{2})
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> cmograph.Graph:
    folder = tmp_path_factory.mktemp("explain")
    for name, size in (("a", "4.5"), ("b", "4.5"), ("c", "6")):
        text = PAGE.format(size, "kites.example", 100) + ("\nMore on kites.\n" if name == "b" else "")
        (folder / f"{name}.md").write_text(text, "utf-8")
    (folder / "repost.md").write_text(PAGE.format("4.5", "strings.example", 71234), "utf-8")
    cmograph.build(folder, folder / "kg", base="https://example.org/")
    return cmograph.load(folder / "kg")


def claim_of(graph: cmograph.Graph, page: str, year: int) -> str:
    rows = graph.ask("market-sizes").dicts()
    return next(str(row["claim"]) for row in rows if row["page"] == page and row["year"] == year)


@pytest.fixture(scope="module")
def explanation(graph: cmograph.Graph) -> Explanation:
    return graph.explain(claim_of(graph, "a.md", 2023))


def test_the_sentence_is_whole_and_the_words_are_marked(explanation: Explanation) -> None:
    sentence = "The kite market was valued at USD 4.5 billion in 2023."
    assert explanation.before + explanation.quote + explanation.after == sentence
    assert "4.5 billion" in explanation.quote


def test_every_page_that_carries_the_text_is_told(explanation: Explanation) -> None:
    told = [(source.page, source.publisher, source.report) for source in explanation.sources]
    assert told == [("a.md", "kites.example", "100"), ("repost.md", "strings.example", "71234")]


def test_other_claims_are_sorted_by_what_they_say(explanation: Explanation) -> None:
    assert [claim.pages for claim in explanation.same] == [("b.md",)]
    assert [claim.pages for claim in explanation.otherwise] == [("c.md",)]
    assert {claim.same_document for claim in explanation.other_times} == {True, False}
    assert all("9 billion" in claim.quote for claim in explanation.other_times)


def test_a_short_name_will_do(graph: cmograph.Graph, explanation: Explanation) -> None:
    short = explanation.claim.removeprefix("https://example.org/")
    assert short.startswith("claim-")
    assert graph.explain(short) == explanation


def test_unknown_claim_is_an_error(graph: cmograph.Graph) -> None:
    with pytest.raises(cmograph.CmographError, match="no claim"):
        graph.explain("claim-0000000000000000")


def test_command_marks_the_words(
    graph: cmograph.Graph, explanation: Explanation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", explanation.claim, str(graph.path)]) == 0
    told = capsys.readouterr().out
    assert told.startswith(explanation.statement)
    assert f"«{explanation.quote}»" in " ".join(told.split())
    assert "otherwise (1)" in told


def test_command_tells_how_many_more(
    graph: cmograph.Graph, explanation: Explanation, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cmograph.cli.verbs.explain.SHOWN", 1)
    assert main(["explain", explanation.claim, str(graph.path)]) == 0
    some = capsys.readouterr().out
    assert main(["explain", explanation.claim, str(graph.path), "--all"]) == 0
    assert "more (--all tells them)" in some
    assert "more (--all tells them)" not in capsys.readouterr().out
