"""Tables that no rule closes: how far they go on above and below their rules, and tables without any rule.

    Competentie   Kern    Beschrijving     The gaps of a header line are followed down the page, line by line,
    Klantgericht  Verb.   Toont zich …     each as wide as the lines leave it. The table ends at the first line
                          wensen van …     that fills a gap, or after white too wide to lie within a table.
    Deze regel loopt door de kolommen.

Fails where a short line of running text follows a table closely and happens to keep to its columns: it is read
as a row. What is found here without rules is reported as a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from extract.pdf_bands import (
    RIVER,
    Gap,
    band_gaps,
    columns_inked,
    is_named,
    keeps_to,
    middle,
    narrow,
    runs_by_band,
    runs_to_lines,
    runs_within,
    width,
)
from extract.pdf_grid import Grid
from extract.pdf_rows import ROW_WHITE
from extract.pdf_rules import Measure
from extract.pdf_runs import NARROW, Run

#: In line pitches. Lines further apart than LOOSE are not in one table; text further than CLOSE from a rule does
#: not belong to it; lines of one header stand within TIGHT.
LOOSE: Final = 2.6
CLOSE: Final = 1.5
TIGHT: Final = 1.3

#: A table without rules has at least so many columns and lines: fewer is a list, or chance.
LEAST_COLUMNS: Final = 2
LEAST_LINES: Final = 6


def flow_under(grid: Grid, bands: Sequence[Sequence[Run]], runs: Sequence[Run], measure: Measure) -> list[float]:
    """Column edges under the gaps of a lone header band, followed down the page."""
    header = next(band for band in bands if band)
    below = runs_to_lines([r for r in _inside(grid, runs) if r.top >= grid.ys[-1] - measure.near])
    white = band_gaps(header, measure)
    gaps, lines = _follow(white, below, grid.ys[-1], measure) if white else ([], 0)
    return [_edge(gap) for gap in gaps] if lines else []


def _inside(grid: Grid, runs: Sequence[Run]) -> list[Run]:
    return runs_within(runs, grid.xs[0], grid.xs[-1])


def _follow(
    gaps: Sequence[Gap], lines: Sequence[Sequence[Run]], start: float, measure: Measure
) -> tuple[list[Gap], int]:
    """The gaps as far as the lines leave them white, and how many lines do so.

    Of a gap several stretches may be left, as words of a justified line leave them: at the end the widest counts.
    """
    whites, reached = [[gap] for gap in gaps], start
    for count, line in enumerate(lines):
        if not _is_near(line, lines[:count], gaps, min(r.top for r in line) - reached, measure):
            return list(gaps), count
        narrowed = [narrow(own, line, NARROW * measure.size) for own in whites]
        open_ = [bool(left) for left in narrowed]
        if not all(open_) and not (
            _overflows(line, gaps, open_)
            or _hangs_under(line, lines[count + 1 :], gaps[0][0], measure)
            or _heads(line, lines[count + 1 : count + 2], lines[:count], gaps, measure)
            or (len(line) > 1 and _runs_into(line, gaps, measure) and _begins_as(line, lines[:count], measure))
        ):
            return list(gaps), count
        whites = [new or old for new, old in zip(narrowed, whites, strict=True)]
        gaps = [max(own, key=width) for own in whites]
        reached = max(r.bottom for r in line)
    return list(gaps), len(lines)


def _is_near(
    line: Sequence[Run], above: Sequence[Sequence[Run]], gaps: Sequence[Gap], white: float, measure: Measure
) -> bool:
    """Whether a line stands close enough to those above to be one of their table.

    Under wider white, as tall rows leave it, it does so only beyond the first column or with text in every column, and
    where lines began before.
    """
    if white <= (LOOSE if above else CLOSE) * measure.pitch:
        return True
    if white > 2 * LOOSE * measure.pitch or not _begins_as(line, above, measure):
        return False
    return min(r.x0 for r in line) > gaps[0][0] or len(line) > len(gaps)


def _begins_as(line: Sequence[Run], above: Sequence[Sequence[Run]], measure: Measure) -> bool:
    """Whether all pieces of a line begin where others began above it."""
    starts = [run.x0 for other in above for run in other]
    return all(any(abs(run.x0 - start) <= measure.near / 2 for start in starts) for run in line)


def _runs_into(line: Sequence[Run], gaps: Sequence[Gap], measure: Measure) -> bool:
    """Whether text begins right beyond every gap that a line runs through: what does is too long for its column."""
    through = [(left, right) for left, right in gaps if any(r.x0 < left and right < r.x1 for r in line)]
    return all(any(left < r.x0 <= right + measure.near for r in line) for left, right in through)


def _overflows(line: Sequence[Run], gaps: Sequence[Gap], open_: Sequence[bool]) -> bool:
    """Whether a line that fills a gap is one of the table: beyond another gap, which it leaves white, it goes on."""
    whites = [gap for gap, is_open in zip(gaps, open_, strict=True) if is_open]
    return any(any(r.x1 <= right for r in line) and any(r.x0 >= left for r in line) for left, right in whites)


def _hangs_under(line: Sequence[Run], after: Sequence[Sequence[Run]], column: float, measure: Measure) -> bool:
    """Whether a line that runs over the columns is one of the table: the next goes on beside it, beyond the first."""
    if not after or abs(after[0][0].baseline - line[0].baseline) > TIGHT * measure.pitch:
        return False
    return min(r.x0 for r in after[0]) > column


def _heads(
    line: Sequence[Run],
    after: Sequence[Sequence[Run]],
    above: Sequence[Sequence[Run]],
    gaps: Sequence[Gap],
    measure: Measure,
) -> bool:
    """Whether a line that runs over the columns is a heading within the table: a row begins right below where it does.

    The row has text on either side of every gap, all of which begins where other text of the table does; of the heading
    there is one line, which may stand out a little.
    """
    if len(line) > 1 or not after or len(after[0]) <= len(gaps):
        return False
    row = after[0]
    near = min(r.top for r in row) - line[0].bottom <= LOOSE * measure.pitch - measure.size
    edges = [row[0].x0, *(right for _, right in gaps), row[-1].x1]
    parted = all(narrow([gap], row, NARROW * measure.size) for gap in gaps)
    full = len(columns_inked(row, edges)) > len(gaps)
    return (
        near
        and parted
        and full
        and _begins_as(row, above, measure)
        and -measure.near <= row[0].x0 - line[0].x0 <= measure.size
    )


def _edge(gap: Gap) -> float:
    """An edge near a gap's right end, where the next column's text begins."""
    return gap[1] - (gap[1] - gap[0]) / 4


def grow(grid: Grid, runs: Sequence[Run], measure: Measure, before: Sequence[float]) -> Grid:
    """The grid with the text right above and below its outer rules, where that keeps to the columns."""
    if grid.columns < 2 or not grid.bands:
        return grid
    padding = _padding(grid, runs, measure)
    below = runs_to_lines([r for r in _inside(grid, runs) if middle(r) > grid.ys[-1]])
    above = runs_to_lines([r for r in _inside(grid, runs) if middle(r) < grid.ys[0]])[::-1]
    loose = (LOOSE - 1) * measure.pitch
    down = _take(below, grid, measure, loose, grid.ys[-1], _lines_within(grid, runs))
    if len(lines := runs_to_lines(down)) < len(below):
        heading = len(lines) if _head(lines, below, grid, loose) else _heading_lines(lines, grid.xs[1], measure)
        down = [run for line in lines[: len(lines) - heading] for run in line]
    # Above the first shaded row of a page that goes on with a table stand rows; else at most a header, or the rest of
    # a row.
    up = _take(above, grid, measure, loose if before and grid.shaded else (TIGHT - 1) * measure.pitch, grid.ys[0])
    if before and not grid.shaded and len(rest := _rest_above(above, grid, runs, measure)) > len(up):
        up = rest
    if down and (_is_of_table(down, grid, before) or min(r.top for r in down) - grid.ys[-1] <= padding):
        grid = with_band(grid, max(r.bottom for r in down))
    if up and _is_of_table(up, grid, before):
        grid = with_band(grid, min(r.top for r in up))
    return grid


def _head(lines: Sequence[Sequence[Run]], below: Sequence[Sequence[Run]], grid: Grid, white: float) -> bool:
    """Whether all lines right below the last rule stand in the first column, over text that runs over the columns.

    They head that, and are no row: see ``_heading_lines``.
    """
    text = below[len(lines)]
    follows = bool(lines) and min(r.top for r in text) - max(r.bottom for r in lines[-1]) <= white
    return follows and len(text) == 1 and all(r.x1 <= grid.xs[1] for line in lines for r in line)


def _lines_within(grid: Grid, runs: Sequence[Run]) -> Sequence[Sequence[Run]]:
    return runs_to_lines([run for run in _inside(grid, runs) if grid.ys[0] < middle(run) < grid.ys[-1]])


def _rest_above(above: Sequence[Sequence[Run]], grid: Grid, runs: Sequence[Run], measure: Measure) -> list[Run]:
    """All that stands above the first rule, if its lines are as close as any.

    That is the rest of a row of the page before. There may be white in it as between paragraphs, if it has nothing in
    the first column and begins where lines below do.
    """
    inside = _lines_within(grid, runs)
    inner = all(min(r.x0 for r in line) > grid.xs[1] and _begins_as(line, inside, measure) for line in above)
    white = (LOOSE - 1) * measure.pitch if inner else TIGHT * measure.pitch - measure.size
    taken = _take(above, grid, measure, white, grid.ys[0])
    return taken if len(taken) == sum(map(len, above)) else []


def _padding(grid: Grid, runs: Sequence[Run], measure: Measure) -> float:
    """How far below a rule text begins, at most, in the grid's own bands; with some slack."""
    inked = [(y, band) for y, band in zip(grid.ys, runs_by_band(grid, runs), strict=False) if band]
    return max((min(r.top for r in band) - y for y, band in inked), default=0.0) + measure.near / 2


def _take(
    lines: Sequence[Sequence[Run]],
    grid: Grid,
    measure: Measure,
    white: float,
    rule: float,
    rows: Sequence[Sequence[Run]] = (),
) -> list[Run]:
    """Lines from a rule onwards, as long as no more ``white`` lies between them and they keep to the columns.

    There may be more above one with text in every column that begins where that of the ``rows`` does.
    """
    taken: list[Run] = []
    reached = rule
    for index, line in enumerate(lines):
        top, bottom = min(r.top for r in line), max(r.bottom for r in line)
        distance = max(top - reached, reached - bottom)
        is_row = distance <= 2 * LOOSE * measure.pitch and len(line) >= grid.columns and _begins_as(line, rows, measure)
        if distance > (white if taken else CLOSE * measure.pitch) and not is_row:
            break
        # A word too long for the last column runs over its edge alone.
        edges = grid.xs[:-1] if line[0].x0 > grid.xs[1] else grid.xs
        if not keeps_to(line, edges, measure) and not (
            is_named(line, grid) and _hangs_under(line, lines[index + 1 :], grid.xs[1], measure)
        ):
            break
        taken.extend(line)
        reached = bottom if rule <= top else top
    return taken


def _is_of_table(taken: Sequence[Run], grid: Grid, before: Sequence[float]) -> bool:
    """Whether text beyond the last rule fills columns, or continues the last column of the page before."""
    inked = columns_inked(taken, grid.xs)
    return len(inked) > 1 or bool(before and inked and 0 not in inked)


def with_band(grid: Grid, end: float) -> Grid:
    """The grid with one more band up to ``end``, above or below, all its walls standing."""
    above = end < grid.ys[0]
    shift = 1 if above else 0
    new = 0 if above else grid.bands
    ys = (end, *grid.ys) if above else (*grid.ys, end)
    upright = {(i, j + shift) for i, j in grid.upright} | {(i, new) for i in range(1, grid.columns)}
    rule = 1 if above else grid.bands
    across = {(i + shift, j) for i, j in grid.across} | {(rule, j) for j in range(grid.columns)}
    return grid._replace(ys=ys, upright=frozenset(upright), across=frozenset(across))


class _Followed(NamedTuple):
    """Gaps that so many ``lines`` leave white, the runs on them, and those of a header that hang ``over`` the first."""

    gaps: Sequence[Gap] = ()
    lines: int = 0
    runs: Sequence[Run] = ()
    over: Sequence[Run] = ()


def unruled_grid(runs: Sequence[Run], measure: Measure, before: Sequence[float]) -> Grid | None:
    """The grid of a page without rules: by the edges of the page before, or by the first line whose gaps go on below.

    The one that more lines keep to; of two alike that of the page before, unless a header stands over the other: both
    begin at one line, which leaves a column of the page before empty.
    """
    lines = runs_to_lines(runs)
    went_on = _going_on(lines, measure, before) if before else _Followed()
    begun = _beginning(lines, measure)
    if went_on.lines and went_on.lines >= begun.lines and not _is_under_other_header(begun, went_on, before):
        return block_to_grid(went_on.runs, [_edge(gap) for gap in went_on.gaps], before)
    return block_to_grid([*begun.over, *begun.runs], [_edge(gap) for gap in begun.gaps], ()) if begun.lines else None


def lone_row(runs: Sequence[Run], measure: Measure, end: float) -> Grid | None:
    """The grid of one row without rules, by the gaps between its pieces, and up to ``end``; none if it is in one."""
    edges = [_edge(gap) for gap in band_gaps(runs, measure)]
    grid = block_to_grid(runs, edges, ())
    xs = (*grid.xs[:-1], max(grid.xs[-1], end))
    return grid._replace(xs=xs, white=frozenset(xs)) if edges else None


def _is_under_other_header(begun: _Followed, went_on: _Followed, before: Sequence[float]) -> bool:
    """Whether the same lines have a first one that fills no fewer columns of its own, and not all those of before."""
    if begun.runs != went_on.runs or len(begun.gaps) < len(went_on.gaps):
        return False
    return len(columns_inked(runs_to_lines(begun.runs)[0], before)) < len(before) - 1


def _beginning(lines: Sequence[Sequence[Run]], measure: Measure) -> _Followed:
    """The first line whose gaps enough lines follow."""
    for start, line in enumerate(lines):
        found = _followed(band_gaps(line, measure), lines[start:], measure)
        if found.lines >= LEAST_LINES:
            return found._replace(over=_hung_over(lines[:start], line, found.gaps[0], measure))
    return _Followed()


def _hung_over(above: Sequence[Sequence[Run]], first: Sequence[Run], gap: Gap, measure: Measure) -> list[Run]:
    """The lines right above the first line of a table in which its cells begin: a header that ends on one line.

    All of such a line begins where the first line's texts do, some of it beyond the first column, in type as large.
    """
    taken: list[Run] = []
    reached, size = first, first[0].bottom - first[0].top
    for line in reversed(above):
        close = min(r.top for r in reached) - max(r.bottom for r in line) <= TIGHT * measure.pitch - measure.size
        alike = all(abs(r.bottom - r.top - size) < measure.near / 2 for r in line)
        if not (close and alike and line[-1].x0 > gap[0] and _begins_as(line, [first], measure)):
            break
        taken, reached = [*line, *taken], line
    return taken


def _going_on(lines: Sequence[Sequence[Run]], measure: Measure, before: Sequence[float]) -> _Followed:
    """The lines that go on with the table of the page before: from the first with text in several of its columns.

    At the top of the page also from one beyond the first column. Few lines are enough if none of them is in the
    first, or if there is text in every column of the first line, as in a header.
    """
    known = _known_gaps(before, measure)
    for start, line in enumerate(lines):
        inked = len(columns_inked(line, before))
        if inked < 2 and (start or line[0].x0 < before[1]):
            continue
        found = _followed(known, lines[start:], measure)
        beyond = all(run.x0 > before[1] for run in found.runs)
        full = inked == len(before) - 1 and found.lines > 1
        if found.lines >= LEAST_LINES or beyond or full:
            return found
    return _Followed()


def _followed(gaps: Sequence[Gap], lines: Sequence[Sequence[Run]], measure: Measure) -> _Followed:
    """Gaps followed down the page from the first of the lines."""
    if len(gaps) + 1 < LEAST_COLUMNS:
        return _Followed()
    left, count = _follow(gaps, lines, min(r.top for r in lines[0]), measure)
    if count < len(lines):
        count -= _heading_lines(lines[:count], left[0][1], measure)
    return _Followed(left, count, [run for line in lines[:count] for run in line])


def _heading_lines(lines: Sequence[Sequence[Run]], column: float, measure: Measure) -> int:
    """How many of the last lines stand apart in the first column, under white wider than between lines.

    Where running text follows they are its heading: a row has more than a name. Fails for a table that ends in a name
    with nothing beside it.
    """
    for count, (line, above) in enumerate(pairwise(reversed(lines)), start=1):
        if max(r.x1 for r in line) > column:
            return 0
        white = min(r.top for r in line) - max(r.bottom for r in above)
        if white > measure.pitch * (1 + ROW_WHITE) - measure.size:
            return count
    return 0


def _known_gaps(before: Sequence[float], measure: Measure) -> list[Gap]:
    """The inner edges of the page before, as gaps just wide enough; text may begin somewhat further to the right.

    So a name that reaches over an edge found by white space alone leaves some of it.
    """
    half = RIVER * measure.size / 2
    return [(x - half, x + measure.size) for x in before[1:-1]]


def block_to_grid(block: Sequence[Run], edges: Sequence[float], before: Sequence[float]) -> Grid:
    """A block of text as one row, in the columns of the table before or between ``edges`` within it."""
    left, right = min(r.x0 for r in block), max(r.x1 for r in block)
    xs = (min(left, before[0]), *before[1:-1], max(right, before[-1])) if before else (left, *edges, right)
    ys = (min(r.top for r in block), max(r.bottom for r in block))
    return Grid(tuple(xs), ys, frozenset((i, 0) for i in range(1, len(xs) - 1)), frozenset(), frozenset(xs))
