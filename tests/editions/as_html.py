"""A document as HTML, for the engines that print one: Chromium and LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from tests.editions.parts import CLAUSES, OTHER_TABLE, Cell, Part, catalogue_to_parts, counted, widths_of
from tests.editions.traits import Look
from transform.model import Catalogue

#: The rules of a cell; what is not here has rules on all sides.
BORDERS: Final = {
    "none": "none",
    "zebra": "none",
    "across": "solid black; border-width: 0.6pt 0",
    "upright": "solid black; border-width: 0 0.6pt",
    "double": "2.4pt double black",
    "dashed": "0.6pt dashed black",
    "white": "0.6pt solid white",
}


def catalogue_to_html(catalogue: Catalogue, look: Look) -> str:
    """The catalogue as one page of HTML, with the styles that make this look."""
    body = "\n".join(_body(catalogue, look))
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title></title>'
        f"<style>{_style(look)}</style></head><body>{body}</body></html>"
    )


def _style(look: Look) -> str:
    family = "serif" if look.serif else "sans-serif"
    breaks = "break-word" if look.cut else "normal"
    hyphens = "auto" if look.hyphenated else "manual"
    words = f"overflow-wrap: {breaks}; letter-spacing: {look.spaced}pt; hyphens: {hyphens}"
    zebra = "tbody tr:nth-child(odd) td { background: #dde4ee }" if look.rules.startswith("zebra") else ""
    return (
        f"@page {{ size: A4 {'landscape' if look.landscape else 'portrait'}; margin: 20mm }}"
        f"body {{ font: {look.size}pt/1.2 {family}; {words}; text-align: {'justify' if look.justified else 'left'};"
        " -webkit-print-color-adjust: exact; margin: 0 }"
        f"table {{ border-collapse: collapse; width: 100%; table-layout: fixed; page-break-after: auto }}"
        f"td, th {{ border: {BORDERS.get(look.rules, '0.6pt solid black')}; padding: {0 if look.tight else 4}pt 4pt;"
        f" vertical-align: {'middle' if look.middle else 'top'}; text-align: inherit; font-weight: normal }}"
        f"tr {{ page-break-inside: {'avoid' if look.whole_rows else 'auto'} }}"
        f"thead {{ display: {'table-header-group' if look.repeated else 'table-row-group'} }}"
        f"ul {{ margin: 0; padding-left: 1.8em }} p {{ margin: 0 }} {zebra}"
    )


def _body(catalogue: Catalogue, look: Look) -> Iterator[str]:
    yield from _around(look)
    yield f"<p>{escape(catalogue.appendix)}</p><p>{escape(catalogue.title)}</p><br>"
    for part in catalogue_to_parts(catalogue, look):
        if part.heading:
            yield f'<p style="margin: 12pt 0 8pt 0; page-break-after: avoid">{escape(part.heading)}</p>'
        yield _table(part, look)
    if look.regulation:
        yield '<p style="page-break-before: always"></p>'
    yield from _around(look)


def _around(look: Look) -> Iterator[str]:
    """Pages of a regulation: clauses and another table."""
    for page in range(look.regulation):
        yield f"<h2>Artikel {page + 1}</h2>" + "".join(f"<p>{clause}</p>" for clause in CLAUSES)
        rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in OTHER_TABLE)
        yield f'<table border="1">{rows}</table><p style="page-break-after: always"></p>'


def _table(part: Part, look: Look) -> str:
    columns = "".join(f'<col width="{share * 100:.2f}%">' for share in widths_of(look))
    head = "".join(f"<th>{escape(word)}</th>" for word in part.header)
    rows = ["<tr>" + "".join(_cell(cell, look) for cell in row if cell is not None) + "</tr>" for row in part.rows]
    border = 0 if look.rules in ("none", "zebra") else 1
    return (
        f'<table border="{border}" cellspacing="0"><colgroup>{columns}</colgroup>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _cell(cell: Cell, look: Look) -> str:
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in cell.paragraphs)
    items = [f"<li style='list-style-type: {_marker(look, n)}'>{escape(t)}</li>" for n, t in enumerate(cell.items)]
    if not look.bullet:
        items = [f"<p>{escape(text)}</p>" for text in cell.items]
    listed = f"<ul>{''.join(items)}</ul>" if items and look.bullet else "".join(items)
    return f'<td rowspan="{cell.down}" colspan="{cell.across}">{paragraphs}{listed}</td>'


def _marker(look: Look, number: int) -> str:
    """The list marker: a drawn dot, or the sign itself."""
    return "disc" if look.bullet == "shape" else f'"{counted(look.bullet, number)} "'
