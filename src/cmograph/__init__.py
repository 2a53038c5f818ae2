"""cmograph: from report pages to a graph of who claims what, in which every number carries the words it came from.

    import cmograph

    cmograph.build(["reports/"], "kg")
    graph = cmograph.load("kg")
    for row in graph.ask("growth-rates", market="contract manufact").dicts():
        print(row)

What this offers is imported when it is first used, so that `import cmograph` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from cmograph.version import __version__

if TYPE_CHECKING:
    from cmograph.api import (
        Answer,
        BuildSummary,
        CmographError,
        Document,
        Explanation,
        Facts,
        Graph,
        Page,
        Reading,
        ValidationReport,
        build,
        load,
        read,
        validate,
    )

__all__ = [
    "Answer",
    "BuildSummary",
    "CmographError",
    "Document",
    "Explanation",
    "Facts",
    "Graph",
    "Page",
    "Reading",
    "ValidationReport",
    "__version__",
    "build",
    "load",
    "read",
    "validate",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'cmograph' has no attribute {name!r}")
    return getattr(import_module("cmograph.api"), name)
