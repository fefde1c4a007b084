"""Tables of an OpenDocument text → our Table.

Scope: rows and cells that are repeated, spans and the cells they cover, header rows, column borders, tables inside
cells. Non-goals: what a column means. Prevents: a cell read twice or a column too far to the left because of spans.

    table-column         │ 0        │ 1        │ 2        │
    columns-spanned="2"  │ column 0, span 2 (covered)      │
    rows-spanned="2"     │ begins   │          │          │
                         │ covered → merged_above          │
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, count
from typing import Final, NamedTuple

from msgspec.structs import replace

from extract.odt_desk import OdtDesk
from extract.odt_paragraph import Item, container_to_items, item_to_lines
from extract.odt_styles import Styles, in_hidden_section
from extract.odt_tree import DRAW, STYLE, TABLE, Element, nearest, points, times
from extract.story import Format, flattened_lines
from transform.document import Cell, Line, Row, Table
from transform.place import WordPlace
from transform.role import name_columns

ROWS: Final = frozenset({TABLE + "table-row"})
COVERED: Final = TABLE + "covered-table-cell"
CELLS: Final = frozenset({TABLE + "table-cell", COVERED})
COLUMNS: Final = frozenset({TABLE + "table-column"})
TABLES: Final = frozenset({TABLE + "table"})
HEADER_ROWS: Final = TABLE + "table-header-rows"


class GridCell(NamedTuple):
    """A cell as the file has it, at its place in the grid; ``above`` is the lower part of one that began above."""

    element: Element
    column: int
    span: int
    above: bool


def table_to_block(table: Element, desk: OdtDesk) -> Table:
    """One ``table:table`` as a Table."""
    place = WordPlace(table=next(desk.tables))
    desk.begun = True
    rows: list[Row] = []
    spans: dict[int, int] = {}
    for at, element in enumerate(repeated_rows(table), start=1):
        here = replace(place, row=at)
        grid = row_to_grid(element, spans)
        cells = grid_to_cells(grid, here, desk)
        if is_hidden_row(element):
            desk.lay_aside([line for cell in cells for line in cell.lines], here)
        else:
            rows.append(Row(cells=cells, origin=here, repeats=is_header(element)))
    return Table(rows=tuple(rows), origin=place, edges=table_to_edges(table, rows, desk.styles))


def repeated_rows(table: Element) -> Iterator[Element]:
    """The rows of a table, each as often as it counts."""
    for row in nearest(table, ROWS):
        for _ in range(times(row, "number-rows-repeated")):
            yield row


def row_to_grid(row: Element, spans: dict[int, int]) -> list[GridCell]:
    """The cells of a row at their grid columns. ``spans``: how many more rows each column's cell above goes on.

    Cells covered sideways are left out when they hold nothing; one that holds text is a cell all the same. Some
    programs (pandoc) write no covered cells at all: a cell never stands where one above it goes on.
    """
    above = {column for column, left in spans.items() if left > 0}
    spans.update({column: spans[column] - 1 for column in above})
    cells: list[GridCell] = []
    column = covered = 0
    for element in repeated_cells(row):
        if element.tag == COVERED and covered:
            cells += [GridCell(element, column - covered, 1, above=False)] if has_text(element) else []
            covered -= 1
            continue
        while element.tag != COVERED and column in above:
            cells.append(GridCell(row.makeelement(COVERED), column, 1, above=True))
            column += 1
        span = 1 if element.tag == COVERED else times(element, "number-columns-spanned")
        cells.append(GridCell(element, column, span, above=column in above))
        if element.tag != COVERED:
            spans.update(dict.fromkeys(range(column, column + span), times(element, "number-rows-spanned") - 1))
            covered = span - 1
        column += span
    return cells


def repeated_cells(row: Element) -> Iterator[Element]:
    """The cells of a row, covered ones among them, each as often as it counts."""
    for cell in nearest(row, CELLS):
        for _ in range(times(cell, "number-columns-repeated")):
            yield cell


def has_text(cell: Element) -> bool:
    """Whether a cell that is covered holds something all the same."""
    return any(str(piece).strip() for piece in cell.itertext())


def grid_to_cells(grid: list[GridCell], place: WordPlace, desk: OdtDesk) -> tuple[Cell, ...]:
    """The cells of a row with their lines; text in a cell that is covered is not shown, and waits to be delivered."""
    cells: list[Cell] = []
    for at, (element, column, span, above) in enumerate(grid, start=1):
        here = replace(place, cell=at)
        lines = tuple(cell_to_lines(element, here, desk))
        sideways = bool(cells) and cells[-1].column + cells[-1].span > column
        if above or sideways:
            desk.lay_aside(lines, here)
            lines = ()
        if not sideways:
            cells.append(Cell(lines=lines, column=column, span=span, merged_above=above))
    return tuple(cells)


def is_header(row: Element) -> bool:
    """Whether a row is to be repeated on every page."""
    parent = row.getparent()
    return parent is not None and parent.tag == HEADER_ROWS


def is_hidden_row(row: Element) -> bool:
    """Whether a row is not shown."""
    return row.get(TABLE + "visibility") in {"collapse", "filter"} or in_hidden_section(row)


def cell_to_lines(container: Element, place: WordPlace, desk: OdtDesk) -> Iterator[Line]:
    """The lines of a cell (or a note, a header), those of tables inside it in reading order."""
    return flattened_lines(container, place, desk, ODT, count(1))


def is_frame(table: Element) -> bool:
    """Whether a table only lays out the page: each row has one cell that holds something, and one of those a table.

    So it is with text beside a table that has the header of a catalogue: no catalogue has another in its cells. Fails
    for a frame with text beside any other table: that is read as one table, its inner tables as lines.
    """
    rows = list(nearest(table, ROWS))
    cells = [[cell for cell in nearest(row, CELLS) if not is_blank_cell(cell)] for row in rows]
    inner = [found for of_row in cells for cell in of_row for found in nearest(cell, TABLES)]
    once = all(times(cell, "number-columns-repeated") == 1 for of_row in cells for cell in of_row)
    if not inner or not once or any(is_hidden_row(row) or times(row, "number-rows-repeated") > 1 for row in rows):
        return False
    return all(len(of_row) < 2 for of_row in cells) or any(map(is_headed, inner))


def is_headed(table: Element) -> bool:
    """Whether a row of a table is a header of the catalogue."""
    rows = (nearest(row, CELLS) for row in nearest(table, ROWS))
    return any(name_columns("".join(map(str, cell.itertext())) for cell in cells) for cells in rows)


def is_blank_cell(cell: Element) -> bool:
    """Whether a cell holds no text, picture or table, as the margin of a layout."""
    return not has_text(cell) and next(cell.iter(*TABLES, DRAW + "*"), None) is None


def table_to_edges(table: Element, rows: list[Row], styles: Styles) -> tuple[float, ...]:
    """The column borders in points, from 0, as many as the rows need."""
    widths: list[float] = []
    for column in (found for found in nearest(table, COLUMNS | ROWS) if found.tag in COLUMNS):
        properties = STYLE + "table-column-properties"
        declared = styles.first("table-column", column.get(TABLE + "style-name"), properties, STYLE + "column-width")
        widths += [max(points(declared) or 0.0, 0.0)] * times(column, "number-columns-repeated")
    needed = max((cell.column + cell.span for row in rows for cell in row.cells), default=0)
    widths += [0.0] * (needed - len(widths))
    return tuple(round(edge, 2) for edge in accumulate(widths, initial=0.0))


def item_to_table(item: Item) -> Element | None:
    """The table that an item is; None for a paragraph."""
    return item.element if item.element.tag in TABLES else None


ODT: Final[Format[Item, OdtDesk]] = Format(
    items=container_to_items,
    table=item_to_table,
    size=lambda _item: 1,
    lines=item_to_lines,
    rows=lambda table, _place, _desk: repeated_rows(table),
    cells=lambda row, _place, _desk: [cell.element for cell in row_to_grid(row, {})],
    is_hidden_row=is_hidden_row,
    is_frame=is_frame,
    block=table_to_block,
)
