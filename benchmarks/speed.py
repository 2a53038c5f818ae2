"""Pages a second and peak memory: parsing alone, reading, building; then making the index, and validating.

    python benchmarks/speed.py [FOLDER] [--pages N] [--repeat N]

Each row runs in processes of its own, on one core and on all; the best of the repeats counts, as anything else that
runs on the machine only makes it slower. FOLDER may be any folder of pages. Seconds and pages a second are by the
clock; "x parsing" says how many times as much processor time a row takes as parsing alone with lxml, so that it means
the same on a busy machine. The limits are meant for cmograph as a wheel installs it, compiled: `make bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import lxml.html

import cmograph
from cmograph.version import is_compiled
from pages import CORPUS, chosen, invented

ROWS = {
    "parse": "parsing alone (lxml)",
    "read": "reading (page to claims)",
    "build": "build (folder to graph)",
    "index": "making the index",
    "validate": "validation",
}
LIMITS = {"read": 60, "build": 80}  # times as long as parsing alone


def main() -> int:
    """Measure all rows, or one of them in this process where told so."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="pages (default: the shared corpus, or invented pages)")
    parser.add_argument(
        "--pages", type=int, default=1000, help="how many, spread evenly; 0 for all (default: %(default)s)"
    )
    parser.add_argument("--repeat", type=int, default=3, help="runs of each row (default: %(default)s)")
    parser.add_argument("--row", choices=ROWS, help=argparse.SUPPRESS)
    parser.add_argument("--cores", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.row:
        print(json.dumps(measured(options.row, options.folder, options.work, options.cores)))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pages_folder(options.folder, options.pages, Path(scratch))
        report(folder, Path(scratch), options.repeat)
    return 0


def pages_folder(given: Path | None, count: int, scratch: Path) -> Path:
    """A folder with the pages to measure with: copies, so that the disk is warm for every row alike."""
    source = given or (CORPUS if CORPUS.is_dir() else invented(scratch / "invented", count or 1000))
    for number, file in enumerate(chosen(source, count)):
        (scratch / "pages").mkdir(exist_ok=True)
        shutil.copyfile(file, scratch / "pages" / f"{number:05}-{file.name}")
    return scratch / "pages"


def report(folder: Path, scratch: Path, repeat: int) -> None:
    """Run and print all rows."""
    files = list(folder.iterdir())
    size = sum(file.stat().st_size for file in files)
    compiled = "yes" if is_compiled() else "no"
    print(f"{len(files):,} pages, {size / 1e6:.1f} MB, best of {repeat}; cmograph compiled: {compiled}\n")
    print(f"{'':<26}{'cores':>6}{'seconds':>10}{'pages/s':>10}{'CPU ms/page':>13}{'x parsing':>11}{'peak MB':>9}")
    for cores in sorted({1, cores_here()}):
        parsing = 0.0
        for row, name in ROWS.items():
            runs = [run(row, folder, scratch, cores) for _ in range(repeat)]
            seconds, cpu, peak = (min(found[key] for found in runs) for key in ("seconds", "cpu", "peak"))
            parsing = parsing or cpu
            told = f"{cpu / parsing:>11.1f}" if row != "parse" else f"{'':>11}"
            limit = f"  (limit {LIMITS[row]})" if row in LIMITS else ""
            rate, each = len(files) / seconds, 1000 * cpu / len(files)
            print(
                f"{name:<26}{cores:>6}{seconds:>10.2f}{rate:>10,.0f}{each:>13.3f}{told}{peak:>9,.0f}{limit}", flush=True
            )


def cores_here() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(row: str, folder: Path, scratch: Path, cores: int) -> dict[str, float]:
    """One row in a process of its own."""
    words = [sys.executable, __file__, str(folder), "--row", row, "--cores", str(cores), "--work", str(scratch)]
    output = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    found: dict[str, float] = json.loads(output)
    return found


def measured(row: str, folder: Path, work: Path, cores: int) -> dict[str, float]:
    """Seconds that a row takes on so many cores, without start-up, and the peak memory of the largest process."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    clock = WORK[row](folder, work, cores)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": clock.seconds, "cpu": clock.cpu, "peak": peak / 1024}


class Clock:
    """Counts from when it is made until it is stopped: seconds by the clock, and of processor time with children."""

    def __init__(self) -> None:
        self._start, self._cpu = time.perf_counter(), processor_time()
        self.seconds = self.cpu = 0.0

    def stop(self) -> Clock:
        """Read the time; children count once they have ended."""
        self.seconds, self.cpu = time.perf_counter() - self._start, processor_time() - self._cpu
        return self


def processor_time() -> float:
    """Seconds of processor time of this process and of those that it has started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def parse(folder: Path, _work: Path, cores: int) -> Clock:
    """lxml's HTML parser over every page's bytes."""
    return spread(parse_file, folder, cores)


def parse_file(file: Path) -> None:
    """Parse one page."""
    lxml.html.document_fromstring(file.read_bytes())


def read(folder: Path, _work: Path, cores: int) -> Clock:
    """Page to document to claims, without making quads."""
    return spread(read_file, folder, cores)


def read_file(file: Path) -> None:
    """Read one page."""
    cmograph.read(file)


def spread(work: Callable[[Path], None], folder: Path, cores: int) -> Clock:
    """The time for all pages; on one core in this very process."""
    files = sorted(folder.iterdir())
    work(files[0])  # imports and tables are made once
    clock = Clock()
    if cores == 1:
        for file in files:
            work(file)
    else:
        with ProcessPoolExecutor(cores) as pool:
            list(pool.map(work, files, chunksize=20))
    return clock.stop()


def build(folder: Path, work: Path, cores: int) -> Clock:
    """The whole build from nothing, files written."""
    shutil.rmtree(work / "kg", ignore_errors=True)
    read_file(min(folder.iterdir()))
    clock = Clock()
    cmograph.build([folder], work / "kg", jobs=cores)
    return clock.stop()


def index(_folder: Path, work: Path, _cores: int) -> Clock:
    """What the first question after a build waits for."""
    shutil.rmtree(work / "kg" / "index", ignore_errors=True)
    graph, clock = cmograph.load(work / "kg"), Clock()
    if graph.store is None:
        raise LookupError(work)
    return clock.stop()


def validate(_folder: Path, work: Path, cores: int) -> Clock:
    """SHACL with the bundled shapes."""
    graph, clock = cmograph.load(work / "kg"), Clock()
    graph.validate(jobs=cores)
    return clock.stop()


WORK = {"parse": parse, "read": read, "build": build, "index": index, "validate": validate}

if __name__ == "__main__":
    sys.exit(main())
