"""The order of the pages on a sheet."""

from __future__ import annotations

import pytest

from extract.pdf_grid import Grid
from extract.pdf_panels import grids_to_panels
from transform.place import Box


def grid(x: float, y: float, *, width: float = 80, height: float = 40) -> Grid:
    return Grid((x, x + width / 2, x + width), (y, y + height), frozenset({(1, 0)}), frozenset())


@pytest.mark.parametrize(
    ("width", "height", "places"),
    [
        pytest.param(100, 200, [(10, 10), (10, 60), (10, 120)], id="one page"),
        pytest.param(200, 150, [(10, 10), (10, 60), (110, 10), (110, 60)], id="two pages"),
        pytest.param(200, 280, [(10, 10), (110, 10), (10, 150), (110, 150)], id="four pages"),
        pytest.param(200, 280, [(10, 10), (10, 60), (110, 10), (10, 150)], id="two tables on the first of four"),
        pytest.param(200, 280, [(10, 10), (10, 110), (110, 10), (110, 150)], id="a table over the middle"),
    ],
)
def test_tables_come_in_the_order_of_their_pages(
    width: float, height: float, places: list[tuple[float, float]]
) -> None:
    grids = [grid(*place) for place in places]
    panels = grids_to_panels(grids, width, height)
    boxes = [Box(g.xs[0], g.ys[0], g.xs[-1], g.ys[-1]) for g in grids]
    boxes.reverse()
    assert sorted(boxes, key=panels.order) == boxes[::-1]
