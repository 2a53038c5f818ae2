"""Writes an invented report as a page: each function of `LAYOUTS` is one layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from figure_tables import Table
from reports import Report, Statement
from wording import Choose

HEADINGS = {
    "overview": ("Market Overview", "Summary", "Market Analysis and Latest Trends"),
    "companies": ("Key Players", "Leading Companies", "Competitive Landscape", "Who are the largest manufacturers?"),
    "segments": ("Market Segmentation", "Segment Analysis"),
    "regions": ("Regional Analysis", "Regional Insights"),
}
TITLES = (
    "{0} Market Size, Share & Forecast {1}-{2}",
    "{0} Market: Trends and Outlook, {1} - {2}",
    "Global {0} Market Report {1}–{2}",
)


def title_of(report: Report, choose: Choose) -> str:
    """A title that names the market and the forecast period."""
    title: str = choose(TITLES).format(report.market, *report.forecast)
    return title


def link_of(report: Report, choose: Choose) -> str:
    """Where the page sells its report."""
    way: str = choose(
        ("enquiry/request-sample/{0}", "purchase/{0}", "request-sample/{0}?utm_source=shop", "market-report-r{0}")
    )
    return f"https://www.{report.publisher}/" + way.format(report.number)


def prose(statements: Sequence[Statement]) -> str:
    """Sentences as a paragraph."""
    return " ".join(statement.text for statement in statements)


def listed(names: Sequence[str]) -> str:
    """Names as a run of words: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def dimension_heading(dimension: str) -> str:
    """ "end_user" as "By End User"."""
    return "By " + dimension.replace("_", " ").title()


def html_table(table: Table, choose: Choose) -> str:
    """A table with its line above it: as a heading, in bold, or inside."""
    above: str = choose(
        ("<h3>{0}</h3>\n<table>", "<p><strong>{0}</strong></p>\n<table>", "<table><caption>{0}</caption>")
    )
    cell = "th" if choose((True, False)) else "td"
    rows = [
        "<tr>" + "".join(f"<{tag}>{escape(words)}</{tag}>" for words in row) + "</tr>"
        for tag, row in zip((cell, *("td" for _ in table.rows)), table.rows, strict=False)
    ]
    return above.format(escape(table.caption)) + "".join(rows) + "</table>"


def text_table(table: Table, choose: Choose) -> str:
    """A table in Markdown, with its line above it."""
    above: str = choose(("### {0}", "**{0}**", "{0}"))
    head, *rows = ("| " + " | ".join(row) + " |" for row in table.rows)
    return "\n".join([above.format(table.caption), "", head, "|---" * len(table.rows[0]) + "|", *rows, ""])


def plain_html(report: Report, choose: Choose) -> bytes:
    """Headings, paragraphs and lists, well formed."""

    def bullets(names: Sequence[str]) -> str:
        return "<ul>" + "".join(f"<li>{escape(name)}</li>" for name in names) + "</ul>"

    def heading(section: str) -> str:
        return f"<h2>{choose(HEADINGS[section])}</h2>"

    lines = [
        f"<h1>{escape(title_of(report, choose))}</h1>",
        heading("overview"),
        f"<p>{escape(prose(report.sections['overview']))}</p>",
    ]
    lines += [heading("companies"), bullets(report.companies)]
    lines += [f"<p>{escape(statement.text)}</p>" for statement in report.sections["companies"]]
    lines += [html_table(report.tables["companies"], choose), heading("segments")]
    for dimension, names in report.segments.items():
        lines += [f"<h3>{dimension_heading(dimension)}</h3>", bullets(names)]
    lines += [html_table(report.tables["segments"], choose), f"<p>{escape(prose(report.sections['segments']))}</p>"]
    lines += [heading("regions"), "<ul>"]
    lines += [f"<li>{escape(region)} ({escape(', '.join(places))})</li>" for region, places in report.regions.items()]
    lines += ["</ul>", *(f"<p>{escape(statement.text)}</p>" for statement in report.sections["regions"])]
    lines.append(html_table(report.tables["regions"], choose))
    lines.append(f'<p><a href="{escape(link_of(report, choose))}">Request a sample</a></p>')
    return ("<html><body>\n" + "\n".join(lines) + "\n</body></html>").encode()


def bold_html(report: Report, choose: Choose) -> bytes:
    """The malformed layout of mass-produced pages: bold paragraphs for headings, nested paragraphs, stray items."""

    def bold(words: str) -> str:
        return f"<p><strong>{escape(words)}</strong></p>"

    def items(names: Sequence[str]) -> str:
        inner: str = choose(("<li>{0}", "<li>{0}</li>"))
        run = "".join(inner.format(escape(name)) for name in names)
        around: str = choose(("<p><strong>{0}</strong></p>", "<p><ul>{0}</ul></p>"))
        return around.format(run)

    market = f"{report.market} Market"
    lines = [f"<p><h1>{escape(title_of(report, choose))}</h1></p>", bold(f"{market} {choose(HEADINGS['overview'])}")]
    lines += [
        "<p><p>" + "</p><p>".join(escape(statement.text) for statement in report.sections["overview"]) + "</p></p>",
        "<p>&nbsp;</p>",
    ]
    lines += [bold(f"{market} Major Market Players"), items(report.companies)]
    lines += [f"<p><p>{escape(statement.text)}</p></p>" for statement in report.sections["companies"]]
    for dimension, names in report.segments.items():
        lines += [bold(f"The {market} {dimension_heading(dimension)} is segmented into:"), items(names)]
    lines += [f"<p>{escape(prose(report.sections['segments']))}</p>", bold("The regions covered are:"), "<p>"]
    for region, places in report.regions.items():
        lines.append(
            f"<p> <strong> {escape(region)}: </strong> <ul>"
            + "".join(f"<li>{escape(place)}</li>" for place in places)
            + "</ul> </p>"
        )
    lines += ["</p>", f"<p><p>{escape(prose(report.sections['regions']))}</p></p>"]
    lines += [html_table(table, choose) for table in report.tables.values()]
    link = escape(link_of(report, choose))
    lines.append(f'<p><strong>Purchase this report:&nbsp;</strong><a href="{link}">{link}</a></p>')
    return "\n".join(lines).encode()


def markdown(report: Report, choose: Choose) -> bytes:
    """Markdown with "#" headings and nested bullets."""
    bullet = choose(("- ", "* ", "1. "))
    lines = [
        "# " + title_of(report, choose),
        "",
        f"## {choose(HEADINGS['overview'])}",
        "",
        prose(report.sections["overview"]),
        "",
    ]
    lines += [f"## {choose(HEADINGS['companies'])}", "", *(bullet + name for name in report.companies), ""]
    lines += [line for statement in report.sections["companies"] for line in (statement.text, "")]
    lines += [text_table(report.tables["companies"], choose), f"## {choose(HEADINGS['segments'])}", ""]
    for dimension, names in report.segments.items():
        lines += [f"### {dimension_heading(dimension)}", "", *(bullet + name for name in names), ""]
    lines += [text_table(report.tables["segments"], choose), prose(report.sections["segments"]), ""]
    lines += [f"## {choose(HEADINGS['regions'])}", ""]
    for region, places in report.regions.items():
        lines += [f"- {region}", *(f"    - {place}" for place in places)]
    lines += ["", *(line for statement in report.sections["regions"] for line in (statement.text, ""))]
    lines.append(text_table(report.tables["regions"], choose))
    lines.append(f"[Get a free sample]({link_of(report, choose)})")
    return "\n".join(lines).encode()


def attributes_table(report: Report, choose: Choose) -> bytes:
    """A page whose lists stand in a table of report attributes."""
    regions = "<br>".join(f"{escape(region)}: {escape(', '.join(places))}" for region, places in report.regions.items())
    segments = "<br>".join(
        f"{dimension_heading(dimension)}: {escape(', '.join(names))}" for dimension, names in report.segments.items()
    )
    rows: Mapping[str, str] = {
        "Forecast Period": "-".join(map(str, report.forecast)),
        "Segments Covered": segments,
        "Regions Covered": regions,
        "Companies Profiled": escape("; ".join(report.companies)),
        "Report ID": report.number,
    }
    table = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows.items())
    sections = [
        f"<p>{escape(statement.text)}</p>" for statements in report.sections.values() for statement in statements
    ]
    link = f'<a href="{escape(link_of(report, choose))}">Buy now</a>'
    body = [
        f"<h1>{escape(title_of(report, choose))}</h1>",
        *sections,
        *(html_table(each, choose) for each in report.tables.values()),
        "<h2>Report Attributes</h2>",
        f"<table>{table}</table>",
        link,
    ]
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>" + "\n".join(body) + "</body></html>"
    ).encode()


def plain_text(report: Report, choose: Choose) -> bytes:
    """An article without any markup, "Heading:" lines above its parts."""
    lines = [
        title_of(report, choose),
        "",
        f"{choose(HEADINGS['overview'])}:",
        prose(report.sections["overview"]),
        "",
        "Leading Companies:",
    ]
    lines += [
        f"Leading companies are {listed(report.companies)} among others."
        if choose((True, False))
        else "\n".join(f"- {name}" for name in report.companies),
        "",
    ]
    lines += [line for statement in report.sections["companies"] for line in (statement.text, "")]
    for dimension, names in report.segments.items():
        lines += [f"{dimension_heading(dimension)}:", *(f"- {name}" for name in names), ""]
    lines += [prose(report.sections["segments"]), "", "Regions:"]
    lines += [f"{region}: {', '.join(places)}" for region, places in report.regions.items()]
    lines += ["", *(line for statement in report.sections["regions"] for line in (statement.text, ""))]
    lines += [
        "\n".join([table.caption, *("\t".join(row) for row in table.rows), ""]) for table in report.tables.values()
    ]
    lines.append(f"Request a sample: {link_of(report, choose)}")
    return "\n".join(lines).encode()


LAYOUTS: Mapping[str, Callable[[Report, Choose], bytes]] = {
    "plain-html.html": plain_html,
    "bold-html.html": bold_html,
    "markdown.md": markdown,
    "attributes-table.html": attributes_table,
    "plain-text.txt": plain_text,
}
