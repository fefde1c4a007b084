"""A regulation has several appendices, and tables in more than one of them."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table
from transform.appendices import appendix_number
from transform.document import Block, Table
from transform.findings import Code
from transform.reading import Reading

BODY = "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door.\n    - Luistert goed."
OTHER = "Laat het zien.\nIndicatoren:\n    - Komt met ideeën."
FORM, CATALOGUE, LEVELS = "Bijlage 1A Formulier", "Bijlage 1B bij de Regeling", "Bijlage 1C Niveaus"
OURS = table(HEADER, ("Durf", "Verbindend", BODY), ("Lef", "Verbindend", OTHER))
#: Tables of other appendices: with headings of the catalogue, of its columns, without any heading.
OTHERS = {
    "a level of each competence": (("Competentie", "Niveau", "Gedragsindicatoren"), ("Durf", "2", "- Durft.")),
    "a form to fill in": (("Competentie", "Indicatoren", "Afspraken"), ("", "", "")),
    "the same headings": (HEADER, ("Sturen", "Leidend", OTHER)),
    "headings of two columns": (("Competentie", "Omschrijving en indicatoren"), ("Sturen", OTHER)),
    "other headings": (("Competentie", "Kerncompetentie", "Tips"), ("Durf", "Verbindend", "Oefen:\n    - Vraag hulp.")),
    "no headings": (("Resultaat 1", "Verbindend", "Voor de zomer:\n    - Af."),),
}


def read(*blocks: Block | str) -> Reading:
    return document_to_reading(document(*blocks))


def codes(reading: Reading) -> set[Code]:
    return {finding.code for finding in reading.findings}


@pytest.mark.parametrize("rows", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_a_table_of_another_appendix_is_none_of_the_catalogue(rows: tuple[tuple[str, ...], ...], before: bool) -> None:
    other: Table = table(*rows, page=1 if before else 2, widths=len(rows[0]))
    ours = (CATALOGUE, "Competenties van iedereen", OURS)
    reading = read(*((FORM, other, *ours) if before else (*ours, LEVELS, other)))
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Lef"]
    assert (reading.catalogue.appendix, reading.catalogue.title) == (CATALOGUE, "Competenties van iedereen")
    assert codes(reading) & {Code.TABLE_ELSEWHERE, Code.TABLE_PASSED_OVER}


@pytest.mark.parametrize("name", ["the same headings", "headings of two columns"])
def test_competences_of_another_appendix_want_a_person(name: str) -> None:
    other = table(*OTHERS[name], page=2, widths=len(OTHERS[name][0]))
    assert Code.TABLE_ELSEWHERE in codes(read(CATALOGUE, "Catalogus", OURS, LEVELS, other))


def test_the_appendix_of_the_catalogue_is_where_most_rows_say_something() -> None:
    rows = (("Durf", "Verbindend", ""), ("Beschrijving", "Blijkt.", ""), ("Indicatoren", "- Vraagt door.", ""))
    other = table(*OTHERS["the same headings"], page=2)
    assert Code.TABLE_ELSEWHERE in codes(read(CATALOGUE, "Catalogus", table(HEADER, *rows), LEVELS, other))


@pytest.mark.parametrize(
    "between", ["Bijlage 1B (vervolg)", "Bijlage 1B-2", "Bijlage 1A wordt gebruikt", "Zie Bijlage 1A", "Bijlage"]
)
def test_a_line_that_heads_no_other_appendix_parts_nothing(between: str) -> None:
    reading = read(CATALOGUE, "Catalogus", OURS, between, table(HEADER, ("Moed", "Krachtig", OTHER), page=2))
    assert [c.name for c in reading.catalogue.competences] == ["Durf", "Lef", "Moed"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bijlage 1B bij de Regeling", "1b"),
        ("BIJLAGE II: Formulier", "ii"),
        ("Bijlage A", "a"),
        ("Bĳlage 1B bĳ de Regeling", "1b"),
        ("Bijlage nr. 3 – behorend bij artikel 2", "3"),
        ("Bijlage 1B bevat de competenties.", ""),
        ("Bijlage 1C ........ 12", ""),
        ("Bijlage bij de Regeling", ""),
        ("Bijlagen 1 en 2", ""),
    ],
)
def test_the_number_of_an_appendix_is_read_from_its_heading(text: str, number: str) -> None:
    (line,) = printed(text)
    assert appendix_number(line) == number


@pytest.mark.parametrize(
    "said",
    ["Bijlage 1B beschrijft de competenties.", "Bijlage 1B hoort bij artikel 2", "Bijlage 1A wordt daarna\ningevuld."],
)
def test_a_sentence_about_the_appendix_below_its_heading_is_no_heading(said: str) -> None:
    reading = read(CATALOGUE, "Competentiecatalogus", said, OURS)
    assert (reading.catalogue.appendix, reading.catalogue.title) == (CATALOGUE, "Competentiecatalogus")
