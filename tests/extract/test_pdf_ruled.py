"""Rules → tables: however the rules are drawn, the cells that the eye sees.

50      150     250             450
┌───────┬───────┬────────────────┐ 100     Naam   Kern   Beschrijving
├───────┼───────┼────────────────┤ 120     Durf   A      Gaat op
│       │       │                │         .      .      basis
├───────┼───────┼────────────────┤ 150     Moed   B      Neemt
└───────┴───────┴────────────────┘ 170
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.extract.pdf_cases import ROWS, XS, YS, codes, filled, outside, read, rows, table, tables
from tests.extract.raw_pdf import RawPage
from transform.place import Box, PagePlace


def dashes(page: RawPage) -> RawPage:
    """Every rule as many pieces of three points."""
    for y in YS:
        for k in range(0, 400, 6):
            page.line(50 + k, y, min(53 + k, 450), y)
    for x in XS:
        for k in range(0, 70, 6):
            page.line(x, 100 + k, x, min(103 + k, 170))
    return page


def bars(page: RawPage) -> RawPage:
    """Every rule as a thin filled rectangle, as word processors draw them."""
    for y in YS:
        page.rectangle(50, y - 0.25, 450, y + 0.25, paint="f")
    for x in XS:
        page.rectangle(x - 0.25, 100, x + 0.25, 170, paint="f")
    return page


def dots(page: RawPage) -> RawPage:
    """Every rule as a row of square dots, as browsers draw dotted borders."""
    across = [(float(x), y) for y in YS for x in range(50, 450, 3)]
    upright = [(x, float(y)) for x in XS for y in range(100, 170, 3)]
    for x, y in (*across, *upright):
        page.rectangle(x - 0.4, y - 0.4, x + 0.4, y + 0.4, paint="f")
    return page


def frames(page: RawPage, *, apart: float = 0.0) -> RawPage:
    """Every cell as a rectangle of its own."""
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            page.rectangle(left + apart, top + apart, right - apart, bottom - apart)
    return page


def curves(page: RawPage) -> RawPage:
    """The outer border as one open path, the inner rules as lines."""
    page.draw("q 50 742 m 450 742 l 450 672 l 50 672 l 50 742 l 50 741 l S Q")
    for y in YS[1:-1]:
        page.line(50, y, 450, y)
    for x in XS[1:-1]:
        page.line(x, 100, x, 170)
    return page


def rings(page: RawPage) -> RawPage:
    """Every cell's border as a filled ring: two rectangles in one path, filled by the even-odd rule."""
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            outer = f"{left} {842 - bottom} {right - left} {bottom - top} re"
            inner = f"{left + 0.5} {842.5 - bottom} {right - left - 1} {bottom - top - 1} re"
            page.draw(f"q 0 g {inner} {outer} f* Q")
    return page


def doubled(page: RawPage) -> RawPage:
    return page.grid(XS, YS).grid(tuple(x + 2 for x in XS), tuple(y + 2 for y in YS))


def open_at_the_sides(page: RawPage) -> RawPage:
    for y in YS:
        page.line(50, y, 450, y)
    for x in XS[1:-1]:
        page.line(x, 100, x, 170)
    return page


def only_across(page: RawPage) -> RawPage:
    for y in YS:
        page.line(50, y, 450, y)
    return page


def shaded_cells(page: RawPage) -> RawPage:
    """A dark header, then every second row shaded, cell by cell; no rule at all."""
    for top, bottom, tone in ((100, 120, "0.3 g"), (150, 170, "0.9 g")):
        for left, right in pairwise(XS):
            page.rectangle(left, top, right, bottom, paint="f", extra=tone)
    return page


def shaded_rows(page: RawPage) -> RawPage:
    for top, bottom, tone in ((100, 120, "0.3 g"), (120, 150, "0.9 g"), (150, 170, "0.8 g")):
        page.rectangle(50, top, 450, bottom, paint="f", extra=tone)
    return page


def white_rules_on_tint(page: RawPage) -> RawPage:
    page.rectangle(50, 100, 450, 170, paint="f", extra="0.85 g")
    return page.grid(XS, YS, width=1.5, extra="1 G")


@pytest.mark.parametrize(
    "draw",
    [
        lambda page: page.grid(XS, YS),
        lambda page: page.grid(XS, YS, extra="[3 2] 0 d"),
        dashes,
        bars,
        dots,
        rings,
        frames,
        lambda page: frames(page, apart=1.5),
        curves,
        doubled,
        open_at_the_sides,
        only_across,
        shaded_cells,
        shaded_rows,
        white_rules_on_tint,
    ],
    ids=[
        "lines", "dash pattern", "dashes", "bars", "dots", "rings", "frames", "frames apart", "curves", "doubled",
        "open at the sides", "only across", "shaded cells", "shaded rows", "white rules on tint",
    ],
)  # fmt: skip
def test_however_drawn_it_is_one_table(draw: Callable[[RawPage], RawPage]) -> None:
    document = read(filled(draw(RawPage())))
    assert [row for row in rows(document) if any(row)] == ROWS
    assert len(tables(document)) == 1
    assert outside(document) == codes(document) == []


@pytest.mark.parametrize(
    "disturb",
    [
        lambda page: page.line(60, 100, 60, 170, extra="1 G"),
        lambda page: page.line(254.8, 100, 254.8, 170, extra="1 G"),
        lambda page: page.line(50, 137, 450, 137, extra="1 G"),
        lambda page: page.line(270, 100, 270, 170, width=0),
        lambda page: page.line(255, 136, 290, 136),
        lambda page: page.line(55, 131, 76, 131),
        lambda page: page.rectangle(250, 124, 450, 136, paint="f", extra="1 0.9 0.9 rg")
        .rectangle(250, 136, 450, 148, paint="f", extra="1 0.9 0.9 rg"),
        lambda page: page.rectangle(254, 126, 292, 137, paint="f", extra="1 1 0 rg"),
        lambda page: page.rectangle(256, 125, 440, 145.5, paint="f", extra="1 1 0 rg"),
    ],
    ids=[
        "white upright", "white beside a rule", "white across", "no width", "underline", "struck out",
        "shaded line by line", "highlighted words", "shaded paragraph",
    ],
)  # fmt: skip
def test_what_the_eye_does_not_see_as_a_rule_splits_nothing(disturb: Callable[[RawPage], RawPage]) -> None:
    assert rows(read(filled(disturb(RawPage().grid(XS, YS))))) == ROWS


def test_an_underline_as_long_as_a_word_and_a_space_parts_no_name() -> None:
    page = RawPage().text(55, 134, "Verantwoordelijk").text(55, 146, "zijn").grid((50, 150, 450), (100, 120, 150))
    assert rows(read(page.text(155, 134, "Staat").line(54.6, 136, 132, 136)))[1] == ["Verantwoordelijk/zijn", "Staat"]


def test_places_edges_indent_room_and_size() -> None:
    document = read(table().grid(XS, YS))
    (found,) = tables(document)
    assert found.edges == XS
    assert found.origin == PagePlace(1, Box(50, 100, 450, 170))
    assert found.rows[1].origin == PagePlace(1, Box(50, 120, 450, 150))
    cell = found.rows[1].cells[2]
    assert cell.box == Box(250, 120, 450, 150)
    first = cell.lines[0]
    assert (first.indent, first.size) == (5.0, 10.0)
    assert isinstance(first.origin, PagePlace)
    assert first.room == pytest.approx(450 - 5 - first.origin.box.x1, abs=0.02)


def test_a_cell_over_several_rows_stands_where_it_begins() -> None:
    page = RawPage()
    for x in XS:
        page.line(x, 100, x, 170)
    for y in (100, 120, 170):
        page.line(50, y, 450, y)
    page.line(50, 150, 150, 150).line(250, 150, 450, 150)
    for x, y, text in ((55, 114, "Naam"), (155, 114, "Kern"), (255, 114, "Tekst"), (155, 160, "Samen")):
        page.text(x, y, text)
    document = read(page.text(55, 134, "Durf").text(255, 134, "Gaat").text(55, 164, "Moed").text(255, 164, "Neemt"))
    assert rows(document) == [["Naam", "Kern", "Tekst"], ["Durf", "Samen", "Gaat"], ["Moed", "^", "Neemt"]]
    assert tables(document)[0].rows[1].cells[1].box == Box(150, 120, 250, 170)


def test_a_cell_over_several_columns_has_a_span() -> None:
    page = RawPage()
    for y in YS:
        page.line(50, y, 450, y)
    for x in (50, 450):
        page.line(x, 100, x, 170)
    for x in (150, 250):
        page.line(x, 100, x, 120).line(x, 150, x, 170)
    for x, y, text in ((55, 114, "Naam"), (155, 114, "Kern"), (255, 114, "Tekst"), (55, 134, "Groep van kernen")):
        page.text(x, y, text)
    document = read(page.text(55, 164, "Moed").text(155, 164, "B").text(255, 164, "Neemt"))
    assert rows(document) == [["Naam", "Kern", "Tekst"], ["Groep van kernen"], ["Moed", "B", "Neemt"]]
    assert [(c.column, c.span) for c in tables(document)[0].rows[1].cells] == [(0, 3)]


def test_type_without_height_is_no_measure_for_a_table() -> None:
    """Found by fuzzing: a size that rounds to nothing."""
    page = RawPage().grid(XS, YS)
    for x, y, text in ((55, 114, "Naam"), (155, 114, "Kern"), (255, 164, "Neemt")):
        page.text(x, y, text, size=0.001)
    document = read(page)
    assert sorted("".join([*outside(document), *(cell for row in rows(document) for cell in row)])) == sorted(
        "NaamKernNeemt"
    )


def test_a_rule_wider_than_the_table_adds_no_column() -> None:
    document = read(table().grid(XS, YS).line(40, 100, 460, 100))
    assert rows(document) == ROWS
    assert tables(document)[0].edges == XS


def test_letters_that_are_bullets_are_no_column() -> None:
    page = RawPage().text(55, 114, "Naam").text(155, 114, "Beschrijving en indicatoren")
    for name, top in (("Durf", 134), ("Moed", 179)):
        page.text(55, top, name)
        for y in (top, top + 12, top + 24):
            page.text(155, y, "Toont zich").text(305, y, "l").text(320, y, "Luistert")
    document = read(page.grid((50, 150, 450), (100, 120)).grid((50, 150, 300, 450), (120, 165, 210)))
    assert [len(row) for row in rows(document)] == [2, 3, 3]


def test_frames_and_page_borders_are_no_tables() -> None:
    page = RawPage().rectangle(20, 20, 575, 822).rectangle(60, 60, 300, 90).text(70, 80, "Let op")
    assert outside(read(page)) == ["Let op"]
    assert tables(read(page)) == []


def test_tables_and_lines_stand_in_reading_order() -> None:
    page = table().grid(XS, YS).text(50, 80, "Titel").text(50, 200, "Slot").text(400, 30, "Staatscourant")
    kinds = [block.text if hasattr(block, "text") else "tabel" for block in read(page).blocks]
    assert kinds == ["Staatscourant", "Titel", "tabel", "Slot"]


def lattice(page: RawPage, *, step: float = 8.0) -> RawPage:
    """Black lines over the whole page, as many ways of hiding them leave in the file."""
    for k in range(10):
        page.line(30, 96 + step * k, 480, 96 + step * k).line(30 + 50 * k, 96, 30 + 50 * k, 96 + 9 * step)
    return page


def test_lines_that_text_runs_through_are_none_that_anybody_sees() -> None:
    assert rows(read(lattice(table()).grid(XS, YS))) == ROWS


def test_rules_nearly_as_long_as_a_lattice_are_none_of_it() -> None:
    """The lattice ends 2.5 points beyond the table, on either side."""
    page = table().grid(XS, YS)
    for k in range(10):
        page.line(47.5, 96 + 8 * k, 452.5, 96 + 8 * k).line(47.5 + 45 * k, 96, 47.5 + 45 * k, 168)
    assert rows(read(page)) == ROWS


def split_over_the_page(page: RawPage, *, deep: float) -> RawPage:
    """Two whole rows, and one that goes on overleaf, of which the sides are drawn down to ``deep``."""
    page.grid(XS, YS[:3])
    for x in XS:
        page.line(x, 150, x, deep if x in XS[1:3] else 200)
    return filled(page).text(255, 176, "moeilijke").text(255, 188, "besluiten")


@pytest.mark.parametrize("deep", [168, 200])
def test_a_side_that_is_drawn_as_high_as_its_text_parts_cells(deep: float) -> None:
    """Of a row that goes on overleaf; the side beside the text of the last column is drawn whole."""
    page = split_over_the_page(RawPage(), deep=deep).line(250, 150, 250, 200)
    assert rows(read(page))[2] == ["Moed", "B", "Neemt/moeilijke/besluiten"]


@pytest.mark.parametrize("mitre", [0.0, 1.0], ids=["drawn alike", "outer sides longer"])
def test_sides_of_a_row_that_goes_on_overleaf_stand_though_words_run_over_them(mitre: float) -> None:
    """``Samenwerkingsgericht`` is 101.14 points wide: its last letter lies over the next column's first."""
    page = filled(RawPage()).text(55, 184, "Omgevingsbewustzijn").text(155, 184, "Samenwerkingsgericht")
    for y in YS:
        page.line(XS[0], y, XS[-1], y)
    for x in XS:
        page.line(x, YS[0], x, YS[-1] - (mitre if x in XS[1:-1] else 0.0)).line(x, YS[-1], x, 214)
    for y, text in ((184, "Staat voor"), (196, "wat nodig"), (208, "is")):
        page.text(251, y, text)
    made = read(page)
    assert rows(made)[3] == ["Omgevingsbewustzijn", "Samenwerkingsgericht", "Staat voor/wat nodig/is"]
    assert outside(made) == []


def test_sides_of_a_header_stand_though_words_run_over_them() -> None:
    """As above, at the other end of the table."""
    page = filled(RawPage()).grid(XS, YS).text(55, 84, "Omgevingsbewustzijn").text(155, 84, "Samenwerkingsgericht")
    for x in XS:
        page.line(x, 74, x, YS[0])
    made = read(page.line(50, 74, 450, 74).text(251, 84, "Staat voor").text(251, 96, "wat nodig is"))
    assert rows(made)[0] == ["Omgevingsbewustzijn", "Samenwerkingsgericht", "Staat voor/wat nodig is"]


@pytest.mark.parametrize("deep", [158, 166, 178, 200])
def test_a_row_that_goes_on_overleaf_is_as_deep_as_its_text(deep: float) -> None:
    page = RawPage().grid(XS, YS[:3])
    for x in XS:
        page.line(x, 150, x, deep)
    page = filled(page).text(255, 176, "moeilijke").text(255, 188, "besluiten")
    made = read(page)
    assert rows(made)[2] == ["Moed", "B", "Neemt/moeilijke/besluiten"]
    assert outside(made) == []


@pytest.mark.parametrize(
    ("x", "y", "text", "closed"),
    [
        (255, 182, "Voetnoot", True),
        (255, 200, "Voetnoot", False),
        (262, 182, "Voetnoot", False),
        (55, 182, "Een voetnoot die over de kolommen loopt", False),
    ],
    ids=["below a rule", "further down", "begun elsewhere", "over the columns"],
)
def test_what_stands_below_a_table_is_not_of_its_last_row(x: float, y: float, text: str, closed: bool) -> None:
    page = table().grid(XS, YS[:3])
    for edge in XS:
        page.line(edge, 150, edge, 172)
    made = read((page.line(50, 172, 450, 172) if closed else page).text(x, y, text))
    assert outside(made) == [text]


def test_an_area_behind_all_text_of_the_page_is_none_of_the_table_whatever_stands_beside_the_page() -> None:
    page = RawPage().rectangle(0, 0, 595, 842, paint="f", extra="0.9 g")
    page.rectangle(40, 60, 450, 780, paint="f", extra="0.9 g")
    slug = table().text(60, -20, "bijlage-1b.indd 1")
    page.marks += slug.marks
    page.fonts |= slug.fonts
    assert rows(read(page.text(55, 85, "Catalogus").grid(XS, YS))) == ROWS


@pytest.mark.parametrize("tone", ["1 g", "0.9 g"])
def test_an_area_behind_a_table_that_runs_on_over_its_end_parts_no_row(tone: str) -> None:
    page = RawPage().rectangle(40, 90, 460, 176, paint="f", extra=tone)
    filled(page).grid(XS, (*YS[:-1], 200.0)).text(255, 190, "afstand")
    assert rows(read(page)) == [*ROWS[:2], [*ROWS[2][:2], "Neemt/afstand"]]


@pytest.mark.parametrize(("baseline", "left"), [(127.6, 51), (137, 51.5)])
def test_a_rule_right_above_or_below_a_name_that_fills_its_cell_parts_rows(baseline: float, left: float) -> None:
    """``Doelgerichtheid en`` is as wide as its cell, or nearly: the rule neither underlines it nor strikes it out."""
    page = RawPage().text(55, 115, "Naam").text(155, 115, "Kern").text(155, 137, "Een").text(155, 157, "Twee")
    page.text(left, baseline, "Doelgerichtheid en dat", size=9.7).text(55, 157, "Moed")
    for top in (100, 120, 140, 160):
        page.line(50, top, 150, top).line(150, top, 250, top)
    page.line(50, 100, 50, 160).line(150, 100, 150, 160).line(250, 100, 250, 160)
    assert rows(read(page)) == [["Naam", "Kern"], ["Doelgerichtheid en dat", "Een"], ["Moed", "Twee"]]


def test_the_frame_of_a_stamp_that_is_set_aslant_is_no_rule_of_the_table() -> None:
    stamp = "q .8 0 0 rg .97 .24 -.24 .97 300 680 cm 0 0 80 24 re 2 2 76 20 re f* Q"
    assert rows(read(table().grid(XS, YS).draw(stamp))) == ROWS


@pytest.mark.parametrize("lines", [0, 13])
def test_lines_at_even_distances_over_a_page_are_none_that_anybody_sees(lines: int) -> None:
    """Hardly any text stands between them; or it runs through one of them, and through one that crosses these."""
    page = RawPage()
    for k in range(14):
        page.line(30, 91 + 52 * k, 480, 91 + 52 * k)
    for k in range(8):
        page.line(30 + 64 * k, 91, 30 + 64 * k, 91 + 52 * 13)
    for k in range(2, lines):
        page.text(75, 120 + 52 * k, "Artikel")
    document = read(filled(page).grid(XS, YS))
    assert rows(document) == ROWS
