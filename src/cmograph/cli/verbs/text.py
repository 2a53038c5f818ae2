"""cmograph text: a page's plain text."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from cmograph.cli.words import named

HELP = """Print a page's plain text, the one that offsets count in.

Nothing is added: the SHA-256 of the output is the document's cg:textDigest."""
EXAMPLES = """  cmograph text page.md
  cmograph text page.html | sha256sum"""


def arguments(parser: ArgumentParser, _words: list[str]) -> None:
    """Add the verb's arguments."""
    parser.add_argument("page", type=named, metavar="PAGE", help="a page's file")


def run(options: Namespace) -> int:
    """Print the text, in UTF-8."""
    import cmograph

    text = cmograph.read(options.page).document.text
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    return 0
