"""Bullets drawn as shapes: known by their place before the text, and by coming back; other small shapes are none."""

from __future__ import annotations

import math

import pytest

from tests.extract.pdf_cases import codes, read, tables
from tests.extract.raw_pdf import RawPage
from transform.document import Line
from transform.findings import Code
from transform.place import PagePlace

BASELINES = (120.0, 134.0, 148.0)


def marked_page(
    *shapes: tuple[float, float], wide: float = 3.0, high: float = 3.0, colour: str = "0 g", left: float = 60.0
) -> RawPage:
    """A cell that begins at 50, its lines at ``left``, with shapes of this size whose corner is given."""
    page = RawPage().grid((50, 150, 450), (100, 160))
    for baseline in BASELINES:
        page.text(155 + left - 60, baseline, "Komt met een idee")
    for x, top in shapes:
        page.rectangle(x, top, x + wide, top + high, paint="f", extra=colour)
    return page.text(55, 120, "Durf")


def marked(*shapes: tuple[float, float], **how: float | str) -> list[Line]:
    """The lines of that cell."""
    (table,) = tables(read(marked_page(*shapes, **how)))  # type: ignore[arg-type]
    return list(table.rows[0].cells[1].lines)


DOTS = ((158.0, 115.0), (158.0, 143.0))


def test_a_line_with_a_shape_before_it_has_a_bullet_and_the_indent_of_that() -> None:
    first, second, third = marked(*DOTS, left=75.0)
    assert [line.marker for line in (first, second, third)] == ["•", None, "•"]
    assert (first.indent, second.indent) == (8.0, 20.0)
    assert first.text == "Komt met een idee"


@pytest.mark.parametrize(
    ("shapes", "how"),
    [
        (DOTS[:1], {}),
        (DOTS, {"colour": "1 g"}),
        (DOTS, {"wide": 8.0, "high": 8.0}),
        (DOTS, {"wide": 0.8, "high": 0.8}),
        (DOTS, {"wide": 9.0}),
        (((158.0, 109.0), (158.0, 137.5)), {}),
        (((158.0, 119.5), (158.0, 147.5)), {}),
        (((190.0, 115.0), (190.0, 143.0)), {}),
        (((146.0, 115.0), (146.0, 143.0)), {}),
        (DOTS, {"left": 100.0}),
    ],
    ids=["alone", "white", "too large", "too small", "a dash", "above", "below", "amid the text", "on the rule", "far"],
)
def test_other_shapes_are_no_bullets(shapes: tuple[tuple[float, float], ...], how: dict[str, float | str]) -> None:
    lines = marked(*shapes, **{"left": 75.0} | how)
    assert [line.marker for line in lines] == [None, None, None]


def test_a_shape_alone_on_its_page_is_known_by_the_bullets_of_the_pages_before() -> None:
    document = read(marked_page(*DOTS, left=75.0), marked_page(DOTS[0], left=75.0))
    assert [line.marker for line in tables(document)[1].rows[0].cells[1].lines] == ["•", None, None]
    assert Code.PICTURE not in codes(document)


def test_a_shape_alone_of_its_kind_is_told_at_the_word_behind_it() -> None:
    (finding,) = [f for f in read(marked_page(DOTS[0], left=75.0)).findings if f.code is Code.PICTURE]
    assert isinstance(finding.place, PagePlace)
    assert finding.place.box.x0 == 170.0


@pytest.mark.parametrize("shape", [(130.0, 115.0), (190.0, 115.0)], ids=["far before", "on the text"])
def test_a_shape_elsewhere_is_not_told(shape: tuple[float, float]) -> None:
    assert Code.PICTURE not in codes(read(marked_page(shape, left=75.0)))


def test_a_round_bullet_of_many_corners_is_one() -> None:
    """As browsers draw them: a ring of short straight pieces."""
    page = RawPage().grid((50, 150, 450), (100, 160)).text(55, 120, "Durf")
    for baseline in BASELINES[:2]:
        page.text(170, baseline, "Komt met een idee")
        turns = [2 * math.pi * n / 16 for n in range(16)]
        points = [(160 + 2 * math.cos(t), 842 - baseline + 3.5 + 2 * math.sin(t)) for t in turns]
        steps = " ".join(f"{x:.2f} {y:.2f} {'l' if n else 'm'}" for n, (x, y) in enumerate(points))
        page.draw(f"{steps} h f")
    (table,) = tables(read(page))
    assert [line.marker for line in table.rows[0].cells[1].lines] == ["•", "•"]


def test_round_outlines_are_hollow_bullets_and_square_ones_none() -> None:
    """As browsers draw those of a list within a list."""
    page = RawPage().grid((50, 150, 450), (100, 160)).text(55, 120, "Durf")
    for baseline in BASELINES[:2]:
        y = 842 - baseline + 3.5
        page.text(170, baseline, "Komt met een idee")
        ends = [(162, y), (160, y - 2), (158, y), (160, y + 2)]
        page.draw(f"160 {y + 2} m {' '.join(f'{a} {b} {a} {b} {a} {b} c' for a, b in ends)} S")
    for baseline in (BASELINES[2], 158.0):
        page.text(170, baseline, "Komt met een idee").rectangle(158, baseline - 5, 161, baseline - 2)
    (table,) = tables(read(page))
    assert [line.marker for line in table.rows[0].cells[1].lines] == ["◦", "◦", None, None]


def test_bullets_drawn_at_the_edge_of_their_column_are_no_rules() -> None:
    """Every other row is shaded, cell by cell; the bullets stand where the shading of their column begins."""
    page = RawPage()
    for number, top in enumerate((100.0, 150.0, 200.0, 250.0)):
        for x0, x1 in ((50, 150), (150, 450)) if number % 2 == 0 else ():
            page.rectangle(x0, top, x1, top + 50, paint="f", extra="0.9 g")
        page.text(55, top + 10, f"Durf {number}").text(152, top + 10, "Gaat op basis van een afweging over.")
        for y in (top + 19, top + 28, top + 37, top + 46):
            page.text(158, y, "Komt met een idee").rectangle(150, y - 6, 155, y - 1, paint="f", extra="0 g")
    (table,) = tables(read(page))
    assert table.edges == (50.0, 150.0, 450.0)
    assert [[line.marker for line in row.cells[1].lines] for row in table.rows] == [[None, *"••••"]] * 4


def test_bullets_with_an_outline_are_no_rules_that_join_two_tables() -> None:
    """Each table has columns of its own and a heading; a dot is drawn as a disc and as a point with a width."""
    page = RawPage()
    for wall, top in ((150, 100.0), (170, 190.0)):
        page.grid((50, wall, 450), (top, top + 60))
        page.text(55, top - 8, "Verbindend").text(55, top + 12, "Durf").text(wall + 5, top + 12, "Gaat op basis over.")
        for y in (top + 26, top + 40, top + 54):
            page.rectangle(wall + 5, y - 6, wall + 8, y - 3, paint="f", extra="0 g")
            page.line(wall + 8, y - 4, wall + 8, y - 4, width=0.6, extra="1 J").text(wall + 15, y, "Komt met een idee")
    assert [table.edges[1] for table in tables(read(page))] == [150.0, 170.0]


def test_bullets_right_under_each_other_are_no_line_of_dashes() -> None:
    """Rules lie across only, so that an upright one would be the edge of a column."""
    page = RawPage()
    for top in (100.0, 160.0, 220.0):
        page.line(50, top, 450, top).text(55, top + 12, "Durf").text(155, top + 12, "Gaat op basis over.")
        for y in (top + 22, top + 31, top + 40, top + 49):
            page.text(170, y, "Komt met een idee").rectangle(158, y - 5, 161.4, y - 1.6, paint="f", extra="0 g")
    (table,) = tables(read(page.line(50, 280, 450, 280)))
    assert len(table.edges) == 3
    assert table.edges[1] < 158


@pytest.mark.parametrize(
    ("places", "size", "expected"),
    [(DOTS, 8.0, ["•", None, "•"]), (DOTS, 14.0, [None] * 3), (DOTS[:1], 8.0, [None] * 3)],
    ids=["as high as letters", "higher", "alone"],
)
def test_a_small_picture_that_comes_back_is_a_bullet(
    places: tuple[tuple[float, float], ...], size: float, expected: list[str | None]
) -> None:
    page = marked_page(left=75.0)
    for x, top in places:
        at = f"{x} {page.height - top - 2 - size / 2}"
        page.draw(f"q {size} 0 0 {size} {at} cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q")
    document = read(page)
    assert [line.marker for line in tables(document)[0].rows[0].cells[1].lines] == expected
    assert Code.PICTURE not in codes(document)
