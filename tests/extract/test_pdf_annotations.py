"""What lies on a page without being part of it: fields of forms, typed and drawn remarks, stamps."""

from __future__ import annotations

import pytest

from extract.pdf import pdf_to_document
from tests.extract.pdf_cases import codes, read
from tests.extract.raw_pdf import HEIGHT, RawPage, make_pdf
from transform.findings import Code
from transform.place import Box, PagePlace


def rect(x0: float, top: float, x1: float, bottom: float) -> str:
    return f"/Rect [{x0} {HEIGHT - bottom} {x1} {HEIGHT - top}]"


PLACE = (50.0, 90.0, 150.0, 105.0)
QUADS = f"/QuadPoints [50 {HEIGHT - 92} 69 {HEIGHT - 92} 50 {HEIGHT - 102} 69 {HEIGHT - 102}]"

#: An annotation over the words ``Durf en moed`` → what is said of it.
SORTS: dict[str, tuple[str, list[tuple[Code, str]]]] = {
    "a field with a text": ("/Subtype /Widget /FT /Tx /V (Kalm)", [(Code.FIELD_UNREAD, "Kalm")]),
    "a field without one": ("/Subtype /Widget /FT /Tx", []),
    "a tick": ("/Subtype /Widget /FT /Btn /V /Yes", []),
    "a field that nobody sees": ("/Subtype /Widget /FT /Tx /V (Kalm) /F 2", []),
    "typed text": ("/Subtype /FreeText /Contents (vervallen)", [(Code.TEXT_BOX, "vervallen")]),
    "a remark": ("/Subtype /Text /Contents (klopt dit?)", [(Code.COMMENT, "klopt dit?")]),
    "a mark without words": ("/Subtype /Highlight", []),
    "a link": ("/Subtype /Link /Contents (elders)", []),
    "a stamp": ("/Subtype /Stamp", [(Code.PICTURE, "")]),
    "a shape that somebody drew": ("/Subtype /Square", [(Code.PICTURE, "")]),
    "an area to be made unreadable": ("/Subtype /Redact", [(Code.PICTURE, "")]),
    "words struck out": (f"/Subtype /StrikeOut {QUADS}", [(Code.STRUCK_TEXT, "Durf")]),
}


@pytest.mark.parametrize(("entries", "told"), SORTS.values(), ids=SORTS.keys())
def test_what_lies_on_a_page_is_told(entries: str, told: list[tuple[Code, str]]) -> None:
    page = RawPage(entries=f"/Annots [<< /Type /Annot {rect(*PLACE)} {entries} >>]").text(50, 100, "Durf en moed")
    findings = read(page).findings
    assert [(finding.code, finding.was) for finding in findings] == told


@pytest.mark.parametrize(("turn", "x0", "top"), [(0, 50.0, 90.0), (90, 737.0, 50.0)], ids=["upright", "turned"])
def test_where_it_lies_counts_on_the_page_as_shown(turn: int, x0: float, top: float) -> None:
    note = f"<< /Type /Annot /Subtype /FreeText {rect(*PLACE)} /Contents (x) >>"
    page = RawPage(entries=f"/Rotate {turn} /Annots [{note}]").line(10, 10, 20, 10)
    (finding,) = read(page.text(300, 400, "Durf", matrix=(1, 0, 0, 1) if not turn else (0, 1, -1, 0))).findings
    assert isinstance(finding.place, PagePlace)
    assert (finding.place.box.x0, finding.place.box.top) == (x0, top)
    assert finding.place.box != Box(0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("drawn", "told"),
    [("/Tx BMC BT /Helv 9 Tf (Kalm) Tj ET EMC", True), ("BT /ZaDb 9 Tf (4) Tj ET", False), ("/Tx BMC EMC", False)],
    ids=["words", "a tick", "nothing"],
)
def test_a_field_whose_words_stand_in_another_is_told_by_what_it_draws(drawn: str, told: bool) -> None:
    look = f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
    field = f"<< /Type /Annot /Subtype /Widget {rect(*PLACE)} /AP << /N 5 0 R >> >>"
    data = make_pdf(RawPage(entries=f"/Annots [{field}]").text(50, 100, "Durf"), more=(look,))
    assert codes(pdf_to_document(data, "proef.pdf")) == [Code.FIELD_UNREAD] * told


@pytest.mark.parametrize("linked", [True, False])
def test_words_in_colour_that_are_a_link_are_not_told(linked: bool) -> None:
    sort = "/Link" if linked else "/Highlight"
    page = RawPage(entries=f"/Annots [<< /Type /Annot /Subtype {sort} {rect(75, 104, 125, 119)} >>]")
    page.grid((50, 150, 450), (100, 150, 200)).text(55, 114, "Zie").draw("q 0 0 1 rg").text(80, 114, "elders").draw("Q")
    assert (Code.ADDED_WORDS in codes(read(page.text(155, 114, "Gaat op")))) is not linked
