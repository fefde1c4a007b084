"""What people do to a table as a whole: a title row, headers copied into the middle, borders dragged by hand.

Each habit is a function over the finished table of a plan, whatever its columns hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Final

from tests.editions.word_plan import Para, PlanCell, PlanRow, PlanTable

#: Rows between two headers that were copied into the table.
EVERY: Final = 5
#: How far a border was dragged, in twentieths of a point.
DRAGGED: Final = 120


def header_rows(table: PlanTable) -> int:
    """How many rows at the top are the header: one in bold, or more."""
    return next((n for n, row in enumerate(table.rows) if not _is_bold(row)), len(table.rows))


def _is_bold(row: PlanRow) -> bool:
    first = row.cells[0].content[0]
    full_width = len(row.cells) == 1
    return isinstance(first, Para) and (first.bold or not first.text) and not full_width and not row.cells[0].merge


def with_title(table: PlanTable) -> PlanTable:
    """A title over the full width above the header."""
    cell = PlanCell((Para("Competenties en gedrag 2027", bold=True),), len(table.widths))
    return table._replace(rows=(PlanRow((cell,), header=table.rows[0].header), *table.rows))


def under_groups(table: PlanTable) -> PlanTable:
    """A row above the header that says what its columns are about."""
    if not header_rows(table):
        return table
    first = sum(cell.span for cell in table.rows[0].cells[:-1])
    cells = (
        PlanCell((Para("Competentie", bold=True),), first),
        PlanCell((Para("Toelichting", bold=True),), table.rows[0].cells[-1].span),
    )
    return table._replace(rows=(PlanRow(cells, header=table.rows[0].header), *table.rows))


def with_headers_within(table: PlanTable) -> PlanTable:
    """The header copied between the rows, where pages once ended; never between merged cells."""
    size = header_rows(table)
    header = [row._replace(header=False) for row in table.rows[:size]]
    rows: list[PlanRow] = list(table.rows[:size])
    for number, row in enumerate(table.rows[size:]):
        cut = number % EVERY == EVERY - 1 and not any(cell.merge == "continue" for cell in row.cells)
        rows += [*header, row] if cut and not row.before else [row]
    return table._replace(rows=tuple(rows))


def in_parts(table: PlanTable) -> PlanTable:
    """Rows over the full width that part the table; never between merged cells."""
    size = header_rows(table)
    rows: list[PlanRow] = list(table.rows[:size])
    for number, row in enumerate(table.rows[size:]):
        cut = number % EVERY == 0 and not row.before and not any(cell.merge == "continue" for cell in row.cells)
        heading = PlanRow((PlanCell((Para(f"Deel {number // EVERY + 1}", bold=True),), len(table.widths)),))
        rows += [heading, row] if cut and any(cell.content[0] != Para("") for cell in row.cells[:1]) else [row]
    return table._replace(rows=tuple(rows))


def side_by_side(table: PlanTable) -> PlanTable:
    """Two competences in a row: the columns of the table twice."""
    size = header_rows(table)
    header, rows = table.rows[:size], table.rows[size:]
    blank = rows[0]._replace(cells=tuple(cell._replace(content=(Para(""),)) for cell in rows[0].cells))
    pairs = [*((row, row) for row in header), *zip_longest(rows[::2], rows[1::2], fillvalue=blank)]
    made = (left._replace(cells=(*left.cells, *right.cells)) for left, right in pairs)
    return PlanTable(tuple(made), table.widths * 2)


def with_dragged_borders(table: PlanTable) -> PlanTable:
    """Every border a little further to the right in every second row: the grid has a narrow column for it."""
    widths = [part for width in table.widths for part in (width - DRAGGED, DRAGGED)][:-1]
    last = len(table.widths) - 1
    return PlanTable(tuple(_dragged(row, n % 2 == 0, last) for n, row in enumerate(table.rows)), tuple(widths))


def _dragged(row: PlanRow, wide: bool, last: int) -> PlanRow:
    """``wide``: the narrow column right of a cell is its own; else it belongs to the cell at its right."""
    cells, column = [], 0
    for cell in row.cells:
        end = column + cell.span - 1
        begins = 2 * column - (0 if wide or column == 0 else 1)
        ends = 2 * end + (1 if wide and end < last else 0)
        cells.append(cell._replace(span=ends - begins + 1))
        column = end + 1
    return row._replace(cells=tuple(cells))


def in_tabs(table: PlanTable) -> Iterator[Para]:
    """No table at all: lines whose columns are held apart by tabs."""
    for row in table.rows:
        texts = [[part for part in cell.content if isinstance(part, Para)] for cell in row.cells]
        yield Para("\t".join(parts[0].text for parts in texts if parts))
        for number, parts in enumerate(texts):
            yield from (part._replace(text="\t" * number + part.text) for part in parts[1:])


#: In the order in which they are done.
TABLE_HABITS: Final[dict[str, Callable[[PlanTable], PlanTable]]] = {
    "side by side": side_by_side,
    "header under a heading of groups": under_groups,
    "header copied into the middle": with_headers_within,
    "rows that part the table": in_parts,
    "title row above the header": with_title,
    "borders dragged by hand": with_dragged_borders,
}
