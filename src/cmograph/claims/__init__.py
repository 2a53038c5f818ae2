"""What a page states: the plain data of a reading, and one file for each claim type.

A claim type is a module of this folder with a `TYPE`; the folder is the register.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType

from cmograph.claims.claim_type import ClaimType, ClaimTypeError

_NO_TYPES = frozenset({"claim_type", "model"})


@lru_cache(maxsize=1)
def types() -> Mapping[str, ClaimType]:
    """The claim types by name, in sorted order.

    Raises:
        ClaimTypeError: a module of this folder has no `TYPE`, or one under another name than the module's.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in _NO_TYPES)
    return MappingProxyType({name: _type(name) for name in names})


def _type(name: str) -> ClaimType:
    found = getattr(import_module(f"{__name__}.{name}"), "TYPE", None)
    if not isinstance(found, ClaimType) or found.name != name:
        raise ClaimTypeError(
            f"claims/{name}.py has no TYPE = ClaimType(name={name!r}, …); every claim type in that folder must have one"
        )
    return found
