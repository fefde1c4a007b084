"""What stands in a grid's bands and columns: questions about runs of text that several stages ask."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from operator import attrgetter
from typing import Final

from extract.pdf_grid import Grid
from extract.pdf_rules import Measure
from extract.pdf_runs import NARROW, Run

#: White narrower than this share of the type size is a space between words.
RIVER: Final = 0.5


#: Baselines of one line differ by no more than this share of the type's height: fonts round them each in its way.
HAIR: Final = 0.02

Gap = tuple[float, float]

_left: Final = attrgetter("x0")
_baseline: Final = attrgetter("baseline")


def runs_within(runs: Sequence[Run], x0: float, x1: float) -> list[Run]:
    """The runs whose middle lies between two places."""
    return [run for run in runs if x0 <= (run.x0 + run.x1) / 2 <= x1]


def middle(run: Run) -> float:
    """The middle of a run's height."""
    return (run.top + run.bottom) / 2


def crosses(run: Run, x: float, measure: Measure) -> bool:
    """Whether a run goes over a place on both sides, hanging punctuation aside."""
    slack = measure.near / 2
    return run.x0 + slack < x < run.x1 - slack


def columns_inked(runs: Sequence[Run], edges: Sequence[float]) -> set[int]:
    """The columns that hold ink."""
    return {i for run in runs for i in range(len(edges) - 1) if edges[i] <= (run.x0 + run.x1) / 2 <= edges[i + 1]}


def runs_by_band(grid: Grid, runs: Sequence[Run]) -> list[list[Run]]:
    """The runs in each band, by their middle."""
    bands: list[list[Run]] = [[] for _ in range(grid.bands)]
    for run in runs_within(runs, grid.xs[0], grid.xs[-1]):
        band = bisect_right(grid.ys, (run.top + run.bottom) / 2) - 1
        if 0 <= band < len(bands):
            bands[band].append(run)
    return bands


def band_gaps(band: Sequence[Run], measure: Measure) -> list[Gap]:
    """The white between the pieces of a band, all its lines laid over each other; pieces hold words.

    One letter is no word: it may be a bullet, and there are as many of those as a row has indicators. A space of a
    header in larger type is no gap though it is wide beside the text below.

    A piece that runs into the next leaves none: there it is put right before the next, if that begins where many do.
    """
    gaps: list[Gap] = []
    reached, letters = None, 0
    for run in sorted(band):
        least = NARROW * max(measure.size, run.bottom - run.top)
        if reached is not None and letters > 1 and (run.x0 - reached > least or _runs_into(run, band, measure)):
            gaps.append((min(reached, run.x0 - 1.1 * least), run.x0))
            letters = 0
        reached = max(run.x1, reached if reached is not None else run.x1)
        letters = max(letters, run.letters)
    return [gap for gap in gaps if any(run.letters for run in band if run.x0 >= gap[1])]


def _runs_into(run: Run, band: Sequence[Run], measure: Measure) -> bool:
    """Whether the words before a run, on its line, fill its column or more; the run begins where many do, clear of
    all other lines."""
    least = NARROW * measure.size
    before = any(o.baseline == run.baseline and o.letters > 1 and o.x0 < run.x0 <= o.x1 + least for o in band)
    clear = not any(o.baseline != run.baseline and crosses(o, run.x0, measure) for o in band)
    return run.aligned and before and clear


def merges(band: Sequence[Run], x: float, measure: Measure) -> bool:
    """Whether a band has one cell over a place: all that stands in it goes over the place.

    A name that is too long for its column runs over the column's edge as well, but the row has more to say.
    """
    crossing = sum(crosses(run, x, measure) for run in band)
    return 0 < crossing == len(band)


def is_centred_over(band: Sequence[Run], xs: Sequence[float], measure: Measure) -> bool:
    """Whether all that stands in a band is one line, centred over a table with these edges and not over its own column.

    Pieces that begin where others do are of columns. Fails for a line of which the middle happens to be there.
    """
    if not band or len(xs) < 3 or len(runs_to_lines(band)) > 1 or (len(band) > 1 and all(r.aligned for r in band)):
        return False
    at = (min(run.x0 for run in band) + max(run.x1 for run in band)) / 2
    start, end = next(((a, b) for a, b in pairwise(xs) if a <= at < b), (at, at))
    near = measure.near / 2
    return abs(at - (xs[0] + xs[-1]) / 2) <= near < abs(at - (start + end) / 2)


def runs_to_lines(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs by their baseline, from top to bottom; those of a line may differ by a hair."""
    lines: list[list[Run]] = []
    reached = -inf
    for run in sorted(runs, key=_baseline):
        if run.baseline > reached:
            lines.append([])
            reached = run.baseline + HAIR * (run.bottom - run.top)
        lines[-1].append(run)
    return [sorted(line, key=_left) for line in lines]


def are_beside(runs: Sequence[Run]) -> bool:
    """Whether text stands beside other text: a heading and a caption below it do not, wherever they begin."""
    reached = -inf
    for line in runs_to_lines(runs):
        top, bottom = min(r.top for r in line), max(r.bottom for r in line)
        if len(line) > 1 or reached - top > (bottom - top) / 4:
            return True
        reached = max(reached, bottom)
    return False


def from_header(bands: Sequence[Sequence[Run]], measure: Measure) -> Sequence[Sequence[Run]]:
    """The bands from the first that has gaps: above a stack of lone rules may stand the rule of a running header.

    Between that and the table a title and a caption may stand, each on its own line: they make no columns.
    """
    gapped = [i for i, band in enumerate(bands) if band and band_gaps(band, measure)]
    beside = (i for i in gapped if any(len(line) > 1 for line in runs_to_lines(bands[i])))
    first = next(beside, gapped[0] if gapped else 0)
    return bands[first:]


def keeps_to(line: Sequence[Run], edges: Iterable[float], measure: Measure) -> bool:
    """Whether a line goes over none of the edges; or is one of the table all the same: beyond another it goes on."""
    places = list(edges)
    whites = [x for x in places if not any(crosses(run, x, measure) for run in line)]
    if len(whites) == len(places):
        return True
    return any(any(r.x1 <= x for r in line) and any(r.x0 >= x for r in line) for x in whites)


def has_one_name(band: Sequence[Run], grid: Grid, measure: Measure) -> bool:
    """Whether what stands in the column of names is one text, its lines no further apart than lines are."""
    first, last = grid.xs[grid.names], grid.xs[grid.names + 1]
    own = sorted((run for run in band if first <= (run.x0 + run.x1) / 2 < last), key=lambda run: run.top)
    white = measure.pitch - measure.size / 2
    return bool(own) and all(below.top - above.bottom < white for above, below in pairwise(own))


def is_named(line: Sequence[Run], grid: Grid) -> bool:
    """Whether something begins in the column of names; it may run over its edge."""
    start, end = grid.xs[grid.names], grid.xs[grid.names + 1]
    return any((r.x0 >= start or not grid.names) and r.x0 < end for r in line)


def narrow(whites: Sequence[Gap], line: Sequence[Run], least: float) -> list[Gap]:
    """The stretches of white, of some width at least, that a line leaves of others."""
    return [piece for white in whites for piece in _pieces(white, line) if width(piece) >= least]


def _pieces(white: Gap, line: Sequence[Run]) -> Iterator[Gap]:
    """What a line leaves of a stretch of white; of what stands behind a bullet none is of it.

    Such a bullet hangs before the heading of its column.
    """
    left, right = white
    right = min((r.x0 for r in line if left < r.x0 and r.x1 < right and r.x1 - r.x0 < r.bottom - r.top), default=right)
    for run in sorted(r for r in line if r.x1 > left and r.x0 < right):
        yield left, max(run.x0, left)
        left = max(left, min(run.x1, right))
    yield left, right


def width(white: Gap) -> float:
    """How wide a stretch of white is, in points."""
    return white[1] - white[0]
