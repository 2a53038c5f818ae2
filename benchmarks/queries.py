"""How long the shipped questions take: `python benchmarks/queries.py kg/ [--market TEXT] [--company TEXT]`.

Each is asked of the whole graph, where it can be, and of one market or company.
"""

from __future__ import annotations

import argparse
import time

import cmograph
from cmograph.errors import QueryError
from cmograph.queries import Question, catalogue


def main() -> None:
    """Ask all questions, and print the seconds and rows of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph")
    parser.add_argument("--market", default="battery")
    parser.add_argument("--company", default="siemens")
    parser.add_argument("--timeout", type=float, default=120.0)
    options = parser.parse_args()
    graph = cmograph.load(options.graph)
    began = time.perf_counter()
    size = len(graph.store)
    print(f"{size:,} triples, index opened in {time.perf_counter() - began:.1f} s")
    narrow = {"market": options.market, "company": options.company, "name": options.market}
    for question in catalogue():
        for parameters in _parameters(question, narrow):
            print(f"{question.name:26}{_words(parameters):30}{_timed(graph, question, parameters, options.timeout)}")


def _parameters(question: Question, narrow: dict[str, str]) -> list[dict[str, str]]:
    chosen = {parameter.name: narrow[parameter.name] for parameter in question.parameters if parameter.name in narrow}
    whole = [] if any(parameter.required for parameter in question.parameters) else [{}]
    return whole + ([chosen] if chosen else [])


def _words(parameters: dict[str, str]) -> str:
    return " ".join(f"--{name} {value}" for name, value in parameters.items())


def _timed(graph: cmograph.api.Graph, question: Question, parameters: dict[str, str], timeout: float) -> str:
    began = time.perf_counter()
    try:
        rows = f"{len(graph.ask(question.name, timeout=timeout, **parameters)):8,} rows"
    except QueryError as error:
        rows = str(error)
    return f"{time.perf_counter() - began:7.2f} s {rows}"


if __name__ == "__main__":
    main()
