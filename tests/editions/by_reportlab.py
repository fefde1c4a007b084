"""A document by ReportLab: one drawing call for each line, fonts that every PDF viewer has, no tags."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    Indenter,
    LongTable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from tests.editions.heads import Head, columns_of
from tests.editions.parts import Part, catalogue_to_parts, widths_of
from tests.editions.reportlab_cells import cell_to_flowables, header_word
from tests.editions.reportlab_fonts import style_of
from tests.editions.reportlab_rules import KINDS, part_to_commands
from tests.editions.surroundings import CAPTION, NOTES, RUNNING, Block, after, before
from tests.editions.traits import Look
from transform.model import Catalogue

GRID: Final = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]


def catalogue_to_reportlab(catalogue: Catalogue, look: Look) -> bytes:
    """The catalogue as a PDF of this look; the same bytes every time."""
    stream = io.BytesIO()
    margin = look.margin
    document = SimpleDocTemplate(
        stream,
        pagesize=look.page,
        invariant=1,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=margin * (1.3 if look.footnotes else 1.0),
    )
    story = list(_story(catalogue, look, look.page[0] - 2 * margin - 12))
    decorate = _decorating(look)
    document.build(story, onFirstPage=decorate, onLaterPages=decorate)
    return stream.getvalue()


def _decorating(look: Look) -> Callable[[Any, Any], None]:
    """What stands on every page beside the text: its ground, a running header, its number, the notes at its foot."""
    width, height = look.page
    margin = look.margin

    def decorate(canvas: Any, _: Any) -> None:
        if look.page_fill:
            canvas.setFillColor(colors.HexColor(look.page_fill))
            canvas.rect(0, 0, width, height, stroke=0, fill=1)
            canvas.setFillColor(colors.black)
        if look.spaced:
            canvas._code.append(f"{look.spaced} Tc")
        if look.running:
            _run(canvas, look)
        if look.footnotes and canvas.getPageNumber() == 1:
            canvas.line(margin + 6, margin * 1.3 - 6, margin + 120, margin * 1.3 - 6)
            canvas.setFont("Helvetica", look.size * 0.8)
            for number, note in enumerate(NOTES):
                canvas.drawString(margin + 6, margin * 1.3 - 8 - (number + 1) * look.size, f"{number + 1} {note}")

    return decorate


def _run(canvas: Any, look: Look) -> None:
    """A running header as wide as the table, and the page's number."""
    left, right = look.margin + 6, look.page[0] - look.margin - 6
    top = look.page[1] - look.margin + 6
    canvas.setFont("Helvetica", 8)
    canvas.drawString(left, top, RUNNING[0])
    canvas.drawRightString(right, top, RUNNING[1])
    canvas.line(left, top - 4, right, top - 4)
    canvas.line(left, look.margin - 8, right, look.margin - 8)
    canvas.drawRightString(right, look.margin - 20, f"Pagina {canvas.getPageNumber()}")


def _story(catalogue: Catalogue, look: Look, width: float) -> Iterator[Any]:
    for block in before(look):
        yield from _block(block, look, width)
    yield Paragraph(escape(catalogue.appendix), style_of(look))
    yield Paragraph(escape(catalogue.title), style_of(look, spaceAfter=12))
    if look.caption:
        yield Paragraph(CAPTION, style_of(look, spaceAfter=6))
    for part in catalogue_to_parts(catalogue, look):
        if part.heading:
            yield Paragraph(escape(part.heading), style_of(look, spaceBefore=12, spaceAfter=8, keepWithNext=1))
        yield Indenter(left=look.indent * width)
        yield _table(part, look, width * look.width)
        yield Indenter(left=-look.indent * width)
    for block in after(look):
        yield from _block(block, look, width)


def _block(block: Block, look: Look, width: float) -> Iterator[Any]:
    match block.kind:
        case "heading":
            yield Paragraph(f"<b>{escape(block.text)}</b>", style_of(look, spaceBefore=9, spaceAfter=6, keepWithNext=1))
        case "text":
            yield Paragraph(escape(block.text), style_of(look, spaceAfter=6))
        case "page":
            yield PageBreak()
        case _:
            cells = [[Paragraph(escape(text), style_of(look)) for text in row] for row in block.rows]
            yield Table(cells, colWidths=[width / len(cells[0])] * len(cells[0]), style=GRID, spaceAfter=9)


def _table(part: Part, look: Look, width: float) -> Any:
    head = [_head_row(cells, look) for cells in part.head]
    rows = [[cell_to_flowables(cell, look) for cell in row] for row in part.rows]
    return KINDS.get(look.rules, LongTable)(
        head + rows,
        colWidths=[share * width for share in widths_of(look)],
        repeatRows=len(head) if look.repeated else 0,
        # a row is cut before the table is parted: else the header would stand again above each cut row
        splitByRow=1 if look.whole_rows else 0,
        splitInRow=0 if look.whole_rows else 1,
        hAlign="LEFT",
        spaceAfter=9,
        style=list(part_to_commands(part, look)),
    )


def _head_row(cells: Head, look: Look) -> list[Any]:
    words = {at: header_word(word, look) for at, _, word in cells}
    return [words.get(at, "") for at in range(len(columns_of(look)))]
