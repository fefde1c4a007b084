"""A grid and the characters within it → a Table: rows, cells, lines with their indent and room.

Each word belongs to the cell in which it begins, or in which most of its characters have their middle: a word too
long for its cell is not cut in two by the rule that it runs over. Cells without a wall between them are one: it stands
where it begins, as wide as its columns (``span``), and its lower parts are marked ``merged_above``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Final, NamedTuple

from msgspec.structs import replace

from extract.pdf_bands import RIVER
from extract.pdf_bullets import bullet_before, shade_to_sign
from extract.pdf_divided import (
    Divider,
    dividers_measured,
    lines_by_column,
    lines_divided,
    rules_to_dividers,
)
from extract.pdf_grid import Grid, grid_to_groups
from extract.pdf_lines import (
    Printed,
    chars_to_lines,
    chars_to_text,
    lines_parted,
)
from extract.pdf_marks import INK, Char, Shade, measure
from extract.pdf_overflow import AT_START, column_starts, follows, line_to_strokes, strokes_to_words
from transform.document import Cell, Line, Raised, Row, Table
from transform.place import Box, PagePlace

Place = tuple[int, int]

#: Small letters stand between these shares of the type size above their baseline; what runs below is their tails.
LETTERS: Final = (0.4, 0.08)


#: White that parts two texts in a cell, as a share of the type size; so many letters before it are no bullet or number;
#: and how far apart lines are at most.
BESIDE: Final = 0.8
BULLET: Final = 4
#: White of more type sizes than this parts two texts on one line, if that has more whites than so many.
ALONE: Final = 3.0
FEW: Final = 3
NEXT_LINE: Final = 1.8


class _Filled(NamedTuple):
    """A grid with its cells made one (``groups``) and the printed lines of each, by its first elementary cell.

    ``bullets`` are shapes of the page that may be such, ``dividers`` rules within cells.
    """

    grid: Grid
    groups: Mapping[Place, Place]
    lines: Mapping[Place, Sequence[Printed]]
    bullets: Sequence[Shade]
    dividers: Sequence[Divider]


class Placed(NamedTuple):
    """A line of a table, and the cell in which each of its words stands; None for one that runs over an edge."""

    line: Printed
    places: list[Place | None]


def place_words(grid: Grid, lines: Iterable[Printed]) -> list[Placed]:
    """Where the words of a table's lines stand."""
    groups = grid_to_groups(grid)
    return [Placed(line, _places_of(grid, groups, line)) for line in lines]


def _places_of(grid: Grid, groups: Mapping[Place, Place], line: Printed) -> list[Place | None]:
    cell = _only_cell(grid, groups, line)
    if cell is not None:
        return [cell] * len(line.words)
    return [_only_place(grid, groups, word, line) for word in line.words]


def _only_cell(grid: Grid, groups: Mapping[Place, Place], line: Printed) -> Place | None:
    """The cell in which all of an even line stands; None when it may be in several."""
    column = _index(grid.xs, line.reach[0])
    if not line.is_even or column != _index(grid.xs, line.reach[1]):
        return None
    return groups[_index(grid.ys, line.chars[0].down), column]


def grid_to_table(
    grid: Grid, chars: Sequence[Char], placed: Sequence[Placed], page: int, bullets: Sequence[Shade] = ()
) -> Table:
    """The table of a grid, filled with the given characters (all within it), which make the lines ``placed``.

    ``bullets`` are shapes of the page that may be such.
    """
    groups = grid_to_groups(grid)
    lines = _lines_of_cells(grid, groups, chars, placed)
    dividers = rules_to_dividers(grid)
    if dividers:
        lines = {place: [*lines_divided(own, dividers)] for place, own in lines.items()}
    filled = _Filled(grid, groups, lines, bullets, dividers_measured(dividers, lines.values()))
    limits = _limits(filled)
    rows = tuple(_to_row(filled, band, limits, page) for band in range(grid.bands))
    place = PagePlace(page, _box(grid, 0, grid.bands, 0, grid.columns))
    return Table(rows=rows, origin=place, edges=tuple(round(x, 2) for x in grid.xs))


def _lines_of_cells(
    grid: Grid, groups: Mapping[Place, Place], chars: Sequence[Char], placed: Sequence[Placed]
) -> dict[Place, list[Printed]]:
    """The lines of each cell: those that stand in one as they are, the others parted."""
    found: dict[Place, list[Printed]] = defaultdict(list)
    if not all(line.is_row for line, _ in placed):
        put = _by_cell(grid, groups, chars, placed, placed)
        members: dict[Place, list[Char]] = defaultdict(list)
        for char in chars:
            members[put[char]].append(char)
        return {place: [*chars_to_lines(own)] for place, own in members.items()}
    cells = [_only_cell(grid, groups, line) for line, _ in placed]
    put = _by_cell(grid, groups, chars, placed, [one for one, cell in zip(placed, cells, strict=True) if cell is None])
    for (line, _), cell in zip(placed, cells, strict=True):
        if cell is not None:
            found[cell].append(line)
        else:
            for part, lines in (lines_parted([line], put) or {}).items():
                found[part] += lines
    return found


def _by_cell(
    grid: Grid, groups: Mapping[Place, Place], chars: Sequence[Char], placed: Sequence[Placed], asked: Sequence[Placed]
) -> dict[Char, Place]:
    """The cell of each character; a blank one goes with what was drawn right before it, or where its middle lies.

    Only of the lines that are ``asked`` about, unless these are all that are ``placed``.
    """
    drawn: dict[Char, int] = {}
    starts: Mapping[int, tuple[float, ...]] = {}
    if any(None in places for _, places in asked):
        drawn = {char: number for number, char in enumerate(chars)}
        starts = column_starts(grid.xs, [line for line, _ in placed], drawn)
    put: dict[Char, Place] = {}
    for line, places in asked:
        words: Sequence[Sequence[Char]] = line.words
        if None in places:
            words = list(strokes_to_words(line_to_strokes(line, drawn), starts, drawn))
            places = [_place_of(word, grid, groups, starts) for word in words]
        for word, place in zip(words, places, strict=True):
            if place is not None:
                put.update(dict.fromkeys(word, place))
    blank = {char for line, _ in asked for char in line.chars if not INK[char.text]}
    if asked is placed:
        blank = {char for char in chars if not INK[char.text]}
    for number, char in enumerate(chars) if blank else ():
        if char in blank:
            before = chars[number - 1] if number else None
            goes_on = before is not None and before in put and follows(before, char)
            put[char] = put[before] if before is not None and goes_on else _place(grid, groups, char)
    return put


def _only_place(grid: Grid, groups: Mapping[Place, Place], word: Sequence[Char], line: Printed) -> Place | None:
    """The cell in which all of a word of a line stands; None when it runs over an edge."""
    if line.is_even:
        column = _index(grid.xs, word[0].x0)
        if column == _index(grid.xs, max([c.x1 for c in word])):
            return groups[_index(grid.ys, word[0].down), column]
    places = {_place(grid, groups, char) for char in word}
    return places.pop() if len(places) == 1 else None


def _place_of(
    word: Sequence[Char], grid: Grid, groups: Mapping[Place, Place], starts: Mapping[int, tuple[float, ...]]
) -> Place:
    """The cell of a word: where it begins, if that is where its column's lines begin; else where most of it is."""
    column = _index(grid.xs, word[0].across)
    if any(abs(word[0].x0 - start) <= AT_START * word[0].size for start in starts.get(column, ())):
        return _place(grid, groups, word[0])
    return Counter(_place(grid, groups, char) for char in word).most_common(1)[0][0]


def words_over_walls(grid: Grid, placed: Iterable[Placed]) -> Iterator[tuple[Printed, Box]]:
    """The words that run over the edge of their cell, and how far the columns reach that they stand in.

    They may have run into the next cell's text, of which the rest stands anywhere on the line in either column.
    """
    over = [word for line, places in placed for word, at in zip(line.words, places, strict=True) if at is None]
    for word in over:
        piece = Printed(tuple(word), chars_to_text(word))
        first, last = _index(grid.xs, piece.box.x0), _index(grid.xs, piece.box.x1)
        left, right = min(grid.xs[first], piece.box.x0), max(grid.xs[last + 1], piece.box.x1)
        yield piece, replace(piece.box, x0=measure(left), x1=measure(right))


def words_on_floors(grid: Grid, placed: Iterable[Placed]) -> tuple[Printed, ...]:
    """The words through whose letters the edge between two rows runs: of which row they are cannot be seen for sure."""
    groups = grid_to_groups(grid)
    found = []
    for line, places in placed:
        above, below = (_index(grid.ys, line.baseline - share * line.size) for share in LETTERS)
        if above == below:
            continue
        for word, place in zip(line.words, places, strict=True):
            column = _index(grid.xs, word[0].across) if place is None else place[1]
            if groups[above, column] != groups[below, column]:
                found.append(Printed(tuple(word), chars_to_text(word)))
    return tuple(found)


def texts_beside(placed: Iterable[Placed]) -> tuple[Printed, ...]:
    """What stands beyond wide white in the lines of a cell, where that of a line below is in the same place.

    So does what stands beyond white that is many times as wide as any other of its line.
    """
    found = list(_whites_in_cells(placed))
    rivers = [pair for pair in pairwise(found) if _is_river(*pair)]
    apart = [*chain.from_iterable(rivers), *(white for white in found if white.is_alone)]
    starts = {(white.cell[1], round(white.after[0].x0)) for white in apart}
    beside: dict[Place, list[Sequence[Char]]] = defaultdict(list)
    for white in found:
        if (white.cell[1], round(white.after[0].x0)) in starts:
            beside[white.cell].append(white.after)
    return tuple(
        Printed(tuple(chain.from_iterable(words)), " ".join(map(chars_to_text, words))) for words in beside.values()
    )


class _White(NamedTuple):
    """White in a line of a cell: the words before and after it; whether it is by far the widest of several."""

    cell: Place
    before: Sequence[Char]
    after: Sequence[Char]
    is_alone: bool


def _whites_in_cells(placed: Iterable[Placed]) -> Iterator[_White]:
    """White wider than between words, in order; not that behind a bullet or number."""
    for line, places in placed:
        passed = counted = 0
        begun: Counter[Place | None] = Counter()
        for number, (one, word) in enumerate(pairwise(line.words), 1):
            passed += len(one)
            if line.gaps[passed - 1] <= RIVER:
                continue
            for own, at in zip(line.words[counted:number], places[counted:number], strict=True):
                begun[at] += len(own)
            counted, here = number, places[number]
            if here is not None and places[number - 1] == here and begun[here] > BULLET:
                yield _White(here, one, word, _is_alone(line.gaps[passed - 1], line, places, here))


def _is_alone(white: float, line: Printed, places: Sequence[Place | None], cell: Place) -> bool:
    """Whether white is by far the widest between the words of a line in a cell, of which there are several."""
    own = (word for word, place in zip(line.words, places, strict=True) if place == cell)
    gaps = sorted((b[0].x0 - a[-1].x1) / b[0].size for a, b in pairwise(own))
    return len(gaps) > FEW and white > ALONE and gaps[-2] < BESIDE


def _is_river(above: _White, below: _White) -> bool:
    """Whether wide white goes on in the line below, as wide."""
    size = below.after[0].size
    start, end = max(above.before[-1].x1, below.before[-1].x1), min(above.after[0].x0, below.after[0].x0)
    down = below.after[0].baseline - above.after[0].baseline
    return above.cell == below.cell and end - start > BESIDE * size and 0 < down < NEXT_LINE * size


def _place(grid: Grid, groups: Mapping[Place, Place], char: Char) -> Place:
    return groups[_index(grid.ys, char.down), _index(grid.xs, char.across)]


def _index(edges: Sequence[float], place: float) -> int:
    return bisect_right(edges, place, 1, len(edges) - 1) - 1


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
    left, limit = grid.xs[start], limits.get(end)
    made: Iterable[Line]
    if filled.dividers:
        pieces = lines_by_column(lines, filled.dividers)
        lines = [piece.line for piece in pieces]
        made = [printed_to_line(p.line, page, left + p.shift, limit if p.limit is None else p.limit) for p in pieces]
    else:
        made = (printed_to_line(line, page, left, limit) for line in lines)
    if filled.bullets:
        made = (_with_bullet(m, li, filled.bullets, left) for m, li in zip(made, lines, strict=True))
    return Cell(
        lines=tuple(made),
        column=start,
        span=end - start,
        merged_above=band > 0 and _is_one(filled, (band - 1, start), (band, start)),
        box=_box(grid, band, depth, start, end),
    )


def _with_bullet(made: Line, line: Printed, bullets: Sequence[Shade], left: float) -> Line:
    """The line with the bullet that is drawn before it, and the indent of that."""
    bullet = bullet_before(line, bullets, left)
    return made if bullet is None else replace(made, marker=shade_to_sign(bullet), indent=measure(bullet.x0 - left))


def _limits(filled: _Filled) -> dict[int, float]:
    """How far to the right text may run, by the edge at which a cell ends.

    The edge less the padding, which is what the column's text leaves free on its left; and at least as far as a
    line on the page has run. Where only white space tells the edge, just as far as one has. A lone word over a rule
    that is the edge shows how wide it is and not how far others may run, unless it goes on below: then it was cut
    there. Fails where all lines of a column are indented: its room is then taken too small.
    """
    limits: dict[int, float] = {}
    padding: dict[int, float] = {}
    for (band, start), lines in filled.lines.items():
        end = start + 1
        while end < filled.grid.columns and _is_one(filled, (band, end), (band, start)):
            end += 1
        free = min((line.box.x0 - filled.grid.xs[start] for line in lines), default=0.0)
        padding[end] = min(padding.get(end, free), free)
        edge, white = filled.grid.xs[end], filled.grid.xs[end] in filled.grid.white
        within = (
            line.box.x1 <= edge or not (white or (len(line.words) == 1 and not below[:1].islower()))
            for line, below in zip(lines, [*(line.text for line in lines[1:]), ""], strict=True)
        )
        own = [line.box.x1 for line, is_within in zip(lines, within, strict=True) if is_within]
        limits[end] = max([limits.get(end, 0.0), *own])
    edges = filled.grid.xs
    ruled = (end for end in limits if edges[end] not in filled.grid.white)
    return limits | {end: max(limits[end], edges[end] - max(padding[end], 0.0)) for end in ruled}


def printed_to_line(line: Printed, page: int, left: float, limit: float | None, *, running: bool = False) -> Line:
    """A printed line as the document's: ``left`` is where its indent counts from, ``limit`` how far it may run."""
    box, (first, last) = line.box, _widths_of_end_words(line)
    return Line(
        text=line.text,
        origin=PagePlace(page, box),
        indent=measure(box.x0 - left),
        room=None if limit is None else measure(_room(line, limit)),
        symbols=line.symbols,
        pictured=line.pictured,
        size=measure(line.size),
        lead=measure(line.lead),
        first_word=measure(first),
        last_word=measure(last),
        raised=tuple(Raised(start=start, end=end) for start, end in line.raised),
        running=running,
    )


def _room(line: Printed, limit: float) -> float:
    """What a line leaves free: none where it goes on further, and less than none where a lone word does."""
    room = limit - line.box.x1
    return room if len(line.words) == 1 and -room > AT_START * line.size else max(room, 0.0)


def _widths_of_end_words(line: Printed) -> tuple[float, float]:
    """The widths in points of the first and the last word of a line."""
    words = line.words
    first, last = (word[-1].x1 - word[0].x0 for word in (words[0], words[-1]))
    return first, last


def _box(grid: Grid, top: int, bottom: int, left: int, right: int) -> Box:
    xs, ys = grid.xs, grid.ys
    return Box(measure(xs[left]), measure(ys[top]), measure(xs[right]), measure(ys[bottom]))
