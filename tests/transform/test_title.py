"""The title where an edition says of itself what it is, from when and whose."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.documents import HEADER, LEADING, printed, table
from tests.transform.test_heading import BODY, HEADING, codes, read
from transform.document import Line
from transform.findings import Code
from transform.place import Box, PagePlace

DURF = table(HEADER, ("Durf", "Verbindend", BODY))
TITLE = HEADING[1]


def lines(*said: str | tuple[str, float]) -> list[Line]:
    """Lines below each other, with the size of their type where it is not that of the text."""
    made = []
    for number, own in enumerate(said):
        text, size = (own, 10.0) if isinstance(own, str) else own
        made += [replace(line, size=size) for line in printed(text, top=number * LEADING)]
    return made


OF_EDITION = [
    "(behorend bij artikel 2)",
    "Behorende bij artikel 2, tweede lid",
    "Versie 2.0, maart 2026",
    "Vastgesteld op 12 maart 2026",
    "12 maart 2026",
    "12-03-2026",
    "Geldig vanaf 1 mei 2026",
    "Met ingang van 1 mei 2026",
    "Inleiding",
    "Leeswijzer",
    "Inhoud",
]


@pytest.mark.parametrize("said", OF_EDITION)
@pytest.mark.parametrize("above", [False, True], ids=["title below", "title above"])
def test_what_an_edition_says_of_itself_is_no_title(said: str, above: bool) -> None:
    heading = (TITLE, HEADING[0], said) if above else (HEADING[0], said, TITLE)
    reading = read(*lines(*heading), DURF)
    assert (reading.catalogue.title, reading.catalogue.appendix) == (TITLE, HEADING[0])
    assert Code.TITLE_UNSURE not in codes(reading)


def test_nor_is_it_the_rest_of_one() -> None:
    assert read(*lines(HEADING[0], TITLE, "versie 2.0"), DURF).catalogue.title == TITLE


def test_nor_does_a_paragraph_hold_the_title() -> None:
    text = ("Deze catalogus bevat alle competenties", "die gelden voor iedereen die bij ons werkt.")
    assert read(*lines(TITLE, HEADING[0], "Inleiding", *text), DURF).catalogue.title == TITLE


@pytest.mark.parametrize("appendix", ["Bijlage 1B", "Bijlage 1B: Competentiecatalogus"])
def test_it_is_told_where_it_is_all_there_is(appendix: str) -> None:
    assert Code.TITLE_UNSURE in codes(read(*lines(appendix, "Versie 2.0"), DURF))


@pytest.mark.parametrize(
    ("said", "title", "told"),
    [
        (("Ministerie van Zaken", (TITLE, 16.0)), TITLE, False),
        (("Ministerie van Zaken", TITLE), "Ministerie van Zaken", True),
        ((("Waardevol werken", 16.0), "Overzicht van competenties"), "Waardevol werken", False),
        (("Waardevol werken",), "Waardevol werken", False),
    ],
)
def test_another_line_that_speaks_of_competences(
    said: tuple[str | tuple[str, float], ...], title: str, told: bool
) -> None:
    reading = read(*lines(HEADING[0], *said), DURF)
    assert (reading.catalogue.title, Code.TITLE_UNSURE in codes(reading)) == (title, told)


def test_without_an_appendix_line_the_largest_on_the_page_is_the_title() -> None:
    said = ((TITLE, 16.0), ("1. Competenties", 12.0), "De tabel noemt per competentie wat die is.")
    assert read(*lines(*said), DURF).catalogue.title == TITLE


@pytest.mark.parametrize("others", [("Bijlage 2: formulier",), ("Bijlage 1A Formulier", "Bijlage 1C Niveaus")])
def test_other_appendices_may_be_named_below_the_title(others: tuple[str, ...]) -> None:
    reading = read(*lines(*HEADING, *others), DURF)
    assert (reading.catalogue.title, reading.catalogue.appendix) == (TITLE, HEADING[0])
    assert Code.TITLE_UNSURE in codes(reading)


def test_an_appendix_with_a_title_of_its_own_is_the_last_all_the_same() -> None:
    reading = read(*lines("Bijlage 1A", "Overzicht van taken", "Bijlage 1B", "Waardevol werken"), DURF)
    assert (reading.catalogue.title, reading.catalogue.appendix) == ("Waardevol werken", "Bijlage 1B")


def test_a_title_in_a_line_above_the_first_table_is_none_of_the_name_above_it_where_a_table_has_it_again() -> None:
    """The row above goes on overleaf: what stands first there is no more of its name."""
    title, cells = "Overzicht van de competenties", ("", "", "Indicatoren:\n    - Vraagt door.")
    begun = table(HEADER, ("Durf", "Verbindend", BODY.split("\n")[0]))
    rest = table((title, "", ""), HEADER, cells, ("Moed", "Verbindend", BODY), page=2)
    reading = read(*HEADING, title, begun, rest)
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Moed"]


@pytest.mark.parametrize(
    ("size", "below", "appendix"),
    [(16.0, "Schalen en functies", "Bijlage 1B"), (8.0, "Schalen en functies", "Bijlage 1A"), (16.0, "", "Bijlage 1A")],
    ids=["over the last", "in smaller type", "of the one before"],
)
def test_a_title_above_its_appendix_line_below_another_appendix(size: float, below: str, appendix: str) -> None:
    said: list[str | tuple[str, float]] = ["Bijlage 1A"]
    said += ["Competenties per schaal", below] if below else []
    said += [(TITLE, size), "Bijlage 1B"]
    assert read(*lines(*said), DURF).catalogue.appendix == appendix


@pytest.mark.parametrize(("size", "title"), [(16.0, TITLE), (10.0, "Gemeente Veere")])
def test_a_title_on_the_other_half_of_the_sheet_stands_beside_the_table(size: float, title: str) -> None:
    beside = replace(printed(TITLE, top=95.0)[0], size=size)
    rows = replace(DURF, origin=PagePlace(page=1, box=Box(200.0, 80.0, 500.0, 700.0)))
    assert read(*lines("Gemeente Veere", HEADING[0]), beside, rows).catalogue.title == title


@pytest.mark.parametrize(
    ("title", "told"),
    [("1. Catalogus", True), ("2 Catalogus", True), ("2026 Catalogus", False), ("27 competenties", False)],
)
def test_a_title_with_a_number_before_it_is_asked_about(title: str, *, told: bool) -> None:
    assert (Code.TITLE_UNSURE in codes(read(*lines(HEADING[0], title), DURF))) == told
