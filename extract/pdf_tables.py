"""A grid and the characters within it → a Table: rows, cells, lines with their indent and room.

Each word belongs to the cell in which it begins, or in which most of its characters have their middle: a word too
long for its cell is not cut in two by the rule that it runs over. Cells without a wall between them are one: it stands
where it begins, as wide as its columns (``span``), and its lower parts are marked ``merged_above``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extract.pdf_grid import Grid, grid_to_groups
from extract.pdf_lines import Printed, chars_to_lines, chars_to_text, line_to_words, widths_of_end_words
from extract.pdf_marks import Char
from extract.pdf_overflow import AT_START, column_starts, follows, line_to_strokes, strokes_to_words
from transform.document import Cell, Line, Raised, Row, Table
from transform.place import Box, PagePlace

Place = tuple[int, int]


class _Filled(NamedTuple):
    """A grid with its cells made one (``groups``) and the printed lines of each, by its first elementary cell."""

    grid: Grid
    groups: Mapping[Place, Place]
    lines: Mapping[Place, tuple[Printed, ...]]


def chars_in(grid: Grid, chars: Iterable[Char]) -> set[Char]:
    """The characters that stand in a table, word by word."""
    near = [c for c in chars if grid.ys[0] <= c.down <= grid.ys[-1]]
    words = [word for line in chars_to_lines(near) for word in line_to_words(line)]
    words += [[c] for c in near if not c.inked]
    return {c for word in words if _is_in(grid, word) for c in word}


def _is_in(grid: Grid, word: Sequence[Char]) -> bool:
    return 2 * sum(grid.xs[0] <= c.across <= grid.xs[-1] for c in word) > len(word)


def grid_to_table(grid: Grid, chars: Iterable[Char], page: int) -> Table:
    """The table of a grid, filled with the given characters (all within it)."""
    groups = grid_to_groups(grid)
    members = _by_cell(grid, groups, chars)
    filled = _Filled(grid, groups, {place: chars_to_lines(own) for place, own in members.items()})
    limits = _limits(filled)
    rows = tuple(_to_row(filled, band, limits, page) for band in range(grid.bands))
    place = PagePlace(page, _box(grid, 0, grid.bands, 0, grid.columns))
    return Table(rows=rows, origin=place, edges=tuple(round(x, 2) for x in grid.xs))


def _by_cell(grid: Grid, groups: Mapping[Place, Place], chars: Iterable[Char]) -> dict[Place, list[Char]]:
    """The characters of each cell; a blank one goes with what was drawn right before it, or where its middle lies."""
    members: dict[Place, list[Char]] = defaultdict(list)
    everything = list(chars)
    lines = chars_to_lines(everything)
    drawn = {char: number for number, char in enumerate(everything)}
    starts = column_starts(grid.xs, lines, drawn)
    put: dict[Char, Place] = {}
    for line in lines:
        words = list(line_to_words(line))
        if any(len({_place(grid, groups, char) for char in word}) > 1 for word in words):
            words = list(strokes_to_words(line_to_strokes(line, drawn), starts.values()))
        for word in words:
            place = _place_of(word, grid, groups, starts)
            members[place].extend(word)
            put.update(dict.fromkeys(word, place))
    for before, char in zip([None, *everything], everything, strict=False):
        if not char.inked:
            goes_on = before is not None and before in put and follows(before, char)
            put[char] = put[before] if before is not None and goes_on else _place(grid, groups, char)
            members[put[char]].append(char)
    return members


def _place_of(word: Sequence[Char], grid: Grid, groups: Mapping[Place, Place], starts: Mapping[int, float]) -> Place:
    """The cell of a word: where it begins, if that is where its column's lines begin; else where most of it is."""
    column = _index(grid.xs, word[0].across)
    if abs(word[0].x0 - starts.get(column, grid.xs[-1])) <= AT_START * word[0].size:
        return _place(grid, groups, word[0])
    return Counter(_place(grid, groups, char) for char in word).most_common(1)[0][0]


def words_over_walls(grid: Grid, chars: Iterable[Char]) -> tuple[Printed, ...]:
    """The words that run over the edge of their cell: they may have run into the next cell's text."""
    groups = grid_to_groups(grid)
    words = [word for line in chars_to_lines(chars) for word in line_to_words(line)]
    over = [word for word in words if len({_place(grid, groups, char) for char in word}) > 1]
    return tuple(Printed(tuple(word), chars_to_text(word)) for word in over)


def _place(grid: Grid, groups: Mapping[Place, Place], char: Char) -> Place:
    return groups[_index(grid.ys, char.down), _index(grid.xs, char.across)]


def _index(edges: Sequence[float], place: float) -> int:
    return min(max(bisect_right(edges, place) - 1, 0), len(edges) - 2)


def _to_row(filled: _Filled, band: int, limits: Mapping[int, float], page: int) -> Row:
    grid = filled.grid
    starts = [c for c in range(grid.columns) if c == 0 or not _is_one(filled, (band, c - 1), (band, c))]
    ends = [*starts[1:], grid.columns]
    cells = tuple(_to_cell(filled, band, a, b, limits, page) for a, b in zip(starts, ends, strict=True))
    return Row(cells=cells, origin=PagePlace(page, _box(grid, band, band + 1, 0, grid.columns)))


def _is_one(filled: _Filled, one: Place, other: Place) -> bool:
    return filled.groups[one] == filled.groups[other]


def _to_cell(filled: _Filled, band: int, start: int, end: int, limits: Mapping[int, float], page: int) -> Cell:
    """The cell of one band over columns ``start`` to ``end``; its lines stand where the whole cell begins."""
    grid, first = filled.grid, filled.groups[band, start]
    owns = first == (band, start)
    depth = band + 1
    while owns and depth < grid.bands and _is_one(filled, (depth, start), first):
        depth += 1
    lines = filled.lines.get(first, ()) if owns else ()
    return Cell(
        lines=tuple(printed_to_line(line, page, grid.xs[start], limits.get(end)) for line in lines),
        column=start,
        span=end - start,
        merged_above=band > 0 and _is_one(filled, (band - 1, start), (band, start)),
        box=_box(grid, band, depth, start, end),
    )


def _limits(filled: _Filled) -> dict[int, float]:
    """How far to the right text may run, by the edge at which a cell ends.

    The edge less the padding, which is what the column's text leaves free on its left; and at least as far as a
    line on the page has run. Where only white space tells the edge, just as far as one has. Fails where all lines
    of a column are indented: its room is then taken too small.
    """
    limits: dict[int, float] = {}
    padding: dict[int, float] = {}
    for (band, start), lines in filled.lines.items():
        end = start + 1
        while end < filled.grid.columns and _is_one(filled, (band, end), (band, start)):
            end += 1
        free = min((line.box.x0 - filled.grid.xs[start] for line in lines), default=0.0)
        padding[end] = min(padding.get(end, free), free)
        white = filled.grid.xs[end] in filled.grid.white
        own = [line.box.x1 for line in lines if not white or line.box.x1 <= filled.grid.xs[end]]
        limits[end] = max([limits.get(end, 0.0), *own])
    edges = filled.grid.xs
    ruled = (end for end in limits if edges[end] not in filled.grid.white)
    return limits | {end: max(limits[end], edges[end] - max(padding[end], 0.0)) for end in ruled}


def printed_to_line(line: Printed, page: int, left: float, limit: float | None, *, running: bool = False) -> Line:
    """A printed line as the document's: ``left`` is where its indent counts from, ``limit`` how far it may run."""
    box, (first, last) = line.box, widths_of_end_words(line)
    return Line(
        text=line.text,
        origin=PagePlace(page, box),
        indent=round(box.x0 - left, 2),
        room=None if limit is None else round(max(limit - box.x1, 0.0), 2),
        symbols=line.symbols,
        size=round(line.size, 2),
        lead=round(line.lead, 2),
        first_word=round(first, 2),
        last_word=round(last, 2),
        raised=tuple(Raised(start=start, end=end) for start, end in line.raised),
        running=running,
    )


def _box(grid: Grid, top: int, bottom: int, left: int, right: int) -> Box:
    xs, ys = grid.xs, grid.ys
    return Box(round(xs[left], 2), round(ys[top], 2), round(xs[right], 2), round(ys[bottom], 2))
