"""A table without rules on a page that has another with rules: above it, below it, between two.

    ┌────────┬─────────────────┐      Where a page has rules, white space makes no table of its other text: most of
    │ Schaal │ Functie         │      that is running text, a list of names, a signature. But a line that names the
    └────────┴─────────────────┘      columns of a catalogue is the header of one; and where the page before ended in
    Competentie  Kern  Beschrijving   a table whose rows no rule parts, that may go on at the top.

Fails for a header of the catalogue that names its columns by other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import takewhile
from math import inf

from extract.pdf_bands import keeps_to, middle, runs_to_lines
from extract.pdf_grid import Before, Grid
from extract.pdf_headers import is_header, is_header_of
from extract.pdf_lines import Printed
from extract.pdf_open import block_to_grid, lone_row, unruled_grid
from extract.pdf_rows import HEADER_LINES
from extract.pdf_rules import Measure, runs_to_measure
from extract.pdf_running import line_to_words
from extract.pdf_runs import Run


def unruled_grids(
    kept: Sequence[Grid], lines: Sequence[Printed], runs: Sequence[Run], measure: Measure, before: Before, width: float
) -> Iterator[Grid]:
    """The tables without rules of a page with the ruled ones ``kept``; where there are none, the only one.

    ``width`` is that of the page, in points.
    """
    if not kept:
        yield from _alone(lines, runs, measure, before, width)
        return
    for top, bottom in _free(kept):
        own = [run for run in runs if top <= middle(run) < bottom]
        between = [line for line in lines if top < line.baseline < bottom]
        header = next((line for line in between if is_header(line)), None)
        found = _under_header(header, own) if header else None
        if found is None and top == -inf and before.unruled and own:
            found = unruled_grid(own, runs_to_measure(own), before.edges)
        last = max(kept, key=lambda g: g.ys) if bottom == inf else None
        if found is None and header and last:
            found = _under_header_again(header, own, lines, last)
        if found is None and header:
            found = _header_at_end(header, own, measure, width)
        if found is None and last:
            known = {line_to_words(line) for line in lines if line.baseline < top} | (before.header or frozenset())
            found = _known_header_at_end(own, between, last, known)
        if found is not None:
            yield found


def _alone(
    lines: Sequence[Printed], runs: Sequence[Run], measure: Measure, before: Before, width: float
) -> Iterator[Grid]:
    """The tables of a page without rules: two where the catalogue begins below another.

    It does so at a header that no page had before, with more above it in the same table than a header has lines; or at
    a known one in columns of its own. A known one that stands first, and reaches over the columns, heads what is below.
    Under one that no page had before, the columns are those of no table before.
    """
    grid = unruled_grid(runs, measure, before.edges)
    header = next((line for line in lines if is_header(line)), None)
    if grid is not None and header is None and _is_no_rest(grid, lines, measure, before):
        return
    if grid is None or header is None:
        yield from filter(None, (grid or (header and _header_at_end(header, runs, measure, width)),))
        return
    is_known = line_to_words(header) in (before.header or ())
    if is_known and header is lines[0] and header.baseline < grid.ys[0]:
        grid = unruled_grid(_below(header, runs), measure, before.edges) or grid
    if before.edges and not is_known and grid.xs[1:-1] == before.edges[1:-1]:
        own = unruled_grid(runs, measure, ())
        grid = own if own is not None and own.ys[0] < header.baseline < own.ys[-1] else grid
    if grid.xs[1:-1] == before.edges[1:-1] if is_known else _is_at_the_top(header, grid, lines):
        yield grid
        return
    above, below = ([r for r in runs if (middle(r) < header.box.top) is is_above] for is_above in (True, False))
    edges = before.edges if is_known else ()
    yield from filter(None, (unruled_grid(above, measure, before.edges), unruled_grid(below, measure, edges)))


def _is_no_rest(grid: Grid, lines: Sequence[Printed], measure: Measure, before: Before) -> bool:
    """Whether what stands in the columns of the table before, but not in the first, is no rest of its last row.

    None of its lines begins where text of that table did, all are centred on the page, and more stands below: a heading
    is set so. Fails for the rest of a row whose cell is centred, if it stands in the middle of the page.
    """
    own = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[-1]]
    if not before.starts or grid.xs[1:-1] != before.edges[1:-1] or not own or own[-1] is lines[-1]:
        return False
    boxes = [line.box for line in own]
    center = (min(line.box.x0 for line in lines) + max(line.box.x1 for line in lines)) / 2
    begun = any(abs(box.x0 - at) <= measure.near for box in boxes for at in before.starts)
    centred = all(abs((box.x0 + box.x1) / 2 - center) <= measure.size for box in boxes)
    return centred and not begun and min(box.x0 for box in boxes) > grid.xs[1]


def _below(header: Printed, runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if middle(run) > header.box.bottom]


def _is_at_the_top(header: Printed, grid: Grid, lines: Sequence[Printed]) -> bool:
    """Whether a header stands among the first lines of a table, or above it."""
    above = [line for line in lines if grid.ys[0] < line.baseline < header.baseline]
    return len(above) < HEADER_LINES


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


def _under_header(header: Printed, runs: Sequence[Run]) -> Grid | None:
    """The table under a line that names the columns of a catalogue, if one begins with it."""
    own = [run for run in runs if middle(run) >= header.box.top]
    grid = unruled_grid(own, runs_to_measure(own), ())
    return grid if grid is not None and grid.ys[0] < header.baseline else None


def _header_at_end(header: Printed, runs: Sequence[Run], measure: Measure, width: float) -> Grid | None:
    """A header below which a page has nothing more: all rows of its table are overleaf.

    Its last column has no end of its own, and is given the margin that it has on the left. Fails where they differ.
    """
    own = [run for run in runs if middle(run) >= header.box.top]
    end = width - min(run.x0 for run in own)
    return lone_row(own, measure, end) if len(runs_to_lines(own)) <= HEADER_LINES else None


def _under_header_again(header: Printed, runs: Sequence[Run], lines: Sequence[Printed], above: Grid) -> Grid | None:
    """The table below a header in the very words and places of one ``above``, in its columns.

    It has less of its first row than tells columns: the rest is overleaf. Its own columns may be others, if wider.
    """
    own = [run for run in runs if middle(run) >= header.box.top]
    measure = runs_to_measure(own)
    again = (line for line in lines if line.baseline < above.ys[-1] and line_to_words(line) == line_to_words(header))
    ends = [
        abs(a - b)
        for line in again
        for a, b in zip((line.box.x0, line.box.x1), (header.box.x0, header.box.x1), strict=True)
    ]
    grid = unruled_grid(own, measure, above.xs) if ends and max(ends) <= measure.near else None
    return grid if grid is not None and grid.ys[0] < header.baseline else None


def _known_header_at_end(runs: Sequence[Run], lines: Sequence[Printed], above: Grid, known: Set[str]) -> Grid | None:
    """A header in words that are ``known``, if a page ends with it, as a table in the columns of the one ``above``.

    Its rows are overleaf. Fails for one that begins a table of other columns.
    """
    last = list(takewhile(lambda line: line_to_words(line) in known, reversed(lines)))[:HEADER_LINES]
    head = next((line for line in reversed(last) if is_header_of(above, line)), None)
    if head is None:
        return None
    own = [run for run in runs if middle(run) >= head.box.top]
    if not all(keeps_to(line, above.xs, runs_to_measure(own)) for line in runs_to_lines(own)):
        return None
    return block_to_grid(own, (), above.xs)
