"""A document by Typst: its own fonts, ligatures and hyphenation; tagged PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import typst

from tests.editions.parts import CLAUSES, OTHER_TABLE, Cell, Part, catalogue_to_parts, counted, widths_of
from tests.editions.traits import Look
from transform.model import Catalogue

LINE: Final = {"dashed": '(thickness: 0.5pt, dash: "dashed")', "white": "0.5pt + white"}


def catalogue_to_typst(catalogue: Catalogue, look: Look) -> bytes:
    """The catalogue as a PDF of this look; the same bytes every time."""
    source = "\n".join(_source(catalogue, look))
    return bytes(typst.compile(source.encode(), ignore_system_fonts=True, timestamp=0))


def _source(catalogue: Catalogue, look: Look) -> Iterator[str]:
    yield from _preamble(look)
    yield from _around(look)
    yield f"{_quoted(catalogue.appendix)}\n\n{_quoted(catalogue.title)}\n"
    for part in catalogue_to_parts(catalogue, look):
        if part.heading:
            yield f"#block(sticky: true, above: 1.5em, {_content(part.heading)})"
        yield from _table(part, look)
    if look.regulation:
        yield "#pagebreak()"
    yield from _around(look)


def _preamble(look: Look) -> Iterator[str]:
    running = "[Regeling jaargesprekken #h(1fr) Bijlage 1B #v(-0.6em) #line(length: 100%)]" if look.running else "none"
    numbering = '"1"' if look.running else "none"
    yield f'#set page(paper: "a4", flipped: {_truth(look.landscape)}, margin: 56pt, header: {running},'
    yield f"  numbering: {numbering})"
    font = "Libertinus Serif" if look.serif else "New Computer Modern"
    yield f'#set text(font: "{font}", size: {look.size}pt, lang: "nl", hyphenate: {_truth(look.hyphenated)},'
    yield f"  tracking: {look.spaced}pt)"
    yield f"#set par(justify: {_truth(look.justified)}, leading: 0.5em, spacing: 0.5em)"
    marker = "#box(baseline: -0.2em, circle(radius: 0.15em, fill: black))" if look.bullet == "shape" else ""
    yield f"#let sign(n) = [{marker}]"


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _quoted(text: str) -> str:
    """Text as an expression that prints it as it is."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'


def _content(text: str) -> str:
    return f"[{_quoted(text)}]"


def _around(look: Look) -> Iterator[str]:
    """Pages of a regulation: clauses and another table."""
    for page in range(look.regulation):
        yield f"Artikel {page + 1}\n"
        yield from (f"{clause}\n" for clause in CLAUSES)
        cells = ", ".join(_content(text) for row in OTHER_TABLE for text in row)
        yield f"#table(columns: (1fr, 1fr, 1fr), {cells})\n#pagebreak()"


def _table(part: Part, look: Look) -> Iterator[str]:
    widths = ", ".join(f"{share * 100:.3f}%" for share in widths_of(look))
    yield f"#table(columns: ({widths}), align: {'horizon' if look.middle else 'top'} + left,"
    yield f"  inset: (x: 5pt, y: {'0.25em' if look.tight else '5pt'}), stroke: {_stroke(look)}, fill: {_fill(look)},"
    words = ", ".join(_content(word) for word in part.header)
    yield f"  table.header(repeat: {_truth(look.repeated)}, {words}),"
    for row in part.rows:
        yield "  " + " ".join(f"{_cell(cell, look)}," for cell in row if cell is not None)
    yield ")"


def _stroke(look: Look) -> str:
    line = LINE.get(look.rules, "0.5pt")
    match look.rules:
        case "none" | "zebra":
            return "none"
        case "across":
            return f"(x: none, y: {line})"
        case "upright":
            return f"(x: {line}, y: none)"
        case _:
            return line


def _fill(look: Look) -> str:
    return '(_, y) => if calc.odd(y) { rgb("#dde4ee") }' if look.rules.startswith("zebra") else "none"


def _cell(cell: Cell, look: Look) -> str:
    places = f"rowspan: {cell.down}, colspan: {cell.across}, breakable: {_truth(not look.whole_rows)}"
    paragraphs = "\n\n".join(_quoted(text) for text in cell.paragraphs)
    return f"table.cell({places})[{paragraphs}\n\n{_items(cell, look)}]"


def _items(cell: Cell, look: Look) -> str:
    """The items: paragraphs that hang under their sign, or plain ones without a sign."""
    pieces = []
    for number, text in enumerate(cell.items):
        if not look.bullet:
            pieces.append(_quoted(text))
            continue
        mark = f"sign({number})" if look.bullet == "shape" else f"[{_quoted(counted(look.bullet, number))}]"
        width = "1.8em"
        pieces.append(f"#par(hanging-indent: {width})[#box(width: {width}, {mark})#{_quoted(text)[1:]}]")
    return "\n\n".join(pieces)
