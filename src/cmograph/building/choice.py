"""Which of the files in a folder or archive are pages, judged by their names alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from cmograph.building.archives import is_archive
from cmograph.tables import table

BROWSER_FOLDER = "_files"  # a browser that saves "x.html" puts its images and scripts into "x_files"
BROWSER_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Note:
    """A file, or a folder with all in it, that was found and not read, and why."""

    path: str
    reason: str


@cache
def _kinds() -> dict[str, dict[str, str]]:
    data = table("not_pages.toml")
    return {table: {name: kind for kind, names in kinds.items() for name in names} for table, kinds in data.items()}


def passed_over(path: str, beside: Collection[str] = ()) -> Note | None:
    """Why a file (by its path in the folder or archive) is no page, or None where it may be one.

    Args:
        path: with "/" between its parts.
        beside: the paths of all files there, to tell the folder that a browser saved beside a page.
    """
    parts = PurePosixPath(path).parts
    for depth, part in enumerate(parts, start=1):
        within = "/".join(parts[:depth])
        if part.startswith("."):
            return Note(within, "hidden")
        if depth < len(parts):
            kind = _kinds()["folders"].get(part)
            if kind or _saved_beside(within, beside):
                return Note(within, kind or "what a browser saved beside a page")
    if is_archive(path):
        return None
    name = parts[-1]
    kind = _kinds()["names"].get(name) or _kinds()["suffixes"].get(PurePosixPath(name).suffix.lower())
    return Note(path, f"{kind}, not a page") if kind else None


def _saved_beside(folder: str, beside: Collection[str]) -> bool:
    stem = folder.removesuffix(BROWSER_FOLDER)
    return stem != folder and any(stem + suffix in beside for suffix in BROWSER_PAGES)
