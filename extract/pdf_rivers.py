"""Columns that only the rows show: a river of white through a column under one header cell.

    Competentie   Beschrijving en indicatoren          No rule and no gap of the header tells the third column; in
    Klantgericht  Toont zich bewust   - Luistert goed  the rows lines keep clear of one place, and begin anew there.
                  van wensen en …     - Neemt de klant

Read as one column, every line would be half of one text and half of another. Fails for a table of few lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Final

from extract.pdf_bands import RIVER, crosses, runs_by_band, runs_to_lines, runs_within
from extract.pdf_grid import Grid
from extract.pdf_open import LEAST_LINES
from extract.pdf_rows import FEW_BANDS
from extract.pdf_rules import MAY_CROSS, Measure
from extract.pdf_runs import MANY, Run

#: How far before the text of a column its heading may begin, as a share of the type size.
HANGING: Final = 2.0

#: No number of an indicator is longer than this share of the type size.
NUMBER: Final = 3.0


def split_columns(
    grid: Grid, runs: Sequence[Run], measure: Measure, known: Sequence[float], parted: Set[float] = frozenset()
) -> Grid:
    """The grid with a further edge in every column through which a river runs.

    ``known`` are the rivers of the table on the page before; ``parted`` has the edges of another above, likewise found.
    """
    bands = runs_by_band(grid, runs)
    edge = _beyond_numbers(grid, bands, measure, parted)
    if edge is not None:
        grid = _with_edge(grid, edge, bands)._replace(rivers=grid.rivers)
    rivers = [
        (river, [runs_within(band, left, right) for band in bands])
        for left, right in pairwise(grid.xs)
        if (river := _river(left, right, bands, measure, known)) is not None
    ]
    for edge, own in rivers:
        grid = _with_edge(grid, edge, own)
    return grid


def _beyond_numbers(grid: Grid, bands: Sequence[Sequence[Run]], measure: Measure, parted: Set[float]) -> float | None:
    """The place of an edge between numbers of rows and text beside them, under a header of which a piece heads each.

    Of rows that have nothing but their number no white is seen between the two. No rule ends that first column. One row
    is enough where a table above is ``parted`` there.
    """
    left, right = grid.xs[:2]
    own = [runs_within(band, left, right) for band in bands]
    heads = sorted(own[0]) if own and right in grid.white else []
    if len(heads) != 2 or heads[1].x0 - heads[0].x1 < RIVER * measure.size or min(h.letters for h in heads) < 2:
        return None
    edge = heads[1].x0 - RIVER * measure.size / 2
    first = [run for row in own[1:] for run in row if run.x0 < edge]
    are_numbers = all(not run.letters and run.x1 <= edge for run in first)
    enough = 1 if any(abs(edge - x) <= measure.near for x in parted) else FEW_BANDS
    return edge if len(first) >= enough and are_numbers else None


def _river(
    left: float, right: float, bands: Sequence[Sequence[Run]], measure: Measure, known: Sequence[float]
) -> float | None:
    """The place of a column's river, right before the text beyond it; None without one."""
    rows = [list(runs_to_lines(runs_within(band, left, right))) for band in bands]
    lines = [line for row in rows for line in row]
    for edge in known:
        if left < edge < right and _is_clear(edge, rows, measure):
            return edge
    beyond = [min(run.x0 for run in after) for line in lines if (after := _after_river(line, measure))]
    if len(beyond) < LEAST_LINES:
        return None
    for place in sorted(place for place, count in Counter(map(round, beyond)).items() if count >= MANY):
        # A heading may stand a little before what stands below it: bullets hang.
        first = min(x for x in beyond if x > place - HANGING * measure.size)
        for edge in (x - RIVER * measure.size / 2 for x in (first, place)):
            enough = sum(x > edge for x in beyond) >= LEAST_LINES and _has_text_before(edge, lines, measure)
            if enough and _is_clear(edge, rows, measure):
                return edge
    return None


def _has_text_before(edge: float, lines: Sequence[Sequence[Run]], measure: Measure) -> bool:
    """Whether something before an edge is longer than the number of an indicator: ``xviii.`` is no word."""
    return any(run.x1 <= edge and run.x1 - run.x0 > NUMBER * measure.size for line in lines for run in line)


def _is_clear(edge: float, rows: Sequence[Sequence[Sequence[Run]]], measure: Measure) -> bool:
    """Whether hardly a line runs over an edge, and not in most rows: so a list in two columns stands below its text."""
    crossed = [sum(_runs_over(line, edge, measure) for line in row) for row in rows if row]
    few = sum(crossed) <= MAY_CROSS * sum(map(len, rows))
    return few and 2 * sum(map(bool, crossed)) <= len(crossed)


def _runs_over(line: Sequence[Run], edge: float, measure: Measure) -> bool:
    """Whether a line goes on over an edge: within a run, or behind white no wider than between two words.

    A word may begin there by chance, where those of a list do that stands below the line.
    """
    if any(crosses(run, edge, measure) for run in line):
        return True
    before = max((run.x1 for run in line if run.x1 <= edge), default=None)
    after = min((run.x0 for run in line if run.x0 >= edge), default=None)
    return before is not None and after is not None and after - before < RIVER * measure.size


def _after_river(line: Sequence[Run], measure: Measure) -> list[Run]:
    """The runs of a line that stand beyond wide white after words: not those after a bullet or number."""
    pairs = pairwise(sorted(line))
    return [run for before, run in pairs if before.letters > 1 and run.x0 - before.x1 >= RIVER * measure.size]


def _with_edge(grid: Grid, edge: float, bands: Sequence[Sequence[Run]]) -> Grid:
    """The grid with one more edge; on it a wall stands in every band with text beyond it.

    A header has none there: its one cell lies over both columns.
    """
    xs = tuple(sorted((*grid.xs, edge)))
    moved = {i: xs.index(x) for i, x in enumerate(grid.xs)}
    before = [bisect_right(grid.xs, (a + b) / 2) - 1 for a, b in pairwise(xs)]
    walls = {(xs.index(edge), j) for j, band in enumerate(bands) if any(run.x0 > edge for run in band)}
    return grid._replace(
        xs=xs,
        upright=frozenset((moved[i], j) for i, j in grid.upright) | walls,
        across=frozenset(
            (i, c) for i in range(grid.bands + 1) for c, own in enumerate(before) if (i, own) in grid.across
        ),
        white=grid.white | {edge},
        rivers=grid.rivers | {edge},
        names=moved[grid.names],
    )
