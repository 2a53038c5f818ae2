"""cmograph explain: what stands behind a claim."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from cmograph.cli.words import named

HELP = """Explain a claim: its sentence with the words marked, its pages, and what else says the same or otherwise.

Queries give the claims' names in their column "claim"; the part from "claim-" on will do."""
EXAMPLES = """  cmograph explain https://w3id.org/cmograph/id/claim-1a2b3c4d5e6f7a8b kg/
  cmograph explain claim-1a2b3c4d5e6f7a8b kg/ --all"""
SHOWN = 5  # other claims told of each kind, without --all


def arguments(parser: ArgumentParser, _words: list[str]) -> None:
    """Add the verb's arguments."""
    parser.add_argument("claim", metavar="CLAIM", help="the claim's IRI, or its part from 'claim-' on")
    parser.add_argument("graph", type=named, metavar="GRAPH", help="a graph folder, or an RDF file")
    parser.add_argument("--all", action="store_true", help=f"all other claims, not the first {SHOWN} of each kind")


def run(options: Namespace) -> int:
    """Explain it."""
    import cmograph
    from cmograph.cli.telling_claims import explained
    from cmograph.terminal import harmless

    explanation = cmograph.load(options.graph).explain(options.claim)
    print("\n".join(map(harmless, explained(explanation, None if options.all else SHOWN))))
    return 0
