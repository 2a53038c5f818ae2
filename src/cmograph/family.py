"""The members of a family: the modules in a folder, each of which must have what its family asks for."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType


def members(package: ModuleType, needed: Iterable[str], family: str) -> dict[str, ModuleType]:
    """The modules of a package by name, in alphabetical order.

    Args:
        package: the family's folder.
        needed: the names that each module must have.
        family: what a member is called in a message.

    Raises:
        TypeError: a module lacks one of the names.
    """
    found = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        module = import_module(f"{package.__name__}.{name}")
        for wanted in needed:
            if not hasattr(module, wanted):
                raise TypeError(f"{module.__file__} has no `{wanted}`, which every {family} must have")
        found[name] = module
    return found
