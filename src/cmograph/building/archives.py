"""Archives of pages: .zip and .tar, the latter also compressed. Nothing in them is trusted, neither names nor sizes."""

from __future__ import annotations

import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from cmograph.errors import InputError, OutputError
from cmograph.outfiles import told

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
MEMBER_LIMIT = 64 << 20  # bytes of one unpacked member: no page is as large
TOTAL_LIMIT = 4 << 30  # bytes of all that one archive unpacks to
MEMBERS_LIMIT = 500_000
_CHUNK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        path: its name there, cleaned: "/" between the parts, no "." among them.
        refusal: why it is not to be unpacked, or None.
        open: opens it for reading; valid until the next member is asked for.
    """

    path: str
    refusal: str | None
    open: Callable[[], IO[bytes] | None]


def is_archive(path: str) -> bool:
    """Whether a file's name says that it is an archive."""
    return path.lower().endswith(SUFFIXES)


class Unpacker:
    """Unpacks members of one archive into a folder, under names of its own making, within limits.

    Args:
        path: the archive's name, for its ending and for messages.
        archive: the archive's file, whatever it is called.
        into: an empty folder.
    """

    def __init__(self, path: str, archive: Path, into: Path) -> None:
        self._path = path
        self._archive = archive
        self._into = into
        self._total = 0
        self._count = 0

    def members(self) -> Iterator[Member]:
        """The archive's files, in its order.

        Raises:
            InputError: the archive is broken, encrypted or too large.
        """
        with self._readable():
            yield from (
                _zip_members(self._archive) if self._path.lower().endswith(".zip") else _tar_members(self._archive)
            )

    def unpack(self, member: Member) -> Path | None:
        """Unpack one member; None where it alone is too large.

        Raises:
            InputError: the archive is broken, or grows beyond the limits as a whole.
            OutputError: what it holds cannot be written.
        """
        self._count += 1
        if self._count > MEMBERS_LIMIT:
            raise InputError(f"the archive {self._path} holds more than {MEMBERS_LIMIT} files; split it")
        target = self._into / f"{self._count:06}"
        with self._storable():
            file = target.open("wb")
        with self._readable(), file:
            stream = member.open()
            if stream is None:
                return None
            with stream:
                return target if self._copied(stream, file) else None

    def _copied(self, stream: IO[bytes], file: IO[bytes]) -> bool:
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            self._total += len(chunk)
            if self._total > TOTAL_LIMIT:
                raise InputError(f"the archive {self._path} unpacks to more than {TOTAL_LIMIT >> 30} GB; split it")
            if size > MEMBER_LIMIT:
                return False
            with self._storable():
                file.write(chunk)
                file.flush()
        return True

    @contextmanager
    def _storable(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:  # not the archive's fault: without its pages the graph would be another one
            where = f"the archive {self._path} cannot be unpacked in {self._into.parent}"
            raise OutputError(f"{where}: {told(error, 'build into another folder')}") from error

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except _BROKEN as error:
            found = str(error).partition("\n")[0].rstrip(":") or type(error).__name__  # below: each way that was tried
            raise InputError(f"the archive {self._path} cannot be unpacked: {found}; pack it again") from error


def _zip_members(path: Path) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                refusal = "it is encrypted" if info.flag_bits & 1 else None
                if stat.S_ISLNK(info.external_attr >> 16):
                    refusal = "it is a link, not a file"
                yield _member(info.filename, refusal, lambda info=info: archive.open(info))  # type: ignore[misc]


def _tar_members(path: Path) -> Iterator[Member]:
    with tarfile.open(path, mode="r:*") as archive:
        for info in archive:
            if not info.isdir():
                refusal = None if info.isreg() else "it is a link or a device, not a file"
                yield _member(info.name, refusal, lambda info=info: archive.extractfile(info))  # type: ignore[misc]


def _member(name: str, refusal: str | None, opened: Callable[[], IO[bytes] | None]) -> Member:
    name = name.replace("\\", "/")
    parts = [part for part in name.split("/") if part not in {"", "."}]
    if name.startswith("/") or ".." in parts or (parts and parts[0].endswith(":")):
        refusal = "its path leads out of the archive"
    return Member("/".join(part for part in parts if part != ".."), refusal, opened)
