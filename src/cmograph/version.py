"""The version of this program, and whether this installation of it is compiled."""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec

__version__ = "0.1.0"


def is_compiled() -> bool:
    """Whether reading runs as machine code, which a wheel made where a C compiler is has, or as plain Python."""
    spec = find_spec("cmograph.document")
    return bool(spec and spec.origin and spec.origin.endswith(tuple(EXTENSION_SUFFIXES)))
