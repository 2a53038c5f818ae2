"""The lines of "key: value" between two rules at the head of a Markdown page, which say of it what metadata do: its
title, its date, its number."""

from __future__ import annotations

import re

FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<lines>(?:[^\r\n]*\r?\n){1,40}?)---[ \t]*(?:\r?\n|\Z)")
FIELD = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:[ \t]+(?P<value>.*?))?[ \t]*")
MEMBER = re.compile(r"[ \t]*-[ \t].*|#.*|[ \t]*")
"""Of a line that says nothing by itself: a value among several, a remark, nothing."""

QUOTED = re.compile(r"(?P<sign>['\"])(?P<value>.*)(?P=sign)")
_LONGEST_LEAD = 40
"""Of empty lines before the first rule."""

TOLD = ("excerpt", "description", "summary")
"""What a page shows below its title."""


def parted(text: str) -> tuple[dict[str, str], str]:
    """What the lines at a page's head say, and the page without them: its title as a heading where it has no other of
    that wording, and its summary below it. Where they are no such lines, or nested ones, the page as it is."""
    front = FRONT.match(text) if text[:_LONGEST_LEAD].lstrip().startswith("---") else None
    said = _said(front["lines"]) if front else {}
    if front is None or not said:
        return {}, text
    title, rest = said.get("title", ""), text[front.end() :]
    own = f"# {title}\n\n" if title and f"# {title}" not in map(str.rstrip, rest.splitlines()) else ""
    told = "".join(f"{said[key]}\n\n" for key in TOLD if said.get(key))
    return said, own + told + rest


def _said(lines: str) -> dict[str, str]:
    """The values by their keys, in small letters; none where a line is neither a field nor a member of one."""
    said: dict[str, str] = {}
    for line in lines.splitlines():
        field = FIELD.fullmatch(line)
        if field:
            said[field["key"].lower()] = _bare(field["value"] or "")
        elif not MEMBER.fullmatch(line):
            return {}
    return said


def _bare(value: str) -> str:
    """A value without its quotation marks."""
    quoted = QUOTED.fullmatch(value)
    return quoted["value"] if quoted else value
