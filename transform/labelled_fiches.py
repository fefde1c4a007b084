"""Fiches whose words stand before what they say, in its own cell → the same with those words in a cell beside it.

    Competentie: Durf │ Kerncompetentie: Moedig       Competentie     │ Durf
    Beschrijving: Blijkt te zijn.                     Kerncompetentie │ Moedig
    Indicatoren:                                      Beschrijving    │ Blijkt te zijn.
    - Vraagt door.                                    Indicatoren     │ - Vraagt door.

All of it may stand in one cell. A line is cut behind its word, which nothing later could do: the books are of the lines
as they are then, and hold every character. Fails, and leaves the tables as they are, where one of them has a cell that
begins with none of the words, but for a name across the first row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.document import Cell, Document, Line, Row, Table
from transform.header_rows import filled_cells, table_to_headers
from transform.role import Role, letters, words_to_role

#: So many such tables, or competences in one of them, show that they are no chance.
LEAST: Final = 2
#: A word, or a few, before a colon: ``Beschrijving en indicatoren:``.
_WORD: Final = re.compile(r"\s*(?P<word>[^:.;,!?\n]{4,40}?)\s*:(?=\s|$)\s*")


class Entry(NamedTuple):
    """A word and its lines, and what is said behind and below it."""

    role: Role
    key: Line
    said: tuple[Line, ...]


def document_to_labelled(document: Document) -> Document:
    """The document with the words of such fiches in cells of their own; the same document where there are none."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    found = {id(table): rows for table in tables if (rows := _table_to_rows(table))}
    times = [sum(_names(row) for row in rows) or 1 for rows in found.values()]
    if sum(times) < LEAST or any(map(table_to_headers, tables)):
        return document
    edges = (0.0, 1.0, 2.0)
    blocks = (
        replace(b, rows=found[id(b)], edges=edges) if isinstance(b, Table) and id(b) in found else b
        for b in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _names(row: Row) -> bool:
    """Whether a row of what was found says the name."""
    return len(row.cells) > 1 and _role_of(row.cells[0].lines[0].text) is Role.NAME


def _table_to_rows(table: Table) -> tuple[Row, ...] | None:
    """The rows that a table would have with each word beside what it says; None if it is no such table."""
    rows: list[Row] = []
    entries: list[Entry] = []
    for row, cell in ((own, cell) for own in table.rows for cell in filled_cells(own)):
        own = _cell_to_entries(cell, {entry.role for entry in entries})
        if own is None and not rows and len(filled_cells(row)) == 1:
            rows.append(replace(row, cells=(replace(cell, column=0, span=2),)))
            continue
        if own is None or cell.merged_above:
            return None
        rows += (_entry_to_row(entry, row) for entry in own)
        entries = [*([] if any(entry.role is Role.NAME for entry in own) else entries), *own]
        if not _are_different(entries):
            return None
    return tuple(rows) if _are_whole(entries) else None


def _are_different(entries: Sequence[Entry]) -> bool:
    roles = [entry.role for entry in entries if entry.role is not Role.EXTRA]
    return len(set(roles)) == len(roles)


def _are_whole(entries: Sequence[Entry]) -> bool:
    """Whether a description and indicators are said; the name may stand above the table."""
    roles = {entry.role for entry in entries if entry.said}
    return len(entries) > 1 and (Role.BODY in roles or {Role.DESCRIPTION, Role.INDICATORS} <= roles)


def _cell_to_entries(cell: Cell, known: set[Role]) -> list[Entry] | None:
    """The words of a cell, each on the line that it begins, with what they say; None if none begins the cell.

    A word of which another entry is ``known`` begins none within a cell, nor does one that is none of the catalogue's:
    it is text there.
    """
    entries: list[Entry] = []
    for line in cell.lines:
        cut = _cut(line)
        role = _role_of(line.text) if cut else Role.EXTRA
        if cut and not (entries and role in known | {Role.EXTRA, *(entry.role for entry in entries)}):
            key, rest = cut
            entries.append(Entry(role, key, (rest,) if rest.text else ()))
        elif entries:
            entries[-1] = entries[-1]._replace(said=(*entries[-1].said, line))
        else:
            return None
    return entries or None


def _role_of(text: str) -> Role:
    match = _WORD.match(text)
    return words_to_role(letters(match["word"])) if match else Role.EXTRA


def _cut(line: Line) -> tuple[Line, Line] | None:
    """A line cut behind the word that it begins with; None where it begins with none, or with a sign."""
    match = _WORD.match(line.text)
    if match is None or line.symbols or line.marker is not None or any(r.start < match.end() for r in line.raised):
        return None
    raised = tuple(replace(r, start=r.start - match.end(), end=r.end - match.end()) for r in line.raised)
    key = replace(line, text=line.text[: match.end()], raised=())
    return key, replace(line, text=line.text[match.end() :], raised=raised)


def _entry_to_row(entry: Entry, row: Row) -> Row:
    cells = Cell(lines=(entry.key,), column=0), Cell(lines=entry.said, column=1)
    return Row(cells=cells, origin=row.origin)
