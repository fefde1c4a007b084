"""Whether a table without a header is the next part of the catalogue, or another table of as many columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, pairwise, takewhile
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.alignment import table_under_header
from transform.bullets import is_same_indent
from transform.catalogue_row import CatalogueRow, cells_by_role
from transform.document import Block, Cell, Line, Table
from transform.findings import Code
from transform.header import PLAIN_NAMES, Columns
from transform.header_rows import filled_cells, has_words, one_line, row_to_lines
from transform.heading_words import is_sentence
from transform.likeness import FEW_WORDS, Likeness, Lines, rows_to_likeness
from transform.place import Origin, PagePlace, page_of
from transform.role import BODIES, Role, letters

#: Column borders of two parts of one table differ by less than this share of the table's width.
SAME_EDGE: Final = 0.03


class InForce(NamedTuple):
    """The header in force: its table, its cells and their columns; ``guessed`` as with ``has_borders_of``."""

    table: Table
    heads: tuple[Cell, ...]
    columns: Columns
    guessed: frozenset[Origin | None] = frozenset()


class Part(NamedTuple):
    """The table to read, in the grid of the header, or None; and what to report of it."""

    table: Table | None
    code: Code | None


def table_to_part(
    table: Table,
    header: InForce | None,
    rows: Sequence[CatalogueRow],
    *,
    adjacent: bool,
    parted: bool,
    overleaf: Table | None,
) -> Part:
    """What to make of a table without a header below ``rows`` of the catalogue.

    ``adjacent``: it follows a table of the catalogue; ``parted``: a heading stands between; ``overleaf``: where the
    next page goes on. Fails for another table with the columns of the catalogue and bullets in every row, right below
    it.
    """
    part = table
    if header and len(table.edges) != len(header.table.edges):
        part = table_under_header(table, header.heads, header.table.edges) or table
    if header is None or len(part.edges) != len(header.table.edges):
        return Part(None, Code.TABLE_UNLIKE if adjacent else Code.TABLE_PASSED_OVER)
    found = [cells_by_role(row, header.columns)[0] for row in part.rows if one_line(row_to_lines(row))]
    if found and overleaf is not None and has_borders_of(overleaf, header.table, header.guessed):
        more = (cells_by_role(row, header.columns)[0] for row in overleaf.rows)
        found += takewhile(lambda lines: not one_line(lines.get(Role.NAME, ())), more)
    likeness = rows_to_likeness(found, [row.lines for row in rows])
    same = has_borders_of(table, header.table, header.guessed)
    headed = bool(found) and letters(one_line(found[0].get(Role.NAME, ()))) in PLAIN_NAMES
    if same and adjacent and found and _goes_on_in_lower_case(found[0]):
        return Part(part, None)
    other = headed or all(map(_says_little, found))
    if not other and (likeness is Likeness.FULL or (same and likeness is not Likeness.NONE)):
        first = found[0] if len(found) > 1 else {}
        headless = len(first) > 1 and all(map(one_line, first.values())) and _says_little(first)
        # A first row of a few words in every column may be headings of its own.
        is_sure = same and likeness is not Likeness.UNKNOWN and not parted and not headless
        return Part(part, None if is_sure else Code.TABLE_UNSURE)
    return Part(None, Code.TABLE_UNLIKE if found and (same or adjacent) else Code.TABLE_PASSED_OVER)


def _goes_on_in_lower_case(lines: Lines) -> bool:
    """Whether a row goes on with name and text of the one above: a page's end has split it line by line."""
    name = one_line(lines.get(Role.NAME, ()))
    texts = (one_line(lines.get(role, ())) for role in (Role.BODY, Role.DESCRIPTION))
    return name[:1].islower() and any(text[:1].islower() for text in texts)


def tables_overleaf(blocks: Sequence[Block]) -> dict[int, Table]:
    """By ``id``: the tables that end a page, each with the table that begins the next."""
    shown = [block for block in blocks if isinstance(block, Table) or not (block.running or block.hidden)]
    pages = [page_of(block.origin) for block in shown]
    return {
        id(above): below
        for (above, below), (page, other) in zip(pairwise(shown), pairwise(pages), strict=True)
        if isinstance(above, Table) and isinstance(below, Table) and page is not None and other == page + 1
    }


def _says_little(lines: Lines) -> bool:
    """Whether what a row says beside its name is too short to say what that means: a list of versions, of dates."""
    named = one_line(lines.get(Role.NAME, ()))
    return bool(named) and sum(len(line.text.split()) for role in BODIES for line in lines.get(role, ())) <= FEW_WORDS


def rows_above_to_part(
    table: Table, first: int, header: InForce | None, rows: Sequence[CatalogueRow], *, adjacent: bool, parted: bool
) -> Part:
    """The same of the rows above the ``first`` header of a table: the part before may go on in them.

    Nothing is to be read or said of a heading, or of cells that say no sentence.
    """
    above = table.rows[:first]
    cells = [cell for row in above if len(own := filled_cells(row)) > 1 for cell in own]
    if header is None or not rows or not any(is_sentence(one_line(cell.lines)) for cell in cells):
        return Part(None, None)
    part = table_to_part(replace(table, rows=above), header, rows, adjacent=adjacent, parted=parted, overleaf=None)
    return part if len(table.edges) == len(header.table.edges) else Part(None, part.code or Code.TABLE_UNLIKE)


def has_borders_of(table: Table, header: Table, guessed: frozenset[Origin | None]) -> bool:
    """Whether a table has the column borders of the one with the header, as its next part has.

    Or the text of its columns begins in the same places, if only white space tells the rows of one: the places of
    those are ``guessed``. There borders stand anywhere in the white between.
    """
    if len(table.edges) != len(header.edges):
        return False
    width = header.edges[-1] - header.edges[0]
    pairs = zip(_from_left(table.edges), _from_left(header.edges), strict=True)
    if all(abs(one - other) <= SAME_EDGE * width for one, other in pairs):
        return True
    return not guessed.isdisjoint((table.origin, header.origin)) and _begins_as(table, header)


def _begins_as(table: Table, header: Table) -> bool:
    """Whether text begins in every column of a table where it does in those of another, as far from the first."""
    own, other = _firsts(table), _firsts(header)
    if not len(own) == len(other) == len(table.edges) - 1:
        return False
    ways = ([_left(line) - _left(firsts[0]) for line in firsts] for firsts in (own, other))
    return all(is_same_indent(one, two, line) for one, two, line in zip(*ways, own, strict=True))


def _firsts(table: Table) -> list[Line]:
    """The line that begins furthest to the left in each column of a table on a page, of cells of one column."""
    found: dict[int, Line] = {}
    for cell in (cell for row in table.rows for cell in row.cells if cell.span == 1):
        lines = [line for line in cell.lines if line.text.strip() and isinstance(line.origin, PagePlace)]
        if lines:
            found[cell.column] = min(found.get(cell.column, lines[0]), *lines, key=_left)
    return [found[column] for column in sorted(found)]


def _left(line: Line) -> float:
    return line.origin.box.x0 if isinstance(line.origin, PagePlace) else 0.0


def is_headed_again(table: Table, first: int, header: InForce | None) -> bool:
    """Whether the ``first`` header of a table is the one in force, and its inner borders are in the same places.

    Of tables without rules the outer ones are only where their text ends.
    """
    if header is None or len(table.edges) != len(header.table.edges):
        return False
    own, other = ([letters(one_line(c.lines)) for c in cells] for cells in (table.rows[first].cells, header.heads))
    pairs = zip(table.edges[1:-1], header.table.edges[1:-1], strict=True)
    near = SAME_EDGE * (header.table.edges[-1] - header.table.edges[0])
    return own == other and len(own) > 1 and all(abs(one - two) <= near for one, two in pairs)


def _from_left(edges: tuple[float, ...]) -> Iterator[float]:
    return (edge - edges[0] for edge in edges)


def words_in_columns(blocks: Sequence[Block], headers: Mapping[int, Mapping[int, Columns]]) -> frozenset[int]:
    """The columns in which a cell begins that says something, in any table that may be the catalogue's.

    The others only keep columns apart. ``headers``: those of each table by its ``id``. Below the first a table without
    one may be a part of the catalogue; where it is in another grid, any column may be filled.
    """
    tables = [block for block in blocks if isinstance(block, Table)]
    own = [*dropwhile(lambda table: not headers.get(id(table)), tables)]
    cells = [cell for table in own for row in table.rows for cell in row.cells]
    if any(len(table.edges) != len(own[0].edges) for table in own):
        return frozenset(cell.column for cell in cells)
    return frozenset(cell.column for cell in cells if has_words(cell.lines))
