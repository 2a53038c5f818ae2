"""cmograph validate: SHACL over a graph."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from cmograph.cli.words import named, positive

if TYPE_CHECKING:
    from cmograph.shapes.report import ValidationReport

HELP = """Check a graph with SHACL shapes: its structure, and whether its claims are plausible.

Exit code 1 where a violation is found, with --strict also for a warning. A graph folder keeps the report on the bundled
shapes as validation.ttl."""
EXAMPLES = """  cmograph validate kg/
  cmograph validate kg/ --format github --strict
  cmograph validate other.ttl --shapes my-shapes.ttl
  cmograph validate kg/ --format sarif -o validation.sarif"""


def arguments(parser: ArgumentParser, _words: list[str]) -> None:
    """Add the verb's arguments."""
    from cmograph.shapes.formats import report_formats

    told = "; ".join(f"{name}: {found.description}" for name, found in report_formats().items())
    parser.add_argument("graph", type=named, metavar="GRAPH", help="a graph folder, or an RDF file")
    parser.add_argument("-f", "--format", default="text", metavar="FORMAT", help=told + " (default: text)")
    parser.add_argument(
        "-o", "--out", type=named, metavar="FILE", help="the file to write the report to; stdout unless given"
    )
    parser.add_argument(
        "--shapes", type=named, metavar="FILE", help="shapes of your own, a .ttl file or a folder of them"
    )
    parser.add_argument(
        "--pages-under", default="", metavar="DIR", help="where the pages are, to be put before their paths: reports/"
    )
    parser.add_argument("--strict", action="store_true", help="let warnings fail too")
    parser.add_argument(
        "-j", "--jobs", type=positive, metavar="N", help="how many processes share the work (default: all cores)"
    )


def run(options: Namespace) -> int:
    """Validate, and write the report."""
    from cmograph.outfiles import written
    from cmograph.shapes.formats import report_format

    chosen = report_format(options.format)
    report = checked(Path(options.graph), options.shapes, options.jobs)
    text = chosen.render(report.under(options.pages_under), strict=options.strict)
    if options.out:
        with written(Path(options.out)) as file:
            file.write(text.encode())
    else:
        sys.stdout.write(text)
    return 0 if report.conforms(strict=options.strict) else 1


def checked(graph: Path, shapes: str | None = None, jobs: int | None = None) -> ValidationReport:
    """Validate; a graph folder keeps the report on the bundled shapes."""
    import cmograph
    from cmograph.building.outfolder import keep_report

    loaded = cmograph.load(graph)
    report = loaded.validate(shapes, jobs=jobs)
    if loaded.built and shapes is None:
        keep_report(graph, report)
    return report
