"""Headings of groups beside which no wall between columns stands, and which no rule parts from the row above or below.

├─────────────┼──────────────────┤
│ Moed        │ Neemt het op …   │      Such a heading has one cell over all columns, and a program may draw no rule
│ Vernieuwend                    │      above it, or none below: there the walls of the other row end, or begin.
├─────────────┼──────────────────┤
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.pdf_grid import Grid
from extract.pdf_headers import is_alone
from extract.pdf_lines import Printed
from extract.pdf_rows import cut_band
from extract.pdf_rules import Measure, Rule


def with_headings_beside_walls(grid: Grid, rules: Sequence[Rule], lines: Sequence[Printed], measure: Measure) -> Grid:
    """The grid with each line by itself, beside which no wall stands, in a band of one cell.

    It begins in the first column, or is centred on the table, and a rule parts it from what stands on its other side.
    The walls of the row all reach equally far, in one piece; shades have none. Fails for a heading of two lines.
    """
    drawn = [x for x in grid.xs[1:-1] if x not in grid.white]
    walls = [
        [r for r in rules if r.upright and r.visible and not r.shaded and abs(r.at - x) <= measure.near] for x in drawn
    ]
    own = [line for line in lines if line.box.x0 < grid.xs[-1] and grid.xs[0] < line.box.x1]
    for band in reversed(range(grid.bands)) if drawn and all(walls) else ():
        inside = [line for line in own if grid.ys[band] < line.baseline < grid.ys[band + 1]]
        beside = [_within(grid, band, own, measure) for own in walls]
        if not any(beside) and len(inside) == 1 and _heads(inside[0], grid, measure):
            grid = grid._replace(upright=frozenset(wall for wall in grid.upright if wall[1] != band))
        elif all(len(own) == 1 for own in beside) and len(inside) > 1:
            grid = _with_heading_apart(grid, band, [own[0] for own in beside], rules, inside, measure)
    return grid


def _within(grid: Grid, band: int, walls: Sequence[Rule], measure: Measure) -> list[Rule]:
    top, bottom = grid.ys[band] + measure.near, grid.ys[band + 1] - measure.near
    return [wall for wall in walls if wall.start < bottom and wall.end > top]


def _with_heading_apart(
    grid: Grid, band: int, walls: Sequence[Rule], rules: Sequence[Rule], lines: Sequence[Printed], measure: Measure
) -> Grid:
    """The grid with a band cut in two where its walls end above a heading, or begin below one."""
    top, bottom = grid.ys[band], grid.ys[band + 1]
    starts, ends = [max(wall.start, top) for wall in walls], [min(wall.end, bottom) for wall in walls]
    if max(starts) - min(starts) > measure.near or max(ends) - min(ends) > measure.near:
        return grid
    above, below = min(starts) - top >= measure.size, bottom - max(ends) >= measure.size
    at, edge, heading = (max(ends), bottom, lines[-1]) if below else (min(starts), top, lines[0])
    others = lines[:-1] if below else lines[1:]
    parted = all((line.baseline > at) is not below and (line.box.top > at) is not below for line in others)
    is_below = (heading.box.top if below else heading.box.bottom) > at
    if above is below or not parted or is_below is not below or not _heads(heading, grid, measure):
        return grid
    return _cut(grid, band, at, below=below) if _is_ruled(rules, edge, grid, measure) else grid


def _heads(line: Printed, grid: Grid, measure: Measure) -> bool:
    middle = (line.box.x0 + line.box.x1) / 2
    is_centred = abs(middle - (grid.xs[0] + grid.xs[-1]) / 2) <= measure.size
    return is_alone(line) and (is_centred or line.box.x0 < grid.xs[1])


def _is_ruled(rules: Sequence[Rule], edge: float, grid: Grid, measure: Measure) -> bool:
    """Whether a rule is seen at an edge, from the first column on."""
    own = (r for r in rules if not r.upright and r.visible and abs(r.at - edge) <= measure.near)
    return any(rule.start <= grid.xs[0] + measure.near and rule.end >= grid.xs[1] - measure.near for rule in own)


def _cut(grid: Grid, band: int, at: float, *, below: bool) -> Grid:
    """The grid with a band cut in two: beside the heading stands no wall, beside the row each of them."""
    heading, row = (band + 1, band) if below else (band, band + 1)
    cut = cut_band(grid, band, at)
    standing = {(i, row) for i in range(1, grid.columns)}
    return cut._replace(upright=frozenset(wall for wall in cut.upright if wall[1] != heading) | standing)
