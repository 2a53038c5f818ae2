"""Bytes of every format: how they are decoded, what PDF and DOCX give, what a user is told of unreadable pages."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from printed_pages import docx, pdf
from reader_invariants import check

from cmograph.document import Document, Kind
from cmograph.errors import PageError
from cmograph.page import Page
from cmograph.readers import formats as package
from cmograph.readers import read_document

HERE = Path(__file__).parent

LETTER = [
    ["Acme Insights - page 1", "Glass Wool Market Outlook 2031",
     "The glass wool market was valued at USD 3.4 billion in 2023 and is pro-",
     "jected to reach USD 5.1 billion by 2031, which is a compound annual growth", "rate of 5.2%.",
     "Key Players", "- Saint-Gobain", "- Knauf"],
    ["Acme Insights - page 2", "The projected demand rises in Europe more than anywhere else in the world,",
     "while Asia follows."],
    ["Acme Insights - page 3", "Contact us (soon)."],
]  # fmt: skip


def lines(document: Document) -> list[str]:
    check(document)
    return [f"{block.kind} {block.level} {document.line(block)}" for block in document.blocks]


def text_of(data: bytes, path: str = "a.html") -> str:
    document = read_document(Page(path, data))
    check(document)
    return document.text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>Zürich</p>".encode(), "Zürich"),
        ("\ufeff<p>Zürich</p>".encode(), "Zürich"),
        ("<p>Zürich</p>".encode("utf-16"), "Zürich"),
        ("<p>Zürich grew by much</p>".encode("utf-16-le"), "Zürich grew by much"),
        (b"<meta charset=utf-8><p>Z\xfcrich \x96 a \x93study\x94 of growth</p>", "Zürich – a “study” of growth"),
        (
            b"<p>Z\xfcrich and " + "Genève – fine".encode() + b" words \x80 5 in all</p>",
            "Zürich and Genève – fine words € 5 in all",
        ),
        ("<meta charset='windows-1251'><p>Рынок стекла</p>".encode("cp1251"), "Рынок стекла"),
        ("<meta charset='shift_jis'><p>市場の規模</p>".encode("shift_jis"), "市場の規模"),
        (b"<p>a\x00b</p>" + b"<p>word</p>" * 200, "ab" + "\nword" * 200),
    ],
)
def test_bytes_are_decoded(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"<p></p>", "holds no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06" * 40, "binary"),
        (b"%PDF-1.4\nbroken", "PDF that cannot be read"),
        (b"PK\x03\x04 word/ broken", "DOCX that cannot be read"),
        (pdf([[""]]), "without text"),
        (b"<div>" * 5000 + b"x", "too deeply"),
        (b"# Kelp Market\n\n" + b"> " * 101 + b"Kelp sold for USD 3 million in 2023.", "too deeply"),
        (b"# Kelp\n\n" + b"".join(b"  " * depth + b"- kelp\n" for depth in range(60)), "too deeply"),
    ],
)
def test_pages_that_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(PageError, match=message) as raised:
        read_document(Page("folder/page.bin", data))
    assert str(raised.value).startswith("folder/page.bin ")


@pytest.mark.parametrize("data", [b"PKbroken", b"PK\x03\x04"])
def test_a_broken_docx_is_no_page_of_text(data: bytes) -> None:
    with pytest.raises(PageError, match="DOCX that cannot be read"):
        read_document(Page("folder/page.DOCX", data))
    assert text_of(b"PK is the sign of a zip archive.")


def test_a_broken_pdf_is_told_once(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(PageError, match="PDF that cannot be read"):
        read_document(Page("page.pdf", b"%PDF-1.4\nbroken"))
    assert (capfd.readouterr().err, caplog.text) == ("", "")


def test_markdown_is_read_as_deeply_as_it_can_be() -> None:
    assert text_of(b"# Kelp\n\n" + b"> " * 99 + b"Kelp is sold dry.").endswith("Kelp is sold dry.")
    assert text_of("".join("  " * depth + f"- kelp **{depth}**\n" for depth in range(49)).encode()).endswith("kelp 48")


def test_large_pages_are_refused() -> None:
    page = Page("a.txt", b"The market grew. " * 100)
    with pytest.raises(PageError, match=r"1,700 bytes, more than the 1,000 that are read"):
        read_document(page, largest=1000)
    assert read_document(page, largest=1700).text


def test_pdf() -> None:
    document = read_document(Page("glass-wool.pdf", pdf(LETTER)))
    sentence = " ".join(LETTER[0][2:5]).replace("pro- jected", "projected")
    assert lines(document) == [
        "heading 1 Glass Wool Market Outlook 2031",
        f"paragraph 0 {sentence}",
        "heading 2 Key Players",
        "item 1 Saint-Gobain",
        "item 1 Knauf",
        "paragraph 0 The projected demand rises in Europe more than anywhere else in the world, while Asia follows.",
        "paragraph 0 Contact us (soon).",
    ]
    assert [document.text[start:].split()[0] for start in document.page_breaks] == ["Glass", "The", "Contact"]


def test_docx() -> None:
    document = read_document(Page("glass-wool.docx", docx()))
    assert lines(document) == [
        "heading 1 Glass Wool Market 2031",
        "heading 2 Overview",
        "paragraph 0 The market was valued at USD 3.4 billion in 2023.",
        "item 1 Rolls",
        "item 2 Thin",
        "item 1 Boards",
        "heading 7 Key Players",
        "row 0 Attribute | Detail",
        "row 0 CAGR | 5.2%",
        "row 0 Whole | ",
    ]
    assert [block.parent for block in document.blocks if block.kind is Kind.ITEM] == [-1, 3, -1]
    assert document.text[slice(*document.blocks[2].bold[0])] == "USD 3.4 billion"


@pytest.mark.parametrize(("extra", "module", "data"), [("pdf", "pypdf", pdf(LETTER)), ("docx", "docx", docx())])
def test_missing_extra_is_named(extra: str, module: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name == module or name.startswith(module + ".")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(PageError, match=rf"pip install 'cmograph\[{extra}\]'"):
        read_document(Page(f"a.{extra}", data))


def test_page_saved_from_a_site() -> None:
    document = read_document(Page("site.html", (HERE / "pages" / "site.html").read_bytes()))
    check(document)
    assert document.title == "Glass Wool Market Size, Share and Forecast 2024 - 2031"
    assert all(
        word in document.text for word in ("USD 3.4 billion", "Boards", "U.S.", "Owens Corning", "Base year | 2023")
    )
    noise = ("cookies", "About us", "Search", "Home", "Buy now", "Single user", "Rock Wool", "Privacy", "not text")
    assert not any(word in document.text for word in noise)
    assert document.metadata["og:site_name"] == "Acme Insights"
    assert document.metadata["datePublished"] == "2024-03-02"
    assert document.metadata["canonical"].endswith("/reports/glass-wool-market-77123")
    assert document.metadata["sku"] == "77123"


def test_formats_are_found_in_their_folder() -> None:
    folder = Path(package.__file__).parent
    names = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    found = [module.__name__.rsplit(".", 1)[-1] for module in package.all_formats() if isinstance(module, ModuleType)]
    assert found == names != []


def test_page_saved_from_a_site_without_signs() -> None:
    document = read_document(Page("site.html", (HERE / "pages" / "divisions.html").read_bytes()))
    check(document)
    assert document.title == "Solar Glass Market Report 2024-2032"
    assert not any(word in document.text for word in ("Contact", "Login", "Copyright"))
    assert [document.line(block) for block in document.blocks if block.kind is Kind.ITEM] == [
        "AR Coated",
        "Tempered",
        "TCO",
    ]
    assert [block.header for block in document.blocks if block.kind is Kind.ROW] == [True, False, False]
