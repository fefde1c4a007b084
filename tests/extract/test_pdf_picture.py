"""Lines in a picture: found whatever their tone, dirt and slope; letters and shadows are none."""

from __future__ import annotations

import random

import pytest
from PIL import Image, ImageChops, ImageDraw

from extract.pdf_picture import dark_to_bars, dark_to_strokes, to_dark
from transform.place import Box

#: A page of 200 by 300 points at 4 pixels to a point, with type of 10 points.
SCALE, SIZE = 4.0, 10.0
WIDTH, HEIGHT = 200, 300


def page(paper: int = 255) -> Image.Image:
    return Image.new("L", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), paper)


def draw(picture: Image.Image, *boxes: tuple[float, float, float, float], tone: int = 0) -> Image.Image:
    """Filled rectangles, in points."""
    pen = ImageDraw.Draw(picture)
    for x0, top, x1, bottom in boxes:
        pen.rectangle([x0 * SCALE, top * SCALE, x1 * SCALE - 1, bottom * SCALE - 1], fill=tone)
    return picture


def bars(picture: Image.Image) -> list[Box]:
    found = dark_to_bars(to_dark(picture), SCALE, SIZE)
    assert all(bar.tone == (0.0,) for bar in found)
    return [Box(*bar[:4]) for bar in found]


ACROSS, UPRIGHT = (20.0, 100.0, 180.0, 100.5), (20.0, 100.0, 20.5, 250.0)


@pytest.mark.parametrize("tone", [0, 60, 150])
@pytest.mark.parametrize("box", [ACROSS, UPRIGHT, (20.0, 100.0, 180.0, 102.0)])
def test_a_line_is_found_where_it_is(box: tuple[float, float, float, float], tone: int) -> None:
    assert bars(draw(page(), box, tone=tone)) == [Box(*box)]


def test_lines_that_cross_are_two_bars() -> None:
    assert bars(draw(page(), ACROSS, UPRIGHT)) == [Box(*ACROSS), Box(*UPRIGHT)]


def test_light_lines_on_dark_paper_are_lines() -> None:
    assert bars(draw(page(40), ACROSS, tone=220)) == [Box(*ACROSS)]


def test_a_line_in_dirt_is_found() -> None:
    noise = random.Random(1).randbytes(page().width * page().height)  # noqa: S311 - dirt, not a secret
    dirt = Image.frombytes("L", page().size, noise).point([96 + speck // 4 for speck in range(256)])
    (found,) = bars(ImageChops.add(draw(page(230), ACROSS), dirt, 1, -128))
    assert found.x0 == pytest.approx(20, abs=2)
    assert found.x1 == pytest.approx(180, abs=2)


def test_a_line_with_a_speck_out_of_it_is_one() -> None:
    assert bars(draw(draw(page(), ACROSS), (60.0, 100.0, 60.5, 100.5), tone=255)) == [Box(*ACROSS)]


def leaning(box: tuple[float, float, float, float], degrees: float) -> Image.Image:
    return draw(page(), box).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


@pytest.mark.parametrize("degrees", [-0.9, -0.5, 0.2, 0.5, 0.9])
def test_a_line_that_leans_a_little_is_a_straight_one_through_its_middle(degrees: float) -> None:
    (found,) = bars(leaning((20.0, 149.5, 180.0, 150.5), degrees))
    assert found.x1 - found.x0 == pytest.approx(160, abs=3)
    assert found.bottom - found.top == pytest.approx(1, abs=0.6)
    assert (found.top + found.bottom) / 2 == pytest.approx(150, abs=0.5)


@pytest.mark.parametrize("degrees", [-0.9, 0.4, 0.9])
def test_so_is_an_upright_one(degrees: float) -> None:
    (found,) = bars(leaning((99.5, 50.0, 100.5, 250.0), degrees))
    assert found.x1 - found.x0 == pytest.approx(1, abs=0.6)
    assert (found.x0 + found.x1) / 2 == pytest.approx(100, abs=0.5)


@pytest.mark.parametrize("degrees", [0.0, 0.9])
@pytest.mark.parametrize("box", [ACROSS, UPRIGHT])
def test_all_of_a_line_is_painted_over_and_nothing_beside_it(
    box: tuple[float, float, float, float], degrees: float
) -> None:
    dark = to_dark(leaning(box, degrees))
    before = dark.histogram()[255]
    strokes = list(dark_to_strokes(dark, SIZE * SCALE))
    assert sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in strokes) == pytest.approx(before, rel=0.1)


def test_double_rules_are_two() -> None:
    assert len(bars(draw(page(), ACROSS, (20.0, 102.0, 180.0, 102.5)))) == 2


def test_a_dark_band_comes_back_whole() -> None:
    band = (20.0, 100.0, 180.0, 120.0)
    assert all(box == Box(*band) for box in bars(draw(page(), band)))
    assert list(dark_to_strokes(to_dark(draw(page(), band)), SIZE * SCALE)) == []


@pytest.mark.parametrize(
    "box",
    [
        (20.0, 100.0, 44.0, 100.5),
        (20.0, 100.0, 20.5, 124.0),
        (0.0, 0.0, 1.0, 300.0),
        (199.0, 0.0, 200.0, 300.0),
        (0.0, 298.0, 200.0, 300.0),
    ],
    ids=["short", "as high as a letter", "left edge", "right edge", "lower edge"],
)
def test_no_line(box: tuple[float, float, float, float]) -> None:
    assert bars(draw(page(), box)) == []


def test_letters_are_no_lines() -> None:
    picture = page()
    pen = ImageDraw.Draw(picture)
    for row in range(20):
        pen.text((40, 40 + 48 * row), "Illegaal hillbilly: limiet ||| —— minimum", fill=0, font_size=SIZE * SCALE)
    assert bars(picture) == []


@pytest.mark.parametrize("tone", [0, 128, 255])
def test_a_page_of_one_tone_has_no_lines(tone: int) -> None:
    assert bars(page(tone)) == []
