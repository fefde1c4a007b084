"""The rows of a fiche that only white space tells apart: keys that a reader of pages found in one cell.

Competentie     │ Durf                    one row, or four beside one cell: no rule is drawn between them, and
Kerncompetentie │ Moedig                  a key stands as high as the first line of what is said of it
Beschrijving    │ Blijkt te zijn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from transform.document import Cell, Document, Line, Row, Table
from transform.findings import Code, Finding
from transform.header import cell_to_role
from transform.header_rows import UNFINISHED, keys_of, one_line, row_to_lines
from transform.place import PagePlace
from transform.role import Role, letters, words_to_role

#: Lines that begin one row differ in height by less than this share of their type size.
SAME_LINE: Final = 0.5


def rows_apart(document: Document) -> Document:
    """The document with a row for each key, reported where only white space tells them apart."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    beside = {id(table): values_beside_keys(table) for table in tables}
    apart = {key: table_apart(table) for key, table in beside.items()}
    blocks = tuple(apart.get(id(block), block) for block in document.blocks)
    told = {finding.place for finding in document.findings if finding.code is Code.ROWS_FROM_WHITE_SPACE}
    places = [apart[key].origin for key, table in beside.items() if apart[key] is not table]
    own = (Finding(code=Code.ROWS_FROM_WHITE_SPACE, place=place) for place in places if place not in told)
    return replace(document, blocks=blocks, findings=(*document.findings, *own))


def table_apart(table: Table) -> Table:
    """The table with a row for each key; the same table where each has one, or heights do not tell which is whose.

    Fails for what is set halfway down beside a key of several lines and begins as high as that: whoever asks is to
    report that only white space tells.
    """
    if not isinstance(table.origin, PagePlace) or not all(row.cells for row in table.rows):
        return table
    rows: list[Row] = []
    is_apart = False
    for own in _beside_one_cell(table.rows):
        lines = tuple(line for row in own for line in row.cells[0].lines)
        cells = (replace(own[0].cells[0], lines=lines), *own[0].cells[1:])
        apart = _row_apart(replace(own[0], cells=cells))
        rows += apart or own
        is_apart = is_apart or apart is not None
    return replace(table, rows=tuple(rows)) if is_apart else table


def _beside_one_cell(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows, together with those below of which all but the key is the rest of theirs."""
    held: list[Row] = []
    for row in rows:
        values = row.cells[1:]
        if held and not (values and all(cell.merged_above for cell in values)):
            yield held
            held = []
        held.append(row)
    yield from (held,) if held else ()


def values_beside_keys(table: Table) -> Table:
    """The table with what is said beside the keys: a cell may begin above its own, and go on from the row above.

    That is the white between two fiches, or at the top of a page the rest of what the key before says. A rule or a
    shade begins above the key, so what stands below that is beside it; if some stands above, the key stands as high as
    the first line that is its own.
    """
    rows, head = list(table.rows), 0
    for index, row in enumerate(table.rows):
        if _hangs_over(rows[head], row):
            above = rows[head]
            rows[head] = replace(above, cells=tuple(_lines_beside(row, cell, beside=False) for cell in above.cells))
            own = (_lines_beside(row, cell, beside=True) for cell in above.cells[1:])
            rows[index] = replace(row, cells=(row.cells[0], *own))
        if row_to_lines(row) or not all(cell.merged_above for cell in row.cells[1:]):
            head = index
    return table if rows == list(table.rows) else replace(table, rows=tuple(rows))


def _lines_beside(row: Row, cell: Cell, *, beside: bool) -> Cell:
    """A cell of the row above with its lines that stand beside this one, or with those that do not."""
    lines = tuple(line for line in cell.lines if _is_beside(line, row) is beside)
    return replace(cell, lines=lines, merged_above=cell.merged_above and not beside)


def _is_beside(line: Line, row: Row) -> bool:
    return isinstance(row.origin, PagePlace) and _top(line) + _slack(line) > row.origin.box.top


def _hangs_over(above: Row, row: Row) -> bool:
    """Whether cells of a row without a key go on into the one below, in which a key has some of what they say."""
    if len(above.cells) != len(row.cells) or len(row.cells) < 2:
        return False
    merged = all(cell.merged_above and not cell.lines for cell in row.cells[1:])
    if not merged or above.cells[0].lines or not row.cells[0].lines:
        return False
    own = [[line for line in cell.lines if _is_beside(line, row)] for cell in above.cells[1:]]
    if [list(cell.lines) for cell in above.cells[1:]] == own:
        return any(own)
    key = row.cells[0].lines[0]
    return any(own) and all(not lines or abs(_top(lines[0]) - _top(key)) <= _slack(key) for lines in own)


def is_keyed(table: Table) -> bool:
    """Whether at least two header words that say different things stand down the first column.

    Where most cells below a header say none, one that does is the name of a competence: ``Coöperatief gedrag``.
    """
    keys = keys_of(table.rows)
    if keys == {Role.NAME, Role.INDICATORS}:
        said = [cell_to_role(row.cells[0]) for row in table.rows if len(row.cells) > 1 and row.cells[0].lines]
        return 2 * said.count(Role.EXTRA) < len(said)
    return len(keys) > 1


def is_packed(cell: Cell) -> bool:
    """Whether a cell holds several keys."""
    return len(list(_keys(cell))) > 1


def _keys(cell: Cell) -> Iterator[tuple[Line, ...]]:
    """The lines of a cell by key; all of them as one where not each says what a header does."""
    if len(cell.lines) < 2 or _role(cell.lines[0]) is Role.EXTRA:
        yield cell.lines
        return
    starts = [0, *(i for i, pair in enumerate(pairwise(cell.lines), start=1) if _begins(*pair)), len(cell.lines)]
    parts = [cell.lines[begin:end] for begin, end in pairwise(starts)]
    said = [words_to_role(letters(one_line(part))) for part in parts]
    yield from parts if len(set(said)) == len(said) else [cell.lines]


def _begins(before: Line, line: Line) -> bool:
    """Whether a line is a key of its own below another: ``indicatoren`` below ``Beschrijving en`` is none."""
    return line.text.strip()[:1].isupper() and not UNFINISHED.search(before.text) and _role(line) is not Role.EXTRA


def _role(line: Line) -> Role:
    return words_to_role(letters(line.text))


def _row_apart(row: Row) -> list[Row] | None:
    """A row for each key of the first cell; None where it has one, or lines begin elsewhere than the keys."""
    keys = list(_keys(row.cells[0]))
    if len(keys) < 2:
        return None
    tops = [_top(key[0]) for key in keys]
    rows = [[replace(row.cells[0], lines=key)] for key in keys]
    for cell in row.cells[1:]:
        own: list[list[Line]] = [[] for _ in keys]
        for line in cell.lines:
            at = sum(top <= _top(line) + _slack(line) for top in tops) - 1
            if at < 0:
                return None
            own[at].append(line)
        if any(lines and abs(_top(lines[0]) - top) > _slack(lines[0]) for lines, top in zip(own, tops, strict=True)):
            return None
        for parts, lines in zip(rows, own, strict=True):
            parts.append(replace(cell, lines=tuple(lines), merged_above=False))
    return [replace(row, cells=tuple(parts)) for parts in rows]


def _top(line: Line) -> float:
    return line.origin.box.top if isinstance(line.origin, PagePlace) else 0.0


def _slack(line: Line) -> float:
    return SAME_LINE * (line.size or 0.0)
