"""The README's commands run, and print what it shows. `make readme` writes down anew what they print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
WIDTH = "100"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample pages, and a command `cmograph`."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "examples").symlink_to(ROOT / "examples")
    (folder / "bin").mkdir()
    command = folder / "bin" / "cmograph"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cmograph "$@"\n', "utf-8")
    command.chmod(0o755)
    return folder


def printed(command: str, desk: Path) -> str:
    path = f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": WIDTH, "PYTHONUTF8": "1"}
    run = subprocess.run(
        ["bash", "-c", command], cwd=desk, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    return run.stdout + run.stderr


def test_commands_print_what_the_readme_shows(desk: Path) -> None:
    text = README.read_text("utf-8")
    shown = [pair for session in SESSION.findall(text) for pair in COMMAND.findall(session)]
    commands = [command for command, _ in shown if command.startswith("cmograph ")]
    assert len(commands) >= 5
    for command, output in shown:
        if not command.startswith("cmograph "):
            continue
        found = printed(command, desk)
        if os.environ.get("UPDATE_README"):
            text = text.replace(
                f"$ {command}\n{output}", f"$ {command}\n{found.rstrip()}\n" + "\n" * output.endswith("\n\n")
            )
            continue
        assert found.rstrip().splitlines() == output.rstrip().splitlines(), command
    if os.environ.get("UPDATE_README"):
        README.write_text(text, "utf-8")


def test_python_runs(desk: Path) -> None:
    blocks = PYTHON.findall(README.read_text("utf-8"))
    assert blocks
    for block in blocks:
        script = desk / "readme.py"
        script.write_text(block, "utf-8")
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        run = subprocess.run(
            [sys.executable, script], cwd=desk, env=environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    texts = [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    named = {target for text in texts for target in re.findall(r"`make ([a-z]+)`", text.read_text("utf-8"))}
    assert named
    assert named <= targets


def test_every_verb_is_in_the_documentation() -> None:
    from cmograph.cli import verbs

    texts = README.read_text("utf-8") + (ROOT / "docs" / "index.md").read_text("utf-8")
    assert [verb for verb in verbs.names() if f"cmograph {verb}" not in texts] == []


@pytest.mark.parametrize(
    "document", ["README.md", "CONTRIBUTING.md", *sorted(f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md"))]
)
def test_links_lead_somewhere(document: str) -> None:
    place = ROOT / document
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", place.read_text("utf-8")):
        assert (place.parent / target).exists(), target
