"""One build at a time into a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from cmograph.errors import GraphError

NAME = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder against other builds; the system lets go of it when the process ends, however it ends.

    Raises:
        GraphError: another build holds it.
    """
    with (folder / NAME).open("a+b") as file:
        try:
            _lock(file)
        except OSError as error:
            raise GraphError(
                f"another build is writing to {folder}; wait until it has ended, or build into another folder"
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
