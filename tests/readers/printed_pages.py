"""Writes small PDF and DOCX files for tests."""

from __future__ import annotations

import io
from itertools import accumulate


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF with the given lines on each page."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 50 740 Td 14 TL {shown} ET"
        resources = "/MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    parts = ["%PDF-1.4\n", *(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(objects, start=1))]
    *starts, end = accumulate(len(part) for part in parts)
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    count = len(objects) + 1
    trailer = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer << /Size {count} /Root 1 0 R >>\n"
    return ("".join(parts) + trailer + f"startxref\n{end}\n%%EOF").encode("latin-1")


def docx() -> bytes:
    """A DOCX with a title, a heading, a bold run, a nested list and a table with a merged row."""
    from docx import Document

    document = Document()
    document.add_heading("Glass Wool Market 2031", 0)
    document.add_heading("Overview", 1)
    paragraph = document.add_paragraph("The market was valued at ")
    paragraph.add_run("USD 3.4 billion").bold = True
    paragraph.add_run(" in 2023.")
    for text, style in (("Rolls", "List Bullet"), ("Thin", "List Bullet 2"), ("Boards", "List Bullet")):
        document.add_paragraph(text, style=style)
    document.add_paragraph().add_run("Key Players").bold = True
    table = document.add_table(rows=3, cols=2)
    for row, cells in enumerate((("Attribute", "Detail"), ("CAGR", "5.2%"), ("Whole", ""))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(2, 0).merge(table.cell(2, 1))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
