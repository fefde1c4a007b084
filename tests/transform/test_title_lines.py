"""What stands near the title and the appendix line and is neither."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, table, typed
from transform.document import Line, Raised
from transform.findings import Code
from transform.place import WordPlace
from transform.reading import Reading

APPENDIX, TITLE = "Bijlage 1B bij de Regeling", "Competentiecatalogus"
ROWS = table(HEADER, ("Durf", "Verbindend", "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door."))


def read(*texts: str) -> Reading:
    return document_to_reading(document(*typed(*texts), ROWS))


def told(reading: Reading) -> bool:
    return Code.TITLE_UNSURE in {finding.code for finding in reading.findings}


@pytest.mark.parametrize(
    "line",
    [
        "Behorend bij artikel 4, eerste lid, van de Regeling",
        "(behorende bij artikel 4)",
        "Als bedoeld in artikel 4",
        "Versie 2.0, 1 mei 2026",
        "1 mei 2026",
        "01-05-2026",
        "CONCEPT",
        "Leeswijzer",
        "Inleiding:",
    ],
)
def test_a_line_beside_the_title_is_none(line: str) -> None:
    for texts in ((APPENDIX, line, TITLE), (APPENDIX, TITLE, line), (TITLE, APPENDIX, line), (line, APPENDIX, TITLE)):
        reading = read(*texts)
        assert (reading.catalogue.appendix, reading.catalogue.title) == (APPENDIX, TITLE)
        assert not told(reading)


@pytest.mark.parametrize("title", ["Conceptueel denken", "Inleiding in het vak", "Horen en zien", "Datumloos"])
def test_a_title_may_begin_as_such_a_line(title: str) -> None:
    assert read(APPENDIX, title).catalogue.title == title


def test_without_another_line_such_a_line_is_the_title() -> None:
    assert read(APPENDIX, "Leeswijzer").catalogue.title == "Leeswijzer"


@pytest.mark.parametrize(
    ("texts", "title", "is_told"),
    [
        ((APPENDIX, "Directie Personeel", TITLE), "Directie Personeel", True),
        ((APPENDIX, "Vakmanschap", "Hierin staan alle competenties."), "Vakmanschap", False),
        ((APPENDIX, TITLE, "Overzicht per kerncompetentie"), TITLE, False),
    ],
)
def test_a_line_below_the_title_that_speaks_of_competences_is_told(
    texts: tuple[str, ...], title: str, is_told: bool
) -> None:
    reading = read(*texts)
    assert (reading.catalogue.title, told(reading)) == (title, is_told)


def test_an_appendix_line_goes_on_with_what_it_belongs_to() -> None:
    catalogue = read("Bijlage 1B", "Bij de Regeling", TITLE).catalogue
    assert (catalogue.appendix, catalogue.title) == ("Bijlage 1B Bij de Regeling", TITLE)


def test_a_sentence_about_another_appendix_is_no_appendix_line() -> None:
    catalogue = read(APPENDIX, TITLE, "Bijlage 3 van het besluit is niet van toepassing.").catalogue
    assert (catalogue.appendix, catalogue.title) == (APPENDIX, TITLE)


@pytest.mark.parametrize(
    ("headers", "appendix"),
    [([APPENDIX], APPENDIX), ([APPENDIX, APPENDIX], APPENDIX), ([APPENDIX, "Bijlage 1A"], ""), (["Regeling"], "")],
)
def test_an_appendix_line_may_stand_in_the_header_alone(headers: list[str], appendix: str) -> None:
    parts = [
        Line(text=text, origin=WordPlace(paragraph=1, part=f"word/header{n}.xml")) for n, text in enumerate(headers)
    ]
    catalogue = document_to_reading(document(*typed(TITLE), ROWS, *parts)).catalogue
    assert (catalogue.appendix, catalogue.title) == (appendix, TITLE)


def test_a_raised_sign_in_a_title_without_a_note_is_told() -> None:
    (line,) = typed(f"{TITLE}1")
    raised = replace(line, raised=(Raised(start=len(TITLE), end=len(TITLE) + 1),))
    assert told(document_to_reading(document(*typed(APPENDIX), raised, ROWS)))
