"""The roles of columns under one heading for descriptions and indicators."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from transform.document import Cell, Line, Row, Table
from transform.header import body_in_two, row_to_columns
from transform.header_rows import table_to_headers
from transform.place import WordPlace
from transform.role import Role

PLACE = WordPlace(paragraph=1)


def row(*cells: tuple[int, int, str]) -> Row:
    """Cells by column, span and text."""
    made = (Cell(lines=(Line(text=text, origin=PLACE),), column=at, span=span) for at, span, text in cells)
    return Row(cells=tuple(made), origin=PLACE)


HEADER = row((0, 1, "Competentie"), (1, 2, "Beschrijving en indicatoren"))
APART = row((0, 1, "Durf"), (1, 1, "Gaat op"), (2, 1, "- Vraagt door."))
ASTRIDE = row((0, 1, "Durf"), (1, 1, "Gaat op"), (2, 2, "Meer"))
LABELLED = (
    row((0, 1, "Durf"), (1, 1, "Beschrijving"), (2, 1, "Gaat op")),
    row((0, 1, ""), (1, 1, "Indicatoren"), (2, 1, "- Vraagt door.")),
)
RUNS_ON = row((0, 1, "Durf"), (1, 1, "Gaat op basis van een afweging over. Indicatoren:"), (2, 1, "- Vraagt door."))
TOGETHER = row((0, 1, "Durf"), (1, 2, "Gaat op"))


@pytest.mark.parametrize(
    ("rows", "roles"),
    [
        ([APART, APART], [Role.NAME, Role.DESCRIPTION, Role.INDICATORS]),
        ([TOGETHER, TOGETHER], [Role.NAME, Role.BODY, Role.BODY]),
        ([row((0, 1, ""), (1, 1, ""), (2, 1, "- Luistert."))], [Role.NAME, Role.DESCRIPTION, Role.INDICATORS]),
        ([APART, APART, TOGETHER], [Role.NAME, Role.DESCRIPTION, Role.INDICATORS]),
        ([APART, TOGETHER], [Role.NAME, Role.BODY, Role.BODY]),
        ([ASTRIDE, ASTRIDE, TOGETHER], [Role.NAME, Role.BODY, Role.BODY]),
        ([*LABELLED, row((0, 1, ""), (1, 1, ""), (2, 1, ""))], [Role.NAME, Role.BODY, Role.BODY]),
        ([RUNS_ON, RUNS_ON, APART], [Role.NAME, Role.BODY, Role.BODY]),
    ],
    ids=[
        "a cell for each",
        "one cell",
        "the rest of a row",
        "in most rows",
        "no more than half",
        "a border dragged",
        "labels",
        "the label of one before the other",
    ],
)
def test_one_heading_over_two_columns(rows: list[Row], roles: list[Role]) -> None:
    columns = row_to_columns(HEADER)
    assert columns is not None
    table = Table(rows=(HEADER, *rows), origin=PLACE, edges=(0, 1, 2, 3, 4))
    assert list(body_in_two(columns, HEADER, table).values()) == roles


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (("Beschrijving en indicatoren", "Toelichting"), [Role.BODY, Role.EXTRA]),
        (("Omschrijving", "Beschrijving en indicatoren"), [Role.EXTRA, Role.BODY]),
        (("Definitie", "Gedragsbeschrijving"), [Role.DESCRIPTION, Role.INDICATORS]),
        (("Beschrijving en indicatoren", "Contra-indicatoren"), [Role.BODY, Role.EXTRA]),
        (("Gedragsbeschrijving", "Niveau"), [Role.BODY, Role.EXTRA]),
        (("Gedragsbeschrijving", "Indicatoren"), [Role.DESCRIPTION, Role.INDICATORS]),
        (("Beschrijving en indicatoren", "Voorbeeldgedrag"), [Role.BODY, Role.EXTRA]),
    ],
)
def test_what_stands_beside_a_column_of_both(heads: tuple[str, str], roles: list[Role]) -> None:
    columns = row_to_columns(row((0, 1, "Competentie"), (1, 1, heads[0]), (2, 1, heads[1])))
    assert columns is not None
    assert [columns[1], columns[2]] == roles


def test_what_stands_last_in_a_header_cell_of_two_levels_is_the_heading_of_its_column() -> None:
    heads = row((0, 1, "Competentie"), (1, 1, "Beschrijving en indicatoren"), (2, 1, "Indicatoren"))
    name, both, indicators = heads.cells
    two_levels = replace(both, lines=(*both.lines, Line(text="Beschrijving", origin=PLACE)))
    columns = row_to_columns(Row(cells=(name, two_levels, indicators), origin=PLACE))
    assert columns == {0: Role.NAME, 1: Role.DESCRIPTION, 2: Role.INDICATORS}


def test_a_heading_of_both_that_runs_over_two_lines_is_of_one_level() -> None:
    name, both, other = row((0, 1, "Competentie"), (1, 1, "Indicatoren en"), (2, 1, "Voorbeeldgedrag")).cells
    wrapped = replace(both, lines=(*both.lines, Line(text="beschrijving", origin=PLACE)))
    columns = row_to_columns(Row(cells=(name, wrapped, other), origin=PLACE))
    assert columns == {0: Role.NAME, 1: Role.BODY, 2: Role.EXTRA}


@pytest.mark.parametrize("level", ["Niveau", "Indicatoren"])
def test_a_second_level_below_a_header_cell_that_goes_on_is_header(level: str) -> None:
    upper = row((0, 1, "Competentie"), (1, 1, "Beschrijving"), (2, 2, "Indicatoren"))
    merged = tuple(Cell(lines=(), column=column, span=1, merged_above=True) for column in (0, 1))
    lower = row((2, 1, f"{level} 1"), (3, 1, f"{level} 2"))
    lower = Row(cells=(*merged, *lower.cells), origin=PLACE)
    rows = (upper, lower, row((0, 1, "Durf"), (1, 1, "Gaat op."), (2, 1, "- Vraagt."), (3, 1, "- Luistert.")))
    headers = table_to_headers(Table(rows=rows, origin=PLACE, edges=(0, 1, 2, 3, 4)))
    assert headers == {
        index: {0: Role.NAME, 1: Role.DESCRIPTION} | dict.fromkeys((2, 3), Role.INDICATORS) for index in (0, 1)
    }


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (("", "Kerncompetentie", "Beschrijving en indicatoren"), [Role.NAME, Role.CORE, Role.BODY]),
        (("", "", "Beschrijving en indicatoren"), None),
        (("", "Indicatoren", "Beschrijving"), None),
        (("Naam", "Behoort tot kerncompetentie", "Omschrijving en gedrag"), [Role.NAME, Role.CORE, Role.BODY]),
        (("Kerncompetentie / competentie", "Niveau", "Beschrijving en gedrag"), [Role.NAME, Role.EXTRA, Role.BODY]),
        (("Kerncompetentie en competentie", "Competentie", "Indicatoren"), [Role.CORE, Role.NAME, Role.INDICATORS]),
    ],
)
def test_a_header_may_name_core_competences_and_not_the_names(
    heads: tuple[str, str, str], roles: list[Role] | None
) -> None:
    columns = row_to_columns(row(*((at, 1, text) for at, text in enumerate(heads))))
    assert (list(columns.values()) if columns else None) == roles


@pytest.mark.parametrize("name", ["Durf", ""])
def test_a_margin_without_a_word_holds_no_names(name: str) -> None:
    header = row((0, 1, ""), (1, 1, "Kerncompetentie"), (2, 1, "Beschrijving en indicatoren"))
    table = Table(
        rows=(header, row((0, 1, name), (1, 1, "Moedig"), (2, 1, "Gaat op."))), origin=PLACE, edges=(0, 1, 2, 3)
    )
    assert bool(table_to_headers(table)) is bool(name)


def test_a_core_competence_called_competent_is_no_header_word() -> None:
    assert row_to_columns(row((0, 1, "Gedragsverandering"), (1, 1, "Competent"), (2, 1, "Blijft rustig."))) is None
