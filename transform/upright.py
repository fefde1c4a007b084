"""A fiche → the table that it would be under a header row: its keys side by side, a row for each competence below them.

Fiches are told from other tables in ``fiches``; here nothing is decided but where each cell goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Final, NamedTuple

from transform.bullets import Bullet, lines_to_bullets
from transform.document import Cell, Line, Row, Table
from transform.header_rows import one_line
from transform.heading_words import is_sentence
from transform.place import Box, Origin, PagePlace
from transform.role import BODIES, Role

#: No name is longer, in characters.
LONGEST_NAME: Final = 80


class Key(NamedTuple):
    """A row of a fiche: the cell with its header word, what that says, and the cells beside it, row by row.

    All rows but the first go on with it. ``alone``: no other key stands in the same row.
    """

    cell: Cell
    role: Role
    rows: tuple[tuple[Cell, ...], ...]
    table: Table
    place: Origin
    alone: bool = True

    def lines(self) -> Iterator[Line]:
        """The header word, and what stands beside it."""
        yield from self.cell.lines
        yield from (line for cells in self.rows for cell in cells for line in cell.lines)


class Fiche(NamedTuple):
    """The keys from one name to the next, in one table or more; ``place`` is where it begins.

    ``title`` are the lines of the name that stands above its keys.
    """

    keys: tuple[Key, ...]
    table: Table
    place: Origin
    title: tuple[Line, ...] = ()

    def is_blank(self) -> bool:
        """Whether nothing is filled in: a form."""
        return not any(map(_says, self.keys))

    def is_whole(self) -> bool:
        """Whether it says a name, what that means, and how it shows, and in columns each of these for all."""
        roles = {key.role for key in self.keys if _says(key)}
        columns = value_columns(self)
        titled = _is_name(one_line(self.title)) and len(columns) == 1 and Role.CORE in {k.role for k in self.keys}
        named = titled or Role.NAME in roles
        told = Role.BODY in roles or {Role.DESCRIPTION, Role.INDICATORS} <= roles
        if any(not key.alone for key in self.keys) and not all(map(_is_single, self.keys)):
            return False
        if not all(map(_are_names, (key for key in self.keys if key.role is Role.NAME))):
            return False
        needed = [key for key in self.keys if key.role in {Role.NAME, *BODIES}] if len(columns) > 1 else []
        return named and told and all(_in_each(key, columns) for key in needed)


def _says(key: Key) -> bool:
    return any(one_line(cell.lines) for cells in key.rows for cell in cells)


def _are_names(key: Key) -> bool:
    """Whether what stands beside a key may be names: a profile lists its competences there, a form says something.

    One name may have its number, typed or drawn by the layout, but no other sign of a list.
    """
    cells = [cell for cells in key.rows for cell in cells if one_line(cell.lines)]
    words = [one_line(cell.lines) for cell in cells]
    listed = any(sum(bool(line.starts_paragraph) for line in cell.lines) > 1 for cell in cells)
    bullets = [bullet for cell in cells for bullet in lines_to_bullets(cell.lines) if bullet]
    listed = listed or not all(bullet.number is not None or _is_number(bullet) for bullet in bullets)
    return not listed and all(map(_is_name, words))


def _is_number(bullet: Bullet) -> bool:
    """Whether the layout draws a number or letter."""
    return bullet.drawn and any(map(str.isalnum, bullet.sign)) and bullet.sign != "o"


def _is_name(words: str) -> bool:
    return 0 < len(words) <= LONGEST_NAME and not is_sentence(words)


def _is_single(key: Key) -> bool:
    """Whether all that is said of a key stands in one cell of each row."""
    return all(sum(bool(one_line(cell.lines)) for cell in cells) <= 1 for cells in key.rows)


def _in_each(key: Key, columns: Sequence[int]) -> bool:
    """Whether a key has a text for each competence."""
    cells = [cell for cell in key.rows[0] if one_line(cell.lines)]
    return [cell.column for cell in cells] == list(columns) and all(cell.span == 1 for cell in cells)


def value_columns(fiche: Fiche) -> list[int]:
    """The columns in which competences stand; one where two keys share a row."""
    if any(not key.alone for key in fiche.keys):
        return [1]
    cells = (cell for key in fiche.keys for cells in key.rows for cell in cells)
    return sorted({cell.column for cell in cells if one_line(cell.lines)}) or [1]


def fiche_to_table(fiche: Fiche) -> Table:
    """The keys as a header row, and under it a row for each competence and for each row that goes on with a key."""
    columns = value_columns(fiche)
    heads = [Cell(lines=key.cell.lines, column=index) for index, key in enumerate(fiche.keys, start=bool(fiche.title))]
    if fiche.title:
        heads.insert(0, Cell(lines=(), column=0))
    rows = [Row(cells=tuple(heads), origin=fiche.place)]
    for column in columns:
        rows += _competence(fiche, column if len(columns) > 1 else None)
    edges = tuple(map(float, range(len(heads) + 1)))
    return Table(rows=tuple(rows), origin=fiche.table.origin, edges=edges, upright=True)


def _competence(fiche: Fiche, column: int | None) -> Iterator[Row]:
    """The rows of the competence in a column of values; None where all cells are of the same."""
    roles = [key.role for key in fiche.keys]
    first: list[Cell] = [Cell(lines=fiche.title, column=0)] if fiche.title else []
    more: list[tuple[Cell, Origin]] = []
    for index, key in enumerate(fiche.keys, start=bool(fiche.title)):
        rows = key.rows if roles.count(key.role) == 1 else (tuple(cell for cells in key.rows for cell in cells),)
        for number, cells in enumerate(rows):
            own = _under(cells, column, index)
            if own is not None and number == 0:
                first.append(own)
            elif own is not None and own.lines:
                more.append((own, own.lines[0].origin))
    yield Row(cells=tuple(first), origin=_around(first, fiche.place))
    yield from (Row(cells=(cell,), origin=place) for cell, place in more)


def _under(cells: Sequence[Cell], column: int | None, index: int) -> Cell | None:
    """What of a key's cells is said of one competence, in the column of its key; None for an empty cell.

    A cell over several competences is the first one's, and goes on beside the others.
    """
    own = [cell for cell in cells if column is None or cell.column <= column < cell.column + cell.span]
    own = [cell for cell in own if one_line(cell.lines)]
    lines = tuple(line for cell in own if column in {None, cell.column} for line in cell.lines)
    return Cell(lines=lines, column=index, merged_above=not lines) if own else None


def _around(cells: Sequence[Cell], place: Origin) -> Origin:
    """The place of a row with these cells: where it begins in Word, a box around all that stands on its first page."""
    places = [line.origin for cell in cells for line in cell.lines]
    boxed = [own for own in places if isinstance(own, PagePlace)]
    if not boxed:
        return places[0] if places else place
    first = min(own.page for own in boxed)
    return PagePlace(page=first, box=reduce(_both, (own.box for own in boxed if own.page == first)))


def _both(one: Box, other: Box) -> Box:
    return Box(min(one.x0, other.x0), min(one.top, other.top), max(one.x1, other.x1), max(one.bottom, other.bottom))
