from __future__ import annotations

import errno
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from cmograph.building import archives
from cmograph.building.archives import Unpacker
from cmograph.building.sources import find
from cmograph.errors import InputError, OutputError


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    (folder := tmp_path / "scratch").mkdir()
    return folder


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return written(tmp_path / "reports", "b.md", "a/x.html", "a/y.txt", "a/logo.png", ".git/config", "a/.DS_Store")


def written(folder: Path, *paths: str) -> Path:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {path}\n", "utf-8")
    return folder


def zipped(file: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file


def tarred(file: Path, members: dict[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(file, mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file


def paths(found: object) -> list[str]:
    return [page.path for page in found.pages]  # type: ignore[attr-defined]


def noted(notes: object) -> dict[str, str]:
    return {note.path: note.reason for note in notes}  # type: ignore[attr-defined]


def test_folder_gives_paths_inside_it_sorted(reports: Path, scratch: Path) -> None:
    found = find([reports], scratch)
    assert paths(found) == ["a/x.html", "a/y.txt", "b.md"]
    assert noted(found.skipped) == {".git": "hidden", "a/.DS_Store": "hidden", "a/logo.png": "an image, not a page"}


def test_folder_given_twice_is_read_once(reports: Path, scratch: Path) -> None:
    assert paths(find([reports, f"{reports}/"], scratch)) == ["a/x.html", "a/y.txt", "b.md"]


def test_output_folder_inside_the_input_is_left_out(reports: Path, scratch: Path) -> None:
    written(reports, "kg/notes.txt")
    found = find([reports], scratch, exclude=reports / "kg")
    assert paths(found) == ["a/x.html", "a/y.txt", "b.md"]
    assert "kg" not in noted(found.skipped)


def test_file_is_known_as_it_was_written(reports: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports)
    assert paths(find(["./a/x.html", "b.md", "a/logo.png"], scratch)) == ["a/logo.png", "a/x.html", "b.md"]


def test_pattern_is_known_from_its_fixed_part(reports: Path, scratch: Path) -> None:
    assert paths(find([f"{reports}/**/*.*"], scratch)) == ["a/x.html", "a/y.txt", "b.md"]
    assert paths(find([f"{reports}/*"], scratch)) == ["a/x.html", "a/y.txt", "b.md"]


@pytest.mark.parametrize("wrong", ["nowhere", "nowhere/*.md"])
def test_input_that_does_not_exist_is_an_error(tmp_path: Path, scratch: Path, wrong: str) -> None:
    with pytest.raises(InputError, match="nowhere"):
        find([tmp_path / wrong], scratch)


def test_an_empty_input_is_not_the_current_folder(scratch: Path) -> None:
    with pytest.raises(InputError, match="an input is empty"):
        find([""], scratch)


def test_inputs_with_the_same_path_are_told_apart_by_their_names(tmp_path: Path, scratch: Path) -> None:
    first, second = written(tmp_path / "one", "x.md"), written(tmp_path / "two", "x.md", "y.md")
    assert paths(find([first, second], scratch)) == ["one/x.md", "two/x.md", "two/y.md"]
    assert paths(find([second, first], scratch)) == ["one/x.md", "two/x.md", "two/y.md"]


def test_inputs_that_cannot_be_told_apart_are_refused(tmp_path: Path, scratch: Path) -> None:
    first, second = written(tmp_path / "1" / "same", "x.md"), written(tmp_path / "2" / "same", "x.md")
    with pytest.raises(InputError, match=r"same/x\.md"):
        find([first, second], scratch)


def test_names_are_composed_and_doubles_reported(tmp_path: Path, scratch: Path) -> None:
    folder = written(tmp_path / "names", "cafe\u0301.md", "caf\u00e9.md")
    found = find([folder], scratch)
    if len(list(folder.iterdir())) < 2:
        pytest.skip("this file system composes names itself")
    assert paths(found) == ["caf\u00e9.md"]
    assert list(noted(found.failures)) == ["caf\u00e9.md"]


def test_a_name_that_is_not_unicode_is_readable(tmp_path: Path, scratch: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.md")).write_text("# x", "utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert paths(find([folder], scratch)) == ["caf\ufffd.md"]


def test_what_a_browser_saved_beside_a_page_is_one_note(tmp_path: Path, scratch: Path) -> None:
    folder = written(
        tmp_path / "saved", "report.html", "report_files/frame.html", "report_files/a.css", "other_files/page.html"
    )
    found = find([folder], scratch)
    assert paths(found) == ["other_files/page.html", "report.html"]
    assert noted(found.skipped) == {"report_files": "what a browser saved beside a page"}


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar.gz", tarred), ("a.tgz", tarred)])
def test_archive_gives_paths_inside_it(tmp_path: Path, scratch: Path, name: str, pack: object) -> None:
    archive = pack(tmp_path / name, {"a/x.html": b"<p>x", "./b.md": b"# b", "logo.png": b"-", "__MACOSX/b.md": b"-"})  # type: ignore[operator]
    found = find([archive], scratch)
    assert {page.path: page.file.read_bytes() for page in found.pages} == {"a/x.html": b"<p>x", "b.md": b"# b"}
    assert list(noted(found.skipped)) == ["__MACOSX", "logo.png"]


def test_archive_in_a_folder_or_archive_is_a_folder_of_its_name(tmp_path: Path, scratch: Path) -> None:
    folder = written(tmp_path / "reports", "b.md")
    inner = zipped(tmp_path / "inner.zip", {"y.md": b"# y"}).read_bytes()
    zipped(folder / "old.zip", {"x.md": b"# x", "inner.zip": inner})
    assert paths(find([folder], scratch)) == ["b.md", "old.zip/inner.zip/y.md", "old.zip/x.md"]
    assert paths(find([folder / "old.zip"], scratch)) == ["inner.zip/y.md", "x.md"]


@pytest.mark.parametrize("name", ["../up.md", "/etc/up.md", "a/../../up.md", "C:\\up.md", "..\\up.md"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_path_that_leads_out_of_an_archive_is_refused(tmp_path: Path, scratch: Path, name: str, pack: object) -> None:
    suffix = ".zip" if pack is zipped else ".tar.gz"
    found = find([pack(tmp_path / f"evil{suffix}", {name: b"# up", "fine.md": b"# fine"})], scratch)  # type: ignore[operator]
    assert paths(found) == ["fine.md"]
    assert list(noted(found.failures).values()) == ["its path leads out of the archive"]
    assert all(file.is_relative_to(scratch) for file in (page.file for page in found.pages))


def test_link_in_an_archive_is_refused(tmp_path: Path, scratch: Path) -> None:
    with tarfile.open(tmp_path / "links.tar", "w") as archive:
        info = tarfile.TarInfo("link.md")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    found = find([tmp_path / "links.tar"], scratch)
    assert paths(found) == []
    assert noted(found.failures) == {"link.md": "it is a link or a device, not a file"}


def test_bomb_is_refused_whole(tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "TOTAL_LIMIT", 1 << 20)
    bomb = zipped(tmp_path / "bomb.zip", {f"{number}.md": b"0" * (900 << 10) for number in range(3)})
    found = find([bomb], scratch)
    assert paths(found) == []
    assert (
        "unpacks to more than" in noted(found.failures)["bomb.zip"]
        if "bomb.zip" in noted(found.failures)
        else found.failures
    )


def test_member_that_is_too_large_leaves_the_rest(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MEMBER_LIMIT", 1000)
    found = find([zipped(tmp_path / "a.zip", {"large.md": b"0" * 2000, "small.md": b"0"})], scratch)
    assert paths(found) == ["small.md"]
    assert noted(found.failures) == {"large.md": "it is larger than any page"}


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
def test_broken_archive_is_a_failure_and_the_rest_goes_on(tmp_path: Path, scratch: Path, name: str) -> None:
    folder = written(tmp_path / "reports", "b.md")
    (folder / name).write_bytes(b"\x1f\x8bnot an archive")
    found = find([folder], scratch)
    assert paths(found) == ["b.md"]
    assert list(noted(found.failures)) == [name]


def test_truncated_archive_is_a_failure(tmp_path: Path, scratch: Path) -> None:
    whole = tarred(tmp_path / "a.tar.gz", {f"{n}.md": os.urandom(5000) for n in range(20)}).read_bytes()
    (tmp_path / "a.tar.gz").write_bytes(whole[: len(whole) // 2])
    found = find([tmp_path / "a.tar.gz"], scratch)
    assert paths(found) == []
    assert len(found.failures) == 1


def test_a_folder_that_cannot_be_read_is_a_failure_and_the_rest_goes_on(
    reports: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = reports / "a"
    look = os.scandir

    def scandir(folder: str) -> object:
        if Path(folder) == shut:
            raise PermissionError(errno.EACCES, "Permission denied", folder)
        return look(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    found = find([reports], scratch)
    assert paths(found) == ["b.md"]
    assert "cannot be read: Permission denied" in noted(found.failures)["a"]
    with pytest.raises(InputError, match="make it readable"):
        find([shut], scratch)


def test_files_of_a_folder_that_cannot_be_entered_are_failures(
    reports: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Path.stat

    def stat(file: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if file.parent == reports / "a":
            raise PermissionError(errno.EACCES, "Permission denied", str(file))
        return look(file, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    found = find([reports], scratch)
    assert paths(found) == ["b.md"]
    assert noted(found.failures) == dict.fromkeys(
        ("a/x.html", "a/y.txt"), "the file cannot be opened: Permission denied"
    )


def test_a_file_that_is_named_twice_is_one_page(reports: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports)
    assert paths(find(["a/x.html", "a/../a/x.html", str(reports / "a" / "x.html")], scratch)) == ["a/x.html"]
    assert paths(find(["a", "a/x.html"], scratch)) == ["x.html", "y.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("suffix", [".zip", ".tar"])
def test_of_several_files_of_one_name_an_archive_gives_the_last(tmp_path: Path, scratch: Path, suffix: str) -> None:
    archive = tmp_path / f"a{suffix}"
    for number in range(3):
        if suffix == ".zip":
            with zipfile.ZipFile(archive, "a") as packed:
                packed.writestr("x.md", f"# {number}")
        else:
            with tarfile.open(archive, "a") as packed:
                (file := tmp_path / "x.md").write_text(f"# {number}", "utf-8")
                packed.add(file, "x.md")
    found = find([archive], scratch)
    assert [(page.path, page.file.read_bytes()) for page in found.pages] == [("x.md", b"# 2")]
    assert "code points" not in noted(found.failures)["x.md"]
    assert "the last is read" in noted(found.failures)["x.md"]


@pytest.mark.parametrize("inside_a_folder", [False, True])
def test_archives_are_looked_into_three_deep(tmp_path: Path, scratch: Path, inside_a_folder: bool) -> None:
    (folder := tmp_path / "reports").mkdir()
    data = b"# page"
    for number in (4, 3, 2, 1):
        name = "page.md" if number == 4 else f"{number + 1}.zip"
        data = zipped(folder / "1.zip", {name: data, f"beside{number}.md": b"# page"}).read_bytes()
    found = find([folder if inside_a_folder else folder / "1.zip"], scratch)
    front = "1.zip/" if inside_a_folder else ""
    assert paths(found) == [f"{front}{path}" for path in ("2.zip/3.zip/beside3.md", "2.zip/beside2.md", "beside1.md")]
    assert list(noted(found.failures)) == [f"{front}2.zip/3.zip/4.zip"]
    assert "inside 3 others" in noted(found.failures)[f"{front}2.zip/3.zip/4.zip"]


def test_why_an_archive_is_broken_is_told_in_one_line(tmp_path: Path, scratch: Path) -> None:
    (archive := tmp_path / "fake.tar.gz").write_bytes(b"no archive at all")
    (reason,) = noted(find([archive], scratch).failures).values()
    assert "\n" not in reason
    assert "ReadError" not in reason


def test_where_nothing_can_be_unpacked_the_archive_is_not_blamed(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"x.md": b"# x"})
    unpacker = Unpacker("a.zip", archive, tmp_path / "absent" / "0000")
    with pytest.raises(OutputError, match=r"cannot be unpacked in .*absent: No such file"):
        unpacker.unpack(next(unpacker.members()))
