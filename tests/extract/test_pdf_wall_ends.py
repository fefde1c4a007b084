"""A heading of a group, beside which the walls between the columns end, is a row of its own.

├────────┼────────┼──────────────┤ 120
│ Durf   │ A      │ Gaat op      │
│        │        │ basis        │ 150
│ Vernieuwend                    │
├────────┼────────┼──────────────┤ 170
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.extract.pdf_cases import XS, read, rows
from tests.extract.raw_pdf import RawPage

ROW = ["Durf", "A", "Gaat op/basis"]
LAST = ["Moed", "B", "Neemt"]
HEAD = ["Naam", "Kern", "Beschrijving"]


def walled(*stretches: tuple[float, float], rules: tuple[float, ...]) -> RawPage:
    """Rules across the table, and the walls between its columns as far as they are drawn."""
    page = RawPage()
    for y in rules:
        page.line(XS[0], y, XS[-1], y)
    for top, bottom in stretches:
        for x in XS[1:-1]:
            page.line(x, top, x, bottom)
    for x in (XS[0], XS[-1]):
        page.line(x, rules[0], x, rules[-1])
    for y, texts in ((114, HEAD), (134, ROW), (146, ["", "", "basis"]), (184, LAST)):
        for x, text in zip(XS, texts, strict=False):
            page.text(x + 5, y, text.split("/")[0])
    return page


@pytest.mark.parametrize("x", [55, 220], ids=["at the left", "in the middle"])
@pytest.mark.parametrize(
    ("stretches", "rules"),
    [
        (((100, 150), (170, 190)), (100, 120, 170, 190)),
        (((100, 150), (170, 190)), (100, 120, 150, 190)),
        (((100, 150), (170, 190)), (100, 120, 150, 170, 190)),
    ],
    ids=["no rule above", "no rule below", "rules"],
)
def test_a_heading_beside_which_no_wall_stands(
    x: float, stretches: tuple[tuple[float, float], ...], rules: tuple[float, ...]
) -> None:
    page = walled(*stretches, rules=rules).text(x, 164, "Vernieuwend")
    assert rows(read(page)) == [HEAD, ROW, ["Vernieuwend"], LAST]


@pytest.mark.parametrize(
    ("x", "stretch", "expected"),
    [
        (55, (100, 190), ["Durf/Vernieuwend", "A", "Gaat op/basis"]),
        (255, (100, 152), ["Durf", "A", "Gaat op/basis/Vernieuwend"]),
    ],
    ids=["walls beside it", "in the last column"],
)
def test_a_line_of_a_row_is_none(x: float, stretch: tuple[float, float], expected: list[str]) -> None:
    page = walled(stretch, (170, 190), rules=(100, 120, 170, 190)).text(x, 164, "Vernieuwend")
    assert rows(read(page)) == [HEAD, expected, LAST]


def test_a_name_alone_in_a_row_that_is_not_shaded_is_no_heading() -> None:
    """Of rows shaded in turn only every other has sides; the rest of the last one is overleaf."""
    page = RawPage()
    for top, bottom in ((100, 120), (150, 170)):
        for left, right in pairwise(XS):
            page.rectangle(left, top, right, bottom, paint="f", extra="0.9 g")
    for y, texts in ((114, HEAD), (134, ROW), (146, ["", "", "basis"]), (164, LAST), (184, ["Lef", "", ""])):
        for x, text in zip(XS, texts, strict=False):
            page.text(x + 5, y, text.split("/")[0]) if text else None
    assert rows(read(page.line(XS[0], 190, XS[-1], 190)))[-1] == ["Lef", "", ""]
