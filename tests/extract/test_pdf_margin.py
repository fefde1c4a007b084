"""Numbers of lines in the margin are no part of the text, and words there no heading."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import XS, YS, filled, outside, read, tables
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import DURF, HEADER, MOED, stacked
from transform.document import Line
from transform.place import PagePlace


@pytest.mark.parametrize(
    ("numbers", "left", "expected"),
    [
        (("1", "2"), 30, ["1", "Bijlage", "2", "Catalogus"]),
        (("9", "10"), 25, ["9", "Bijlage", "10", "Catalogus"]),
        (("2", "1"), 30, ["2 Bijlage", "1 Catalogus"]),
        (("1", "2"), 60, ["1 Bijlage", "2 Catalogus"]),
        (("1", "9" * 5000), 30, None),
    ],
    ids=["in the margin", "of two digits", "that do not grow", "over the table", "no number"],
)
def test_numbers_in_the_margin(numbers: tuple[str, str], left: float, expected: list[str] | None) -> None:
    page = filled(RawPage()).grid(XS, YS)
    for y, number, text in zip((50, 70), numbers, ("Bijlage", "Catalogus"), strict=True):
        page.text(left, y, number, size=6).text(90, y, text)
    assert expected is None or sorted(outside(read(page))) == sorted(expected)


@pytest.mark.parametrize(
    ("size", "rise", "expected"),
    [
        (6, 0, ["4", "Doortastend"]),
        (6, 0.1, ["4", "Doortastend"]),
        (10, 0, ["4 Doortastend"]),
        (6, 3, ["4 Doortastend"]),
    ],
    ids=["of a line", "a hair's breadth higher", "of a section", "of a note"],
)
def test_one_number_in_the_margin(size: float, rise: float, expected: list[str]) -> None:
    page = filled(RawPage()).grid(XS, YS).text(30, 70, "4", size=size, rise=rise).text(90, 70, "Doortastend")
    assert sorted(outside(read(page))) == expected


@pytest.mark.parametrize(
    ("others", "size", "expected"),
    [
        ((8, 12), 10, ["12", "4", "8", "Doortastend"]),
        ((8, 12), 6, ["12", "4 Doortastend", "8"]),
        ((8, 3), 10, ["3", "4 Doortastend", "8"]),
        ((8,), 10, ["4 Doortastend", "8"]),
    ],
    ids=["count on", "of other type", "do not grow", "one"],
)
def test_one_number_of_a_line_and_those_that_count_on_in_the_tables(
    others: tuple[int, ...], size: float, expected: list[str]
) -> None:
    page = filled(RawPage()).grid(XS, YS).text(25, 70, "4").text(90, 70, "Doortastend")
    for row, number in enumerate(others):
        page.text(25, YS[0] + 15 + 40 * row, str(number), size=size)
    assert sorted(outside(read(page))) == sorted(expected)


@pytest.mark.parametrize(
    ("words", "expected", "beside"),
    [
        ([(5, 70, "zie")], ["Bijlage 1B", "zie"], ["zie"]),
        ([(5, 70, "zie"), (5, 82, "art. 3")], ["Bijlage 1B", "art. 3", "zie"], ["zie", "art. 3"]),
        ([(460, 70, "nieuw")], ["Bijlage 1B", "nieuw"], ["nieuw"]),
        ([(5, 82, "Catalogus")], ["Bijlage 1B", "Catalogus"], []),
        ([(62, 70, "zie")], ["zie Bijlage 1B"], []),
        ([(5, 70, "§ 3")], ["§ 3 Bijlage 1B"], []),
    ],
    ids=["beside a line", "and below it", "at the right", "alone", "over the table", "no word"],
)
def test_words_in_the_margin(words: list[tuple[float, float, str]], expected: list[str], beside: list[str]) -> None:
    page = filled(RawPage()).grid(XS, YS).text(90, 70, "Bijlage 1B")
    for x, y, text in words:
        page.text(x, y, text)
    document = read(page)
    assert sorted(outside(document)) == expected
    assert [b.text for b in document.blocks if isinstance(b, Line) and b.hidden] == beside


def test_white_much_wider_than_a_space_is_more_than_one() -> None:
    page = filled(RawPage()).grid(XS, YS).text(60, 70, "Bijlage 1B").text(200, 70, "Dossier 4711").text(262, 70, "a")
    assert outside(read(page)) == ["Bijlage 1B   Dossier 4711 a"]


@pytest.mark.parametrize(
    ("numbers", "down", "is_margin"),
    [
        ((5, 10, 15), 60, True),
        ((1, 2, 3), 12, True),
        ((1, 2, 3), 60, False),
        ((5, 10, 5), 60, False),
        ((5, 10), 60, False),
    ],
    ids=["every fifth line", "every line", "of rows", "that do not grow", "two"],
)
def test_numbers_of_lines_are_no_column_of_a_table_without_rules(
    numbers: tuple[int, ...], down: float, is_margin: bool
) -> None:
    page = RawPage()
    stacked(page, HEADER, DURF, MOED, DURF, MOED)
    for row, number in enumerate(numbers):
        page.text(25, 114 + down * row, str(number), size=6)
    place = tables(read(page))[0].origin
    assert isinstance(place, PagePlace)
    assert (place.box.x0 > 50) is is_margin
