"""A document by Typst: its own fonts, ligatures and hyphenation; tagged PDF unless it is told otherwise."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import typst

from tests.editions.fonts import FAMILIES, SYMBOLS, font_file, symbol_font
from tests.editions.heads import columns_of
from tests.editions.parts import (
    SPACE_AFTER,
    Cell,
    Para,
    Part,
    catalogue_to_parts,
    counted,
    emphasised,
    widths_of,
)
from tests.editions.refiling import refile
from tests.editions.surroundings import CAPTION, NOTES, RUNNING, Block, after, before
from tests.editions.traits import Look, Ruling, ruling_of
from transform.model import Catalogue

#: Fonts that the program brings along; the others are those of the machine.
OWN_FONTS: Final = {"sans": "New Computer Modern", "serif": "Libertinus Serif"}
HANGING: Final = {"hanging": 1.8, "deep": 1.4, "far": 3.0, "apart": 1.8}


def catalogue_to_typst(catalogue: Catalogue, look: Look) -> bytes:
    """The catalogue as a PDF of this look; the same bytes every time."""
    source = "\n".join(_source(catalogue, look))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "symbols.ttf").write_bytes(symbol_font())
        (folder / "document.typ").write_text(source, encoding="utf-8")
        fonts = [folder, *([] if look.font in OWN_FONTS else [font_file(look.font).parent])]
        made = typst.compile(
            folder / "document.typ", font_paths=fonts, ignore_system_fonts=True, timestamp=0, pdf_tags=look.tagged
        )
    # it knows no double rules: each is drawn twice afterwards
    return refile(made, "double-rules") if ruling_of(look).style == "double" else made


def _source(catalogue: Catalogue, look: Look) -> Iterator[str]:
    yield from _preamble(look)
    yield from map(_block, before(look))
    yield f"{_quoted(catalogue.appendix)}\n\n{_quoted(catalogue.title)}\n"
    if look.caption:
        yield f"#block(above: 1em, {_content(CAPTION)})"
    ground = ", fill: black" if look.rules == "boxes" else ""
    for part in catalogue_to_parts(catalogue, look):
        if part.heading:
            yield f"#block(sticky: true, above: 1.5em, {_content(part.heading)})"
        yield f"#pad(left: {look.indent * 100}%)[#block(width: {_table_share(look)}%{ground})["
        yield from _table(part, look)
        yield "]]"
    yield from map(_block, after(look))


def _table_share(look: Look) -> float:
    """The table's share of what its indent leaves of the line."""
    return 100 * look.width / (1 - look.indent)


def _preamble(look: Look) -> Iterator[str]:
    rule = "#v(-0.6em) #line(length: 100%)"
    running = f"[{RUNNING[0]} #h(1fr) {RUNNING[1]} {rule}]" if look.running else "none"
    width, height = look.page
    fill = f'rgb("{look.page_fill}")' if look.page_fill else "none"
    yield f"#set page(width: {width}pt, height: {height}pt, margin: {look.margin}pt, header: {running}, fill: {fill},"
    numbering = '"1"' if look.running else "none"
    yield f"  numbering: {numbering})"
    # a narrow font is to it the same family, less stretched
    family, narrow, _ = FAMILIES[look.font].partition(" Narrow" if look.font == "narrow" else " Condensed")
    font = OWN_FONTS.get(look.font, family)
    stretch = ", stretch: 75%" if narrow else ""
    yield f'#set text(font: "{font}", size: {look.size}pt, lang: "nl", hyphenate: {_truth(look.hyphenated)},'
    yield f'  tracking: {look.spaced}pt, fill: rgb("{look.ink}"), fallback: true{stretch})'
    spacing = "1.1em" if look.items == "apart" else "0.5em"
    yield f"#set par(justify: {_truth(look.justified)}, leading: 0.5em, spacing: {spacing})"
    yield "#show heading: it => block(above: 1em, below: 0.8em, sticky: true)[*#it.body*]"
    yield "#let dot = box(baseline: -0.2em, circle(radius: 0.15em, fill: black))"


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _quoted(text: str) -> str:
    """Text as an expression that prints it as it is."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'


def _content(text: str) -> str:
    return f"[{_quoted(text)}]"


def _block(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"#heading({_content(block.text)})"
        case "text":
            return f"{block.text}\n"
        case "page":
            return "#pagebreak()"
        case _:
            cells = ", ".join(_content(text) for row in block.rows for text in row)
            columns = ", ".join(["1fr"] * len(block.rows[0]))
            return f"#table(columns: ({columns}), stroke: 0.5pt, {cells})"


def _table(part: Part, look: Look) -> Iterator[str]:
    widths = ", ".join(f"{share * 100:.3f}%" for share in widths_of(look))
    upright = "horizon" if look.middle else "bottom" if look.bottom else "top"
    heads = len(part.head)
    yield f"#table(columns: ({widths}), align: {upright} + left, gutter: {_gutter(look)},"
    yield f"  inset: (x: {look.gap}pt, y: {'0.25em' if look.tight else '5pt'}), fill: {_fill(look, heads)},"
    yield f"  stroke: {_stroke(ruling_of(look), len(columns_of(look)), len(part.rows), heads, look)},"
    cells = (f"table.cell(colspan: {n}){_content_of_header(word, look)}" for row in part.head for _, n, word in row)
    yield f"  table.header(repeat: {_truth(look.repeated)}, {', '.join(cells)}),"
    for row in part.rows:
        yield "  " + " ".join(f"{_cell(cell, look)}," for cell in row if cell is not None)
    yield ")"


def _gutter(look: Look) -> str:
    return {"apart": "2.5pt", "boxes": "1pt"}.get(look.rules, "0pt")


def _content_of_header(word: str, look: Look) -> str:
    ink = f', fill: rgb("{look.header_ink}")' if look.header_ink else ""
    weight = "bold" if "header" in look.bold else "regular"
    return f'[#text(weight: "{weight}", size: {_size("header", look)}{ink}){_aligned(_content(word), "header", look)}]'


def _size(role: str, look: Look) -> str:
    return f"{look.size * dict(look.larger).get(role, 1.0)}pt"


def _stressed(text: str, look: Look) -> str:
    first, rest = emphasised(text, look)
    return f"#strong{_content(first)}{_quoted(rest)}" if first else _quoted(rest)


def _aligned(content: str, role: str, look: Look) -> str:
    side = dict(look.aligned).get(role)
    return f"[#align({side}){content}]" if side else content


def _stroke(ruling: Ruling, columns: int, rows: int, heads: int, look: Look) -> str:
    """The rules as a function of the column and the row; the header rows come first."""
    if look.rules in ("apart", "all") or not ruling.where:
        return _line(ruling) if ruling.where else "none"
    line = _line(ruling)
    last = heads + rows - 1

    def where(condition: str, place: str) -> str:
        return f"if {condition} {{ {line if place in ruling.where else 'none'} }}"

    top = f"{where('y == 0', 'top')} else {{ none }}"
    bottom = f"{where(f'y < {heads}', 'header')} else {where(f'y == {last}', 'bottom')} else {where('true', 'rows')}"
    left = f"{where('x == 0', 'left')} else {where('true', 'inside')}"
    right = f"{where(f'x == {columns - 1}', 'right')} else {{ none }}"
    return f"(x, y) => (top: {top}, bottom: {bottom}, left: {left}, right: {right})"


def _line(ruling: Ruling) -> str:
    dash = f', dash: "{ruling.style}"' if ruling.style in ("dashed", "dotted") else ""
    return f'(thickness: {ruling.weight}pt, paint: rgb("{ruling.colour}"){dash})'


def _fill(look: Look, heads: int) -> str:
    shades = [f'rgb("{shade}")' if shade else "none" for shade in ruling_of(look).shades]
    rows = f"({', '.join(shades)}).at(calc.rem(y - {heads}, {len(shades)}))" if shades else "none"
    rows = "white" if look.rules == "boxes" else rows
    head = f'rgb("{look.header_fill}")' if look.header_fill else "white" if look.rules == "boxes" else "none"
    return f"(_, y) => if y < {heads} {{ {head} }} else {{ {rows} }}"


def _cell(cell: Cell, look: Look) -> str:
    places = f"rowspan: {cell.down}, colspan: {cell.across}, breakable: {_truth(not look.whole_rows or cell.down > 1)}"
    if cell.across > 1 and look.core_fill:
        places += f', fill: rgb("{look.core_fill}")'
    paragraphs = "\n\n".join(_paragraph(para, look) for para in cell.paragraphs)
    content = f"[{paragraphs}\n\n{_items(cell, look)}]"
    if cell.column == "core" and look.core == "vertical":
        content = f"[#rotate(90deg, reflow: true){content}]"
    return f"table.cell({places}){_aligned(content, cell.column, look)}"


def _paragraph(para: Para, look: Look) -> str:
    content = f"[#text(size: {_size(para.role, look)}){_content(para.text)}]"
    if para.role in look.bold:
        content = f"[#strong{content}]"
    if para.role in look.underlined:
        content = f"[#underline{content}]"
    if look.highlighted and para.role == "body":
        content = f"[#highlight{content}]"
    if look.linked and para.role == "name":
        content = f'[#link("https://example.org/competenties"){content}]'
    note = f"#footnote{_content(NOTES[para.note - 1])}" if para.note else ""
    through = (
        "#line(length: 100%, stroke: 0.6pt + white)\n\n" if look.through == "across" and para.role == "label" else ""
    )
    return f"{through}{content[1:-1]}{note}"


def _items(cell: Cell, look: Look) -> str:
    """The items: paragraphs that hang under their sign, or plain ones without a sign."""
    pieces = "\n\n".join(_item(text, number, look) for number, text in enumerate(cell.items))
    if look.items == "deep":
        pieces = f"#pad(left: 3em)[{pieces}]"
    if look.through == "upright" and cell.items:
        pieces = f"#block(width: 100%, stroke: (left: 0.6pt + white))[{pieces}]"
    return pieces


def _item(text: str, number: int, look: Look) -> str:
    stressed = _stressed(text, look)
    if not look.bullet:
        return stressed
    mark = "#dot" if look.bullet == "shape" else _quoted(counted(look.bullet, number))
    if look.bullet.startswith("symbol:"):
        mark = f'#text(font: "{SYMBOLS}"){_content(counted(look.bullet, number))}'
    if look.items in SPACE_AFTER:
        return f"{mark}{SPACE_AFTER[look.items]}{stressed}"
    width = f"{HANGING[look.items]}em"
    return f"#par(hanging-indent: {width})[#box(width: {width})[{mark}]{stressed}]"
