"""How well pages are read by a program whose word lists never saw their publisher.

    python benchmarks/leave_one_out.py [--corpus FOLDER] [--eval FOLDER] [--by folder|family]

For each folder of the corpus (or each family: the folders whose names share what stands before the last "-"), every
entry of the word lists that its pages have and no other page of the corpus has is taken out: those could have been
learnt only there. Then the annotated pages of the folder are read and scored, with and without these entries.
Registers of others (places, currencies) stay, as do entries that no page has, and what is written in code.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accuracy import OWN, ROOT, SHARED, SHOWN, predicted, scored
from cmograph import tables

LISTS = sorted(path.name for path in (ROOT / "src" / "cmograph" / "data").glob("*.toml"))
PLAIN = re.compile(r"[\w&][\w '’&./-]*[\w.*]")
ALTERNATIVE = re.compile(r"(?<=\|)[A-Za-z][A-Za-z '-]{2,}(?=[|)])")


def main() -> int:
    """Score each folder twice, or (in a process of its own) read pages without some entries."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus", help="the pages (default: %(default)s)")
    parser.add_argument("--eval", type=Path, default=SHARED / "eval", help="score.py and gold/ (default: %(default)s)")
    parser.add_argument("--by", choices=("folder", "family"), default="folder", help="what is left out at a time")
    parser.add_argument("--read", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        order, scratch = options.read
        read_without(json.loads(order.read_text("utf-8")), options.corpus, scratch)
        return 0
    gold = annotated([options.eval / "gold", *(ROOT / "tests" / name for name in OWN)])
    units = {folder: unit(folder, options.by) for folder in sorted({doc.partition("/")[0] for doc in gold})}
    only = learnt_in_one(options.corpus, options.by)
    print(f"{'left out':<12}{'pages':>6}{'entries':>9}  " + "  ".join(f"{kind:>17}" for kind in SHOWN))
    for name in sorted(set(units.values())):
        pages = {doc: page for doc, page in gold.items() if units[doc.partition("/")[0]] == name}
        dropped = only.get(name, {})
        for entries in ({}, dropped):
            row = score(pages, entries, options)
            count = sum(map(len, entries.values())) if entries is dropped else 0
            cells = [f"{row[kind]['f1']:>17.3f}" for kind in SHOWN]
            print(f"{name:<12}{len(pages):>6}{-count:>9}  " + "  ".join(cells), flush=True)
    return 0


def unit(folder: str, by: str) -> str:
    """What is left out together with a folder."""
    return folder.rpartition("-")[0] or folder if by == "family" else folder


def annotated(folders: list[Path]) -> dict[str, Path]:
    """The annotation of each annotated page."""
    found = {}
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            found[json.loads(path.read_text("utf-8"))["doc"]] = path
    return found


def entries_of(value: Any) -> Iterator[str]:
    """The words and phrases of a word list; of a pattern, the plain alternatives in it."""
    if isinstance(value, str):
        if PLAIN.fullmatch(value):
            yield value
        else:
            yield from ALTERNATIVE.findall(value)
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from entries_of(part)


def learnt_in_one(corpus: Path, by: str) -> dict[str, dict[str, list[str]]]:
    """For each folder or family the entries of each word list that only its pages have."""
    texts: dict[str, str] = {}
    for folder in sorted(path for path in corpus.iterdir() if path.is_dir()):
        pages = (path.read_text("utf-8", errors="replace") for path in sorted(folder.rglob("*")) if path.is_file())
        name = unit(folder.name, by)
        texts[name] = texts.get(name, "") + "\n".join(pages).lower()
    only: dict[str, dict[str, list[str]]] = {}
    for table in LISTS:
        for entry in sorted(set(entries_of(tables.table(table)))):
            having = [name for name, text in texts.items() if has(text, entry.lower())]
            if len(having) == 1:
                only.setdefault(having[0], {}).setdefault(table, []).append(entry)
    return only


def has(text: str, entry: str) -> bool:
    """Whether a text has an entry as words of its own; one that ends in "*" may go on."""
    stem = entry.rstrip("*")
    at = text.find(stem)
    while at >= 0:
        after = text[at + len(stem) : at + len(stem) + 1]
        if not text[at - 1 : at].isalnum() and (stem != entry or not after.isalnum()):
            return True
        at = text.find(stem, at + 1)
    return False


def score(pages: dict[str, Path], dropped: dict[str, list[str]], options: argparse.Namespace) -> Any:
    """Read pages in a process of its own, without the dropped entries, and score them."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        order = scratch / "order.json"
        order.write_text(json.dumps({"documents": sorted(pages), "dropped": dropped}), "utf-8")
        words = [sys.executable, __file__, "--corpus", str(options.corpus), "--read", str(order), str(scratch)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        (scratch / "gold").mkdir()
        for path in pages.values():
            (scratch / "gold" / path.name).write_bytes(path.read_bytes())
        told = scored(options.eval / "score.py", scratch / "gold", scratch / "predictions.jsonl", "--json")
        return json.loads(told)["facts"]


def read_without(order: Any, corpus: Path, scratch: Path) -> None:
    """Read pages with word lists from which entries are gone."""
    whole = tables.table

    def left(name: str) -> dict[str, Any]:
        dropped = set(order["dropped"].get(name, ()))
        return {key: without(value, dropped) for key, value in whole(name).items()}

    tables.table = left
    predicted(order["documents"], corpus, scratch)


def without(value: Any, dropped: set[str]) -> Any:
    """A word list without entries; of a pattern, without those alternatives."""
    if isinstance(value, str):
        gone = "|".join(re.escape(f"|{entry}") for entry in sorted(dropped, key=len, reverse=True))
        return re.sub(rf"(?:{gone})(?=[|)])", "", value) if dropped else value
    if isinstance(value, list):
        return [without(part, dropped) for part in value if not isinstance(part, str) or part not in dropped]
    if isinstance(value, dict):
        return {key: without(part, dropped) for key, part in value.items() if key not in dropped}
    return value


if __name__ == "__main__":
    sys.exit(main())
