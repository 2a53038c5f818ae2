"""The reference graph: every known place and currency, the concepts that claims use, and the program that reads."""

from __future__ import annotations

from cmograph.claims.model import Qualifier, Reason
from cmograph.entities import currencies, places
from cmograph.entities.places import Place, PlaceKind
from cmograph.iris import Iris, currency, eu_country
from cmograph.quads import terms
from cmograph.quads.lines import Lines, named, text
from cmograph.vocab import CG

_PLACE_CLASSES = {
    PlaceKind.COUNTRY: terms.COUNTRY,
    PlaceKind.AREA: terms.AREA,
    PlaceKind.TRADE_REGION: terms.TRADE_REGION,
    PlaceKind.PART: terms.COUNTRY_PART,
}


def write_reference(iris: Iris, lines: Lines) -> None:
    """Everything that is known before the first page is read."""
    for place in places.by_code().values():
        _place(place, iris, lines)
    for code, known in currencies.by_code().items():
        term = named(currency(code))
        lines.add(term, terms.TYPE, terms.CURRENCY_CLASS)
        lines.add(term, terms.LABEL, text(known.label))
        lines.add(term, terms.CURRENCY_CODE, text(code))
    _concepts(lines)
    software = named(iris.software())
    lines.add(software, terms.TYPE, terms.AGENT)
    lines.add(software, terms.LABEL, text("cmograph"))


def _place(place: Place, iris: Iris, lines: Lines) -> None:
    term = named(iris.region(place.code))
    lines.add(term, terms.TYPE, terms.REGION)
    lines.add(term, terms.TYPE, _PLACE_CLASSES[place.kind])
    lines.add(term, terms.LABEL, text(place.label))
    for name in place.names:
        lines.add(term, terms.ALT_LABEL, text(name))
    for code in place.within:
        lines.add(term, terms.LOCATED_IN, named(iris.region(code)))
    if place.kind is PlaceKind.COUNTRY:
        lines.add(term, terms.ISO_CODE, text(place.code))
        lines.add(term, terms.EXACT_MATCH, named(eu_country(place.alpha3)))
    if place.m49:
        lines.add(term, terms.M49_CODE, text(place.m49))


def _concepts(lines: Lines) -> None:
    statuses = {"reported": terms.REPORTED, "projected": terms.PROJECTED}
    families: tuple[tuple[str, dict[Qualifier, str] | dict[Reason, str] | dict[str, str]], ...] = (
        (CG.qualifiers, terms.QUALIFIERS),
        (CG.refusalReasons, terms.REASONS),
        (CG.statuses, statuses),
    )
    for scheme, members in families:
        lines.add(named(scheme), terms.TYPE, terms.SCHEME_CLASS)
        for notation, concept in members.items():
            lines.add(concept, terms.TYPE, terms.CONCEPT)
            lines.add(concept, terms.IN_SCHEME, named(scheme))
            lines.add(concept, terms.NOTATION, text(str(notation)))
            lines.add(concept, terms.LABEL, text(str(notation).replace("_", " ")))
