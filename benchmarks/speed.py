"""Pages a second and peak memory: parsing alone, reading, building; then making the index, and validating.

    python benchmarks/speed.py [FOLDER] [--pages N] [--repeat N]

Each row runs in processes of its own, on one core and on all; the best of the repeats counts, as anything else that runs
on the machine only makes it slower. FOLDER may be any folder of pages. "x parsing" is how many times as long as
parsing alone with lxml a row takes on as many cores.
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
    print(f"{len(files):,} pages, {size / 1e6:.1f} MB, best of {repeat}\n")
    print(f"{'':<26}{'cores':>6}{'seconds':>10}{'pages/s':>10}{'ms/page':>10}{'x parsing':>11}{'peak MB':>9}")
    for cores in sorted({1, cores_here()}):
        parsing = 0.0
        for row, name in ROWS.items():
            best = min((run(row, folder, scratch, cores) for _ in range(repeat)), key=lambda found: found["seconds"])
            seconds = best["seconds"]
            parsing = parsing or seconds
            told = f"{seconds / parsing:>11.1f}" if row != "parse" else f"{'':>11}"
            limit = f"  (limit {LIMITS[row]})" if row in LIMITS else ""
            rate, each = len(files) / seconds, 1000 * seconds / len(files)
            print(f"{name:<26}{cores:>6}{seconds:>10.2f}{rate:>10,.0f}{each:>10.3f}{told}{best['peak']:>9,.0f}{limit}")


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
    seconds = WORK[row](folder, work, cores)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "peak": peak / 1024}


def parse(folder: Path, _work: Path, cores: int) -> float:
    """lxml's HTML parser over every page's bytes."""
    return spread(parse_file, folder, cores)


def parse_file(file: Path) -> None:
    """Parse one page."""
    lxml.html.document_fromstring(file.read_bytes())


def read(folder: Path, _work: Path, cores: int) -> float:
    """Page to document to claims, without making quads."""
    return spread(read_file, folder, cores)


def read_file(file: Path) -> None:
    """Read one page."""
    cmograph.read(file)


def spread(work: Callable[[Path], None], folder: Path, cores: int) -> float:
    """Seconds for all pages; on one core in this very process."""
    files = sorted(folder.iterdir())
    if cores == 1:
        work(files[0])  # imports and tables are made once
        start = time.perf_counter()
        for file in files:
            work(file)
        return time.perf_counter() - start
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(work, files[: 4 * cores]))
        start = time.perf_counter()
        list(pool.map(work, files, chunksize=20))
        return time.perf_counter() - start


def build(folder: Path, work: Path, cores: int) -> float:
    """The whole build from nothing, files written."""
    shutil.rmtree(work / "kg", ignore_errors=True)
    read_file(min(folder.iterdir()))
    start = time.perf_counter()
    cmograph.build([folder], work / "kg", jobs=cores)
    return time.perf_counter() - start


def index(_folder: Path, work: Path, _cores: int) -> float:
    """What the first question after a build waits for."""
    shutil.rmtree(work / "kg" / "index", ignore_errors=True)
    start = time.perf_counter()
    graph = cmograph.load(work / "kg")
    return time.perf_counter() - start if graph.store is not None else 0.0


def validate(_folder: Path, work: Path, cores: int) -> float:
    """SHACL with the bundled shapes."""
    start = time.perf_counter()
    cmograph.load(work / "kg").validate(jobs=cores)
    return time.perf_counter() - start


WORK = {"parse": parse, "read": read, "build": build, "index": index, "validate": validate}

if __name__ == "__main__":
    sys.exit(main())
