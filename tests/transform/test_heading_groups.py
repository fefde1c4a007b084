"""Headings of core competences, and captions, that stand where a title does."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import document, typed
from tests.transform.test_habits import BODY, codes, grid, row
from transform.document import Block
from transform.findings import Code
from transform.reading import Reading

APPENDIX, TITLE = "Bijlage 1B bij de Regeling", "Competentieoverzicht"
INTRO = "Onder deze kerncompetentie vallen de volgende competenties."
HEADER = row("Competenties", "Beschrijving en indicatoren")
MOEDIG, KALM = grid(HEADER, row("Durf", BODY), row("Lef", BODY)), grid(HEADER, row("Rust", BODY))


def read_all(*blocks: Block) -> Reading:
    return document_to_reading(document(*blocks))


def read(*before: str, between: tuple[str, ...] = ("Kalm",)) -> Reading:
    return read_all(*typed(*before), MOEDIG, *typed(*between), KALM)


def said(reading: Reading) -> tuple[str, list[str]]:
    return reading.catalogue.title, [c.core_competence for c in reading.catalogue.competences]


#: What stands above the first table, and above the second.
ABOVE = {
    "the heading alone": ((TITLE, APPENDIX, "Moedig"), ("Kalm",)),
    "a sentence below it": ((TITLE, APPENDIX, "Moedig", INTRO), ("Kalm", INTRO)),
    "a title below the appendix line": ((APPENDIX, TITLE, "Moedig", INTRO), ("Kalm", INTRO)),
}


@pytest.mark.parametrize(("first", "second"), ABOVE.values(), ids=ABOVE.keys())
def test_the_heading_of_the_first_core_competence_is_no_title(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert said(read(*first, between=second)) == (TITLE, ["Moedig", "Moedig", "Kalm"])


def test_a_heading_that_says_what_it_is_is_no_title() -> None:
    first, second = (f"Kerncompetentie {letter} – {core}" for letter, core in (("A", "Moedig"), ("B", "Kalm")))
    assert said(read(TITLE, APPENDIX, first, between=(second,)))[0] == TITLE


def test_without_a_title_the_heading_taken_for_one_is_told() -> None:
    third = grid(HEADER, row("Trots", BODY))
    blocks: tuple[Block, ...] = (
        *typed(APPENDIX, "Moedig", INTRO),
        MOEDIG,
        *typed("Kalm", INTRO),
        KALM,
        *typed("Fier", INTRO),
        third,
    )
    reading = read_all(*blocks)
    assert said(reading) == ("Moedig", ["", "", "Kalm", "Fier"])
    assert Code.TITLE_UNSURE in codes(reading)


@pytest.mark.parametrize("before", [(TITLE, APPENDIX), (APPENDIX, TITLE)])
def test_a_caption_is_no_title(before: tuple[str, ...]) -> None:
    reading = read_all(*typed(*before, "Tabel 1. Alle onderdelen"), MOEDIG)
    assert reading.catalogue.title == TITLE
    assert Code.TITLE_UNSURE not in codes(reading)


def test_the_rest_of_a_caption_is_no_title() -> None:
    caption = typed("Tabel 1. Alle onderdelen, met hun beschrijving en", "indicatoren")
    reading = read_all(*typed("Bijlage 1B", "Competentiecatalogus"), *caption, MOEDIG)
    assert reading.catalogue.title == "Competentiecatalogus"
    assert Code.TITLE_UNSURE not in codes(reading)


@pytest.mark.parametrize("lines", [("Tabel 1. Alle onderdelen",), ("Durf\t1", "Lef\t2")])
def test_a_caption_or_contents_in_place_of_a_title_is_told(lines: tuple[str, ...]) -> None:
    assert Code.TITLE_UNSURE in codes(read_all(*typed(APPENDIX, *lines), MOEDIG))
