"""Tables that set competences side by side: the columns of the catalogue two or more times in a row.

Competenties │ Kerncompetentie │ Beschrijving … ║ Competenties │ Kerncompetentie │ Beschrijving …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from transform.document import Cell, Row, printed_characters
from transform.errors import RowsUnread
from transform.header import Columns
from transform.header_rows import one_line, row_to_lines
from transform.place import place_in_words
from transform.role import Role, letters
from transform.row_checks import SHOWN


def header_to_panels(heads: Sequence[Cell], columns: Columns) -> int:
    """How many times the header says the same from left to right; 1 for a header of which each column is another."""
    words = [letters("".join(line.text for line in head.lines)) for head in heads]
    names = sum(columns.get(head.column) is Role.NAME for head in heads)
    repeated = names > 1 and len(words) % names == 0 and words == words[: len(words) // names] * names
    return names if repeated else 1


def row_to_panels(row: Row, heads: Sequence[Cell], count: int) -> Iterator[Row]:
    """The row as ``count`` rows from left to right, each with its cells in the columns of the first."""
    size = len(heads) // count
    for first in range(0, len(heads), size):
        begin = heads[first].column
        end = heads[first + size].column if first + size < len(heads) else heads[-1].column + heads[-1].span
        cells = (cell for cell in row.cells if begin <= cell.column < end)
        yield replace(row, cells=tuple(replace(c, column=c.column - begin + heads[0].column) for c in cells))


def is_complete(row: Row, columns: Columns) -> bool:
    """Whether a row has text of its own in every column of the catalogue: it is no rest of another."""
    cells = [cell for cell in row.cells if columns.get(cell.column, Role.EXTRA) is not Role.EXTRA]
    filled = (not cell.merged_above and any(printed_characters(line.text) for line in cell.lines) for cell in cells)
    return bool(cells) and all(filled)


def rows_beside(file: str, row: Row, heads: Sequence[Cell], count: int, columns: Columns | None) -> Iterator[Row]:
    """The competences side by side in a row of the catalogue; raise RowsUnread for one that is the rest of another."""
    for part in row_to_panels(row, heads, count):
        words = one_line(row_to_lines(part))[:SHOWN]
        if words and not is_complete(part, columns or {}):
            raise RowsUnread(file, where=place_in_words(row.origin), words=words)
        yield part
