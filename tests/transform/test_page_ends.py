"""Rows, names and headings at the end of a page: what belongs with what follows overleaf."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, table
from tests.transform.test_rows_and_records import BODY, HEADING, OTHER, REST, codes, indicators, names, read
from transform.document import Cell
from transform.findings import Code, Finding
from transform.place import Box, PagePlace

SPLITS: dict[str, list[tuple[tuple[str, ...], ...]]] = {
    "header repeated": [(HEADER, ("", "", REST))],
    "no header": [(("", "", REST),)],
    "name repeated": [(HEADER, ("Durf", "Verbindend", REST))],
    "name repeated with a word": [(HEADER, ("Durf (vervolg)", "Verbindend", REST))],
    "label repeated": [(HEADER, ("", "", "Indicatoren (vervolg):\n" + REST))],
}


@pytest.mark.parametrize("case", SPLITS)
def test_a_row_over_two_pages_is_one(case: str) -> None:
    parts = [table(*rows, page=2) for rows in SPLITS[case]]
    reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY)), *parts)
    assert names(reading) == ["Durf"]
    assert indicators(reading) == ["Vraagt door.", "Luistert goed.", "Kent zijn grenzen."]
    assert Code.ROW_CONTINUED in codes(reading)


def test_a_row_over_three_pages_and_an_indicator_over_the_page_end() -> None:
    first = "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door tot alles voor\n"
    second = "      iedereen helemaal duidelijk is\n"
    third = "      geworden.\n    - Luistert goed."
    reading = read(
        *HEADING,
        table(HEADER, ("Durf", "Verbindend", first)),
        table(HEADER, ("", "", second), page=2),
        table(HEADER, ("", "", third), page=3),
    )
    text = "Vraagt door tot alles voor iedereen helemaal duidelijk is geworden."
    assert indicators(reading) == [text, "Luistert goed."]


def test_a_name_broken_over_the_page_end() -> None:
    reading = read(
        *HEADING,
        table(HEADER, ("Lef", "Verbindend", OTHER), ("Omgevings-", "Verbindend", BODY)),
        table(HEADER, ("bewustzijn", "", REST), page=2),
    )
    assert names(reading) == ["Lef", "Omgevingsbewustzijn"]
    assert indicators(reading, 1)[-1] == "Kent zijn grenzen."


@pytest.mark.parametrize(
    ("described", "listed", "count"),
    [
        ("Doet dat in de organisatie.", "- Luistert goed.", 2),
        ("ook in de organisatie.", "- Luistert goed.", 1),
        ("Doet dat in de organisatie.", "iedereen begrijpt.", 1),
        ("", "- Luistert goed.", 1),
        ("Doet dat in het team.", "- Luistert goed.", 1),
    ],
    ids=["anew", "it goes on", "an item goes on", "items only", "said again"],
)
def test_a_name_said_again_overleaf_with_another_description_is_another(
    described: str, listed: str, count: int
) -> None:
    header = ("Competentie", "Beschrijving", "Indicatoren")
    first = table(header, ("Lef", "Toont het.", "- Komt."), ("Durf", "Doet dat in het team.", "- Vraagt door wat"))
    reading = read(*HEADING, first, table(header, ("Durf", described, listed), page=2))
    assert names(reading) == ["Lef", *["Durf"] * count]
    assert (Code.NAME_TWICE in codes(reading)) is (count > 1)


OWN_WORDS = "Blijkt te zijn.\nJe ziet:\n    - Vraagt door.\n    - Luistert goed."
NO_LABEL = "Blijkt te zijn.\n    - Vraagt door.\n    - Luistert goed."


@pytest.mark.parametrize("core", ["Verbindend", None], ids=["with its core competence", "as above"])
@pytest.mark.parametrize(
    ("above", "below"), [(OWN_WORDS, OWN_WORDS), (NO_LABEL, NO_LABEL), (NO_LABEL, BODY), (BODY, NO_LABEL)]
)
def test_a_competence_at_the_top_of_a_page_needs_no_label_to_be_one(core: str, above: str, below: str) -> None:
    own = (core, "") if core else ("", "")
    first = table(HEADER, ("Lef", "Verbindend", OTHER), ("Durf", own[0], above))
    reading = read(*HEADING, first, table(HEADER, ("Rust", own[1], below), page=2))
    assert names(reading) == ["Lef", "Durf", "Rust"]
    assert [len(c.indicators) for c in reading.catalogue.competences][1:] == [2, 2]


@pytest.mark.parametrize(("above", "overleaf"), [("", BODY), (BODY[:15], BODY[15:]), (BODY, REST)])
def test_a_core_competence_that_had_no_room_on_its_page_is_that_of_the_name_there(above: str, overleaf: str) -> None:
    reading = read(
        *HEADING,
        table(HEADER, ("Lef", "Verbindend", OTHER), ("Durf", "", above)),
        table(HEADER, ("", "Doortastend", overleaf), page=2),
    )
    found = [(c.name, c.core_competence) for c in reading.catalogue.competences]
    assert found == [("Lef", "Verbindend"), ("Durf", "Doortastend")]


def test_a_core_competence_broken_over_the_page_end() -> None:
    parts = [("Durf", "Ondernemend,\nhelder", BODY[:15])], [(HEADER), ("", "en doelgericht", BODY[15:])]
    reading = read(*HEADING, table(HEADER, ("Lef", "Verbindend", OTHER), *parts[0]), table(*parts[1], page=2))
    cores = [c.core_competence for c in reading.catalogue.competences]
    assert cores == ["Verbindend", "Ondernemend, helder en doelgericht"]


def test_a_name_broken_over_the_page_end_under_a_merged_core_competence() -> None:
    head = "Laat het zien aan iedereen die dat"
    rest = "nodig heeft.\nIndicatoren:\n    - Komt met ideeën."
    reading = read(
        *HEADING,
        table(HEADER, ("Durf", "Verbindend", BODY), ("Conceptuele", None, head)),
        table(HEADER, ("flexibiliteit", "", rest), ("Lef", None, OTHER), page=2),
    )
    assert names(reading) == ["Durf", "Conceptuele flexibiliteit", "Lef"]
    assert {c.core_competence for c in reading.catalogue.competences} == {"Verbindend"}


def test_a_name_with_its_text_in_two_rows_at_the_top_of_a_page_is_of_its_own() -> None:
    first, items = "Blijkt te zijn.", "Indicatoren:\n    - Vraagt door."
    reading = read(
        *HEADING,
        table(HEADER, ("Durf", "Verbindend", first), (None, None, items), ("Lef", None, first), (None, None, items)),
        table(HEADER, ("Integer", "", first), (None, None, items), page=2),
    )
    assert names(reading) == ["Durf", "Lef", "Integer"]


@pytest.mark.parametrize("halves", [("Plannen/", "organiseren"), ("PLANNEN/", "ORGANISEREN")])
def test_a_row_that_is_split_line_by_line_goes_on_in_lower_case(halves: tuple[str, str]) -> None:
    first = table(HEADER, ("Durf", "Verbindend", BODY), (halves[0], "Betrouw", "Bepaalt de"))
    rest = table((halves[1], "baar", "acties.\n" + OTHER.partition("\n")[2]), page=2)
    reading = read(*HEADING, first, rest)
    assert names(reading) == ["Durf", "".join(halves)]
    assert reading.catalogue.competences[1].description == "Bepaalt de acties."


def test_a_name_alone_at_the_page_end_is_no_group_heading() -> None:
    header = ("Competentie", "Beschrijving en indicatoren")
    reading = read(
        *HEADING,
        table(header, ("Kerncompetentie: Verbindend",), ("Durf", BODY), ("Lef", ""), widths=2),
        table(header, ("", OTHER), page=2, widths=2),
    )
    assert names(reading) == ["Durf", "Lef"]
    assert {c.core_competence for c in reading.catalogue.competences} == {"Verbindend"}


def test_a_core_competence_alone_at_the_page_end_is_that_of_the_next_row() -> None:
    last, then = ("", "Verbindend", ""), ("Lef", "", OTHER)
    reading = read(*HEADING, table(HEADER, ("Durf", "Vernieuwend", BODY), last), table(HEADER, then, page=2))
    found = [(c.name, c.core_competence) for c in reading.catalogue.competences]
    assert found == [("Durf", "Vernieuwend"), ("Lef", "Verbindend")]
    assert Code.ROW_CONTINUED in codes(reading)
    assert Code.GROUP_HEADING not in codes(reading)


def test_a_row_whose_name_did_not_fit_on_the_page_goes_with_its_name() -> None:
    header = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
    first, last = ("Durf", "Verbindend", "Gaat op.", "- Neemt risico."), ("", "Verbindend", "Toont zich", "- Kent")
    then = ("Lef", "", "bewust.", "zijn grenzen.")
    reading = read(*HEADING, table(header, first, last, widths=4), table(header, then, page=2, widths=4))
    found = [(c.name, c.core_competence, c.description) for c in reading.catalogue.competences]
    assert found == [("Durf", "Verbindend", "Gaat op."), ("Lef", "Verbindend", "Toont zich bewust.")]


def test_a_core_competence_alone_at_the_page_end_heads_a_group_where_rows_have_none() -> None:
    first, last, then = ("Durf", "", BODY), ("", "Verbindend", ""), ("Lef", "", OTHER)
    parts = table(HEADER, ("", "Vernieuwend", ""), first, last), table(HEADER, then, page=2)
    found = [(c.name, c.core_competence) for c in read(*HEADING, *parts).catalogue.competences]
    assert found == [("Durf", "Vernieuwend"), ("Lef", "Verbindend")]


@pytest.mark.parametrize(
    ("end", "begin", "expected"),
    [
        ("Gaat op basis van\neen afweging over.", "een afweging over.", "Gaat op basis van een afweging over."),
        (
            "Gaat op basis van\neen afweging over",
            "tot een besluit.",
            "Gaat op basis van een afweging over tot een besluit.",
        ),
        ("Zegt steeds:\nja.", "ja.", "Zegt steeds: ja. ja."),
    ],
    ids=["half of it on each page", "another line", "too short to tell"],
)
@pytest.mark.parametrize("name", ["Durf", ""])
def test_a_line_that_the_end_of_the_page_runs_through_is_read_once(
    end: str, begin: str, expected: str, name: str
) -> None:
    header = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
    core = "Moedig" if name else ""
    pages = [("Durf", "Moedig", end, "- Neemt risico."), (name, core, begin, "- Kent zijn grenzen.")]
    parts = [table(header, row, page=number, widths=4) for number, row in enumerate(pages, 1)]
    reading = read(*HEADING, *parts)
    assert [c.description for c in reading.catalogue.competences] == [expected]
    told = [f.was for f in reading.findings if f.code is Code.LINE_AGAIN]
    assert told == ([begin] if expected.count(begin) == 1 and begin in end else [])


def test_the_core_competence_of_a_group_may_stand_overleaf() -> None:
    """Its cell is split over the pages, and the text came to stand in the lower part."""
    group = [("Durf", "Moedig", BODY), ("Lef", "", OTHER), ("Kracht", None, BODY)]
    parts = table(HEADER, *group), table(HEADER, ("Rust", "Kalm", OTHER), ("Vrede", None, BODY), page=2)
    reading = read(*HEADING, *parts)
    cores = [(c.name, c.core_competence) for c in reading.catalogue.competences]
    assert cores == [("Durf", "Moedig"), ("Lef", "Kalm"), ("Kracht", "Kalm"), ("Rust", "Kalm"), ("Vrede", "Kalm")]
    assert [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING] == ["Lef", "Kracht"]


def test_the_core_competence_overleaf_is_none_of_a_group_that_goes_on_from_the_page_before() -> None:
    """What is left of a row at the top of the page has a cell of its own, and the group's goes on below it."""
    first = table(HEADER, ("Durf", "Moedig", BODY), ("Lef", None, BODY))
    then = table(HEADER, ("", "", REST), ("Kracht", "", BODY), ("Rust", None, OTHER), page=2)
    last = table(HEADER, ("Vrede", "Kalm", OTHER), page=3)
    cores = [(c.name, c.core_competence) for c in read(*HEADING, first, then, last).catalogue.competences]
    assert cores == [("Durf", "Moedig"), ("Lef", "Moedig"), ("Kracht", "Moedig"), ("Rust", "Moedig"), ("Vrede", "Kalm")]


def test_a_core_competence_had_no_room_beside_the_first_row_of_its_group() -> None:
    """It runs down the page, and little of the row stands at the end of this one."""
    first = table(HEADER, ("Durf", "Moedig", BODY), ("Lef", None, OTHER))
    then = table(HEADER, ("Kracht", "", BODY), ("Rust", "", BODY[:15]), page=2)
    last = table(HEADER, ("", "Kalm", BODY[15:]), ("Vrede", None, OTHER), page=3)
    cores = [(c.name, c.core_competence) for c in read(*HEADING, first, then, last).catalogue.competences]
    assert cores == [("Durf", "Moedig"), ("Lef", "Moedig"), ("Kracht", "Moedig"), ("Rust", "Kalm"), ("Vrede", "Kalm")]


def test_a_core_competence_overleaf_is_none_of_rows_whose_cells_are_apart() -> None:
    group = [("Durf", "Moedig", BODY), ("Lef", "", OTHER), ("Kracht", "", BODY)]
    parts = table(HEADER, *group), table(HEADER, ("Rust", "Kalm", OTHER), page=2)
    cores = [c.core_competence for c in read(*HEADING, *parts).catalogue.competences]
    assert cores == ["Moedig", "Moedig", "Moedig", "Kalm"]


def test_a_core_competence_beside_a_row_without_text_is_no_group_heading() -> None:
    """Its cell goes on beside the rows below: the first is what the page's end left of a row."""
    upper = table(HEADER, ("Durf", "Moedig", BODY), ("Lef", None, OTHER))
    lower = table(("", "Kalm", ""), ("Rust", None, OTHER), ("Vrede", None, BODY), page=2)
    first = lower.rows[0]
    deep = replace(first.cells[1], box=Box(100.0, 100.0, 200.0, 699.0))
    lower = replace(lower, rows=(replace(first, cells=(first.cells[0], deep, first.cells[2])), *lower.rows[1:]))
    reading = read(*HEADING, upper, lower)
    cores = [(c.name, c.core_competence) for c in reading.catalogue.competences]
    assert cores == [("Durf", "Moedig"), ("Lef", "Moedig"), ("Rust", "Kalm"), ("Vrede", "Kalm")]
    assert Code.GROUP_HEADING not in codes(reading)


def test_a_line_that_the_page_end_runs_through_is_read_once_where_the_name_stands_overleaf() -> None:
    header = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
    first, last = ("Durf", "Moedig", "Gaat op.", "- Neemt risico."), ("", "Kalm", "Toont zich\nbewust van", "")
    then = ("Lef", "", "bewust van\ngrenzen.", "- Kent ze.")
    reading = read(*HEADING, table(header, first, last, widths=4), table(header, then, page=2, widths=4))
    assert [c.description for c in reading.catalogue.competences] == ["Gaat op.", "Toont zich bewust van grenzen."]
    assert [f.competence for f in reading.findings if f.code is Code.LINE_AGAIN] == ["Lef"]


@pytest.mark.parametrize(("left", "guessed", "told"), [(0.0, True, False), (40.0, True, True), (0.0, False, True)])
def test_a_part_whose_text_begins_where_that_of_the_header_does_goes_on_wherever_its_borders_lie(
    left: float, guessed: bool, told: bool
) -> None:
    """Without rules a border may stand anywhere in the white between two columns."""
    first = table(HEADER, ("Durf", "Moedig", BODY))
    more = table(("Lef", "Moedig", OTHER), ("Rust", "Kalm", OTHER), page=2)
    shifted = [replace(row, cells=(row.cells[0], _further(row.cells[1], left), row.cells[2])) for row in more.rows]
    moved = replace(more, edges=(0.0, 120.0 + left, 180.0, 300.0), rows=tuple(shifted))
    made = document(*HEADING, first, moved)
    finding = Finding(code=Code.ROWS_FROM_WHITE_SPACE, place=moved.origin)
    reading = document_to_reading(replace(made, findings=(finding,) if guessed else ()))
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Lef", "Rust"]
    assert (Code.TABLE_UNSURE in codes(reading)) is told


def _further(cell: Cell, by: float) -> Cell:
    """A cell with its lines so much further to the right."""
    lines = []
    for line in cell.lines:
        assert isinstance(line.origin, PagePlace)
        box = line.origin.box
        place = replace(line.origin, box=Box(box.x0 + by, box.top, box.x1 + by, box.bottom))
        lines.append(replace(line, origin=place))
    return replace(cell, lines=tuple(lines))
