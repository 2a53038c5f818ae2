"""The verbs, found by looking in this folder: a file is a verb of the file's name.

A verb has HELP (what it does; the first line goes into the overview), EXAMPLES (command lines, each on a line of its
own), `arguments(parser, words)`, which adds its arguments, and `run(options)`, which returns the exit code. Importing
one must be quick: what is heavy is imported when it runs.
"""

from __future__ import annotations

import pkgutil
from argparse import ArgumentParser, Namespace
from functools import cache
from importlib import import_module
from typing import Protocol, runtime_checkable


@runtime_checkable
class Verb(Protocol):
    """What every file here offers."""

    HELP: str
    EXAMPLES: str

    def arguments(self, parser: ArgumentParser, words: list[str]) -> None:
        """Add the verb's arguments; `words` are those that will be parsed, as they may depend on them."""

    def run(self, options: Namespace) -> int:
        """Do it and return the exit code."""


@cache
def names() -> tuple[str, ...]:
    """All verbs, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def load(name: str) -> Verb:
    """A verb by its name.

    Raises:
        TypeError: the file lacks something that every verb has.
    """
    module = import_module(f"{__name__}.{name}")
    if not isinstance(module, Verb):
        raise TypeError(f"{module.__name__} is no verb: expected HELP, EXAMPLES, arguments and run in it")
    return module
