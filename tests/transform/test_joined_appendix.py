"""The heading of another appendix in a table: there the catalogue ends."""

from __future__ import annotations

import pytest

from tests.documents import HEADER, table
from tests.transform.test_close_headings import down
from tests.transform.test_heading import BODY, HEADING, OTHER, codes, names, read
from transform.findings import Code

OTHER_APPENDIX = "Bijlage 1C Gesprekscyclus"
STEPS = [("Stap", "Wanneer", "Wie"), ("Planning", "januari", "Leidinggevende en medewerker")]


@pytest.mark.parametrize("said", [("Er zijn drie stappen.", "", ""), None], ids=["a sentence", "nothing more"])
def test_what_stands_below_the_heading_of_another_appendix_is_none_of_the_catalogue(
    said: tuple[str, str, str] | None,
) -> None:
    rows = [("Durf", "Moedig", BODY), ("Lef", "Moedig", OTHER), (OTHER_APPENDIX, "", ""), *([said] if said else [])]
    reading = read(*HEADING, table(HEADER, *rows, *STEPS))
    assert names(reading) == ["Durf", "Lef"]
    assert reading.catalogue.appendix == HEADING[0]
    assert Code.TABLE_PASSED_OVER in codes(reading)


def test_so_it_is_where_the_heading_stands_within_the_last_row() -> None:
    made = table(HEADER, ("Durf", "Moedig", BODY), (f"Lef\n{OTHER_APPENDIX}", "Moedig", OTHER), *STEPS)
    reading = read(*HEADING, down(made, 2, 0, 8, slice(1, None)))
    assert names(reading) == ["Durf", "Lef"]
    assert [c.core_competence for c in reading.catalogue.competences] == ["Moedig", "Moedig"]


@pytest.mark.parametrize(
    "row", [(OTHER_APPENDIX, "Moedig", OTHER), (HEADING[0], "", ""), ("Bijlage 1C wordt vervangen", "", "")]
)
def test_a_name_like_it_and_the_same_appendix_end_nothing(row: tuple[str, str, str]) -> None:
    reading = read(*HEADING, table(HEADER, ("Durf", "Moedig", BODY), row, ("Lef", "Moedig", OTHER)))
    assert "Lef" in names(reading)
    assert Code.TABLE_PASSED_OVER not in codes(reading)
