"""What a document is called."""

from __future__ import annotations

from cmograph.document import Block, Kind, Span


def choose_title(path: str, text: str, blocks: tuple[Block, ...]) -> tuple[str, Span | None]:
    """The page's own heading and where it stands, or its file's name."""
    for block in blocks:
        if block.kind is Kind.HEADING and block.level == 1:
            return text[block.start : block.end], Span(block.start, block.end)
    return from_path(path), None


def from_path(path: str) -> str:
    """A file's name as words: without folder and extension, "-" and "_" as spaces."""
    name = path.rsplit("/", 1)[-1]
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    return " ".join(stem.replace("-", " ").replace("_", " ").split()) or name
