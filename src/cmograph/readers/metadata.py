"""What an HTML page says of itself outside its text: <title>, <meta>, OpenGraph, canonical link, JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from lxml import etree

DESCRIBED = (
    "headline",
    "datePublished",
    "dateModified",
    "publisher",
    "author",
    "sku",
    "productID",
    "name",
    "description",
)
PAGE_TYPES = frozenset(
    {
        "Article",
        "NewsArticle",
        "BlogPosting",
        "Report",
        "TechArticle",
        "WebPage",
        "Product",
        "Dataset",
        "CreativeWork",
        "Book",
    }
)
MOST_VALUES = 200
LONGEST_VALUE = 2000


def read_metadata(root: etree._Element) -> dict[str, str]:
    """A page's metadata, keys as the page spells them; where a key comes twice, the first one stands."""
    found: dict[str, str] = {}
    for key, value in _pairs(root):
        folded = " ".join(value.split())[:LONGEST_VALUE]
        if key and folded and len(found) < MOST_VALUES:
            found.setdefault(key, folded)
    return found


def _pairs(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("meta", "title", "link", "script", "time"):
        if element.tag == "meta":
            key = element.get("property") or element.get("name") or element.get("itemprop") or ""
            yield key.strip(), element.get("content") or ""
        elif element.tag == "title":
            yield "title", "".join(cast("Iterator[str]", element.itertext()))
        elif element.tag == "link" and (element.get("rel") or "").lower() == "canonical":
            yield "canonical", element.get("href") or ""
        elif element.tag == "time":
            yield element.get("itemprop") or "time", element.get("datetime") or ""
        elif (element.get("type") or "").lower() == "application/ld+json":
            yield from _described(element.text or "")


def _described(source: str) -> Iterator[tuple[str, str]]:
    """The values of a piece of JSON-LD; pages publish broken ones too, which say nothing."""
    try:
        data: object = json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return
    todo = [data]
    while todo:
        value = todo.pop(0)
        if isinstance(value, list):
            todo[:0] = value
        elif isinstance(value, dict):
            if "@graph" in value:
                todo.insert(0, value["@graph"])
            if PAGE_TYPES & set(_strings(value.get("@type"))):
                for key in DESCRIBED:
                    yield from ((key, text) for text in _strings(value.get(key)))


def _strings(value: object) -> list[str]:
    """A value's text: its own, or its name."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return [str(value)]
    if isinstance(value, dict):
        return _strings(value.get("name")) if isinstance(value.get("name"), str) else []
    if isinstance(value, list):
        return [text for each in value for text in (_strings(each) if not isinstance(each, list) else [])]
    return []
