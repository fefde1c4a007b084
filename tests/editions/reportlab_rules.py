"""Rules and fills of a table, as ReportLab's commands. A merged cell is one without rules within it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.platypus import LongTable  # type: ignore[import-untyped]

from tests.editions.parts import Part, Row
from tests.editions.traits import Look, Ruling, ruling_of

Command = tuple[Any, ...]
ALL: Final = ((0, 0), (-1, -1))
DASHES: Final = {"dashed": (2, 2), "dotted": (0.5, 1.5)}


def part_to_commands(part: Part, look: Look) -> Iterator[Command]:
    """Padding, fills, merged cells, rules; header rows come first."""
    heads = len(part.head)
    padding = 0.0 if look.tight else 4.0
    yield ("TOPPADDING", *ALL, padding)
    yield ("BOTTOMPADDING", *ALL, padding)
    yield ("LEFTPADDING", *ALL, look.gap)
    yield ("RIGHTPADDING", *ALL, look.gap)
    yield ("VALIGN", *ALL, "MIDDLE" if look.middle else "BOTTOM" if look.bottom else "TOP")
    for number, cells in enumerate(part.head):
        yield from (("SPAN", (at, number), (at + span - 1, number)) for at, span, _ in cells if span > 1)
    for number, row in enumerate(part.rows, start=heads):
        if _goes_across(row):
            yield ("SPAN", (0, number), (-1, number))
        elif look.rows_per_item:
            yield from _spans_down(row, number)
    yield from _fills(part, look, heads)
    ruling = ruling_of(look)
    if look.rules != "apart":
        yield from _upright(ruling)
        yield from _across(part, ruling, heads)


def _fills(part: Part, look: Look, heads: int) -> Iterator[Command]:
    if look.header_fill:
        yield ("BACKGROUND", (0, 0), (-1, heads - 1), colors.HexColor(look.header_fill))
    across = [number for number, row in enumerate(part.rows) if _goes_across(row)]
    for number in across if look.core_fill else ():
        yield ("BACKGROUND", (0, heads + number), (-1, heads + number), colors.HexColor(look.core_fill))
    shades = ruling_of(look).shades
    for number in range(len(part.rows) if shades else 0):
        shade = shades[number % len(shades)]
        if shade:
            yield ("BACKGROUND", (0, heads + number), (-1, heads + number), colors.HexColor(shade))


def _upright(ruling: Ruling) -> Iterator[Command]:
    line = _line(ruling)
    if "left" in ruling.where:
        yield ("LINEBEFORE", (0, 0), (0, -1), *line)
    if "inside" in ruling.where:
        yield ("LINEBEFORE", (1, 0), (-1, -1), *line)
    if "right" in ruling.where:
        yield ("LINEAFTER", (-1, 0), (-1, -1), *line)


def _across(part: Part, ruling: Ruling, heads: int) -> Iterator[Command]:
    """The rule under each row, column by column: none where a merged cell goes on."""
    line = _line(ruling)
    if "top" in ruling.where:
        yield ("LINEABOVE", (0, 0), (-1, 0), *line)
    if "header" in ruling.where:
        yield from (("LINEBELOW", (0, number), (-1, number), *line) for number in range(heads))
    if "rows" in ruling.where:
        for number, column in _below(part.rows):
            yield ("LINEBELOW", (column, heads + number), (column, heads + number), *line)
    if "bottom" in ruling.where:
        yield ("LINEBELOW", (0, -1), (-1, -1), *line)


def _goes_across(row: Row) -> bool:
    return row[0] is not None and row[0].across > 1


def _spans_down(row: Row, number: int) -> Iterator[Command]:
    """Cells that go down along the rows of their items; a merged core competence is left open instead."""
    for column, cell in enumerate(row):
        if cell is not None and cell.down > 1:
            yield ("SPAN", (column, number), (column, number + cell.down - 1))


def _below(rows: tuple[Row, ...]) -> Iterator[tuple[int, int]]:
    for number, below in enumerate(rows[1:]):
        for column, cell in enumerate(below):
            if cell is not None or _goes_across(below):
                yield number, column


class CellsApart(LongTable):  # type: ignore[misc]
    """A table whose every cell has a frame of its own, with room between."""

    def _drawBkgrnd(self) -> None:  # noqa: N802
        self.canv.setLineWidth(0.5)
        for x, y, width, height in _places(self):
            self.canv.rect(x + 1, y + 1, width - 2, height - 2, stroke=1, fill=0)


class WhiteBoxes(LongTable):  # type: ignore[misc]
    """A table without a rule: white cells on a black ground."""

    def _drawBkgrnd(self) -> None:  # noqa: N802
        self.canv.setFillColor(colors.black)
        self.canv.rect(0, 0, self._width, self._height, stroke=0, fill=1)
        self.canv.setFillColor(colors.white)
        for x, y, width, height in _places(self):
            self.canv.rect(x + 0.5, y + 0.5, width - 1, height - 1, stroke=0, fill=1)


KINDS: Final = {"apart": CellsApart, "boxes": WhiteBoxes}


def _places(table: Any) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, width and height of every cell that is drawn: one box for a merged cell."""
    columns, rows = table._colpositions, table._rowpositions
    spans = getattr(table, "_spanRanges", None) or {}
    for row in range(table._nrows):
        for column in range(table._ncols):
            span = spans.get((column, row), (column, row, column, row))
            if span is None:
                continue
            _, _, right, bottom = span
            left, low = columns[column], rows[bottom + 1]
            yield left, low, columns[right + 1] - left, rows[row] - low


def _line(ruling: Ruling) -> Command:
    """Weight, colour and what else the library wants to know of a rule."""
    colour = colors.HexColor(ruling.colour)
    if ruling.style == "double":
        return (ruling.weight, colour, None, None, None, 2, 1.5)
    return (ruling.weight, colour, None, DASHES.get(ruling.style))
