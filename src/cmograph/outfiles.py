"""Writing to the place that a user names: a file is whole or as it was, and what is no file stays what it is.

with written(Path("graph.ttl")) as file:
    file.write(b"...")
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from cmograph.errors import OutputError

_LINKS = 40  # that lead from one to the next, and that a system follows
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NUMBERS = count()


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A stream into a file, which keeps what it holds until all is written, and its mode and owner for good.

    A link is followed. What is no plain file (a device, a pipe) is written into, and a name for a stream that is open
    already (/dev/stdout, /dev/fd/3) is that stream.

    Raises:
        OutputError: it cannot be written; what goes wrong elsewhere while it is open stays what it is.
        BrokenPipeError: nobody reads a pipe to its end.
    """
    with ExitStack() as stack:
        with _blamed_on(path):
            file = stack.enter_context(_stream(path))
        yield file
        with _blamed_on(path):
            stack.close()


@contextmanager
def _blamed_on(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write {path}: {told(error, 'choose another file')}") from error


class _Raw(io.FileIO):
    """A file without a buffer, which tells by the name that was asked for why it cannot be written."""

    def __init__(self, file: Path | int, name: Path) -> None:
        super().__init__(file, "wb")
        self._asked_for = name

    def write(self, data: Any, /) -> int:
        with _blamed_on(self._asked_for):
            return super().write(data)


def told(error: OSError, otherwise: str) -> str:
    """What went wrong and what to do: make room where that is missing, otherwise what is said here."""
    return f"{error.strerror or error}; {'make room and try again' if error.errno in _FULL else otherwise}"


def _stream(path: Path) -> AbstractContextManager[BinaryIO]:
    number = _open_already(path)
    if number is not None:
        return _opened(os.dup(number), path)
    try:
        found = path.stat()
    except FileNotFoundError:
        found = None
    plain = found is None or stat.S_ISREG(found.st_mode)
    target = path.resolve()
    if plain and (found is None or os.access(target.parent, os.W_OK)):
        return _replacement(target, found, path)
    return _opened(path, path)  # into a file too, where its folder takes no other beside it


def _opened(file: Path | int, name: Path) -> BinaryIO:
    return io.BufferedWriter(_Raw(file, name))


def _open_already(path: Path) -> int | None:
    """The number of the open stream that a path is a name for, such as 1 for /dev/stdout."""
    folders = {Path("/dev/fd"), Path(f"/proc/{os.getpid()}/fd")}
    with suppress(OSError, RuntimeError):  # it is no link, or links lead round in circles: opening it will tell
        for _ in range(_LINKS):
            folder = path.parent.resolve()
            if folder in folders and path.name.isdecimal():
                return int(path.name)
            path = folder / path.readlink()
    return None


@contextmanager
def _replacement(target: Path, found: os.stat_result | None, name: Path) -> Iterator[BinaryIO]:
    """A file beside the target that takes its place, and its rights where it was found, when it is written."""
    if found and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    temporary = target.with_name(f".cmograph-{os.getpid()}-{next(_NUMBERS)}.part")
    try:
        with _opened(temporary, name) as file:
            if found:
                _give_rights(temporary, found)
            yield file
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _give_rights(file: Path, found: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with suppress(PermissionError):  # only an administrator can give files away
            os.chown(file, found.st_uid, found.st_gid)
    file.chmod(stat.S_IMODE(found.st_mode))
