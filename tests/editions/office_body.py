"""The body of a Word file in a look: paragraphs and tables as Word itself nests them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from tests.editions.office_lists import Lists, item_opening
from tests.editions.parts import Cell, Para, Part, Row, catalogue_to_parts, emphasised, widths_of
from tests.editions.surroundings import CAPTION, Block, after, before
from tests.editions.traits import Look, Ruling, ruling_of
from tests.extract.raw_docx import paragraph, run
from transform.model import Catalogue

#: Twentieths of a point, eighths of a point.
TWIPS: Final = 20
EIGHTHS: Final = 8
STYLES: Final = {"solid": "single", "double": "double", "dashed": "dashed", "dotted": "dotted"}
SIDES: Final = {"center": "center", "right": "right"}
LINK: Final = "rLink"
#: Within a run of text, where its author ended the line.
LINE_END: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_ORDER: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_PLACES: Final = {
    "top": "top",
    "left": "left",
    "bottom": "bottom",
    "right": "right",
    "rows": "insideH",
    "inside": "insideV",
}


def body_of(catalogue: Catalogue, look: Look, lists: Lists) -> str:
    """All blocks of the document, without its section."""
    return "".join(_blocks(catalogue, look, lists))


def _blocks(catalogue: Catalogue, look: Look, lists: Lists) -> Iterator[str]:
    for block in before(look):
        yield _block(block)
    yield paragraph(run(escape(catalogue.appendix)))
    yield paragraph(run(escape(catalogue.title)), '<w:spacing w:after="200"/>')
    if look.caption:
        yield paragraph(run(CAPTION), '<w:keepNext/><w:spacing w:before="120"/>')
    for part in catalogue_to_parts(catalogue, look):
        if part.heading:
            spacing = '<w:keepNext/><w:spacing w:before="240" w:after="120"/>'
            yield paragraph(run(escape(part.heading)), spacing)
        yield _table(part, look, lists)
        if not part.heading:
            yield "<w:p/>"
    for block in after(look):
        yield _block(block)


def _block(block: Block) -> str:
    match block.kind:
        case "heading":
            spacing = '<w:keepNext/><w:spacing w:before="240" w:after="120"/>'
            return paragraph(run(escape(block.text), "<w:b/>"), spacing)
        case "text":
            return paragraph(run(escape(block.text)))
        case "page":
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        case _:
            rows = ("".join(f"<w:tc>{paragraph(run(escape(text)))}</w:tc>" for text in row) for row in block.rows)
            borders = _borders(ruling_of(Look()))
            grid = '<w:gridCol w:w="2800"/>' * len(block.rows[0])
            inner = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
            return f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl><w:p/>"


def _table(part: Part, look: Look, lists: Lists) -> str:
    room = look.page[0] - 2 * look.margin
    widths = [round(share * room * look.width * TWIPS) for share in widths_of(look)]
    pad = 0 if look.tight else 4 * TWIPS
    gap = round(look.gap * TWIPS)
    sides = f'<w:top w:w="{pad}" w:type="dxa"/><w:left w:w="{gap}" w:type="dxa"/>'
    sides += f'<w:bottom w:w="{pad}" w:type="dxa"/><w:right w:w="{gap}" w:type="dxa"/>'
    properties = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{round(look.indent * room * TWIPS)}" w:type="dxa"/>'
        f'{_borders(ruling_of(look))}<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join((*_head(part, look, widths), *_rows(part, look, lists, widths)))
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _borders(ruling: Ruling) -> str:
    found = {_PLACES[place]: _line(ruling) for place in ruling.where if place in _PLACES}
    return f"<w:tblBorders>{''.join(f'<w:{side} {found[side]}/>' for side in _ORDER if side in found)}</w:tblBorders>"


def _line(ruling: Ruling) -> str:
    size = max(2, round(ruling.weight * EIGHTHS))
    return f'w:val="{STYLES[ruling.style]}" w:sz="{size}" w:space="0" w:color="{ruling.colour[1:]}"'


def _head(part: Part, look: Look, widths: list[int]) -> Iterator[str]:
    repeat = "<w:tblHeader/>" if look.repeated else ""
    for row in part.head:
        cells = (_header_cell(word, sum(widths[at : at + n]), look, n) for at, n, word in row)
        yield f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _header_cell(word: str, width: int, look: Look, span: int = 1) -> str:
    ruling = ruling_of(look)
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    if "header" in ruling.where:
        properties += f"<w:tcBorders><w:bottom {_line(ruling)}/></w:tcBorders>"
    if look.header_fill:
        properties += _shade(look.header_fill)
    ink = f'<w:color w:val="{look.header_ink[1:]}"/>' if look.header_ink else ""
    text = run(escape(word), _weight("header", look) + ink + _size("header", look))
    return f"<w:tc><w:tcPr>{properties}{_upright(look)}</w:tcPr>{paragraph(text, _side('header', look))}</w:tc>"


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill[1:]}"/>'


def _weight(role: str, look: Look) -> str:
    return "<w:b/>" * (role in look.bold)


def _size(role: str, look: Look) -> str:
    factor = dict(look.larger).get(role, 1.0)
    return f'<w:sz w:val="{round(2 * look.size * factor)}"/>' if factor != 1 else ""


def _stressed(text: str, look: Look) -> str:
    first, rest = emphasised(text, look)
    return (run(escape(first), "<w:b/>") if first else "") + run(escape(rest))


def _side(role: str, look: Look) -> str:
    side = dict(look.aligned).get(role)
    return f'<w:jc w:val="{SIDES[side]}"/>' if side else ""


def _upright(look: Look) -> str:
    place = "center" if look.middle else "bottom" if look.bottom else "top"
    return f'<w:vAlign w:val="{place}"/>'


def _rows(part: Part, look: Look, lists: Lists, widths: list[int]) -> Iterator[str]:
    split = "<w:cantSplit/>" if look.whole_rows else ""
    for number, row in enumerate(part.rows):
        cells = "".join(_row_cells(row, number, look, lists, widths))
        yield f"<w:tr><w:trPr>{split}</w:trPr>{cells}</w:tr>"


def _row_cells(row: Row, number: int, look: Look, lists: Lists, widths: list[int]) -> Iterator[str]:
    shades = ruling_of(look).shades
    shade = shades[number % len(shades)] if shades else ""
    covered = 0
    for width, cell in zip(widths, row, strict=True):
        if cell is not None:
            covered = cell.across - 1
            yield _cell(cell, sum(widths) if covered else width, shade, look, lists)
        elif covered:
            covered -= 1
        else:
            yield _merged_on(width, shade)


def _merged_on(width: int, shade: str) -> str:
    """A cell under the one that it is merged with."""
    fill = _shade(shade) if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vMerge/>{fill}</w:tcPr><w:p/></w:tc>'


def _cell(cell: Cell, width: int, shade: str, look: Look, lists: Lists) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    properties += '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
    fill = look.core_fill if cell.across > 1 and look.core_fill else shade
    properties += _shade(fill) if fill else ""
    if cell.column == "core" and look.core == "vertical":
        properties += '<w:textDirection w:val="tbRl"/>'
    inner = "".join(_paragraph(para, look) for para in cell.paragraphs) + _items(cell, look, lists)
    return f"<w:tc><w:tcPr>{properties}{_upright(look)}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def _paragraph(para: Para, look: Look) -> str:
    properties = _weight(para.role, look)
    if para.role in look.underlined:
        properties += '<w:u w:val="single"/>'
    if look.highlighted and para.role == "body":
        properties += '<w:highlight w:val="yellow"/>'
    text = run(escape(para.text).replace("\n", LINE_END), properties + _size(para.role, look))
    if look.linked and para.role == "name":
        text = f'<w:hyperlink r:id="{LINK}">{text}</w:hyperlink>'
    if para.note:
        mark = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        text += f'<w:r>{mark}<w:footnoteReference w:id="{para.note}"/></w:r>'
    border = ""
    if look.through == "across" and para.role == "label":
        border = '<w:pBdr><w:top w:val="single" w:sz="5" w:space="0" w:color="FFFFFF"/></w:pBdr>'
    return paragraph(text, border + _side(para.role, look))


def _items(cell: Cell, look: Look, lists: Lists) -> str:
    number = lists.list_for(cell) if cell.items else 0
    border = ""
    if look.through == "upright":
        border = '<w:pBdr><w:left w:val="single" w:sz="5" w:space="0" w:color="FFFFFF"/></w:pBdr>'
    room = '<w:spacing w:before="120" w:after="120"/>' if look.items == "apart" else ""
    made = []
    for at, text in enumerate(cell.items):
        opening = item_opening(look, number, at)
        made.append(paragraph(opening.sign + _stressed(text, look), opening.listed + border + room + opening.indent))
    return "".join(made)
