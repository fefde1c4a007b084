"""White space as evidence for the grid: columns that no rule parts, in frames and stacks of rules.

    ───────────────────────────────────    lone rules and shaded rows of one width, one above the other, with
    Competentie   Kern    Beschrijving     text between that keeps to columns, are one frame. A column edge is
    ───────────────────────────────────    put where the header row has a gap and (nearly) every band leaves a
    Klantgericht  Verb.   Toont zich …     river of white under it; or where the table on the page before had
    ───────────────────────────────────    its edges, if the text respects them.

Fails for columns nearer to each other than half the type size, and for a first page without a header row: such
a table keeps the columns that its rules give it, and the text stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.pdf_bands import (
    band_gaps,
    columns_inked,
    crosses,
    from_header,
    is_centred_over,
    merges,
    middle,
    runs_by_band,
    runs_to_lines,
    runs_within,
)
from extract.pdf_ends import without_strange_bands
from extract.pdf_grid import (
    Frame,
    Grid,
    frame_to_grid,
    is_covered,
    rules_to_walls,
)
from extract.pdf_known import Edges, edges_from_before
from extract.pdf_open import flow_under, grow
from extract.pdf_rows import COLUMNS_TO_JUDGE
from extract.pdf_rules import MAY_CROSS, Measure
from extract.pdf_runs import NARROW, Run

#: A rule runs along a whole side when it covers this share of it; corners may be open.
WHOLE: Final = 0.98


def frame_to_table_grid(frame: Frame, runs: Sequence[Run], measure: Measure, before: Edges) -> Grid | None:
    """The grid of a frame with the columns that white space adds; None when it has but one column or no text.

    ``before`` are the edges of the table on the page before, empty without.
    """
    grid = _without_overhang(frame_to_grid(frame, measure), frame, runs, measure)
    bands = runs_by_band(grid, runs)
    closed = is_closed(grid, frame, measure)
    below = from_header(bands, measure)
    extra: Edges = ()
    if not _has_all_columns(grid, measure, before):
        extra = edges_from_before(grid, bands, measure, before)
        if not extra and not closed and grid.columns == 1 and _has_no_row(below):
            extra = tuple(flow_under(grid, below, runs, measure))
        extra = extra or _edges_from_space(grid, below, measure)
    if not extra and not closed and grid.columns == 1 and any(bands):
        extra = tuple(flow_under(grid, bands, runs, measure))
    if extra:
        grid = _with_columns(grid, frame, extra, bands, measure)
    grid = _with_short_walls(grid, frame, bands, measure)
    if closed:
        grid = _with_columns_of_header(grid, bands, measure)
        grid = _as_deep_as_its_text(grid, frame, runs, measure)
    else:
        grid = _with_white_walls(grid, frame, bands, measure)
        grid = grow(without_strange_bands(grid, runs, measure, before), runs, measure, before)
    return grid if grid.columns > 1 and grid.bands and any(runs_by_band(grid, runs)) else None


def _has_no_row(bands: Sequence[Sequence[Run]]) -> bool:
    """Whether below a header rules part nothing but headings: all rows follow the last rule, and show the columns."""
    inked = [band for band in bands if band]
    return len(inked) > 1 and all(len(band) == 1 for band in inked[1:])


def _has_all_columns(grid: Grid, measure: Measure, before: Edges) -> bool:
    """Whether the rules give the very columns of the table on the page before: what is white in text is no other."""
    near, same = measure.near, len(before) == len(grid.xs)
    return same and grid.columns > 1 and all(abs(a - b) <= near for a, b in zip(grid.xs, before, strict=True))


def is_closed(grid: Grid, frame: Frame, measure: Measure) -> bool:
    """Whether a drawn upright rule runs along the whole height: then the table ends where its rules end."""
    upright = [r for r in frame.rules if r.upright and r.visible and not r.shaded]
    sides = ([r for r in upright if abs(r.at - x) <= measure.near] for x in grid.xs)
    return any(is_covered(side, grid.ys[0], grid.ys[-1], WHOLE) for side in sides)


def _as_deep_as_its_text(grid: Grid, frame: Frame, runs: Sequence[Run], measure: Measure) -> Grid:
    """The grid with its last row as deep as its text, where no rule ends its cells.

    Of a row that goes on overleaf some programs draw less than its text takes. It is what follows without a gap, keeps
    to the columns, and begins where other text of the table does. Fails for text that stands so right below a table
    that is open at its end.
    """
    ends = [rule for rule in frame.rules if not rule.upright and abs(rule.at - grid.ys[-1]) <= measure.near]
    inside = runs_within(runs, grid.xs[0], grid.xs[-1])
    starts = [run.x0 for run in inside if grid.ys[0] < middle(run) < grid.ys[-1]]
    reached = grid.ys[-1]
    for line in runs_to_lines([run for run in inside if middle(run) >= reached]):
        begun = all(any(abs(run.x0 - start) <= measure.near for start in starts) for run in line)
        crossed = any(crosses(run, x, measure) for run in line for x in grid.xs[1:-1])
        crossed = crossed or any(rule.start < run.x1 and run.x0 < rule.end for run in line for rule in ends)
        if not begun or crossed or line[0].top - reached > measure.pitch / 2:
            break
        reached = max(run.bottom for run in line)
    return grid._replace(ys=(*grid.ys[:-1], reached))


def _without_overhang(grid: Grid, frame: Frame, runs: Sequence[Run], measure: Measure) -> Grid:
    """The grid without outer columns that hold no text and that no upright rule closes.

    They come of a rule that is wider than the table and touches it, such as one under a running header.
    """
    places = [r.at for r in frame.rules if r.upright]
    inside = [r for r in runs if grid.ys[0] <= middle(r) <= grid.ys[-1]]
    xs = list(grid.xs)
    for outer, inner in ((0, 1), (-1, -2)):
        low, high = sorted((xs[outer], xs[inner]))
        ruled = any(abs(place - xs[outer]) <= measure.near for place in places)
        if len(xs) > 2 and not ruled and not runs_within(inside, low, high):
            del xs[outer]
    return rules_to_walls(frame, tuple(xs), grid.ys, measure) if len(xs) < len(grid.xs) else grid


def _edges_from_space(grid: Grid, bands: Sequence[Sequence[Run]], measure: Measure) -> Edges:
    """New edges within the columns that rules give."""
    columns = pairwise(grid.xs)
    return tuple(edge for left, right in columns for edge in _rivers(left, right, bands, measure))


def _rivers(left: float, right: float, bands: Sequence[Sequence[Run]], measure: Measure) -> list[float]:
    """Edges between two places: under every gap of the header band, where the bands leave white."""
    inked = [own for band in bands if (own := runs_within(band, left, right))]
    if len(inked) < 2 or not all(
        any(r.letters for r in inked[0] if r.x0 >= x) for x, _ in band_gaps(inked[0], measure)
    ):
        return []
    edges = [_river_in(gap, inked, measure) for gap in band_gaps(inked[0], measure)]
    return [edge for edge in edges if edge is not None]


def _river_in(gap: tuple[float, float], bands: Sequence[Sequence[Run]], measure: Measure) -> float | None:
    """The edge in the widest white of a gap, near its right end, for the next column's text begins there.

    Few lines may run into that white, and stay whole where some is left before that end. A heading that fills its
    column or more does not stand against the column beside it; nor does a name over which that begins.
    """
    bands = bands[1:] if any(r.x0 < gap[0] < r.x1 for r in bands[0]) else bands
    lines = [line for band in bands for line in runs_to_lines(band) if min(r.x0 for r in line) < gap[1]]
    lines = [line for line in lines if not _lies_under(line, gap[1], measure)]
    allowed = MAY_CROSS * max(len(lines), len(bands))
    stops = sorted({*gap, *(x for line in lines for r in line for x in (r.x0, r.x1) if gap[0] < x < gap[1])})
    best: tuple[float, float, float] | None = None
    start: float | None = None
    clear: float | None = None
    for left, right in pairwise(stops):
        crossed = sum(any(r.x0 < right and left < r.x1 for r in line) for line in lines)
        start = None if crossed > allowed else left if start is None else start
        clear = None if crossed else left if clear is None else clear
        if start is not None and (best is None or right - start > best[1] - best[0]):
            best = (start, right, right if clear is None else clear)
    least = NARROW * measure.size
    if best is None or (best[1] - best[0] < least and not _is_filled_up_to(gap, best[:2], lines, measure)):
        return None
    start, end, clear = best
    return end - (end - (clear if end - clear >= least else start)) / 4


def _lies_under(line: Sequence[Run], x: float, measure: Measure) -> bool:
    """Whether one run of a line goes over a place, and another begins there, as many do: it lies over the first."""
    over = any(run.x0 < x < run.x1 for run in line)
    return over and any(run.aligned and abs(run.x0 - x) <= measure.near / 2 for run in line)


def _is_filled_up_to(
    gap: tuple[float, float], white: tuple[float, float], lines: Sequence[Sequence[Run]], measure: Measure
) -> bool:
    """Whether narrow white is all that a name that fills its column leaves, right before where the next one begins.

    That is where the header does, and all lines that have something beyond. A bullet is no name.
    """
    filling = [run for line in lines for run in line if abs(run.x1 - white[0]) <= measure.near]
    beyond = [min(r.x0 for r in line if r.x0 >= white[1] - measure.near) for line in lines if line[-1].x0 >= white[1]]
    return (
        len(beyond) > 1
        and all(run.letters > 1 for run in filling)
        and abs(white[1] - gap[1]) <= measure.near
        and all(abs(x - gap[1]) <= measure.near for x in beyond)
    )


def _with_columns(grid: Grid, frame: Frame, extra: Edges, bands: Sequence[Sequence[Run]], measure: Measure) -> Grid:
    """The grid with further upright edges; on them a wall stands in every band that no text runs through."""
    xs = tuple(sorted({*grid.xs, *extra}))
    ruled = rules_to_walls(frame, xs, grid.ys, measure)
    parted = [(j, band) for j, band in enumerate(bands) if not is_centred_over(band, xs, measure)]
    white = {(xs.index(x), j) for x in extra for j, band in parted if not merges(band, x, measure)}
    return Grid(xs, grid.ys, ruled.upright | white, ruled.across, frozenset(extra), ruled.shaded)


def _with_short_walls(grid: Grid, frame: Frame, bands: Sequence[Sequence[Run]], measure: Measure) -> Grid:
    """The grid with walls that stand as high as the text beside them.

    Of a row that goes on overleaf some programs draw the side of a cell no further than its text: half a wall, but
    all that there is to part.
    """
    upright = [rule for rule in frame.rules if rule.upright]
    short = set[tuple[int, int]]()
    for i in range(1, grid.columns):
        rules = [rule for rule in upright if abs(rule.at - grid.xs[i]) <= measure.near]
        for j, band in enumerate(bands if rules else ()):
            beside = runs_within(band, grid.xs[i - 1], grid.xs[i + 1])
            if (i, j) in grid.upright or not beside or merges(band, grid.xs[i], measure):
                continue
            if is_covered(rules, min(run.top for run in beside), max(run.bottom for run in beside)):
                short.add((i, j))
    return grid._replace(upright=grid.upright | short) if short else grid


def _with_white_walls(grid: Grid, frame: Frame, bands: Sequence[Sequence[Run]], measure: Measure) -> Grid:
    """The grid with walls in the bands that have none: rows without shading between shaded ones, cell by cell.

    Where shading is all there is, also in a band that lacks one: a name ran over it. So do unseen rules, wherever they
    end: beside a list, say.
    """
    walled = [any((i, j) in grid.upright for i in range(1, grid.columns)) for j in range(grid.bands)]
    bare = [j for j in range(grid.bands) if grid.shaded or not walled[j]]
    bare = [j for j in bare if not is_centred_over(bands[j], grid.xs, measure)]
    upright = [rule for rule in frame.rules if rule.upright]
    seen = {i for i in range(1, grid.columns) for r in upright if r.visible and abs(r.at - grid.xs[i]) <= measure.near}
    unseen = [i for i in range(1, grid.columns) if i not in seen and grid.xs[i] not in grid.white]
    open_ = {(i, j) for j in bare for i in range(1, grid.columns)}
    open_ |= {(i, j) for i in unseen for j, band in enumerate(bands) if not is_centred_over(band, grid.xs, measure)}
    white = {(i, j) for i, j in open_ if not merges(bands[j], grid.xs[i], measure)}
    return grid._replace(upright=grid.upright | white)


def _with_columns_of_header(grid: Grid, bands: Sequence[Sequence[Run]], measure: Measure) -> Grid:
    """The grid with the columns of its header in a band of rows that has no walls at all, as in a box of no rules.

    Its text keeps to them, on several lines. Fails for a row of one cell whose lines happen to keep to all columns.
    """
    if not any((i, 0) in grid.upright for i in range(1, grid.columns)):
        return grid
    inner = range(1, grid.columns)
    bare = [j for j in range(1, grid.bands) if not any((i, j) in grid.upright for i in inner)]
    walls = {(i, j) for j in bare if _keeps_columns(grid, bands[j], measure) for i in inner}
    white = grid.white.union(grid.xs[i] for i, _ in walls)
    return grid._replace(upright=grid.upright | walls, white=white) if walls else grid


def _keeps_columns(grid: Grid, band: Sequence[Run], measure: Measure) -> bool:
    """Whether lines of text stand side by side in all columns of a grid, and hardly one runs over an edge of these."""
    lines = runs_to_lines(band)
    if len(lines) < COLUMNS_TO_JUDGE or len(columns_inked(band, grid.xs)) < grid.columns:
        return False
    over = (sum(any(crosses(run, x, measure) for run in line) for line in lines) for x in grid.xs[1:-1])
    return max(over) <= MAY_CROSS * len(lines)
