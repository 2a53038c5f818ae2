"""The errors that a user can meet. Each message says what was found, where, what was expected and what to do."""

from __future__ import annotations


class CmographError(Exception):
    """The root of every error that cmograph raises on purpose; the command line prints its message without a
    traceback."""


class PageError(CmographError):
    """A page cannot be read: it is empty, binary, too large or of a format that nobody here reads."""


class InputError(CmographError):
    """An input path, archive or list cannot be used."""


class GraphError(CmographError):
    """A graph folder or RDF file is missing, broken or of another version."""


class QueryError(CmographError):
    """A query is unknown, malformed, lacks a parameter or ran out of time."""


class ShapeError(CmographError):
    """A shapes file cannot be used."""


class ExportError(CmographError):
    """An export cannot be written: unknown format or a missing optional package."""


class OutputError(CmographError):
    """A file cannot be written: its folder is missing, there is no room, or it may not be."""
