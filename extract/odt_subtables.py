"""Tables that split a cell of another → rows of that other table.

Scope: a sub-table that fills a cell over several columns, as many as it has itself. Non-goals: one in a cell of one
column, whose rows are lines of that cell. Prevents: names and descriptions side by side in a split cell read as one.

    Verbindend │ ┌ Durf │ Blijkt … ┐        Verbindend │ Durf │ Blijkt …
               │ ├ Lef  │ Toont …  ┤   →               │ Lef  │ Toont …
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.odt_tree import TABLE, Element, nearest, times

SUB_TABLE: Final = TABLE + "is-sub-table"
ROW: Final = TABLE + "table-row"
CELL: Final = TABLE + "table-cell"
COVERED: Final = TABLE + "covered-table-cell"
CELLS: Final = frozenset({CELL, COVERED})


class Split(NamedTuple):
    """A cell that a sub-table fills: its row, the cells that it covers, and the rows of the sub-table."""

    row: Element
    cell: Element
    covered: list[Element]
    rows: list[Element]


def without_subtables(body: Element) -> Element:
    """Make rows of the sub-tables of a body, in place, inner ones first."""
    for table in reversed(list(body.iter(TABLE + "table"))):
        if table.get(SUB_TABLE) == "true" and (split := _to_split(table)):
            _unfold(split)
    return body


def _to_split(table: Element) -> Split | None:
    """What a sub-table splits; None where it is not all that its cell holds, or has other columns than that spans."""
    cell = table.getparent()
    row = None if cell is None else cell.getparent()
    if cell is None or row is None or cell.tag != CELL or row.tag != ROW or len(cell) != 1:
        return None
    rows, span = list(nearest(table, frozenset({ROW}))), times(cell, "number-columns-spanned")
    others = [other for other in row if other is not cell]
    plain = all(times(one, "number-rows-spanned") == 1 and one.tag in CELLS for one in row)
    once = all(times(one, "number-rows-repeated") == 1 for one in (row, *rows))
    split_once = not any(next(other.iter(TABLE + "table"), None) is not None for other in others)
    wide = all(sum(_widths(inner)) == span for inner in rows)
    covered = list(cell.itersiblings())[: span - 1]
    blank = all(one.tag == COVERED and not len(one) and times(one, "number-columns-repeated") == 1 for one in covered)
    if span == 1 or not rows or not (plain and once and split_once and wide and blank):
        return None
    return Split(row, cell, covered, rows)


def _widths(row: Element) -> Iterator[int]:
    """How many columns each cell of a row counts for."""
    return (times(cell, "number-columns-repeated") for cell in row if cell.tag in CELLS)


def _unfold(split: Split) -> None:
    """The cells of the first inner row stand in the place of the cell, those of the others in rows of their own."""
    row, at = split.row, split.row.index(split.cell)
    for one in (split.cell, *split.covered):
        row.remove(one)
    before, behind = list(row)[:at], list(row)[at:]
    for other in (*before, *behind):
        if other.tag == CELL:
            other.set(TABLE + "number-rows-spanned", str(len(split.rows)))
    below = row
    for number, inner in enumerate(split.rows):
        cells = list(inner)
        if number == 0:
            for cell in reversed(cells):
                row.insert(at, cell)
            continue
        made = row.makeelement(ROW)
        made.extend([*_blanks(before), *cells, *_blanks(behind)])
        below.addnext(made)
        below = made


def _blanks(cells: list[Element]) -> Iterator[Element]:
    """Covered cells below these."""
    for cell in cells:
        for _ in range(times(cell, "number-columns-repeated")):
            yield cell.makeelement(COVERED)
