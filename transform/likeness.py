"""Whether a table says something like the catalogue: one that has its columns, or one with headings of its own.

Word documents hold tables that were made by copying the catalogue's and typing something else in them: the columns are
the same, and no header says what they hold. And a part of a catalogue may be headed by words that nobody knows.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from enum import Enum
from typing import Final, TypeAlias

from transform.bullets import lines_to_bullets
from transform.document import Cell, Line, Table, printed_characters
from transform.header_rows import filled_cells, one_line
from transform.labels import has_label
from transform.role import LONGEST_HEADER, Role, letters
from transform.sentences import ENDS_SENTENCE

#: Nothing is described in so few words.
FEW_WORDS: Final = 3

#: The lines of a row, by what its columns hold.
Lines: TypeAlias = Mapping[Role, tuple[Line, ...]]


class Likeness(Enum):
    """What the rows of a table have in common with those of the catalogue so far.

    FULL: all have a label or a bullet, in both. SOME: one of them does. NONE: each row of the table has a name of its
    own and none a label or a bullet, as all rows so far have. UNKNOWN: the same where rows so far have none either.
    """

    FULL = "full"
    SOME = "some"
    NONE = "none"
    UNKNOWN = "unknown"


def rows_to_likeness(rows: Sequence[Lines], so_far: Sequence[Lines]) -> Likeness:
    """Compare the rows of a table, empty ones left out, with the rows of the catalogue.

    Rows without a name count with the one above them. Fails for a part of the catalogue in which label and bullets were
    forgotten.
    """
    all_have = all(map(_have_items, _under_names(so_far)))
    parts = _under_names(rows)
    if parts and all_have and all(map(_have_items, parts)):
        return Likeness.FULL
    named = bool(rows) and all(map(_has_name, rows))
    if not named or any(map(_have_items, parts)):
        return Likeness.SOME
    return Likeness.NONE if all_have else Likeness.UNKNOWN


def is_described_alike(table: Table, signs: Container[str]) -> bool:
    """Whether each row of a table, but for its headings, has a name, a sentence, and a list with one of these signs.

    Only of rows that number two at least. Fails for a table without headings.
    """
    rows = [filled_cells(row) for row in table.rows[1:] if filled_cells(row)]
    return len(rows) > 1 and all(_describes(cells, signs) for cells in rows)


def _describes(cells: Sequence[Cell], signs: Container[str]) -> bool:
    """Whether cells are a name and what is said of it, with a list."""
    name, *others = cells
    lines = [line for cell in others for line in cell.lines]
    listed = [bullet is not None and bullet.sign in signs for bullet in lines_to_bullets(lines)]
    said = one_line(line for line, is_item in zip(lines, listed, strict=True) if not is_item)
    is_name = not ENDS_SENTENCE.search(name.lines[-1].text) and len(letters(one_line(name.lines))) <= LONGEST_HEADER
    return any(listed) and is_name and len(said.split()) > FEW_WORDS


def _under_names(rows: Sequence[Lines]) -> list[list[Lines]]:
    """Every row that has a name with those that go on below it."""
    parts: list[list[Lines]] = []
    for row in rows:
        if parts and not _has_name(row):
            parts[-1].append(row)
        else:
            parts.append([row])
    return parts


def _has_name(lines: Lines) -> bool:
    return any(printed_characters(line.text) for line in lines.get(Role.NAME, ()))


def _have_items(rows: Sequence[Lines]) -> bool:
    """Whether rows hold the label of indicators, or a bullet before a line of them."""
    body = [line for lines in rows for role in (Role.BODY, Role.INDICATORS) for line in lines.get(role, ())]
    return has_label(tuple(body)) or any(lines_to_bullets(body))
