"""Fiches on a page, whose words stand down the first column: no table ends or begins at one of those."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import read, rows, tables
from tests.extract.raw_pdf import RawPage

NAMES = ("Klantgericht", "Coöperatief gedrag", "Durf")


def fiche(page: RawPage, y: float, name: str, item: float = 205.0) -> float:
    """The lines of a fiche from ``y`` down, its list beginning at ``item``; where the next may stand."""
    said = (("Competentie", name), ("Kerncompetentie", "Verbindend"), ("Definitie", "Kiest en handelt."))
    for key, value in said:
        page.text(55, y, key).text(205, y, value)
        y += 14
    page.text(55, y, "Indicatoren")
    for number in (1, 2):
        page.text(205, y, f"{number}.").text(item, y, "Vraagt door.") if item > 205 else page.text(205, y, "- Vraagt.")
        y += 14
    return y + 14


def test_fiches_under_lone_rules_are_one_table_though_a_name_says_gedrag() -> None:
    """``Competentie`` beside ``Coöperatief gedrag`` is like a header above which another table ends."""
    page, y = RawPage(), 100.0
    for name in NAMES:
        page.line(50, y - 12, 450, y - 12)
        y = fiche(page, y, name)
    document = read(page)
    said = [line for row in rows(document) for line in row[1].split("/")]
    assert [name for name in NAMES if name in said] == list(NAMES)


def test_a_list_beside_a_word_of_a_fiche_begins_no_other_table_where_its_items_do() -> None:
    page = RawPage().text(55, 86, "Kern").text(205, 86, "Verbindend")
    fiche(page, 100.0, "Durf", item=225.0)
    page.text(205, 170, "3.").text(225, 170, "Luistert.")
    assert [len(row) for row in rows(read(page))] == [2]


@pytest.mark.parametrize("word", ["Competentie", "Schaal"])
def test_the_first_fiche_has_no_columns_of_the_table_on_the_page_before(word: str) -> None:
    first = RawPage().grid((50, 200, 350, 450), (100, 130, 160))
    for x, text in ((55, "Schaal"), (205, "Minimum"), (355, "Maximum")):
        first.text(x, 114, text).text(x, 144, "9")
    second, y = RawPage(), 114.0
    for key, value in ((word, "Durf"), ("Kerncompetentie", "Verbindend"), ("Definitie", "Kiest.")):
        second.line(50, y - 14, 450, y - 14).text(55, y, key).text(205, y, value)
        y += 20
    document = read(first, second.line(50, y - 14, 450, y - 14))
    assert len(tables(document)[-1].rows[0].cells) == (2 if word == "Competentie" else 3)
