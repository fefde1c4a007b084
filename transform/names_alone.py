"""Rows with a name and nothing else: competences of which nothing is said, or headings of what begins overleaf.

    │ Verbindend                │      a heading, over all columns, which the column of names has room for
    │ Durf        │ Blijkt …    │
    │ Integriteit │             │      a competence of which nothing is said

Where no rule parts the columns a heading is over several only if it runs over: such tables tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transform.catalogue_row import CatalogueRow
from transform.document import Cell, Line, Table
from transform.header import Columns
from transform.header_rows import UNFINISHED, filled_cells, has_words, one_line
from transform.heading_words import is_sentence
from transform.labels import has_description
from transform.place import Origin, PagePlace
from transform.role import Role


def names_alone(table: Table, headers: Mapping[int, Columns]) -> frozenset[Origin]:
    """The rows of a table, by their places, that hold a name alone, and head no group."""
    if not headers or not any(map(_fits_in_its_first_column, _across(table, headers))):
        return frozenset()
    names = {column for columns in headers.values() for column, role in columns.items() if role is Role.NAME}
    below = [row for index, row in enumerate(table.rows) if index > min(headers) and index not in headers]
    filled = [(row, filled_cells(row)) for row in below]
    return frozenset(row.origin for row, own in filled if len(own) == 1 and own[0].span == 1 and own[0].column in names)


def _across(table: Table, headers: Mapping[int, Columns]) -> Iterator[tuple[Cell, float]]:
    """The cells of headings over all columns, each with where the first of those ends on its page."""
    count = max(len(columns) for columns in headers.values())
    for index, row in enumerate(table.rows):
        if not any(cell.span >= count > 1 for cell in row.cells) or index < min(headers) or index in headers:
            continue
        filled = filled_cells(row)
        if len(filled) == 1 and not is_sentence(one_line(filled[0].lines)):
            yield filled[0], table.edges[filled[0].column + 1] if len(table.edges) > count else 0.0


def _fits_in_its_first_column(across: tuple[Cell, float]) -> bool:
    """Whether a heading need not run over more than one column; a format without pages says so itself."""
    cell, end = across
    return all(_ends_before(line, end) for line in cell.lines)


def _ends_before(line: Line, end: float) -> bool:
    return not isinstance(line.origin, PagePlace) or line.origin.box.x1 < end


def heads_what_begins(above: CatalogueRow, lines: Mapping[Role, tuple[Line, ...]]) -> bool:
    """Whether the last row of the page before, a name alone, heads the group that begins with these lines.

    Else it is the first line of a name that goes on here: that would be unfinished, or go on in lower case.
    """
    alone = [role for role, own in above.lines.items() if has_words(own)] == [Role.NAME]
    name, ended = one_line(lines.get(Role.NAME, ())), one_line(above.lines.get(Role.NAME, ()))
    whole = has_description(lines.get(Role.BODY, ())) or bool(lines.get(Role.DESCRIPTION))
    return alone and not above.merged and whole and name[:1].isupper() and not UNFINISHED.search(ended)
