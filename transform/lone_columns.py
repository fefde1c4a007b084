"""A column whose header names one of both, description or indicators, and whose cells hold both.

Competentie │ Kerncompetentie │ Gedragsindicatoren           Competentie │ Kerncompetentie │ Omschrijving
Durf        │ Verbindend      │ Gaat op een ander af.        Durf        │ Verbindend      │ Gaat op een ander af.
            │                 │ Indicatoren:                             │                 │ - Vraagt door.
            │                 │ - Vraagt door.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final, TypeAlias

from transform.bullets import lines_to_bullets
from transform.document import Line, Row, Table
from transform.header import Columns
from transform.labels import has_description, has_label
from transform.role import BODIES, Role, letters

#: The header rows of each table, by its ``id``.
Headers: TypeAlias = Mapping[int, dict[int, Columns]]

#: What heads a list ends otherwise.
_FULL_STOP: Final = re.compile(r"[.!?][\"'’”»)\]]*\s*$")
_INDICATORS_ALONE: Final = frozenset({Role.INDICATORS})


def lists_below_text(lines: tuple[Line, ...]) -> bool:
    """Whether a cell has a text that ends as a sentence does, and below it a list."""
    listed = lines_to_bullets(lines)
    lead = [line for line, _ in takewhile(lambda pair: pair[1] is None, zip(lines, listed, strict=True))]
    return len(lead) < len(lines) and any(_FULL_STOP.search(line.text) for line in lead)


def holds_bodies(columns: Columns, rows: Iterable[Row], *, listed: bool) -> bool:
    """Whether a lone column of descriptions holds whole bodies: with a label, or most with a list if ``listed``.

    The latter only beside a column of core competences, or where nothing else is the catalogue: other tables describe
    competences too, and list what they like.
    """
    bodies = {column for column, role in columns.items() if role is Role.DESCRIPTION}
    rows = list(rows)
    if any(has_label(cell.lines) for row in rows for cell in row.cells if cell.column in bodies):
        return True
    return listed and _mostly(lists_below_text(lines) for lines in _named(columns, rows))


def with_lone_columns(tables: Sequence[Table], headers: Headers) -> dict[int, dict[int, Columns]]:
    """The headers of each table, by ``id``, as the whole document shows what a lone column holds."""
    headers = _with_descriptions([table for table in tables if headers.get(id(table))], headers)
    known = {_said_by(table.rows[i]): own for table in tables for i, own in headers[id(table)].items() if own}
    others = (table for table in tables if table.rows and not headers[id(table)]) if known else ()
    again = {id(table): known[said] for table in others if (said := _said_by(table.rows[0])) in known}
    return dict(headers) | {table: {0: columns} for table, columns in again.items()}


def _said_by(row: Row) -> tuple[tuple[int, str], ...]:
    """What a header says in which column."""
    return tuple((cell.column, letters("".join(line.text for line in cell.lines))) for cell in row.cells)


def _with_descriptions(tables: Sequence[Table], headers: Headers) -> Headers:
    """Headers in which lone columns of indicators hold bodies, if most of their cells have a description.

    So where no header of the document names descriptions. Fails for descriptions above indicators that have neither
    label nor bullets: each becomes the first indicator, and is told.
    """
    found = [columns for table in tables for columns in headers[id(table)].values() if columns]
    if not found or any(BODIES.intersection(columns.values()) != _INDICATORS_ALONE for columns in found):
        return headers
    said = (lines for table in tables for lines in _said(table, headers[id(table)]))
    if not _mostly(has_description(lines) or lists_below_text(lines) for lines in said):
        return headers
    other = {id(columns): _as_bodies(columns) for columns in found}
    return dict(headers) | {
        id(table): {index: other.get(id(own), own) for index, own in headers[id(table)].items()} for table in tables
    }


def _as_bodies(columns: Columns) -> Columns:
    return {column: Role.BODY if role is Role.INDICATORS else role for column, role in columns.items()}


def _said(table: Table, headers: Mapping[int, Columns]) -> Iterator[tuple[Line, ...]]:
    """What is said of each competence under the last of a table's headers."""
    columns = headers[max(headers)]
    return _named(columns, (row for index, row in enumerate(table.rows) if index not in headers))


def _named(columns: Columns, rows: Iterable[Row]) -> Iterator[tuple[Line, ...]]:
    """What is said of each competence: the lines of rows that have a name, in the columns of ``BODIES``."""
    for row in rows:
        said = [columns.get(cell.column) for cell in row.cells if any(line.text.strip() for line in cell.lines)]
        if Role.NAME in said and not BODIES.isdisjoint(said):
            yield tuple(line for cell in row.cells if columns.get(cell.column) in BODIES for line in cell.lines)


def _mostly(answers: Iterable[bool]) -> bool:
    found = list(answers)
    return 2 * sum(found) > len(found)
