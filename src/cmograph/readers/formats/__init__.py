"""One module for each format; a module here is found by looking in this folder.

Each declares `accepts(page) -> int`, how sure it is that the page is of its format (0 not at all, 1 as a last
resort, 2 by its content, 3 by its signature), and `read(page) -> Document`. Of equally sure ones the first by name
reads the page: a page that looks like both is HTML rather than Markdown.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from cmograph.document import Document
from cmograph.page import Page


class Format(Protocol):
    """What a module in this folder offers."""

    def accepts(self, page: Page) -> int:
        """How sure the module is that the page is of its format, 0 to 3."""

    def read(self, page: Page) -> Document:
        """The page's document; raises PageError where it cannot be read."""


@cache
def all_formats() -> tuple[Format, ...]:
    """The formats, sorted by name.

    Raises:
        TypeError: a module in this folder lacks accepts or read.
    """
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = importlib.import_module(f"{__name__}.{name}")
        for function in ("accepts", "read"):
            if not callable(getattr(module, function, None)):
                raise TypeError(f"{module.__name__} has no function {function}(page), which every format must have")
        found.append(cast("Format", module))
    return tuple(found)
