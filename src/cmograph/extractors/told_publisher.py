"""The publisher's host where no link tells it: behind a label ("Website: www.leaf.example"), or in the mail address of
the house that a text names ("Leaf Research", sales@leafresearch.example)."""

from __future__ import annotations

import re

from cmograph.document import Document
from cmograph.extractors.labelled import told_by_label

_HOST = re.compile(r"(?:https?://)?(?:www\.)?((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})/?\.?")
_OF_PUBLISHER = re.compile(r"(?i)publisher|published by|web(?:site)?")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")
_NO_WORD = re.compile(r"\W+")
_SHORTEST = 5


def labelled_host(document: Document) -> str | None:
    """The host that a line gives behind such a label; None where none does."""
    text = document.text
    for index in range(len(document.blocks)):
        told = told_by_label(document, index)
        host = _HOST.fullmatch(text, *told.value) if told and told.tells == "report" else None
        if told and host and _OF_PUBLISHER.fullmatch(text, *told.label):
            return host[1].lower()
    return None


def host_of_mail(text: str) -> str | None:
    """The host of the only mail addresses in a text, if that has a house of the same name; None where it has not."""
    if "@" not in text:
        return None
    hosts = {found[1].lower() for found in _MAIL.finditer(text)}
    host = hosts.pop() if len(hosts) == 1 else ""
    name = host.rpartition(".")[0].rpartition(".")[2].replace("-", "")
    if len(name) < _SHORTEST:
        return None
    letters = _NO_WORD.sub("", _MAIL.sub("", text)).lower()
    return host if name in letters else None
