"""Which program reads: what must be the same for a page to give the same quads again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

from cmograph.version import __version__

PACKAGE = Path(__file__).parents[1]
LIBRARIES = ("charset-normalizer", "lxml", "markdown-it-py", "pypdf", "python-docx", "resiliparse")


@cache
def identity() -> dict[str, str]:
    """The version of cmograph, a digest of its files, and the versions of the libraries that take part in reading."""
    return {"cmograph": __version__, "digest": _digest(PACKAGE), **_libraries()}


def _digest(package: Path) -> str:
    total = hashlib.sha256()
    for file in sorted(package.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
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
