"""The picture of a page: every mark where the document says, told apart by more than colour."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from emit.page_picture import LEGEND, LOOKS, Kind, Mark, document_to_marks, draw_recognised
from transform.document import Block, Cell, Document, Line, Page, Row, Table
from transform.errors import NoPages, NoSuchPage
from transform.model import Source
from transform.place import Box, PagePlace, WordPlace

#   ┌──────────────────────── 200 × 120 points
#   │  buiten                 10,10 – 60,20
#   │  ┌─────┬───────┐        20,40
#   │  │ kop │  kop  │
#   │  ├─────┼───────┤        20,60
#   │  │ cel │       │
#   │  └─────┴───────┘        180,80
WIDTH, HEIGHT = 200, 120
OUTSIDE = Box(10, 10, 60, 20)
TABLE = Box(20, 40, 180, 80)
ROWS = (Box(20, 40, 180, 60), Box(20, 60, 180, 80))
CELLS = ((Box(20, 40, 80, 60), Box(80, 40, 180, 60)), (Box(20, 60, 80, 80), Box(80, 60, 180, 80)))
LINE = Box(24, 62, 70, 76)
WHITE = (255, 255, 255)

Colour = tuple[int, int, int]


def line(box: Box, page: int = 1) -> Line:
    return Line(text="tekst", origin=PagePlace(page, box))


def table(page: int = 1) -> Table:
    rows = [
        Row(
            cells=tuple(
                Cell(lines=(line(LINE, page),) if n == 1 and column == 0 else (), column=column, box=box)
                for column, box in enumerate(CELLS[n])
            ),
            origin=PagePlace(page, ROWS[n]),
        )
        for n in range(2)
    ]
    return Table(rows=tuple(rows), origin=PagePlace(page, TABLE), edges=(20, 80, 180))


def document(*blocks: Block, pages: int = 1) -> Document:
    source = Source(file="bijlage.pdf", sha256="0" * 64, format="pdf", pages=pages)
    held = tuple(Page(number=n, held="") for n in range(1, pages + 1))
    return Document(source=source, blocks=blocks, pages=held)


def blank(scale: float, mode: str = "RGB") -> bytes:
    target = BytesIO()
    Image.new(mode, (round(WIDTH * scale), round(HEIGHT * scale)), "white").save(target, "PNG")
    return target.getvalue()


def drawn(scale: float, *blocks: Block, language: str = "nl", mode: str = "RGB") -> Image.Image:
    png = draw_recognised(blank(scale, mode), scale, document(*blocks), 1, language)
    return Image.open(BytesIO(png)).convert("RGB")


def pixel(picture: Image.Image, x: float, y: float, scale: float) -> Colour:
    found = picture.getpixel((round(x * scale), round(y * scale)))
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def inked(picture: Image.Image, points: list[tuple[float, float]], colour: Colour, scale: float) -> float:
    """Which share of the points has the colour."""
    return sum(pixel(picture, x, y, scale) == colour for x, y in points) / len(points)


def test_marks_are_what_the_document_holds_tints_below_strokes() -> None:
    assert document_to_marks(document(line(OUTSIDE), table()), 1) == [
        Mark(Kind.ROW, ROWS[0], 1),
        Mark(Kind.ROW, ROWS[1], 2),
        *(Mark(Kind.CELL, box) for row in CELLS for box in row),
        Mark(Kind.LINE, LINE),
        Mark(Kind.TABLE, TABLE),
        Mark(Kind.OUTSIDE, OUTSIDE),
    ]


def test_marks_of_another_page_are_not_drawn() -> None:
    two = document(table(page=1), line(OUTSIDE, page=2), pages=2)
    assert document_to_marks(two, 2) == [Mark(Kind.OUTSIDE, OUTSIDE)]


def test_a_cell_without_box_is_left_out() -> None:
    row = Row(cells=(Cell(lines=(), column=0, merged_above=True),), origin=PagePlace(1, ROWS[0]))
    joined = Table(rows=(row,), origin=PagePlace(1, TABLE), edges=(20, 180))
    assert [mark.kind for mark in document_to_marks(document(joined), 1)] == [Kind.ROW, Kind.TABLE]


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(NoSuchPage) as error:
        draw_recognised(blank(1), 1, document(pages=2), page)
    assert error.value.facts == {"page": page, "pages": 2}


def test_a_word_file_has_no_pages_to_draw() -> None:
    source = Source(file="bijlage.docx", sha256="0" * 64, format="docx")
    blocks = (Line(text="tekst", origin=WordPlace(paragraph=1)),)
    word = Document(source=source, blocks=blocks, pages=(Page(number=None, held="tekst"),))
    with pytest.raises(NoPages):
        draw_recognised(blank(1), 1, word, 1)


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.5])
class TestStrokes:
    def test_points_times_scale_are_pixels(self, scale: float) -> None:
        picture = drawn(scale, line(OUTSIDE), table())
        assert picture.width == round(WIDTH * scale)
        assert picture.height > round(HEIGHT * scale)
        corners = [(20, 40), (180, 40), (20, 80), (180, 80)]
        assert inked(picture, [(x, y) for x, y in corners], LOOKS[Kind.TABLE].colour, scale) == 1

    def test_table_and_cells_are_solid_and_lines_are_not(self, scale: float) -> None:
        picture = drawn(scale, line(OUTSIDE), table())
        along = {
            Kind.TABLE: [(x / 2, 40.0) for x in range(42, 358)],
            Kind.CELL: [(x / 2, 60.0) for x in range(42, 358)],
            Kind.LINE: [(x / 2, 62.0) for x in range(49, 139)],
            Kind.OUTSIDE: [(x / 2, 10.0) for x in range(21, 119)],
        }
        share = {kind: inked(picture, points, LOOKS[kind].colour, scale) for kind, points in along.items()}
        assert share[Kind.TABLE] == share[Kind.CELL] == 1
        assert 0.1 < share[Kind.LINE] < 0.6 < share[Kind.OUTSIDE] < 0.8

    def test_every_other_row_is_tinted(self, scale: float) -> None:
        picture = drawn(scale, table())
        assert pixel(picture, 150, 50, scale) != WHITE
        assert pixel(picture, 150, 70, scale) == WHITE
        assert min(pixel(picture, 150, 50, scale)) > 200, "what is printed there must stay readable"

    def test_rows_are_numbered_beside_the_table(self, scale: float) -> None:
        picture = drawn(scale, table())
        left, right = 10 * scale, 18 * scale
        beside = [picture.crop((left, top * scale, right, (top + 12) * scale)) for top in (40, 60)]
        assert all(part.getextrema() != ((255, 255),) * 3 for part in beside)
        assert beside[0].tobytes() != beside[1].tobytes()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1"])
def test_any_kind_of_png_will_do(mode: str) -> None:
    assert drawn(2, table(), mode=mode).tobytes() == drawn(2, table()).tobytes()


@pytest.mark.parametrize("box", [Box(0, 0, 0, 0), Box(-20, -20, 30, 30), Box(190, 110, 400, 400), Box(5, 5, 5, 50)])
def test_a_box_without_area_or_beyond_the_page_is_no_failure(box: Box) -> None:
    row = Row(cells=(Cell(lines=(line(box),), column=0, box=box),), origin=PagePlace(1, box))
    odd = Table(rows=(row,), origin=PagePlace(1, box), edges=())
    assert drawn(2, odd, line(box)).width == 2 * WIDTH


def test_looks_differ_in_more_than_colour() -> None:
    shapes = [(look.width, look.dash, look.tint) for look in LOOKS.values()]
    assert len(set(shapes)) == len(Kind)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_legend_names_every_kind(language: str) -> None:
    assert set(LEGEND[language]) == set(LOOKS) == set(Kind)
    assert len(set(LEGEND[language].values())) == len(Kind)


def test_the_legend_takes_more_lines_on_a_narrow_page() -> None:
    narrow, wide = (Image.open(BytesIO(draw_recognised(picture, 2, document(), 1))) for picture in (blank(2), blank(8)))
    assert narrow.height - 2 * HEIGHT > wide.height - 8 * HEIGHT


def test_the_legend_speaks_the_language_asked_for() -> None:
    dutch, english = drawn(2, table()), drawn(2, table(), language="en")
    assert dutch.tobytes() != english.tobytes()
    page = (0, 0, 2 * WIDTH, 2 * HEIGHT)
    assert dutch.crop(page).tobytes() == english.crop(page).tobytes()
    with pytest.raises(KeyError):
        drawn(2, table(), language="fr")


def test_the_same_page_gives_the_same_picture() -> None:
    once, again = (draw_recognised(blank(2), 2, document(table()), 1) for _ in range(2))
    assert once == again
