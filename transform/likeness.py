"""Whether a table that has the columns of the catalogue also says something like it.

Word documents hold tables that were made by copying the catalogue's and typing something else in them: the columns are
the same, and no header says what they hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TypeAlias

from transform.bullets import lines_to_bullets
from transform.document import Line, printed_characters
from transform.labels import has_label
from transform.role import Role

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
