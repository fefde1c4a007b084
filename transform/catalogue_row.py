"""The rows of the catalogue as the layout has them, and everything that is not in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from transform.bullets import line_to_bullet, lines_to_bullets
from transform.document import Cell, Line, Row
from transform.findings import Finding
from transform.header import Columns
from transform.header_rows import has_words, one_line, row_to_lines
from transform.heading_words import is_sentence
from transform.labels import LEVEL, has_label, is_label
from transform.ledger import Entry
from transform.place import Origin
from transform.role import BODIES, Role, letters


class CatalogueRow(NamedTuple):
    """A row of the catalogue as the layout has it: lines by role, in column order.

    ``block`` is the index of its table in the document, ``first`` marks the first row of a part (a page, a
    table), ``merged`` the roles whose cell began in a row above, ``group`` the heading above the group that this
    row belongs to. ``parted``: not only white space tells the rows of its table apart. ``openings`` are the lines
    (by ``id``) with which rows begin that were joined to it on their own page, ``overleaf`` those that it goes on with
    on another. ``unheaded``: the header was repeated amid a page since the group's heading, as where a group begins; or
    the heading cannot be read. ``coreless``: nor can the row's own core competence.
    """

    key: str
    block: int
    place: Origin
    lines: dict[Role, tuple[Line, ...]]
    merged: frozenset[Role]
    first: bool
    group: tuple[Line, ...] = ()
    parted: bool = True
    openings: frozenset[int] = frozenset()
    overleaf: frozenset[int] = frozenset()
    unheaded: bool = False
    coreless: bool = False


class Selection(NamedTuple):
    """The catalogue's rows, and everything that is not in them; ``blocks`` are the indexes of its tables.

    ``again`` are the numbers of pages that are the one before once more, ``above`` the lines of rows above a header.
    """

    rows: tuple[CatalogueRow, ...]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    outside: tuple[Line, ...]
    blocks: tuple[int, ...]
    again: frozenset[int] = frozenset()
    above: tuple[Line, ...] = ()


def cells_by_role(row: Row, columns: Columns) -> tuple[dict[Role, tuple[Line, ...]], frozenset[Role]]:
    """The lines of a row by the role of their column, and the roles whose cell began in a row above.

    A cell over the columns of both description and indicators holds a whole body if it has the label between them.
    """
    lines: dict[Role, tuple[Line, ...]] = {}
    merged = set()
    for cell in row.cells:
        role = columns.get(cell.column, Role.EXTRA)
        if cell.span > 1 and role in BODIES and _is_body(cell, columns):
            role = Role.BODY
        lines[role] = lines.get(role, ()) + cell.lines
        if cell.merged_above:
            merged.add(role)
    return lines, frozenset(merged)


def _is_body(cell: Cell, columns: Columns) -> bool:
    return {Role.DESCRIPTION, Role.INDICATORS} <= roles_under(cell, columns) and has_label(cell.lines)


def roles_under(cell: Cell, columns: Columns) -> set[Role]:
    """What the columns under a cell hold that are the catalogue's."""
    return {columns.get(column, Role.EXTRA) for column in range(cell.column, cell.column + cell.span)} - {Role.EXTRA}


def body_across(row: Row, columns: Columns, rows: Sequence[CatalogueRow]) -> Row:
    """A row of one cell across the table, in the column of bodies where the ``rows`` end in a competence that lacks it.

    That cell says the description, which ends as a sentence does, or begins the indicators with their label, or those
    of a level; or it goes on amid a sentence or a list, as the rest of such a row on the next page does.
    """
    filled = [cell for cell in row.cells if has_words(cell.lines)]
    level = len(filled) == 1 and LEVEL.fullmatch(one_line(filled[0].lines)) is not None
    if len(filled) != 1 or (filled[0].span < len(columns) and not level):
        return row
    cell, own = filled[0], _of_last(rows)
    labelled = has_label(cell.lines)
    held = [role for role in BODIES if role in own]
    if level:
        is_body = _has_levels(own, held)
    elif labelled:
        is_body = not any(map(has_label, own.values())) and Role.INDICATORS not in own
    else:
        is_body = _goes_on(cell.lines, own, held) if held else is_sentence(one_line(cell.lines))
    if Role.NAME not in own or not is_body:
        return row
    wanted = (Role.BODY, Role.INDICATORS if labelled or level or Role.INDICATORS in held else Role.DESCRIPTION)
    under = next((column for role in wanted for column, found in columns.items() if found is role), cell.column)
    return replace(row, cells=(replace(cell, column=under, span=1),))


def _has_levels(own: Mapping[Role, tuple[Line, ...]], held: Sequence[Role]) -> bool:
    """Whether a competence has other levels above this one, or nothing yet that a level could not head.

    Else the row heads a group, as in a catalogue that is parted by levels.
    """
    lines = [line for role in held for line in own[role]]
    return any(LEVEL.fullmatch(line.text) for line in lines) or not any(lines_to_bullets(lines))


def _goes_on(lines: Sequence[Line], own: Mapping[Role, tuple[Line, ...]], held: Sequence[Role]) -> bool:
    """Whether lines go on with a competence: in lower case where it ends amid a sentence, or with the sign of its list.

    Below its label any sign will do, and so it will for a list or sentence where the competence has no list yet. A
    number is none: that counts groups as well.
    """
    bullet = line_to_bullet(lines[0])
    if bullet and bullet.number is None and not any(map(str.isalnum, bullet.sign)):
        signs = {other.sign for role in held for other in lines_to_bullets(own[role]) if other}
        is_list = all(lines_to_bullets(lines)) if len(lines) > 1 else is_sentence(lines[0].text)
        return bullet.sign in signs or (is_list and not signs) or any(is_label(own[role][-1]) for role in held)
    small = one_line(lines)[:1].islower()
    return small and any(own[role][-1].text.rstrip()[-1:].isalnum() for role in held)


def _of_last(rows: Sequence[CatalogueRow]) -> dict[Role, tuple[Line, ...]]:
    """What the last rows say from the one that has a name on, by role; nothing of columns in which nothing stands."""
    said: dict[Role, tuple[Line, ...]] = {}
    for row in reversed(rows):
        said |= {role: (*lines, *said.get(role, ())) for role, lines in row.lines.items() if has_words(lines)}
        if Role.NAME in said:
            break
    return said


def row_without(row: Row, others: frozenset[int]) -> tuple[Row, tuple[Line, ...]]:
    """A row without the lines in it that are no text of a competence (by ``id``), and those lines."""
    found = tuple(line for line in row_to_lines(row) if id(line) in others)
    if not found:
        return row, ()
    kept = (replace(c, lines=tuple(line for line in c.lines if id(line) not in others)) for c in row.cells)
    return replace(row, cells=tuple(kept)), found


def letters_of(row: CatalogueRow, role: Role) -> str:
    """What a row says in a role, by its letters alone."""
    return letters("".join([line.text for line in row.lines.get(role, ())]))
