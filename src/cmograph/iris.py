"""The only place that mints IRIs. docs/iris.md explains each pattern.

Every IRI is the base and one path segment of ASCII letters, digits and "-": text from a page enters a name only
through `slug` or as a hash.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

from cmograph.errors import CmographError
from cmograph.vocab import DEFAULT_BASE, EU_COUNTRY, EU_CURRENCY

SLUG_LENGTH = 60
_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_REGION = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_CODE = re.compile(r"[A-Z0-9]{3}")
_BASE = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/-]*)?[/#]|urn:[a-z0-9-]+:(?:[A-Za-z0-9._-]+:)*"
)


class IriError(CmographError):
    """Something cannot become an IRI: a base that is none, or a code that no register has."""


def digest(*parts: str | int) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the parts, which are kept apart from each other."""
    return sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=65536)
def slug(key: str) -> str:
    """A readable name for a folded key ("gilead sciences" → "gilead-sciences"): ASCII letters, digits and hyphens only.

    Different keys have different slugs: where letters are lost (not ASCII, punctuation) or the name is cut at 60
        characters, a hash of the key is added.
    """
    plain = key.replace(" ", "-")
    if len(plain) <= SLUG_LENGTH and _PLAIN.fullmatch(key):
        return plain
    ascii_text = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode("ascii").lower()
    words = "-".join(re.findall(r"[a-z0-9]+", ascii_text))[:SLUG_LENGTH].strip("-")
    return f"{words}-{digest(key)[:8]}" if words else digest(key)


class Iris:
    """Mints IRIs under a base; the methods that take a `key` want a folded name (see `cmograph.entities`).

    Raises:
        IriError: the base is not an absolute http(s) IRI that ends in "/" or "#", nor a URN that ends in ":".
    """

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        if not _BASE.fullmatch(base):
            raise IriError(
                f"the base {base!r} is no base for IRIs; expected one ending in '/' or '#', such as {DEFAULT_BASE!r}"
            )
        self.base = base

    def graph(self, name: str) -> str:
        """The named graph of a document (by its key), or "reference", "entities", "inferred"."""
        return f"{self.base}graph-{slug(name)}"

    def document(self, key: str) -> str:
        """A document, by `Document.key`."""
        return f"{self.base}document-{slug(key)}"

    def reading(self, key: str) -> str:
        """The activity that read a document."""
        return f"{self.base}reading-{slug(key)}"

    def software(self, name: str = "cmograph") -> str:
        """A program that made claims."""
        return f"{self.base}software-{slug(name)}"

    def page(self, path: str) -> str:
        """A page, by its path."""
        return f"{self.base}page-{digest(path)}"

    def publisher(self, host: str) -> str:
        """A publisher, by its host name."""
        return f"{self.base}publisher-{_host(host)}"

    def report(self, host: str, number: str) -> str:
        """A publisher's report, by the publisher's host name and its own number of the report."""
        return f"{self.base}report-{_host(host)}-{slug(number)}"

    def market(self, key: str) -> str:
        """A market."""
        return f"{self.base}market-{slug(key)}"

    def company(self, key: str) -> str:
        """A company."""
        return f"{self.base}company-{slug(key)}"

    def region(self, code: str) -> str:
        """A place with a code: ISO 3166 ("CN"), UN M49 ("142") or a trade region's own ("apac").

        Raises:
            IriError: the code holds something other than letters, digits and hyphens.
        """
        if not _REGION.fullmatch(code):
            raise IriError(
                f"the place code {code!r} has a character that no code has; expected one such as 'CN', '142' or 'apac'"
            )
        return f"{self.base}region-{code}"

    def region_named(self, key: str) -> str:
        """A place that no register is known to have."""
        return f"{self.base}region-name-{slug(key)}"

    def scheme(self, market: str, dimension: str) -> str:
        """The scheme of a market's segments in one dimension, by the market's key ("" where it has none)."""
        return f"{self.base}scheme-{digest(market, dimension)}"

    def segment(self, market: str, dimension: str, key: str) -> str:
        """A segment of a market in one dimension."""
        return f"{self.base}segment-{digest(market, dimension, key)}"

    def group(self, document: str, key: str) -> str:
        """Something that a document describes but does not name ("other regions")."""
        return f"{self.base}group-{digest(document, key)}"

    def mention(self, document: str, start: int, end: int, entity: str) -> str:
        """The place where a document names an entity (by the entity's IRI)."""
        return f"{self.base}mention-{digest(document, start, end, entity.removeprefix(self.base))}"

    def claim(self, kind: str, document: str, start: int, end: int, ordinal: int) -> str:
        """A claim, by its kind and its number's place; `ordinal` counts claims of one kind at one place, from 0.

        Never by its value.
        """
        return f"{self.base}claim-{digest(kind, document, start, end, ordinal)}"

    def refusal(self, document: str, start: int, end: int, reason: str) -> str:
        """Something that looked like a claim."""
        return f"{self.base}refusal-{digest(document, start, end, reason)}"

    def evidence(self, document: str, start: int, end: int) -> tuple[str, str, str]:
        """A run of a document's text: the evidence, its words and its offsets."""
        name = digest(document, start, end)
        return f"{self.base}evidence-{name}", f"{self.base}quote-{name}", f"{self.base}position-{name}"


def currency(code: str) -> str:
    """The EU authority table's IRI of a currency, by ISO 4217 code."""
    return EU_CURRENCY + _authority_code(code)


def eu_country(code: str) -> str:
    """The EU authority table's IRI of a country, by its code there (mostly ISO 3166-1 alpha-3)."""
    return EU_COUNTRY + _authority_code(code)


def _authority_code(code: str) -> str:
    if not _CODE.fullmatch(code):
        raise IriError(
            f"the code {code!r} is in no authority table; expected three capital letters or digits, such as 'USD'"
        )
    return code


def _host(host: str) -> str:
    """Hyphens for the dots of a host name: SPARQL parsers stumble over prefixed names with several dots."""
    return slug(host.lower().replace(".", " "))
