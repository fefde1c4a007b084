"""The picture of a page with what was recognised drawn over it: table, rows, cells, lines.

For a person who wants to see why the catalogue reads as it does. Nothing is judged or repaired here: a box is
drawn where the reader says it is, right or wrong. No mark is told by its colour alone: each has its own
kind of stroke, rows are numbered, and a legend under the page names them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from transform.document import Document, Line, Row, Table
from transform.errors import NoPages, NoSuchPage
from transform.place import Box, Origin, PagePlace

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

    Font = FreeTypeFont | ImageFont

Colour = tuple[int, int, int]
#: A rectangle in pixels: left, top, right, bottom.
Pixels = tuple[float, float, float, float]


class Kind(StrEnum):
    """What a mark stands for, in the order in which marks are drawn."""

    ROW = "row"
    CELL = "cell"
    LINE = "line"
    TABLE = "table"
    OUTSIDE = "outside"


class Mark(NamedTuple):
    """A box in points that something was recognised in; rows have a number, from 1 in each table."""

    kind: Kind
    box: Box
    number: int = 0


class Look(NamedTuple):
    """How a kind of mark is drawn.

    ``width`` and ``dash`` (length and gap) are in points; a stroke without ``dash`` is solid, one of no width
    is not drawn. ``tint`` is the opacity, of 255, of every other mark's inside.
    """

    colour: Colour
    width: float
    dash: tuple[float, float] | None = None
    tint: int = 0


_BLUE: Final = (21, 66, 115)
_GREEN: Final = (0, 110, 60)
_ORANGE: Final = (196, 78, 0)
_BLACK: Final = (30, 30, 30)
_WHITE: Final = (255, 255, 255)

LOOKS: Final = {
    Kind.ROW: Look(_BLUE, 0, tint=36),
    Kind.CELL: Look(_BLUE, 0.5),
    Kind.LINE: Look(_GREEN, 0.4, dash=(0.8, 1.5)),
    Kind.TABLE: Look(_BLUE, 2.0),
    Kind.OUTSIDE: Look(_ORANGE, 1.0, dash=(5.0, 2.5)),
}

LEGEND: Final = {
    "nl": {
        Kind.TABLE: "tabel",
        Kind.ROW: "rij (genummerd, om en om getint)",
        Kind.CELL: "cel",
        Kind.LINE: "regel in de tabel",
        Kind.OUTSIDE: "regel buiten de tabel",
    },
    "en": {
        Kind.TABLE: "table",
        Kind.ROW: "row (numbered, every other one tinted)",
        Kind.CELL: "cell",
        Kind.LINE: "line in the table",
        Kind.OUTSIDE: "line outside the table",
    },
}

#: Points: type size of the legend and the row numbers, and the sample of each stroke.
_TYPE_SIZE: Final = 8.0
_SAMPLE_WIDTH: Final = 18.0
_GAP: Final = 8.0


def draw_recognised(png: bytes, scale: float, document: Document, page: int, language: str = "nl") -> bytes:
    """The page's picture with its marks and a legend below it, as PNG.

    ``png`` is the page as rendered, ``scale`` its pixels for each point. Raises NoPages for a document
    without pages, NoSuchPage for a page it does not have, and KeyError for a language other than ``nl`` and
    ``en``.
    """
    from PIL import Image, ImageDraw, ImageFont

    marks = document_to_marks(document, page)
    font = ImageFont.load_default(_TYPE_SIZE * scale)
    with Image.open(BytesIO(png)) as rendered:
        picture = rendered.convert("RGB")
    for mark in marks:
        _tint(picture, mark, scale)
    draw = ImageDraw.Draw(picture)
    for mark in marks:
        _outline(draw, LOOKS[mark.kind], _to_pixels(mark.box, scale), scale)
        if mark.number:
            _number(draw, mark, scale, font)
    target = BytesIO()
    _with_legend(picture, LEGEND[language], scale, font).save(target, "PNG")
    return target.getvalue()


def document_to_marks(document: Document, page: int) -> list[Mark]:
    """Everything that was recognised on a page, in the order in which it is drawn."""
    if all(held.number is None for held in document.pages):
        raise NoPages(document.source.file)
    if page not in {held.number for held in document.pages}:
        raise NoSuchPage(document.source.file, page=page, pages=len(document.pages))
    order = list(Kind)
    return sorted(_page_marks(document, page), key=lambda mark: order.index(mark.kind))


def _page_marks(document: Document, page: int) -> Iterator[Mark]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _mark(Kind.TABLE, block.origin, page)
            yield from _row_marks(block, page)
        else:
            yield from _mark(Kind.OUTSIDE, block.origin, page)


def _row_marks(table: Table, page: int) -> Iterator[Mark]:
    for number, row in enumerate(table.rows, start=1):
        yield from _mark(Kind.ROW, row.origin, page, number)
        for cell in row.cells:
            if cell.box and isinstance(row.origin, PagePlace):
                yield from _mark(Kind.CELL, PagePlace(row.origin.page, cell.box), page)
        for line in _lines(row):
            yield from _mark(Kind.LINE, line.origin, page)


def _lines(row: Row) -> Iterator[Line]:
    for cell in row.cells:
        yield from cell.lines


def _mark(kind: Kind, origin: Origin, page: int, number: int = 0) -> Iterator[Mark]:
    if isinstance(origin, PagePlace) and origin.page == page:
        yield Mark(kind, origin.box, number)


def _to_pixels(box: Box, scale: float) -> Pixels:
    return box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale


def _tint(picture: Image, mark: Mark, scale: float) -> None:
    """Colour the inside of every other row; what is printed there stays readable."""
    look = LOOKS[mark.kind]
    if look.tint and mark.number % 2:
        _shade(picture, look, _to_pixels(mark.box, scale))


def _shade(picture: Image, look: Look, area: Pixels) -> None:
    from PIL import Image

    left, top, right, bottom = (round(edge) for edge in area)
    if left >= right or top >= bottom:
        return
    inside = picture.crop((left, top, right, bottom))
    colour = Image.new("RGB", inside.size, look.colour)
    picture.paste(Image.blend(inside, colour, look.tint / 255), (left, top))


def _outline(draw: ImageDraw, look: Look, area: Pixels, scale: float) -> None:
    """The four sides of a rectangle."""
    if not look.width:
        return
    left, top, right, bottom = area
    for y in (top, bottom):
        _stroke(draw, look, (left, y), (right, y), scale)
    for x in (left, right):
        _stroke(draw, look, (x, top), (x, bottom), scale)


def _stroke(draw: ImageDraw, look: Look, start: tuple[float, float], end: tuple[float, float], scale: float) -> None:
    """A line parallel to an axis, solid or in dashes."""
    width = max(1, round(look.width * scale))
    length = (end[0] - start[0]) + (end[1] - start[1])
    if not length:
        return
    along = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    for near, far in _dashes(length, look.dash, scale):
        ends = [(start[0] + along[0] * at, start[1] + along[1] * at) for at in (near, far)]
        draw.line(ends, fill=look.colour, width=width)


def _dashes(length: float, dash: tuple[float, float] | None, scale: float) -> Iterator[tuple[float, float]]:
    """First and last pixel of each dash on a line of ``length`` pixels; one dash of all of it when solid.

    Dash and gap take a pixel each at least: at a small scale a dotted line must not become a solid one.
    """
    if dash is None:
        yield 0.0, length
        return
    long, gap = (max(1, round(part * scale)) for part in dash)
    for start in range(0, int(length) + 1, long + gap):
        yield start, min(start + long - 1, length)


def _number(draw: ImageDraw, mark: Mark, scale: float, font: Font) -> None:
    """The row's number to the left of the table, or inside where the table begins at the page's edge."""
    text = str(mark.number)
    left, top, _, _ = _to_pixels(mark.box, scale)
    beside = left - draw.textlength(text, font) - _GAP / 2 * scale
    draw.text((max(beside, 0), top), text, fill=LOOKS[mark.kind].colour, font=font)


def _with_legend(picture: Image, legend: dict[Kind, str], scale: float, font: Font) -> Image:
    """The picture with a strip below it that names every kind of mark."""
    from PIL import Image, ImageDraw

    line = 2 * _TYPE_SIZE * scale
    spots = list(_legend_spots(legend, picture.width, scale, font))
    height = round((spots[-1].line + 1) * line + _GAP * scale)
    whole = Image.new("RGB", (picture.width, picture.height + height), _WHITE)
    whole.paste(picture)
    draw = ImageDraw.Draw(whole)
    draw.line([(0, picture.height), (picture.width, picture.height)], fill=_BLACK)
    for spot in spots:
        top = picture.height + _GAP * scale + spot.line * line
        _legend_entry(whole, spot, top, scale, font)
    return whole


class _Spot(NamedTuple):
    """An entry of the legend: its kind and words, its left edge in pixels and its line, from 0."""

    kind: Kind
    words: str
    left: float
    line: int


def _legend_spots(legend: dict[Kind, str], width: int, scale: float, font: Font) -> Iterator[_Spot]:
    """The entries side by side, on a next line where the page is full."""
    left, line = _GAP * scale, 0
    for kind, words in legend.items():
        needed = (_SAMPLE_WIDTH + 2 * _GAP) * scale + font.getlength(words)
        if left + needed > width and left > _GAP * scale:
            left, line = _GAP * scale, line + 1
        yield _Spot(kind, words, left, line)
        left += needed


def _legend_entry(picture: Image, spot: _Spot, top: float, scale: float, font: Font) -> None:
    """A sample of the mark and its words."""
    from PIL import ImageDraw

    look, right = LOOKS[spot.kind], spot.left + _SAMPLE_WIDTH * scale
    sample = spot.left, top, right, top + _TYPE_SIZE * scale
    if look.tint:
        _shade(picture, look, sample)
    draw = ImageDraw.Draw(picture)
    _outline(draw, look, sample, scale)
    draw.text((right + _GAP / 2 * scale, top), spot.words, fill=_BLACK, font=font)


#: Pixels for each point of the page: 144 to the inch, sharp enough to read the smallest print.
IMAGE_SCALE: Final = 2.0


def write_picture(target: Path, png: bytes, document: Document, page: int, language: str) -> None:
    """Write a page, drawn at IMAGE_SCALE, with what was recognised on it. Raises TargetUnwritable."""
    from emit.atomic import write_atomically

    write_atomically(target, draw_recognised(png, IMAGE_SCALE, document, page, language))
