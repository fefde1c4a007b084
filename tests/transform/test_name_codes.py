"""Codes that most names of a table have before or behind them stay, and a person is asked."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, table
from transform.findings import Code

BODY = "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door."


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (("C01 Durf", "C02 Lef", "Moed"), 2),
        (("Durf (12)", "Lef (13)", "Moed (14)"), 3),
        (("i Durf", "i Lef", "i Moed"), 3),
        (("Durf", "Lef", "Werken met Office 365"), 0),
        (("Durf", "Lef 2", "Werken met Office 365", "Moed"), 0),
    ],
)
def test_codes_of_most_names_stay_and_are_reported(names: tuple[str, ...], asked: int) -> None:
    rows = [(name, "Moedig", BODY) for name in names]
    reading = document_to_reading(document("Bijlage 1B", "Lijst", table(HEADER, *rows)))
    assert [c.name for c in reading.catalogue.competences] == list(names)
    assert [f.code for f in reading.findings].count(Code.NAME_NUMBERED) == asked


def test_numbers_in_a_cell_of_their_own_and_before_the_names_are_both_left_off() -> None:
    rows = [(f"{number}\n{number}. {name}", "Moedig", BODY) for number, name in enumerate(("Durf", "Lef", "Moed"), 1)]
    reading = document_to_reading(document("Bijlage 1B", "Lijst", table(HEADER, *rows)))
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Lef", "Moed"]
    assert reading.books.unaccounted == 0
