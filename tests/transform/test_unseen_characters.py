"""Characters that draw nothing: they are nothing to the books, to bullets and to texts."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, table
from transform.document import ZERO_WIDTH, is_blank, printed_characters

#: Formats by their category that are drawn all the same: they hold a number.
DRAWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
SELECTORS = "\ufe00\ufe0e\ufe0f\U000e0100\u180b\u034f"


def test_every_format_character_of_unicode_is_nothing() -> None:
    formats = {chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cf"}
    assert formats - DRAWN <= ZERO_WIDTH
    assert not DRAWN & ZERO_WIDTH


def test_nothing_that_is_drawn_is_among_them() -> None:
    """But for what Unicode may yet assign, they are formats, and marks that choose a variant of a sign."""
    others = {c for c in ZERO_WIDTH if unicodedata.category(c) not in {"Cf", "Cn"}}
    assert {unicodedata.category(c) for c in others} == {"Mn"}
    assert all("SELECTOR" in unicodedata.name(c) or c == "\u034f" for c in others)


@pytest.mark.parametrize("sign", [*SELECTORS, "\u202a", "\u2068", "\u2069", "\u061c", "\u2063"])
def test_a_character_that_draws_nothing_is_in_no_text(sign: str) -> None:
    body = f"Blijkt{sign} te zijn.\nIndicatoren:\n    ✔{sign} Vraagt{sign} door.\n    ✔{sign} Luistert goed.{sign}"
    (competence,) = document_to_reading(
        document("Titel", table(HEADER, (f"{sign}Du{sign}rf", f"Verbindend{sign}", body)))
    ).catalogue.competences
    assert (competence.name, competence.core_competence) == ("Durf", "Verbindend")
    assert competence.description == "Blijkt te zijn."
    assert [indicator.text for indicator in competence.indicators] == ["Vraagt door.", "Luistert goed."]
    assert is_blank(sign)
    assert printed_characters(f"a{sign}b") == "ab"


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200e", "\u202c", "\ufeff"])
@pytest.mark.parametrize("label", ["Indica{}toren:", "Indicator{}en:", "{}Indicatoren{}:", "Indicatoren:{}"])
def test_a_label_is_one_whatever_stands_unseen_in_it(label: str, sign: str) -> None:
    body = f"Blijkt te zijn.\n{label.format(sign, sign)}\n    - Vraagt door."
    reading = document_to_reading(document("Titel", table(HEADER, ("Durf", "Verbindend", body))))
    (competence,) = reading.catalogue.competences
    assert competence.description == "Blijkt te zijn."
    assert [indicator.text for indicator in competence.indicators] == ["Vraagt door."]


@pytest.mark.parametrize("line", ["Bij{}lage 1B bij de Regeling", "{}Bijlage{} 1B bij de Regeling"])
def test_an_appendix_line_is_one_whatever_stands_unseen_in_it(line: str) -> None:
    rows = table(HEADER, ("Durf", "Verbindend", "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door."))
    for sign in ("\u00ad", "\u200b", "\u200e", "\u202c"):
        catalogue = document_to_reading(document(line.format(sign, sign), "Catalogus", rows)).catalogue
        assert (catalogue.appendix, catalogue.title) == ("Bijlage 1B bij de Regeling", "Catalogus")
