"""What the words of a command line may be, where several verbs ask for the same."""

from __future__ import annotations

from argparse import ArgumentTypeError


def named(text: str) -> str:
    """A path, or whatever else must be named: not the nothing that an unset variable leaves between quotes.

    Raises:
        ArgumentTypeError: it is empty.
    """
    if not text.strip():
        raise ArgumentTypeError("it is empty; name one, or see whether a variable is unset")
    return text


def positive(text: str) -> int:
    """A number of things of which there is at least one.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"it is {text!r}, expected a whole number from 1 on")
    return int(text)
