"""A table without rules on a page that has another with rules: above it, below it, between two.

    ┌────────┬─────────────────┐      Where a page has rules, white space makes no table of its other text: most of
    │ Schaal │ Functie         │      that is running text, a list of names, a signature. But a line that names the
    └────────┴─────────────────┘      columns of a catalogue is the header of one; and where the page before ended in
    Competentie  Kern  Beschrijving   a table without rules, that may go on at the top.

Fails for a header of the catalogue that names its columns by other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from extract.pdf_bands import middle
from extract.pdf_grid import Before, Grid
from extract.pdf_lines import Printed
from extract.pdf_neighbours import is_header
from extract.pdf_open import unruled_grid
from extract.pdf_rules import Measure, runs_to_measure
from extract.pdf_runs import Run


def unruled_grids(
    kept: Sequence[Grid], lines: Sequence[Printed], runs: Sequence[Run], measure: Measure, before: Before
) -> Iterator[Grid]:
    """The tables without rules of a page with the ruled ones ``kept``; where there are none, the only one."""
    if not kept:
        alone = unruled_grid(runs, measure, before.edges)
        yield from (alone,) if alone else ()
        return
    for top, bottom in _free(kept):
        own = [run for run in runs if top <= middle(run) < bottom]
        found = _under_header(own, [line for line in lines if top < line.baseline < bottom])
        if found is None and top == -inf and before.unruled and own:
            found = unruled_grid(own, runs_to_measure(own), before.edges)
        if found is not None:
            yield found


def measure_of(grid: Grid, kept: Sequence[Grid], runs: Sequence[Run], measure: Measure) -> Measure:
    """The measures of a table: those of the page, but for one without rules beside the ruled ones ``kept``.

    The lines of those, a row each, may be most of the page.
    """
    if not (kept and grid.is_unruled):
        return measure
    return runs_to_measure([run for run in runs if grid.ys[0] <= middle(run) <= grid.ys[-1]])


def _free(grids: Sequence[Grid]) -> Iterator[tuple[float, float]]:
    """From where to where a page has none of the tables."""
    reached = -inf
    for grid in sorted(grids, key=lambda g: g.ys):
        if reached < grid.ys[0]:
            yield reached, grid.ys[0]
        reached = max(reached, grid.ys[-1])
    yield reached, inf


def _under_header(runs: Sequence[Run], lines: Sequence[Printed]) -> Grid | None:
    """The table under the first line that names the columns of a catalogue, if one begins with it."""
    header = next((line for line in lines if is_header(line)), None)
    if header is None:
        return None
    own = [run for run in runs if middle(run) >= header.box.top]
    grid = unruled_grid(own, runs_to_measure(own), ())
    return grid if grid is not None and grid.ys[0] < header.baseline else None
