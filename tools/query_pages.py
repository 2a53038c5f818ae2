"""Writes docs/queries/ from queries/ and the examples in tests/queries/: `python tools/query_pages.py`."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "queries"
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "queries")]

from case import Case, cases  # noqa: E402

from cmograph.queries import Answer, Parameter, Question, catalogue  # noqa: E402
from cmograph.queries.formats import names, summary  # noqa: E402

INTRODUCTION = """\
# The queries

Each is a file in [`queries/`](../../queries), asked with `cmograph ask NAME GRAPH`, or from Python with
`cmograph.load("kg").ask("NAME")`. These pages are made from the files' headers and from their examples in
`tests/queries/` by `python tools/query_pages.py`; change those, not the pages.

{table}

## A query of your own

`cmograph ask my/own.rq kg/` runs any SPARQL 1.1 query: SELECT, ASK, CONSTRUCT or DESCRIBE. Updates are refused, and
so is SERVICE: nothing is fetched from the network. The default graph holds the triples of all graphs, each once; with
GRAPH or FROM the [named graphs](../iris.md) stand apart (their index is made when it is first needed). A query that
takes longer than `--timeout` (60 seconds) is stopped.

Lines that begin with `#+` are a header in YAML. With one, the query has parameters like the shipped ones:

```sparql
#+ summary: The documents about a market.
#+ parameters:
#+   - name: market
#+     type: string
#+     description: A part of the market's name.
#+ columns:
#+   - {{name: document, description: "The document."}}
PREFIX cg: <https://w3id.org/cmograph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?document WHERE {{
  VALUES (?_market) {{ (UNDEF) }}
  ?document cg:aboutMarket/skos:prefLabel ?name .
  FILTER(!BOUND(?_market) || CONTAINS(LCASE(?name), LCASE(?_market)))
}}
ORDER BY ?document
```

The values go into the line `VALUES (?_market …) {{ (…) }}`, which names all parameters with `?_` before them and stands
on a line of its own; where several sub-selects need it, it is repeated. No value is ever pasted into the text, so that
none can change the query. The types are `string`, `iri` (also short: `id:market-solar-lamp`), `integer`, `decimal`,
`year`, `date` and `boolean`; a parameter can have a `default`, `choices`, or `required: true`.

What keeps a query fast in a large graph:

- Choose the market or company first, in a sub-select of its own (`SELECT DISTINCT ?about`), as the shipped queries do.
- Then test the class in a filter (`?claim a ?class . FILTER(?class = cg:GrowthRateFigure)`): as a pattern, the engine
  would begin with all growth rates.
- OPTIONAL comes last, with one pattern each and on a variable that is surely bound.
- MINUS, or OPTIONAL with `!BOUND`, in place of FILTER NOT EXISTS, which takes time in the square of the graph's size.
- Multiply in `xsd:double`: the engine's decimals give an error where a product has more than 18 digits after the point.

## Formats of answers

`--format` is one of:

{formats}
"""
EXAMPLES = "The examples are asked of [a small graph](../../tests/queries/graphs/reports.trig) of five pages."


def pages() -> Mapping[str, str]:
    """The text of each page, by its file's name."""
    examples = {case.query: case for case in cases() if case.name == "example"}
    texts = {f"{question.name}.md": "\n".join(_page(question, examples[question.name])) for question in catalogue()}
    return {"index.md": _index(), **texts}


def _index() -> str:
    rows = [f"| [{question.name}]({question.name}.md) | {_cell(question.summary)} |" for question in catalogue()]
    formats = [f"- `{name}`: {summary(name)}" for name in names()]
    table = "\n".join(["| query | what it answers |", "| --- | --- |", *rows])
    return INTRODUCTION.format(table=table, formats="\n".join(formats))


def _page(question: Question, example: Case) -> Iterator[str]:
    yield from (f"# {question.name}", "", question.summary, "", question.description, "")
    if question.parameters:
        yield from ("## Parameters", "", "| parameter | type | meaning |", "| --- | --- | --- |")
        yield from map(_parameter, question.parameters)
        yield ""
    yield from ("## Columns", "", "| column | meaning |", "| --- | --- |")
    yield from (f"| `{column.name}` | {_cell(column.description)} |" for column in question.columns)
    yield from ("", "## Example", "", "```console", f"$ {_command(question, example)}", "```", "")
    yield from _table(_rows(example.expected))
    yield from ("", EXAMPLES, "", f"The query: [`queries/{question.name}.rq`](../../queries/{question.name}.rq)", "")


def _parameter(parameter: Parameter) -> str:
    notes = [parameter.description]
    if parameter.choices:
        notes.append(f"One of {', '.join(f'`{choice}`' for choice in parameter.choices)}.")
    if parameter.default is not None:
        notes.append(f"Default: `{parameter.default}`.")
    if parameter.required:
        notes.append("Required.")
    name = parameter.name.replace("_", "-")
    return f"| `--{name}` | {parameter.type} | {_cell(' '.join(notes))} |"


def _command(question: Question, example: Case) -> str:
    options = "".join(f" --{name.replace('_', '-')} {value}" for name, value in example.parameters.items())
    return f"cmograph ask {question.name} reports.trig{options}"


def _rows(text: str) -> Answer:
    columns, *rows = csv.reader(io.StringIO(text))
    return Answer(tuple(columns), tuple(map(tuple, rows)))


def _table(answer: Answer) -> Iterator[str]:
    yield f"| {' | '.join(answer.columns)} |"
    yield f"| {' | '.join('---' for _ in answer.columns)} |"
    for row in answer.rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(text: object) -> str:
    short = str(text).replace("https://w3id.org/cmograph/id/", "id:")
    return short.replace("|", "\\|").replace("<", "&lt;").replace("$", "\\$")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
