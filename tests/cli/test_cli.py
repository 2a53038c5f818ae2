from __future__ import annotations

import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cmograph.cli import main, verbs

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "examples" / "pages"
PAGE = PAGES / "greenhouse-film-fieldlark.html"
STARTUP_SECONDS = 0.3


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "kg"
    assert main(["build", str(PAGES), "-o", str(folder), "--quiet"]) == 0
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "kg"
    assert main(["build", str(PAGE), "-o", str(folder), "--quiet"]) == 0
    return folder


def process(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cmograph", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


def test_every_file_is_a_verb() -> None:
    folder = ROOT / "src" / "cmograph" / "cli" / "verbs"
    files = sorted(file.stem for file in folder.glob("*.py") if file.stem != "__init__")
    assert list(verbs.names()) == files
    assert len(files) > 5


@pytest.mark.parametrize("verb", verbs.names())
def test_help_has_an_example_that_parses(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([verb, "--help"])
    assert end.value.code == 0
    told = capsys.readouterr().out
    assert re.search(rf"^  .*cmograph {verb} ", told, re.MULTILINE)


def test_overview_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(re.search(rf"^  {verb} ", told, re.MULTILINE) for verb in verbs.names())


def test_overview_comes_quickly() -> None:
    def seconds() -> float:
        """Of processor time, which does not depend on what else the machine does."""
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    start = seconds()
    assert process("--help").returncode == 0
    assert seconds() - start < STARTUP_SECONDS


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"cmograph \d+\.\d+\.\d+ \(compiled: (yes|no)\)\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["biuld", "x"], "did you mean 'build'?"),
        (["build", "nowhere", "-o", "{tmp}/kg"], "there is no file or folder 'nowhere'"),
        (["build", "{tmp}", "-o", "{tmp}/kg"], "there is no page in"),
        (["build", "{page}", "-o", "{tmp}/kg", "--base", "things"], "the base 'things'"),
        (["build", "{page}", "-o", "{page}"], "cannot be used"),
        (["ask", "growht-rates", "{kg}"], "did you mean 'growth-rates'?"),
        (["ask", "growth-rates", "nowhere"], "no graph at nowhere"),
        (["ask", "growth-rates", "{kg}", "--columns", "colour"], "no column 'colour'"),
        (["ask", "growth-rates", "{kg}", "--columns", "low,low"], "name one twice"),
        (["ask", "growth-rates", "{kg}", "--timeout", "nan"], "expected a number above 0"),
        (["ask", "growth-rates", "{kg}", "--timeout", "-1"], "expected a number above 0"),
        (["explain", "foo", "{kg}"], "'foo' is no claim's name"),
        (["queries", "--text"], "name it"),
        (["validate", "{other}"], "holds no document"),
        (["ask", "counts", "{cut}"], "cut off in a line"),
        (["export", "{cut}", "-f", "csv"], "cut off in a line"),
        (["export", "{broken}", "-f", "turtle", "-o", "{tmp}/out"], "graph.nq is not well-formed"),
        (["validate", "{cut}"], "cut off in a line"),
        (["validate", "{broken}", "-j", "1"], "graph.nq is not well-formed"),
        (["validate", "{broken}", "-j", "2"], "graph.nq is not well-formed"),
        (["ask", "{page}", "{kg}"], "SPARQL"),
        (["queries", "none-such"], "no query called 'none-such'"),
        (["export", "{kg}", "--format", "papyrus"], "no export format called 'papyrus'"),
        (["export", "{kg}", "--format", "turtle", "-o", "{tmp}/no/where.ttl"], "cannot write"),
        (["show", "nowhere.md"], "nowhere.md cannot be opened"),
        (["text", "{tmp}"], "cannot be opened"),
    ],
)
def test_what_cannot_run_is_told_in_one_line(
    words: list[str], told: str, kg: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    graph = (kg / "graph.nq").read_bytes()
    damaged = {"cut": graph[:-40], "broken": graph.replace(b" <", b" ?", 1)}
    for name, data in damaged.items() if {"{cut}", "{broken}"} & {*words} else ():
        (tmp_path / name).mkdir()
        (tmp_path / name / "graph.nq").write_bytes(data)
    (tmp_path / "other.ttl").write_text("<urn:a> <urn:b> <urn:c> .", "utf-8")
    places = {"cut": tmp_path / "cut", "broken": tmp_path / "broken", "other": tmp_path / "other.ttl"}
    code = main([word.format(tmp=tmp_path, page=PAGE, kg=kg, **places) for word in words])
    output = capsys.readouterr()
    assert code == 2
    assert output.out == ""
    assert output.err.startswith("cmograph: ")
    assert told in output.err
    assert output.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["build"],
        ["build", "x"],
        ["build", "x", "-o", "y", "--jobs", "0"],
        ["build", "", "-o", "y"],
        ["build", "x", "-o", ""],
        ["build", "x", "-o", "y", "--base", ""],
        ["validate", "x", "-j", "-3"],
        ["export", "x", "-f", "csv", "-o", ""],
        ["ask", "counts", "x", "-c", ""],
        ["queries", "counts", "--names"],
        ["show", "x", "--colour"],
    ],
)
def test_wrong_arguments_are_told_in_one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    told = capsys.readouterr().err
    assert end.value.code == 2
    assert told.count("\n") == 1
    place = " ".join(words[: 2 if words[0] == "ask" else 1])
    assert f"`cmograph {place} --help` tells more" in told


@pytest.mark.parametrize(("verb", "code"), [("ask counts {kg} >&-", 2), ("ask counts {kg} > /dev/full", 2)])
def test_a_stdout_that_takes_nothing_is_told_in_one_line(verb: str, code: int, kg: Path) -> None:
    command = f"{sys.executable} -m cmograph {verb.format(kg=kg)}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stderr.count("\n"), run.stderr[:10]) == (code, 1, "cmograph: ")


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_stdout_is_utf_8_whatever_the_locale(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    run = process("show", str(PAGE), env=environment, encoding="utf-8")
    assert (run.returncode, run.stderr) == (0, "")
    assert "“" in run.stdout


def test_build_tells_what_came_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.md").write_text("", "utf-8")
    code = main(["build", str(PAGES), str(tmp_path / "empty.md"), "-o", str(tmp_path / "kg")])
    output = capsys.readouterr()
    assert code == 1
    assert re.search(r"^pages +13$", output.out, re.MULTILINE)
    assert re.search(r"^failed +1$", output.out, re.MULTILINE)
    assert "empty.md is empty" in output.err


def test_build_reads_a_list_on_stdin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PAGE}\n\n{PAGES / 'market-days.md'}\n"))
    assert main(["build", "-", "-o", str(tmp_path / "kg")]) == 0
    assert re.search(r"^pages +2$", capsys.readouterr().out, re.MULTILINE)


def test_text_is_what_the_graph_counts_in(kg: Path) -> None:
    text = subprocess.run([sys.executable, "-m", "cmograph", "text", str(PAGE)], capture_output=True, check=True).stdout
    import cmograph

    reading = cmograph.read(PAGE)
    assert text.decode() == reading.document.text
    assert f"sha256:{reading.document.text_digest}" in (kg / "graph.nq").read_text("utf-8")


@pytest.mark.parametrize("page", sorted(PAGES.iterdir()), ids=lambda page: page.name)
def test_show_has_every_claim_beside_its_quote(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import cmograph

    reading = cmograph.read(page)
    assert main(["show", str(page)]) == 0
    told = " ".join(capsys.readouterr().out.split()).replace("“ ", "“").replace(" ”", "”")
    assert f"claims ({len(reading.facts.claims)})" in told
    for claim in reading.facts.claims:
        quote = " ".join(reading.document.text[claim.quote.start : claim.quote.end].split())
        assert f"“{quote}” [{claim.quote.start}:{claim.quote.end}]" in told


def test_ask_takes_parameters_before_and_after_the_graph(kg: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--market", "greenhouse", "--format", "json"]
    assert main(["ask", "growth-rates", str(kg), *words]) == 0
    after = json.loads(capsys.readouterr().out)
    assert main(["ask", "growth-rates", *words, str(kg)]) == 0
    assert json.loads(capsys.readouterr().out) == after
    assert after


def test_ask_columns_in_the_order_asked_for(kg: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "growth-rates", str(kg), "--columns", "low,market", "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "low,market"


def test_queries_lists_every_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queries", "--names"]) == 0
    names = capsys.readouterr().out.split()
    assert names == sorted(file.stem for file in (ROOT / "queries").glob("*.rq"))
    assert main(["queries"]) == 0
    told = capsys.readouterr().out
    assert all(f"{name}: " in told for name in names)


def test_export_to_a_file_and_to_stdout_is_the_same(kg: Path, tmp_path: Path) -> None:
    assert main(["export", str(kg), "--format", "turtle", "-o", str(tmp_path / "graph.ttl")]) == 0
    words = [sys.executable, "-m", "cmograph", "export", str(kg), "-f", "turtle"]
    assert subprocess.run(words, capture_output=True, check=True).stdout == (tmp_path / "graph.ttl").read_bytes()


def test_validate_writes_to_a_file_what_it_prints(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["validate", str(small), "--format", "sarif"]) == 0
    assert main(["validate", str(small), "--format", "sarif", "-o", str(tmp_path / "report")]) == 0
    assert (tmp_path / "report").read_text("utf-8") == capsys.readouterr().out
    assert "sh:ValidationReport" in (small / "validation.ttl").read_text("utf-8")


def test_validate_puts_the_pages_under_a_folder(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(small), "--format", "github", "--pages-under", "reports"]) == 0
    page = next(iter(json.loads((small / "manifest.json").read_text("utf-8"))["pages"]))
    assert f"file=reports/{page}" in capsys.readouterr().out


def test_page_text_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.md").write_text(
        "# Global Kite\x1b[2J Market\n\nThe kite\x1b market grew at a CAGR of 5%.\n", "utf-8"
    )
    assert main(["show", str(tmp_path / "x.md")]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_validate_strictly_fails_on_a_warning(small: Path) -> None:
    assert main(["validate", str(small), "--strict"]) == 1


def test_validate_fails_on_a_violation(small: Path, tmp_path: Path) -> None:
    lines = (small / "graph.nq").read_text("utf-8").splitlines()
    broken = [line for line in lines if "#low>" not in line]
    assert len(broken) < len(lines)
    (tmp_path / "broken.nq").write_text("\n".join(broken) + "\n", "utf-8")
    assert main(["validate", str(tmp_path / "broken.nq")]) == 1


def test_a_new_build_takes_the_old_report_away(tmp_path: Path) -> None:
    assert main(["build", str(PAGE), "-o", str(tmp_path / "kg"), "--validate", "--quiet"]) == 0
    assert (tmp_path / "kg" / "validation.ttl").is_file()
    assert main(["build", str(PAGE), "-o", str(tmp_path / "kg"), "--quiet"]) == 0
    assert (tmp_path / "kg" / "validation.ttl").is_file(), "the graph is the same, so the report still holds"
    assert main(["build", str(PAGES / "market-days.md"), "-o", str(tmp_path / "kg"), "--quiet"]) == 0
    assert not (tmp_path / "kg" / "validation.ttl").exists()


def test_a_closed_pipe_is_no_error(kg: Path) -> None:
    command = f"{sys.executable} -m cmograph export {kg} --format nquads | head -1; exit ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_ctrl_c_is_one_line(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.md").write_text(
            f"# Kite {number} Market\n\n" + "The market grows by 5%.\n\n" * 50, "utf-8"
        )
    words = [sys.executable, "-m", "cmograph", "build", str(tmp_path), "-o", str(tmp_path / "kg")]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        while not (tmp_path / "kg" / ".work").exists() and running.poll() is None:
            time.sleep(0.01)
        time.sleep(0.3)
        os.killpg(running.pid, signal.SIGINT)
        _, errors = running.communicate(timeout=30)
    assert running.returncode == 130
    assert errors == "cmograph: interrupted; what was there before is as it was\n"
