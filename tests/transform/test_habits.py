"""What people do to a table in Word: borders dragged, headers in two levels, rows per indicator, numbers typed."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, typed
from transform.document import Cell, Row, Table
from transform.errors import RowsUnread
from transform.findings import Code
from transform.ledger import Reason
from transform.model import Competence
from transform.place import WordPlace
from transform.reading import Reading

PLACE = WordPlace(table=1)
BODY = ("Blijkt te zijn.", "Indicatoren:", "- Vraagt door.", "- Luistert goed.")
OTHER = ("Laat het zien.", "Indicatoren:", "- Komt met ideeën.")


class Wide(NamedTuple):
    """A cell over several grid columns: its paragraphs (``^``: it goes on from the cell above) and how many."""

    content: str | tuple[str, ...]
    span: int


def row(*cells: str | tuple[str, ...] | Wide) -> Row:
    """A row of cells, each one column wide unless it says otherwise."""
    made, column = [], 0
    for cell in cells:
        content, span = cell if isinstance(cell, Wide) else Wide(cell, 1)
        paragraphs = (content,) if isinstance(content, str) else content
        lines = typed(*(text for text in paragraphs if text not in {"", "^"}))
        made.append(Cell(lines=lines, column=column, span=span, merged_above=paragraphs == ("^",)))
        column += span
    return Row(cells=tuple(made), origin=PLACE)


def grid(*rows: Row, edges: tuple[float, ...] = (0.0, 100.0, 200.0, 500.0)) -> Table:
    """A table with these column borders."""
    return Table(rows=rows, origin=PLACE, edges=edges)


def read(*tables: Table) -> Reading:
    return document_to_reading(document("Bijlage 1B", "Competentiecatalogus", *tables))


def competences(reading: Reading) -> list[tuple[str, str, str, int]]:
    return [(c.name, c.core_competence, c.description, len(c.indicators)) for c in reading.catalogue.competences]


def codes(reading: Reading) -> list[Code]:
    return [finding.code for finding in reading.findings]


DURF = ("Durf", "Vernieuwend", "Blijkt te zijn.", 2)
LEF = ("Lef", "Verbindend", "Laat het zien.", 1)


# Borders dragged by hand


def headed(*spans: int) -> Row:
    return row(*map(Wide, HEADER, spans))


DRAGGED = (0.0, 90.0, 100.0, 190.0, 200.0, 500.0)


@pytest.mark.parametrize("edges", [DRAGGED, (0.0,) * 6])
def test_a_border_dragged_in_some_rows_moves_no_cell_to_another_column(edges: tuple[float, ...]) -> None:
    narrow = row("Durf", Wide("Vernieuwend", 2), Wide(BODY, 2))
    wide = row(Wide("Lef", 2), Wide("Verbindend", 2), OTHER)
    for header in (headed(2, 2, 1), headed(1, 2, 2)):
        reading = read(grid(header, narrow, wide, edges=edges))
        assert competences(reading) == [DURF, LEF]
        assert Code.COLUMN_EXTRA not in codes(reading)


def test_a_cell_over_two_columns_stays_over_both_when_a_border_was_dragged() -> None:
    header = row(Wide("Competentie", 2), Wide("Kerncompetentie", 2), Wide("Beschrijving", 2), "Indicatoren")
    merged = row("Durf", Wide("Vernieuwend", 2), Wide("Blijkt te zijn.", 4))
    plain = row("Lef", Wide("Verbindend", 2), Wide("Laat het zien.", 2), Wide("- Komt met ideeën.", 2))
    reading = read(grid(header, merged, plain, edges=(0.0, 90.0, 100.0, 190.0, 200.0, 290.0, 300.0, 400.0)))
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Lef"]
    assert [c.core_competence for c in reading.catalogue.competences] == ["Vernieuwend", "Verbindend"]


# Headers

APART = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
IN_TWO_LEVELS = (
    [row("Competentie", "Kerncompetentie", Wide("Inhoud", 2)), row("^", "^", "Beschrijving", "Indicatoren")],
    [
        row(Wide("Competentie", 2), Wide("Toelichting", 2)),
        row("Naam", "Kerncompetentie", "Beschrijving", "Indicatoren"),
    ],
    [row(Wide("Competentie", 2), Wide("Inhoud", 2)), row("Naam", "Kerncompetentie", "Beschrijving", "Indicatoren")],
    [
        row("Competentie", "Kerncompetentie", Wide("Beschrijving en indicatoren", 2)),
        row("", "", "Beschrijving", "Indicatoren"),
    ],
)


@pytest.mark.parametrize("header", IN_TWO_LEVELS)
def test_a_header_in_two_levels_is_one(header: list[Row]) -> None:
    contents = row("Durf", "Vernieuwend", "Blijkt te zijn.", BODY[2:])
    reading = read(grid(*header, contents, edges=(0.0, 100.0, 200.0, 350.0, 500.0)))
    assert competences(reading) == [DURF]
    assert [entry.reason for entry in reading.ledger].count(Reason.HEADER) >= 2


def test_the_rest_of_a_row_that_begins_like_a_header_is_text() -> None:
    rest = row("", "", "", ("gedrag, wordt niet onvoorzichtig.", "- Luistert goed."))
    contents = row("Durf", "Vernieuwend", "Blijkt te zijn.", ("- Heeft oog voor eigen",))
    reading = read(grid(row(*APART), contents), grid(row(*APART), rest))
    (found,) = reading.catalogue.competences
    assert [i.text for i in found.indicators] == [
        "Heeft oog voor eigen gedrag, wordt niet onvoorzichtig.",
        "Luistert goed.",
    ]


def test_a_header_typed_over_two_rows_is_one_where_a_border_was_dragged() -> None:
    upper = row(Wide("Competenties", 2), Wide("Kerncompetentie", 2), "Beschrijving en")
    lower = row("", Wide("", 2), Wide("indicatoren", 2))
    body = row(Wide("Durf", 2), Wide("Vernieuwend", 2), BODY)
    assert competences(read(grid(upper, lower, body, edges=DRAGGED))) == [DURF]


def test_a_line_above_a_table_is_no_core_competence_when_the_header_has_one_in_its_second_row() -> None:
    edges = (0.0, 100.0, 200.0, 500.0)
    tables = [
        grid(row(Wide("Competentie", 2), "Toelichting"), row(*HEADER), row(name, "Vernieuwend", BODY), edges=edges)
        for name in ("Durf", "Lef")
    ]
    made = document_to_reading(document("Bijlage 1B", "Titel", tables[0], "Vervolg", tables[1]))
    assert made.catalogue.title == "Titel"


def test_of_two_columns_of_names_the_one_that_is_called_just_so_is_the_name() -> None:
    header = row("Competentie", "Competentieniveau", "Kerncompetentie", "Cluster", HEADER[2])
    reading = read(grid(header, row("Durf", "3", "Vernieuwend", "A", BODY), edges=(0, 1, 2, 3, 4, 9)))
    assert competences(reading) == [DURF]
    assert codes(reading).count(Code.COLUMN_EXTRA) == 2


@pytest.mark.parametrize("header", [("Competentie", "Naam", "Beschrijving en indicatoren"), ("Cluster", "Cluster")])
def test_two_names_of_which_none_is_plainly_the_name_stop_the_conversion(header: tuple[str, ...]) -> None:
    made = row(*header) if len(header) == 3 else row("Competentie", *header, HEADER[2])
    with pytest.raises(RowsUnread):
        read(grid(made, row("Durf", "Lef", "Moed", BODY), edges=(0, 1, 2, 3, 4)))


def test_two_columns_that_describe_are_joined_and_reported() -> None:
    header = row("Competentie", "Kerncompetentie", "Beschrijving", "Toelichting", "Indicatoren")
    contents = row("Durf", "Vernieuwend", "Blijkt te zijn.", "En meer.", BODY[2:])
    reading = read(grid(header, contents, edges=(0, 1, 2, 3, 4, 5)))
    assert competences(reading) == [("Durf", "Vernieuwend", "Blijkt te zijn. En meer.", 2)]
    told = [(f.competence, f.field, f.was) for f in reading.findings if f.code is Code.COLUMNS_JOINED]
    assert told == [(None, None, "Beschrijving | Toelichting"), ("Durf", "description", "En meer.")]


# Competences side by side


def test_competences_side_by_side_are_read_from_left_to_right_and_reported() -> None:
    left, right = ("Durf", "Vernieuwend", BODY), ("Lef", "Verbindend", OTHER)
    tables = grid(row(*HEADER, *HEADER), row(*left, *right), row(*left, "", "", ""), edges=(0, 1, 2, 3, 4, 5, 6))
    reading = read(tables)
    assert competences(reading) == [DURF, LEF, DURF]
    assert Code.SIDE_BY_SIDE in codes(reading)
    assert reading.books.unaccounted == 0


def test_a_row_that_goes_on_beside_another_competence_stops_the_conversion() -> None:
    left, right = ("Durf", "Vernieuwend", BODY), ("", "", "- Kent zijn grenzen.")
    with pytest.raises(RowsUnread):
        read(grid(row(*HEADER, *HEADER), row(*left, *right), edges=(0, 1, 2, 3, 4, 5, 6)))


# Tables that may go on with the catalogue


def test_a_table_of_the_same_columns_without_labels_or_bullets_is_passed_over_and_reported() -> None:
    versions = grid(row("Versie", "Datum", "Wijziging"), row("1.0", "1 mei", "Vastgesteld."))
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", BODY)), versions)
    assert competences(reading) == [DURF]
    assert Code.TABLE_UNLIKE in codes(reading)


def test_so_it_is_where_the_indicators_stand_in_a_row_of_their_own() -> None:
    catalogue = grid(row(*HEADER), row("Durf", "Vernieuwend", BODY[0]), row("", "", BODY[1:]))
    reading = read(catalogue, grid(row("Versie", "Datum", "Wijziging")))
    assert competences(reading) == [DURF]
    assert Code.TABLE_UNLIKE in codes(reading)


def test_where_nothing_has_labels_or_bullets_it_is_read_and_a_person_is_asked() -> None:
    plain = ("Blijkt te zijn.", "Vraagt door.", "Luistert goed.")
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", plain)), grid(row("Lef", "Verbindend", plain)))
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Lef"]
    assert Code.TABLE_UNSURE in codes(reading)


OTHER_EDGES = (0.0, 150.0, 210.0, 500.0)


def test_a_table_of_other_widths_in_which_every_row_is_alike_is_read_and_a_person_is_asked() -> None:
    more = grid(row("Lef", "Verbindend", OTHER), edges=OTHER_EDGES)
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", BODY)), more)
    assert competences(reading) == [DURF, LEF]
    assert Code.TABLE_UNSURE in codes(reading)


def test_a_table_of_other_widths_right_behind_is_passed_over_and_reported() -> None:
    versions = grid(row("Versie", "Datum", "Wijziging"), edges=OTHER_EDGES)
    catalogue = grid(row(*HEADER), row("Durf", "Vernieuwend", BODY))
    assert Code.TABLE_UNLIKE in codes(read(catalogue, versions))
    further = document_to_reading(document("Bijlage 1B", "Titel", catalogue, "Versiebeheer", versions))
    assert Code.TABLE_UNLIKE not in codes(further)
    assert Code.TABLE_PASSED_OVER in codes(further)


# A row for every indicator


@pytest.mark.parametrize(
    "again", [("Durf", "Vernieuwend", "Blijkt te zijn."), ("Durf", "Vernieuwend", ""), ("", "", "")]
)
def test_a_row_that_repeats_its_competence_adds_an_indicator(again: tuple[str, str, str]) -> None:
    rows = (row("Durf", "Vernieuwend", "Blijkt te zijn.", "Vraagt door."), row(*again, "Luistert goed."))
    reading = read(grid(row(*APART), *rows, edges=(0, 1, 2, 3, 4)))
    assert competences(reading) == [DURF]
    assert Code.NAME_TWICE not in codes(reading)
    assert reading.books.unaccounted == 0


def test_a_row_that_repeats_a_name_and_begins_with_a_bullet_goes_on() -> None:
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", BODY[:3]), row("Durf", "Vernieuwend", BODY[3:])))
    assert competences(reading) == [DURF]


@pytest.mark.parametrize("body", [OTHER, ("Komt met ideeën.",), ()])
def test_a_row_of_the_same_name_that_says_something_else_is_reported(body: tuple[str, ...]) -> None:
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", BODY), row("Durf", "Vernieuwend", body)))
    assert codes(reading).count(Code.NAME_TWICE) == 2


def test_a_name_of_digits_is_a_name() -> None:
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", BODY), row("360", "Verbindend", OTHER)))
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "360"]


def test_names_without_letters_under_the_header_of_the_name_stop_the_conversion() -> None:
    rows = (row("1", "Durf", BODY), row("2", "Lef", OTHER))
    with pytest.raises(RowsUnread):
        read(grid(row(*HEADER), *rows))


# Names with numbers


def named(*names: str) -> list[Competence]:
    return list(read_names(*names).catalogue.competences)


def read_names(*names: str) -> Reading:
    return read(grid(row(*HEADER), *(row(name, "Vernieuwend", BODY) for name in names)))


@pytest.mark.parametrize(
    "names",
    [
        *(("1. Durf", "2. Lef", "3. Moed"), ("1) Durf", "2) Lef", "3) Moed"), ("1 Durf", "2 Lef", "3 Moed")),
        *(("1.1 Durf", "1.2 Lef", "2.1 Moed"), ("a. Durf", "b. Lef", "c. Moed")),
        ("1.\tDurf", "2.\tLef", "3.\tMoed"),
        ("1. Durf", "2.\nLef", "3. Moed"),
        ("1\nDurf", "2 Lef", "3\nMoed"),
        ("1.1 Durf", "1.2\nLef", "1.3 Moed"),
        ("1.1 Durf", "1.2 Lef", "2.1\nMoed"),
        ("C01 Durf", "C02 Lef", "C03 Moed"),
        ("K-1: Durf", "K-2: Lef", "K-3: Moed"),
    ],
)
def test_numbers_that_count_the_names_are_no_part_of_them(names: tuple[str, ...]) -> None:
    reading = read_names(*names)
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Lef", "Moed"]
    assert [c.id for c in reading.catalogue.competences] == ["durf", "lef", "moed"]
    assert reading.books.unaccounted == 0


@pytest.mark.parametrize(
    "names",
    [
        *(("1. Durf", "Lef", "3. Moed"), ("2 Durf", "2 Lef", "3 Moed"), ("2.\nDurf", "2. Lef", "3. Moed")),
        ("1.1 Durf", "1.2 Lef", "1.10\nMoed"),
        ("C2 Durf", "C3 Lef", "C7 Moed"),
    ],
)
def test_numbers_that_do_not_count_on_stay_and_are_reported(names: tuple[str, ...]) -> None:
    reading = read_names(*names)
    assert [c.name for c in reading.catalogue.competences] == [" ".join(name.split()) for name in names]
    numbered = [c.name for c in reading.catalogue.competences if any(map(str.isdigit, c.name))]
    assert [f.competence for f in reading.findings if f.code is Code.NAME_NUMBERED] == numbered


def test_a_number_in_a_cell_of_its_own_under_the_header_of_the_name_is_no_part_of_it() -> None:
    header = row(Wide("Competentie", 2), HEADER[1], HEADER[2])
    rows = (row("1", "Durf", "Vernieuwend", BODY), row("2.", "Lef", "Verbindend", OTHER))
    assert competences(read(grid(header, *rows, edges=(0, 1, 4, 8, 20)))) == [DURF, LEF]


def test_numbers_before_core_competences_are_no_part_of_them() -> None:
    cores = ("1. Vernieuwend", "1. Vernieuwend", "2. Verbindend")
    names = ("Durf", "Moed", "Lef")
    reading = read(grid(row(*HEADER), *(row(n, c, BODY) for n, c in zip(names, cores, strict=True))))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Vernieuwend", "Vernieuwend", "Verbindend"]
    assert reading.books.unaccounted == 0


def test_numbers_before_headings_of_groups_are_no_part_of_core_competences() -> None:
    header = row("Competentie", HEADER[2])
    parts = [[row(Wide(f"{n}. {core}", 2)), row(name, BODY)] for n, core, name in ((1, "A", "Durf"), (2, "B", "Lef"))]
    reading = read(grid(header, *parts[0], *parts[1], edges=(0, 1, 2)))
    assert [c.core_competence for c in reading.catalogue.competences] == ["A", "B"]


@pytest.mark.parametrize("names", [("• Durf", "• Lef"), ("- Durf", "- Lef"), ("• Durf", "Lef")])
def test_bullets_before_names_are_no_part_of_them(names: tuple[str, ...]) -> None:
    assert [c.name for c in read_names(*names).catalogue.competences] == ["Durf", "Lef"]


def test_a_name_that_begins_with_a_number_by_itself_is_left_alone() -> None:
    reading = read_names("360 graden denken", "Lef")
    assert [c.name for c in reading.catalogue.competences] == ["360 graden denken", "Lef"]
    assert Code.NAME_NUMBERED not in codes(reading)


# Headings of parts in a table that has a column for core competences

PART = row(Wide("Deel 1: in het werk", 3))


def test_a_heading_is_no_core_competence_where_a_column_holds_them() -> None:
    reading = read(grid(row(*HEADER), PART, row("Durf", "Vernieuwend", BODY), row("Lef", "", OTHER)))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Vernieuwend", "Vernieuwend"]
    assert Code.CORE_COMPETENCE_MISSING not in codes(reading)


def test_a_row_without_a_core_competence_after_such_a_heading_asks_a_person() -> None:
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", BODY), PART, row("Lef", "", OTHER)))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Vernieuwend", "Vernieuwend"]
    assert [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING] == ["Lef"]


# A label before the description


@pytest.mark.parametrize("lead", [("Beschrijving:",), ("Omschrijving",), ("Beschrij\u00adving",), ()])
def test_a_label_before_the_description_is_no_part_of_it(lead: tuple[str, ...]) -> None:
    inline = ("Definitie: Blijkt te zijn.",) if not lead else (*lead, "Blijkt te zijn.")
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", (*inline, *BODY[1:]))))
    assert competences(reading) == [DURF]
    apart = read(grid(row(*APART), row("Durf", "Vernieuwend", inline, BODY[2:]), edges=(0, 1, 2, 3, 4)))
    assert competences(apart) == [DURF]
    assert {r.books.unaccounted for r in (reading, apart)} == {0}


@pytest.mark.parametrize("text", ["Beschrijving van het werk is helder.", "Definities: geeft ze.", "Beschrijving"])
def test_a_description_that_begins_so_is_text(text: str) -> None:
    assert competences(read(grid(row(*HEADER), row("Durf", "Vernieuwend", (text, *BODY[1:])))))[0][2] == text


# Neither label nor bullets


def test_paragraphs_without_label_and_bullets_are_a_description_and_indicators_and_reported() -> None:
    plain = ("Blijkt te zijn.", "Vraagt door.", "Luistert goed.")
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", plain)))
    assert competences(reading) == [DURF]
    assert {Code.LABEL_MISSING, Code.BULLET_MISSING} <= set(codes(reading))
    assert {f.field for f in reading.findings if f.code is Code.LABEL_MISSING} == {None}  # the description may be wrong


def test_a_competence_that_is_named_like_a_header_is_a_competence() -> None:
    named = row("Competentiegericht werken", "Vernieuwend", "Toont gedrag dat past.", ("- Luistert goed.",))
    first = row("Durf", "Vernieuwend", "Blijkt te zijn.", BODY[2:])
    reading = read(grid(row(*APART), first, named))
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Competentiegericht werken"]
