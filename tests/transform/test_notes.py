"""The marks of footnotes in printed text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table
from transform.document import Line, Raised, Table
from transform.findings import Code
from transform.ledger import Reason
from transform.reading import Reading

BODY = "Neemt besluiten.{mark}\nIndicatoren:\n  - Hakt knopen door."
HEADING = printed("Bijlage 1B bij de Regeling\nCatalogus")


def with_raised(source: Table, mark: str) -> Table:
    """The table with the first occurrence of ``.mark`` raised, its full stop aside."""

    def raised(line: Line) -> Line:
        at = line.text.find(f".{mark}") + 1
        return replace(line, raised=(Raised(start=at, end=at + len(mark)),)) if at else line

    rows = (
        replace(row, cells=tuple(replace(c, lines=tuple(map(raised, c.lines))) for c in row.cells))
        for row in source.rows
    )
    return replace(source, rows=tuple(rows))


def read(mark: str, *notes: str, page: int = 1) -> Reading:
    body = with_raised(table(HEADER, ("Durf", "Verbindend", BODY.format(mark=mark))), mark)
    lines = (line for i, note in enumerate(notes) for line in printed(note, page=page, top=800.0 + 12 * i))
    return document_to_reading(document(*HEADING, body, *lines, pages=page))


def warnings(reading: Reading) -> list[tuple[Code, str]]:
    return [(f.code, f.was) for f in reading.findings if f.code in (Code.NOTE_TEXT, Code.RAISED_TEXT)]


@pytest.mark.parametrize(
    ("mark", "notes", "note"),
    [
        ("1", ["1 Zie artikel 3."], "1 Zie artikel 3."),
        ("12", ["11 Eerst.", "12) Zie artikel 3."], "12) Zie artikel 3."),
        ("2", ["1 Zie artikel 3. 2 Vastgesteld."], "2 Vastgesteld."),
        ("*", ["* Zie artikel 3."], "* Zie artikel 3."),
        ("*", ["*Zie artikel 3."], "*Zie artikel 3."),
    ],
)
def test_a_mark_goes_to_the_ledger_with_its_note_as_finding(mark: str, notes: list[str], note: str) -> None:
    reading = read(mark, *notes)
    assert reading.catalogue.competences[0].description == "Neemt besluiten."
    assert [entry.text for entry in reading.ledger if entry.reason is Reason.NOTE_MARK] == [mark]
    assert warnings(reading) == [(Code.NOTE_TEXT, note)]


@pytest.mark.parametrize(
    ("mark", "notes", "page"),
    [
        ("1", [], 1),
        ("1", ["2 Zie artikel 3."], 1),
        ("1", ["12 Zie artikel 3."], 1),
        ("1", ["1 Zie artikel 3."], 2),
        ("1", ["1"], 1),
    ],
    ids=["no note", "another note", "a longer number", "on another page", "a page number"],
)
def test_what_points_to_no_note_stays_and_asks_a_person(mark: str, notes: list[str], page: int) -> None:
    reading = read(mark, *notes, page=page)
    assert reading.catalogue.competences[0].description == f"Neemt besluiten.{mark}"
    assert warnings(reading) == [(Code.RAISED_TEXT, mark)]


def test_a_mark_alone_on_its_line_is_one_if_it_is_set_smaller() -> None:
    cell = table(HEADER, ("Durf", "Verbindend", BODY.format(mark="\n1")))

    def smaller(line: Line) -> Line:
        return replace(line, size=7.0) if line.text == "1" else line

    rows = (
        replace(row, cells=tuple(replace(c, lines=tuple(map(smaller, c.lines))) for c in row.cells))
        for row in cell.rows
    )
    note = printed("1 Zie artikel 3.", top=800.0)
    reading = document_to_reading(document(*HEADING, replace(cell, rows=tuple(rows)), *note))
    assert reading.catalogue.competences[0].description == "Neemt besluiten."


@pytest.mark.parametrize(
    ("text", "note", "expected"),
    [
        ("Neemt besluiten.1", "1 Zie artikel 3.", "Neemt besluiten."),
        ("Neemt besluiten.1", "1Zie artikel 3.", "Neemt besluiten."),
        ("Neemt besluiten.1", "2 Zie artikel 3.", "Neemt besluiten.1"),
        ("Zie artikel 3.1", "1 Zie artikel 3.", "Zie artikel 3.1"),
        ("Meet in m2", "2 Zie artikel 3.", "Meet in m2"),
        ("Neemt besluiten*", "* Zie artikel 3.", "Neemt besluiten"),
        ("Neemt besluiten.¹", "¹ Zie artikel 3.", "Neemt besluiten."),
        ("Neemt besluiten*", "Zie artikel 3*.", "Neemt besluiten*"),
    ],
    ids=["a note", "glued", "another number", "a number of two parts", "a unit", "asterisk", "superscript", "no note"],
)
def test_a_figure_that_is_drawn_raised_is_a_mark_only_where_its_note_stands(
    text: str, note: str, expected: str
) -> None:
    body = table(HEADER, ("Durf", "Verbindend", f"{text}\nIndicatoren:\n  - Hakt knopen door."))
    reading = document_to_reading(document(*HEADING, body, *printed(note, top=800.0)))
    assert reading.catalogue.competences[0].description == expected
    assert ((Code.NOTE_TEXT, note) in warnings(reading)) is (text != expected)


def test_the_mark_of_a_note_is_no_part_of_a_heading() -> None:
    appendix, title = HEADING
    marked = replace(title, text="Catalogus2", raised=(Raised(start=9, end=10),))
    blocks = (appendix, marked, table(HEADER, ("Durf", "Verbindend", BODY.format(mark=""))))
    noted = document_to_reading(document(*blocks, *printed("2 Vastgesteld in maart.", top=800.0)))
    assert noted.catalogue.title == "Catalogus"
    assert document_to_reading(document(*blocks)).catalogue.title == "Catalogus2"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Neemt besluiten*", "*"),
        ("Neemt besluiten †", "†"),
        ("Neemt besluiten¹", "¹"),
        ("Beheert 10 m²", None),
        ("Neemt * besluiten", None),
        ("Neemt 3 *", "*"),
    ],
)
def test_a_sign_behind_the_last_word_of_a_line_is_asked_about_wherever_its_note_is(
    text: str, asked: str | None
) -> None:
    body = table(HEADER, ("Durf", "Verbindend", f"{text}\nIndicatoren:\n  - Hakt knopen door."))
    reading = document_to_reading(document(*HEADING, body))
    assert reading.catalogue.competences[0].description == text
    assert [f.was for f in reading.findings if f.code is Code.RAISED_TEXT] == ([asked] if asked else [])


def test_a_note_that_was_read_as_the_last_row_of_its_page_is_one() -> None:
    """And no heading of the group that goes on overleaf."""
    rows = ("Durf", "Verbindend", BODY.format(mark="1")), ("1 Zie artikel 3.\n2 Vastgesteld.", "", "")
    body = with_raised(table(HEADER, *rows), "1")
    rest = table(("Moed", "Verbindend", BODY.format(mark="")), page=2)
    reading = document_to_reading(document(*HEADING, body, *printed("3 In mei.", top=800.0), rest, pages=2))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Verbindend", "Verbindend"]
    assert warnings(reading) == [(Code.NOTE_TEXT, "1 Zie artikel 3.")]


@pytest.mark.parametrize("name", ["1 Moed", "2 Zie artikel 3."], ids=["no sentence", "no mark of this page"])
def test_a_name_alone_at_the_end_of_a_page_is_none(name: str) -> None:
    body = with_raised(table(HEADER, ("Durf", "Verbindend", BODY.format(mark="1")), (name, None, "")), "1")
    rest = table(("", "", BODY.format(mark="")), page=2)
    reading = document_to_reading(document(*HEADING, body, rest, pages=2))
    assert [c.name for c in reading.catalogue.competences] == ["Durf", name]


@pytest.mark.parametrize(
    ("marks", "notes", "left"),
    [
        pytest.param("1", ["1 Zie artikel 3."], None, id="at the end of the document"),
        pytest.param("1", ["1 Zie artikel 3.", "1 Zie artikel 4."], "1", id="two notes of one mark"),
        pytest.param("2", ["1 Zie artikel 3."], "2", id="another mark"),
    ],
)
def test_a_note_may_stand_on_a_later_page_if_its_mark_is_raised_there(
    marks: str, notes: list[str], left: str | None
) -> None:
    body = with_raised(table(HEADER, ("Durf", "Verbindend", BODY.format(mark=marks))), marks)
    lines = [line for i, note in enumerate(notes) for line in printed(note, page=2, top=100.0 + 12 * i)]
    ends = [replace(line, raised=(Raised(start=0, end=1),)) for line in lines]
    reading = document_to_reading(document(*HEADING, body, *ends, pages=2))
    assert reading.catalogue.competences[0].description == f"Neemt besluiten.{left or ''}"
    assert warnings(reading) == ([(Code.RAISED_TEXT, left)] if left else [(Code.NOTE_TEXT, notes[0])])
