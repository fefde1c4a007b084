"""A column that is headed by one of both may hold description and indicators."""

from __future__ import annotations

import pytest

from tests.documents import HEADER, printed, table
from tests.transform.test_heading import BODY, HEADING, codes, read
from tests.transform.test_rows_and_records import indicators, names
from transform.errors import NoCatalogueTable
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


@pytest.mark.parametrize(("name", "read_"), [("Competentie", True), ("Naam", False)])
def test_lists_below_descriptions_are_indicators_where_nothing_else_is_the_catalogue(name: str, read_: bool) -> None:
    tables = [
        part
        for top, group, rows in ((0.0, "Verbindend", ("Durf", "Moed")), (200.0, "Vernieuwend", ("Lef", "Zin")))
        for part in (
            *printed(group, top=top),
            table((name, "Omschrijving"), *((own, LISTED) for own in rows), top=top + 20.0),
        )
    ]
    if not read_:
        with pytest.raises(NoCatalogueTable):
            read(*HEADING, *tables)
        return
    reading = read(*HEADING, *tables)
    assert [c.core_competence for c in reading.catalogue.competences] == ["Verbindend"] * 2 + ["Vernieuwend"] * 2
    assert indicators(reading) == ["Vraagt door.", "Luistert goed."]
    assert Code.LABEL_MISSING in codes(reading)
