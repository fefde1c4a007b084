"""Pictures that take the place of text, and which of them are near enough to the catalogue to be told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, table
from transform.document import Document, Table
from transform.findings import Code, Finding
from transform.ledger import Entry, Reason
from transform.pictured import near_catalogue
from transform.place import Box, PagePlace, WordPlace

BODY = "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door."


def in_word(whole: Document, picture: WordPlace | None, code: Code = Code.PICTURE) -> Document:
    """The document as if it were of Word: its rows have numbers, and a picture stands in one of its cells."""
    blocks = []
    for block in whole.blocks:
        if isinstance(block, Table):
            rows = (replace(row, origin=WordPlace(table=1, row=n)) for n, row in enumerate(block.rows, start=1))
            block = replace(block, rows=tuple(rows))
        blocks.append(block)
    findings = (Finding(code=code, place=picture, was="weg"),) if picture else ()
    return replace(whole, blocks=tuple(blocks), findings=findings)


@pytest.mark.parametrize(
    ("place", "asked"),
    [
        (WordPlace(table=1, row=4, cell=2, paragraph=1), ["Rust", "Vrede"]),
        (WordPlace(table=1, row=4, cell=3, paragraph=1), []),
        (WordPlace(table=2, row=4, cell=2, paragraph=1), []),
        (None, []),
    ],
    ids=["in the cell", "in another cell", "in another table", "none"],
)
def test_a_core_competence_that_is_a_picture(place: WordPlace | None, asked: list[str]) -> None:
    rows = [("Durf", "Moedig", BODY), ("Lef", None, BODY), ("Rust", "", BODY), ("Vrede", None, BODY)]
    whole = document("Bijlage 1B", "Lijst", table(HEADER, *rows, ("Zorg", "Kalm", BODY)))
    found = document_to_reading(in_word(whole, place)).findings
    assert [f.competence for f in found if f.code is Code.CORE_COMPETENCE_MISSING] == asked


@pytest.mark.parametrize("has_picture", [True, False])
def test_a_heading_of_a_group_that_is_a_picture(has_picture: bool) -> None:
    header = ("Competentie", "Beschrijving en indicatoren")
    rows = [("Moedig",), ("Durf", BODY), ("",), ("Rust", BODY), ("Kalm",), ("Zorg", BODY)]
    whole = document("Bijlage 1B", "Lijst", table(header, *rows, widths=2))
    place = WordPlace(table=1, row=4, cell=1, paragraph=1) if has_picture else None
    found = document_to_reading(in_word(whole, place)).findings
    missing = [f.competence for f in found if f.code is Code.CORE_COMPETENCE_MISSING]
    assert missing == (["Rust"] if has_picture else [])


def test_a_core_competence_that_was_removed_is_not_filled_in_unasked() -> None:
    rows = [("Durf", "Moedig", BODY), ("Rust", "", BODY), ("Vrede", None, BODY), ("Zorg", "Kalm", BODY)]
    whole = document("Bijlage 1B", "Lijst", table(HEADER, *rows))
    place = WordPlace(table=1, row=3, cell=2)
    found = document_to_reading(in_word(whole, place, Code.TRACKED_CHANGE)).findings
    assert [f.competence for f in found if f.code is Code.CORE_COMPETENCE_MISSING] == ["Rust", "Vrede"]


def on_page(page: int, top: float, bottom: float, left: float = 10.0) -> Finding:
    return Finding(code=Code.PICTURE, place=PagePlace(page, Box(left, top, left + 100.0, bottom)))


#: Where pictures stand → of which competence, or field, they are told. The heading ends at 24, rows at 100 and 300.
NEAR = {
    "a logo above the heading": ([on_page(1, 0, 12)], []),
    "a logo beside the heading": ([on_page(1, 0, 40)], []),
    "below the appendix line": ([on_page(1, 50, 80)], [(None, "title")]),
    "in a row": ([on_page(1, 320, 380)], [("Durf", None)]),
    "in a row of the next page": ([on_page(2, 350, 380)], [("Rust", None)]),
    "below the last row": ([on_page(2, 600, 700)], [(None, None)]),
    "on the next page": ([on_page(3, 100, 700)], [(None, None)]),
    "further on": ([on_page(4, 100, 700)], []),
    "at the foot of every page": ([on_page(1, 700, 740), on_page(2, 700, 740)], []),
}


@pytest.mark.parametrize(("pictures", "told"), NEAR.values(), ids=NEAR.keys())
def test_pictures_of_a_pdf_that_are_told(pictures: list[Finding], told: list[tuple[str | None, str | None]]) -> None:
    first = table(HEADER, ("Durf", "Moedig", BODY))
    whole = document("Bijlage 1B", "Lijst", first, table(HEADER, ("Rust", "Kalm", BODY), page=2))
    found = document_to_reading(replace(whole, findings=tuple(pictures))).findings
    assert [(f.competence, f.field) for f in found if f.code is Code.PICTURE] == told


@pytest.mark.parametrize(("paragraph", "is_told"), [(1, False), (2, True)], ids=["a logo", "below the appendix line"])
def test_a_title_of_word_that_is_a_picture(paragraph: int, is_told: bool) -> None:
    appendix = Entry(reason=Reason.APPENDIX, text="Bijlage1B", place=WordPlace(paragraph=1))
    picture = Finding(code=Code.PICTURE, place=WordPlace(paragraph=paragraph), field="title")
    found = near_catalogue([picture], [WordPlace(table=1, row=2)], [appendix], [])
    assert list(found) == [picture] * is_told


@pytest.mark.parametrize(("left", "asked"), [(160.0, ["Rust"]), (310.0, [])], ids=["in the cell", "in another cell"])
def test_a_core_competence_of_a_pdf_that_is_a_picture(left: float, asked: list[str]) -> None:
    rows = [("Durf", "Moedig", BODY), ("Rust", "", BODY)]
    made = table(HEADER, *rows)
    boxed = [
        replace(row, cells=tuple(replace(c, box=_cell_box(row.origin, c.column)) for c in row.cells))
        for row in made.rows
    ]
    whole = document("Bijlage 1B", "Lijst", replace(made, rows=tuple(boxed)))
    found = document_to_reading(replace(whole, findings=(on_page(1, 520, 580, left),))).findings
    assert [f.competence for f in found if f.code is Code.CORE_COMPETENCE_MISSING] == asked


def _cell_box(origin: object, column: int) -> Box:
    assert isinstance(origin, PagePlace)
    return Box(150.0 * column, origin.box.top, 150.0 * column + 149.0, origin.box.bottom)
