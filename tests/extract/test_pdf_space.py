"""Columns that white space tells between rules."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extract.pdf_grid import Grid, group_to_frame
from extract.pdf_known import edges_from_before
from extract.pdf_rules import Measure, Rule
from extract.pdf_runs import Run
from extract.pdf_stacks import uprights_to_frames
from tests.extract.pdf_cases import codes, outside, read, rows
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import DURF, HEADER, MOED, lay, stacked


def test_a_title_and_a_caption_that_stand_apart_above_a_booktabs_table_are_no_header_of_it() -> None:
    page = RawPage().line(50, 20, 450, 20).text(55, 50, "Catalogus").text(185, 74, "Tabel 1: wat wij vragen")
    ends = stacked(page, HEADER, DURF, MOED)
    for y in (100.0, ends[0], ends[-1]):
        page.line(50, y, 450, y)
    document = read(page)
    assert rows(document) == [HEADER, DURF, MOED]
    assert outside(document) == ["Catalogus", "Tabel 1: wat wij vragen"]


def test_a_catalogue_without_rules_has_not_the_columns_of_another_table_on_the_page_before() -> None:
    other = RawPage().text(55, 114, "Schaal").text(195, 114, "Functie").text(55, 134, "9").text(195, 134, "Beleid")
    page = RawPage().text(195, 78, "Bijlage 1B bij de Regeling").text(55, 90, "Catalogus van wat wij vragen")
    stacked(page, HEADER, DURF, MOED)
    document = read(other.grid((50, 190, 450), (100, 120, 140)), page)
    assert rows(document)[2:] == [HEADER, DURF, MOED]


def test_shaded_tables_below_each_other_with_other_columns_are_not_one() -> None:
    """The last row of the first is not shaded: what stands between the two keeps to the columns of either."""
    page, y = RawPage(), 100.0
    for xs in ((50, 170, 290, 450), (50, 150, 250, 450)):
        for shaded, cells in ((True, HEADER), (False, DURF), (True, MOED), (False, DURF)):
            top, starts = y, (xs[0] + 5.0, xs[1] + 5.0, xs[2] + 5.0)
            bottom = lay(RawPage(), y + 14, cells, xs=starts) + 6
            for left, right in pairwise(xs) if shaded else ():
                page.rectangle(left, top, right, bottom, paint="f", extra="0.9 g")
            y = lay(page, y + 14, cells, xs=starts) + 6
        y += 8
    assert rows(read(page)) == [HEADER, DURF, MOED, DURF] * 2


def test_a_header_with_a_cell_over_two_columns_is_a_row_of_tables_that_a_heading_parts() -> None:
    page = RawPage()
    for top, cells in ((100.0, ["Durf", "Gaat op", "Waagt"]), (180.0, ["Moed", "Neemt", "Spreekt"])):
        page.grid((50, 150, 450), (top, top + 20)).grid((50, 150, 300, 450), (top + 20, top + 50))
        page.text(55, top + 14, "Naam").text(155, top + 14, "Beschrijving en indicatoren")
        lay(page, top + 34, cells, xs=(55, 155, 305))
    page.text(50, 168, "Ondernemend")
    for header in (rows(read(page))[i] for i in (0, 3)):
        assert header == ["Naam", "Beschrijving en indicatoren"]


def test_a_page_with_only_the_rest_of_a_row_has_the_columns_of_the_page_before_though_a_header_runs_over_them() -> None:
    """The header's own words meet: on that page they are all that stands left of the body."""
    header, xs, item = ["Naam", "Kerncompetentie", "Beschrijving en indicatoren"], (55.0, 155.0, 218.0), "- Waagt iets."
    pages = []
    for cells in (DURF, MOED), (["", "", item],):
        page, y = RawPage().line(50, 100, 450, 100), 114.0
        for row in (header, *cells):
            y = lay(page, y, row, xs=(*xs[:2], 230.0 if item in row else xs[2])) + 20
            page.line(50, y - 14, 450, y - 14)
        pages.append(page)
    assert rows(read(*pages)) == [header, DURF, MOED, header, ["", "", item]]


def test_an_unseen_line_beside_the_lists_alone_parts_two_columns_in_all_rows() -> None:
    page, y = RawPage().line(50, 100, 450, 100), 114.0
    contents = [
        HEADER,
        *([name, "Een", "Gaat op/basis van iets/te werk."] for name in ("Durf", "Moed", "Lef", "Zorg", "Rust")),
    ]
    for cells in contents:
        top, y = y, lay(page, y, cells) + 16
        page.line(50, y - 14, 450, y - 14)
        if cells is not HEADER:
            page.line(250, top - 10 if cells[0] == "Moed" else top + 18, 250, y - 15, extra="1 G")
    document = read(page)
    assert rows(document) == contents
    assert codes(document) == []


def test_where_rules_part_only_a_header_and_a_heading_the_rows_below_show_the_columns() -> None:
    """The widest line of a description reaches further than the header's own words would have it."""
    page = RawPage().line(50, 100, 450, 100).line(50, 120, 450, 120).line(50, 140, 450, 140)
    header, wide = (
        ["Naam", "Uitleg", "Gedragsindicatoren"],
        "Gaat op/basis van een/zorgvuldig en langer/beraad te werk.",
    )
    lay(page, 114, header)
    page.text(55, 134, "Verbindend")
    lay(page, 154, ["Durf", wide, "- Vraagt/- Zegt/- Doet"], xs=(55, 155, 262))
    assert rows(read(page)) == [header, ["Verbindend", "", ""], ["Durf", wide, "- Vraagt/- Zegt/- Doet"]]


def test_a_word_too_long_for_the_last_column_of_a_page_without_rules_widens_no_table_overleaf() -> None:
    pages, body = [RawPage() for _ in range(3)], "Gaat op/basis van iets/te werk en/zegt dat/hardop."
    for y in (100, 120, 190):
        pages[0].line(50, y, 300, y)
    lay(pages[0], 114, [*HEADER[:2], "Indicatoren"])
    for page, top, name, text in (
        (pages[0], 134, "Durf", body),
        (pages[1], 60, "Moed", body.replace("hardop", "samenwerkingsverband")),
        (pages[2], 60, "Lef", body),
        (pages[2], 134, "Zorg", body),
    ):
        lay(page, top, [name, "Een", text], xs=(55, 155, 215))
    pages[2].line(50, 111, 300, 111).text(55, 120, "Zelfbewust").line(50, 124, 300, 124)
    assert rows(read(*pages))[1:] == [
        ["Durf", "Een", body],
        ["Moed", "Een", body.replace("hardop", "samenwerkingsverband")],
        ["Lef", "Een", body],
        ["Zelfbewust", "", ""],
        ["Zorg", "Een", body],
    ]


@pytest.mark.parametrize(
    ("places", "left", "count"),
    [
        ((50.0, 150.0, 450.0), 55.0, 1),
        ((50.0, 450.0), 55.0, 2),
        ((50.0, 150.0, 450.0), 30.0, 3),
    ],
    ids=["three", "two", "text beside them"],
)
def test_upright_rules_alone_are_the_sides_of_the_columns_of_one_table(
    places: tuple[float, ...], left: float, count: int
) -> None:
    frames = [group_to_frame([Rule(True, x, 100, 300)]) for x in places]
    runs = [Run(left, y, left + 12, y + 10, y + 8, 3) for y in (110.0, 122.0)]
    found = uprights_to_frames(frames, runs, Measure(10.0, 12.0))
    assert len(found) == count
    assert sum(len(frame.rules) for frame in found) == len(places)


def test_a_line_beside_a_list_alone_is_no_table_in_the_columns_of_the_page_before() -> None:
    text = "Gaat op/basis van iets/te werk en/zegt dat/hardop als het/moet."
    contents = [[name, "Een moedig mens", text] for name in ("Durf", "Moed")]
    pages = [RawPage(), RawPage()]
    for page, own in zip(pages, ([HEADER, *contents], contents), strict=True):
        y = 114.0
        for cells in own:
            y = lay(page, y, cells) + 4
            for line in ("Vraagt", "Zegt") if cells is not HEADER else ():
                y = lay(page, y + 8, ["", "-", line], xs=(55, 255, 280)) + 4
            y += 20
    for x in (50, 150, 250, 450):
        pages[0].line(x, 100, x, 340)
    pages[1].line(253, 184, 253, 212, extra="1 G")
    listed = [[*cells[:2], f"{cells[2]}/- Vraagt/- Zegt"] for cells in contents]
    assert rows(read(*pages)) == [HEADER, *listed, *listed]


def test_unseen_lines_across_the_last_column_part_no_rows() -> None:
    """Those of the page before, seen and across all columns, do."""
    pages = [RawPage().line(50, 100, 450, 100), RawPage()]
    contents = [[name, "Een", "Gaat op/basis van iets."] for name in ("Durf", "Moed", "Lef", "Zorg")]
    for page in pages:
        y = lay(page, 94, HEADER) + 20
        for cells in contents:
            y = lay(page, y, cells) + 6
            page.line(238, y, 450, y, extra="1 G")
            y = lay(page, y + 18, ["", "", "Indicatoren:/- Vraagt wat."]) + 16
            if page is pages[0]:
                page.line(50, y - 12, 450, y - 12)
    whole = [HEADER, *([*row[:2], f"{row[2]}/Indicatoren:/- Vraagt wat."] for row in contents)]
    assert rows(read(*pages)) == [*whole, *whole]


@pytest.mark.parametrize(("left", "kept"), [(3, True), (9, False)])
def test_some_lines_that_begin_left_of_an_edge_of_the_page_before_do_not_hide_it(left: int, kept: bool) -> None:
    """A row that stands further left than the others does; where most of the lines do, the table is another."""
    lines = [(132.0, 240.0) if number < left else (150.0, 240.0) for number in range(12)]
    bands = [
        [Run(x0, y, x1, y + 10, y + 8, 12) for x0, x1 in ((55.0, 100.0), line)]
        for y, line in zip(range(100, 244, 12), lines, strict=True)
    ]
    grid = Grid((50.0, 450.0), (98.0, 250.0), frozenset(), frozenset())
    before = (50.0, 145.0, 450.0)
    assert bool(edges_from_before(grid, bands, Measure(10.0, 12.0), before)) is kept
