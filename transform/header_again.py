"""A header that stands again: whether it is the one in force, though it was read otherwise.

    Competenties   Kerncompetentie          the header in force
    Competenties   KerncompetentiOndern     again, and what runs into its cell

Of each header its words are asked: the letters of every column, by role.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from transform.catalogue_row import cells_by_role
from transform.document import Cell, Row, Table
from transform.header import Columns
from transform.header_rows import one_line
from transform.role import Role, letters

Words = Mapping[Role, str]


def only_ran_over(words: Words, before: Words, header: Row, table: Table, columns: Columns) -> bool:
    """Whether the header ``before`` is repeated in its own columns, with a word over the border of one.

    A column that is left without a heading by that has its text in every row of the table that has a name.
    """
    if "".join(words.values()) != "".join(before.values()) or len(words) != len(before):
        return False
    blank = [role for role, word in words.items() if not word]
    rows = [cells_by_role(row, columns)[0] for row in table.rows if blank and row is not header]
    named = [lines for lines in rows if one_line(lines.get(Role.NAME, ()))]
    return all(one_line(lines.get(role, ())) for lines in named for role in blank)


def stands_again(row: Row, heads: Sequence[Cell]) -> bool:
    """Whether a row says what the cells of a header do, each where that begins.

    A cell over two columns may be typed again in the first of them.
    """
    own, other = ([(cell.column, letters(one_line(cell.lines))) for cell in cells] for cells in (row.cells, heads))
    return [place for place in own if place[1]] == [place for place in other if place[1]]


def lost_words(words: Words, before: Words) -> bool:
    """Whether the header ``before`` is repeated, but read into other columns."""
    return words != before and "".join(words.values()) == "".join(before.values())


def holds_more(words: Words, before: Words) -> bool:
    """Whether the header ``before`` is repeated with more in one of its cells: a row was read as part of it.

    Of a header in two levels, which has columns without a word, the upper one may be repeated alone.
    """
    if not all(before.values()) or words.keys() != before.keys():
        return False
    return words != before and all(_holds(word, before[role]) for role, word in words.items())


def _holds(word: str, head: str) -> bool:
    """Whether a word begins as a heading, or half of it, and has all its letters: what runs into it may lie amid."""
    return word.startswith(head[: len(head) // 2 + 1]) and Counter(head) <= Counter(word)


def is_above_header(index: int, headers: Mapping[int, Columns]) -> bool:
    """Whether a row is the first of its table, stands above the first header of it, or right above a further one."""
    return not index or index + 1 in headers or index < min(headers, default=0)
