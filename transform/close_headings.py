"""Headings of groups that were read within a row: nothing but where they stand parts them from it.

    Competentie    Beschrijving en indicatoren     In the column of names a heading stands above all else that its row
    Verbindend                                     has, and a name on the line of what is said of it; or far below the
    Klantgericht   Toont zich …                    name above it. In another column, where names are not first or are
                                                   centred, it stands alone in a row, or last in one under more white
                                                   than there is between other lines of it.

Only where the first group of the catalogue is headed so, at least one other that says something else, and not every
row; where one more stands so that may be none, no line is taken for a heading. Fails for core competences of two lines,
and for a layout without pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from transform.bullets import is_same_indent, line_to_bullet
from transform.document import Document, Line, Row, Table
from transform.group_headings import BELOW
from transform.header import Columns
from transform.header_rows import row_to_lines
from transform.heading_words import is_sentence
from transform.place import Box, PagePlace
from transform.role import Role, letters

#: Nearer than this share of the type size, lines stand as far apart as others.
SAME_WHITE: Final = 0.2

#: What begins a page alone is the rest of a row rather than a heading if it has more words.
FEW_WORDS: Final = 2


class _Own(NamedTuple):
    """A row under a header: its lines in the column of names and those in others, each from top to bottom.

    ``first``: it is the first of its table, so that it may go on with the last row before.
    """

    row: Row
    names: list[Line]
    others: list[Line]
    first: bool


def headings_in_rows(document: Document, headers_of: Mapping[int, dict[int, Columns]]) -> frozenset[int]:
    """The lines (by ``id``) that head a group and stand within a row of another, or of its first competence."""
    headers = [columns for own in headers_of.values() for columns in own.values()]
    if not headers or any(Role.CORE in columns.values() for columns in headers):
        return frozenset()
    rows = [*_rows(document, headers_of)]
    found = _among_names(rows) or _among_others(rows)
    if len({letters(line.text) for line in found}) < 2:
        return frozenset()
    return frozenset(map(id, found))


def is_above(line: Line, row: Row) -> bool:
    """Whether a line stands above all others of its row."""
    return all(_box(line).top < _box(other).top for other in row_to_lines(row) if other is not line)


def _rows(document: Document, headers_of: Mapping[int, dict[int, Columns]]) -> Iterator[_Own]:
    """The rows from the first header on of tables with as many columns; that header too if more stands in it."""
    columns: Columns = {}
    width = 0
    for table in (block for block in document.blocks if isinstance(block, Table)):
        headers = headers_of[id(table)]
        if headers and not columns:
            width = len(table.edges)
        if len(table.edges) != width or not isinstance(table.origin, PagePlace):
            continue
        first = True
        for index, row in enumerate(table.rows):
            if index in headers:
                is_next = not columns
                columns = headers[index]
                if not (is_next and _last_below(_by_place(row_to_lines(row)))):
                    continue
            if columns and row_to_lines(row):
                yield _to_own(row, columns, first=first, header=index in headers)
                first = False


def _to_own(row: Row, columns: Columns, *, first: bool, header: bool) -> _Own:
    """A row; of a ``header`` only what stands below it."""
    names, others = list[Line](), list[Line]()
    for cell in row.cells:
        role = columns.get(cell.column, Role.EXTRA)
        (names if role is Role.NAME else others if role is not Role.EXTRA else []).extend(cell.lines)
    names, others = _by_place(names), _by_place(others)
    if header:
        below = _by_place(row_to_lines(row))[-1]
        names, others = ([own[-1]] if own[-1:] == [below] else [] for own in (names, others))
    return _Own(row, names, others, first)


def _among_names(rows: Sequence[_Own]) -> list[Line]:
    """Headings in the column of names; none if every row has one, or if one that stands so may be something else."""
    above = [_above(own) for own in rows]
    if not above or above[0] is None or None not in above:
        return []
    found = list[Line]()
    for own, line, after in zip(rows, above, (*rows[1:], None), strict=True):
        below = _below(own)
        if line and not (_is_over_a_name(own) and _is_like(line, above[0])):
            return []
        if below and not (after and after.names and _is_like(below, above[0])):
            return []
        found += filter(None, (line, below))
    return found if all(map(_may_be, found)) else []


def _above(own: _Own) -> Line | None:
    """The first line of a row's names, if it stands above all that is said of them."""
    if not (own.names and own.others):
        return None
    line, said = own.names[0], own.others[0]
    return line if _box(line).bottom <= _box(said).top + (line.size or 0.0) / 2 else None


def _is_over_a_name(own: _Own) -> bool:
    """Whether the second line of a row's names is on the line of what is said of them first."""
    name = own.names[1] if len(own.names) > 1 else None
    return name is not None and abs(_box(name).bottom - _box(own.others[0]).bottom) < (name.size or 0.0) / 2


def _below(own: _Own) -> Line | None:
    """The last line of a row's names, if it stands below all else, and no name right above it."""
    if len(own.names) < 2 or not own.others:
        return None
    line, size = own.names[-1], own.names[-1].size or 0.0
    below = _box(line).top >= max(_box(other).bottom for other in own.others) - size / 2
    return line if below and _box(line).top - _box(own.names[-2]).bottom > size else None


def _among_others(rows: Sequence[_Own]) -> list[Line]:
    """Headings in another column than that of names, above a row that has a name, where the first row is but one.

    None if one that stands so may be something else.
    """
    head = _alone(rows[0]) if rows else None
    found = list[Line]()
    for index, (own, after) in enumerate(pairwise(rows if head else ())):
        line = _alone(own) or _last_below(own.others)
        if line is None or head is None or not after.names or not (_is_like(line, head) and _may_be(line)):
            continue
        if line is not head and not (_begins_group(own, line, rows[index - 1]) and _ends_row(own, line)):
            return []
        found.append(line)
    return found


def _alone(own: _Own) -> Line | None:
    """The only line of a row, in another column than that of names."""
    return own.others[0] if len(own.others) == 1 and not own.names and _may_be(own.others[0]) else None


def _begins_group(own: _Own, line: Line, before: _Own) -> bool:
    """Whether a line that is alone in its row heads a group, and is no rest of the row on the page before.

    That ends in a list set apart from where the heading begins, or ends as a sentence before a word or two.
    """
    if len(own.others) > 1 or not own.first or not before.others:
        return True
    ended = before.others[-1]
    return _is_apart(ended, line) or (is_sentence(ended.text) and len(line.text.split()) <= FEW_WORDS)


def _ends_row(own: _Own, line: Line) -> bool:
    """Whether the last line of several heads the next row: under more white than any, or below a list set apart."""
    if len(own.others) < 2:
        return True
    whites = [_box(b).top - _box(a).bottom for a, b in pairwise(own.others)]
    wide = all(whites[-1] > white + SAME_WHITE * (line.size or 0.0) for white in whites[:-1])
    return wide or _is_apart(own.others[-2], line)


def _is_apart(item: Line, line: Line) -> bool:
    """Whether a line has a bullet, or begins right of another."""
    return line_to_bullet(item) is not None or _box(item).x0 - _box(line).x0 > (line.size or 0.0) / 2


def _last_below(lines: Sequence[Line]) -> Line | None:
    """The last of several lines, if white parts it from the others."""
    if len(lines) < 2:
        return None
    white = _box(lines[-1]).top - max(_box(line).bottom for line in lines[:-1])
    return lines[-1] if white > BELOW * (lines[-1].size or 0.0) else None


def _may_be(line: Line) -> bool:
    """Whether a line may say whose group follows: it begins as a name does, has no bullet, and is no sentence."""
    text = line.text.strip()
    return text[:1].isupper() and not text.endswith((".", ":", ";", ",", "-")) and line_to_bullet(line) is None


def _is_like(line: Line, first: Line) -> bool:
    """Whether a line begins as far from the left as another, or is centred over the same place."""
    mine, other = _box(line), _box(first)
    centred = is_same_indent((mine.x0 + mine.x1) / 2, (other.x0 + other.x1) / 2, line)
    return is_same_indent(mine.x0, other.x0, line) or centred


def _by_place(lines: Sequence[Line]) -> list[Line]:
    return sorted((line for line in lines if line.text.strip()), key=lambda line: (_box(line).top, _box(line).x0))


def _box(line: Line) -> Box:
    """Where a line stands on its page."""
    return line.origin.box if isinstance(line.origin, PagePlace) else Box(0.0, 0.0, 0.0, 0.0)
