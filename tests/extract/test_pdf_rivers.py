"""Columns that only the rows show, under a header of two levels."""

from __future__ import annotations

import pytest

from extract.pdf_grid import Grid
from extract.pdf_rivers import split_columns
from extract.pdf_rules import runs_to_measure
from extract.pdf_runs import Run
from tests.extract.pdf_cases import read, rows
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import DURF, HEADER, IN_TWO, MOED, in_two, lay, stacked, under_one_header


@pytest.mark.parametrize("left", [300, 305])
def test_the_second_level_of_a_header_stands_right_before_bullets_that_hang(left: float) -> None:
    page = RawPage().line(50, 80, 450, 80).line(50, 100, 450, 100).line(50, 120, 450, 120)
    page.text(55, 94, "Naam").text(155, 94, "Beschrijving en indicatoren")
    page.text(155, 114, "Beschrijving").text(left, 114, "Indicatoren")
    assert rows(read(in_two(page, *IN_TWO)))[1] == ["", "Beschrijving", "Indicatoren"]


def test_a_word_too_long_for_its_column_ends_no_last_row() -> None:
    page = in_two(under_one_header(), *IN_TWO, ("Zorg", "Geeft om", "- Weegt"))
    page.marks.pop()
    for x, text in ((155, "anderen en"), (305, "arbeidsomstandigheden/gezondheid")):
        page.text(x, 286, text)
    assert rows(read(page))[-1] == ["Zorg", "Geeft om/anderen en", "- Weegt/arbeidsomstandigheden/gezondheid"]


def test_a_heading_above_rows_that_are_numbered_is_a_row() -> None:
    page, y = RawPage(), 114.0
    rows_ = [["", "Durf", DURF[2]], ["", "Moed", MOED[2]]]
    for number, cells in enumerate([["Nr", *HEADER[::2]], ["Een kern van drie", "", ""], *rows_, *rows_]):
        y = lay(page, y, [cells[0] or str(number), *cells[1:]], xs=(55, 85, 255)) + 20
    assert [row[0] for row in rows(read(page))] == ["Nr", "Een kern van drie", "2", "3", "4", "5"]


def test_the_second_level_of_a_known_header_does_not_take_in_the_rest_of_a_row() -> None:
    first, second = RawPage(), RawPage()
    for page in (first, second):
        page.text(55, 94, "Naam").text(155, 94, "Beschrijving en indicatoren")
        page.text(155, 110, "Beschrijving").text(305, 110, "Indicatoren")
    y = 140.0
    for number, cells in enumerate(IN_TWO):
        end = lay(first, y, list(cells), xs=(55, 155, 305)) + 8
        if number % 2 == 0:
            first.marks[:0] = RawPage().rectangle(50, y - 13, 450, end, paint="f", extra="0.9 g").marks
        y = end + 13
    lay(second, 122, ["", "of juist niet.", "- En zegt wat"], xs=(55, 155, 305))
    end = lay(second, 150, ["Zorg", "Geeft om anderen/en helpt.", "- Helpt mee./- Luistert."], xs=(55, 155, 305)) + 8
    second.marks[:0] = RawPage().rectangle(50, 137, 450, end, paint="f", extra="0.9 g").marks
    assert rows(read(first, second))[-2] == ["", "of juist niet.", "- En zegt wat"]


def test_a_box_around_rows_under_a_header_with_its_own_sides_has_its_columns() -> None:
    page = RawPage().line(50, 100, 450, 100).line(50, 120, 450, 120).line(50, 300, 450, 300)
    for x, end in ((50, 300), (450, 300), (150, 120), (250, 120)):
        page.line(x, 100, x, end)
    stacked(page, HEADER, DURF, MOED)
    assert rows(read(page)) == [HEADER, DURF, MOED]


def test_a_row_of_one_cell_in_a_box_has_none() -> None:
    page = RawPage().grid((50, 150, 250, 450), (100, 120, 170)).line(50, 200, 450, 200)
    for x in (50, 450):
        page.line(x, 170, x, 200)
    stacked(page, HEADER, DURF)
    page.text(55, 184, "Noot").text(255, 196, "einde")
    assert rows(read(page))[-1] == ["Noot/einde"]


def test_the_one_line_that_fills_its_column_is_whole() -> None:
    long = "Gaat op basis van een zorgvuldige afweging over tot dat"
    contents = [
        ["Naam", "Beschrijving", "Kern"],
        *([name, "Spreekt anderen aan/en luistert.", "Een"] for name in "ABCD"),
    ]
    contents.insert(3, ["E", f"{long}/handelen.", "Een"])
    page, y = RawPage().line(50, 80, 450, 80), 94.0
    for cells in contents:
        y = lay(page, y, cells, xs=(55, 155, 408)) + 8
        page.line(50, y, 450, y)
        y += 12
    assert rows(read(page))[3] == contents[3]


def test_wide_spaces_of_stretched_text_are_no_columns_where_rules_give_those_of_the_page_before() -> None:
    first = RawPage().grid((50, 150, 450), (100, 120, 150))
    lay(first, 114, ["Naam", "Beschrijving"], xs=(55, 155))
    lay(first, 134, ["Durf", "Gaat voor."], xs=(55, 155))
    second = RawPage().grid((50, 150, 450), (60, 90, 120, 150))
    for x, text in ((55, "Moed"), (155, "Neemt het op"), (400, "zich om")):
        second.text(x, 74, text)
    second.text(155, 86, "te spreken.")
    lay(second, 104, ["Lef", "Spreekt."], xs=(55, 155))
    lay(second, 134, ["Zorg", "Luistert."], xs=(55, 155))
    assert [len(row) for row in rows(read(first, second))] == [2] * 5


def test_roman_numbers_of_indicators_are_no_column() -> None:
    """Of two or three letters each, flush with the edge of their column and far from their text."""
    page, y = RawPage(), 100.0
    contents = [["Naam", "Indicatoren", ""]]
    contents += [[name, "i./ii./iii.", "Luistert/goed naar anderen./Helpt."] for name in ("Durf", "Moed", "Lef")]
    ys = [y]
    for cells in contents:
        ys.append(lay(page, ys[-1] + 14, cells, xs=(55, 155, 185)) + 6)
    page.grid((50, 150, 450), tuple(ys))
    assert {len(row) for row in rows(read(page))} == {2}


def test_bullets_that_hang_before_a_centred_heading_are_of_its_column() -> None:
    """They stand nearer to the column before them than to their text, and nothing is ruled."""
    page, y = RawPage(), 114.0
    for x, text in ((85, "Naam"), (195, "Beschrijving"), (345, "Indicatoren")):
        page.text(x, y, text)
    for name in ("Durf", "Moed", "Lef"):
        y += 20
        for i, line in enumerate(("Neemt ook bij tegenwind besluiten", "en legt uit waarom.", "Durft te kiezen.")):
            page.text(155, y + 12 * i, line)
        page.text(55, y, name).text(315, y, "-").text(335, y, "Wikt en weegt").text(335, y + 12, "alles af.")
        y = y + 24
        page.text(315, y, "-").text(335, y, "Kiest.")
    assert rows(read(page))[1][2:] == ["- Wikt en weegt/alles af./- Kiest."]


def test_bullets_right_before_their_text_fill_no_column() -> None:
    """Only the headings of groups are shaded; the text of the indicators hangs a little behind their bullets."""
    page, y = RawPage(), 114.0
    for x, text in ((55, "Naam"), (155, "Beschrijving"), (300, "Indicatoren")):
        page.text(x, y, text)
    for group in ("Verbindend", "Vernieuwend"):
        page.rectangle(50, y + 8, 450, y + 24, paint="f", extra="0.9 g").text(55, y + 20, group)
        y += 20
        for name in ("Durf", "Moed", "Lef"):
            y += 20
            page.text(55, y, name).text(155, y, "Neemt besluiten").text(155, y + 12, "die er toe doen.")
            for i, line in enumerate(("Wikt en weegt", "alles af.", "Kiest.")):
                page.text(309, y + 12 * i, line)
            page.text(305, y, "-").text(305, y + 24, "-")
            y += 24
    assert rows(read(page))[2][2:] == ["-Wikt en weegt/alles af./-Kiest."]


def test_numbers_of_rows_have_a_column_under_a_header_above_the_first_rule() -> None:
    """Rows of which the core competence stands above have nothing but their number before the name."""
    page, xs, y = RawPage(), (55, 85, 170, 255), 100.0
    contents = [["Nr", "Kern", "Naam", "Beschrijving en indicatoren"]]
    contents += [[str(n), "Een" if n == 1 else "", *row[::2]] for n, row in enumerate((DURF, MOED, DURF, MOED), 1)]
    for cells in contents:
        y = lay(page, y + 14, cells, xs=xs) + 6
        page.line(50, y, 450, y)
    assert rows(read(page)) == contents


def test_the_number_of_a_lone_row_has_the_column_of_those_in_the_table_above() -> None:
    page, xs, y, bold = RawPage(), (55, 85, 255), 100.0, "Helvetica-Bold"
    header = ["Nr.", "Competenties", "Beschrijving en indicatoren"]
    first, second = [["1", *DURF[::2]], ["2", *MOED[::2]]], ["3", "Zorgvuldigheid", "Gaat op/basis van/iets te werk."]
    y = lay(page, y, header, xs=xs, font=bold) + 4
    for cells in first:
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells, xs=xs) + 4
    page.line(50, y, 450, y).text(55, y + 24, "Vakbekwaam", font=bold)
    y = lay(page, y + 54, header, xs=xs, font=bold) + 4
    page.line(50, y, 450, y)
    lay(page, y + 14, second, xs=xs)
    assert rows(read(page)) == [header, *first, header, second]


@pytest.mark.parametrize(("apart", "columns"), [(3.0, 1), (8.0, 2)])
def test_a_word_that_begins_by_chance_where_a_list_does_shows_no_column(apart: float, columns: int) -> None:
    """The list below each description is in two columns; its sentences go on over the white between those."""
    runs, tops = [], (0.0, 80.0, 160.0, 240.0)
    for top in tops[:-1]:
        for line in range(6):
            end = 150.0 - apart if line < 3 else 100.0
            for x0, x1 in ((0.0, end), (150.0, 290.0)):
                y = top + 12 * line
                runs.append(Run(x0, y, x1, y + 10, y + 8, 20, aligned=True))
    grid = Grid((0.0, 300.0), tops, frozenset(), frozenset((i, 0) for i in range(4)), frozenset())
    assert split_columns(grid, runs, runs_to_measure(runs), ()).columns == columns
