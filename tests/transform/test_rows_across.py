"""Rows of one cell across the table: bodies, headings and remarks."""

from __future__ import annotations

import pytest

from tests.transform.test_habits import DURF, LEF, Wide, codes, competences, grid, read, row
from transform.document import Row
from transform.findings import Code

HEADER = ("Competenties", "Kerncompetentie", "Beschrijving en indicatoren")
DURF_ITEMS = ("Indicatoren:", "- Vraagt door.", "- Luistert goed.")
LEF_ITEMS = ("Indicatoren:", "- Komt met ideeën.")


def across(*paragraphs: str) -> Row:
    return row(Wide(paragraphs, 3))


@pytest.mark.parametrize(
    "rows",
    [
        [across("Blijkt te zijn."), across(*DURF_ITEMS), "Lef", across("Laat het zien."), across(*LEF_ITEMS)],
        [across("Blijkt te zijn.", *DURF_ITEMS), "Lef", across("Laat het zien.", *LEF_ITEMS)],
    ],
    ids=["a row for each", "a row for both"],
)
def test_a_row_across_below_a_name_without_a_body_is_its_body(rows: list[Row | str]) -> None:
    lef = row("Lef", "Verbindend", "")
    made = [lef if isinstance(one, str) else one for one in rows]
    assert competences(read(grid(row(*HEADER), row("Durf", "Vernieuwend", ""), *made))) == [DURF, LEF]


def test_a_row_across_below_a_whole_competence_is_none_of_it() -> None:
    durf = row("Durf", "Vernieuwend", ("Blijkt te zijn.", *DURF_ITEMS))
    lef = row("Lef", "Verbindend", ("Laat het zien.", *LEF_ITEMS))
    reading = read(grid(row(*HEADER), durf, across("Dit geldt voor iedereen."), lef))
    assert competences(reading) == [DURF, LEF]
    assert Code.ROW_LEFT_OUT in codes(reading)


@pytest.mark.parametrize(
    ("before", "after", "read_as"),
    [
        (("Indicatoren:", "- Vraagt door"), ("en luistert.",), ["Vraagt door en luistert."]),
        (("Indicatoren:", "- Vraagt door."), ("- Luistert goed.",), ["Vraagt door.", "Luistert goed."]),
        (("Indicatoren:",), ("- Vraagt door.",), ["Vraagt door."]),
    ],
)
def test_the_rest_of_a_row_across_goes_on_overleaf(
    before: tuple[str, ...], after: tuple[str, ...], read_as: list[str]
) -> None:
    begun = [row("Durf", "Vernieuwend", ""), across("Blijkt te zijn."), across(*before)]
    lef = row("Lef", "Verbindend", ("Laat het zien.", *LEF_ITEMS))
    reading = read(grid(row(*HEADER), *begun), grid(row(*HEADER), across(*after), lef))
    assert [indicator.text for indicator in reading.catalogue.competences[0].indicators] == read_as


@pytest.mark.parametrize(
    "headings",
    [("• Moedig", "• Kalm"), ("1. Moedig", "2. Kalm"), ("Moedig", "Kalm"), ("moedig", "kalm")],
)
def test_a_heading_across_is_no_rest(headings: tuple[str, str]) -> None:
    durf, lef = (row(name, ("Blijkt te zijn.", *LEF_ITEMS)) for name in ("Durf", "Lef"))
    first, second = (row(Wide(heading, 2)) for heading in headings)
    header = row("Competenties", "Beschrijving en indicatoren")
    reading = read(grid(header, first, durf, second, lef, edges=(0.0, 100.0, 500.0)))
    assert [c.core_competence.lower() for c in reading.catalogue.competences] == ["moedig", "kalm"]
