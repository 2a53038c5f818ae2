"""How much of what pages state is read, and how much of what is read they state: precision, recall and F1.

    python benchmarks/accuracy.py [--corpus FOLDER] [--eval FOLDER] [--errors]

Builds a graph of the annotated pages, exports it as JSON Lines and scores that, so that the whole way is measured.
Several sets: the annotations in the evaluation folder, and the project's own, each annotated before the program had
read its pages; in all, and by folder of pages. What word lists learnt from a folder is worth: leave_one_out.py.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import cmograph

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
OWN = ("gold", "gold_second", "gold_third", "gold_fourth")
"""The project's own annotations, under tests/."""

SHOWN = (
    "market",
    "publisher",
    "report_id",
    "forecast",
    "segment",
    "region",
    "company",
    "claim (all types)",
    "claim (strict)",
)


def main() -> int:
    """Score both sets and print their tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus", help="the pages (default: %(default)s)")
    parser.add_argument("--eval", type=Path, default=SHARED / "eval", help="score.py and gold/ (default: %(default)s)")
    parser.add_argument("--errors", action="store_true", help="list what was missed (-) and what was wrong (+)")
    options = parser.parse_args()
    scorer = options.eval / "score.py"
    if not scorer.is_file() or not options.corpus.is_dir():
        print(f"nothing to score: {scorer} and the pages in {options.corpus} are needed", file=sys.stderr)
        return 2
    for gold in (options.eval / "gold", *(ROOT / "tests" / name for name in OWN)):
        if any(gold.glob("*.json")):
            name = "evaluation" if gold.parent == options.eval else f"own annotations, {gold.name}"
            score_set(name, gold, scorer, options.corpus, errors=options.errors)
    return 0


def score_set(name: str, gold: Path, scorer: Path, corpus: Path, *, errors: bool) -> None:
    """Read the pages that a folder annotates, and print the scores."""
    documents = sorted(json.loads(file.read_text("utf-8"))["doc"] for file in gold.glob("*.json"))
    with tempfile.TemporaryDirectory() as scratch:
        predictions = predicted(documents, corpus, Path(scratch))
        if errors:
            print(scored(scorer, gold, predictions, "--errors"))
            return
        folders = sorted({document.partition("/")[0] for document in documents})
        whole = json.loads(scored(scorer, gold, predictions, "--json"))
        parts = [json.loads(scored(scorer, gold, predictions, "--json", "--only", f"{part}/")) for part in folders]
    print(f"\n{name}: {whole['pages']} pages, {whole['absent']} without a prediction\n")
    print_table(whole["facts"])
    print_folders(folders, parts)


def predicted(documents: Iterable[str], corpus: Path, scratch: Path) -> Path:
    """The facts read on these pages of the corpus, as a JSON Lines file in the scratch folder."""
    pages = scratch / "pages"
    for document in documents:
        (pages / document).parent.mkdir(parents=True, exist_ok=True)
        (pages / document).symlink_to((corpus / document).resolve())
    cmograph.build([pages], scratch / "kg")
    cmograph.load(scratch / "kg").export("jsonl", scratch / "predictions.jsonl")
    return scratch / "predictions.jsonl"


def scored(scorer: Path, gold: Path, predictions: Path, *more: str) -> str:
    """What the scorer prints."""
    words = [sys.executable, str(scorer), str(gold), str(predictions), *more]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def print_table(facts: dict[str, Any]) -> None:
    """Precision, recall and F1 of each kind of fact."""
    print(f"{'fact':<20}{'gold':>7}{'precision':>11}{'recall':>9}{'F1':>8}")
    for kind, row in facts.items():
        print(f"{kind:<20}{row['gold']:>7}{row['precision']:>11.3f}{row['recall']:>9.3f}{row['f1']:>8.3f}")


def print_folders(folders: Sequence[str], parts: Sequence[dict[str, Any]]) -> None:
    """F1 of each kind of fact, a folder a line."""
    widths = [max(len(kind), 6) for kind in SHOWN]
    print(
        f"\n{'F1 by folder':<14}{'pages':>6}  "
        + "  ".join(f"{kind:>{wide}}" for kind, wide in zip(SHOWN, widths, strict=True))
    )
    for folder, part in zip(folders, parts, strict=True):
        cells = [f"{part['facts'][kind]['f1']:>{wide}.3f}" for kind, wide in zip(SHOWN, widths, strict=True)]
        print(f"{folder:<14}{part['pages']:>6}  " + "  ".join(cells))


if __name__ == "__main__":
    sys.exit(main())
