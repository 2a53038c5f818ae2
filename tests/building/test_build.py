from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cmograph.building import manifest as manifests
from cmograph.building import outfolder, run
from cmograph.building.lock import locked
from cmograph.building.run import build
from cmograph.building.workers import FORKS
from cmograph.errors import GraphError, InputError, OutputError
from cmograph.graph import load

PAGE = """# Global {name} Market, Forecast 2024-2031

The {name} market was valued at USD {size} billion in 2023 and is expected to grow at a CAGR of 6% from 2024 to 2031.

## Market segmentation by type

- Small {name}
- Large {name}

## Key companies

- Northwind {name} Ltd
- Harbour Works Inc.
"""


def page(name: str, size: int = 3) -> str:
    return PAGE.format(name=name, size=size)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "inner").mkdir(parents=True)
    for number, name in enumerate(["Kite", "Lantern", "Anvil", "Compass", "Sundial"]):
        place = folder / "inner" if number % 2 else folder
        (place / f"{name.lower()}-market.md").write_text(page(name), "utf-8")
    shutil.copy(folder / "kite-market.md", folder / "kite-again.md")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in ("graph.nq", "manifest.json")}


def from_scratch(reports: Path, folder: Path) -> dict[str, bytes]:
    build([reports], folder)
    return contents(folder)


def test_every_page_is_in_the_graph_or_in_the_manifest(reports: Path, tmp_path: Path) -> None:
    (reports / "empty.html").write_text(" ", "utf-8")
    (reports / "binary.md").write_bytes(bytes(range(256)) * 20)
    (reports / "logo.png").write_bytes(b"\x89PNG")
    summary = build([reports], tmp_path / "kg")
    manifest = manifests.load(tmp_path / "kg")
    assert (summary.pages, summary.documents, summary.read) == (6, 5, 6)
    assert [note.path for note in summary.failures] == ["binary.md", "empty.html"]
    assert [note.path for note in summary.skipped] == ["logo.png"]
    found = {*manifest.pages, *(note.path for note in (*manifest.failures, *manifest.skipped))}
    assert found == {file.relative_to(reports).as_posix() for file in reports.rglob("*") if file.is_file()}


def test_manifest_fits_the_graph(reports: Path, tmp_path: Path) -> None:
    summary = build([reports], tmp_path / "kg")
    manifest = manifests.load(tmp_path / "kg")
    data = (tmp_path / "kg" / "graph.nq").read_bytes()
    assert manifest.graph.digest == hashlib.sha256(data).hexdigest()
    assert (manifest.graph.size, manifest.graph.quads) == (len(data), data.count(b"\n"))
    assert summary.quads == manifest.graph.quads
    for graph, (offset, length, quads) in manifest.places.items():
        lines = data[offset : offset + length].splitlines()
        assert len(lines) == quads > 0
        assert all(line.endswith(f"<{graph}> .".encode()) for line in lines)
    assert json.loads((tmp_path / "kg" / "manifest.json").read_bytes())["format"] == manifests.FORMAT


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_processes_does_not_matter(reports: Path, tmp_path: Path, jobs: int) -> None:
    build([reports], tmp_path / "one", jobs=1)
    build([reports], tmp_path / "more", jobs=jobs)
    assert contents(tmp_path / "one") == contents(tmp_path / "more")


def test_an_archive_gives_the_graph_of_its_folder(reports: Path, tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "reports"), "gztar", reports)
    build([archive], tmp_path / "packed")
    assert contents(tmp_path / "packed") == from_scratch(reports, tmp_path / "kg")


def test_one_input_needs_no_list(reports: Path, tmp_path: Path) -> None:
    build(str(reports), tmp_path / "kg")
    assert contents(tmp_path / "kg") == from_scratch(reports, tmp_path / "listed")


def test_what_is_inferred_comes_and_goes_with_the_flag(reports: Path, tmp_path: Path) -> None:
    plain = from_scratch(reports, tmp_path / "kg")
    summary = build([reports], tmp_path / "kg", infer=True)
    inferred = contents(tmp_path / "kg")
    assert summary.read == 0
    assert summary.quads == inferred["graph.nq"].count(b"\n") > plain["graph.nq"].count(b"\n")
    build([reports], tmp_path / "inferred", infer=True)
    assert contents(tmp_path / "inferred") == inferred
    build([reports], tmp_path / "kg")
    assert contents(tmp_path / "kg") == plain


def test_the_base_is_in_every_name(reports: Path, tmp_path: Path) -> None:
    build([reports], tmp_path / "kg", base="https://example.org/things/")
    graph = (tmp_path / "kg" / "graph.nq").read_bytes()
    assert b"<https://example.org/things/document-" in graph
    assert b"w3id.org/cmograph/id/" not in graph


def changed(reports: Path) -> None:
    (reports / "anvil-market.md").write_text(page("Anvil", 4), "utf-8")


def added(reports: Path) -> None:
    (reports / "new-market.md").write_text(page("Barometer"), "utf-8")


def gone(reports: Path) -> None:
    (reports / "inner" / "compass-market.md").unlink()


def moved(reports: Path) -> None:
    (reports / "sundial-market.md").rename(reports / "inner" / "other.md")


def repost_gone(reports: Path) -> None:
    (reports / "kite-again.md").unlink()


def repost_changed(reports: Path) -> None:
    (reports / "kite-market.md").write_text(page("Kite", 9), "utf-8")


def repost_added(reports: Path) -> None:
    shutil.copy(reports / "anvil-market.md", reports / "anvil-once-more.md")


def broken(reports: Path) -> None:
    (reports / "anvil-market.md").write_text("", "utf-8")


def touched(reports: Path) -> None:
    os.utime(reports / "anvil-market.md", (1, 1))


@pytest.mark.parametrize(
    ("change", "read"),
    [
        (changed, 1),
        (added, 1),
        (gone, 0),
        (moved, 1),
        (repost_gone, 1),
        (repost_changed, 2),
        (repost_added, 1),
        (broken, 0),
        (touched, 0),
    ],
)
def test_building_again_reads_what_changed_and_gives_the_same_bytes(
    reports: Path, tmp_path: Path, change: object, read: int
) -> None:
    build([reports], tmp_path / "kg")
    change(reports)  # type: ignore[operator]
    assert build([reports], tmp_path / "kg").read == read
    assert contents(tmp_path / "kg") == from_scratch(reports, tmp_path / "scratch")


def test_building_again_without_a_change_leaves_the_files_alone(reports: Path, tmp_path: Path) -> None:
    (reports / "empty.md").write_text("", "utf-8")
    (reports / "logo.png").write_bytes(b"-")
    first = build([reports], tmp_path / "kg")
    before = [(tmp_path / "kg" / name).stat().st_mtime_ns for name in ("graph.nq", "manifest.json")]
    again = build([reports], tmp_path / "kg")
    assert [(tmp_path / "kg" / name).stat().st_mtime_ns for name in ("graph.nq", "manifest.json")] == before
    assert (again.read, again.pages, again.failures, again.skipped) == (0, 6, first.failures, first.skipped)
    (reports / "logo.png").unlink()
    assert build([reports], tmp_path / "kg").skipped == ()


def test_another_base_or_program_reads_all_again(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([reports], tmp_path / "kg")
    assert build([reports], tmp_path / "kg", base="https://example.org/").read == 6
    monkeypatch.setattr(outfolder, "identity", lambda: {"cmograph": "another"})
    assert build([reports], tmp_path / "kg", base="https://example.org/").read == 6


@pytest.mark.parametrize("damage", ["graph.nq", "manifest.json"])
def test_a_damaged_folder_is_built_from_nothing(reports: Path, tmp_path: Path, damage: str) -> None:
    build([reports], tmp_path / "kg")
    file = tmp_path / "kg" / damage
    file.write_bytes(file.read_bytes()[:-100])
    assert build([reports], tmp_path / "kg").read == 6
    assert contents(tmp_path / "kg") == from_scratch(reports, tmp_path / "scratch")


def test_a_failed_build_leaves_the_last_good_graph(reports: Path, tmp_path: Path) -> None:
    before = from_scratch(reports, tmp_path / "kg")
    with pytest.raises(InputError):
        build([reports, tmp_path / "nowhere"], tmp_path / "kg")
    for file in reports.rglob("*.md"):
        file.write_text("", "utf-8")
    with pytest.raises(InputError, match="none of the 6 pages can be read"):
        build([reports], tmp_path / "kg")
    assert contents(tmp_path / "kg") == before
    assert not (tmp_path / "kg" / outfolder.WORK).exists()


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_an_interrupted_build_leaves_the_last_good_graph(reports: Path, tmp_path: Path, sign: signal.Signals) -> None:
    before = from_scratch(reports, tmp_path / "kg")
    for number in range(3000):
        (reports / f"more-{number}.md").write_text(page(f"Thing {number}"), "utf-8")
    words = [sys.executable, "-m", "cmograph", "build", str(reports), "-o", str(tmp_path / "kg"), "--jobs", "1"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        while not list((tmp_path / "kg").glob(f"{outfolder.WORK}/*")) and process.poll() is None:
            time.sleep(0.01)
        time.sleep(0.3)
        process.send_signal(sign)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == (-sign if sign == signal.SIGKILL else 130)
    assert "Traceback" not in errors
    assert contents(tmp_path / "kg") == before
    assert load(tmp_path / "kg").digest == hashlib.sha256(before["graph.nq"]).hexdigest()
    for file in reports.glob("more-*.md"):
        file.unlink()
    build([reports], tmp_path / "kg")
    assert contents(tmp_path / "kg") == before


def test_two_builds_do_not_write_into_one_folder(reports: Path, tmp_path: Path) -> None:
    before = from_scratch(reports, tmp_path / "kg")
    with locked(tmp_path / "kg"), pytest.raises(GraphError, match="another build is writing"):
        build([reports], tmp_path / "kg")
    assert contents(tmp_path / "kg") == before


def test_a_folder_with_other_things_is_left_alone(reports: Path) -> None:
    before = sorted(file.name for file in reports.iterdir())
    with pytest.raises(GraphError, match="holds other things than a graph"):
        build([reports], reports)
    assert sorted(file.name for file in reports.iterdir()) == before


def test_a_graph_folder_among_the_pages_is_no_page(reports: Path) -> None:
    first = build([reports], reports / "kg")
    again = build([reports], reports / "kg")
    assert (first.pages, again.pages, again.read) == (6, 6, 0)
    assert first.skipped == again.skipped == ()


@pytest.mark.skipif(not FORKS, reason="the readers would not have the full disk that is pretended here")
def test_a_full_disk_is_no_fault_of_the_pages(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([reports], tmp_path / "kg")
    before = contents(tmp_path / "kg")
    (reports / "kite-market.md").write_text(page("Kite", size=4), "utf-8")
    monkeypatch.setattr(run.Shelf, "put", full)
    with pytest.raises(OutputError, match=r"cannot write to .*kg: No space left.*make room"):
        build([reports], tmp_path / "kg")
    assert contents(tmp_path / "kg") == before
    assert not (tmp_path / "kg" / outfolder.WORK).exists()


def full(_shelf: object, _section: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_page_that_crashes_the_reader_is_a_failure(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run.PageWork, "__call__", crashing(run.PageWork.__call__))
    summary = build([reports], tmp_path / "kg")
    assert summary.pages == 5
    assert [note.path for note in summary.failures] == ["anvil-market.md"]
    assert "SIGKILL" in summary.failures[0].reason


def crashing(work: object) -> object:
    def call(self: run.PageWork, order: run.Order) -> run.Outcome:
        if order.source.path == "anvil-market.md":
            os.kill(os.getpid(), signal.SIGKILL)
        return work(self, order)  # type: ignore[operator, no-any-return]

    return call


def test_progress_ends_with_all_pages(reports: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build([reports], tmp_path / "kg", progress=lambda done, total: told.append((done, total)))
    assert told == [(number, 6) for number in range(1, 7)]
