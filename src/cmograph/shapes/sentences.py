"""Results as sentences."""

from __future__ import annotations

from cmograph.shapes.report import Result

LONGEST = 120  # characters of a value that a sentence repeats
_PLURALS = {"info": "infos"}


def sentence(result: Result) -> str:
    """The shape's message, with the offending value and the node where the message cannot tell them."""
    found = result.value and result.value.startswith(('"', "<")) and _short(result.value)
    if found and result.path:
        return f"{result.message} Found {found} at {_short(result.focus)}."
    if result.path:
        return f"{result.message} Found otherwise at {_short(result.focus)}."
    return f"{result.message} ({found})" if found else result.message


def where(result: Result) -> tuple[str, ...]:
    """The pages that a result is about, all that carry the same text; where there is none, the node itself."""
    return result.pages or (result.document or result.graph or result.focus.strip("<>"),)


def counted(number: int, thing: str) -> str:
    """A number and what it counts: "1 warning", "2 warnings"."""
    return f"{number:,} {thing if number == 1 else _PLURALS.get(thing, thing + 's')}"


def _short(term: str) -> str:
    """A literal without its datatype, or the last part of an IRI."""
    if term.startswith("<"):
        return term.strip("<>").rstrip("/#").replace("#", "/").rpartition("/")[2]
    text = term.partition("^^")[0] if "^^<" in term else term
    return text if len(text) <= LONGEST else text[:LONGEST] + " …"
