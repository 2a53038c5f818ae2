"""Validation reports in different formats. One file here is one format; it is found by looking in this folder."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Protocol, cast

from cmograph.errors import ShapeError
from cmograph.family import members
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
    found = members(sys.modules[__name__], ("description", "render"), "report format")
    return MappingProxyType(cast("dict[str, ReportFormat]", found))


def report_format(name: str) -> ReportFormat:
    """A format by its name.

    Raises:
        ShapeError: there is none of that name.
    """
    if name not in report_formats():
        raise ShapeError(f"no report format called {name!r} (there are: {', '.join(report_formats())})")
    return report_formats()[name]
