"""The roles of columns under one heading for descriptions and indicators."""

from __future__ import annotations

import pytest

from transform.document import Cell, Line, Row, Table
from transform.header import body_in_two, row_to_columns
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
    ],
    ids=[
        "a cell for each",
        "one cell",
        "the rest of a row",
        "in most rows",
        "no more than half",
        "a border dragged",
        "labels",
    ],
)
def test_one_heading_over_two_columns(rows: list[Row], roles: list[Role]) -> None:
    columns = row_to_columns(HEADER)
    assert columns is not None
    table = Table(rows=(HEADER, *rows), origin=PLACE, edges=(0, 1, 2, 3, 4))
    assert list(body_in_two(columns, HEADER, table).values()) == roles


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        (("Beschrijving en indicatoren", "Toelichting"), [Role.BODY, Role.EXTRA]),
        (("Gedragsbeschrijving", "Indicatoren"), [Role.DESCRIPTION, Role.INDICATORS]),
        (("Definitie", "Gedragsbeschrijving"), [Role.DESCRIPTION, Role.INDICATORS]),
        (("Gedragsbeschrijving", "Niveau"), [Role.BODY, Role.EXTRA]),
        (("Beschrijving en indicatoren", "Voorbeeldgedrag"), [Role.BODY, Role.EXTRA]),
    ],
)
def test_a_column_of_both_beside_one_of_either(words: tuple[str, str], roles: list[Role]) -> None:
    columns = row_to_columns(row((0, 1, "Competentie"), (1, 1, words[0]), (2, 1, words[1])))
    assert columns is not None
    assert [columns[1], columns[2]] == roles
