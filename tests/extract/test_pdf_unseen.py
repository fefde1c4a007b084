"""Text of a page that nobody sees is read, and told."""

from __future__ import annotations

import pytest

from extract.pdf import pdf_to_document
from tests.extract.pdf_cases import ROWS, XS, YS, codes, filled, outside, read, rows, table
from tests.extract.raw_pdf import RawPage, make_pdf
from transform.findings import Code
from transform.place import Box, PagePlace

#: What is drawn around the words ``oud nummer`` (from (50, 93) to (106, 102)): before and after → whether it is told.
DRAWN: dict[str, tuple[str, str, bool]] = {
    "black": ("", "", False),
    "white": ("1 g", "", True),
    "nearly white": ("0.9 g", "", True),
    "grey": ("0.6 g", "", False),
    "white outlines": ("1 Tr 1 G", "", True),
    "black outlines in white": ("1 Tr 1 g", "", False),
    "without ink": ("3 Tr", "", True),
    "white on a dark area": ("0 0 0.5 rg 40 730 200 40 re f 1 g", "", False),
    "white on a pale area": ("0.97 g 40 730 200 40 re f 1 g", "", False),
    "white on a broad line": ("0 G 20 w 40 745 m 240 745 l S 1 g", "", False),
    "covered": ("0 g", "1 g 40 730 200 40 re f", True),
    "covered by what is drawn before": ("1 g 40 730 200 40 re f 0 g", "", False),
    "struck out": ("0 g", "0 g 45 744 70 1 re f", False),
    "set narrow": ("50 Tz", "", False),
    "cut away": ("0 0 10 10 re W n", "", True),
    "cut away by the second of two": ("40 730 200 40 re W n 0 0 10 10 re W n", "", True),
    "within what is cut out": ("40 730 200 40 re W n", "", False),
    "cut off at its feet": ("40 743 200 40 re W n", "", False),
    "beside an area": ("0 g", "0.5 g 200 730 50 40 re f", False),
}


@pytest.mark.parametrize(("before", "after", "told"), DRAWN.values(), ids=DRAWN.keys())
def test_text_that_nobody_sees_is_told(before: str, after: str, told: bool) -> None:
    page = RawPage().text(50, 60, "Bijlage")
    own = RawPage(fonts=page.fonts).text(50, 100, "oud nummer").marks
    page.draw(f"q {before}").draw(own[0]).draw(f"{after} Q")
    document = read(page)
    assert outside(document) == ["Bijlage", "oud nummer"]
    assert [f.was for f in document.findings if f.code is Code.FAINT_TEXT] == (["oud nummer"] if told else [])


@pytest.mark.parametrize(("y", "told"), [(20, False), (45, True), (70, True)], ids=["seen", "cut by page", "by form"])
def test_text_in_a_form_is_cut_away_by_what_clips_the_form_and_by_its_own_edges(y: int, told: bool) -> None:
    page = RawPage().text(50, 60, "Bijlage").draw("q 40 700 200 40 re W n 1 0 0 1 40 700 cm /Form Do Q")
    words = f"BT /F0 10 Tf 10 {y} Td (oud nummer) Tj ET".encode("ascii")
    form = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 200 60] /Resources << /Font << /F0 << /Type /Font "
        "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> "
        f"/Length {len(words)} >>\nstream\n{words.decode('ascii')}\nendstream"
    )
    document = pdf_to_document(make_pdf(page, objects={"Form": "5 0 R"}, more=(form,)), "proef.pdf")
    assert [f.was for f in document.findings if f.code is Code.FAINT_TEXT] == (["oud nummer"] if told else [])


def test_letters_set_as_narrow_as_a_stroke_are_told() -> None:
    page = RawPage().text(50, 60, "Bijlage").draw("1 Tz").text(50, 100, "nummer")
    assert [f.was for f in read(page).findings if f.code is Code.FAINT_TEXT] == ["nummer"]


@pytest.mark.parametrize(("size", "told"), [(1, True), (2.5, True), (4, False)])
def test_type_that_nobody_reads_beside_that_of_the_page_is_told(size: float, told: bool) -> None:
    page = RawPage().text(50, 60, "Bijlage").text(50, 80, "Durf").text(50, 100, "oud nummer", size=size)
    assert [f.was for f in read(page).findings if f.code is Code.FAINT_TEXT] == (["oud nummer"] if told else [])


@pytest.mark.parametrize(("clip", "told"), [(232, True), (250, False)], ids=["amid the letters", "behind them"])
def test_the_last_column_of_a_table_that_its_page_cuts_off_is_told_as_a_whole(clip: int, told: bool) -> None:
    page = RawPage().grid((50, 150, 300), (100, 120, 160)).text(55, 114, "Naam").text(155, 114, "Tekst")
    page.draw(f"q 0 0 {clip} 842 re W n").text(55, 134, "Durf")
    for y in (134, 146, 158):
        page.text(155, y, "Gaat op basis ervan")
    found = [f.place for f in read(page.draw("Q")).findings if f.code is Code.FAINT_TEXT]
    boxes = [place.box for place in found if isinstance(place, PagePlace)]
    assert (Box(150, 100, 300, 160) in boxes) is told


@pytest.mark.parametrize(("y", "expected"), [(-3000.0, [Code.HIDDEN_TEXT]), (-20.0, [])])
def test_text_far_off_the_page_is_in_no_row_and_told(y: float, expected: list[Code]) -> None:
    document = read(table().grid(XS, YS).text(55, y, "2 / 7"))
    assert codes(document) == expected
    assert rows(document) == ROWS


@pytest.mark.parametrize(
    ("sheet", "seen"),
    [
        ("0 0 595 842 re f", False),
        ("0 0 595 400 re f", True),
        ("0 0 595 842 re S", True),
        ("0 0 595 842 re 9 9 577 824 re f*", True),
    ],
    ids=["the page", "half of it", "its border", "a broad border"],
)
def test_rules_under_a_white_page_are_none(sheet: str, seen: bool) -> None:
    page = RawPage().grid((40, 180, 560), (60, 150, 320)).draw(f"q 1 g {sheet} Q")
    page = filled(page).grid(XS, YS)
    assert (rows(read(page)) == ROWS) is not seen
