"""Validation reports in different formats. One file here is one format; it is found by looking in this folder."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from cmograph.errors import ShapeError
from cmograph.shapes.report import ValidationReport


class ReportFormat(Protocol):
    """What a file in this folder must have.

    Attributes:
        description: one line for a list of formats.
    """

    description: str

    def render(self, report: ValidationReport, *, strict: bool = False) -> str:
        """The report as text, ending in a line feed; with `strict`, warnings are failures. Same report, same text."""


@cache
def report_formats() -> Mapping[str, ReportFormat]:
    """The formats by name, in alphabetical order.

    Raises:
        TypeError: a file here lacks what a format must have.
    """
    found: dict[str, ReportFormat] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = import_module(f"{__name__}.{name}")
        for needed in ("description", "render"):
            if not hasattr(module, needed):
                raise TypeError(f"{module.__file__} has no `{needed}`, which every report format must have")
        found[name] = cast("ReportFormat", module)
    return MappingProxyType(found)


def report_format(name: str) -> ReportFormat:
    """A format by its name.

    Raises:
        ShapeError: there is none of that name.
    """
    if name not in report_formats():
        raise ShapeError(f"no report format called {name!r} (there are: {', '.join(report_formats())})")
    return report_formats()[name]
