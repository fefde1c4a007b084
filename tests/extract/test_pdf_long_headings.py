"""Headings of groups that are longer than the first column, in tables of which no upright rule shows the columns.

Naam     Kern    Beschrijving
Ondernemend en verantwoordelijk       a row of the table, though it runs over the columns
Durf     Een     Gaat op basis van
"""

from __future__ import annotations

import pytest
from pdfminer.fontmetrics import FONT_METRICS

from tests.extract.pdf_cases import outside, read, rows
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import DURF, HEADER, MOED, lay, stacked


def test_a_heading_that_runs_over_the_columns_below_the_last_row_is_that_of_the_next_page() -> None:
    page, heading = RawPage().line(50, 100, 450, 100), ["Ondernemend, resultaatgericht en verantwoordelijk"]
    own = [HEADER, *[DURF, MOED] * 4]
    places = stacked(page, *own)
    lay(page, places[-1] + 14, heading, xs=(55,))
    for y in (100.0, *places, places[-1] + 20):
        page.line(50, y, 450, y)
    assert rows(read(page)) == [*own, heading]
    page.text(60, places[-1] + 36, "Vastgesteld op 1 januari door de minister").line(50, 800, 450, 800)
    assert rows(read(page)) == [*own, heading]


def test_a_shaded_heading_that_runs_over_the_columns_under_the_header_is_a_row() -> None:
    page, heading = RawPage(), ["Ondernemend, resultaatgericht en verantwoordelijk"]
    for y in (100.0, 300.0):
        page.rectangle(50, y, 450, y + 18, paint="f", extra="0.9 g")
        lay(page, y + 13, heading, xs=(55,))
        stacked(page, *[DURF, MOED] * 2, y=y + 34)
    lay(page, 94, HEADER)
    assert rows(read(page)) == [HEADER, *[heading, *[DURF, MOED] * 2] * 2]


def test_a_heading_that_runs_over_the_columns_is_a_row_of_the_table() -> None:
    page = RawPage()
    for y in (134, 214):
        page.text(55, y, "Ondernemend, en verantwoordelijk")
    lay(page, 114, HEADER[:2], xs=(55, 155))
    for y in (154, 234):
        lay(page, y, DURF[1:], xs=(55, 155))
    assert rows(read(page)) == [HEADER[:2], *[["Ondernemend, en verantwoordelijk"], DURF[1:]] * 2]


def test_a_line_over_the_columns_above_another_table_ends_the_table() -> None:
    page = RawPage()
    lay(page, 114, HEADER[:2], xs=(55, 155))
    for y in (134, 174):
        lay(page, y, DURF[1:], xs=(55, 155))
    page.text(55, 214, "Versies die eerder zijn vastgesteld")
    for y, version in ((234, "Versie"), (248, "1.0")):
        lay(page, y, [version, "12 maart"], xs=(55, 190))
    assert rows(read(page)) == [HEADER[:2], DURF[1:], DURF[1:]]


def test_a_header_that_ends_on_one_line_is_whole() -> None:
    """Its longest cell begins above the others."""
    page = RawPage().text(255, 60, "Beschrijving en")
    lay(page, 72, ["Naam", "Kern", "indicatoren"])
    stacked(page, DURF, MOED, y=92)
    document = read(page)
    assert rows(document) == [["Naam", "Kern", "Beschrijving en/indicatoren"], DURF, MOED]
    assert not outside(document)


@pytest.mark.parametrize(
    ("left", "expected"),
    [(227, ["Verbindend"]), (155, ["", "Verbindend"]), (55, ["Verbindend", ""]), (277, ["", "Verbindend"])],
    ids=["over the table", "in the second column", "in the first", "in the middle of the second"],
)
def test_a_heading_centred_over_the_columns_is_of_all_of_them(left: float, expected: list[str]) -> None:
    page, cells = RawPage(), [HEADER[:2], DURF[1:], MOED[1:]]
    lay(page, 114, cells[0], xs=(55, 155))
    lay(page, 134, ["Verbindend"], xs=(left,))
    lay(page, 154, cells[1], xs=(55, 155))
    lay(page, 204, cells[2], xs=(55, 155))
    for y in (100, 120, 140, 190, 240):
        page.line(55, y, 450, y)
    assert rows(read(page)) == [cells[0], expected, *cells[1:]]


def test_a_row_of_one_line_that_is_as_wide_as_its_table_keeps_its_columns() -> None:
    page, longest = RawPage(), ["Lef", "Gaat op basis van argumenten het gesprek aan"]
    right = 155 + 10 * sum(FONT_METRICS["Helvetica"][1][sign] for sign in longest[1]) / 1000
    own = [HEADER[:2], *[["Durf", "Gaat op basis van een"]] * 3, longest, *[["Moed", "Neemt het woord"]] * 3]
    page.line(55, 100, right, 100)
    for y, cells in zip(range(114, 1000, 20), own, strict=False):
        lay(page, y, cells, xs=(55, 155))
        page.line(55, y + 6, right, y + 6)
    assert rows(read(page)) == own
