"""The column edges of the table on the page before → those that this table has as well, where its text respects them.

    Competenties   Kern          Beschrijving          A table that goes on keeps its columns, also where hardly a
    ─────────────────────────────────────────          line shows them: names may run over an edge in row after row.
    Veerkracht     ToekomstbestenKomt met oo…          A table that only comes next may be as wide.

Fails for another table of which the text happens to leave the same edges white.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.pdf_bands import band_gaps, crosses, runs_to_lines
from extract.pdf_grid import Grid
from extract.pdf_rules import Measure
from extract.pdf_runs import Run

#: The share of lines that may run over an edge which the page before had in the same place.
KNOWN_MAY_CROSS: Final = 0.5

Edges = tuple[float, ...]


def edges_from_before(grid: Grid, bands: Sequence[Sequence[Run]], measure: Measure, before: Edges) -> Edges:
    """Edges of the table on the page before that this one lacks; none unless all its own are among them."""
    if len(before) <= len(grid.xs) or not any(bands):
        return ()
    if any(min(abs(x - b) for b in before) > measure.size for x in grid.xs):
        return ()
    extra = tuple(b for b in before if min(abs(b - x) for x in grid.xs) > measure.size)
    known = ((left, x) for left, x in pairwise(before) if x in extra)
    rivers = (_is_river(x, left, bands, measure) or _is_headed(x, bands, measure) for left, x in known)
    return extra if all(rivers) else ()


def _is_headed(x: float, bands: Sequence[Sequence[Run]], measure: Measure) -> bool:
    """Whether the header leaves a known edge white, and by far most of the lines right of it begin there.

    Names may then run over it in every row: what a row has beside them lies under or against them.
    """
    gap = next((gap for gap in band_gaps(bands[0], measure) if gap[0] < x < gap[1]), None)
    if gap is None:
        return False
    lines = [line for band in bands for line in runs_to_lines(band)]
    begun = sum(any(run.x0 >= gap[1] - measure.near for run in line) for line in lines)
    return sum(any(crosses(run, x, measure) for run in line) for line in lines) <= KNOWN_MAY_CROSS * begun


def _is_river(x: float, left: float, bands: Sequence[Sequence[Run]], measure: Measure) -> bool:
    """Whether most of the lines that begin left of a known edge leave it white: a few names may run over it.

    A name begins where others of its column do, which is right of the edge ``left``; what begins further on and runs
    over shows that the next column begins there. A line that has a run beginning at the edge besides has two cells, of
    which the first runs over the other: on a page with nothing but the rest of a row below its header that is all there
    is.
    """
    lines = [line for band in bands for line in runs_to_lines(band) if line and line[0].x0 < x]
    parted = [any(abs(run.x0 - x) <= measure.near / 2 for run in line) for line in lines]
    over = [[run.x0 for run in line if crosses(run, x, measure)] for line in lines]
    crossed = sum(bool(across) and not begins for across, begins in zip(over, parted, strict=True))
    begun = min((run.x0 for line in lines for run in line if left - measure.near <= run.x0 < x), default=x)
    late = sum(x0 > begun + measure.size for across in over for x0 in across)
    words = sum(line[0].letters > 1 for line in lines)
    return crossed <= KNOWN_MAY_CROSS * len(lines) and late <= KNOWN_MAY_CROSS * words
