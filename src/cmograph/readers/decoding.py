"""Bytes to text: byte order marks, UTF-8, a declared charset, and Windows-1252 that calls itself UTF-8."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from cmograph.errors import PageError
from cmograph.page import Page

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,20})""", re.IGNORECASE)
ESCAPED = re.compile(r"[\udc80-\udcff]")
HEAD = 4096
MOST_STRAY_BYTES = 0.05
MOST_CONTROL_BYTES = 0.02
CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
WESTERN = frozenset({"utf-8", "ascii", "iso8859-1", "cp1252"})


def decode(page: Page) -> str:
    """A page's text.

    Raises:
        PageError: the bytes are no text, in any encoding that could be told.
    """
    data = page.data
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\0" in data:
        return decode_wide(page)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = decode_other(page)
    if len(data.translate(None, CONTROL)) < len(data) * (1 - MOST_CONTROL_BYTES):
        raise PageError(f"{page.path} holds binary data, not text; convert it to HTML, Markdown or plain text first")
    return text


def decode_wide(page: Page) -> str:
    """UTF-16 without a mark shows itself by zeros in every other byte; other text has next to none."""
    data = page.data
    half = max(1, len(data) // 2)
    if data[1::2].count(0) > half * 0.4 and data[::2].count(0) < half * 0.1:
        return data.decode("utf-16-le", "replace")
    if data[::2].count(0) > half * 0.4 and data[1::2].count(0) < half * 0.1:
        return data.decode("utf-16-be", "replace")
    if data.count(0) <= len(data) * 0.001:
        return decode(Page(page.path, data.replace(b"\0", b"")))
    raise PageError(f"{page.path} holds binary data, not text; convert it to HTML, Markdown or plain text first")


def decode_other(page: Page) -> str:
    """Text that is not UTF-8 throughout: as declared, or with stray Windows-1252 bytes, or as it looks."""
    data = page.data
    declared = declared_encoding(data)
    if declared and declared not in WESTERN:
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass
    escaped = data.decode("utf-8", "surrogateescape")
    strays = len(ESCAPED.findall(escaped))
    if declared in WESTERN or strays <= len(data) * MOST_STRAY_BYTES:
        return ESCAPED.sub(lambda stray: western(ord(stray.group()) - 0xDC00), escaped)
    best = from_bytes(data).best()
    if best is None:
        raise PageError(f"{page.path} is in an encoding that could not be told; save it as UTF-8")
    return str(best)


def western(byte: int) -> str:
    """The Windows-1252 character of a byte; a replacement character for the five bytes without one."""
    return bytes([byte]).decode("cp1252", "replace")


def declared_encoding(data: bytes) -> str | None:
    """The Python name of the charset that a page declares near its beginning; None where none is known."""
    found = DECLARED.search(data, 0, HEAD)
    if not found:
        return None
    try:
        return codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None
