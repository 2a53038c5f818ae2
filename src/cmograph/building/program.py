"""Which program reads: what must be the same for a page to give the same quads again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from importlib.machinery import all_suffixes
from pathlib import Path

from cmograph.version import __version__

PACKAGE = Path(__file__).parents[1]
MADE = tuple(suffix for suffix in all_suffixes() if suffix != ".py")
LIBRARIES = ("charset-normalizer", "lxml", "markdown-it-py", "pypdf", "python-docx", "resiliparse")


@cache
def identity() -> dict[str, str]:
    """The version of cmograph, a digest of its sources, and the versions of the libraries that take part in reading."""
    return {"cmograph": __version__, "digest": _digest(PACKAGE), **_libraries()}


def _digest(package: Path) -> str:
    """The digest of all files but those that are made from the others, byte code and compiled modules."""
    total = hashlib.sha256()
    for file in sorted(package.rglob("*")):
        if file.is_file() and not file.name.endswith(MADE):
            total.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def _libraries() -> dict[str, str]:
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found
