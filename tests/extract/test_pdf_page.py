"""The page as shown: turned, cropped, shifted; text at an angle; pictures of pages."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from extract.pdf import pdf_to_document
from extract.pdf_image import page_to_png
from tests.extract.pdf_cases import codes, outside, read, rows, tables
from tests.extract.raw_pdf import RawPage, make_pdf
from transform.document import Line
from transform.errors import Damaged, NoSuchPage
from transform.findings import Code
from transform.place import Box, PagePlace


def only_box(*pages: RawPage) -> Box:
    (line,) = (block for block in read(*pages).blocks if isinstance(block, Line))
    assert isinstance(line.origin, PagePlace)
    return line.origin.box


@pytest.mark.parametrize(
    ("page", "x0", "bottom"),
    [
        (RawPage(), 50, 102),
        (RawPage(left=30, lower=-70), 50, 102),
        (RawPage(entries="/CropBox [20 0 595 802]"), 30, 62),
        (RawPage(left=100, lower=100, entries="/CropBox [110 100 695 922]"), 40, 82),
        (RawPage(entries="/CropBox [-50 -50 900 900]"), 50, 102),
    ],
    ids=["plain", "shifted media box", "cropped", "shifted and cropped", "crop box beyond the page"],
)
def test_places_count_from_the_page_as_shown(page: RawPage, x0: float, bottom: float) -> None:
    box = only_box(page.text(50, 100, "Durf"))
    assert (box.x0, box.bottom) == (x0, bottom)


#: Text matrices that stand upright on a page turned by so many degrees.
UPRIGHT = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


@pytest.mark.parametrize("turned", UPRIGHT)
@pytest.mark.parametrize("crop", ["", "/CropBox [20 30 595 842]"])
def test_a_turned_page_reads_and_is_drawn_alike(turned: int, crop: str) -> None:
    page = RawPage(entries=f"/Rotate {turned} {crop}")
    page.text(200, 300, "Stressbestendig", matrix=UPRIGHT[turned], size=20)
    document = read(page)
    assert (outside(document), codes(document)) == (["Stressbestendig"], [])
    held = document.pages[0]
    assert (held.width or 0) > 0
    assert ((held.width or 0) > (held.height or 0)) is (turned in (90, 270))
    assert ink_box(make_pdf(page), only_box(page)) > 0.95


#: Text matrices of a page whose text lies on its side, by the turn clockwise that sets it upright.
ASIDE = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


@pytest.mark.parametrize("turned", ASIDE)
def test_a_page_that_lies_on_its_side_is_set_upright(turned: int) -> None:
    page = RawPage().text(200, 300, "Stressbestendig", matrix=ASIDE[turned], size=20)
    document = read(page)
    assert (outside(document), codes(document)) == (["Stressbestendig"], [])
    held = document.pages[0]
    assert (held.turned, (held.width or 0) > (held.height or 0)) == (turned, turned in (90, 270))
    assert ink_box(make_pdf(page), only_box(page), turned) > 0.95


def test_a_table_that_lies_on_its_side_keeps_its_rules() -> None:
    page = RawPage(width=842, height=595, entries="/Rotate 90").grid((50, 300, 800), (100, 120, 140))
    page.text(55, 114, "Naam").text(305, 114, "Tekst").text(55, 134, "Durf").text(305, 134, "Gaat")
    (table,) = tables(read(page))
    assert [[line.text for cell in row.cells for line in cell.lines] for row in table.rows] == [
        ["Naam", "Tekst"],
        ["Durf", "Gaat"],
    ]


def test_text_that_runs_up_a_narrow_cell_belongs_to_it() -> None:
    page = RawPage().grid((50, 80, 200, 450), (100, 120, 200, 280))
    for y, texts in ((114, ("K", "Naam", "Tekst")), (134, ("", "Durf", "Gaat")), (214, ("", "Moed", "Neemt"))):
        for x, text in zip((55, 85, 205), texts, strict=True):
            page.text(x, y, text)
    for y, core in ((195, "Krachtig"), (275, "Rustig")):
        page.text(68, y, core, matrix=(0, 1, -1, 0))
    document = read(page)
    assert rows(document) == [["K", "Naam", "Tekst"], ["Krachtig", "Durf", "Gaat"], ["Rustig", "Moed", "Neemt"]]
    assert (outside(document), codes(document)) == ([], [])


@pytest.mark.parametrize("core", ["Zelfbewust", "Zeer bewust zijn"])
def test_text_that_runs_down_over_the_end_of_its_cell_belongs_to_it_as_a_whole(core: str) -> None:
    page = RawPage().grid((50, 80, 200, 450), (100, 120, 160))
    for y, texts in ((114, ("K", "Naam", "Tekst")), (134, ("", "Durf", "Gaat"))):
        for x, text in zip((55, 85, 205), texts, strict=True):
            page.text(x, y, text)
    document = read(page.text(60, 123, core, matrix=(0, -1, 1, 0)))
    assert rows(document) == [["K", "Naam", "Tekst"], [core, "Durf", "Gaat"]]
    assert (outside(document), codes(document)) == ([], [])


def narrow_cell(height: float = 40) -> RawPage:
    """A table of one row, the first cell of which is narrow and empty."""
    page = RawPage().grid((50, 80, 200, 450), (100, 120, 120 + height))
    for y, texts in ((114, ("K", "Naam", "Tekst")), (134, ("", "Durf", "Gaat"))):
        for x, text in zip((55, 85, 205), texts, strict=True):
            page.text(x, y, text)
    return page


@pytest.mark.parametrize("font", ["Helvetica", "Courier"])
def test_text_that_runs_up_into_its_cell_from_below_belongs_to_it_as_a_whole(font: str) -> None:
    document = read(narrow_cell().text(68, 225, "Samenwerkend sterk", font=font, matrix=(0, 1, -1, 0)))
    assert rows(document)[1] == ["Samenwerkend sterk", "Durf", "Gaat"]
    assert (outside(document), codes(document)) == ([], [])


def test_a_space_that_takes_no_room_parts_no_word_that_runs_up() -> None:
    """So some programs write a soft hyphen that is not used."""
    page = narrow_cell(80)
    page.text(68, 195, "Vak ", font="Courier", matrix=(0, 1, -1, 0))
    document = read(page.text(68, 177, "bekwaam", font="Courier", matrix=(0, 1, -1, 0)))
    assert rows(document)[1][0] == "Vakbekwaam"


def ink_box(data: bytes, box: Box, turned: int = 0) -> float:
    """The share of the first page's ink that lies within a box, letters that hang below it included."""
    picture = Image.open(io.BytesIO(page_to_png(data, 1, 2.0, turned))).convert("L").point(lambda v: 255 * (v < 128))
    whole = picture.histogram()[255]
    inside = picture.crop((int(2 * box.x0) - 2, int(2 * box.top) - 2, int(2 * box.x1) + 2, int(2 * box.bottom) + 2))
    return inside.histogram()[255] / whole


def test_landscape() -> None:
    page = RawPage(width=842, height=595).grid((50, 300, 800), (100, 120, 140))
    page.text(55, 114, "Naam").text(305, 114, "Tekst").text(55, 134, "Durf").text(305, 134, "Gaat")
    assert tables(read(page))[0].edges == (50, 300, 800)


@pytest.mark.parametrize(
    "matrix", [(0.7071, 0.7071, -0.7071, 0.7071), (0, 1, -1, 0), (-1, 0, 0, -1), (0.866, -0.5, 0.5, 0.866)]
)
def test_text_at_an_angle_stands_apart(matrix: tuple[float, float, float, float]) -> None:
    page = RawPage().text(50, 100, "De eerste regel van de tekst").text(50, 112, "en de tweede regel daarvan")
    document = read(page.text(100, 110, "CONCEPT VERSIE", matrix=matrix, size=14))
    assert outside(document) == ["De eerste regel van de tekst", "en de tweede regel daarvan", "CONCEPT VERSIE"]
    assert [(f.code, f.was) for f in document.findings] == [(Code.TEXT_ASLANT, "CONCEPT VERSIE")]


@pytest.mark.parametrize(
    ("matrix", "lies_over"), [((0.7071, 0.7071, -0.7071, 0.7071), True), ((0, 1, -1, 0), False)], ids=["aslant", "up"]
)
def test_text_that_lies_aslant_over_a_page_is_no_heading_of_what_follows(
    matrix: tuple[float, float, float, float], lies_over: bool
) -> None:
    page = RawPage().text(50, 100, "De eerste regel van de tekst").text(100, 110, "CONCEPT", matrix=matrix, size=14)
    lines = [block for block in read(page).blocks if isinstance(block, Line)]
    assert [(line.text, line.running) for line in lines][1:] == [("CONCEPT", lies_over)]


def test_slanted_letters_on_a_level_line_are_ordinary_text() -> None:
    document = read(RawPage().text(50, 100, "Cursief gezet", matrix=(1, 0, 0.2, 1)))
    assert (outside(document), codes(document)) == (["Cursief gezet"], [])


def test_letters_that_are_outlined_in_a_font_of_the_same_name_are_drawn_once() -> None:
    outlined = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << /a 5 0 R >> "
        "/Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [556] "
        "/FontDescriptor << /Type /FontDescriptor /FontName /Helvetica >> >>"
    )
    drawing = "556 0 d0 30 w 50 0 400 500 re S"
    glyph = f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream"
    page = RawPage().text(50, 100, "aaa").text(50, 100, "aaa", font="Outlined")
    document = pdf_to_document(make_pdf(page, fonts={"Outlined": outlined}, more=(glyph,)), "proef.pdf")
    assert outside(document) == ["aaa"]


def test_a_picture_of_a_page() -> None:
    data = make_pdf(RawPage(), RawPage(width=300, height=200))
    assert Image.open(io.BytesIO(page_to_png(data, 2, 2.0))).size == (600, 400)


@pytest.mark.parametrize("page", [0, 3, -1])
def test_a_picture_of_a_page_that_is_not_there(page: int) -> None:
    with pytest.raises(NoSuchPage) as caught:
        page_to_png(make_pdf(RawPage(), RawPage()), page, 1.0)
    assert caught.value.facts == {"page": page, "pages": 2}


def test_a_picture_of_no_pdf() -> None:
    with pytest.raises(Damaged):
        page_to_png(b"%PDF-1.7 niets", 1, 1.0)
