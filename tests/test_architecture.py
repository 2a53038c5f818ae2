"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "cmograph"
MODULES = sorted(SOURCE.rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "misc", "manager", "base", "stuff"}


def test_there_are_modules_to_check() -> None:
    assert len(MODULES) > 50


def test_imports_point_downward() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        env={"PYTHONPATH": str(SOURCE.parent), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_module_is_small_and_has_a_name_of_its_own(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) < LONGEST_FILE
    assert module.stem not in VAGUE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{node.name} is too long"
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in {"Exception", "BaseException", "everything"}, f"line {node.lineno} catches {caught}"


def test_every_import_of_a_package_is_declared() -> None:
    project = PROJECT["project"]
    declared = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    names = {_distribution(requirement) for requirement in declared}
    distributions = packages_distributions()
    imported = (
        {top for module in MODULES for top in _imports(module)} - {"cmograph", "__future__"} - sys.stdlib_module_names
    )
    assert imported
    for top in sorted(imported):
        assert names & {_distribution(name) for name in distributions.get(top, [top])}, (
            f"{top} is imported but not declared"
        )


def test_only_the_command_line_prints_or_exits() -> None:
    for module in MODULES:
        if module.is_relative_to(SOURCE / "cli") or module.name == "__main__.py":
            continue
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(module.read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        assert not calls & {"print", "exit", "sys.exit", "quit"}, module


def _imports(module: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
    return found


def _distribution(requirement: str) -> str:
    name = requirement
    for sign in "[<>=!~; ":
        name = name.partition(sign)[0]
    return name.lower().replace("_", "-").replace(".", "-")
