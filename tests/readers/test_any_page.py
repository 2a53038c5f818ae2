"""No page makes a reader raise anything but PageError, and every document keeps its promises."""

from __future__ import annotations

import contextlib
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from reader_invariants import check

from cmograph.errors import PageError
from cmograph.page import Page
from cmograph.readers import read_document

PATHS = st.sampled_from(["a.md", "b/a.txt", "a.html", "a.pdf", "a.docx", "a", ".md"])
SIGNATURES = st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04word/", b"\xff\xfe", b"\xef\xbb\xbf", b"<p>", b"# "])
TAGS = [
    "p", "div", "h1", "h3", "ul", "ol", "li", "dl", "dt", "dd", "strong", "b", "em", "a", "span", "table", "tr", "td",
    "th", "br",
    "blockquote", "section", "tbody", "caption", "pre", "center",
]  # fmt: skip
SIGNS = [
    "**", "* ", "\n", "\n\n", "- ", "1. ", "2.5 ", "\u2022 ", "\u2714", "| ", " | ", "|---|", "\t", "# ", "\n### ",
    "<!--", "-->", "<", ">", "&nbsp;", "&#0;", "&lt;", "&bogus;", '"', "=", "\u00a0", "\u200b", "\f",
    "http://a.example/x", "<http://a.example>", "](", "```", ":", ".", '<a href=""http://a.example/1"">',
    "<td colspan=3>", "<td rowspan=2>", '<p style="display:none">', '<span style="font-weight:bold">', "<script>",
    "<body><nav><header>", "<title>", '<meta name="x" content="y">',
    '<script type="application/ld+json">{"@type":',
]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(SIGNS),
    st.text(max_size=12),
)


def read_twice(page: Page) -> None:
    with contextlib.suppress(PageError):
        document = read_document(page)
        check(document)
        assert read_document(page) == document


@given(path=PATHS, signature=SIGNATURES, data=st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes(path: str, signature: bytes, data: bytes) -> None:
    read_twice(Page(path, signature + data))


@given(path=PATHS, pieces=st.lists(PIECES, max_size=40))
@settings(max_examples=500, deadline=None)
@example(path="a.md", pieces=["<b>"] * 3000 + ["x"])
@example(path="a.txt", pieces=["- a\n", "  - b\n", "x"])
@example(path="a.md", pieces=["* ", "* ", "**", "* ", "<p>"])
def test_any_markup(path: str, pieces: list[str]) -> None:
    read_twice(Page(path, "".join(pieces).encode("utf-8", "replace")))


@given(
    pieces=st.lists(
        st.sampled_from([*(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS), "word", " ", "\n"]), max_size=60
    )
)
@settings(max_examples=300, deadline=None)
def test_every_word_stands_in_one_line(pieces: list[str]) -> None:
    numbered = [f" word{number} " if piece == "word" else piece for number, piece in enumerate(pieces)]
    expected = [piece.strip() for piece in numbered if "word" in piece]
    page = Page("page.html", "".join(["<p>", *numbered]).encode())
    found = re.findall(r"word\d+", read_document(page).text) if expected else []
    assert found == expected
