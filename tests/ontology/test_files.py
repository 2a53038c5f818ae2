"""Where what ships beside the code is found: in a checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from cmograph import files
from cmograph.files import MissingFileError


@pytest.mark.parametrize("name", ["ontology", "shapes", "queries"])
def test_a_checkout_has_every_folder(name: str) -> None:
    assert any(files.folder(name).iterdir())


def test_an_installed_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_root" / "ontology").mkdir(parents=True)
    (tmp_path / "ontology").mkdir()
    monkeypatch.setattr(files, "_ROOTS", (tmp_path / "_root", tmp_path))
    assert files.folder("ontology") == tmp_path / "_root" / "ontology"


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_ROOTS", (tmp_path,))
    with pytest.raises(MissingFileError, match=r"no folder .*ontology"):
        files.ontology()
    (tmp_path / "ontology").mkdir()
    with pytest.raises(MissingFileError, match=r"no file .*cmograph\.ttl"):
        files.ontology()
