"""Where the ontology, the shapes and the queries are: at the root of a checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

from cmograph.errors import CmographError

_PACKAGE = Path(__file__).parent
_ROOTS = (_PACKAGE / "_root", _PACKAGE.parents[1])


class MissingFileError(CmographError):
    """A file or folder that ships with cmograph is not where it should be."""


def folder(name: str) -> Path:
    """The folder "ontology", "shapes" or "queries" that ships with cmograph.

    Raises:
        MissingFileError: neither the installed package nor a checkout around it has the folder.
    """
    for root in _ROOTS:
        if (root / name).is_dir():
            return root / name
    places = " or ".join(str(root / name) for root in _ROOTS)
    raise MissingFileError(f"no folder {places}, where cmograph's own files should be; install cmograph again")


def ontology() -> Path:
    """The ontology in Turtle."""
    return _file("ontology", "cmograph.ttl")


def context() -> Path:
    """The JSON-LD context."""
    return _file("ontology", "context.jsonld")


def _file(directory: str, name: str) -> Path:
    path = folder(directory) / name
    if not path.is_file():
        raise MissingFileError(f"no file {path}, which should ship with cmograph; install cmograph again")
    return path
