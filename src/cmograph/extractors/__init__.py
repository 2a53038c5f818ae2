"""From a document to the facts that it states: one module for each kind of fact.

A module of this package that has a function `extract(outline, facts) -> Facts` is an extractor; it fills its own fields
of the facts. `NEEDS` names the extractors whose fields it reads; these run before it. `claims` adds to the companies
those that only a claim names, so whoever wants all of them needs "claims".
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module

from cmograph.claims.model import Facts
from cmograph.document import Document
from cmograph.extractors.outline import Outline, outline_of

Extractor = Callable[[Outline, Facts], Facts]


@cache
def extractors() -> tuple[tuple[str, Extractor], ...]:
    """The extractors by name, each after those whose facts it needs; otherwise in the order of their names."""
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        loaded = import_module(f"{__name__}.{module.name}")
        if hasattr(loaded, "extract"):
            found[module.name] = loaded
    order = TopologicalSorter({name: module.NEEDS for name, module in found.items()}).static_order()
    return tuple((name, found[name].extract) for name in order)


def extract_facts(document: Document) -> Facts:
    """Everything that the document states."""
    outline = outline_of(document)
    facts = Facts()
    for _, extract in extractors():
        facts = extract(outline, facts)
    return facts
