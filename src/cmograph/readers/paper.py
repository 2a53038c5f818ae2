"""Printed pages to running text: running heads go, broken lines and hyphenated words are put together."""

from __future__ import annotations

import re
from collections import Counter

from cmograph.readers.signs import sign_length

FEWEST_PAGES = 3
REPEATED = 0.6
FULL_LINE = 0.8
EDGE = 2
HYPHEN = re.compile(r"\b(\w{1,40})-$")


def pages_to_prose(pages: list[str]) -> list[str]:
    """Each page's text with its paragraphs in one line each."""
    split = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    heads = running_heads(split)
    known = set(re.findall(r"\w{4,}", " ".join(pages)))
    kept = [[line for line in lines if numberless(line) not in heads] for lines in split]
    longest = sorted(len(line) for lines in kept for line in lines)
    width = longest[int(len(longest) * 0.9)] if longest else 0
    return ["\n".join(reflow(lines, width, known)) for lines in kept]


def running_heads(pages: list[list[str]]) -> set[str]:
    """The lines that stand at the top or foot of most pages, whatever the page number in them."""
    if len(pages) < FEWEST_PAGES:
        return set()
    counted = Counter(line for lines in pages for line in {numberless(each) for each in lines[:EDGE] + lines[-EDGE:]})
    return {line for line, times in counted.items() if times >= len(pages) * REPEATED}


def numberless(line: str) -> str:
    """A line with its numbers replaced by one sign."""
    return re.sub(r"\d+", "#", line)


def reflow(lines: list[str], width: int, known: set[str]) -> list[str]:
    """Lines of print put together to paragraphs: a line that is nearly full goes on in the next one."""
    joined: list[str] = []
    full = False
    for line in lines:
        if joined and full and not sign_length(line):
            joined[-1] = glue(joined[-1], line, known)
        else:
            joined.append(line)
        full = len(line) >= width * FULL_LINE or (line[-1] not in ".!?:" and len(line) * 2 > width)
        full = full and not (len(line) < width * 0.95 and line[-1] in ".!?:")
    return joined


def glue(first: str, second: str, known: set[str]) -> str:
    """Two lines as one; a word that was broken at its end loses the hyphen where it is found unbroken elsewhere."""
    broken = HYPHEN.search(first)
    if not broken or not second[0].islower():
        return f"{first} {second}"
    rest = re.match(r"\w+", second)
    whole = broken.group(1) + (rest.group() if rest else "")
    return (first[:-1] if whole in known else first) + second
