"""Rules between columns of text within a cell: they are no walls of the table, and the columns are read in turn."""

from __future__ import annotations

from tests.extract.pdf_cases import read, rows, tables
from tests.extract.raw_pdf import RawPage

LEFT = ("- Luistert goed naar", "  wensen van klanten.", "- Neemt klanten serieus.")
RIGHT = ("- Handelt op basis", "  van inzicht.", "- Vraagt door.")


def divided(*, lead: bool = True, start: float = 136.0, end: float = 178.0, across: bool = False) -> RawPage:
    """Two cells, the second with two columns from 146 on; ``lead``: text across the place of the rule above them."""
    page = RawPage().grid((50, 150, 450), (80, 100, 180)).text(55, 94, "Naam").text(155, 94, "Beschrijving")
    page.text(55, 114, "Durf").line(300, start, 300, end)
    if lead:
        page.text(155, 114, "Toont zich bewust van alle wensen en belangen van klanten.").text(155, 128, "Indicatoren:")
    for x, texts in ((155, LEFT), (305, RIGHT)):
        for number, text in enumerate(texts):
            page.text(x, 146 + 14 * number, text)
    return page.line(150, 132, 450, 132) if across else page


def test_columns_within_a_cell_are_read_one_after_the_other() -> None:
    (table,) = tables(read(divided()))
    assert table.edges == (50.0, 150.0, 450.0)
    lines = table.rows[1].cells[1].lines
    assert [line.text for line in lines[2:]] == [text.strip() for text in (*LEFT, *RIGHT)]
    assert [line.indent for line in lines[2:5]] == [line.indent for line in lines[5:]]
    assert lines[2].room is not None
    assert lines[2].room < 60


def test_the_rest_of_such_a_cell_overleaf_is_known_by_the_place_of_its_rule() -> None:
    rest = RawPage().grid((50, 150, 450), (80, 100, 160)).text(55, 94, "Naam").text(155, 94, "Beschrijving")
    rest.line(300, 100, 300, 150).text(155, 114, "- Rondt af.").text(305, 114, "- Geeft terug.")
    assert rows(read(divided(), rest))[-1] == ["", "- Rondt af./- Geeft terug."]


def test_a_rule_that_meets_one_of_the_table_is_a_wall() -> None:
    assert tables(read(divided(start=132.0, across=True)))[0].edges == (50.0, 150.0, 300.0, 450.0)


def test_a_rule_with_nothing_across_its_place_is_a_wall() -> None:
    assert 300.0 in tables(read(divided(lead=False, start=106.0)))[0].edges
