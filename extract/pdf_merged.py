"""Cells over several rows that only shading parts: where nothing is seen between two of them, their text tells.

    │ Verbindend  │ Klantgericht     │     Every other row is shaded, and a cell over several rows is as its first. Two
    ░             ░░░░░░░░░░░░░░░░░░░░     of them that are not shaded look like one. What stands level with the first
                  │ Integraal werken │     line of a row further down begins a cell there, and so does what is centred
      Doortastend ░ Besluitvaardig   ░     between the top of a row and the end, and not in the whole.

Fails for text at the foot of its cell, and where both could be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.pdf_grid import Frame, Grid, group_to_frame
from extract.pdf_headers import is_header
from extract.pdf_lines import Printed
from extract.pdf_marks import Char, chars_to_box
from extract.pdf_marks import measure as hundredths
from extract.pdf_rows import HEADER_LINES
from extract.pdf_rules import Measure, Rule
from extract.pdf_turned import upright_words
from transform.place import Box


def frames_around_columns(frames: Sequence[Frame], before: Sequence[float], measure: Measure) -> list[Frame]:
    """The frames as wide as the table of the page before that shade some of its columns.

    Those are made one that stand left and right of a column and have the same rows, shaded or ruled.
    """
    near, made = measure.near, list[Frame]()
    for frame in sorted(frames, key=lambda f: (f.x0, f.top)):
        beside = (f for f in made if _have_same_rows(f, frame, near))
        left = next((f for f in beside if _stand_around(f, frame, before, measure)), None)
        if left is not None:
            made.remove(left)
            frame = group_to_frame((*left.rules, *frame.rules))
        made.append(frame)
    wide = (_with_sides(f, before) if _spans_columns(f, before, near) else f for f in made)
    return sorted(wide, key=lambda f: (f.top, f.x0))


def _with_sides(frame: Frame, edges: Sequence[float]) -> Frame:
    """A frame of shades that reaches, unseen, to both sides of its table."""
    sides = (Rule(True, x, frame.top, frame.bottom, visible=False, shaded=True) for x in (edges[0], edges[-1]))
    return group_to_frame((*frame.rules, *sides))


def _spans_columns(frame: Frame, edges: Sequence[float], near: float) -> bool:
    """Whether a shade reaches from one edge of a table's columns to another, and to one of its sides."""
    shades = all(rule.shaded for rule in frame.rules)
    ends = [any(abs(x - edge) <= near for edge in edges) for x in (frame.x0, frame.x1)]
    return shades and all(ends) and (abs(frame.x0 - edges[0]) <= near or abs(frame.x1 - edges[-1]) <= near)


def _have_same_rows(one: Frame, other: Frame, near: float) -> bool:
    """Whether both frames are shades alone, or rules alone, and what lies across is as high in both."""
    if len({rule.shaded for rule in (*one.rules, *other.rules)}) > 1:
        return False
    places = [[rule.at for rule in frame.rules if not rule.upright] for frame in (one, other)]
    if not one.rules[0].shaded:
        if not all(places):
            return False  # upright rules alone show no rows
        places = [[frame.top, *own, frame.bottom] for frame, own in zip((one, other), places, strict=True)]
    first, second = places
    return len(first) == len(second) and all(abs(a - b) <= near for a, b in zip(first, second, strict=True))


def _stand_around(left: Frame, right: Frame, edges: Sequence[float], measure: Measure) -> bool:
    """Whether what lies between two frames is a column of the page before.

    Beside rules across alone it was white space that told where those columns are, to a letter.
    """
    lone = not any(rule.upright or rule.shaded for frame in (left, right) for rule in frame.rules)
    slack = measure.size if lone else measure.near
    return any(abs(a - left.x1) <= slack and abs(b - right.x0) <= slack for a, b in pairwise(edges))


def without_walls_beside(grid: Grid, frames: Iterable[Frame], lines: Sequence[Printed], measure: Measure) -> Grid:
    """The grid of shaded rows without walls in columns that none of the page's shades reaches: there, a cell goes on.

    So does one over several rows that are shaded in turn, itself not, whose column is known from the page before.
    """
    first, last = grid.ys[0] - measure.near, grid.ys[-1] + measure.near
    own = [f for f in frames if first <= f.top and f.bottom <= last] if grid.shaded else []
    if not own:
        return grid
    beside = {
        c
        for c, (x0, x1) in enumerate(pairwise(grid.xs))
        if all(
            r.end <= x0 + measure.near or x1 - measure.near <= r.start for f in own for r in f.rules if not r.upright
        )
    }
    top, bottom = min(f.top for f in own) - measure.near, max(f.bottom for f in own) + measure.near
    inside = {i for i, y in enumerate(grid.ys) if top <= y <= bottom and not _is_under_header(grid, i, lines)}
    return grid._replace(across=frozenset(w for w in grid.across if w[0] not in inside or w[1] not in beside))


def _is_under_header(grid: Grid, edge: int, lines: Sequence[Printed]) -> bool:
    """Whether right above an edge stands a header, and nothing else."""
    above = [line for line in lines if edge and grid.ys[edge - 1] < line.baseline < grid.ys[edge]]
    return len(above) <= HEADER_LINES and any(map(is_header, above))


class _Piece(NamedTuple):
    """Where a word stands; ``size`` is that of its type."""

    top: float
    bottom: float
    across: float
    size: float


def with_walls_above_texts(
    grid: Grid, lines: Sequence[Printed], turned: Sequence[Char]
) -> tuple[Grid, tuple[Box, ...]]:
    """The grid of shaded rows with walls above what begins in a row within a cell over several.

    And the rows of cells that may be two all the same: what stands in them is neither at their top nor halfway.
    """
    open_ = {(i, c) for i in range(1, grid.bands) for c in range(grid.columns)} - grid.across
    if not grid.shaded or not open_:
        return grid, ()
    pieces = [*map(_to_piece, upright_words(turned)), *(_to_piece(word) for line in lines for word in line.words)]
    columns = [[p for p in pieces if a <= p.across <= b] for a, b in pairwise(grid.xs)]
    walls = {(i, c) for i, c in open_ if _begins(grid, i, c, columns)}
    grid = grid._replace(across=grid.across | walls)
    cells = dict.fromkeys((*_cell_at(grid, i, c), c) for i, c in sorted(open_ - walls))
    doubtful = [(start, end) for start, end, c in cells if _is_amid(grid, start, end, columns[c], columns)]
    return grid, tuple(
        Box(*map(hundredths, (grid.xs[0], grid.ys[start], grid.xs[-1], grid.ys[end]))) for start, end in doubtful
    )


def _cell_at(grid: Grid, band: int, column: int) -> tuple[int, int]:
    """From which band up to which a cell reaches."""
    start = next(i for i in range(band, -1, -1) if i == 0 or (i, column) in grid.across)
    return start, next((i for i in range(band + 1, grid.bands) if (i, column) in grid.across), grid.bands)


def _is_amid(grid: Grid, start: int, end: int, pieces: Sequence[_Piece], columns: Sequence[Sequence[_Piece]]) -> bool:
    """Whether the text of a cell over several bands begins below the first line of these, and is not centred."""
    first, last = grid.ys[start], grid.ys[end]
    own = [p for p in pieces if first <= (p.top + p.bottom) / 2 <= last]
    level = min((p.top for column in columns for p in _within(grid, start, column)), default=last)
    return bool(own) and min(p.top for p in own) - level > own[0].size / 2 and not _is_centred(own, first, last)


def _to_piece(word: Sequence[Char]) -> _Piece:
    box = chars_to_box(word)
    return _Piece(box.top, box.bottom, (box.x0 + box.x1) / 2, max(c.size for c in word))


def _begins(grid: Grid, band: int, column: int, columns: Sequence[Sequence[_Piece]]) -> bool:
    """Whether a cell begins at a band, within one that nothing seen parts: see above."""
    start, end = _cell_at(grid, band, column)
    first, edge, last = (grid.ys[i] for i in (start, band, end))
    own = [p for p in columns[column] if first <= (p.top + p.bottom) / 2 <= last]
    above, below = ([p for p in own if (p.top + p.size / 2 < edge) is is_above] for is_above in (True, False))
    others = [c for c in range(grid.columns) if (band, c) in grid.across]
    level = min((p.top for c in others for p in _within(grid, band, columns[c])), default=last)
    # The last row of a page may end with its text: then it is deeper by the white that stands above text.
    ends = (last, last + level - edge) if end == grid.bands else (last,)
    if not below or any(_is_centred(own, first, bottom) for bottom in ends):
        return False
    if any(_is_centred(below, edge, bottom) for bottom in ends) and (not above or _is_centred(above, first, edge)):
        return True
    top, room = min(p.top for p in below), max(p.size for p in below) / 2
    return abs(top - level) <= room and top - max((p.bottom for p in above), default=first) > room


def _is_centred(pieces: Sequence[_Piece], top: float, bottom: float) -> bool:
    """Whether text, which no white parts, has as much white above it as below it."""
    ordered, size = sorted(pieces), max(p.size for p in pieces)
    if any(b.top - a.bottom > size for a, b in pairwise(ordered)):
        return False
    white = ordered[0].top - top, bottom - max(p.bottom for p in ordered)
    return abs(white[0] - white[1]) <= size / 2


def _within(grid: Grid, band: int, pieces: Iterable[_Piece]) -> list[_Piece]:
    """The pieces of a column that begin in a band."""
    return [p for p in pieces if grid.ys[band] <= p.top + p.size / 2 < grid.ys[band + 1]]
