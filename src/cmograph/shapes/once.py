"""pySHACL's own look at a query's text, once for each text.

Before each evaluation pySHACL searches the text for clauses that SHACL forbids, with patterns that take longer than the
query itself where the text is long. The verdict depends on the text alone. While `checked_once` is active, a text that
was accepted is not searched again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper

_SEARCH = "check_invalid_sparql"


@contextmanager
def checked_once() -> Iterator[set[tuple[str, bool, tuple[str, ...]]]]:
    """Give the texts that have been accepted so far; on leaving, pySHACL is as it was."""
    accepted: set[tuple[str, bool, tuple[str, ...]]] = set()
    search = getattr(SPARQLQueryHelper, _SEARCH)

    def check(helper: Any, sparql_text: str, valuenode: Any = None, extravars: Sequence[str] | None = None) -> bool:
        key = (sparql_text, valuenode is None, tuple(extravars or ()))
        if key not in accepted:
            search(helper, sparql_text, valuenode=valuenode, extravars=extravars)
            accepted.add(key)
        return True

    setattr(SPARQLQueryHelper, _SEARCH, check)
    try:
        yield accepted
    finally:
        setattr(SPARQLQueryHelper, _SEARCH, search)
