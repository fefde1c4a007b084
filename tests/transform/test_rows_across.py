"""Rows of one cell across the table: bodies, headings and remarks."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import document, table
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


@pytest.mark.parametrize(
    "rows",
    [[across("- Vraagt door.", "- Luistert goed.")], [across("- Vraagt door."), across("- Luistert goed.")]],
    ids=["in one row", "each in its own"],
)
def test_a_list_across_below_a_description_is_its_list(rows: list[Row]) -> None:
    reading = read(grid(row(*HEADER), row("Durf", "Vernieuwend", "Blijkt te zijn."), *rows))
    assert competences(reading) == [DURF]
    assert Code.LABEL_MISSING in codes(reading)


def test_a_row_across_below_a_whole_competence_is_none_of_it() -> None:
    durf = row("Durf", "Vernieuwend", ("Blijkt te zijn.", *DURF_ITEMS))
    lef = row("Lef", "Verbindend", ("Laat het zien.", *LEF_ITEMS))
    reading = read(grid(row(*HEADER), durf, across("Dit geldt voor iedereen."), lef))
    assert competences(reading) == [DURF, LEF]
    assert Code.ROW_LEFT_OUT in codes(reading)


@pytest.mark.parametrize("number", ["- 2 -", "Pagina 2", "– 12 –", "blz. 2 van 6"])
def test_the_number_of_a_page_in_a_row_of_its_own_is_no_indicator(number: str) -> None:
    durf = row("Durf", "Vernieuwend", ("Blijkt te zijn.", *DURF_ITEMS))
    lef = row("Lef", "Verbindend", ("Laat het zien.", *LEF_ITEMS))
    assert competences(read(grid(row(*HEADER), durf, row("", "", number), lef))) == [DURF, LEF]


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


@pytest.mark.parametrize("label", [(), ("Indicatoren:",)])
def test_a_level_across_stays_in_the_list_and_is_told(label: tuple[str, ...]) -> None:
    below = [row("", "", ("- Vraagt door.",)), across("Niveau 2"), row("", "", ("- Luistert goed.",))]
    durf = row("Durf", "Vernieuwend", ("Blijkt te zijn.", *label))
    reading = read(grid(row(*HEADER), durf, across("Niveau 1"), *below))
    (competence,) = reading.catalogue.competences
    assert (competence.core_competence, competence.description) == ("Vernieuwend", "Blijkt te zijn.")
    texts = [indicator.text for indicator in competence.indicators]
    assert texts == ["Niveau 1", "Vraagt door.", "Niveau 2", "Luistert goed."]
    assert codes(reading).count(Code.BULLET_MISSING) == 2


def test_a_level_above_whole_competences_is_their_group() -> None:
    rows = [row("Durf", ("Blijkt te zijn.", *DURF_ITEMS)), row(Wide("Niveau 2", 2)), row("Lef", ("Toont.", *LEF_ITEMS))]
    reading = read(grid(row(HEADER[0], HEADER[2]), row(Wide("Niveau 1", 2)), *rows, edges=(0.0, 100.0, 500.0)))
    assert [c.core_competence for c in reading.catalogue.competences] == ["Niveau 1", "Niveau 2"]


def test_a_cell_over_descriptions_and_indicators_that_has_their_label_is_a_whole_body() -> None:
    header = row("Competenties", "Kerncompetentie", "Beschrijving", "Indicatoren")
    durf = row("Durf", "Vernieuwend", Wide(("Blijkt te zijn.", *DURF_ITEMS), 2))
    lef = row("Lef", "Verbindend", "Laat het zien.", LEF_ITEMS[1:])
    reading = read(grid(header, durf, lef, edges=(0.0, 100.0, 200.0, 300.0, 500.0)))
    assert competences(reading) == [DURF, LEF]
    assert Code.CELLS_JOINED in codes(reading)


BODY = "Blijkt te zijn.\nIndicatoren:\n- Komt met ideeën."


def cores(*rows: tuple[str, ...]) -> list[str]:
    """The core competences in a table of groups, those that are doubtful in brackets."""
    made = table(("Competenties", "Beschrijving en indicatoren"), ("Moedig",), *rows, widths=2)
    reading = document_to_reading(document("Bijlage 1", "Catalogus", made))
    doubtful = [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING]
    found = reading.catalogue.competences
    return [f"({c.core_competence})" if c.name in doubtful else c.core_competence for c in found]


@pytest.mark.parametrize("remark", ["Zie ook de handleiding", "Einde van deel 1", "Alleen voor leidinggevenden"])
def test_a_remark_across_heads_no_group(remark: str) -> None:
    assert cores(("Durf", BODY), (remark,), ("Lef", BODY)) == ["Moedig", "Moedig"]


def test_below_a_name_alone_the_group_is_doubtful_up_to_the_next_heading() -> None:
    found = cores(("Durf", BODY), ("Kalm", ""), ("Lef", BODY), ("Rustig",), ("Tact", BODY))
    assert found == ["Moedig", "Moedig", "(Moedig)", "Rustig"]
