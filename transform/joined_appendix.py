"""A table that was read together with the next appendix → the table, and what is of that.

    Durf        Gaat op basis van …          Where no rule ends the last row of the catalogue, white alone tells what
    Bijlage 1C  Gesprekscyclus               stands below it, and a small table there may seem to go on with it. The
    Stap        Wanneer      Wie             heading of an appendix says that it does not.

Only on a page, below a row of several columns, where the heading stands alone on its line at the left of the table and
numbers another appendix than the one above. Fails for the heading of an appendix without a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from msgspec.structs import replace

from transform.appendices import APPENDIX, appendix_number
from transform.bullets import is_same_indent
from transform.document import Block, Document, Line, Row, Table
from transform.header_rows import filled_cells, row_to_lines
from transform.place import Box, PagePlace


def document_to_parted(document: Document) -> Document:
    """The document with each such table ended above the heading of another appendix."""
    number = ""
    blocks = list[Block]()
    for block in document.blocks:
        if isinstance(block, Line):
            number = number if block.running or block.hidden else appendix_number(block) or number
            blocks.append(block)
            continue
        heading = _other_heading(block, number)
        blocks += [block] if heading is None else _parts(block, heading)
        number = appendix_number(heading) if heading else number
    return replace(document, blocks=tuple(blocks)) if len(blocks) > len(document.blocks) else document


def _other_heading(table: Table, number: str) -> Line | None:
    """The first line of a table that heads another appendix than the one with that number."""
    lines = [line for row in table.rows for line in row_to_lines(row)]
    named = [line for line in lines if APPENDIX.match(line.text) and not (line.running or line.hidden)]
    for line in named if isinstance(table.origin, PagePlace) else ():
        left = min(_box(other).x0 for other in lines)
        rows = [row for row in table.rows if len(filled_cells(row)) > 1]
        below_rows = any(all(_box(other).bottom <= _middle(line) for other in row_to_lines(row)) for row in rows[:1])
        beside = (other for other in lines if other is not line and _box(other).top < _middle(line))
        alone = all(_box(other).bottom <= _middle(line) for other in beside)
        is_other = appendix_number(line) not in {"", number}
        if is_other and below_rows and alone and is_same_indent(_box(line).x0, left, line):
            return line
    return None


def _parts(table: Table, heading: Line) -> Iterator[Block]:
    """What stands above the heading; then it, with all lines down to a row of several columns, and the rest."""
    top = _box(heading).top
    above = [row for row in (_cut(row, top, below=False) for row in table.rows) if row_to_lines(row)]
    below = [row for row in (_cut(row, top, below=True) for row in table.rows) if row_to_lines(row)]
    yield _table(table, above, table.edges)
    of_heading = [*below[:1], *takewhile(_is_line, below[1:])]
    rest = [*dropwhile(_is_line, below[1:])]
    for row in of_heading:
        yield from sorted(row_to_lines(row), key=lambda line: (_box(line).top, _box(line).x0))
    if rest:
        yield _table(table, rest, (table.edges[0], table.edges[-1]))  # its columns are its own


def _is_line(row: Row) -> bool:
    return len(filled_cells(row)) < 2


def _cut(row: Row, top: float, *, below: bool) -> Row:
    """A row with the lines from a place on, or those above it."""
    cells = (
        replace(cell, lines=tuple(line for line in cell.lines if (_box(line).top >= top) is below))
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))


def _table(table: Table, rows: Sequence[Row], edges: tuple[float, ...]) -> Table:
    """Some rows of a table, in a place of their own; the first that it had keep that of the table."""
    if rows[0].origin == table.rows[0].origin or not isinstance(table.origin, PagePlace):
        return replace(table, rows=tuple(rows))
    box, top = table.origin.box, min(_box(line).top for line in row_to_lines(rows[0]))
    place = replace(table.origin, box=Box(box.x0, min(top, box.bottom), box.x1, box.bottom))
    return replace(table, rows=tuple(rows), origin=place, edges=edges)


def _middle(line: Line) -> float:
    return (_box(line).top + _box(line).bottom) / 2


def _box(line: Line) -> Box:
    return line.origin.box if isinstance(line.origin, PagePlace) else Box(0.0, 0.0, 0.0, 0.0)
