"""Writing to the place that a user names."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cmograph.errors import OutputError
from cmograph.outfiles import written


def write(path: Path, data: bytes = b"new") -> None:
    with written(path) as file:
        file.write(data)


def test_a_file_keeps_its_mode_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"old")
    (tmp_path / "out").chmod(0o600)
    write(tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    (tmp_path / "link").symlink_to(Path("to") / "file")
    for data in (b"first", b"second"):
        write(tmp_path / "link", data)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "to" / "file").read_bytes() == data


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()), daemon=True)
    reader.start()
    write(tmp_path / "pipe")
    reader.join(10)
    assert got == [b"new"]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_name_of_stdout_is_stdout(tmp_path: Path) -> None:
    script = """
from pathlib import Path
from cmograph.outfiles import written
with written(Path({!r})) as file:
    file.write(b"new,")
"""
    (tmp_path / "link").symlink_to("/dev/stdout")
    with (tmp_path / "log").open("wb") as log:
        log.write(b"before,")
        log.flush()
        for name in ("/dev/stdout", "/dev/fd/1", str(tmp_path / "link")):
            subprocess.run([sys.executable, "-c", script.format(name)], stdout=log, check=True, timeout=30)
    assert (tmp_path / "log").read_bytes() == b"before,new,new,new,"


@pytest.mark.parametrize(("name", "told"), [("loop", "symbolic links"), ("", "directory"), ("no/file", "No such file")])
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OutputError, match=rf"cannot write .*{told}.*; choose another file"):
        write(tmp_path / name)


def test_without_room_the_file_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"old")
    script = """
import resource, sys
from pathlib import Path
from cmograph.outfiles import written
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
with written(Path(sys.argv[1])) as file:
    file.write(b"x" * 2000)
"""
    run = subprocess.run([sys.executable, "-c", script, tmp_path / "out"], capture_output=True, text=True, check=False)
    assert "out: File too large; make room and try again" in run.stderr
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {"out": b"old"}


def test_what_cannot_be_read_meanwhile_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="absent"), written(tmp_path / "out") as file:
        file.write((tmp_path / "absent").read_bytes())
    assert not list(tmp_path.iterdir())


def test_files_of_one_folder_can_be_written_at_once(tmp_path: Path) -> None:
    with written(tmp_path / "outer") as outer:
        outer.write(b"before,")
        write(tmp_path / "inner")
        outer.write(b"behind")
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {
        "inner": b"new",
        "outer": b"before,behind",
    }
