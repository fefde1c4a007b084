"""The order of the pages on a sheet."""

from __future__ import annotations

import pytest

from extract.pdf_grid import Before, Grid
from extract.pdf_lines import chars_to_lines
from extract.pdf_marks import Char, Shade, Sheet, Stroke, level_char
from extract.pdf_panels import grids_to_panels, is_within, sheet_to_pages
from transform.place import Box


def grid(x: float, y: float, *, width: float = 80, height: float = 40) -> Grid:
    return Grid((x, x + width / 2, x + width), (y, y + height), frozenset({(1, 0)}), frozenset())


@pytest.mark.parametrize(
    ("width", "height", "places"),
    [
        pytest.param(100, 200, [(10, 10), (10, 60), (10, 120)], id="one page"),
        pytest.param(200, 150, [(10, 10), (10, 60), (110, 10), (110, 60)], id="two pages"),
        pytest.param(200, 150, [(10, 60), (110, 10)], id="the second one shorter and higher up"),
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


def block(x: float, y: float, *, width: float = 100, lines: int = 6) -> list[Char]:
    """Lines of letters side by side, from a place down."""
    return [
        level_char("a", x + 5 * i, y + 12 * line, 5, 10, "F") for line in range(lines) for i in range(int(width / 5))
    ]


WIDE, HIGH = Sheet(1, 300, 200, ()), Sheet(1, 300, 420, ())
TWO = block(25, 40) + block(175, 40)
FOUR = [char for x in (25, 175) for y in (40, 250) for char in block(x, y)]
LOW = [char for x in (25, 175) for y in (20, 130) for char in block(x, y)]


@pytest.mark.parametrize(
    ("sheet", "chars", "pages"),
    [
        pytest.param(WIDE._replace(height=210), LOW, 4, id="four that are wide"),
        pytest.param(WIDE, block(25, 40) + block(175, 40), 2, id="two"),
        pytest.param(WIDE, block(25, 40, width=250), 1, id="one"),
        pytest.param(WIDE, block(25, 40) + block(135, 40, width=140), 1, id="columns close together"),
        pytest.param(WIDE, block(5, 40, width=120) + block(175, 40, width=120), 1, id="columns far apart"),
        pytest.param(WIDE, block(25, 40) + block(175, 40, lines=2), 1, id="hardly anything on the right"),
        pytest.param(WIDE._replace(strokes=(Stroke(20, 30, 280, 30, 1, (0,)),)), FOUR[:240], 1, id="a rule over both"),
        pytest.param(WIDE._replace(shades=(Shade(140, 30, 170, 31, (0,)),)), TWO, 1, id="a bar over the middle"),
        pytest.param(WIDE._replace(shades=(Shade(0, 0, 300, 200, (0.9,)),)), TWO, 2, id="a background of both"),
        pytest.param(HIGH, FOUR, 4, id="four"),
        pytest.param(HIGH, block(25, 40) + block(175, 40), 2, id="the upper two of four"),
        pytest.param(HIGH, block(25, 40, lines=30) + block(175, 40, lines=30), 1, id="two columns on a page"),
    ],
)
def test_the_pages_of_a_sheet(sheet: Sheet, chars: list[Char], pages: int) -> None:
    parts = sheet_to_pages(sheet, chars)
    assert len(parts) == pages
    assert all(sum(is_within(part, c.across, c.down) for part in parts) == 1 for c in chars)


@pytest.mark.parametrize(("before", "pages"), [(1, 2), (2, 2), (4, 4)])
def test_short_pages_are_four_on_a_sheet_after_four(before: int, pages: int) -> None:
    short = [char for x in (25, 175) for y in (20, 130) for char in block(x, y, lines=4 if y == 20 else 6)]
    assert len(sheet_to_pages(WIDE._replace(height=230), short, Before(pages=before))) == pages


@pytest.mark.parametrize(
    ("before", "pages"),
    [
        (Before(edges=(20, 130, 280)), 1),
        (Before(edges=(20, 90, 140)), 2),
        (Before(edges=(20, 130, 280), pages=2), 2),
    ],
    ids=["a table over the middle", "a table on one side", "after two on a sheet"],
)
def test_what_is_white_in_the_middle_after_a_table_that_lay_over_it_is_between_columns(
    before: Before, pages: int
) -> None:
    assert len(sheet_to_pages(WIDE, TWO, before)) == pages


def words(x: float, text: str) -> list[Char]:
    return [level_char(letter, x + 5 * i, 25, 5, 10, "F") for i, letter in enumerate(text)]


@pytest.mark.parametrize(
    ("left", "right", "pages"),
    [
        ("Competentie", "Beschrijving", 1),
        ("Naam   Beschrijving", "Naam   Beschrijving", 2),
        ("Naam   Beschrijving", "Indicatoren", 2),
        ("Competentie", "Verbindend", 2),
    ],
)
def test_a_header_over_the_middle_is_of_one_page(left: str, right: str, pages: int) -> None:
    chars = [*words(25, left), *words(175, right), *TWO]
    assert len(sheet_to_pages(WIDE, chars, lines=chars_to_lines(chars))) == pages
