"""Text with a line through it is read, and a person is asked."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import XS, YS, codes, filled, read
from tests.extract.raw_pdf import RawPage
from transform.findings import Code
from transform.place import Box, PagePlace

#: A word of 32 points on the baseline of 134, in the last cell of the first row.
WORD = 255, 134, "Gaat op"


@pytest.mark.parametrize(
    ("y", "left", "right", "told"),
    [
        (131.5, 255, 287, ["Gaat", "op"]),
        (131.5, 255, 275, ["Gaat"]),
        (131.5, 253, 289, ["Gaat", "op"]),
        (135, 255, 287, []),
        (127, 255, 287, []),
        (131.5, 240, 320, []),
    ],
    ids=["through all", "through one word", "a little longer", "under", "over", "a rule that runs on"],
)
@pytest.mark.parametrize("as_shade", [False, True])
def test_text_with_a_line_through_it(y: float, left: float, right: float, told: list[str], as_shade: bool) -> None:
    page = filled(RawPage()).grid(XS, YS)
    if as_shade:
        page.rectangle(left, y - 0.25, right, y + 0.25, paint="f")
    else:
        page.line(left, y, right, y)
    found = [finding.was for finding in read(page).findings if finding.code is Code.STRUCK_TEXT]
    assert found == told


@pytest.mark.parametrize(("y", "told"), [(133, ["Durf"]), (136.5, [])], ids=["through it", "under it"])
def test_a_word_that_stands_lower_than_the_rest_of_its_line(y: float, told: list[str]) -> None:
    page = (
        RawPage().grid(XS, YS).text(55, 136, "Durf", size=12).text(255, 133, "Gaat op basis van een afweging", size=8)
    )
    found = [finding.was for finding in read(page.line(55, y, 80, y)).findings if finding.code is Code.STRUCK_TEXT]
    assert found == told


def test_a_thick_bar_is_no_line_through_text_nor_is_a_white_one() -> None:
    page = filled(RawPage()).grid(XS, YS)
    page.rectangle(255, 128, 287, 134, paint="f", extra="0.9 g").line(255, 131.5, 287, 131.5, extra="1 G")
    assert Code.STRUCK_TEXT not in codes(read(page))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ((50, 120, 450, 150), True),
        ((450, 120, 50, 150), True),
        ((50, 152, 450, 168), False),
        ((255, 130, 262, 134), False),
    ],
    ids=["down", "up", "beside the text", "a small one"],
)
def test_a_line_aslant_through_text_crosses_it_out(line: tuple[float, float, float, float], told: bool) -> None:
    page = filled(RawPage()).grid(XS, YS).line(*line)
    found = [finding.place for finding in read(page).findings if finding.code is Code.STRUCK_TEXT]
    assert bool(found) is told
    x0, y0, x1, y1 = line
    box = Box(float(min(x0, x1)), float(min(y0, y1)), float(max(x0, x1)), float(max(y0, y1)))
    assert all(isinstance(place, PagePlace) and place.box == box for place in found)


@pytest.mark.parametrize(
    ("left", "right", "colour", "struck", "told"),
    [
        (275, 287, "1 0 0 RG", False, ["op"]),
        (275, 287, "0 G", True, ["op"]),
        (275, 287, "0 G", False, []),
        (255, 287, "1 0 0 RG", False, []),
        (250, 450, "1 0 0 RG", False, []),
    ],
    ids=["in colour", "beside what is struck", "in black", "the whole of the line above", "a rule"],
)
def test_words_underlined_amid_others(left: float, right: float, colour: str, struck: bool, told: list[str]) -> None:
    page = filled(RawPage()).grid(XS, YS).line(left, 135.5, right, 135.5, extra=colour)
    if struck:
        page.line(255, 161.5, 285, 161.5)
    found = [finding for finding in read(page).findings if finding.code is Code.TRACKED_CHANGE]
    assert [(finding.was, finding.became) for finding in found] == [("", text) for text in told]
