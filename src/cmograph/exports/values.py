"""Literals and names of things as JSON values."""

from __future__ import annotations

import re
from typing import TypeGuard

from pyoxigraph import BlankNode, Literal, NamedNode

from cmograph.exports.context import Context, Term
from cmograph.vocab import XSD

Node = NamedNode | BlankNode
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def is_node(value: object) -> TypeGuard[Node]:
    """Whether something can have statements of its own."""
    return isinstance(value, NamedNode | BlankNode)


def identifier(node: Node, context: Context) -> str:
    """A thing's name, as "@id" takes it."""
    return context.reference(node.value) if isinstance(node, NamedNode) else f"_:{node.value}"


def reference(node: Node, term: Term, context: Context) -> object:
    """A link to a thing that is described elsewhere."""
    if term.type == "@id":
        return identifier(node, context)
    if term.type == "@vocab" and isinstance(node, NamedNode):
        return context.name(node.value)
    return {context.keyword("@id"): identifier(node, context)}


def literal(value: Literal, term: Term, context: Context) -> object:
    """A literal: bare where the context gives its key the same datatype, otherwise with its datatype or language.

    Only integers become JSON numbers: what reads JSON-LD gives other numbers a form of its own.
    """
    datatype = value.datatype.value
    if datatype == XSD.integer and term.type in {"", XSD.integer} and _INTEGER.fullmatch(value.value):
        return int(value.value)
    if datatype == (term.type or XSD.string):
        return value.value
    if datatype == _LANGUAGE_STRING:
        return {context.keyword("@value"): value.value, context.keyword("@language"): value.language}
    if datatype == XSD.string:
        return {context.keyword("@value"): value.value}
    return {context.keyword("@value"): value.value, context.keyword("@type"): context.name(datatype)}


def literal_order(value: Literal) -> tuple[str, str, str]:
    """Literals of one property stand in this order."""
    return value.value, value.datatype.value, value.language or ""
