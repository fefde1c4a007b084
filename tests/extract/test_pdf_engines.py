"""Two engines for one page: they read alike, and whatever one of them loses or makes up, the other notices."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import astuple

import extract.pdf_engine
from extract.pdf import pdf_to_document
from extract.pdf_codes import Show
from extract.pdf_engine import Opened, open_pdf
from extract.pdf_marks import Char, Shade, Sheet, Stroke
from extract.pdf_native import NativePage, NativeText, Thing
from extract.pdf_plumber import Plumber, open_plumber
from extract.pdf_shows import Shows
from tests.editions.proving import Case, cases_to_pdfs
from tests.editions.trait_table import trait_named
from tests.extract.raw_pdf import RawPage, make_pdf
from transform.document import Cell, Document, Line
from transform.errors import Unbalanced

SAMPLES = Path(__file__).parents[2] / "samples"

#: How far places may differ between the engines, in points: pdfium cuts widths down to thousandths of the type size.
APART = 0.1


def raw() -> RawPage:
    """A page with a little of all that text can be."""
    page = RawPage().text(50, 100, "Omgevings-").text(50, 112, "bewustzijn  en  meer ").text(50, 124, " niets")
    page.text(50, 150, "10 m").text(69, 150, "2", size=6, rise=4).text(50, 170, "ruim", spacing=3)
    page.text(300, 400, "CONCEPT", size=40, matrix=(0.7, 0.7, -0.7, 0.7)).text(300, 420, "zij", matrix=(0, 1, -1, 0))
    page.text(50, 190, b"\x95").text(64, 190, "Luistert").text(50, 210, "cursief", matrix=(1, 0, 0.2, 1))
    return page.text(50, 230, "smal", matrix=(0.5, 0, 0, 1)).text(50, 250, "vet").text(50.2, 250, "vet")


def printed(engine: str, *traits: str) -> bytes:
    return cases_to_pdfs([Case(engine, "gold", tuple(map(trait_named, traits)))])[0]


def raw_pdf(entries: str = "") -> bytes:
    return make_pdf(RawPage(entries=entries, marks=raw().marks, fonts=raw().fonts))


PAGES: dict[str, Callable[[], bytes]] = {
    "sample": lambda: (SAMPLES / "bijlage-1b.pdf").read_bytes(),
    "raw": raw_pdf,
    "raw, turned 90": lambda: raw_pdf("/Rotate 90"),
    "raw, turned 180": lambda: raw_pdf("/Rotate 180"),
    "raw, turned 270": lambda: raw_pdf("/Rotate 270"),
    "raw, cropped": lambda: raw_pdf("/CropBox [20 30 500 800]"),
    "reportlab": lambda: printed("reportlab", "zebra"),
    "two-up": lambda: printed("typst", "two-up", "watermark"),
    "two-up, hyphens said to be soft ones": lambda: printed("typst", "two-up", "hyphenated"),
    "turned": lambda: printed("typst", "turned", "hyphenated"),
}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: make() for name, make in PAGES.items()}


def as_read(document: Document) -> object:
    """All that was read, but for places."""
    blocks = [
        (block.text, block.symbols)
        if isinstance(block, Line)
        else [list(map(as_cell, row.cells)) for row in block.rows]
        for block in document.blocks
    ]
    findings = sorted((f.code, f.was or "") for f in document.findings)
    return blocks, findings, [sorted(page.held) for page in document.pages], document.title, document.subject


def as_cell(cell: Cell) -> tuple[int, int, list[str]]:
    return cell.column, cell.span, [line.text for line in cell.lines]


def by_plumber(data: bytes, monkeypatch: pytest.MonkeyPatch) -> Document:
    with monkeypatch.context() as patched:
        patched.setattr(extract.pdf_engine, "data_to_shows", lambda *_: None)
        return pdf_to_document(data, "x.pdf")


def never(self: Opened, index: int) -> Sheet:
    raise AssertionError(f"page {index + 1} was read by the slow engine")


@pytest.mark.parametrize("name", PAGES)
def test_both_engines_read_the_same_cells(name: str, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    slow = by_plumber(files[name], monkeypatch)
    monkeypatch.setattr(Opened, "_slow_sheet", never)
    assert as_read(pdf_to_document(files[name], "x.pdf")) == as_read(slow)


@pytest.mark.parametrize("name", PAGES)
def test_both_engines_see_the_same_marks_in_the_same_places(name: str, files: dict[str, bytes]) -> None:
    with open_pdf(files[name], "x.pdf") as opened, open_plumber(files[name], "x.pdf") as plumber:
        for index in range(opened.pages):
            assert_alike(opened.sheet(index), plumber.sheet(index))


def assert_alike(quick: Sheet, slow: Sheet) -> None:
    assert quick.number == slow.number
    assert [box for image in quick.images for box in image] == pytest.approx(
        [box for image in slow.images for box in image], abs=APART
    )
    assert (quick.width, quick.height) == pytest.approx((slow.width, slow.height), abs=0.01)
    assert [char.text for char in quick.chars] == [char.text for char in slow.chars]
    for char, other in zip(quick.chars, slow.chars, strict=True):
        assert (char.font, char.angle) == (other.font, other.angle)
        assert_near(char, other)
    assert rounded(quick.strokes) == rounded(slow.strokes)
    assert rounded(quick.shades) == rounded(slow.shades)
    assert rounded(quick.spots) == rounded(slow.spots)


def rounded(marks: Iterable[Stroke | Shade]) -> list[tuple[int, ...]]:
    return sorted(tuple(round(place) for place in mark[:4]) for mark in marks)


def assert_near(char: Char, other: Char) -> None:
    """Places are alike. Raised type (set in 6 points) stands where it is seen; the reference puts it on the line."""
    assert (char.size, char.advance) == pytest.approx((other.size, other.advance), abs=APART)
    if char.size != pytest.approx(6):
        assert astuple(char)[1:6] == pytest.approx(astuple(other)[1:6], abs=APART)


# Sabotage: what happens to a page in either engine is noticed, and the page is read all the same.

#: Two pages that have little on them.
SMALL = make_pdf(raw(), RawPage().text(50, 100, "Omgevingsbewustzijn is beter").text(50, 120, "Durf"))


def one_letter_lost(text: str) -> str:
    return text.replace("be", "e", 1)


def two_letters_swapped(text: str) -> str:
    return text.replace("be", "eb", 1)


@pytest.mark.parametrize("sabotage", [one_letter_lost, two_letters_swapped])
def test_pdfium_has_other_characters(sabotage: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    honest = NativeText.characters
    monkeypatch.setattr(NativeText, "characters", lambda self: sabotage(honest(self)))
    assert_read_by_plumber(monkeypatch)


def test_pdfium_has_a_letter_that_nobody_else_has(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = NativeText.characters
    monkeypatch.setattr(NativeText, "characters", lambda self: honest(self).replace("be", "de", 1))
    with pytest.raises(Unbalanced) as caught:
        pdf_to_document(SMALL, "x.pdf")
    assert caught.value.facts["missing"] == "d"


def first_lost(things: Iterable[Thing]) -> list[Thing]:
    return list(things)[1:]


def order_lost(things: Iterable[Thing]) -> list[Thing]:
    return list(things)[::-1]


@pytest.mark.parametrize("sabotage", [first_lost, order_lost])
def test_pdfium_has_other_objects(
    sabotage: Callable[[Iterable[Thing]], list[Thing]], monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = NativePage.things
    monkeypatch.setattr(NativePage, "things", lambda self, hidden: sabotage(honest(self, hidden)))
    assert_read_by_plumber(monkeypatch)


def show_lost(shows: list[Show]) -> list[Show]:
    return shows[1:]


def shows_swapped(shows: list[Show]) -> list[Show]:
    return [shows[1], shows[0], *shows[2:]]


def show_misread(shows: list[Show]) -> list[Show]:
    return [shows[0]._replace(glyphs="".join(shows[0].glyphs).replace("i", "l", 1)), *shows[1:]]


@pytest.mark.parametrize("sabotage", [show_lost, shows_swapped, show_misread])
def test_the_witness_sees_something_else(
    sabotage: Callable[[list[Show]], list[Show]], monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Shows.page
    monkeypatch.setattr(Shows, "page", lambda self, index: sabotage(honest(self, index)))
    assert_read_by_plumber(monkeypatch)


def test_the_witness_counts_other_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Shows, "__len__", lambda _: 1)
    assert_read_by_plumber(monkeypatch)


def assert_read_by_plumber(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page of ``SMALL`` goes to the slow engine, and is read as without sabotage."""
    pages: list[int] = []
    honest = Opened._slow_sheet

    def slow_sheet(self: Opened, index: int) -> Sheet:
        pages.append(index)
        return honest(self, index)

    monkeypatch.setattr(Opened, "_slow_sheet", slow_sheet)
    document = pdf_to_document(SMALL, "x.pdf")
    monkeypatch.undo()
    assert pages == [0, 1]
    assert as_read(document) == as_read(pdf_to_document(SMALL, "x.pdf"))


def test_a_letter_lost_after_both_agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    honest: Any = vars(extract.pdf_engine)["found_to_chars"]
    monkeypatch.setattr(extract.pdf_engine, "found_to_chars", lambda *given: honest(*given)[1:])
    with pytest.raises(Unbalanced) as caught:
        pdf_to_document(SMALL, "x.pdf")
    assert caught.value.facts["missing"] == "O"


def test_a_letter_lost_by_the_slow_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Plumber.sheet

    def lossy(self: Plumber, index: int) -> Sheet:
        sheet = honest(self, index)
        return sheet._replace(chars=sheet.chars[1:])

    monkeypatch.setattr(Plumber, "sheet", lossy)
    with pytest.raises(Unbalanced) as caught:
        by_plumber(SMALL, monkeypatch)
    assert caught.value.facts["missing"] == "O"


def test_the_slow_engine_counts_other_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Plumber.__init__

    def lossy(self: Plumber, *given: Any) -> None:
        honest(self, *given)
        self.pages = 1

    monkeypatch.setattr(Plumber, "__init__", lossy)
    with pytest.raises(Unbalanced):
        by_plumber(SMALL, monkeypatch)


#: What the quick engine reads although pdfium's own text has it otherwise, and what comes of it.
RECOVERED = {
    "replaced": "/Span <</ActualText (Moed)>> BDC 50 600 Td (Durf) Tj EMC",
    "replaced by the same": "/Span <</ActualText (Durf)>> BDC 50 600 Td (Durf) Tj EMC 40 0 Td (wel) Tj",
    "replaced twice": "/P <</ActualText (Moed)>> BDC /Span <</ActualText (Wil)>> BDC 50 600 Td (Durf) Tj EMC EMC",
    "drawn twice": "50 600 Td (Durf) Tj 0.2 0 Td (Durf) Tj -0.1 0 Td (Durf) Tj",
    "over another": "50 600 Td (Durf) Tj 0 -3 Td (Durf) Tj",
    "a space by itself": "50 600 Td (Durf) Tj 30 0 Td ( ) Tj 3 0 Td (wel) Tj",
}


@pytest.mark.parametrize("name", RECOVERED)
def test_what_pdfium_has_otherwise_is_put_right(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_pdf(RawPage(fonts={"Helvetica": "F0"}).draw(f"BT /F0 10 Tf {RECOVERED[name]} ET"))
    with open_plumber(data, "x.pdf") as plumber:
        slow = plumber.sheet(0)
    monkeypatch.setattr(Opened, "_slow_sheet", never)
    with open_pdf(data, "x.pdf") as opened:
        assert_alike(opened.sheet(0), slow)


def test_text_that_pdfium_never_sees_is_read_by_the_slow_engine() -> None:
    """It leaves out what has no width."""
    page = RawPage(fonts={"Helvetica": "F0"}).draw("BT /F0 10 Tf 50 600 Td 0.0001 Tz (D) Tj 100 Tz (urf) Tj ET")
    document = pdf_to_document(make_pdf(page), "x.pdf")
    assert [page.held for page in document.pages] == ["Durf"]
