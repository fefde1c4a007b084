"""Two texts side by side within a cell: read line by line, and told; no columns of the table."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import codes, outside, read, rows
from tests.extract.raw_pdf import RawPage
from transform.findings import Code

XS = (50.0, 150.0, 450.0)
#: Lines of a cell: their left text, and where its right one begins.
CASES: dict[str, tuple[list[tuple[str, float, str]], bool]] = {
    "two lists": ([("- Vraagt door en", 320, "- Luistert"), ("is eerlijk.", 320, "naar mij.")], True),
    "one line": ([("- Vraagt door en", 320, "- Luistert"), ("is eerlijk.", 0, "")], True),
    "a word or two": ([("Vraagt door", 320, "3"), ("is eerlijk.", 0, "")], False),
    "in other places": ([("Vraagt door en", 240, "is"), ("Is", 210, "eerlijk")], False),
    "a bullet": ([("-", 175, "Vraagt door"), ("-", 175, "Is eerlijk")], False),
}


@pytest.mark.parametrize(("lines", "told"), CASES.values(), ids=CASES.keys())
def test_two_texts_side_by_side_in_a_cell(lines: list[tuple[str, float, str]], told: bool) -> None:
    page = RawPage().grid(XS, (100, 120, 200)).text(55, 114, "Naam").text(155, 114, "Indicatoren")
    for number, (left, x, right) in enumerate(lines):
        page.text(155, 140 + 12 * number, left).text(x or 400, 140 + 12 * number, right or " ")
    document = read(page.text(55, 140, "Durf"))
    assert not outside(document)
    assert (Code.LINES_BESIDE in codes(document)) is told


@pytest.mark.parametrize("with_text", [True, False])
def test_a_list_in_two_columns_below_its_text_makes_no_columns_of_the_table(with_text: bool) -> None:
    """Where the description runs over the white between both lists in every row, they are one column."""
    ys = (100.0, 120.0, 220.0, 320.0, 420.0, 520.0)
    page = RawPage().grid(XS, ys).text(55, 114, "Naam").text(155, 114, "Tekst")
    for number, top in enumerate(ys[1:-1]):
        page.text(55, top + 15, f"Naam {number}")
        if with_text:
            page.text(155, top + 15, "Gaat zorgvuldig om met de gegevens van de burger")
        for line in range(6):
            y = top + 15 + 12 * (line + with_text)
            page.text(155, y, "Vraagt door").text(320, y, "Luistert goed")
    assert {len(row) for row in rows(read(page))[1:]} == ({2} if with_text else {3})


@pytest.mark.parametrize(("wall", "told"), [(300.0, True), (0.0, False)], ids=["two columns", "a frame"])
def test_a_table_within_a_cell_is_told(wall: float, told: bool) -> None:
    page = RawPage().grid(XS, (100, 120, 200)).text(55, 114, "Naam").text(155, 114, "Indicatoren")
    xs = (160.0, wall, 440.0) if wall else (160.0, 440.0)
    page.grid(xs, (130, 170)).text(165, 144, "Vraagt goed door en").text(305 if wall else 258, 144, "luistert")
    document = read(page.text(55, 144, "Durf"))
    assert (Code.LINES_BESIDE in codes(document)) is told
