"""Pages to measure with: those of a folder, or invented ones where there is none."""

from __future__ import annotations

import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
GENERATOR = ROOT / "tests" / "generator"
SUFFIXES = {".html", ".htm", ".md", ".txt"}


def chosen(folder: Path, count: int) -> list[Path]:
    """That many pages of a folder, spread evenly over its sorted paths; all of them where there are no more."""
    found = sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    if count <= 0 or count >= len(found):
        return found
    return [found[place * len(found) // count] for place in range(count)]


def invented(into: Path, count: int) -> Path:
    """Write that many invented pages, the same ones every time, with the generator that the tests use."""
    sys.path.insert(0, str(GENERATOR))
    from layouts import LAYOUTS  # type: ignore[import-not-found]
    from reports import invent  # type: ignore[import-not-found]

    choose = random.Random(20240601).choice  # noqa: S311 (nothing here is secret)
    into.mkdir(parents=True)
    for number in range(count):
        name = choose(sorted(LAYOUTS))
        (into / f"{number:05}-{name}").write_bytes(LAYOUTS[name](invent(choose), choose))
    return into
