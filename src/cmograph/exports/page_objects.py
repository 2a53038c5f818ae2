"""A page as plain data: its head, its lists and its claims, names and numbers as the page has them."""

from __future__ import annotations

from decimal import Decimal

from cmograph.exports.documents import Row, Stated

Json = dict[str, object]


def page_object(page: Row, stated: Stated) -> Json:
    """The object of one page that carries a document."""
    return {
        "doc": page["page"],
        "market": page["market"],
        "publisher": page["publisher"],
        "report_id": page["report"],
        "forecast": _forecast(page),
        "segments": _segments(stated),
        "regions": _regions(stated),
        "companies": list(dict.fromkeys(row["name"] for row in stated.companies)),
        "claims": [_claim(row, stated.subjects[str(row["claim"])]) for row in stated.claims],
    }


def number(text: str | None) -> int | float:
    """A decimal's text as a number: an int where it is whole."""
    value = Decimal(text or "0")
    return int(value) if value == value.to_integral_value() else float(value)


def year(text: str | None) -> int | None:
    """A year's text as a number."""
    return None if text is None else int(text)


def _forecast(page: Row) -> list[int | None] | None:
    years = [year(page["first"]), year(page["last"])]
    return years if any(years) else None


def _segments(stated: Stated) -> list[Json]:
    names: dict[str, list[str | None]] = {}
    for row in stated.segments:
        names.setdefault(str(row["dimension"]), []).append(row["name"])
    return [{"dimension": dimension, "names": members} for dimension, members in names.items()]


def _regions(stated: Stated) -> list[Json]:
    headings = [row for row in stated.regions if row["heading"] is None]
    places: dict[str | None, list[str | None]] = {row["mention"]: [] for row in headings}
    for row in stated.regions:
        if row["heading"] in places:
            places[row["heading"]].append(row["name"])
    return [{"region": row["name"], "places": places[row["mention"]]} for row in headings]


def _claim(row: Row, subjects: list[str]) -> Json:
    claim: Json = {
        "iri": row["claim"],
        "type": row["type"],
        "subject": subjects,
        "low": number(row["low"]),
        "high": number(row["high"]),
        "qualifier": row["qualifier"],
    }
    if row["currency"]:
        claim["currency"] = row["currency"]
    if row["period"]:
        claim |= {"start": year(row["start"]), "end": year(row["end"])}
    else:
        claim["year"] = year(row["year"])
    offsets = {"start_offset": int(row["start_offset"] or 0), "end_offset": int(row["end_offset"] or 0)}
    return claim | offsets | {"quote": row["quote"]}
