"""cmograph show: what was read on one page."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from cmograph.cli.words import named

HELP = """Show what is read on one page: head, lists, each claim beside its quote, and what was refused and why.

Numbers in brackets are offsets in the page's plain text, which `cmograph text` prints."""
EXAMPLES = """  cmograph show page.md
  cmograph show report.html | less"""


def arguments(parser: ArgumentParser, _words: list[str]) -> None:
    """Add the verb's arguments."""
    parser.add_argument("page", type=named, metavar="PAGE", help="a page's file")


def run(options: Namespace) -> int:
    """Read the page and tell about it."""
    import cmograph
    from cmograph.cli.telling import told
    from cmograph.terminal import harmless

    print("\n".join(map(harmless, told(cmograph.read(options.page)))))
    return 0
