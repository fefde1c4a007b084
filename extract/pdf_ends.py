"""Bands at the ends of a stack of lone rules: which of them are rows of its table, and which are none.

    ──────────────────────────────    the rule under a running header
    Bijlage 1B           pagina 2
    ──────────────────────────────    rules of the table
    Durf    Gaat op …
    ──────────────────────────────

Fails for a row that is set far more loosely than lines, between rules that nothing shades.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pdf_bands import columns_inked, crosses, keeps_to, middle, runs_by_band, runs_to_lines, runs_within
from extract.pdf_grid import Grid
from extract.pdf_rules import Measure
from extract.pdf_runs import Run


def without_strange_bands(grid: Grid, runs: Sequence[Run], measure: Measure, before: Sequence[float]) -> Grid:
    """A stack of lone rules without the bands at its ends that are no rows.

    The rule under a running header and the one above a footer may be as wide as the table: what lies between
    them and the table runs over the columns, holds nothing, or stands loose.
    """
    if not grid.bands:
        return grid
    bands = runs_by_band(grid, runs)
    rows = [j for j in range(grid.bands) if _is_row(grid, j, bands[j], measure)]
    if rows and _runs_over_all(grid, bands[rows[0]], measure):
        del rows[0]
    if not rows:
        return grid._replace(ys=())
    start, end = rows[0], rows[-1] + 1
    above = start and _is_heading(grid, start - 1, bands, start, measure)
    above = above and _is_under_columns(grid, start - 1, runs, measure, before)
    below = end < grid.bands and _is_heading(grid, end, bands, start, measure)
    return cut_to_bands(grid, start - 1 if above else start, end + 1 if below else end)


def _is_heading(grid: Grid, band: int, bands: Sequence[Sequence[Run]], first: int, measure: Measure) -> bool:
    """Whether a band above or below the rows is the heading of those that follow, here or overleaf.

    It is one line that begins where the ``first`` of them does, and lies as close between its rules.
    """
    if len(bands[band]) > 1 or not bands[band]:
        return False
    room, like = (max(_white(grid, j, bands[j])) for j in (band, first))
    begins = abs(bands[band][0].x0 - min(r.x0 for r in bands[first])) <= measure.near
    return begins and room <= like + measure.near


def _is_under_columns(grid: Grid, band: int, runs: Sequence[Run], measure: Measure, before: Sequence[float]) -> bool:
    """Whether what stands right above a band is of its table: a header fills columns, the end of a row the last."""
    above = runs_to_lines([r for r in runs_within(runs, grid.xs[0], grid.xs[-1]) if middle(r) < grid.ys[band]])
    if not above or grid.ys[band] - max(r.bottom for r in above[-1]) > measure.pitch:
        return False
    inked = columns_inked(above[-1], grid.xs)
    return keeps_to(above[-1], grid.xs[1:-1], measure) and (len(inked) > 1 or bool(before and 0 not in inked))


def _white(grid: Grid, band: int, runs: Sequence[Run]) -> tuple[float, float]:
    """The white above and below the text of a band."""
    return min(r.top for r in runs) - grid.ys[band], grid.ys[band + 1] - max(r.bottom for r in runs)


def _is_row(grid: Grid, band: int, runs: Sequence[Run], measure: Measure) -> bool:
    """Whether a band is a row: walls stand between all its columns, or some that are drawn between merged cells."""
    walls = [(i, band) in grid.upright for i in range(1, grid.columns)]
    merged = any(wall and x not in grid.white for wall, x in zip(walls, grid.xs[1:], strict=False))
    if not runs or not (all(walls) or merged):
        return False
    # A shade is drawn for a row, however little of it stands on this page; a rule may be drawn for anything.
    shaded = grid.shaded and len(columns_inked(runs, grid.xs)) > 1
    return shaded or max(_white(grid, band, runs)) <= 1.5 * measure.pitch


def _runs_over_all(grid: Grid, band: Sequence[Run], measure: Measure) -> bool:
    """Whether the first line of a band runs over all columns, as that of a title does."""
    first = runs_to_lines(band)[0]
    return len(first) == 1 and all(crosses(first[0], x, measure) for x in grid.xs[1:-1])


def cut_to_bands(grid: Grid, first: int, last: int) -> Grid:
    """The bands from ``first`` up to ``last``."""
    upright = frozenset((i, j - first) for i, j in grid.upright if first <= j < last)
    across = frozenset((i - first, j) for i, j in grid.across if first < i < last)
    return grid._replace(ys=grid.ys[first : last + 1], upright=upright, across=across)
