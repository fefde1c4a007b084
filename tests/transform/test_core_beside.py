"""Core competences without a column or heading: behind the names, or above the descriptions."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER as COLUMNS
from tests.documents import document, table
from tests.transform.test_habits import OTHER, codes, competences, grid, read, row
from transform.findings import Code
from transform.reading import Reading

BODY = ("Blijkt te zijn.", "Indicatoren:", "- Vraagt door.", "- Luistert goed.")
HEADER = ("Competentie", "Beschrijving en indicatoren")
CORES = {"Durf": "Moedig", "Lef": "Moedig", "Rust": "Kalm", "Geduld": "Kalm"}
EDGES = (0.0, 100.0, 500.0)


def found(reading: Reading) -> dict[str, str]:
    return {c.name: c.core_competence for c in reading.catalogue.competences}


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("{name} ({core})", True),
        ("{name}|({core})", True),
        ("{name} [{core}]", True),
        ("{name}|{core}", True),
        ("{name}\n{core}", True),
        ("{name}|Kerncompetentie: {core}", False),
        ("{name} (kerncompetentie: {core})", False),
    ],
)
def test_what_stands_behind_every_name_is_its_core_competence(printed: str, told: bool) -> None:
    names = [tuple(printed.format(name=name, core=core).split("|")) for name, core in CORES.items()]
    reading = read(grid(row(*HEADER), *(row(name, BODY) for name in names), edges=EDGES))
    assert found(reading) == CORES
    assert (Code.CORE_COMPETENCE_UNSURE in codes(reading)) is told
    assert Code.CORE_COMPETENCE_MISSING not in codes(reading)
    assert reading.books.unaccounted == 0


@pytest.mark.parametrize(
    "names",
    [
        ["Durf", "Lef (Moedig)", "Rust (Kalm)", "Geduld (Kalm)"],
        ["Durf (dapper)", "Lef (moed)", "Rust (kalmte)", "Geduld (wachten)"],
        ["Durf (niveau 1)", "Lef (niveau 2)", "Rust (niveau 1)", "Geduld (niveau 2)"],
        ["Durf (iedereen)", "Lef (iedereen)", "Rust (iedereen)", "Geduld (iedereen)"],
    ],
    ids=["not behind all", "of one name each", "that counts", "behind all the same"],
)
def test_other_words_in_brackets_are_of_the_name(names: list[str]) -> None:
    reading = read(grid(row(*HEADER), *(row(name, BODY) for name in names), edges=EDGES))
    assert list(found(reading)) == names
    assert Code.CORE_COMPETENCE_MISSING in codes(reading)


def test_words_in_brackets_are_of_the_name_where_core_competences_have_a_column() -> None:
    rows = [row(f"{name} ({core})", "Verbindend", BODY) for name, core in CORES.items()]
    reading = read(grid(row("Competentie", "Kerncompetentie", "Beschrijving en indicatoren"), *rows))
    assert set(found(reading).values()) == {"Verbindend"}


def test_a_line_above_every_description_may_say_which_core_competence_it_is() -> None:
    rows = [row(name, (f"Kerncompetentie: {core}", *OTHER)) for name, core in CORES.items()]
    reading = read(grid(row(*HEADER), *rows, edges=EDGES))
    assert found(reading) == CORES
    assert {described for _, _, described, _ in competences(reading)} == {"Laat het zien."}


def test_a_cell_of_core_competences_may_say_what_it_holds() -> None:
    header = row("Competentie", "Kerncompetentie", "Beschrijving en indicatoren")
    reading = read(grid(header, row("Durf", "Kerncompetentie: Moedig", BODY), row("Rust", "Kalm", OTHER)))
    assert found(reading) == {"Durf": "Moedig", "Rust": "Kalm"}


def test_an_empty_cell_below_the_end_of_a_merged_one_asks_a_person() -> None:
    """It is no part of that, nor are those that are merged with it; on the next page nothing tells."""
    texts = (("Durf", "Moedig"), ("Moed", None), ("Lef", ""), ("Inzet", None), ("Ijver", "Kalm"))
    rows = [(name, core, "\n".join(BODY)) for name, core in texts]
    heading = ("Bijlage 1B", "Competentiecatalogus")
    reading = document_to_reading(document(*heading, table(COLUMNS, *rows)))
    assert [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING] == ["Lef", "Inzet"]
    reading = document_to_reading(document(*heading, table(COLUMNS, *rows[:2]), table(*rows[2:], page=2)))
    assert Code.CORE_COMPETENCE_MISSING not in codes(reading)


@pytest.mark.parametrize(
    ("cores", "doubted"),
    [
        (("1 Moedig", "2", "3 Kalm"), ["Durf", "Lef", "Rust"]),
        (("1", "1", "2"), []),
        (("1 Moedig", "1 Moedig", "2 Kalm"), []),
    ],
    ids=["a column of numbers beside it", "called by numbers", "numbered"],
)
def test_a_core_competence_that_is_only_a_number_beside_others_with_words_asks_a_person(
    cores: tuple[str, ...], doubted: list[str]
) -> None:
    rows = [(name, core, "\n".join(BODY)) for name, core in zip(CORES, cores, strict=False)]
    reading = document_to_reading(document("Bijlage 1B", "Competentiecatalogus", table(COLUMNS, *rows)))
    assert [f.competence for f in reading.findings if f.code is Code.CORE_COMPETENCE_MISSING] == doubted
