"""Claim types are found by looking in their folder; one that is incomplete fails at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmograph import claims
from cmograph.claims.claim_type import ClaimTypeError
from cmograph.vocab import CG

FOLDER = Path(claims.__file__).parent


@pytest.fixture
def another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A further folder in which claim types are looked for."""
    monkeypatch.setattr(claims, "__path__", [str(tmp_path)])
    claims.types.cache_clear()
    yield tmp_path
    claims.types.cache_clear()


def test_every_file_of_the_folder_is_a_claim_type() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "claim_type", "model"}
    assert len(files) >= 4
    assert list(claims.types()) == sorted(files)
    assert all(kind.name == name and kind.rdf_class.startswith(CG.iri) for name, kind in claims.types().items())


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("no_type_at_all", ""),
        ("not_a_type", "TYPE = 'headcount'"),
        (
            "another_name",
            "from cmograph.claims.claim_type import *\nTYPE = ClaimType('headcount', '', Unit.MONEY, Time.YEAR, '')",
        ),
    ],
)
def test_an_incomplete_claim_type_fails_loudly(another_folder: Path, name: str, source: str) -> None:
    (another_folder / f"{name}.py").write_text(source)
    with pytest.raises(ClaimTypeError, match=f"claims/{name}.py has no TYPE"):
        claims.types()
