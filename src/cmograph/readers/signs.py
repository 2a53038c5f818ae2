"""Signs at the head of a line: bullets, numbers, Markdown's headings and table bars, and pictures."""

from __future__ import annotations

import re

BULLETS = "•◦▪▫●○■□◆◇❖✦✧◉⦿►▶▸➤➢➥➔→✔✓✅☑★☆⁃‣·∙*🔹🔸🔷🔶🔵🟢🟠🔴🟡🟣👉📌"
BULLET = re.compile(rf"(?:[{BULLETS}][\ufe0f\s]+|[–—-]\s+|o\s+(?=[A-Z0-9])|[✔✓✅☑•●▪►➤](?=\S))")
NUMBER = re.compile(
    r"""\(?\d{1,2}[.)]\s+(?=\S)               # 1. or 1) or (1)
    |\d{1,2}[.)](?=[A-Z][a-z])               # 1.Introduction
    |\d{1,2}(?:\.\d{1,2}){2,4}\.?\s+(?=\S)  # 6.3.4
    |\d{1,2}\.\d{1,2}\.\s+(?=\S)            # 6.3.
    """,
    re.VERBOSE,
)
SECTION = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\s+(?=[A-Z]\S*\s+\S|[A-Z][a-z]{3})(?!.{150})(?!.*[.;]$)")
"""The number of a section, as in a table of contents; an amount is none (2.5 mm), nor what begins a sentence."""
HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
SIGN_STARTS = frozenset(BULLETS + "–—-(0123456789o")
BREAK = re.compile(rf"\n[^\S\n]*(?=(?:[{BULLETS}–—-]|\d{{1,2}}[.)]|#{{2,6}}|✔)\s+\S)")
PICTURES = re.compile(
    rf"(?:(?![{BULLETS}])[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\u20e3]*\s*)+(?=[^\s*#])"
)
"""What only adorns a line: "🌍 Regional Outlook"."""
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'|]*[^\s<>\"'|.,;:!?)\]]", re.IGNORECASE)
"""A web address in running text, without the punctuation behind it."""


def section_at(text: str) -> re.Match[str] | None:
    """The number of a section at the head of a line."""
    return SECTION.match(text) if text[:1] in SIGN_STARTS else None


def sign_length(text: str) -> int:
    """How many characters the bullet or number at the head of a line takes; 0 where there is none or nothing else."""
    if text[:1] not in SIGN_STARTS:
        return 0
    found = BULLET.match(text) or NUMBER.match(text)
    return found.end() if found and found.end() < len(text) else 0


def pictures_length(text: str) -> int:
    """How many characters the pictures at the head of a line take that adorn it; 0 where there are none or nothing
    else."""
    found = PICTURES.match(text) if text[:1] >= "\u2300" else None
    return found.end() if found else 0
