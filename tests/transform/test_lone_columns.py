"""A column that is headed by one of both may hold description and indicators."""

from __future__ import annotations

import pytest

from tests.documents import HEADER, table
from tests.transform.test_heading import BODY, HEADING, codes, read
from tests.transform.test_rows_and_records import indicators, names
from transform.findings import Code

LISTED = "Gaat op een ander af.\n  - Vraagt door.\n  - Luistert goed."


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (BODY, ("Competentie", "Kerncompetentie", "Gedragsindicatoren")),
        (LISTED, ("Competentie", "Kerncompetentie", "Gedragsindicatoren")),
        (LISTED, ("Competentie", "Kerncompetentie", "Omschrijving")),
    ],
    ids=["label under indicators", "list under indicators", "list under descriptions"],
)
def test_a_lone_column_holds_both_where_its_cells_do(body: str, header: tuple[str, str, str]) -> None:
    rest = table(header, ("", "", "  - Komt."), page=2)  # nothing there tells what the column holds
    reading = read(*HEADING, table(header, ("Durf", "Verbindend", body)), rest)
    assert indicators(reading) == ["Vraagt door.", "Luistert goed.", "Komt."]
    assert reading.catalogue.competences[0].description


def test_indicators_below_a_heading_of_other_words_are_no_description() -> None:
    header = ("Competentie", "Kerncompetentie", "Gedragsindicatoren")
    reading = read(*HEADING, table(header, ("Durf", "Verbindend", "Hij of zij:\n  - Vraagt door.\n  - Komt.")))
    assert Code.DESCRIPTION_MISSING in codes(reading)


def test_lists_below_descriptions_alone_make_no_catalogue() -> None:
    other = table(("Competentie", "Omschrijving"), ("Durf", LISTED), ("Moed", LISTED))
    reading = read(*HEADING, other, table(HEADER, ("Lef", "Verbindend", BODY), top=1000.0))
    assert names(reading) == ["Lef"]
