"""cmograph export: the graph in another format."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from cmograph.cli.words import named

HELP = """Write a graph in another format, to a file or to stdout.

The same graph gives the same bytes every time."""
EXAMPLES = """  cmograph export kg/ --format turtle -o graph.ttl
  cmograph export kg/ --format jsonl | head -1
  cmograph export kg/ --format csv > claims.csv"""


def arguments(parser: ArgumentParser, _words: list[str]) -> None:
    """Add the verb's arguments."""
    from cmograph.exports import formats

    told = "; ".join(f"{name}: {found.description}" for name, found in formats().items())
    parser.add_argument("graph", type=named, metavar="GRAPH", help="a graph folder, or an RDF file")
    parser.add_argument("-f", "--format", required=True, metavar="FORMAT", help=told.replace("%", "%%"))
    parser.add_argument("-o", "--out", type=named, metavar="FILE", help="the file to write; stdout unless given")


def run(options: Namespace) -> int:
    """Write the export."""
    import cmograph

    cmograph.load(options.graph).export(options.format, options.out or sys.stdout.buffer)
    return 0
