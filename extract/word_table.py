"""Tables → our Table.

Scope: rows, cells and their grid columns, merged cells, header rows, column borders, tracked rows and cells,
tables inside cells. Non-goals: what a column means. Prevents: a cell read twice or a column too far to the left
because of merged cells, rows that start late, or cells inside content controls.

    tblGrid      │ 0        │ 1        │ 2        │     edges: 0, w0, w0+w1, w0+w1+w2
    gridSpan     │ column 0, span 2    │ column 2 │
    gridBefore   ·          │ column 1 │ column 2 │     no cell at column 0
    vMerge       │ restart  │          │          │
                 │ continue │          │          │     merged_above
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, count, islice
from typing import Final, NamedTuple

from msgspec.structs import replace

from extract.story import Format, flattened_lines
from extract.word_desk import WordDesk
from extract.word_heights import exact_height, is_cut, is_flat
from extract.word_paragraph import PARAGRAPH, TABLE, Group, container_to_items, group_to_lines
from extract.word_tree import Element, W, attribute, descendant, nearest, number, points, settings_of, switch, value
from transform.document import Cell, Line, Row, Table
from transform.findings import Code
from transform.place import WordPlace
from transform.role import name_columns

ROWS: Final = frozenset({W + "tr"})
CELLS: Final = frozenset({W + "tc"})
TABLES: Final = frozenset({TABLE})
KEPT_TEXTS: Final = frozenset({W + "t"})
ALL_TEXTS: Final = frozenset({W + "t", W + "delText"})
#: What a cell may show beside text.
SHOWN: Final = (TABLE, *(W + name for name in ("drawing", "pict", "object", "sym")))
#: Word itself stops at 63 columns; a number far above that is no width of a cell.
MAX_COLUMNS: Final = 1024
#: Two widths are the same that differ by less than this share of the table's.
SAME_WIDTH: Final = 0.01


class GridCell(NamedTuple):
    """A cell as the file has it, at its place in the grid, with its properties by their tags."""

    element: Element
    column: int
    span: int
    settings: dict[str, Element]


def is_frame(table: Element) -> bool:
    """Whether a table only lays out the page: each row has one cell that holds something, and one of those a table.

    So it is with text beside a table that has the header of a catalogue: no catalogue has another in its cells. Fails
    for a frame with text beside any other table: that is read as one table, its inner tables as lines.
    """
    rows = list(nearest(table, ROWS))
    cells = [[cell for cell in nearest(row, CELLS) if not is_blank_cell(cell)] for row in rows]
    inner = [found for of_row in cells for cell in of_row for found in nearest(cell, TABLES)]
    if not inner or any(map(is_hidden_row, rows)):
        return False
    return all(len(of_row) < 2 for of_row in cells) or any(map(is_headed, inner))


def is_headed(table: Element) -> bool:
    """Whether a row of a table is a header of the catalogue."""
    rows = (nearest(row, CELLS) for row in nearest(table, ROWS))
    return any(name_columns("".join(map(str, cell.itertext(*KEPT_TEXTS))) for cell in cells) for cells in rows)


def is_blank_cell(cell: Element) -> bool:
    """Whether a cell holds no text, picture or table, as the margin of a layout."""
    seen = any(str(piece).strip() for piece in cell.itertext())
    return not seen and next(cell.iter(*SHOWN), None) is None


def table_to_block(table: Element, desk: WordDesk) -> Table:
    """One ``w:tbl`` as a Table, as if all tracked changes were accepted."""
    place = WordPlace(table=next(desk.tables))
    desk.begun = True
    rows: list[Row] = []
    merged: frozenset[int] = frozenset()
    grids: list[tuple[Element, list[GridCell], WordPlace]] = []
    headless = removed_beginnings(table)
    for at, element in enumerate(accepted_rows(table, place, desk), start=1):
        here = replace(place, row=at)
        grid = row_to_grid(element, here, desk)
        if element in headless:
            merged -= headless[element].keys()
            report_headless(grid, headless[element], here, desk)
        cells, merged = grid_to_cells(grid, merged, here, desk)
        repeats = is_header(element) and all(row.repeats for row in rows)
        if is_hidden_row(element) or is_flat(element, desk.styles):
            desk.lay_aside([line for cell in cells for line in cell.lines], here)
        else:
            report_cut_cells(element, grid, here, desk)
            grids.append((element, grid, here))
            rows.append(Row(cells=cells, origin=here, repeats=repeats))
    report_shifted_cells(grids, grid_widths(table), desk)
    return Table(rows=tuple(rows), origin=place, edges=table_to_edges(table, rows))


def report_cut_cells(row: Element, grid: list[GridCell], place: WordPlace, desk: WordDesk) -> None:
    """The cells of a row of fixed height that have more text than it shows."""
    height = exact_height(row)
    for at, cell in enumerate(grid if height is not None else (), start=1):
        if is_cut(cell.element, height or 0.0, desk.styles):
            words = element_to_words(cell.element, KEPT_TEXTS)
            desk.report(Code.FAINT_TEXT, replace(place, cell=at), was=words, became=words)


def report_shifted_cells(
    rows: Sequence[tuple[Element, list[GridCell], WordPlace]], widths: list[float], desk: WordDesk
) -> None:
    """In a row with fewer cells than others the first that is as wide as a column further right, and not as its own.

    So a program leaves a row in which it forgot a cell: all behind that stand a column too far to the left.
    """
    ends = [grid[-1].column + grid[-1].span if grid else 0 for _, grid, _ in rows]
    if len(widths) not in ends or not all(widths):
        return
    for (row, grid, place), end in zip(rows, ends, strict=True):
        missing = len(widths) - end
        if missing > 0 and value(row, "trPr/gridAfter") is None:
            shifted = ((at, c) for at, c in enumerate(grid, start=1) if is_shifted(c, widths, missing))
            for at, cell in islice(shifted, 1):
                words = element_to_words(cell.element, KEPT_TEXTS)
                desk.report(Code.CELLS_JOINED, replace(place, cell=at), was=words, became=words)


def is_shifted(cell: GridCell, widths: list[float], missing: int) -> bool:
    """Whether a cell has not the width of its columns but that of columns as many as ``missing`` further right."""
    declared = descendant(cell.element, "tcPr/tcW")
    measure = points(attribute(declared, "w"))
    if measure is None or attribute(declared, "type") not in {None, "dxa"}:
        return False
    spans = [sum(widths[cell.column + by : cell.column + by + cell.span]) for by in range(missing + 1)]
    own, *others = [abs(span - measure) <= SAME_WIDTH * sum(widths) for span in spans]
    return not own and any(others)


def accepted_rows(table: Element, place: WordPlace, desk: WordDesk) -> Iterator[Element]:
    """The rows that remain when changes are accepted; reports those that came and went."""
    for row, element in enumerate(nearest(table, ROWS), start=1):
        here = place if place.row else replace(place, row=row)
        removed = descendant(element, "trPr/del") is not None
        if removed:
            desk.report(Code.TRACKED_CHANGE, here, was=element_to_words(element, ALL_TEXTS))
        elif descendant(element, "trPr/ins") is not None:
            desk.report(Code.TRACKED_CHANGE, here, became=element_to_words(element, KEPT_TEXTS))
        if not removed:
            yield element


def removed_beginnings(table: Element) -> dict[Element, dict[int, str]]:
    """The rows right below removed ones, with the columns at which a vertical merge began in those, and its words.

    What goes on from such a cell goes on from none further up, though the file says no more than that it goes on.
    """
    found: dict[Element, dict[int, str]] = {}
    begun: dict[int, str] = {}
    for row in nearest(table, ROWS):
        if descendant(row, "trPr/del") is None:
            found |= {row: begun} if begun else {}
            begun = {}
            continue
        column = width(value(row, "trPr/gridBefore"), least=0)
        for cell in nearest(row, CELLS):
            settings = settings_of(cell, "tcPr")
            if is_merged_down(settings) and not continues(settings, "vMerge"):
                begun[column] = element_to_words(cell, ALL_TEXTS)
            column += width(attribute(settings.get(W + "gridSpan"), "val"), least=1)
    return found


def report_headless(grid: list[GridCell], begun: Mapping[int, str], place: WordPlace, desk: WordDesk) -> None:
    """The cells of a row that go on from one of a removed row: whether its words hold for them is not known."""
    for at, (_, column, _, settings) in enumerate(grid, start=1):
        if begun.get(column) and continues(settings, "vMerge"):
            desk.report(Code.TRACKED_CHANGE, replace(place, cell=at), was=begun[column])


def row_to_grid(row: Element, place: WordPlace, desk: WordDesk) -> list[GridCell]:
    """The cells of a row that remain, each at its grid column; a removed cell leaves its columns empty."""
    column = width(value(row, "trPr/gridBefore"), least=0)
    cells: list[GridCell] = []
    for element in nearest(row, CELLS):
        settings = settings_of(element, "tcPr")
        span = width(attribute(settings.get(W + "gridSpan"), "val"), least=1)
        if W + "cellDel" in settings:
            desk.report(Code.TRACKED_CHANGE, place, was=element_to_words(element, ALL_TEXTS))
        else:
            if W + "cellIns" in settings:
                desk.report(Code.TRACKED_CHANGE, place, became=element_to_words(element, KEPT_TEXTS))
            cells.append(GridCell(element, column, span, settings))
        column += span
    return cells


def width(text: str | None, least: int) -> int:
    """A number of columns."""
    return min(max(number(text) or 0, least), MAX_COLUMNS)


def grid_to_cells(
    grid: list[GridCell], merged: frozenset[int], place: WordPlace, desk: WordDesk
) -> tuple[tuple[Cell, ...], frozenset[int]]:
    """The cells of a row, and the columns at which a vertical merge may go on in the next row.

    ``merged``: those columns of the row above; a merge that goes on from nothing begins there, as in Word. Text in a
    cell that goes on from another is not shown, and waits to be delivered.
    """
    cells: list[Cell] = []
    goes_on: set[int] = set()
    for at, (element, column, span, settings) in enumerate(grid, start=1):
        lines = tuple(cell_to_lines(element, replace(place, cell=at), desk))
        if continues(settings, "hMerge") and cells:
            desk.lay_aside(lines, replace(place, cell=at))
            cells[-1] = replace(cells[-1], span=cells[-1].span + span)
            continue
        above = continues(settings, "vMerge") and column in merged
        if above and W + "vMerge" in settings:
            desk.lay_aside(lines, replace(place, cell=at))
            lines = ()
        cells.append(Cell(lines=lines, column=column, span=span, merged_above=above))
        if is_merged_down(settings):
            goes_on.add(column)
    return tuple(cells), frozenset(goes_on)


def continues(settings: Mapping[str, Element], merge: str) -> bool:
    """Whether a cell says that it goes on from the one above (``vMerge``) or at its left (``hMerge``)."""
    state = settings.get(W + merge)
    tracked = attribute(settings.get(W + "cellMerge"), merge)
    return tracked == "cont" or (state is not None and attribute(state, "val") != "restart")


def is_merged_down(settings: Mapping[str, Element]) -> bool:
    """Whether a cell takes part in a vertical merge."""
    return W + "vMerge" in settings or attribute(settings.get(W + "cellMerge"), "vMerge") is not None


def is_header(row: Element) -> bool:
    """Whether a row is to be repeated on every page."""
    return bool(switch(descendant(row, "trPr/tblHeader")))


def is_hidden_row(row: Element) -> bool:
    """Whether Word does not show a row."""
    return bool(switch(descendant(row, "trPr/hidden")))


def cell_to_lines(container: Element, place: WordPlace, desk: WordDesk) -> Iterator[Line]:
    """The lines of a cell (or a note, a header), those of tables inside it in reading order.

    Paragraphs are numbered through from 1, inner tables included.
    """
    return flattened_lines(container, place, desk, WORD, count(1))


def element_to_words(element: Element, texts: frozenset[str]) -> str:
    """The text of a row or cell for a finding, a space between paragraphs."""
    paragraphs = (
        "".join(str(piece) for text in paragraph.iter(*texts) for piece in text.itertext())
        for paragraph in element.iter(PARAGRAPH)
    )
    return " ".join(text for text in paragraphs if text)


def table_to_edges(table: Element, rows: list[Row]) -> tuple[float, ...]:
    """The column borders in points, from 0: those of the grid, as many as the rows need.

    A column that the grid does not have takes the width of a cell in it, and no width when there is none.
    """
    widths = grid_widths(table)
    needed = max((cell.column + cell.span for row in rows for cell in row.cells), default=0)
    if len(widths) < needed:
        own = cell_widths(table)
        widths += [own.get(column, 0.0) for column in range(len(widths), needed)]
    return tuple(round(edge, 2) for edge in accumulate((max(w, 0.0) for w in widths), initial=0.0))


def grid_widths(table: Element) -> list[float]:
    """The widths of the columns in points, as the table's grid gives them."""
    grid = table.find(W + "tblGrid")
    return [points(attribute(c, "w")) or 0.0 for c in ([] if grid is None else grid.findall(W + "gridCol"))]


def cell_widths(table: Element) -> dict[int, float]:
    """For each column the first width that a cell of that column alone declares, in points."""
    widths: dict[int, float] = {}
    for row in nearest(table, ROWS):
        column = width(value(row, "trPr/gridBefore"), least=0)
        for cell in nearest(row, CELLS):
            span = width(value(cell, "tcPr/gridSpan"), least=1)
            declared = descendant(cell, "tcPr/tcW")
            measure = points(attribute(declared, "w"))
            if span == 1 and measure is not None and attribute(declared, "type") in {None, "dxa"}:
                widths.setdefault(column, measure)
            column += span
    return widths


def item_to_table(item: Group | Element) -> Element | None:
    """The table that an item is; None for a group of paragraphs."""
    return None if isinstance(item, tuple) else item


WORD: Final[Format[Group | Element, WordDesk]] = Format(
    items=container_to_items,
    table=item_to_table,
    size=len,
    lines=lambda item, place, desk: group_to_lines(item, place, desk) if isinstance(item, tuple) else [],
    rows=accepted_rows,
    cells=lambda row, place, desk: [cell.element for cell in row_to_grid(row, place, desk)],
    is_hidden_row=is_hidden_row,
    is_frame=is_frame,
    block=table_to_block,
)
