"""A document by ReportLab: one drawing call for each line, fonts that every PDF viewer has, no tags."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    LongTable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from tests.editions.parts import CLAUSES, OTHER_TABLE, Cell, Part, catalogue_to_parts, columns_of, counted, widths_of
from tests.editions.traits import Look
from transform.model import Catalogue

MARGIN: Final = 56.0
SHADE: Final = colors.HexColor("#dde4ee")


def catalogue_to_reportlab(catalogue: Catalogue, look: Look) -> bytes:
    """The catalogue as a PDF of this look; the same bytes every time."""
    stream = io.BytesIO()
    size = landscape(A4) if look.landscape else A4
    document = SimpleDocTemplate(
        stream, pagesize=size, margins=MARGIN, invariant=1, leftMargin=MARGIN, rightMargin=MARGIN
    )
    story = list(_story(catalogue, look, size[0] - 2 * MARGIN))
    decorate = _running(look, size)
    document.build(story, onFirstPage=decorate, onLaterPages=decorate)
    return stream.getvalue()


def _style(look: Look, **more: Any) -> Any:
    leading = look.size * 1.2
    return ParagraphStyle(
        "cel",
        fontName="Times-Roman" if look.serif else "Helvetica",
        fontSize=look.size,
        leading=leading,
        alignment=TA_JUSTIFY if look.justified else TA_LEFT,
        splitLongWords=1 if look.cut else 0,
        **more,
    )


def _running(look: Look, size: tuple[float, float]) -> Callable[[Any, Any], None]:
    """What stands on every page beside the text: a running header as wide as the table, and the page's number."""

    def decorate(canvas: Any, _: Any) -> None:
        if look.running:
            top = size[1] - MARGIN + 14
            canvas.setFont("Helvetica", 8)
            canvas.drawString(MARGIN, top, "Regeling jaargesprekken")
            canvas.drawRightString(size[0] - MARGIN, top, "Bijlage 1B")
            canvas.line(MARGIN, top - 4, size[0] - MARGIN, top - 4)
            canvas.line(MARGIN, MARGIN - 8, size[0] - MARGIN, MARGIN - 8)
            canvas.drawRightString(size[0] - MARGIN, MARGIN - 20, f"Pagina {canvas.getPageNumber()}")

    return decorate


def _story(catalogue: Catalogue, look: Look, width: float) -> Iterator[Any]:
    yield from _around(look, width)
    yield Paragraph(escape(catalogue.appendix), _style(look))
    yield Paragraph(escape(catalogue.title), _style(look, spaceAfter=12))
    for part in catalogue_to_parts(catalogue, look):
        if part.heading:
            yield Paragraph(escape(part.heading), _style(look, spaceBefore=12, spaceAfter=8, keepWithNext=1))
        yield _table(part, look, width)
    if look.regulation:
        yield PageBreak()
    yield from _around(look, width)


def _around(look: Look, width: float) -> Iterator[Any]:
    """Pages of a regulation: clauses and another table."""
    for page in range(look.regulation):
        yield Paragraph(f"Artikel {page + 1}", _style(look, spaceAfter=6))
        for clause in CLAUSES:
            yield Paragraph(clause, _style(look, spaceAfter=6))
        cells = [[Paragraph(text, _style(look)) for text in row] for row in OTHER_TABLE]
        yield Table(cells, colWidths=[width / 3] * 3, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        yield PageBreak()


def _table(part: Part, look: Look, width: float) -> Any:
    head = [[Paragraph(escape(word), _style(look)) for word in part.header]]
    rows = [[_flowables(cell, look) for cell in row] for row in part.rows]
    return LongTable(
        head + rows,
        colWidths=[share * width for share in widths_of(look)],
        repeatRows=1 if look.repeated else 0,
        splitInRow=0 if look.whole_rows else 1,
        style=list(_commands(part, look)),
    )


def _flowables(cell: Cell | None, look: Look) -> Any:
    if cell is None:
        return ""
    indent = look.size * 1.8
    hanging = _style(look, leftIndent=indent, bulletIndent=0.4 * look.size)
    items = [
        Paragraph(escape(text), hanging, bulletText=counted(look.bullet, number) or None)
        if look.bullet
        else Paragraph(escape(text), _style(look))
        for number, text in enumerate(cell.items)
    ]
    return [*(Paragraph(escape(text), _style(look)) for text in cell.paragraphs), *items]


def _commands(part: Part, look: Look) -> Iterator[tuple[Any, ...]]:
    """Padding, shading and rules, as the library's commands. A merged cell is one without rules within it."""
    padding = 0.0 if look.tight else 4.0
    yield ("TOPPADDING", (0, 0), (-1, -1), padding)
    yield ("BOTTOMPADDING", (0, 0), (-1, -1), padding)
    yield ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if look.middle else "TOP")
    for number, row in enumerate(part.rows, start=1):
        if look.rules.startswith("zebra") and number % 2:
            yield ("BACKGROUND", (0, number), (-1, number), SHADE)
        if row[0] is not None and row[0].across > 1:
            yield ("SPAN", (0, number), (-1, number))
    if look.rules in ("none", "zebra"):
        return
    line = _line(look)
    if look.rules != "across":
        yield ("LINEBEFORE", (0, 0), (-1, -1), *line)
        yield ("LINEAFTER", (-1, 0), (-1, -1), *line)
    if look.rules == "upright":
        return
    yield ("LINEABOVE", (0, 0), (-1, 0), *line)
    yield from _rules_below(part, look, line)


def _rules_below(part: Part, look: Look, line: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The rule under each row, column by column: none where a merged cell goes on."""
    rows = [None, *part.rows]
    for number, _ in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else None
        for column, name in enumerate(columns_of(look)):
            if not (below is not None and below[column] is None and name == "core"):
                yield ("LINEBELOW", (column, number), (column, number), *line)


def _line(look: Look) -> tuple[Any, ...]:
    """Weight, colour and what else the library wants to know of a rule."""
    match look.rules:
        case "double":
            return (0.5, colors.black, None, None, None, 2, 1.5)
        case "dashed":
            return (0.5, colors.black, None, (2, 2))
        case "white":
            return (0.5, colors.white)
        case _:
            return (0.5, colors.black)
