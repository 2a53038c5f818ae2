"""cmograph queries: what can be asked."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cmograph.queries import Parameter, Question

HELP = """List the questions that a graph can answer, each with its parameters.

With the name of a question, tell all about it."""
EXAMPLES = """  cmograph queries
  cmograph queries growth-rates
  cmograph queries --names"""


def arguments(parser: ArgumentParser, _words: list[str]) -> None:
    """Add the verb's arguments."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("question", nargs="?", metavar="QUESTION", help="the name of a question, or a .rq file")
    which.add_argument("--names", action="store_true", help="the names alone, one a line")
    parser.add_argument("--text", action="store_true", help="with a question: its SPARQL text")


def run(options: Namespace) -> int:
    """Tell about the questions."""
    from cmograph import queries
    from cmograph.errors import QueryError

    if options.text and not options.question:
        raise QueryError("--text gives the text of one question; name it (`cmograph queries --names` lists them)")
    if options.names:
        print("\n".join(queries.names()))
    elif options.question:
        question = queries.find(options.question)
        print(question.text if options.text else "\n".join(_in_full(question)))
    else:
        print("\n\n".join("\n".join(_in_brief(question)) for question in queries.catalogue()))
    return 0


def _in_brief(question: Question) -> Iterator[str]:
    yield f"{question.name}: {question.summary}"
    for parameter in question.parameters:
        yield f"    {_option(parameter)}"


def _in_full(question: Question) -> Iterator[str]:
    yield from _in_brief(question)
    if question.description:
        yield ""
        yield question.description.rstrip()
    if question.columns:
        yield ""
        yield "columns:"
        for column in question.columns:
            yield f"    {column.name}: {column.description}"


def _option(parameter: Parameter) -> str:
    name = parameter.name.replace("_", "-")
    values = "|".join(parameter.choices) or parameter.type.value
    default = f" (default: {parameter.default})" if parameter.default is not None else ""
    return f"--{name} {values}: {parameter.description}{default}{' (required)' if parameter.required else ''}"
