"""Flaws of the text: kept, and told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, WIDTH, document, table
from transform.findings import Code, Finding, Severity

FILLED = "- Bespreekt de rol in het adviesp".ljust(WIDTH, "r")


def test_a_description_without_a_letter_is_missing() -> None:
    """So a program leaves the mark of a note without the text that it belongs to."""
    cell = "1\nIndicatoren:\n- Vraagt door."
    found = document_to_reading(document(table(HEADER, ("Durf", "Verbindend", cell)))).findings
    assert Code.DESCRIPTION_MISSING in [finding.code for finding in found]


@pytest.mark.parametrize(
    ("indicator", "code"),
    [
        ("- Bespreekt de rol in het team.", None),
        ("- Bespreekt de rol in het team", Code.FULL_STOP_MISSING),
        (FILLED, Code.TEXT_CUT),
        ("- Bespreekt de rol in het…", Code.TEXT_CUT),
        ("- Bespreekt de rol in het ...", Code.TEXT_CUT),
        (FILLED[:-1] + ".", None),
        (f"- Bespreekt met de ander\n  {FILLED[2:-2]}", Code.FULL_STOP_MISSING),
        ("- Bespreekt de rol rol in het team.", Code.WORD_DOUBLED),
    ],
    ids=[
        "whole",
        "no full stop",
        "full to the last letter",
        "an ellipsis",
        "three dots",
        "full, with a stop",
        "two letters left",
        "doubled",
    ],
)
def test_flaws_of_an_indicator(indicator: str, code: Code | None) -> None:
    whole = document("Bijlage", "Catalogus", table(HEADER, ("Durf", "Moedig", f"Gaat op.\nIndicatoren:\n{indicator}")))
    found = [f.code for f in document_to_reading(whole).findings if f.field == "indicator"]
    flaws = {Code.FULL_STOP_MISSING, Code.TEXT_CUT, Code.WORD_DOUBLED}
    assert [c for c in found if c in flaws] == ([code] if code else [])


def test_a_sign_of_a_symbol_font_in_a_text_wants_a_person() -> None:
    whole = table(HEADER, ("Durf", "Moedig", "Gaat op.\nIndicatoren:\n- Wijst de weg n iets."))
    cells = whole.rows[1].cells
    lines = tuple(replace(line, pictured="weg" in line.text) for line in cells[2].lines)
    row = replace(whole.rows[1], cells=(*cells[:2], replace(cells[2], lines=lines)))
    found = document_to_reading(document("Bijlage", "Catalogus", replace(whole, rows=(whole.rows[0], row)))).findings
    assert [(f.competence, f.field) for f in found if f.code is Code.SYMBOL_INLINE] == [("Durf", "indicator")]
    assert Finding(code=Code.SYMBOL_INLINE).severity is Severity.WARNING


@pytest.mark.parametrize(("symbol", "field"), [("§ Wijst", "description"), ("§ Neemt", None), (" Wijst", None)])
def test_a_bullet_of_a_symbol_font_is_no_text_of_an_indicator_and_wants_a_person_within_a_description(
    symbol: str, field: str | None
) -> None:
    whole = table(HEADER, ("Durf", "Moedig", "Houdt in:\n§ Wijst de weg.\nIndicatoren:\n§ Neemt."))
    cells = whole.rows[1].cells
    lines = tuple(replace(line, symbols=int(line.text.startswith(symbol.strip()))) for line in cells[2].lines)
    if symbol.startswith(" "):
        lines = tuple(
            replace(line, text=f" {line.text}", symbols=1) if "Wijst" in line.text else line for line in lines
        )
    row = replace(whole.rows[1], cells=(*cells[:2], replace(cells[2], lines=lines)))
    found = document_to_reading(document("Bijlage", "Catalogus", replace(whole, rows=(whole.rows[0], row)))).findings
    assert [f.field for f in found if f.code is Code.SYMBOL_INLINE] == ([field] if field else [])


@pytest.mark.parametrize(
    ("small", "told"),
    [({}, []), ({3: "gedrag en leert"}, ["C3"]), ({3: "’s Morgens"}, []), (dict.fromkeys(range(5), "gaat"), [])],
    ids=["none", "one of twenty", "after an apostrophe", "the habit of the document"],
)
def test_a_text_that_begins_small_unlike_the_others_wants_a_person(small: dict[int, str], told: list[str]) -> None:
    bodies = [f"{small.get(n, 'Gaat')} op.\nIndicatoren:\n- Neemt." for n in range(20)]
    whole = table(HEADER, *((f"C{n}", "Moedig", body) for n, body in enumerate(bodies)))
    found = document_to_reading(document("Bijlage", "Catalogus", whole)).findings
    assert [(f.competence, f.field) for f in found if f.code is Code.BEGINS_SMALL] == [(c, "description") for c in told]
    assert Finding(code=Code.BEGINS_SMALL).severity is Severity.WARNING


@pytest.mark.parametrize("column", [0, 1, 2])
def test_names_core_competences_and_indicators_begin_alike_too(column: int) -> None:
    rows = [[f"C{n}", f"Moedig {n}", "Gaat op.\nIndicatoren:\n- Neemt."] for n in range(20)]
    rows[7][column] = "Gaat op.\nIndicatoren:\n- neemt." if column == 2 else "rest"
    found = document_to_reading(document("Bijlage", "Catalogus", table(HEADER, *rows))).findings
    fields = [f.field for f in found if f.code is Code.BEGINS_SMALL]
    assert fields == [("name", "core_competence", "indicator")[column]]


@pytest.mark.parametrize(
    ("name", "told"), [("🎯 Durf", True), ("Durf \ue001", True), ("Durf 100°", False), ("Durf®", False)]
)
def test_a_picture_amid_a_text_wants_a_person(name: str, told: bool) -> None:
    whole = table(HEADER, (name, "Moedig", "Gaat op.\nIndicatoren:\n- Neemt."), ("Lef", "Moedig", "Gaat."))
    found = document_to_reading(document("Bijlage", "Catalogus", whole)).findings
    assert (Code.SYMBOL_INLINE in [f.code for f in found]) is told


def test_an_end_that_may_be_missing_wants_a_person() -> None:
    assert Finding(code=Code.TEXT_CUT).severity is Severity.WARNING


def test_a_word_doubled_in_a_core_competence_or_a_name_is_told_as_in_a_text() -> None:
    whole = document("Bijlage", "Catalogus", table(HEADER, ("Durf durf", "Moedig Moedig", "Gaat op.\n- Doet.")))
    found = [f for f in document_to_reading(whole).findings if f.code is Code.WORD_DOUBLED]
    assert [(f.field, f.was) for f in found] == [("name", "Durf durf"), ("core_competence", "Moedig Moedig")]
    assert not [
        f for f in document_to_reading(whole).findings if f.code is Code.FULL_STOP_MISSING and f.field == "name"
    ]


@pytest.mark.parametrize(
    ("indicators", "field"),
    [
        ("- Bespreekt de rol van het team.\n- Luistert.\n- Bespreekt de rol van het team.", "indicator"),
        ("- Gaat op tijd naar het werk. Gaat op tijd naar het werk.", "indicator"),
        ("- Luistert goed.\n- Vraagt door.\n- Luistert goed.", None),
    ],
    ids=["an indicator", "a sentence", "a few words"],
)
def test_a_sentence_that_a_competence_says_twice_is_told(indicators: str, field: str | None) -> None:
    body = f"Gaat op.\nIndicatoren:\n{indicators}"
    whole = document("Bijlage", "Catalogus", table(HEADER, ("Durf", "Moedig", body), ("Lef", "Moedig", body)))
    found = [(f.competence, f.field) for f in document_to_reading(whole).findings if f.code is Code.SENTENCE_DOUBLED]
    assert found == ([("Durf", field), ("Lef", field)] if field else [])


@pytest.mark.parametrize(("body", "told"), [("eigen werk.", ["C6"]), ("Gaat op.", [])])
def test_the_end_of_a_name_may_stand_in_the_row_below_if_the_description_goes_on_there_too(
    body: str, told: list[str]
) -> None:
    rows = [[f"C{n}", f"Moedig {n}", "Gaat op.\nIndicatoren:\n- Neemt."] for n in range(20)]
    rows[7] = ["opbouwen", "Moedig 7", f"{body}\nIndicatoren:\n- Neemt."]
    found = document_to_reading(document("Bijlage", "Catalogus", table(HEADER, *rows))).findings
    assert [f.competence for f in found if f.code is Code.TEXT_CUT and f.field == "name"] == told
