"""Tables without upright rules above and below the catalogue, as wide as it: each has columns of its own."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import codes, outside, read, rows, tables
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import DURF, HEADER, MOED, lay


@pytest.mark.parametrize("apart", [0.0, 6.0, 11.0])
def test_a_table_of_the_same_width_right_above_gives_no_columns(apart: float) -> None:
    """Its last column begins amid the descriptions of the catalogue, of which only some lines are as long."""
    page, y = RawPage(), 100.0
    for cells in (["Versie", "Datum van ingang", "Auteur"], ["1.0", "12 maart", "Personeel"]):
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells, xs=(55, 135, 320)) + 6
    page.line(50, y, 450, y)
    y += apart
    header = ["Naam", "Kern", "Beschrijving", "Indicatoren"]
    long = "Gaat op/basis van/een ander/besluit of/een oordeel is geveld,/dat telt,/over tot/een daad/als dat/moet."
    durf = ["Durf", "Een", long, "Neemt/risico/en maakt/een keuze/die telt."]
    moed = ["Moed", "Twee", "Neemt het/op zich/om ook dan/te spreken", "Zwijgt/niet als/het gaat/om recht."]
    for cells in (header, durf, moed):
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells, xs=(55, 155, 225, 350)) + 6
    document = read(page.line(50, y, 450, y))
    assert rows(document)[-3:] == [header, durf, moed]
    assert "text-overlaps" not in codes(document)


def test_a_table_behind_a_sentence_right_below_is_another() -> None:
    page, y = RawPage(), 100.0
    for cells in (HEADER, DURF):
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells) + 6
    page.line(50, y, 450, y).text(50, y + 24, "De wijzigingen van deze bijlage staan hieronder.")
    y = lay(page, y + 40, ["Versie", "Datum", "Auteur"]) + 6
    for cells in (["1.0", "12 maart", "Personeel"], ["1.1", "13 maart", "Personeel"]):
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells) + 6
    document = read(page.line(50, y, 450, y))
    assert [len(table.rows) for table in tables(document)] == [2, 3]
    assert rows(document)[:2] == [HEADER, DURF]
    assert outside(document) == ["De wijzigingen van deze bijlage staan hieronder."]


@pytest.mark.parametrize("heading", ["", "Overzicht van wie tekent"])
def test_a_last_row_without_a_rule_below_it_ends_above_the_header_of_another_table(heading: str) -> None:
    page, y = RawPage(), 114.0
    lay(page, y, HEADER, font="Helvetica-Bold")
    for cells in (DURF, MOED):
        y += 6
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells)
    if heading:
        y += 22
        page.text(55, y, heading, font="Helvetica-Bold")
    y = lay(page, y + 22, ["Naam", "Functie", "Handtekening"], xs=(55, 120, 330), font="Helvetica-Bold") + 6
    for cells in (["De medewerker", "Medewerker", ""], ["De leiding", "Hoofd", ""]):
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells, xs=(55, 120, 330)) + 6
    document = read(page.line(50, y, 450, y))
    assert rows(document)[:3] == [HEADER, DURF, MOED]
    assert [len(table.rows) for table in tables(document)] == [3, 3]


def test_a_header_above_the_first_shaded_row_or_the_row_above_that_is_of_the_table() -> None:
    page = RawPage().text(50, 60, "Catalogus")
    y = lay(page, 100, HEADER) + 20
    for number in range(4):
        top, y = y - 12, lay(page, y, [f"Naam {number}", *DURF[1:]])
        if number % 2:
            page.rectangle(50, top, 450, y + 8, paint="f", extra="0.9 g")
        y += 20
    document = read(page)
    assert rows(document) == [HEADER, *([f"Naam {number}", *DURF[1:]] for number in range(4))]
    assert outside(document) == ["Catalogus"]


def test_a_header_that_the_first_row_follows_as_closely_as_a_line_is_a_row_of_its_own() -> None:
    page = RawPage().text(50, 60, "Catalogus")
    y = lay(page, 100, HEADER, font="Helvetica-Bold") + 12
    for cells in (DURF, MOED, DURF):
        y = lay(page, y, cells) + 20
    assert rows(read(page)) == [HEADER, DURF, MOED, DURF]


def test_a_header_above_numbers_that_begin_elsewhere_in_their_column_is_a_row_of_its_own() -> None:
    """Numbers stand in the middle below their heading, and the next headings touch."""
    header, xs = ["Nr.", "Naam", "Kerncompetentie", "Beschrijving en indicatoren"], (55, 85, 165, 242)
    page = RawPage().text(50, 60, "Catalogus")
    y = lay(page, 100, header, xs=xs, font="Helvetica-Bold") + 12
    for number, cells in enumerate((DURF, MOED, DURF), start=1):
        y = lay(page, y, [str(number), *cells], xs=(59, *xs[1:])) + 20
    assert rows(read(page)) == [header, ["1", *DURF], ["2", *MOED], ["3", *DURF]]


def test_a_header_amid_a_table_without_rules_is_a_row_of_its_own_as_well() -> None:
    """Below the heading of another group, and followed as closely as the first one."""
    page, header = RawPage().text(50, 60, "Catalogus"), [HEADER[0], "", HEADER[2]]
    y = 100.0
    for heading in ("Mensgericht", "Vakgericht"):
        page.text(50, y, heading, font="Helvetica-Bold")
        y = lay(page, y + 30, header, font="Helvetica-Bold") + 12
        for name, _, body in (DURF, MOED):
            y = lay(page, y, [name, "", body]) + 20
        y += 20
    own = [[HEADER[0], HEADER[2]], *([cells[0], cells[2]] for cells in (DURF, MOED))]
    assert [row for row in rows(read(page)) if row[1]] == own * 2


def test_below_a_header_in_a_frame_of_its_own_the_heading_of_the_first_group_is_a_row() -> None:
    """The header has cells, the rows have only rules across."""
    page, header = RawPage(), [HEADER[0], "", HEADER[2]]
    page.rectangle(50, 80, 250, 100).rectangle(250, 80, 450, 100)
    lay(page, 94, header, font="Helvetica-Bold")
    y = 100.0
    for cells in (["Mensgericht", "", ""], [DURF[0], "", DURF[2]], ["Vakgericht", "", ""], [MOED[0], "", MOED[2]]):
        y = lay(page, y + 14, cells) + 6
        page.line(50, y, 450, y)
    assert [row[0] for row in rows(read(page))] == [HEADER[0], "Mensgericht", DURF[0], "Vakgericht", MOED[0]]


def test_what_heads_a_table_right_below_another_is_of_neither() -> None:
    page, y, header = RawPage(), 80.0, [HEADER[0], "", HEADER[2]]
    for heading in ("Mensgericht", "Vakgericht"):
        y = lay(page, y + 14, [heading, "", ""], font="Helvetica-Bold") + 6
        for name, _, body in (header, DURF, MOED):
            page.line(50, y, 450, y)
            y = lay(page, y + 14, [name, "", body]) + 6
        page.line(50, y, 450, y)
    document = read(page)
    assert outside(document) == ["Mensgericht", "Vakgericht"]
    assert [row[0] for row in rows(document)] == [HEADER[0], DURF[0], MOED[0]] * 2


def test_a_known_header_of_two_lines_above_shaded_rows_is_one_row() -> None:
    header, goes_on = ["Naam", "Kern-/woord", HEADER[2]], ["", "", "En daarna ook."]
    pages = []
    for first in (DURF, goes_on):
        page, y = RawPage(), 102.0
        for number, cells in enumerate((header, first, MOED, DURF)):
            top, y = y - 2, lay(page, y + 12, cells) + 8
            if number % 2:
                page.rectangle(50, top, 450, y, paint="f", extra="0.9 g")
        pages.append(page)
    assert rows(read(*pages)) == [header, DURF, MOED, DURF, header, goes_on, MOED, DURF]


def test_the_rest_of_a_row_right_below_a_known_header_is_none_of_it_though_neither_is_shaded() -> None:
    goes_on, pages = ["", "", "En daarna ook."], []
    for shaded, *contents in (({1, 3}, HEADER, DURF, MOED, DURF), ({2}, HEADER, goes_on, DURF, MOED)):
        page, y = RawPage(), 100.0
        for number, cells in enumerate(contents):
            top, y = y, lay(page, y + 10, cells) + 2
            for left, right in ((50, 150), (150, 250), (250, 450)):
                page.rectangle(left, top, right, y, paint="f", extra="0.9 g" if number in shaded else "1 g")
        page.marks.sort(key=lambda mark: mark.startswith("BT"))
        pages.append(page)
    assert rows(read(*pages)) == [HEADER, DURF, MOED, DURF, HEADER, goes_on, DURF, MOED]


def test_a_known_header_that_is_typed_again_below_itself_is_two_rows() -> None:
    pages = []
    for y, contents in ((102.0, (HEADER, DURF, MOED)), (62.0, (HEADER, HEADER, DURF, MOED))):
        page = RawPage()
        for cells in contents:
            y = lay(page, y + (12 if cells is HEADER else 20), cells)
        pages.append(page)
    assert rows(read(*pages)) == [HEADER, DURF, MOED, HEADER, HEADER, DURF, MOED]


SIGNED = [["Naam", "Functie", "Handtekening"], ["De medewerker", "Medewerker", ""], ["De leiding", "Hoofd", ""]]


@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize("last", [320, 255])
@pytest.mark.parametrize("heading", ["", "Wie tekent"])
def test_rows_whose_columns_begin_elsewhere_are_another_table(heading: str, last: int, ruled: bool) -> None:
    page, y = RawPage(), 100.0
    contents: list[list[str] | str] = [HEADER, DURF, MOED, heading, *SIGNED]
    for number, cells in enumerate(contents):
        y += 14 if number == 3 else 0
        if isinstance(cells, str):
            y += 26 if cells else 0
            page.text(55, y - 6, cells)
            continue
        if ruled:
            page.line(50, y, 450, y)
        y = lay(page, y + 14, cells, xs=(55, 155, 255) if number < 3 else (55, 180, last)) + 6
    document = read(page.line(50, y, 450, y) if ruled else page)
    assert rows(document)[:3] == [HEADER, DURF, MOED]
    assert [len(table.edges) for table in tables(document)] == [4, 4]
    assert "Wie tekent" not in str(rows(document))


@pytest.mark.parametrize("last", [310, 250])
def test_a_ruled_table_right_below_with_walls_elsewhere_is_another(last: int) -> None:
    page, y = RawPage(), 100.0
    for walls, contents in (((50, 150, 250, 450), (HEADER, DURF, MOED)), ((50, 170, last, 450), SIGNED)):
        ys = [y]
        for cells in contents:
            y = lay(page, y + 14, cells, xs=tuple(x + 5.0 for x in walls[:-1])) + 6
            ys.append(y)
        page.grid(walls, tuple(ys))
        y += 8
    assert [len(table.rows) for table in tables(read(page))] == [3, 3]


def test_names_set_in_the_middle_of_their_column_begin_no_other_table() -> None:
    page, y = RawPage(), 100.0
    lay(page, y, HEADER)
    for left, cells in zip((150, 166, 142), (DURF, MOED, DURF), strict=True):
        y = lay(page, y + 26, cells, xs=(55, left, 255))
    assert [row[0] for row in rows(read(page))] == ["Naam", "Durf", "Moed", "Durf"]


def test_a_header_in_the_middle_of_its_columns_is_no_other_table() -> None:
    page, y = RawPage(), 100.0
    lay(page, y, HEADER[:1] + HEADER[2:], xs=(75, 300))
    page.text(55, y + 20, "Verbindend")
    y += 14
    for cells in (DURF, MOED, DURF):
        y = lay(page, y + 26, cells[:1] + cells[2:], xs=(55, 205))
    assert [row[0] for row in rows(read(page))] == ["Naam", "Verbindend", "Durf", "Moed", "Durf"]


@pytest.mark.parametrize("apart", [12.0, 30.0])
def test_a_catalogue_without_rules_begins_at_its_header_below_another_table(apart: float) -> None:
    page, y = RawPage(), 100.0
    for number in range(8):
        y = (
            lay(page, y, ["Competentie" if not number else f"Durf {number}", "Niveau", str(number)], xs=(55, 200, 380))
            + 12
        )
    y += apart - 12
    for cells in (HEADER, DURF, MOED, DURF):
        y = lay(page, y, cells) + 20
    document = read(page)
    assert rows(document)[-4:] == [HEADER, DURF, MOED, DURF]
    assert len(tables(document)) == 2


def headed_rows(*, ruled: bool) -> RawPage:
    """A header and two groups, each row between rules across; an upright rule stands beside all but headings.

    Without ``ruled``, none parts the header and the first heading.
    """
    page, y = RawPage().line(50, 100, 450, 100), 100.0
    for name, body in (("Naam", "Beschrijving"), ("Moedig", ""), DURF[::2], MOED[::2], ("Net", ""), DURF[::2]):
        top, y = y, lay(page, y + 14, [name, body], xs=(55, 205)) + 6
        if body and (ruled or name != "Naam"):
            page.line(200, top + 0.5, 200, y - 0.5)
        if ruled or name != "Naam":
            page.line(50, y, 450, y)
    return page


@pytest.mark.parametrize("ruled", [True, False])
def test_a_heading_right_below_the_header_is_a_row_and_so_is_one_between_rules(ruled: bool) -> None:
    assert [row[0] for row in rows(read(headed_rows(ruled=ruled)))] == ["Naam", "Moedig", "Durf", "Moed", "Net", "Durf"]


def test_the_second_line_of_a_header_stays_with_it() -> None:
    page, y = RawPage(), 100.0
    for cells in (["Naam van de/competentie", "Beschrijving"], DURF[::2], MOED[::2]):
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells, xs=(55, 205)) + 6
    assert [row[0] for row in rows(read(page.line(50, y, 450, y)))] == ["Naam van de/competentie", "Durf", "Moed"]


def test_a_table_under_a_header_of_its_own_has_no_columns_of_the_table_on_the_page_before() -> None:
    first = RawPage().grid((50, 150, 380, 450), (100, 120, 150))
    lay(first, 114, ["Onderdeel", "Beschrijving", "Wanneer"], xs=(55, 155, 385))
    lay(first, 134, ["Gesprek", "Wordt gevoerd", "Maart"], xs=(55, 155, 385))
    long = "Gaat op basis van een zorgvuldige afweging voor en na/tot handelen over."
    contents = [["Naam", "Beschrijving en indicatoren"], ["Durf", DURF[2]], ["Moed", long], ["Lef", MOED[2]]]
    second, y = RawPage(), 114.0
    ys = [100.0]
    for cells in contents:
        y = lay(second, y, cells, xs=(55, 155)) + 20
        ys.append(y - 14)
    second.grid((50, 150, 450), tuple(ys))
    assert rows(read(first, second))[2:] == contents


def test_a_header_of_which_all_rows_are_overleaf_has_the_columns_of_the_table_above() -> None:
    first, second, y, header = RawPage(), RawPage(), 100.0, [HEADER[0], "", HEADER[2]]
    for cells in (header, [DURF[0], "", DURF[2]], [MOED[0], "", MOED[2]]):
        first.line(50, y, 450, y)
        y = lay(first, y + 14, cells) + 6
    first.line(50, y, 450, y).text(55, y + 16, "Vakgericht", font="Helvetica-Bold")
    first.line(50, y + 26, 450, y + 26).line(50, y + 46, 450, y + 46)
    lay(first, y + 40, header)
    lay(second.line(50, 50, 450, 50), 64, [DURF[0], "", DURF[2]])
    document = read(first, second.line(50, 100, 450, 100))
    assert outside(document) == ["Vakgericht"]
    assert [row[0] for row in rows(document)] == [HEADER[0], DURF[0], MOED[0], HEADER[0], DURF[0]]


def test_lines_within_the_cells_of_a_table_are_none_of_the_table_above() -> None:
    """Which has the same columns; nobody sees them, or they part a description from its indicators."""
    page, y = RawPage(), 100.0
    header, durf = ["Naam", "Beschrijving"], ["Durf", "Gaat op//basis/van/feiten"]
    moed = ["Moed", "Neemt//besluiten/op/tijd"]
    for heading in ("Verbindend", "Ondernemend", "Vernieuwend"):
        page.text(50, y, heading)
        ys = [y + 16]
        for cells in (header, durf, moed):
            y = lay(page, ys[-1] + 14, cells, xs=(55, 155)) + 8
            if cells is not header:
                page.line(155, y - 48, 445, y - 48, extra="1 G")
            ys.append(y)
        page.grid((50, 150, 450), tuple(ys))
        y += 24
    made = read(page)
    assert [row[0] for row in rows(made)] == ["Naam", "Durf", "Moed"] * 3
    assert outside(made) == ["Verbindend", "Ondernemend", "Vernieuwend"]


@pytest.mark.parametrize(("pitch", "more"), [(18.0, 0.0), (12.0, 8.0)], ids=["lines far apart", "paragraphs"])
def test_the_rest_of_a_row_stands_above_the_first_rule_of_the_next_page(pitch: float, more: float) -> None:
    first, second, y = RawPage(), RawPage(), 100.0
    for cells in (HEADER, DURF, MOED):
        first.line(50, y, 450, y)
        y = lay(first, y + 14, cells, pitch=pitch) + 6
    first.line(50, y, 450, y)
    y, rest = 60.0, ["en ook daarna nog", "in gesprek te blijven,", "als dat moet."]
    for number, text in enumerate(rest):
        second.text(255, y, text)
        y += pitch + (more if number == 1 else 0.0)
    y += 6 - pitch
    for cells in (DURF, MOED):
        second.line(50, y, 450, y)
        y = lay(second, y + 14, cells, pitch=pitch) + 6
    document = read(first, second.line(50, y, 450, y))
    assert (outside(document), rows(document)[3:]) == ([], [["", "", "/".join(rest)], DURF, MOED])


@pytest.mark.parametrize("far", [True, False])
def test_a_heading_between_a_table_and_a_header_with_no_rule_above_it_belongs_to_neither(far: bool) -> None:
    """The header of the next group has wider columns; a line as close as one of the header is one of it."""
    page, y = RawPage(), 100.0
    header = ["Naam", "Beschrijving", "Indicatoren"]
    for cells in (header, ["Durf", DURF[2], "- Een."], ["Moed", MOED[2], "- Twee."]):
        y = lay(page, y + 14, cells, xs=(55, 110, 300)) + 6
        page.line(50, y, 450, y)
    page.text(55, y + 16, "Kerncompetentie: vakgericht", font="Helvetica-Bold")
    y += 30 if far else 14
    for cells in (header, ["Durf", DURF[2], "- Een."], ["Moed", MOED[2], "- Twee."]):
        y = lay(page, y + 14, cells, xs=(55, 130, 310)) + 6
        page.line(50, y, 450, y)
    document = read(page)
    assert (outside(document) == ["Kerncompetentie: vakgericht"]) is far
    if far:
        assert [row[0] for row in rows(document)] == ["Naam", "Durf", "Moed"] * 2


def test_a_header_above_its_first_rule_and_what_heads_it_are_of_the_table_below() -> None:
    page, y = RawPage(), 94.0
    for heading in ("Verbindend", "Vakbekwaam"):
        page.text(55, y + 20, heading, font="Helvetica-Bold")
        y = lay(page, y + 42, HEADER, font="Helvetica-Bold") + 4
        for cells in (DURF, MOED):
            page.line(50, y, 450, y)
            y = lay(page, y + 14, cells) + 4
        page.line(50, y, 450, y)
    document = read(page)
    assert rows(document) == [HEADER, DURF, MOED] * 2
    assert outside(document) == ["Verbindend", "Vakbekwaam"]


@pytest.mark.parametrize(
    "body", [DURF[2], "Gaat op basis van een", f"{DURF[2]}/Waagt wat anderen/laten als dat kan./En wacht niet."]
)
def test_a_header_and_less_than_a_row_at_the_foot_of_a_page_are_none_of_the_table_above(body: str) -> None:
    """Of that table there is but the rule below its header: the row has none before it goes on overleaf."""
    page, y, bold = RawPage(), 100.0, "Helvetica-Bold"
    y = lay(page, y, HEADER, font=bold) + 4
    for cells in (DURF, MOED):
        page.line(50, y, 450, y)
        y = lay(page, y + 14, cells) + 4
    page.line(50, y, 450, y).text(55, y + 24, "Vakbekwaam", font=bold)
    y = lay(page, y + 54, HEADER, font=bold) + 4
    page.line(50, y, 450, y)
    last = [*DURF[:2], body]
    lay(page, y + 14, last)
    document = read(page.text(230, 800, "Bladzijde 3"))
    assert rows(document) == [HEADER, DURF, MOED, HEADER, last]
    assert outside(document) == ["Vakbekwaam", "Bladzijde 3"]
