"""A table → its header rows: the columns of the catalogue, in one row, in two that were read apart, or in two levels.

Competenties │ Kern-        │ Beschrijving en indicatoren       Without rules only white space tells rows apart, and
             │ competentie  │                                   a header cell of two lines may be read as two rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from transform.alignment import row_under_header
from transform.document import Cell, Document, Line, Row, Table
from transform.header import Columns, body_in_two, cell_to_role, row_to_columns, rows_to_columns
from transform.labels import has_label
from transform.lone_columns import holds_bodies, with_lone_columns
from transform.role import BEHAVIOUR_STEMS, BODIES, LONGEST_HEADER, Role, letters, words_to_role

#: A header cell that ends so goes on: ``Kern-``, ``Beschrijving en``.
UNFINISHED: Final = re.compile(r"(?:[-‐/&,+]|\b(?:en|of|and|or))\s*$", re.IGNORECASE)


#: What a name, core competence or heading ends in where it is given once more: ``Durf (vervolg)``, letters only.
CONTINUED: Final = "vervolg"

#: A header word is set in no more lines.
LONGEST_KEY: Final = 3

#: What parts of a fiche are called, and no competence is; letters only.
PLAIN_KEYS: Final = frozenset(
    {
        *("kerncompetentie", "kernwaarde", "beschrijving", "omschrijving", "definitie", "toelichting"),
        *("indicatoren", "gedragsindicatoren", "beschrijvingenindicatoren", "gedragsvoorbeelden", "gedragskenmerken"),
    }
)

#: What a second level tells apart under one heading.
_APART: Final = frozenset({Role.DESCRIPTION, Role.INDICATORS})


def document_to_headers(document: Document) -> dict[int, dict[int, Columns]]:
    """The header rows of each table, by its ``id``: where there are none at all, those above lists as well."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    headers = {id(table): table_to_headers(table) for table in tables}
    if not any(headers.values()):
        headers = {id(table): table_to_headers(table, listed=True) for table in tables}
    return with_lone_columns(tables, headers)


def table_to_headers(table: Table, *, listed: bool = False) -> dict[int, Columns]:
    """The columns of each header row by its index; both rows of a header that was read as two have the same value.

    ``Kern-`` over ``competentie``, alone in its row: without rules only white space tells rows apart. A fiche that was
    set upright has one, whatever its competence is called. ``listed``: lists below descriptions of competences are the
    indicators, whatever else the header says.
    """
    headers: dict[int, Columns] = {}
    known = [{cell_to_role(cell) for cell in row.cells} - {Role.EXTRA} for row in table.rows]
    for index, row in enumerate(table.rows[:1] if table.upright else table.rows):
        if not known[index] and not any(found & BODIES for found in known[index + 1 : index + 2]):
            continue  # no word of a header in it, nor below it what may stand under one that has none
        below = table.rows[index + 1 : index + 2]
        rest = row_under_header(below[0], row.cells, table.edges) if below else None
        found = _columns_of(row, table, listed=listed)
        levels = rows_to_columns(row, rest) if rest else None
        if found is None:
            headers |= {index: {}, index + 1: levels} if levels else {}
            continue
        if levels and rest and set(map(cell_to_role, rest.cells)) >= _APART:
            headers |= {index: levels, index + 1: levels}
            continue
        headers[index] = found
        if rest and _is_lower_level(rest, found):
            headers[index + 1] = found
            continue
        joined = (
            _columns_of(_joined(row, rest), table, listed=listed)
            if rest and _is_rest_of_header(row, found, rest)
            else None
        )
        if joined and Role.EXTRA not in {joined[cell.column] for cell in filled_cells(rest)}:
            headers[index] = headers[index + 1] = joined
    return headers


def keys_of(rows: Iterable[Row]) -> set[Role]:
    """What header words say that stand down the first column, beside something else."""
    firsts = (row.cells[0] for row in rows if len(row.cells) > 1 and len(row.cells[0].lines) <= LONGEST_KEY)
    return {cell_to_role(cell) for cell in firsts if cell.lines} - {Role.EXTRA}


def _is_key(row: Row, table: Table) -> bool:
    """Whether what looks like a header is the first row of a fiche: ``Competentie`` beside ``Coöperatief gedrag``.

    Nothing but behaviour is said beside the first word, and other header words stand below that; a column of names
    holds one at most, by chance, and none that says description and indicators both. Whatever is said there, no two
    names are called just as parts of a fiche are.
    """
    if cell_to_role(row.cells[0]) is not Role.NAME:
        return False
    rest = [other for other in table.rows if other is not row]
    beside = {letters(one_line(cell.lines)) for cell in row.cells[1:]}
    firsts = {letters(one_line(other.cells[0].lines)) for other in rest if len(other.cells) > 1}
    if len(firsts & PLAIN_KEYS) > 1 and not beside & PLAIN_KEYS:
        return True
    others = [cell for cell in row.cells[1:] if cell_to_role(cell) not in {Role.EXTRA, Role.CORE}]
    if not all(says_behaviour_only(letters(one_line(cell.lines))) for cell in others):
        return False
    below = keys_of(rest)
    return len(below - {Role.NAME}) > 1 or Role.BODY in below


def says_behaviour_only(words: str) -> bool:
    """Whether ``letters`` say what a header of indicators does by a word for behaviour alone, as names do as well."""
    rest = words
    for stem in BEHAVIOUR_STEMS:
        rest = rest.replace(stem, "")
    return words_to_role(words) is Role.INDICATORS and words_to_role(rest) is Role.EXTRA


def row_to_lines(row: Row) -> tuple[Line, ...]:
    """All lines of a row, cell by cell."""
    return tuple([line for cell in row.cells for line in cell.lines])


def first_words(table: Table) -> str:
    """By which a person knows a table."""
    lines = [line for row in table.rows for line in row_to_lines(row)]
    return " | ".join(line.text.strip() for line in lines[:3])


def filled_cells(row: Row | None) -> list[Cell]:
    """The cells of a row that hold text."""
    return [cell for cell in row.cells if has_words(cell.lines)] if row else []


def _is_rest_of_header(header: Row, columns: Columns, row: Row) -> bool:
    """Whether a row has text only under header cells that are unfinished, or say nothing by themselves."""
    unfinished = {cell.column for cell in header.cells if UNFINISHED.search(one_line(cell.lines))}
    unfinished |= {column for column, role in columns.items() if role is Role.EXTRA}
    return bool(filled_cells(row)) and all(cell.column in unfinished for cell in filled_cells(row))


def _is_lower_level(row: Row, columns: Columns) -> bool:
    """Whether the header cells of names go on in a row: what else stands in it tells apart what it stands under.

    ``Indicatoren`` over ``Niveau 1``, ``Niveau 2`` beside ``Competentie``.
    """
    names = [cell for cell in row.cells if columns.get(cell.column) is Role.NAME]
    short = all(len(one_line(cell.lines)) <= LONGEST_HEADER and not has_label(cell.lines) for cell in row.cells)
    return bool(names) and all(cell.merged_above for cell in names) and short


def _joined(row: Row, rest: Row) -> Row:
    more = {cell.column: cell.lines for cell in rest.cells}
    cells = tuple(replace(cell, lines=cell.lines + more.get(cell.column, ())) for cell in row.cells)
    return replace(row, cells=cells)


def _columns_of(row: Row, table: Table, *, listed: bool) -> Columns | None:
    """The columns of a header row; a lone description column holds the body where its cells say so."""
    columns = row_to_columns(row)
    if columns and (_is_key(row, table) or not _names_stand_there(columns, row, table)):
        return None
    if columns:
        columns = body_in_two(columns, row, table)
    if not columns or set(columns.values()) & {Role.BODY, Role.INDICATORS}:
        return columns
    listed = Role.CORE in columns.values() or (listed and _names_competences(columns, row))
    if not holds_bodies(columns, (other for other in table.rows if other is not row), listed=listed):
        return None
    return {column: Role.BODY if role is Role.DESCRIPTION else role for column, role in columns.items()}


def _names_competences(columns: Columns, header: Row) -> bool:
    """Whether a header says so of the names: those of other things are described too."""
    names = (cell for cell in header.cells if columns.get(cell.column) is Role.NAME)
    return any("competent" in letters(one_line(cell.lines)) for cell in names)


def _names_stand_there(columns: Columns, header: Row, table: Table) -> bool:
    """Whether a column of names has a heading, or text in another row: an empty margin has neither."""
    if any(columns.get(cell.column) is Role.NAME for cell in filled_cells(header)):
        return True
    others = (cell for row in table.rows if row is not header for cell in filled_cells(row))
    return any(columns.get(cell.column) is Role.NAME for cell in others)


def one_line(lines: Iterable[Line]) -> str:
    """The text of lines as one, white space folded."""
    return " ".join(" ".join([line.text for line in lines]).split())


def has_words(lines: Iterable[Line]) -> bool:
    """Whether lines say anything: ``one_line`` of them is not empty."""
    return any(line.text.strip() for line in lines)  # the first tells, of nearly all


def cells_to_letters(cells: Iterable[Cell]) -> str | None:
    """What a header says; a part of a table may have it that has nothing else by which one is known."""
    return "".join(letters(one_line(cell.lines)) for cell in cells) or None


def row_to_letters(row: Row) -> str:
    """What a row says, by its letters alone: so the same title is known again."""
    return letters(one_line(row_to_lines(row)))
