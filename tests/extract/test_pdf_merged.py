"""Cells over several rows that only shading parts.

Naam    Kern     Tekst             Every other row is shaded; the cell of a core competence over several rows is
░ Durf  Een                ░       as the first of them. Two that are not shaded lie right under each other.
  Moed  ░░░░
░ Lef            ░
  Pit   Twee                       begins a cell, though nothing is seen above it
"""

from __future__ import annotations

import pytest

from extract.pdf_grid import group_to_frame
from extract.pdf_merged import frames_around_columns
from extract.pdf_rules import Measure, Rule
from tests.extract.pdf_cases import codes, read, rows
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import lay
from transform.findings import Code
from transform.place import Box, PagePlace

HEADER = ["Kern", "Naam", "Beschrijving en indicatoren"]
FIRST, SECOND = ["Durf", "Moed", "Lef", "Pit"], ["Rust", "Orde", "Zorg", "Tucht"]


def shaded(cores: list[str], spans: list[int], names: list[str], *, middle: bool = False, seen: bool = True) -> RawPage:
    """Rows of a name each, every other one shaded; cores over so many rows, shaded as the first of them."""
    page = RawPage()
    lay(page, 110, HEADER)
    tops = [120.0 + 46 * row for row in range(len(names) + 1)]
    row = 0
    for core, span in zip(cores, spans, strict=True):
        page.text(55, (tops[row] + tops[row + span]) / 2 + 4 if middle else tops[row] + 13, core)
        shade(page, 50, 150, tops[row], tops[row + span], seen=seen and row % 2 == 0)
        row += span
    for row, name in enumerate(names):
        lay(
            page, tops[row] + 13, ["", name, f"{name} is op basis van een/zorgvuldige afweging over/tot handelen gaan."]
        )
        shade(page, 150, 450, tops[row], tops[row + 1], seen=row % 2 == 0)
    return page


def shade(page: RawPage, x0: float, x1: float, top: float, bottom: float, *, seen: bool) -> None:
    if seen:
        page.marks[:0] = RawPage().rectangle(x0, top, x1, bottom, paint="f", extra="0.9 g").marks


TWO = [["Twee", "Rust"], ["^", "Orde"], ["^", "Zorg"], ["^", "Tucht"]]
LAST = [["", "Rust"], ["^", "Orde"], ["Twee", "Zorg"], ["^", "Tucht"]]


@pytest.mark.parametrize(
    ("cores", "spans", "middle", "expected"),
    [
        (["Twee"], [4], False, TWO),
        (["Twee"], [4], True, TWO),
        (["", "Twee"], [2, 2], False, LAST),
        (["", "Twee"], [2, 2], True, LAST),
        (["Een", "Twee"], [2, 2], True, [["Een", "Rust"], *LAST[1:]]),
    ],
    ids=["at the top", "halfway", "level with a row", "halfway down the last rows", "two of them halfway"],
)
def test_cells_in_a_column_without_a_shade(
    cores: list[str], spans: list[int], middle: bool, expected: list[list[str]]
) -> None:
    second = shaded(cores, spans, SECOND, middle=middle, seen=False)
    made = [row[:2] for row in rows(read(shaded(["Een"], [4], FIRST), second))]
    assert made[5:] == [HEADER[:2], *expected]


def test_the_shade_of_a_row_of_which_little_stands_on_the_page_is_one() -> None:
    page = shaded(["Een", "Twee"], [2, 2], FIRST)
    shade(page, 50, 450, 304, 380, seen=True)
    lay(page, 370, ["Drie", "Orde", "Orde is op basis van"])
    assert rows(read(page))[-1] == ["Drie", "Orde", "Orde is op basis van"]


def test_text_at_the_foot_of_what_may_be_two_cells_is_told() -> None:
    first, second = shaded(["Een"], [4], FIRST), shaded([""], [4], SECOND, seen=False).text(55, 291, "Twee")
    assert codes(read(first)) == []
    (told,) = read(first, second).findings
    assert (told.code, told.place) == (Code.ROWS_FROM_WHITE_SPACE, PagePlace(2, Box(50, 120, 450, 297)))


def test_rules_left_and_right_of_a_cell_over_a_whole_page_are_of_one_table() -> None:
    """That of the core competence goes on from the page before and to the next: nothing is drawn above and below."""
    first, second = (RawPage() for _ in range(2))
    first.grid((50, 150, 250, 450), (96, 116))
    lay(first, 110, ["Naam", "Kern", "Beschrijving en indicatoren"])
    for page, names in ((first, FIRST), (second, SECOND)):
        tops = [116.0 + 46 * row for row in range(len(names) + 1)]
        for row, name in enumerate(names):
            lay(page, tops[row] + 13, [name, "", f"{name} is op basis van een/zorgvuldige afweging over/tot handelen."])
        for x in (50, 150, 250, 450):
            page.line(x, tops[0], x, tops[-1])
        for y in tops[1:]:
            page.line(50, y, 150, y).line(250, y, 450, y)
    read_rows = rows(read(first, second))
    assert [row[:2] for row in read_rows[5:]] == [[SECOND[0], ""], *([name, "^"] for name in SECOND[1:])]
    assert all(len(row[2].split("/")) == 3 for row in read_rows[1:])


def test_rules_across_left_and_right_of_a_cell_are_of_one_table_though_white_space_told_its_columns() -> None:
    """A cell goes on from the page before over all but the last row: only below that is a rule in one piece."""
    first, second, y = RawPage(), RawPage(), 100.0
    page, cores = first, {"Durf": "Een", "Pit": "Twee"}
    for name in ("Naam", *FIRST, *SECOND):
        if name == SECOND[0]:
            page, y = second, 100.0
        own = [name, "", f"{name} is op basis van een/zorgvuldige afweging over/tot handelen gaan."]
        own = ["Naam", "Kern", "Beschrijving en indicatoren"] if name == "Naam" else [name, cores.get(name, ""), own[2]]
        y = lay(page, y + 14, own) + 6
        whole = name in ("Naam", FIRST[2], SECOND[-2])
        for x0, x1 in ((50, 450),) if whole else ((50, 145), (245, 450)):
            page.line(x0, y, x1, y)
    assert [row[0] for row in rows(read(first, second))] == ["Naam", *FIRST, *SECOND]


def test_upright_rules_alone_show_no_rows_of_one_table() -> None:
    frames = [group_to_frame([Rule(True, x, 100, 300)]) for x in (50.0, 150.0, 450.0)]
    assert frames_around_columns(frames, (50.0, 150.0, 450.0), Measure(10.0, 12.0)) == frames


def test_rules_beside_a_cell_that_goes_on_from_the_page_before_are_of_the_table_whose_first_whole_rule_is_below() -> (
    None
):
    first, second, y = RawPage().line(50, 94, 450, 94), RawPage(), 94.0
    text = "Gaat op basis van een/zorgvuldige afweging over."
    contents = [HEADER, ["Een", "Durf", text], ["", "Moed", text], ["", "", "tot handelen."], ["", "Lef", text]]
    contents += [["Twee", "Rust", text], ["", "Orde", text]]
    for number, cells in enumerate(contents):
        page = first if number < 3 else second
        y = 40.0 if number == 3 else y
        y = lay(page, y + 14, cells) + 6
        if number != 2:
            page.line(50 if number in {0, 4, 6} else 150, y, 450, y)
    assert [row[1:] for row in rows(read(first, second))] == [cells[1:] for cells in contents]
