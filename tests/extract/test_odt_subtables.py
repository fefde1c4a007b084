"""A sub-table that splits a cell over several columns: its rows are rows of the table around it."""

from __future__ import annotations

import pytest

from extract.odt import odt_to_document
from tests.extract.raw_odt import cell, odt, p, row, table
from tests.extract.word_lines import delivered, grid, held, tables

WIDE = 'table:number-columns-spanned="2"'
COVERED = "<table:covered-table-cell/>"


def sub(*rows: str) -> str:
    return table(*rows, columns=2).replace("<table:table", '<table:table table:is-sub-table="true"', 1)


SPLIT = {
    "behind a cell": (
        [row("a", "b", "c"), row("d", cell(sub(row("e", "f"), row("g", "h")), WIDE), COVERED)],
        [
            [(0, 1, "a"), (1, 1, "b"), (2, 1, "c")],
            [(0, 1, "d"), (1, 1, "e"), (2, 1, "f")],
            [(0, 1, "^"), (1, 1, "g"), (2, 1, "h")],
        ],
    ),
    "before one": (
        [row(cell(sub(row("e", "f"), row("g", "h")), WIDE), COVERED, "d")],
        [[(0, 1, "e"), (1, 1, "f"), (2, 1, "d")], [(0, 1, "g"), (1, 1, "h"), (2, 1, "^")]],
    ),
    "alone": (
        [row(cell(sub(row("e", "f")), WIDE), COVERED)],
        [[(0, 1, "e"), (1, 1, "f")]],
    ),
    "in a cell of one column": ([row("a", cell(sub(row("e", "f"))))], [[(0, 1, "a"), (1, 1, "e|f")]]),
    "beside a paragraph": (
        [row(cell(p("x") + sub(row("e", "f")), WIDE), COVERED, "d")],
        [[(0, 2, "x|e|f"), (2, 1, "d")]],
    ),
    "of other columns": (
        [row(cell(sub(row("e", "f", "g")), WIDE), COVERED, "d")],
        [[(0, 2, "e|f|g"), (2, 1, "d")]],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), SPLIT.values(), ids=SPLIT.keys())
def test_what_a_sub_table_splits(rows: list[str], expected: list[list[tuple[int, int, str]]]) -> None:
    document = odt_to_document(odt(table(*rows, columns=3)), "test.odt")
    assert grid(tables(document)[0]) == expected
    assert held(document) == delivered(document)
