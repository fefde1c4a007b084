"""Fiches on the pages of a PDF: parted by a page's end, and rows that only white space tells apart."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import LEADING, document, printed, table
from tests.transform.test_habits import codes, competences
from transform.document import Block, Cell, Line, Row, Table
from transform.errors import RowsUnread, Unbalanced
from transform.fiches import document_to_upright
from transform.findings import Code
from transform.place import Box, PagePlace
from transform.reading import Reading
from transform.upright import Fiche, fiche_to_table

DURF = (("Competentie", "Durf"), ("Kerncompetentie", "Moedig"), ("Beschrijving", "Blijkt te zijn."))
LEF = (("Competentie", "Lef"), ("Kerncompetentie", "Moedig"), ("Beschrijving", "Toont zich."))
INDICATORS = ("Indicatoren", "- Vraagt door.")
REST = "- Luistert goed."
BOTH = [("Durf", "Moedig", "Blijkt te zijn.", 2), ("Lef", "Moedig", "Toont zich.", 1)]


def read(*blocks: Block) -> Reading:
    return document_to_reading(document("Bijlage 1B", "Competentiecatalogus", *blocks))


def pages(*parts: tuple[tuple[str, str], ...]) -> list[Table]:
    return [table(*rows, page=number, widths=2) for number, rows in enumerate(parts, start=1)]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ((*DURF, INDICATORS), (("", REST), *LEF, INDICATORS)),
        ((*DURF, INDICATORS), (("Indicatoren", REST), *LEF, INDICATORS)),
        (DURF, (("Indicatoren", f"- Vraagt door.\n{REST}"), *LEF, INDICATORS)),
        (DURF[:1], (*DURF[1:], ("Indicatoren", f"- Vraagt door.\n{REST}"), *LEF, INDICATORS)),
    ],
    ids=["without a word", "its word again", "between two words", "behind the name"],
)
def test_a_page_may_end_within_a_fiche(above: tuple[tuple[str, str], ...], below: tuple[tuple[str, str], ...]) -> None:
    assert competences(read(*pages(above, below))) == BOTH


def test_a_page_may_end_within_a_word_down_the_first_column() -> None:
    above = (DURF[0], DURF[1], ("Omschrijving van de", "Blijkt"))
    below = (("competentie", "te zijn."), INDICATORS)
    parts = pages(above, below, (*LEF, INDICATORS))
    assert [c[:3] for c in competences(read(*parts))] == [c[:3] for c in BOTH]


def test_the_last_row_of_a_fiche_on_a_page_may_be_empty() -> None:
    durf, named = (*DURF, INDICATORS), (("Competentie", "Coöperatief gedrag"), *LEF[1:], INDICATORS)
    parts = pages(durf, (*named[:1], ("", "")), named[1:], (*LEF, INDICATORS))
    assert [c[0] for c in competences(read(*parts))] == ["Durf", "Coöperatief gedrag", "Lef"]


@pytest.mark.parametrize("kept", [1, 2])
def test_a_name_that_speaks_of_behaviour_is_no_header_at_a_page_end(kept: int) -> None:
    durf, named = (*DURF, INDICATORS), (("Competentie", "Coöperatief gedrag"), *LEF[1:], INDICATORS)
    parts = pages(
        durf, named[:kept], (*named[kept:], *LEF, INDICATORS), (("Competentie", "Rust"), *LEF[1:], INDICATORS)
    )
    assert [c[0] for c in competences(read(*parts))] == ["Durf", "Coöperatief gedrag", "Lef", "Rust"]


def test_words_that_say_nothing_of_the_catalogue_may_stand_on_the_next_page_too() -> None:
    level = ("Niveau", "3")
    above = (*LEF, level, INDICATORS, *DURF[:2], ("Beschrijving", "Blijkt te"))
    reading = read(*pages(above, (("", "zijn."), level, ("Indicatoren", f"- Vraagt door.\n{REST}"))))
    assert competences(reading) == BOTH[::-1]
    assert Code.COLUMN_EXTRA in codes(reading)


def test_a_name_across_may_say_what_a_header_does() -> None:
    """What stands over both columns of a page may be read as in the first."""
    first, second = ("Coöperatief gedrag", ""), ("Lef", "")
    reading = read(table(first, *DURF[1:], INDICATORS, second, *LEF[1:], INDICATORS, widths=2))
    assert [name for name, *_ in competences(reading)] == ["Coöperatief gedrag", "Lef"]


def test_a_page_may_begin_with_the_rest_of_the_last_fiche_alone() -> None:
    tables = pages((*LEF, INDICATORS, *DURF, INDICATORS), (("", REST),))
    assert competences(read(*tables)) == BOTH[::-1]


def test_a_fiche_is_never_the_rest_of_the_one_before() -> None:
    cut = (("Competentie", "Durf"), ("Beschrijving", ""), ("", "Blijkt te zijn."), ("Indicatoren", REST))
    reading = read(*pages((*LEF, INDICATORS), cut, (LEF[0], LEF[2], INDICATORS)))
    assert [name for name, *_ in competences(reading)] == ["Lef", "Durf", "Lef"]


def test_a_list_beside_a_word_that_has_none_is_an_error() -> None:
    cut = ((*LEF, INDICATORS, *DURF, ("", "- Vraagt door.")), (("Indicatoren", REST),))
    with pytest.raises(RowsUnread):
        read(*pages(*cut))


def test_the_rest_of_a_page_above_the_next_name_is_no_name() -> None:
    def beside(*rows: tuple[tuple[str, str], ...]) -> list[tuple[str, str, str]]:
        return [(key, one, two) for (key, one), (_, two) in zip(*rows, strict=True)]

    first = beside((*DURF, INDICATORS), (*LEF, INDICATORS))
    tables = [table(*rows, page=n) for n, rows in enumerate((first, [("", REST, "- Komt."), *first]), start=1)]
    assert [(name, count) for name, *_, count in competences(read(*tables))] == [
        ("Durf", 2),
        ("Lef", 2),
        ("Durf", 1),
        ("Lef", 1),
    ]


def test_levels_keep_their_order_where_a_page_ends_amid_one() -> None:
    first, second = ("Indicatoren niveau 1", "- Vraagt door."), ("Indicatoren niveau 2", "- Komt met ideeën.")
    reading = read(*pages((*LEF, INDICATORS, *DURF, first), (("", REST), second)))
    texts = [indicator.text for indicator in reading.catalogue.competences[1].indicators]
    assert texts == ["Vraagt door.", "Luistert goed.", "Komt met ideeën."]


def test_a_heading_right_below_a_fiche_is_none_of_it() -> None:
    tables = pages((*DURF, ("Indicatoren", f"- Vraagt door.\n{REST}"), *LEF, INDICATORS))
    place = tables[0].rows[-1].origin
    assert isinstance(place, PagePlace)
    (heading,) = printed("Bijlage 1C", top=place.box.bottom)
    assert competences(read(*tables, heading)) == BOTH


def packed(*fiches: tuple[str, str]) -> Table:
    """A table with a row for each fiche: its words in one cell, line by line, and all that they say in the other."""
    rows = []
    for number, (keys, said) in enumerate(fiches):
        top = 100.0 + number * 200
        drawn = (printed(keys, top=top), printed(said, top=top, left=150.0))
        cells = tuple(Cell(lines=lines, column=column) for column, lines in enumerate(drawn))
        rows.append(Row(cells=cells, origin=table(("", ""), top=top, widths=2).rows[0].origin))
    return replace(table(("", ""), widths=2), rows=tuple(rows))


def moved(own: Table, by: dict[str, int]) -> Table:
    """The table with the lines of its first column so many lines lower."""

    def lower(line: Line) -> Line:
        assert isinstance(line.origin, PagePlace)
        down = by.get(line.text, 0) * LEADING
        box = replace(line.origin.box, top=line.origin.box.top + down, bottom=line.origin.box.bottom + down)
        return replace(line, origin=replace(line.origin, box=box))

    rows = (
        replace(row, cells=(replace(row.cells[0], lines=tuple(map(lower, row.cells[0].lines))), *row.cells[1:]))
        for row in own.rows
    )
    return replace(own, rows=tuple(rows))


WORDS = "Competentie\nKerncompetentie\nBeschrijving\nIndicatoren"
SAID = ("Durf\nMoedig\nBlijkt te\nzijn.\n- Vraagt door.", "Lef\nMoedig\nToont\nzich.\n- Luistert goed.")


def test_words_in_one_cell_go_with_what_begins_as_high_and_are_told() -> None:
    reading = read(moved(packed(*((WORDS, said) for said in SAID)), {"Indicatoren": 1}))
    assert competences(reading) == [("Durf", "Moedig", "Blijkt te zijn.", 1), ("Lef", "Moedig", "Toont zich.", 1)]
    assert Code.ROWS_FROM_WHITE_SPACE in codes(reading)


def test_words_that_stand_beside_nothing_are_not_guessed() -> None:
    own = moved(packed(*((WORDS, said) for said in SAID)), {"Indicatoren": 3})
    with pytest.raises(RowsUnread):
        read(own, *pages((*DURF, INDICATORS, *LEF, INDICATORS)))


def test_a_document_without_fiches_is_left_as_it_is() -> None:
    ours = document(table(("Competenties", "Kerncompetentie", "Beschrijving"), ("Gedragsbewust", "Moedig", "Zo.")))
    assert document_to_upright(ours) is ours


def test_a_line_that_gets_lost_on_the_way_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    def losing(fiche: Fiche) -> Table:
        made = fiche_to_table(fiche)
        return replace(made, rows=made.rows[:-1]) if len(made.rows) > 2 else made

    monkeypatch.setattr("transform.fiches.fiche_to_table", losing)
    with pytest.raises(Unbalanced):
        read(*pages((*DURF, INDICATORS), (("", REST), *LEF, INDICATORS)))


def test_a_row_of_a_fiche_that_stands_outside_its_table_stops_the_conversion() -> None:
    first, second = pages((*DURF, INDICATORS), (INDICATORS, *LEF, INDICATORS))
    with pytest.raises(RowsUnread) as caught:
        read(first, printed("Competentie   Zorg")[0], second)
    assert caught.value.facts["words"] == "Competentie Zorg"


def fiches_with_a_gap(key: str, *lines: str) -> Table:
    """Two fiches; in the second column the cell of the ``key`` that is last begins in the white above it."""
    whole = table(*DURF, INDICATORS, ("", "\n".join(lines)), (key, ""), *LEF[1:], INDICATORS, widths=2)
    rows = list(whole.rows)
    over, own = rows[4], rows[5]
    assert isinstance(own.origin, PagePlace)
    top = own.origin.box.top
    placed = (drawn_at(line, top + LEADING * (n - len(lines) + 1)) for n, line in enumerate(over.cells[1].lines))
    rows[4] = replace(over, cells=(over.cells[0], replace(over.cells[1], lines=tuple(placed))))
    rows[5] = replace(own, cells=(own.cells[0], replace(own.cells[1], merged_above=True)))
    return replace(whole, rows=tuple(rows))


def drawn_at(line: Line, top: float) -> Line:
    assert isinstance(line.origin, PagePlace)
    box = line.origin.box
    moved = Box(box.x0, top, box.x1, top + box.bottom - box.top)
    return replace(line, origin=PagePlace(line.origin.page, moved))


def test_what_is_said_beside_a_key_may_stand_in_a_cell_that_begins_above_it() -> None:
    """Keys are shaded, and the white between two fiches is not: there the cell beside the key begins."""
    reading = read(fiches_with_a_gap("Competentie", "Lef"))
    assert [c[0] for c in competences(reading)] == ["Durf", "Lef"]
    assert Code.ROWS_FROM_WHITE_SPACE not in codes(reading)


def test_what_stands_above_the_key_is_the_rest_of_what_the_key_before_says() -> None:
    assert competences(read(fiches_with_a_gap("Competentie", REST, "Lef"))) == BOTH


def test_a_table_with_the_names_of_competences_is_no_fiche_though_one_says_gedrag() -> None:
    matrix = table(("Competentie", "Adviseur"), ("Durf", "x"), ("Coöperatief gedrag", ""), ("Lef", "x"), widths=2)
    assert [c[0] for c in competences(read(*pages((*DURF, INDICATORS), (*LEF, INDICATORS)), matrix))] == ["Durf", "Lef"]
