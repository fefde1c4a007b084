"""Pictures on a page: which of them may hold words that nobody reads."""

from __future__ import annotations

import pytest

from extract.pdf_lines import chars_to_lines
from extract.pdf_marks import Shade, Sheet, level_char
from extract.pdf_pictured import sheet_to_outlines, sheet_to_pictures
from transform.place import Box

Rect = tuple[float, float, float, float]

#: The images of a page with a line of text from (50, 92) to (100, 102) → the pictures that may hold words.
PAGES: dict[str, tuple[list[Rect], list[Rect]]] = {
    "a picture": ([(50, 200, 250, 260)], [(50, 200, 250, 260)]),
    "a line of text": ([(50, 200, 150, 211)], [(50, 200, 150, 211)]),
    "a bullet": ([(50, 200, 58, 208)], []),
    "a rule": ([(50, 200, 450, 202)], []),
    "a rule that stands": ([(50, 200, 52, 400)], []),
    "a ground with text upon it": ([(40, 80, 300, 160)], []),
    "strips of one": ([(50, 200, 250, 215), (50, 215, 250, 230)], [(50, 200, 250, 230)]),
    "beyond the page": ([(700, 200, 800, 300)], []),
}


@pytest.mark.parametrize(("images", "expected"), PAGES.values(), ids=PAGES.keys())
def test_pictures_that_may_hold_words(images: list[Rect], expected: list[Rect]) -> None:
    chars = tuple(level_char(letter, 50 + 5 * i, 100, 5, 10, "F") for i, letter in enumerate("Indicatoren"))
    sheet = Sheet(number=1, width=595.0, height=842.0, chars=chars, images=tuple(images))
    assert list(sheet_to_pictures(sheet, chars_to_lines(chars))) == [Box(*map(float, rect)) for rect in expected]


#: Shapes in a row, each with its left edge, width and height → whether they look like a word.
SHAPES: dict[str, tuple[list[tuple[float, float, float]], bool]] = {
    "letters": ([(50, 5, 7), (56, 4, 5), (61, 3, 5), (65, 5, 7)], True),
    "dots": ([(50, 5, 5), (56, 5, 5), (62, 5, 5), (68, 5, 5)], False),
    "far apart": ([(50, 5, 7), (80, 4, 5), (110, 3, 5), (140, 5, 7)], False),
    "few": ([(50, 5, 7), (56, 4, 5), (61, 3, 5)], False),
    "large": ([(50, 25, 27), (76, 24, 25), (101, 23, 25), (125, 25, 28)], False),
}


@pytest.mark.parametrize(("shapes", "told"), SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize("at", [100.0, 200.0])
def test_shapes_that_look_like_words(shapes: list[tuple[float, float, float]], told: bool, at: float) -> None:
    chars = tuple(level_char(letter, 50 + 5 * i, 100, 5, 10, "F") for i, letter in enumerate("Indicatoren"))
    spots = tuple(Shade(x, at - high, x + wide, at, (0.0, 0.0, 0.0)) for x, wide, high in shapes)
    sheet = Sheet(number=1, width=595.0, height=842.0, chars=chars, spots=spots)
    assert bool(list(sheet_to_outlines(sheet, chars_to_lines(chars)))) is (told and at > 100)


@pytest.mark.parametrize(
    ("image", "told"),
    [((78, 94, 86, 102), True), ((78, 98, 86, 100), False), ((128, 94, 136, 102), False), ((40, 94, 48, 102), False)],
    ids=["between words", "a stroke", "behind them", "before them"],
)
def test_a_picture_as_small_as_a_sign_may_stand_for_one_between_words(image: Rect, told: bool) -> None:
    letters = [(50 + 5 * i, letter) for i, letter in enumerate("Komt")] + [
        (90 + 5 * i, x) for i, x in enumerate("vooruit")
    ]
    chars = tuple(level_char(letter, x + 4, 100, 5, 10, "F") for x, letter in letters)
    sheet = Sheet(number=1, width=595.0, height=842.0, chars=chars, images=(image,))
    assert bool(list(sheet_to_pictures(sheet, chars_to_lines(chars)))) is told
