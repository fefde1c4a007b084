"""Numbers of lines in the margin are no part of the text, and words there no heading."""

from __future__ import annotations

import pytest

from extract.pdf_lines import chars_to_lines
from extract.pdf_margin import line_numbers
from tests.extract.pdf_cases import XS, YS, filled, outside, read, rows
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_text import word
from transform.document import Line


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
    [(6, 0, ["4", "Doortastend"]), (10, 0, ["4 Doortastend"]), (6, 3, ["4 Doortastend"])],
    ids=["of a line", "of a section", "of a note"],
)
def test_one_number_in_the_margin(size: float, rise: float, expected: list[str]) -> None:
    page = filled(RawPage()).grid(XS, YS).text(30, 70, "4", size=size, rise=rise).text(90, 70, "Doortastend")
    assert sorted(outside(read(page))) == expected


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


LINES = ("Durf", "Gaat op basis van een", "zorgvuldige afweging over", "tot handelen.") * 4


@pytest.mark.parametrize(
    ("numbers", "left", "size", "found"),
    [
        ({4: "5", 9: "10", 14: "15"}, 30, 10, "51015"),
        ({at: str(at + 1) for at in range(9)}, 30, 6, "123456789"),
        ({at: str(at + 1) for at in range(9)}, 30, 10, ""),
        ({0: "1", 4: "2", 8: "3", 12: "4"}, 30, 6, ""),
        ({4: "5", 9: "10", 14: "15"}, 100, 10, ""),
        ({4: "5", 6: "10", 14: "15"}, 30, 10, ""),
        ({4: "5", 9: "10"}, 30, 10, ""),
    ],
    ids=["every fifth", "every", "in the text's size", "rows", "in the text", "of something else", "two"],
)
def test_numbers_that_count_lines(numbers: dict[int, str], left: float, size: float, found: str) -> None:
    texts = [word(line.replace(" ", ""), 60, 60 + 12 * at) for at, line in enumerate(LINES)]
    counts = [word(number, left, 60 + 12 * at, size=size) for at, number in numbers.items()]
    lines = chars_to_lines(char for chars in (*texts, *counts, word("7", 200, 400)) for char in chars)
    assert "".join(char.text for char in line_numbers(lines)) == found


def test_counted_lines_of_a_table_without_rules() -> None:
    page = RawPage()
    for at, line in enumerate(LINES):
        page.text(60, 60 + 12 * at, "Durf" if at % 4 == 0 else "").text(150, 60 + 12 * at, line)
        page.text(30, 60 + 12 * at, str(at + 1) if at % 5 == 4 else "", size=6)
    document = read(page)
    assert outside(document)[-3:] == ["5", "10", "15"]
    assert len(rows(document)[0]) == len(("Durf", LINES[1]))
