"""A catalogue without rules on a page that has a table with rules, or after pages with such tables.

┌────────┬──────────────┐
│ Schaal │ Functie      │      of a regulation: its tables may have as many columns as the catalogue,
└────────┴──────────────┘      and stand right above it, right below it, or on the pages before
Naam     Kern    Beschrijving en indicatoren
Durf     Een     Gaat op basis van een
"""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import outside, read, rows, tables
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import DURF, HEADER, MOED, lay, stacked

SCALES = [["Schaal", "Functie", "Gesprekken"], ["10", "Medewerker", "Twee per jaar"], ["12", "Senior", "Een per jaar"]]
RUNNING = "De leidinggevende en de medewerker spreken ten minste eenmaal per jaar met elkaar over het werk en de"


def ruled(page: RawPage, y: float, contents: list[list[str]], xs: tuple[float, ...] = (55, 155, 255)) -> float:
    """A table with all its rules from ``y`` down; gives where it ends."""
    ys = [y]
    for cells in contents:
        ys.append(lay(page, ys[-1] + 14, cells, xs=xs) + 6)
    page.grid((*(x - 5 for x in xs), 450.0), tuple(ys))
    return ys[-1]


def running(page: RawPage, y: float) -> float:
    for line in range(3):
        page.text(50, y + 12 * line, RUNNING)
    return y + 36


def test_a_catalogue_without_rules_below_a_table_with_rules_is_read() -> None:
    page = RawPage()
    y = ruled(page, 100, SCALES)
    stacked(page, HEADER, DURF, MOED, y=y + 30)
    assert rows(read(page)) == [*SCALES, HEADER, DURF, MOED]


def test_it_goes_on_at_the_top_of_a_page_with_a_table_with_rules() -> None:
    first, second = RawPage(), RawPage()
    stacked(first, HEADER, DURF, MOED)
    ends = stacked(second, DURF, MOED)
    ruled(second, running(second, ends[-1] + 24) + 12, SCALES)
    assert rows(read(first, second)) == [HEADER, DURF, MOED, DURF, MOED, *SCALES]


@pytest.mark.parametrize("header", [[HEADER], []])
def test_so_do_the_last_lines_of_one_whose_rows_are_shaded(header: list[list[str]]) -> None:
    first, second = RawPage(), RawPage()
    ends = stacked(first, HEADER, DURF, MOED, DURF)
    for top, bottom in ((ends[0], ends[1]), (ends[2], ends[3])):
        first.marks.insert(0, RawPage().rectangle(50, top, 450, bottom, paint="f", extra="0.9 g").marks[0])
    rest = ["", "", "en ook daarna nog/in gesprek te blijven."]
    ends = stacked(second, *header, rest)
    ruled(second, running(second, ends[-1] + 24) + 12, SCALES)
    assert rows(read(first, second)) == [HEADER, DURF, MOED, DURF, *header, rest, *SCALES]


@pytest.mark.parametrize("words", ["Naam/Functie/Handtekening", "Datum/Plaats/Paraaf van de leidinggevende"])
def test_other_text_in_columns_beside_a_table_with_rules_is_none(words: str) -> None:
    page = RawPage()
    y = ruled(page, 100, SCALES)
    stacked(page, words.split("/"), DURF, MOED, y=y + 30)
    assert rows(read(page)) == SCALES


def test_the_heading_of_the_text_behind_the_catalogue_is_no_row_of_it() -> None:
    page = RawPage()
    ends = stacked(page, HEADER, DURF, MOED)
    page.text(55, ends[-1] + 13, "Artikel 3")
    running(page, ends[-1] + 35)
    document = read(page)
    assert rows(document) == [HEADER, DURF, MOED]
    assert outside(document) == ["Artikel 3", *[RUNNING] * 3]


def test_nor_is_it_one_of_a_catalogue_of_shaded_rows() -> None:
    page = RawPage()
    ends = stacked(page, HEADER, DURF, MOED)
    page.marks.insert(0, RawPage().rectangle(50, ends[0], 450, ends[1], paint="f", extra="0.9 g").marks[0])
    page.text(55, ends[-1] + 13, "Artikel 3")
    running(page, ends[-1] + 35)
    assert rows(read(page)) == [HEADER, DURF, MOED]


@pytest.mark.parametrize(
    ("place", "is_rest"), [(255, True), (300, True), (262, False)], ids=["text", "elsewhere", "centred"]
)
def test_a_centred_heading_overleaf_is_no_rest_of_a_row(place: float, is_rest: bool) -> None:
    first, second = RawPage(), RawPage()
    stacked(first, HEADER, DURF, MOED)
    second.text(place, 60, "Formulier")
    running(second, 84)
    assert ("Formulier" in outside(read(first, second))) is not is_rest


def test_tables_with_rules_on_the_pages_before_say_nothing_of_the_rows_of_another() -> None:
    before, page = RawPage(), RawPage()
    ruled(before, 100, SCALES, xs=(55, 215, 375))
    stacked(page, HEADER, DURF, MOED)
    assert rows(read(before, page)) == [*SCALES, HEADER, DURF, MOED]


def test_nor_of_its_columns_though_its_text_keeps_to_them() -> None:
    before, page = RawPage(), RawPage()
    ruled(before, 100, SCALES, xs=(55, 105, 245))
    stacked(page, HEADER, DURF, ["Meer moed", "Twee", MOED[2]])
    made = tables(read(before, page))[1]
    assert ["/".join(line.text for line in cell.lines) for cell in made.rows[0].cells] == HEADER


@pytest.mark.parametrize("beside", [False, True], ids=["no other table", "below one with rules"])
def test_a_header_that_stands_alone_at_the_end_of_a_page_is_one(beside: bool) -> None:
    """With the same margin right as left: only the rows overleaf tell how wide the last column is."""
    first, second = RawPage(), RawPage()
    above = SCALES if beside else []
    y = ruled(first, 100, SCALES) if beside else 100.0
    stacked(first, HEADER, y=y + 60)
    stacked(second, DURF, MOED, DURF, y=60)
    made = read(first, second)
    assert rows(made) == [*above, HEADER, DURF, MOED, DURF]
    header = tables(made)[-2]
    assert header.edges[-1] == 595 - header.edges[0]


def headed(page: RawPage, y: float, *contents: list[str]) -> float:
    """A table with a rule below its header only; gives where its last row ends."""
    y = lay(page, y, HEADER, font="Helvetica-Bold") + 6
    page.rectangle(50, y - 20, 450, y, paint="f", extra="0.9 g").marks.insert(0, page.marks.pop())
    page.line(50, y, 450, y)
    return stacked(page, *contents, y=y + 14)[-1]


def test_rows_under_a_ruled_header_go_on_at_the_top_of_a_page_with_the_table_of_the_next_group() -> None:
    first, second = RawPage(), RawPage()
    headed(first, 114, DURF, MOED)
    y = stacked(second, DURF, MOED)[-1]
    second.text(50, y + 40, "Vakgericht", font="Helvetica-Bold")
    headed(second, y + 80, MOED, DURF)
    document = read(first, second)
    assert outside(document) == ["Vakgericht"]
    assert rows(document) == [HEADER, DURF, MOED, DURF, MOED, HEADER, MOED, DURF]


def test_a_known_header_with_which_a_page_ends_below_a_shaded_table_is_one_of_its_own() -> None:
    """Its columns stand as close as words, and its rows are overleaf."""
    page, y = RawPage(), 100.0
    header = ["Competentie", "Definitie", "Indicatoren"]
    xs = (55, 120, 255)
    for number, cells in enumerate((header, DURF, MOED, DURF)):
        if number % 2:
            page.draw("0.9 g").rectangle(50, y - 12, 450, y + 30, paint="f").draw("0 g")
        y = lay(page, y, cells, xs=xs) + (24 if number else 16)
    page.text(50, y + 16, "Vakgericht", font="Helvetica-Bold")
    lay(page, y + 40, header, xs=xs)
    document = read(page)
    assert outside(document) == ["Vakgericht"]
    assert rows(document) == [header, DURF, MOED, DURF, header]


@pytest.mark.parametrize("shaded", ["a header of three cells", "nothing"])
def test_rows_far_apart_begin_where_every_column_has_text(shaded: str) -> None:
    """Paragraphs of web pages have white above and below them, and so have the rows that they fill."""
    page = RawPage()
    for left, right in ((50, 148), (150, 248), (250, 450)) if shaded != "nothing" else ():
        page.rectangle(left, 100, right, 120, paint="f", extra="0.9 g")
    long = [[*cells[:2], "/".join([cells[2]] * 3)] for cells in (DURF, MOED, DURF)]
    stacked(page, HEADER, *long, between=46.0)
    assert rows(read(page)) == [HEADER, *long]
