"""Tables that their rules do not close, and tables without rules: white space decides, and says so.

Naam     Kern    Beschrijving en indicatoren
────────────────────────────────────────────    here rules may stand, or none
Durf     Een     Gaat op basis van een zorgvuldige
                 afweging over.
Moed     Twee    Neemt het op zich om ook dan
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.extract.pdf_cases import codes, outside, read, rows, tables
from tests.extract.raw_pdf import RawPage
from transform.findings import Code

HEADER = ["Naam", "Kern", "Beschrijving en indicatoren"]
DURF = ["Durf", "Een", "Gaat op basis van een/zorgvuldige afweging over/tot handelen als dat moet."]
MOED = ["Moed", "Twee", "Neemt het op zich om/ook dan te spreken als/anderen zwijgen."]


def lay(
    page: RawPage,
    y: float,
    cells: list[str],
    *,
    pitch: float = 12.0,
    xs: tuple[float, ...] = (55, 155, 255),
    font: str = "Helvetica",
) -> float:
    """A row of text from ``y`` (its first baseline) down; gives the last baseline."""
    for x, text in zip(xs, cells, strict=True):
        for i, line in enumerate(text.split("/")):
            if line:
                page.text(x, y + i * pitch, line, font=font)
    return y + (max(len(text.split("/")) for text in cells) - 1) * pitch


def stacked(page: RawPage, *contents: list[str], between: float = 20.0, y: float = 114.0) -> list[float]:
    """Rows one under the other; gives the places halfway between them, and after the last."""
    ends = []
    for cells in contents:
        y = lay(page, y, cells) + between
        ends.append(y - between / 2 - 3)
    return ends


def test_no_rules_at_all() -> None:
    page = RawPage().text(50, 60, "Catalogus van competenties bij de regeling, die de hele breedte vult en meer")
    stacked(page, HEADER, DURF, MOED)
    document = read(page.text(55, 800, "Pagina 1 van 1"))
    assert rows(document) == [HEADER, DURF, MOED]
    assert codes(document) == [Code.ROWS_FROM_WHITE_SPACE]
    assert outside(document)[-1] == "Pagina 1 van 1"
    assert len(outside(document)) == 2


def test_a_shade_under_a_name_and_core_competence_of_two_lines_is_one_row() -> None:
    page, moed = RawPage(), ["Moed en/durf", "Twee of/drie", MOED[2]]
    durf = ["Durf en/moed", "Een of/twee", DURF[2]]
    places = stacked(page, HEADER, durf, moed, durf)
    for top, bottom in ((100.0, places[0]), (places[1], places[2])):
        page.rectangle(50, top, 450, bottom, paint="f", extra="0.9 g")
    assert rows(read(page)) == [HEADER, durf, moed, durf]


def test_a_row_set_closely_of_which_all_columns_run_on_is_one_row() -> None:
    page, y = RawPage(), 102.0
    own = [HEADER, DURF, ["Moed en/durf", "Twee of/drie", f"{MOED[2]}/En daarna ook."], HEADER, DURF]
    for cells in own:
        y = lay(page, y + 12, cells)
    assert rows(read(page)) == own


def test_rules_around_the_header_only() -> None:
    page = RawPage().line(50, 100, 450, 100)
    header, *_ = stacked(page, HEADER, DURF, MOED)
    document = read(page.line(50, header, 450, header))
    assert rows(document) == [HEADER, DURF, MOED]
    assert codes(document) == [Code.ROWS_FROM_WHITE_SPACE]


def test_rules_around_the_table_and_its_repeated_header_only() -> None:
    page = RawPage()
    durf, moed = ([*cells[:2], "/".join([cells[2]] * 3)] for cells in (DURF, MOED))
    places = stacked(page, HEADER, durf, moed, HEADER, durf)
    for y in (100.0, places[0], places[2], places[3], places[4]):
        page.line(50, y, 450, y)
    for x in (50, 450):
        page.line(x, 100, x, places[4])
    assert rows(read(page)) == [HEADER, durf, moed, HEADER, durf]


def test_a_ruled_line_of_text_far_above_other_text_is_no_table() -> None:
    page = RawPage().line(50, 100, 450, 100).text(55, 114, "Regeling jaargesprekken").line(50, 120, 450, 120)
    for y in (132, 144, 156, 220):
        page.text(55, y, "De minister stelt de catalogus vast")
    assert tables(read(page)) == []


def test_upright_rules_only_between_rows() -> None:
    page = RawPage()
    ends = stacked(page, HEADER, DURF, MOED)
    for y in (100.0, ends[0], ends[-1]):
        page.line(50, y, 450, y)
    for x in (50, 150, 250, 450):
        page.line(x, 100, x, ends[-1])
    document = read(page)
    assert rows(document) == [HEADER, DURF, MOED]
    assert codes(document) == [Code.ROWS_FROM_WHITE_SPACE]


def test_the_last_row_has_no_rule_below_it() -> None:
    page = RawPage().line(50, 100, 450, 100)
    ends = stacked(page, HEADER, DURF, MOED)
    for y in ends[:-1]:
        page.line(50, y, 450, y)
    document = read(page.text(240, 800, "Pagina 1"))
    assert rows(document) == [HEADER, DURF, MOED]
    assert (codes(document), outside(document)) == ([], ["Pagina 1"])


def test_a_page_that_begins_within_a_row() -> None:
    rest = ["", "", "en ook daarna nog/in gesprek te blijven."]
    first, second = RawPage().line(50, 100, 450, 100), RawPage()
    for y in stacked(first, HEADER, DURF, MOED):
        first.line(50, y, 450, y)
    for y in stacked(second, rest, DURF, MOED, y=60):
        second.line(50, y, 450, y)
    assert rows(read(first, second))[3:] == [rest, DURF, MOED]


def test_the_page_before_gives_the_columns_of_a_page_without_header() -> None:
    first, second = RawPage(), RawPage()
    stacked(first, HEADER, DURF, MOED)
    stacked(second, MOED, DURF)
    found = tables(read(first, second))
    assert [len(table.rows) for table in found] == [3, 2]
    assert found[0].edges[1:-1] == found[1].edges[1:-1]


def test_a_repeated_header_without_rules_does_not_take_in_the_rest_of_a_row() -> None:
    rest = ["", "", "en ook daarna nog/in gesprek te blijven."]
    first, second = RawPage(), RawPage()
    stacked(first, HEADER, DURF, MOED)
    stacked(second, HEADER, rest, DURF)
    assert rows(read(first, second))[3:] == [HEADER, rest, DURF]


@pytest.mark.parametrize("rest", ["en ook daarna nog/in gesprek te blijven.", "Beschrijving/in gesprek te blijven."])
def test_a_repeated_header_as_close_as_a_line_does_not_take_in_the_rest_of_a_row(rest: str) -> None:
    first, second = RawPage(), RawPage()
    stacked(first, HEADER, DURF, MOED)
    y = lay(second, lay(second, 60, HEADER) + 12, ["", "", rest])
    lay(second, y + 20, DURF)
    assert rows(read(first, second))[3:] == [HEADER, ["", "", rest], DURF]


def test_rules_of_running_header_and_footer_as_wide_as_the_table() -> None:
    page = RawPage().text(55, 40, "Staatscourant").line(50, 45, 450, 45).text(55, 75, "Competenties")
    for y in (100.0, *stacked(page, HEADER, DURF, MOED)):
        page.line(50, y, 450, y)
    document = read(page.line(50, 780, 450, 780).text(55, 792, "Pagina 1"))
    assert rows(document) == [HEADER, DURF, MOED]
    assert outside(document) == ["Staatscourant", "Competenties", "Pagina 1"]


def test_a_group_heading_between_rules_runs_over_the_columns() -> None:
    heading = "Kerncompetentie: alles wat met moed en durf van doen heeft"
    page = RawPage().line(50, 100, 450, 100)
    top, *_ = stacked(page, HEADER)
    page.line(50, top, 450, top).text(55, top + 13, heading).line(50, top + 20, 450, top + 20)
    for y in stacked(page, DURF, MOED, DURF, MOED, y=top + 34):
        page.line(50, y, 450, y)
    assert rows(read(page)) == [HEADER, [heading], DURF, MOED, DURF, MOED]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Eerste lid van het artikel, dat doorloopt tot de rand", "   en op de regel eronder verder gaat"] * 4,
        ["Artikel 1", "De minister stelt de catalogus vast.", "Artikel 2", "Deze regeling treedt in werking."] * 3,
    ],
    ids=["numbered", "articles"],
)
def test_running_text_is_no_table(lines: list[str]) -> None:
    page = RawPage()
    for i, text in enumerate(lines):
        page.text(50, 100 + 12 * i, text)
    document = read(page)
    assert tables(document) == []
    assert len(outside(document)) == len(lines)


def test_text_after_the_table_stays_outside() -> None:
    after = "Toelichting: deze tabel hoort bij de regeling en loopt over de hele breedte van de bladzijde."
    page = RawPage().line(50, 100, 450, 100)
    ends = stacked(page, HEADER, DURF, MOED)
    for y in ends:
        page.line(50, y, 450, y)
    document = read(page.text(55, ends[-1] + 14, after))
    assert rows(document) == [HEADER, DURF, MOED]
    assert outside(document) == [after]


def test_rows_as_close_as_lines_begin_where_every_column_has_text() -> None:
    page = RawPage()
    stacked(page, HEADER, DURF, MOED, between=12.0)
    document = read(page)
    assert rows(document) == [HEADER, DURF, MOED]
    assert codes(document) == [Code.ROWS_FROM_WHITE_SPACE]


def test_a_name_that_runs_into_the_next_column_ends_no_table() -> None:
    page = RawPage()
    stacked(page, HEADER, ["Verantwoordelijkheidsbesef", "Een", DURF[2]], MOED)
    document = read(page)
    assert rows(document) == [HEADER, ["Verantwoordelijkheidsbesef", "Een", DURF[2]], MOED]
    assert set(codes(document)) == {Code.TEXT_OVERLAPS, Code.ROWS_FROM_WHITE_SPACE}


def test_a_name_that_runs_into_the_next_column_on_the_last_line_of_a_page() -> None:
    page, last = RawPage(), ["Verantwoordelijkheidsbesef", "Zelfbewust", ""]
    stacked(page, HEADER, DURF, MOED, last)
    document = read(page)
    assert rows(document) == [HEADER, DURF, MOED, last]
    assert outside(document) == []


def test_columns_begin_where_they_did_on_the_page_before() -> None:
    """``Samenwerkingsgericht`` ends 4 points before the next column: no wider than a space may be."""
    first, second = RawPage(), RawPage()
    close = ["Samenwerkingsgericht", "Samenwerkingsgericht", MOED[2]]
    stacked(first, HEADER, DURF, MOED, DURF)
    for x, text in zip((55, 155, 255), close, strict=True):
        for i, line in enumerate(text.split("/")):
            second.text(x, 60 + 12 * i, line, size=9.5)
    stacked(second, DURF, y=116)
    assert rows(read(first, second))[4:] == [close, DURF]


def test_a_title_between_the_rule_of_a_running_header_and_the_table_is_no_row() -> None:
    page = RawPage().line(50, 62, 450, 62).text(55, 76, "Catalogus van competenties bij de regeling jaargesprekken")
    page.text(55, 88, "Vastgesteld")
    for y in (100.0, *stacked(page, HEADER, DURF, MOED)):
        page.line(50, y, 450, y)
    document = read(page)
    assert rows(document) == [HEADER, DURF, MOED]
    assert outside(document)[1:] == ["Vastgesteld"]


def test_type_of_two_sizes_on_one_line_is_one_row() -> None:
    """The name is larger, so that its baseline lies lower; the row goes on overleaf."""
    page = RawPage()
    end = stacked(page, HEADER, DURF, MOED, between=12.0)[-1]
    for x, y, text, size in ((55, 2, "Lef", 10), (155, 2, "Drie", 10), (255, 0, "Zegt wat gezegd", 8)):
        page.text(x, end + 9 + y, text, size=size)
    assert rows(read(page))[-1] == ["Lef", "Drie", "Zegt wat gezegd"]


def test_rows_under_a_header_of_two_levels_overleaf() -> None:
    """The page goes on with a row of the page before, and only the levels of its header are ruled."""
    two, rest = ["", "", "Beschrijving   Indicatoren"], ["", "", "en ook daarna nog/in gesprek te blijven."]
    first, second = RawPage(), RawPage()
    for page, contents in ((first, (HEADER, two, DURF, MOED)), (second, (HEADER, two, rest, DURF, MOED))):
        page.line(50, 100, 450, 100)
        ends = stacked(page, *contents)
        for y in (*ends[:2], ends[-1]):
            page.line(50, y, 450, y)
    assert [row[0] for row in rows(read(first, second))] == ["Naam", "", "Durf", "Moed", "Naam", "", "", "Durf", "Moed"]


def test_names_that_stand_halfway_down_their_rows() -> None:
    page, y = RawPage(), 114.0
    for cells in (HEADER, DURF, MOED, DURF, ["", "", MOED[2]]):
        height = len(cells[2].split("/"))
        for x, text, down in zip((55, 155, 255), cells, (height // 2, height // 2, 0), strict=True):
            for i, line in enumerate(text.split("/") if text else []):
                page.text(x, y + 12 * (down + i), line)
        y += 12 * height + 14
    assert rows(read(page)) == [HEADER, DURF, MOED, DURF, ["", "", MOED[2]]]


NAMES_SECOND = ["Kerncompetentie", "Competentie", "Beschrijving"]


def test_rows_begin_in_the_column_of_names_wherever_it_stands() -> None:
    page, moed = RawPage().line(50, 100, 450, 100), ["", *MOED[1:]]
    *_, end = stacked(page, NAMES_SECOND, DURF, moed, moed)
    document = read(page.line(50, end, 450, end).line(50, 100, 50, end).line(450, 100, 450, end))
    assert rows(document) == [NAMES_SECOND, DURF, moed, moed]


def test_a_ruled_row_with_its_name_halfway_down_is_one() -> None:
    page = RawPage()
    for x in (50, 150, 250, 450):
        page.line(x, 100, x, 300)
    for y in (100, 120, 200, 300):
        page.line(50, y, 450, y)
    for x, text in zip((55, 155, 255), HEADER, strict=True):
        page.text(x, 114, text)
    for i, line in enumerate(["- Spreekt ook als", "anderen zwijgen.", "- Vraagt door,", "en luistert."]):
        page.text(255, 134 + 12 * i, line)
    for y, line in zip(
        (214, 226, 250, 262, 274), ["Gaat op basis", "van een afweging.", "- Wikt.", "- Weegt."], strict=False
    ):
        page.text(255, y, line)
    document = read(page.text(55, 250, "Durf").text(155, 250, "Een"))
    assert [row[:2] for row in rows(document)] == [HEADER[:2], ["", ""], ["Durf", "Een"]]


def test_two_columns_without_rules_under_group_headings() -> None:
    page = RawPage()
    name = "Verantwoordelijkheidsbesef en nog meer"
    contents = [[HEADER[0], "", HEADER[2]], ["Groep", "", ""], [DURF[0], "", DURF[2]], [name, "", MOED[2]]]
    stacked(page, *contents, ["Hulp", "", MOED[2]])
    assert rows(read(page)) == [[left, right] for left, _, right in (*contents, ["Hulp", "", MOED[2]])]


def test_two_pages_on_one_sheet_are_read_one_after_the_other() -> None:
    page = RawPage(width=1190)
    for x, y, text in ((50, 150, "links"), (650, 100, "rechts")):
        page.line(x, y, x + 400, y).line(x, y + 100, x + 400, y + 100).line(x, y + 50, x + 400, y + 50)
        page.line(x + 100, y, x + 100, y + 100)
        for down in (30, 80):
            page.text(x + 5, y + down, "Naam").text(x + 105, y + down, text)
    assert rows(read(page)) == [["Naam", "links"]] * 2 + [["Naam", "rechts"]] * 2


def in_two(page: RawPage, *rows: tuple[str, str, str], y: float = 134.0) -> RawPage:
    """Rows of a name, a description and indicators beside it, under rules across; lines apart by a slash."""
    for cells in rows:
        for x, text in zip((55, 155, 305), cells, strict=True):
            for i, line in enumerate(text.split("/") if text else []):
                page.text(x, y + 12 * i, line)
        y += 12 * max(len(text.split("/")) for text in cells) + 8
        page.line(50, y - 8, 450, y - 8)
    return page


def under_one_header() -> RawPage:
    """A header row of two cells between rules."""
    page = RawPage().line(50, 100, 450, 100).line(50, 120, 450, 120)
    return page.text(55, 114, "Naam").text(155, 114, "Beschrijving en indicatoren")


IN_TWO = [
    ("Durf", "Gaat op basis van/een afweging over/tot handelen.", "- Wikt en weegt/  alles af./- Neemt besluiten."),
    ("Moed", "Neemt het op zich/om te spreken.", "- Vraagt door/- En luistert."),
    ("Lef", "Laat het zien/aan iedereen.", "- Toont het/  zonder meer."),
    ("Hulp", "Staat anderen bij/waar dat kan.", "- Helpt mee./- Vraagt hulp."),
]
REST = ("", "", "- En zegt wat/  gezegd moet.")


def test_a_river_under_one_header_parts_two_columns_on_this_page_and_the_next() -> None:
    found = rows(read(in_two(under_one_header(), *IN_TWO), in_two(under_one_header(), REST)))
    header = ["Naam", "Beschrijving en indicatoren"]
    expected = [[text.replace("/  ", "/") for text in cells] for cells in (*IN_TWO, REST)]
    assert found == [header, *expected[:-1], header, expected[-1]]


def test_text_that_fills_its_column_has_no_river() -> None:
    texts = [
        "Gaat op basis van een/afweging over tot handelen",
        "Neemt het op zich om/ook dan te spreken",
        "Laat het zien",
    ]
    page = in_two(under_one_header(), *[("Naam", text, "") for text in texts])
    assert {len(row) for row in rows(read(page))} == {2}


def test_a_header_that_both_pages_of_a_sheet_have_is_running() -> None:
    page = RawPage(width=842, height=595).text(45, 120, "Catalogus van competenties")
    for left, top, contents in ((40, 160, (HEADER, DURF, MOED)), (461, 100, (HEADER, MOED, DURF))):
        page.text(left + 5, 90, "Regeling").text(left + 205, 90, "Bijlage 1B").line(left, 96, left + 341, 96)
        page.line(left, top, left + 341, top)
        y = top + 14.0
        for cells in contents:
            for x, text in zip((left + 5, left + 105, left + 205), cells, strict=True):
                for i, line in enumerate(text.split("/")):
                    page.text(x, y + 12 * i, line)
            y += 12 * len(cells[2].split("/")) + 8
            page.line(left, y - 14, left + 341, y - 14)
    assert [row[0] for row in rows(read(page))] == [HEADER[0], DURF[0], MOED[0], HEADER[0], MOED[0], DURF[0]]


def test_a_name_halfway_down_a_shaded_row_begins_none() -> None:
    """The only line with text in every column is that of the name, amid the text of the row."""
    page, y = RawPage(), 100.0
    for cells in (HEADER, ["/Durf", "/Een", DURF[2]], ["/Moed", "/Twee", MOED[2]], ["/Moed", "/Twee", MOED[2]]):
        bottom = lay(page, y + 14, cells) + 6
        for left, right in pairwise((50, 150, 250, 450)):
            page.rectangle(left, y, right - 3, bottom - 3, paint="f", extra="0.9 g")
        y = bottom
    names = [row[0].strip("/") for row in rows(read(page))]
    assert names == ["Naam", "Durf", "Moed", "Moed"]
