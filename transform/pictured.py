"""Cells of Word whose text is a picture or a box: what they say is not read, and nothing may be filled in for it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from transform.document import Cell, Row
from transform.findings import Code, Finding
from transform.header import Columns
from transform.header_rows import one_line
from transform.place import WordPlace
from transform.role import Role

#: What a reader says of a cell that shows more than was read.
UNREAD = frozenset({Code.PICTURE, Code.TEXT_BOX, Code.FIELD_UNREAD})


def unread_cells(findings: Iterable[Finding]) -> frozenset[WordPlace]:
    """The cells in which a picture, box or field stands."""
    places = (finding.place for finding in findings if finding.code in UNREAD)
    return frozenset(replace(place, paragraph=None) for place in places if isinstance(place, WordPlace))


def is_pictured(row: Row, cell: Cell, unread: frozenset[WordPlace]) -> bool:
    """Whether a cell of a row has no text, but a picture or box."""
    if not unread or not isinstance(row.origin, WordPlace) or one_line(cell.lines):
        return False
    return replace(row.origin, cell=row.cells.index(cell) + 1) in unread


def core_is_pictured(row: Row, columns: Columns, unread: frozenset[WordPlace]) -> bool:
    """Whether the core competence of a row is a picture or box: that of the rows above is not it."""
    cores = (cell for cell in row.cells if columns.get(cell.column) is Role.CORE)
    return any(is_pictured(row, cell, unread) for cell in cores)
