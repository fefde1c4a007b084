"""Fiches whose header words stand above what they head → the same with those words beside it, as ``fiches`` reads them.

    Competentie │ Kerncompetentie       Competentie │ Kerncompetentie       Competentie     │ Durf
    Durf        │ Moedig                Beschrijving en indicatoren         Kerncompetentie │ Moedig
    Beschrijving en indicatoren         Durf        │ Moedig                Beschrijving …  │ Blijkt te zijn. …
    Blijkt te zijn. …                   Blijkt te zijn. …

The name may stand above such a table, which then has no word for it. Fails, and leaves the table as it is, where a cell
is merged with the one above, and for a name or text without a word over it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.document import Cell, Document, Row, Table
from transform.header import cell_to_role
from transform.header_rows import filled_cells, table_to_headers
from transform.role import Role

#: So many such tables, or competences in one of them, show that they are no chance.
LEAST: Final = 2
#: So many rows of header words at most stand above each other before the first competence.
HIGHEST: Final = 3


class Pairs(NamedTuple):
    """Rows of header words, each with the row of what they head; ``high``: so many stand once above all, else 0."""

    pairs: list[tuple[Row, Row]]
    high: int = 0

    def roles(self) -> Counter[Role]:
        """How often a word of each role stands over something."""
        return Counter(cell_to_role(cell) for keys, _values in self.pairs for cell in filled_cells(keys))

    def times(self) -> int:
        """Of how many competences something is said."""
        return max(self.roles().values())


def document_to_keyed(document: Document) -> Document:
    """The document with such fiches turned; the same document where there are none, or where a table has a header."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    found = {id(table): pairs for table in tables if (pairs := _table_to_pairs(table))}
    if sum(pairs.times() for pairs in found.values()) < LEAST or any(map(table_to_headers, tables)):
        return document
    blocks = (_turned(b, found[id(b)]) if isinstance(b, Table) and id(b) in found else b for b in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _turned(table: Table, found: Pairs) -> Table:
    """The table with the words beside what they head, or with all of them in its first row."""
    first = found.pairs[0][0]
    rows = [row for row in table.rows[: next(n for n, row in enumerate(table.rows) if row is first)] if row.cells]
    if found.high:
        heads = [row for row, _values in found.pairs[: found.high]]
        values = [row for _keys, row in found.pairs]
        groups = [heads, *(values[n : n + found.high] for n in range(0, len(values), found.high))]
        rows += (_in_one(group, heads) for group in groups)
    else:
        rows += (row for pair in found.pairs for row in _beside(*pair))
    columns = max(len(row.cells) for row in rows)
    return replace(table, rows=tuple(rows), edges=tuple(map(float, range(columns + 1))))


def _in_one(rows: Sequence[Row], heads: Sequence[Row]) -> Row:
    """The cells of several rows, those under a word, as one row."""
    cells = [_below(key, row) for row, head in zip(rows, heads, strict=True) for key in filled_cells(head)]
    return Row(
        cells=tuple(replace(cell, column=column, span=1) for column, cell in enumerate(cells)), origin=rows[0].origin
    )


def _beside(keys: Row, values: Row) -> Iterator[Row]:
    for key in filled_cells(keys):
        cells = replace(key, column=0, span=1), replace(_below(key, values), column=1, span=1)
        yield Row(cells=cells, origin=values.origin)


def _below(key: Cell, row: Row) -> Cell:
    return next(cell for cell in row.cells if cell.column == key.column)


def _table_to_pairs(table: Table) -> Pairs | None:
    """The rows of header words of a table with what they head; None if it is no such table."""
    rows = [row for row in table.rows if filled_cells(row)]
    rows = rows[1:] if rows and _is_title(rows[0]) else rows
    if len(rows) < LEAST or not _are_keys(rows[0]) or any(cell.merged_above for row in rows for cell in row.cells):
        return None
    high = 1 + next((n for n, row in enumerate(rows[1 : HIGHEST + 1]) if not _are_keys(row)), HIGHEST)
    alternate = list(zip(rows[::2], rows[1::2], strict=True)) if len(rows) % 2 == 0 else []
    stacked = [(rows[n % high], row) for n, row in enumerate(rows)][high:]
    wholes = Pairs(alternate), Pairs(stacked if high > 1 and len(rows) % high == 0 else [], high)
    return next((found for found in wholes if found.pairs and _is_whole(found)), None)


def _is_title(row: Row) -> bool:
    """Whether a row has one cell, and that no header word: a name may stand in it."""
    return len(row.cells) == 1 and row.cells[0].span > 1 and cell_to_role(row.cells[0]) is Role.EXTRA


def _are_keys(row: Row) -> bool:
    return all(cell_to_role(cell) is not Role.EXTRA for cell in filled_cells(row))


def _is_whole(found: Pairs) -> bool:
    """Whether words stand over texts in each pair, cell by cell, each as often, and say what a fiche does.

    A lone header does not, unless it has no word for names.
    """
    if not all(_are_keys(keys) and _are_alike(keys.cells, values.cells) for keys, values in found.pairs):
        return False
    roles = found.roles()
    told = Role.BODY in roles or {Role.DESCRIPTION, Role.INDICATORS} <= roles.keys()
    named = Role.NAME in roles if found.high else len(found.pairs) > 1 or Role.NAME not in roles
    return told and named and len(set(roles.values())) == 1


def _are_alike(keys: Sequence[Cell], values: Sequence[Cell]) -> bool:
    """Whether cells stand below each other, and nothing below a cell without a word."""
    same = [(cell.column, cell.span) for cell in keys] == [(cell.column, cell.span) for cell in values]
    return same and all(key.lines or not value.lines for key, value in zip(keys, values, strict=True))
