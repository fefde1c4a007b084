"""Words that run over the edge of their cell: each is put in the cell where it begins, and told."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import XS, YS, codes, filled, outside, read, rows, table, tables
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import lay
from transform.findings import Code
from transform.place import Box, PagePlace
from transform.room import is_filled, is_full, runs_over


def test_a_word_that_runs_over_a_rule_stays_whole_and_is_reported() -> None:
    page = table().grid(XS, YS).text(85, 146, "Verantwoordelijk")
    document = read(page)
    assert rows(document)[1] == ["Durf/Verantwoordelijk", "A", "Gaat op/basis"]
    (finding,) = document.findings
    assert (finding.code, finding.place) == ("text-overlaps", PagePlace(1, Box(50.0, 138.0, 250.0, 148.0)))


def test_the_number_of_a_line_that_touches_a_name_is_none_of_it() -> None:
    page = RawPage().text(55, 114, "Naam").text(44, 134, "10", size=7).text(51.8, 134, "Durf").text(155, 134, "Een")
    document = read(page.grid((50, 150, 250), (100, 120, 140)))
    assert rows(document)[1] == ["Durf", "Een"]
    assert outside(document) == ["10"]


def test_words_behind_one_that_runs_out_of_the_table_are_of_the_table() -> None:
    page = table().grid(XS, YS).text(425, 146, "samenwerking").text(492.3, 146, "met anderen.")
    document = read(page.text(565, 146, "Noot"))
    assert rows(document)[1] == ["Durf", "A", "Gaat op/basis samenwerking met anderen."]
    assert outside(document) == ["Noot"]


def test_words_behind_those_of_a_line_drawn_out_to_a_width_are_of_the_table() -> None:
    page = RawPage().text(55, 114, "Naam").text(255, 114, "Beschrijving").text(55, 134, "Durf").text(590, 134, "Noot")
    for x, word in ((255, "Wacht"), (315, "rustig"), (372, "totdat"), (424, "wie"), (474, "dat"), (520, "wil")):
        page.text(x, 134, word)
    document = read(page.grid((50, 250, 450), (100, 120, 140)))
    assert rows(document)[1] == ["Durf", "Wacht rustig totdat wie dat wil"]
    assert outside(document) == ["Noot"]


def test_text_that_the_rule_between_two_rows_runs_through_is_reported() -> None:
    page = RawPage().text(255, 152, "Neemt")
    document = read(filled(page).grid(XS, YS))
    assert [f.was for f in document.findings if f.code is Code.TEXT_OVERLAPS] == ["Neemt"]


@pytest.mark.parametrize("baseline", [149, 158])
def test_text_right_above_or_below_a_rule_is_none_on_it(baseline: float) -> None:
    page = RawPage().text(355, baseline, "gegeven")
    assert Code.TEXT_OVERLAPS not in codes(read(filled(page).grid(XS, YS)))


def test_a_word_that_runs_out_of_the_table_is_of_the_table() -> None:
    page = table().grid(XS, YS).text(425, 146, "samenwerkingsverbanden.")
    document = read(page)
    assert rows(document)[1] == ["Durf", "A", "Gaat op/basis samenwerkingsverbanden."]
    assert outside(document) == []


def test_a_column_is_known_by_what_was_drawn_there_where_words_lie_over_all_of_it() -> None:
    page = RawPage()
    names = ["Doelgerichtheid", "Vasthoudendheid", "Verantwoordelijkheid"]
    for y, name in zip((114, 134, 154), names, strict=True):
        page.text(85, y, name).text(155, y, "Bestendig").text(255, y, "Gaat op")
    document = read(page.grid(XS, (100, 120, 140, 160)))
    assert rows(document) == [[name, "Bestendig", "Gaat op"] for name in names]


def test_a_column_begins_as_far_from_its_edge_as_the_others_where_all_of_it_is_glued() -> None:
    """``Doelgericht`` is 50.57 points wide: it ends where the core competence begins, which it was drawn before."""
    page = RawPage().text(55, 114, "Durf").text(255, 114, "Gaat op")
    page.text(155 - 50.57, 134, "Doelgericht").text(155, 134, "Bestendig").text(255, 134, "Neemt")
    document = read(page.grid(XS, (100, 120, 140)))
    assert rows(document) == [["Durf", "", "Gaat op"], ["Doelgericht", "Bestendig", "Neemt"]]
    assert "text-overlaps" in codes(document)


def test_the_outer_rule_of_a_table_does_not_tell_where_its_columns_begin() -> None:
    page = RawPage().text(55.5, 114, "Durf").text(255, 114, "Gaat op")
    page.text(154.85 - 50.57, 134, "Doelgericht").text(154.85, 134, "Bestendig").text(255, 134, "Neemt")
    assert rows(read(page.grid(XS, (100, 120, 140))))[1] == ["Doelgericht", "Bestendig", "Neemt"]


@pytest.mark.parametrize(("name", "width"), [("DOELGERICHT", 72.23), ("doelgerich-", 49.46)])
def test_a_word_that_ends_where_the_next_column_begins_ends_there(name: str, width: float) -> None:
    page = table().grid(XS, YS).text(155 - width, 146, name).text(155, 146, "Verbindend")
    document = read(page)
    assert rows(document)[1] == [f"Durf/{name}", "A/Verbindend", "Gaat op/basis"]
    assert codes(document) == ["text-overlaps"]


@pytest.mark.parametrize(("word", "width"), [("hulpmidde-", 49.46), ("elkaar,", 30.01)])
def test_a_bullet_is_none_of_the_word_that_meets_it(word: str, width: float) -> None:
    page = RawPage().text(155 - width, 164, word)
    for y, text in ((114, "Durft"), (134, "Neemt"), (164, "Kiest")):
        page.text(155, y, "-").text(165, y, text)
    document = read(page.grid((50, 150, 250), (100, 120, 150, 170)))
    assert rows(document)[2] == [word, "- Kiest"]


def test_text_beside_bullets_begins_where_it_does_on_other_lines() -> None:
    """``Doelgericht`` ends amid the bullet of the next column, before its text."""
    page = RawPage().text(165 - 50.57, 164, "Doelgericht")
    for y, text in ((114, "Durft"), (124, "Neemt"), (134, "Kiest"), (164, "Bestendigt")):
        page.text(155, y, "-").text(165, y, text)
    document = read(page.grid((50, 150, 250), (100, 150, 170)))
    assert rows(document) == [["", "- Durft/- Neemt/- Kiest"], ["Doelgericht", "- Bestendigt"]]
    assert "text-overlaps" in codes(document)


#: A name that is too long, and what the next column has on its line, from where.
RUN_TOGETHER = [("Verantwoordelijk", "Een", 155.0), ("Verantwoordelijkheidsbesef", "Verbindend", 155.0)]


@pytest.mark.parametrize(("name", "core", "x"), RUN_TOGETHER)
@pytest.mark.parametrize("swapped", [False, True])
def test_words_that_run_into_each_other_are_taken_apart_and_reported(
    name: str, core: str, x: float, swapped: bool
) -> None:
    marks = [(85.0, name), (x, core)]
    page = table().grid(XS, YS)
    for place, text in reversed(marks) if swapped else marks:
        page.text(place, 146, text)
    document = read(page)
    assert rows(document)[1] == [f"Durf/{name}", f"A/{core}", "Gaat op/basis"]
    assert "text-overlaps" in codes(document)


def test_what_was_drawn_apart_and_begins_where_the_column_does_is_of_that_column() -> None:
    """``doelgericht`` is 48.91 points wide: it ends where ``basis`` begins, in one go each."""
    document = read(table().grid(XS, YS).text(255 - 48.91, 146, "doelgericht"))
    assert rows(document)[1] == ["Durf", "A/doelgericht", "Gaat op/basis"]
    assert codes(document) == ["text-overlaps"]


def test_a_word_that_lies_over_another_and_over_a_rule_is_told_once() -> None:
    document = read(table().grid(XS, YS).text(125, 164, "Verantwoordelijk"))
    assert codes(document) == ["text-overlaps"]


@pytest.mark.parametrize("title", [10, 12])
def test_a_name_that_fills_its_column_is_not_one_with_what_stands_in_the_next(title: float) -> None:
    """No more than a space parts them; the header, and every other row, says where the next column begins."""
    page, names = RawPage().text(50, 60, "Bijlage 1B bij de Regeling jaargesprekken", size=title), 40.0
    bold = "Helvetica-Bold"
    page.text(names, 94, "Naam", font=bold).text(137.5, 94, "Kern", font=bold).text(205, 94, "Beschrijving", font=bold)
    y = 100.0
    for name in ("Durf", "Moed", "Omgevingsbewustzijn", "Trouw"):
        page.line(names, y, 450, y).text(names, y + 14, name).text(137.5, y + 14, "Verbindend")
        page.text(205, y + 14, "Gaat op basis van afwegingen").text(205, y + 26, "tot handelen over.")
        y += 32
    document = read(page.line(names, y, 450, y))
    assert [row[0] for row in rows(document)] == ["Naam", "Durf", "Moed", "Omgevingsbewustzijn", "Trouw"]
    assert {row[1] for row in rows(document)[1:]} == {"Verbindend"}


def test_a_heading_that_fills_its_column_leaves_the_column_beside_it() -> None:
    page, bold = RawPage(), "Helvetica-Bold"
    page.text(40, 94, "Naam", font=bold).text(120, 94, "Kerncompetentie", font=bold)
    page.text(200.5, 94, "Beschrijving", font=bold).text(340, 94, "Indicatoren", font=bold).line(40, 100, 450, 100)
    y = 120.0
    for name in ("Durf", "Moed", "Trouw"):
        page.text(40, y, name).text(120, y, "Verbindend").text(340, y, "Durft te beslissen.")
        page.text(200.5, y, "Gaat op basis van wat").text(200.5, y + 12, "speelt tot daden over.")
        y += 40
    document = read(page.line(40, 80, 450, 80).line(40, y, 450, y))
    body = ["Verbindend", "Gaat op basis van wat/speelt tot daden over.", "Durft te beslissen."]
    assert rows(document)[1:] == [[name, *body] for name in ("Durf", "Moed", "Trouw")]


def test_names_over_which_the_next_column_begins_do_not_hide_its_edge() -> None:
    """Only shading parts the rows; of six names two run over the edge, under the core competence beside them."""
    page, y = RawPage(), 100.0
    names = "Durf", "Omgevingsbewustzijnsvorming", "Moed", "Verantwoordelijkheidsbesef", "Lef", "Zorg"
    contents = [["Naam", "Kern", "Beschrijving en indicatoren"]]
    contents += [[name, "Verbindend", "Gaat op basis/van feiten/te werk."] for name in names]
    for number, cells in enumerate(contents):
        end = lay(page, y + 14, cells, xs=(55, 155, 226)) + 6
        if number % 2:
            page.marks[:0] = RawPage().rectangle(50, y, 450, end, paint="f", extra="0.9 g").marks
        y = end
    assert rows(read(page)) == contents


def test_a_word_over_the_rule_at_its_right_does_not_make_room_for_others() -> None:
    """``Verantwoordelijkheid`` of the header runs over it, and no word below is cut by how far it does."""
    page = RawPage().text(55, 114, "Verantwoordelijkheid").text(255, 114, "Beschrijving").text(55, 134, "Samenw")
    document = read(page.text(55, 146, "erken").text(255, 134, "Gaat op").grid((50, 100, 250, 450), (100, 120, 150)))
    ((header, *_), (name, *_)) = (row.cells for row in tables(document)[0].rows)
    (over,), (cut, rest) = header.lines, name.lines
    assert runs_over(over)
    assert not is_full(over, over)
    assert is_filled(over)
    assert isinstance(cut.origin, PagePlace)
    assert cut.room == pytest.approx(100 - 5 - cut.origin.box.x1, abs=0.02)
    assert is_full(cut, rest)


def test_a_word_over_the_rule_at_its_right_that_goes_on_below_was_cut_there() -> None:
    """A program that leaves less at the right of a cell than at its left cuts words so."""
    page = RawPage().text(55, 114, "Naam").text(255, 114, "Beschrijving").text(55, 134, "Samenwerken")
    document = read(page.text(55, 146, "den").text(255, 134, "Gaat op").grid((50, 115, 250, 450), (100, 120, 150)))
    cut, rest = tables(document)[0].rows[1].cells[0].lines
    assert cut.room == 0
    assert is_full(cut, rest)


def test_core_competences_that_all_run_into_the_next_column_are_apart_where_the_page_before_had_it() -> None:
    """``Toekomstbestendig`` ends so near to where the description begins that the eye sees a space."""
    rest = [[name, "Gaat op basis", "/Wacht/Vraagt/Hoopt"] for name in ("Durf", "Moed", "Lef", "Ziel")]
    pages = (RawPage(), RawPage())
    for page, core in zip(pages, ("Mens", "Toekomstbestendig"), strict=True):
        y = 100.0
        rest_of_rows = [[name, core, *texts] for name, *texts in rest]
        for cells in (["Naam", "Kern-/competentie", "Beschrijving en indicatoren", ""], *rest_of_rows):
            y = lay(page.line(50, y, 450, y), y + 14, cells, xs=(55, 155, 244, 259)) + 6
        page.line(50, y, 450, y)
    body = "Gaat op basis/Wacht/Vraagt/Hoopt"
    assert rows(read(*pages))[6:] == [[name, "Toekomstbestendig", body] for name, *_ in rest]


def test_an_edge_of_another_table_on_the_page_before_is_none_where_other_text_begins_left_of_it() -> None:
    """Only bands are drawn, and only the text of the indicators lies right of where that table has its edge."""
    other, page, y = RawPage().text(55, 114, "Fase").text(165, 114, "Maand"), RawPage(), 114.0
    other.text(55, 134, "Plan").text(165, 134, "juni").grid((50, 160, 450), (100, 120, 140))
    lay(page, y, ["Naam", "Beschrijving en indicatoren"], xs=(55, 152))
    names = "Durf", "Verantwoordelijkheid", "Moed"
    for band in ("Mens", "Werk"):
        page.rectangle(50, y + 6, 450, y + 22, paint="f", extra="0.9 g")
        y = lay(page, y + 18, [band], xs=(55,)) + 18
        for name in names:
            cells = [name, "Gaat op basis/van feiten", "//•/•/•", "//Wacht/Vraagt/Hoopt"]
            y = lay(page, y, cells, xs=(55, 152, 152, 163)) + 20
    body = "Gaat op basis/van feiten/• Wacht/• Vraagt/• Hoopt"
    group = [[name, body] for name in names]
    assert [cells for cells in rows(read(other, page))[3:] if cells[0] not in {"Mens", "Werk"}] == [*group, *group]


def test_words_that_run_off_the_page_are_told() -> None:
    page = RawPage(width=300).text(55, 114, "Naam").text(155, 114, "Beschrijving").text(55, 134, "Durf")
    document = read(page.text(255, 134, "moedigheid").text(155, 134, "Toont").grid((50, 150, 330), (100, 120, 140)))
    assert [f.was for f in document.findings if f.code is Code.FAINT_TEXT] == ["moedigheid"]


def test_stacked_tables_with_a_heading_and_a_caption_between_them_are_two() -> None:
    page = RawPage()
    for top in (100, 200):
        page.text(55, top + 14, "Naam").text(255, top + 14, "Beschrijving").text(55, top + 34, "Durf")
        page.text(255, top + 34, "Gaat op").grid((50, 250, 450), (top, top + 20, top + 40))
    document = read(page.text(55, 165, "Kalm").text(255, 185, "Tabel 2"))
    assert rows(document) == [["Naam", "Beschrijving"], ["Durf", "Gaat op"]] * 2
    assert outside(document) == ["Kalm", "Tabel 2"]
