"""A page: the bytes as they were found, and where."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One file of input.

    Attributes:
        path: where the page was seen, relative to the folder, archive or list that was given, with "/" between its
            parts and in Unicode's composed form (NFC). It names the page in every output.
        data: the bytes, undecoded.
    """

    path: str
    data: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in lower-case hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()
