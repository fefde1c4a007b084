"""The cells of a row → the columns of its header, where a border was dragged by hand.

Word gives every border of every row a place in one grid, so a border that was dragged in some rows only leaves a
narrow column between two others, and a cell that begins there begins, in the grid, under its left neighbour.

    header   │ Competenties      │ Kerncompetentie │
    row      │ Durf           │ Vernieuwend        │
    grid     │ 0              │ 1│ 2              │      the second cell begins in column 1, and belongs to 2
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from transform.document import Cell, Row, Table


def row_under_header(row: Row, heads: Sequence[Cell], edges: tuple[float, ...]) -> Row:
    """The row with its cells moved to the columns of the header cells ``heads`` that they stand under.

    Only where a border of the header runs through a cell that does not begin at it. As many cells as the header has
    are taken in order; otherwise a cell belongs where most of its width is. Fails for a row of as many cells as the
    header of which one is missing and another is split.
    """
    if not any(_is_astride(cell, heads) for cell in row.cells):
        return row
    if len(row.cells) == len(heads):
        pairs = zip(row.cells, heads, strict=True)
        return replace(row, cells=tuple(replace(cell, column=head.column, span=head.span) for cell, head in pairs))
    return replace(row, cells=tuple(_moved(cell, heads, edges) for cell in row.cells))


def table_under_header(table: Table, heads: Sequence[Cell], edges: tuple[float, ...]) -> Table | None:
    """A table of another grid in that of a header, cell by cell in order; None unless each row has one for each head.

    So it is with a part of the table of which a border was dragged, or that has a column more in which nothing stands.
    Fails for a table of as many columns that hold something else: whoever asks is to compare what they say.
    """
    rows = []
    for row in table.rows:
        cells = list(row.cells)
        while len(cells) > len(heads) and not any(line.text.strip() for line in cells[-1].lines):
            del cells[-1]
        if len(cells) != len(heads):
            return None
        pairs = zip(cells, heads, strict=True)
        moved = (replace(cell, column=head.column, span=head.span) for cell, head in pairs)
        rows.append(replace(row, cells=tuple(moved)))
    return replace(table, rows=tuple(rows), edges=edges)


def _is_astride(cell: Cell, heads: Sequence[Cell]) -> bool:
    """Whether a cell begins within a header cell and ends beyond it."""
    return any(head.column < cell.column < _end(head) < _end(cell) for head in heads)


def _end(cell: Cell) -> int:
    return cell.column + cell.span


def _moved(cell: Cell, heads: Sequence[Cell], edges: tuple[float, ...]) -> Cell:
    """The cell over the header cells of which it covers at least half, or over the one that it covers most of."""
    covered = [head for head in heads if _shared(cell, head, edges) * 2 >= _shared(head, head, edges)]
    most = max(heads, key=lambda head: _shared(cell, head, edges))
    under = covered or [most]
    return replace(cell, column=under[0].column, span=_end(under[-1]) - under[0].column)


def _shared(one: Cell, other: Cell, edges: tuple[float, ...]) -> float:
    """The width that two cells share in points; in columns where the document gives no widths."""
    start, end = max(one.column, other.column), min(_end(one), _end(other))
    if end <= start:
        return 0.0
    known = edges[-1] > edges[0] and end < len(edges)
    return edges[end] - edges[start] if known else float(end - start)
