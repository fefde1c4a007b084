"""Core competences that head a group of competences: in a row of the table, or on a line above it.

Verbindend                                         Competentie   Beschrijving en indicatoren
Competentie   Beschrijving en indicatoren          Verbindend
Klantgericht  Toont zich …                         Klantgericht  Toont zich …
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise
from typing import Final

from transform.bullets import is_same_indent
from transform.document import Cell, Document, Line, Row, Table
from transform.header import Columns
from transform.header_rows import filled_cells, one_line, row_to_lines, table_to_headers
from transform.heading import APPENDIX
from transform.labels import has_label
from transform.place import PagePlace, page_of
from transform.role import Role, letters

#: White above a heading within a table, as a share of its type size, at least.
BELOW: Final = 0.5


def is_group_heading(row: Row, columns: Columns, *, is_last: bool, in_rows: bool) -> bool:
    """One text over several columns, or alone in the column where a heading of the group can stand.

    A name alone in the last row of a page is no heading: the rest of its row is on the next page. Nor is a core
    competence there, where rows have their own (``in_rows``), or one whose cell goes on beside the rows below.
    """
    filled = [cell for cell in row.cells if one_line(cell.lines)]
    if len(filled) != 1 or has_label(filled[0].lines):
        return False
    role = columns.get(filled[0].column, Role.EXTRA)
    if filled[0].span > 1:
        return filled[0].span >= len(columns) or role in {Role.NAME, Role.CORE}
    if role is Role.CORE:
        return not (is_last and in_rows) and not _goes_on_below(filled[0], row)
    return role is Role.NAME and Role.CORE not in columns.values() and not is_last


def _goes_on_below(cell: Cell, row: Row) -> bool:
    """Whether a cell is deeper than its row, as that of a group is; only places on a page tell."""
    return isinstance(row.origin, PagePlace) and cell.box is not None and cell.box.bottom > row.origin.box.bottom


def lines_above_tables(document: Document) -> frozenset[int]:
    """The lines right above tables that name their core competence, by ``id``.

    Only where no header has a column for it and at least two headers each have a line of their own above them, running
    headers aside; tables close together may have been read as one, with such a line as a row of it, but a title that
    the table repeats above its header is none. The last line of a page may be a note: it heads the table on the next
    only where others have headings, and no figure begins it. Fails for a single table under a single heading, where the
    core competence is reported missing.
    """
    above: list[Line] = []
    before: list[Line] = []
    said: set[str] = set()
    titles: list[str] = []
    blocks = [block for block in document.blocks if not (isinstance(block, Line) and block.running)]
    for line, table in pairwise(blocks):
        headers = table_to_headers(table) if isinstance(table, Table) else {}
        if not isinstance(table, Table) or not headers:
            continue
        if Role.CORE in set[Role]().union(*(found.values() for found in headers.values())):
            continue
        if isinstance(line, Line) and not APPENDIX.match(line.text):
            (above if page_of(line.origin) == page_of(table.origin) else before).append(line)
        said |= {letters(one_line(lines)) for lines in _above_headers(table, headers)}
        titles += (letters(one_line(row_to_lines(row))) for row in table.rows[: min(headers)])
    said -= {title for title in titles if titles.count(title) > 1}
    said |= {letters(line.text) for line in above}
    headings = [*above, *(line for line in before if line.text.strip()[:1].isalpha())]
    return frozenset(id(line) for line in headings if len(said) > 1)


def lines_within_tables(document: Document, above: Container[int]) -> frozenset[int]:
    """The last lines of rows that head the next group, by ``id``: tables without rules were read as one.

    Such a line stands below all others of its row, right above a header row, and as far from the edge of the table as
    the lines ``above`` tables do. Fails for a heading that stands where the column's own lines do, and close to them.
    """
    tables = [block for block in document.blocks if isinstance(block, Table)]
    lefts = [
        _from_edge(line, table)
        for line, table in pairwise(document.blocks)
        if id(line) in above and isinstance(line, Line) and isinstance(table, Table)
    ]
    lines = (
        line for table in tables for line in _last_lines(table) if any(_is_at(line, table, left) for left in lefts)
    )
    return frozenset(map(id, lines if lefts else ()))


def _last_lines(table: Table) -> Iterator[Line]:
    """The last line of each row right above a header row: alone, or below all others with white between."""
    headers = table_to_headers(table)
    for index, row in enumerate(table.rows[:-1]):
        if index in headers or index + 1 not in headers or Role.CORE in headers[index + 1].values():
            continue
        placed = [(line, line.origin.box) for line in row_to_lines(row) if isinstance(line.origin, PagePlace)]
        placed.sort(key=lambda own: own[1].bottom)
        others = [box.bottom for _, box in placed[-2:-1]]
        for line, box in placed[-1:]:
            if all(box.top - bottom > BELOW * (line.size or 0.0) for bottom in others):
                yield line


def _from_edge(line: Line, table: Table) -> float:
    """How far from the left edge of a table a line begins; 0 in a format without pages."""
    return line.origin.box.x0 - table.edges[0] if isinstance(line.origin, PagePlace) and table.edges else 0.0


def _is_at(line: Line, table: Table, left: float) -> bool:
    return is_same_indent(_from_edge(line, table), left, line)


def _above_headers(table: Table, headers: Container[int]) -> Iterator[tuple[Line, ...]]:
    """What stands alone in rows right above further header rows of a table."""
    for index, (row, _) in enumerate(pairwise(table.rows)):
        filled = filled_cells(row)
        if index + 1 in headers and index not in headers and len(filled) == 1:
            yield filled[0].lines
