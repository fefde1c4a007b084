"""Words drawn apart from the rest of their cell are told; cells that are drawn line by line are not."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import read
from tests.extract.raw_pdf import RawPage
from transform.findings import Code

NAMES = ("Durf", "Moed", "Lef")


def added(page: RawPage) -> list[str]:
    return [finding.was for finding in read(page).findings if finding.code is Code.ADDED_WORDS]


def rows(*, by_line: bool = False, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> RawPage:
    """Three rows, drawn cell by cell or line by line; words before or after them in the first cell of the second."""
    page = RawPage().grid((50, 150, 450), (100, 150, 200, 250))
    for text in before:
        page.text(55, 176, text)
    for number, name in enumerate(NAMES):
        y = 114 + 50 * number
        texts = [(55, y, name), (55, y + 24, "stevig"), (155, y, "Gaat op basis"), (155, y + 12, "van feiten.")]
        for x, top, text in sorted(texts, key=lambda text: text[1]) if by_line else texts:
            page.text(x, top, text)
    for text in after:
        page.text(55, 176, text)
    return page


def test_words_drawn_after_all_rows_or_before_them_are_told() -> None:
    assert added(rows(after=("Intern gebruik",))) == ["Intern gebruik"]
    assert added(rows(before=("Intern gebruik",))) == ["Intern gebruik"]


def test_nothing_is_told_of_rows_as_they_are_nor_of_a_sign() -> None:
    assert not added(rows())
    assert not added(rows(after=("*",)))
    assert not added(rows(after=("viii.",)))


def test_a_year_is_told_and_the_number_of_an_item_is_not() -> None:
    assert added(rows(after=("2024",))) == ["2024"]
    assert not added(rows(after=("14",)))
    assert not added(rows(after=("3.1.10.12.",)))


def test_nothing_is_told_of_cells_that_are_drawn_line_by_line() -> None:
    assert not added(rows(by_line=True))
    assert not added(rows(by_line=True, after=("Intern gebruik",)))


@pytest.mark.parametrize(
    ("colour", "text", "told"),
    [
        ("1 0 0 rg", "nieuw", ["nieuw"]),
        ("0.4 g", "nieuw", []),
        ("1 0 0 rg", "Let op:", []),
        ("1 0 0 rg", "-", []),
    ],
    ids=["in colour", "in grey", "a heading", "a sign"],
)
def test_words_in_colour_beside_others_are_told(colour: str, text: str, told: list[str]) -> None:
    page = RawPage().grid((50, 150, 450), (100, 150, 200)).text(55, 114, "Durf").draw(f"q {colour}").text(90, 114, text)
    assert added(page.draw("Q").text(155, 114, "Gaat op basis")) == told


def test_a_column_in_colour_is_as_it_is() -> None:
    page = RawPage().grid((50, 150, 450), (100, 150, 200)).draw("q 0 0 1 rg").text(55, 114, "Durf").draw("Q")
    assert not added(page.text(155, 114, "Gaat op basis"))
