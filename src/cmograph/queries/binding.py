"""Parameters go into a query as the one line `VALUES (?_market ?_year) { (UNDEF UNDEF) }`, which it has for them.

The line is repeated where several sub-selects need it, for they cannot see each other's variables.

A query file can therefore be run as it stands by any other program: it then has its defaults.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from cmograph.errors import QueryError
from cmograph.queries.literals import Value, term
from cmograph.queries.question import Parameter, Question

_LINE = re.compile(r"^([ \t]*)VALUES[ \t]*\(((?:[ \t]*\?_\w+)+)[ \t]*\)[ \t]*\{[^\n]*\}[ \t]*$", re.MULTILINE)


def bound(question: Question, given: Mapping[str, Value | None]) -> str:
    """The query's text with the values that are given, and the defaults of the others, in its VALUES line.

    Hyphens in the given names count as underscores; a value of None counts as not given.

    Raises:
        QueryError: a parameter is unknown, missing or of the wrong type, or the query has no line for its parameters.
    """
    values = {name.replace("-", "_"): value for name, value in given.items() if value is not None}
    for name in values:
        _check_known(question, name)
    if not question.parameters:
        return question.text
    terms = {parameter.name: _term(question, parameter, values) for parameter in question.parameters}
    text = question.text
    for place in reversed(_values_lines(question)):
        variables = place[2].split()
        row = " ".join(terms[variable.removeprefix("?_")] for variable in variables)
        text = f"{text[: place.start()]}{place[1]}VALUES ({' '.join(variables)}) {{ ({row}) }}{text[place.end() :]}"
    return text


def _check_known(question: Question, name: str) -> None:
    known = [parameter.name for parameter in question.parameters]
    if name in known:
        return
    close = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"; did you mean '{close[0]}'?" if close else ""
    has = f"it has: {', '.join(known)}" if known else "it has none"
    raise QueryError(f"the query {question.name} has no parameter '{name}' ({has}){hint}")


def _term(question: Question, parameter: Parameter, values: Mapping[str, Value]) -> str:
    if parameter.required and parameter.name not in values:
        message = f"the query {question.name} needs the parameter '{parameter.name}': {parameter.description}"
        raise QueryError(message.rstrip(": "))
    return term(parameter, values.get(parameter.name, parameter.default))


def _values_lines(question: Question) -> list[re.Match[str]]:
    wanted = {"?_" + parameter.name for parameter in question.parameters}
    places = [place for place in _LINE.finditer(question.text) if set(place[2].split()) == wanted]
    if places:
        return places
    expected = f"VALUES ({' '.join(sorted(wanted))}) {{ ({' '.join(['UNDEF'] * len(wanted))}) }}"
    raise QueryError(f"{question.path} has no line for its parameters; expected a line `{expected}`")
