"""Questions: a .rq file → an answer."""

from cmograph.queries.answer import Answer, Cell, Iri
from cmograph.queries.asking import TIMEOUT, ask, ask_text
from cmograph.queries.catalogue import catalogue, find, names
from cmograph.queries.question import Column, Parameter, ParameterType, Question

__all__ = [
    "TIMEOUT",
    "Answer",
    "Cell",
    "Column",
    "Iri",
    "Parameter",
    "ParameterType",
    "Question",
    "ask",
    "ask_text",
    "catalogue",
    "find",
    "names",
]
