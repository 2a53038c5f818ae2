"""cmograph ask: a question to a graph."""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentError, ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from cmograph.cli.words import named

if TYPE_CHECKING:
    from cmograph.queries import Answer, Parameter

HELP = """Ask a graph a question: a shipped one by its name, or any .rq file.

Its parameters are options of the command; `cmograph ask QUESTION --help` lists them. The first question after a build
takes longer: it makes the index."""
EXAMPLES = """  cmograph ask growth-rates kg/ --market "contract manufact"
  cmograph ask spread kg/ --format csv > spread.csv
  cmograph ask my/own.rq kg/ --timeout 10"""
TIMEOUT = 60.0
PREFIX = "parameter_"  # keeps a question's parameters apart from the verb's own options


def arguments(parser: ArgumentParser, words: list[str]) -> None:
    """Add the verb's arguments, and those of the question that the words name."""
    from cmograph.queries import find
    from cmograph.queries.formats import names

    parser.add_argument(
        "question", type=named, metavar="QUESTION", help="a name (see `cmograph queries`) or a .rq file"
    )
    parser.add_argument("graph", type=named, metavar="GRAPH", help="a graph folder, or an RDF file")
    parser.add_argument("-f", "--format", choices=names(), help="how to write the answer (default: table)")
    parser.add_argument("-c", "--columns", type=named, metavar="NAME,NAME", help="only these columns, in this order")
    parser.add_argument(
        "--timeout", type=float, default=TIMEOUT, metavar="SECONDS", help="stop after so long; 0 for never"
    )
    name = _named(words)
    if name is not None:
        question = find(name)
        parser.description = "\n\n".join(filter(None, [question.summary, question.description.rstrip()])) or HELP
        group = parser.add_argument_group(f"parameters of {question.name}")
        for parameter in question.parameters:
            _add(group.add_argument, parameter)
        parser.usage = parser.format_usage().removeprefix("usage: ").replace("%", "%%")
        parser.prog += f" {name}"  # whose --help a wrong parameter is told to look at


def _named(words: list[str]) -> str | None:
    """The question among the words: the first that is neither an option nor the value of one of the verb's own."""
    first = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    first.add_argument("question", nargs="?")
    first.add_argument("-f", "--format")
    first.add_argument("-c", "--columns")
    first.add_argument("--timeout")
    try:
        known, _ = first.parse_known_args([word for word in words if word not in {"-h", "--help"}])
    except ArgumentError:
        return None  # the parser proper says what is wrong
    return str(known.question) if known.question else None


def _add(add_argument: Callable[..., object], parameter: Parameter) -> None:
    default = f" (default: {parameter.default})" if parameter.default is not None else ""
    add_argument(
        "--" + parameter.name.replace("_", "-"),
        dest=PREFIX + parameter.name,
        metavar=parameter.type.value.upper(),
        required=parameter.required,
        choices=parameter.choices or None,
        help=(parameter.description + default).replace("%", "%%"),
    )


def run(options: Namespace) -> int:
    """Ask, and print the answer."""
    import cmograph
    from cmograph.queries.formats import write

    given = {name.removeprefix(PREFIX): value for name, value in vars(options).items() if name.startswith(PREFIX)}
    graph = cmograph.load(options.graph)
    answer = graph.ask(options.question, timeout=options.timeout or None, **given)
    if options.columns:
        answer = _chosen(answer, [name.strip() for name in options.columns.split(",")])
    width = shutil.get_terminal_size((120, 24)).columns
    for line in write(answer, options.format or "table", width=width):
        sys.stdout.write(line + "\n")
    return 0


def _chosen(answer: Answer, columns: list[str]) -> Answer:
    from cmograph.errors import QueryError
    from cmograph.queries import Answer

    unknown = [name for name in columns if name not in answer.columns]
    if unknown:
        raise QueryError(f"the answer has no column {unknown[0]!r} (there are: {', '.join(answer.columns)})")
    if len(set(columns)) < len(columns):
        raise QueryError(f"the columns {', '.join(columns)} name one twice; name each once")
    places = [answer.columns.index(name) for name in columns]
    return Answer(tuple(columns), tuple(tuple(row[place] for place in places) for row in answer.rows))
