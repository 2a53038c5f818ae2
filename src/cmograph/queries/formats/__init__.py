"""Ways to write an answer: one module each, found by looking in this folder.

A module has `SUMMARY` (one line) and `lines(answer, width)`, which yields lines without line feeds; `width` is the
terminal's, for those that care.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Protocol, cast

from cmograph.errors import QueryError
from cmograph.queries.answer import Answer

WIDTH = 120
"""Columns of a terminal, where none is known."""


class AnswerFormat(Protocol):
    """What a module in this folder must have."""

    SUMMARY: str

    def lines(self, answer: Answer, width: int) -> Iterator[str]:
        """The answer's lines."""
        ...


def names() -> tuple[str, ...]:
    """The formats' names, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def summary(name: str) -> str:
    """What a format is, in one line."""
    return _format(name).SUMMARY


def write(answer: Answer, name: str, *, width: int = WIDTH) -> Iterator[str]:
    """The lines of an answer in a format.

    Raises:
        QueryError: there is no such format.
    """
    return _format(name).lines(answer, width)


def _format(name: str) -> AnswerFormat:
    if name not in names():
        raise QueryError(f"no answer format called '{name}' (there are: {', '.join(names())})")
    module = cast("AnswerFormat", importlib.import_module(f"{__name__}.{name}"))
    if not (hasattr(module, "SUMMARY") and hasattr(module, "lines")):
        raise TypeError(f"{__name__}.{name} lacks SUMMARY or lines(answer, width)")
    return module
