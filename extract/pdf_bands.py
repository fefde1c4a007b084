"""What stands in a grid's bands and columns: questions about runs of text that several stages ask."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.pdf_grid import Grid
from extract.pdf_lines import Run
from extract.pdf_rules import Measure

#: White narrower than this share of the type size is a space between words.
RIVER: Final = 0.5


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
    inside = runs_within(runs, grid.xs[0], grid.xs[-1])
    return [[r for r in inside if top <= middle(r) < end] for top, end in pairwise(grid.ys)]


def band_gaps(band: Sequence[Run], measure: Measure) -> list[tuple[float, float]]:
    """The white between the pieces of a band, all its lines laid over each other; pieces hold letters."""
    gaps: list[tuple[float, float]] = []
    reached, letters = None, 0
    for run in sorted(band):
        if reached is not None and letters > 1 and run.x0 - reached > RIVER * measure.size:
            gaps.append((reached, run.x0))
            letters = 0
        reached = max(run.x1, reached if reached is not None else run.x1)
        letters += run.letters
    return [gap for gap in gaps if any(run.letters for run in band if run.x0 >= gap[1])]
