"""The order in which a sheet is read that shows several pages: side by side, or two by two.

┌───┬───┐   ┌───┬───┐      Tables that stand beside each other belong to different pages. On a landscape sheet
│ 1 │ 2 │   │ 1 │ 2 │      each half is a page; on a portrait one four pages were put, read row by row, if no
└───┴───┘   ├───┼───┤      table runs over the middle. Fails for four landscape pages on a landscape sheet.
            │ 3 │ 4 │
            └───┴───┘
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extract.pdf_grid import Grid
from transform.place import Box


class Panels(NamedTuple):
    """Where a sheet is parted: upright at the ``halves``, and across at ``middle`` (none without)."""

    halves: tuple[float, ...] = ()
    middle: float | None = None

    def order(self, box: Box) -> tuple[float, ...]:
        """Sorts boxes as they are read: page by page, then from the top down."""
        row = self.middle is not None and box.top > self.middle
        return row, sum(box.x0 > half for half in self.halves), box.top, box.x0


def grids_to_panels(grids: Sequence[Grid], width: float, height: float) -> Panels:
    """The pages on a sheet of this size, by the tables on it."""
    pairs = [(a, b) for a in grids for b in grids if a.xs[-1] < b.xs[0]]
    beside = [(a, b) for a, b in pairs if a.ys[0] < b.ys[-1] and b.ys[0] < a.ys[-1]]
    halves = tuple(sorted({(a.xs[-1] + b.xs[0]) / 2 for a, b in beside}))
    middle = height / 2
    four = halves and height > width and not any(g.ys[0] < middle < g.ys[-1] for g in grids)
    return Panels(halves, middle if four else None)
