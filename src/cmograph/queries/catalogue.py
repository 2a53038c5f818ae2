"""The questions that can be asked: whatever .rq files stand in queries/."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from cmograph import files
from cmograph.errors import QueryError
from cmograph.queries.header import read_question
from cmograph.queries.question import Question

_SUFFIX = ".rq"


def names() -> tuple[str, ...]:
    """The names of the shipped questions, sorted."""
    return tuple(sorted(path.stem for path in files.folder("queries").glob(f"*{_SUFFIX}")))


def catalogue() -> tuple[Question, ...]:
    """The shipped questions, sorted by name."""
    return tuple(find(name) for name in names())


def find(name_or_path: str | Path) -> Question:
    """A shipped question by its name ("growth-rates"), or any query file by its path ("my/own.rq").

    Raises:
        QueryError: there is no such question or file, or its header is malformed.
    """
    name = str(name_or_path)
    if isinstance(name_or_path, Path) or name.endswith(_SUFFIX) or "/" in name or "\\" in name:
        return _file(Path(name_or_path))
    known = names()
    if name in known:
        return read_question(files.folder("queries") / f"{name}{_SUFFIX}")
    raise QueryError(f"no query called '{name}' in queries/ (there are: {', '.join(known)}){_hint(name, known)}")


def _file(path: Path) -> Question:
    if path.is_file():
        return read_question(path)
    raise QueryError(
        f"no query file {path}; expected the name of a question (see `cmograph queries`) or the path of a .rq file"
    )


def _hint(name: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    return f"; did you mean '{close[0]}'?" if close else ""
