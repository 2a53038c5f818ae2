"""Queries name only terms that the vocabularies declare, and each declares the prefixes that it uses and no others."""

from __future__ import annotations

import re

import pytest

from cmograph.queries import Question, catalogue
from cmograph.vocab import NAMESPACES

NAME = re.compile(r"(?<![\w?<:])([a-z]+):([A-Za-z]\w*)")
PREFIX = re.compile(r"^PREFIX ([a-z]+): <([^>]+)>$", re.MULTILINE)
FORBIDDEN = re.compile(r"\b(NOT EXISTS|GRAPH|FROM|SERVICE)\b")


def _body(question: Question) -> str:
    lines = [line for line in question.text.splitlines() if not line.startswith(("#+", "PREFIX")) and "# " not in line]
    return re.sub(r'"[^"]*"|<[^<>\s]*>', "", "\n".join(lines))


@pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)
def test_every_term_is_declared(question: Question) -> None:
    names = set(NAME.findall(_body(question)))
    assert names
    undeclared = {(prefix, name) for prefix, name in names if prefix != "xsd" and name not in NAMESPACES[prefix].terms}
    assert not undeclared


@pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)
def test_every_prefix_is_declared_and_used(question: Question) -> None:
    declared = dict(PREFIX.findall(question.text))
    assert set(declared) == {prefix for prefix, _ in NAME.findall(_body(question))}
    assert declared == {prefix: NAMESPACES[prefix].iri for prefix in declared}


@pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)
def test_nothing_slow_or_unportable_is_used(question: Question) -> None:
    assert not FORBIDDEN.search(_body(question))
    assert "ORDER BY" in question.text
