"""A line that ran over the rule below its row is told of both competences."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table
from transform.document import Cell, Table
from transform.findings import Code
from transform.reading import Reading

NAMES = ["Durf", "Moed", "Lef", "Tact", "Rust", "Zorg"]


def with_gaps(gaps: dict[int, float], usual: float) -> Table:
    """Rows of four lines of 12 points; before each so much more white as is usual, or as is given for it."""
    rows = [(name, "Moedig", f"Toont {name}.\nIndicatoren:\n- Is {name}.\n- Kent {name}.") for name in NAMES]
    made = table(HEADER, *rows)
    placed, top = [made.rows[0]], 200.0
    for number, (row, texts) in enumerate(zip(made.rows[1:], rows, strict=True)):
        top += 4 * 12.0 + gaps.get(number, usual)
        cells = (
            Cell(lines=printed(text, top=top, left=cell.column * 150.0), column=cell.column)
            for cell, text in zip(row.cells, texts, strict=True)
        )
        placed.append(type(row)(cells=tuple(cells), origin=row.origin))
    return Table(rows=tuple(placed), origin=made.origin, edges=made.edges)


def reading(gaps: dict[int, float], usual: float = 6.0) -> Reading:
    return document_to_reading(document("Bijlage 1", "Catalogus", with_gaps(gaps, usual)))


@pytest.mark.parametrize(
    ("gaps", "usual", "told"),
    [
        ({2: 0.0}, 6.0, ["Moed", "Lef"]),
        ({2: 3.0}, 6.0, []),
        ({}, 6.0, []),
        ({}, 0.0, []),
        ({2: 0.0, 3: 2.0}, 6.0, []),
        ({1: 0.0, 2: 0.0, 3: 0.0}, 6.0, []),
    ],
    ids=["one as close as lines", "one closer", "none", "all", "one in between", "many"],
)
def test_a_row_as_close_to_the_one_above_as_its_lines(gaps: dict[int, float], usual: float, told: list[str]) -> None:
    found = [f for f in reading(gaps, usual).findings if f.code is Code.ROWS_FROM_WHITE_SPACE]
    assert [f.competence for f in found] == told


COLUMNS = ("Competenties", "Beschrijving", "Indicatoren")
FIRST = ("Durf", "Toont durf.", "- Is er.\n- Kent wat er speelt.")
SECOND = ("Moed", "Toont moed.", "- Is er.")


@pytest.mark.parametrize(
    ("rest", "others", "told"),
    [
        (("", "Luistert goed.", "- Vraagt door."), "Kent anderen.", ["Moed"]),
        (("", "Luistert goed.", "- Vraagt door."), "Kent anderen. Leest veel.", []),
        (("", "en luistert goed.", "- Vraagt door."), "Kent anderen.", []),
        (("", "", "- Vraagt door."), "Kent anderen.", []),
        (("Lef", "Luistert goed.", "- Vraagt door."), "Kent anderen.", []),
    ],
    ids=["one sentence each", "two in another", "amid a sentence", "indicators only", "named"],
)
def test_a_description_that_begins_overleaf_without_a_name(rest: tuple[str, ...], others: str, told: list[str]) -> None:
    third = ("Rust", others, "- Is er.")
    pages = table(COLUMNS, FIRST, SECOND), table(COLUMNS, rest, third, page=2)
    found = document_to_reading(document("Bijlage 1", "Catalogus", *pages)).findings
    assert [f.competence for f in found if f.code is Code.ROWS_FROM_WHITE_SPACE] == told
