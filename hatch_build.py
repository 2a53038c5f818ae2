"""Compiles the modules in which reading spends its time, with mypyc, when a wheel is built.

A compiled module does what its file does, only faster: where there is no C compiler, or CMOGRAPH_PURE_PYTHON is set,
the wheel is pure Python. An editable installation is never compiled, as it would go on running what its files once
were. The plugin hatch-mypyc is not used because it compiles editable installations too, into the source tree, and
fails where there is no compiler.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SWITCHED_OFF = "CMOGRAPH_PURE_PYTHON"
MYPY = ("--ignore-missing-imports", "--config-file=")
DIRECT_CALLS = ["-fno-semantic-interposition", "-fvisibility=hidden"]
LAST_WORDS = 2000
"""Characters of a failed compilation's output that are shown."""


class CompiledModules(BuildHookInterface):  # type: ignore[type-arg]
    """The hook that hatchling calls around the making of a wheel.

    Its setting in pyproject.toml, `compiled`, names the modules: patterns below src.
    """

    scratch: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have what came out put into the wheel."""
        if version == "editable" or os.environ.get(SWITCHED_OFF):
            return
        self.scratch = tempfile.TemporaryDirectory()
        source, scratch = Path(self.root, "src"), Path(self.scratch.name)
        names = sorted(
            file.relative_to(source).as_posix() for pattern in self.config["compiled"] for file in source.glob(pattern)
        )
        command = [sys.executable, str(Path(__file__).resolve()), str(scratch), *names]
        done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
        if done.returncode:
            said = (done.stdout + done.stderr)[-LAST_WORDS:]
            self.app.display_warning(f"{said}\nThe modules were not compiled (see above): the wheel is pure Python.")
            return
        built = scratch / "lib"
        files = [file for file in built.rglob("*") if file.is_file()]
        build_data["force_include"].update({str(file): file.relative_to(built).as_posix() for file in files})
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take away what compiling left behind."""
        if self.scratch:
            self.scratch.cleanup()


def compile_modules(scratch: Path, names: list[str]) -> None:
    """Compile modules, named relative to the current folder, into the folder lib below `scratch`.

    One C file a module, since gcc needs three times the memory for all in one. What a module defines is not to be
    replaced from outside, which the compiler is told, as calls between modules are then direct ones: reading takes 4%
    less. Higher levels of optimisation, and optimising all at the end, win nothing that can be measured here.
    """
    from mypyc.build import mypycify
    from setuptools import setup

    modules = mypycify(
        [*MYPY, f"--cache-dir={scratch / 'cache'}", *names],
        group_name="cmograph",
        target_dir=str(scratch / "c"),
        multi_file=True,
        opt_level="2",
        debug_level="0",
    )
    if sys.platform != "win32":
        for module in modules:
            module.extra_compile_args.extend(DIRECT_CALLS)
    folders = [f"--build-lib={scratch / 'lib'}", f"--build-temp={scratch / 'temp'}"]
    setup(name="cmograph", ext_modules=modules, script_args=["build_ext", *folders, f"-j{os.cpu_count()}"])


if __name__ == "__main__":
    compile_modules(Path(sys.argv[1]), sys.argv[2:])
