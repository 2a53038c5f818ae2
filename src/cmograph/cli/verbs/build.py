"""cmograph build: pages in, graph folder out."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cmograph.cli.words import named, positive

if TYPE_CHECKING:
    from cmograph.building.summary import BuildSummary

HELP = """Read report pages into a graph folder.

Pages are HTML, Markdown and text, also PDF and DOCX with the extras of those names. Building again reads only what
changed and gives the same bytes as building from nothing. A page that cannot be read is listed, with the reason, and
the rest goes on; the exit code is then 1."""
EXAMPLES = """  cmograph build reports/ -o kg/
  cmograph build january.zip february.tar.gz 'archive/**/*.html' -o kg/
  find reports -name '*.md' | cmograph build - -o kg/
  cmograph build reports/ -o kg/ --infer --validate"""
SHOWN = 10  # failures told one by one; the manifest has them all


def arguments(parser: ArgumentParser, _words: list[str]) -> None:
    """Add the verb's arguments."""
    parser.add_argument(
        "inputs",
        nargs="+",
        type=named,
        metavar="INPUT",
        help="folder, file, archive (.zip, .tar, .tar.gz …) or pattern; '-' reads a list from stdin",
    )
    parser.add_argument(
        "-o", "--out", required=True, type=named, metavar="FOLDER", help="the graph folder; made where it is missing"
    )
    parser.add_argument(
        "--base",
        type=named,
        metavar="IRI",
        help="what the IRIs of things begin with (default: https://w3id.org/cmograph/id/)",
    )
    parser.add_argument(
        "-j",
        "--jobs",
        type=positive,
        metavar="N",
        help="how many processes read (default: all cores); the result is the same",
    )
    parser.add_argument("--infer", action="store_true", help="add what OWL RL entails, in a graph of its own")
    parser.add_argument(
        "--validate", action="store_true", help="validate the graph as well; a violation makes the exit code 1"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="neither progress nor summary")


def run(options: Namespace) -> int:
    """Build, and say what came of it."""
    import cmograph
    from cmograph.cli.progress import progress_bar
    from cmograph.terminal import harmless
    from cmograph.vocab import DEFAULT_BASE

    inputs = list(_inputs(options.inputs))
    with progress_bar("reading", quiet=options.quiet) as progress:
        summary = cmograph.build(
            inputs,
            options.out,
            base=options.base or DEFAULT_BASE,
            jobs=options.jobs,
            infer=options.infer,
            progress=progress,
        )
    if not options.quiet:
        _tell(summary)
    for note in summary.failures[:SHOWN]:
        print(harmless(f"cmograph: {note.path}: {note.reason}"), file=sys.stderr)
    if len(summary.failures) > SHOWN:
        print(
            f"cmograph: and {len(summary.failures) - SHOWN} more, in {Path(options.out) / 'manifest.json'}",
            file=sys.stderr,
        )
    valid = not options.validate or _validated(options)
    return 1 if summary.failures or not valid else 0


def _tell(summary: BuildSummary) -> None:
    from cmograph.cli.wording import named_counts

    kept = summary.pages - summary.read
    print(f"pages      {summary.pages:,}" + (f" ({summary.read:,} read, {kept:,} unchanged)" if kept else ""))
    print(f"documents  {summary.documents:,}")
    print(f"claims     {sum(summary.claims.values()):,}{named_counts(summary.claims)}")
    print(f"refused    {sum(summary.refusals.values()):,}{named_counts(summary.refusals)}")
    print(f"quads      {summary.quads:,}")
    if summary.skipped:
        print(f"no pages   {len(summary.skipped):,} (listed in the manifest)")
    if summary.failures:
        print(f"failed     {len(summary.failures):,}")
    print(f"graph      {summary.folder}")


def _validated(options: Namespace) -> bool:
    from cmograph.cli.verbs.validate import checked

    report = checked(Path(options.out), jobs=options.jobs)
    if not options.quiet:
        print(f"validation {', '.join(f'{severity.value}s {number:,}' for severity, number in report.counts.items())}")
    return report.conforms()


def _inputs(given: Iterable[str]) -> Iterable[str]:
    for text in given:
        if text == "-":
            yield from (line.rstrip("\r\n") for line in sys.stdin if line.strip())
        else:
            yield text
