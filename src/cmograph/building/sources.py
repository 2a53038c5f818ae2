"""From what the user names (folders, files, patterns, archives) to the files that are pages."""

from __future__ import annotations

import glob
import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

from cmograph.building.archives import Unpacker, is_archive
from cmograph.building.choice import Note, passed_over
from cmograph.errors import InputError

NESTING_LIMIT = 3  # archives in archives
_SAME_NAME = "the archive holds several files of this name; the last is read, as unpacking would leave it"
_SAME_POINTS = "another file of the same input has the same name, written in other code points; rename one"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read as a page: the path that names it in every output, and where its bytes are."""

    path: str
    file: Path


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found.

    Attributes:
        pages: the files to read, sorted by path; no two have the same one.
        skipped: what was found and is no page.
        failures: what should have been read and cannot be.
    """

    pages: tuple[Source, ...]
    skipped: tuple[Note, ...]
    failures: tuple[Note, ...]


class _Finder:
    """Collects what one input holds; archives are unpacked into `scratch`."""

    def __init__(self, scratch: Path, exclude: Path | None) -> None:
        self._scratch = scratch
        self._exclude = exclude
        self.pages: list[Source] = []
        self.skipped: set[Note] = set()
        self.failures: set[Note] = set()

    def file(self, path: str, file: Path, depth: int = 0, *, named: bool = True) -> None:
        """Take a file, or what it holds where it is an archive inside `depth` others; `named` says that the pages in it
        are known with its path in front."""
        if not is_archive(path):
            self.pages.append(Source(path, file))
        elif depth >= NESTING_LIMIT:
            self.failures.add(Note(path, f"it is an archive inside {NESTING_LIMIT} others; unpack it first"))
        else:
            self._archive(path + "/" if named else "", path, file, depth + 1)

    def folder(self, folder: Path, root: Path | None = None) -> None:
        """Take all pages of a folder; `root` is where their paths start, the folder itself unless told otherwise."""
        self.candidates(sorted(self._walk(folder, root or folder)))

    def candidates(self, found: list[tuple[str, Path]]) -> None:
        """Take the files (path, place) that are pages, and note the others."""
        paths = {path for path, _ in found}
        for path, file in found:
            note = passed_over(path, paths)
            try:
                if note is None and not file.is_file():
                    note = Note(path, "neither a file nor a folder")
            except OSError as error:  # the folder that it is in may be looked into, but not entered
                self.failures.add(Note(path, f"the file cannot be opened: {error.strerror}"))
                continue
            if note:
                self.skipped.add(note)
            else:
                self.file(path, file)

    def _walk(self, folder: Path, root: Path) -> Iterator[tuple[str, Path]]:
        unreadable = partial(self._unreadable, folder, root)
        for parent, folders, names in os.walk(folder, onerror=unreadable):
            above = Path(parent)
            for name in list(folders):
                path = _path_in(root, above / name)
                if self._exclude and (above / name).resolve() == self._exclude:
                    folders.remove(name)
                elif _is_link(above / name):
                    self.skipped.add(Note(path, "a link to a folder"))
                elif name.startswith("."):
                    self.skipped.add(Note(path, "hidden"))
                    folders.remove(name)
            for name in names:
                yield _path_in(root, above / name), above / name

    def _unreadable(self, folder: Path, root: Path, error: OSError) -> None:
        """Note a folder inside of one that is looked through; that one itself must be readable."""
        inner = Path(error.filename)
        if inner == folder:
            raise InputError(f"the folder {folder} cannot be read: {error.strerror}; make it readable or leave it out")
        reason = f"the folder cannot be read: {error.strerror}; make it readable, or nothing in it is read"
        self.failures.add(Note(_path_in(root, inner), reason))

    def _archive(self, prefix: str, path: str, file: Path, depth: int) -> None:
        into = self._scratch / f"{len(list(self._scratch.iterdir())):04}"
        into.mkdir()
        inner = _Finder(self._scratch, None)
        try:
            inner._unpacked(prefix, Unpacker(path, file, into), depth)
        except InputError as error:
            self.failures.add(Note(path, str(error)))
            return
        self.pages += inner.pages
        self.skipped |= inner.skipped
        self.failures |= inner.failures

    def _unpacked(self, prefix: str, unpacker: Unpacker, depth: int) -> None:
        latest: dict[str, Path] = {}
        for member in unpacker.members():
            path = prefix + _composed(member.path)
            note = passed_over(path)
            if note:
                self.skipped.add(note)
            elif member.refusal:
                self.failures.add(Note(path, member.refusal))
            elif (unpacked := unpacker.unpack(member)) is None:
                self.failures.add(Note(path, "it is larger than any page"))
            else:
                if member.path in latest:
                    self.failures.add(Note(path, _SAME_NAME))
                latest[member.path] = unpacked
        for name, unpacked in latest.items():
            self.file(prefix + _composed(name), unpacked, depth)


def find(inputs: Iterable[str | Path], scratch: Path, exclude: Path | None = None) -> Sources:
    """Find the pages that the inputs name.

    A page of a folder (or archive) is known by its path inside it; a file that is given by itself by its path as
    written. Where two inputs hold the same path, the pages of both are known with the input's own name in front; a file
    that two inputs hold is one page, known by the first of them.

    Args:
        inputs: folders, files, archives, or patterns with "*", "?" and "**".
        scratch: an empty folder to unpack archives into; it must live until the pages have been read.
        exclude: a folder not to look into: the one that the graph goes to.

    Raises:
        InputError: an input does not exist or is a folder that cannot be read, or two pages cannot be told apart.
    """
    found: dict[str, _Finder] = {}
    for text in dict.fromkeys(str(text) for text in inputs):
        found[text] = finder = _Finder(scratch, exclude.resolve() if exclude else None)
        _look(text, finder)
    skipped: set[Note] = set().union(*(finder.skipped for finder in found.values()))
    failures: set[Note] = set().union(*(finder.failures for finder in found.values()))
    pages, doubles = _told_apart(_once({text: finder.pages for text, finder in found.items()}))
    return Sources(pages, _in_order(skipped), _in_order(failures | doubles))


def _look(text: str, finder: _Finder) -> None:
    if not text.strip():
        raise InputError("an input is empty; name it ('.' is the current folder), or see whether a variable is unset")
    path = Path(text)
    if path.is_dir():
        finder.folder(path)
    elif path.is_file():
        finder.file(_as_written(path), path, named=False)
    elif glob.has_magic(text):
        _look_for_pattern(text, finder)
    else:
        raise InputError(f"there is no file or folder {text!r}; check the path, or quote it where it holds spaces")


def _look_for_pattern(pattern: str, finder: _Finder) -> None:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
    if not matches:
        raise InputError(f"no file matches the pattern {pattern!r}; check it, and mind upper and lower case")
    fixed = Path(*_until_magic(Path(pattern)))
    for match in map(Path, matches):
        if match.is_file():
            finder.candidates([(_path_in(fixed, match), match)])
        elif match.is_dir() and "**" not in pattern:
            finder.folder(match, fixed)


def _until_magic(pattern: Path) -> Iterator[str]:
    for part in pattern.parts:
        if glob.has_magic(part):
            return
        yield part


def _once(found: dict[str, list[Source]]) -> dict[str, list[Source]]:
    """The pages of each input without those that an input before it has already, perhaps under another name."""
    if len(found) == 1:
        return found
    known: set[Path] = set()
    kept: dict[str, list[Source]] = {}
    for text, pages in found.items():
        places = [page.file.resolve() for page in pages]
        kept[text] = [page for page, place in zip(pages, places, strict=True) if place not in known]
        known.update(places)
    return kept


def _told_apart(found: dict[str, list[Source]]) -> tuple[tuple[Source, ...], set[Note]]:
    if _clash(found.values()):
        names = {text: PurePath(text).name for text in found}
        found = {
            text: [Source(f"{names[text]}/{page.path}", page.file) for page in pages] for text, pages in found.items()
        }
        if clash := _clash(found.values()):
            raise InputError(
                f"two inputs of the same name both hold {clash!r}; build the folder above them, or rename one of them"
            )
    chosen: dict[str, Source] = {}
    doubles: set[Note] = set()
    for page in (page for pages in found.values() for page in pages):
        kept = chosen.setdefault(page.path, page)
        if kept.file != page.file and kept.file.resolve() != page.file.resolve():
            doubles.add(Note(page.path, _SAME_POINTS))
    return tuple(chosen[path] for path in sorted(chosen)), doubles


def _clash(found: Iterable[list[Source]]) -> str | None:
    """The first path that pages of several inputs have."""
    owners: defaultdict[str, set[int]] = defaultdict(set)
    for number, pages in enumerate(found):
        for page in pages:
            owners[page.path].add(number)
    return min((path for path, holders in owners.items() if len(holders) > 1), default=None)


def _is_link(folder: Path) -> bool:
    try:
        return folder.is_symlink()
    except OSError:  # it is in a folder that may not be entered, which is noted when it is looked into
        return False


def _path_in(folder: Path, file: Path) -> str:
    return _composed(file.relative_to(folder).as_posix())


def _as_written(path: Path) -> str:
    return _composed("/".join(part for part in path.parts if part not in {path.anchor, "..", "."}))


def _composed(path: str) -> str:
    readable = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", readable)


def _in_order(notes: set[Note]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: (note.path, note.reason)))
