"""Lists whose numbers count on from one competence to the next."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, table
from transform.findings import Code


@pytest.mark.parametrize("labels", ["1. 2. 3. 4.", "x) y) z) aa)", "yy) zz) aaa) bbb)", "98. 99. 100. 101."])
def test_a_list_that_nobody_began_anew_counts_on_through_the_cells(labels: str) -> None:
    first, *rest = labels.split()
    letters = "abcdefghijklmnopqrstuvwxyz"
    twice = [*letters, *(2 * letter for letter in letters[:-2])]
    begun = {"x)": letters[:-3], "yy)": twice, "98.": range(1, 98)}.get(first, ())
    drawn = [f"{label}{first[-1]} Weegt." for label in begun] + [f"{first} Vraagt."]
    cells = [drawn, *([f"{label} Komt.", f"{other} Gaat."] for label, other in [rest[:2]]), [f"{rest[2]} Luistert."]]
    rows = [
        (name, "Verbindend", "\n".join(["Blijkt.", "Indicatoren:", *own]))
        for name, own in zip("ABC", cells, strict=True)
    ]
    found = document_to_reading(document(table(HEADER, *rows))).catalogue.competences
    assert [c.indicators[-1].text for c in found] == ["Vraagt.", "Gaat.", "Luistert."]


def test_a_list_of_which_every_item_is_the_first_counts_nothing() -> None:
    """So numbers come out that a narrow column breaks in two: a part of them stands amid the text."""
    rows = [
        ("A", "Kern", "Blijkt.\nIndicatoren:\n1. Weegt.\n1. Vraagt."),
        ("B", "Kern", "Kan.\nIndicatoren:\n2. Gaat."),
    ]
    found = document_to_reading(document(table(HEADER, *rows))).findings
    told = {f.code for f in found if f.competence == "B"}
    assert told == {Code.BULLET_MISSING, Code.ADDED_WORDS}


@pytest.mark.parametrize(("label", "expected"), [("c)", ["Een.", "Twee", "Drie."]), ("f)", ["Een.", "Twee f) Drie."])])
def test_the_next_number_alone_on_its_line_begins_an_item(label: str, expected: list[str]) -> None:
    """A page that ends between a number and its text leaves it so."""
    row = ("A", "Kern", f"Blijkt.\nIndicatoren:\na) Een.\nb) Twee\n{label}")
    rest = table(("", "", "    Drie."), page=2)
    found = document_to_reading(document(table(HEADER, row), rest)).catalogue.competences
    assert [i.text for i in found[0].indicators] == expected
