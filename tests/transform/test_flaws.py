"""Flaws of the text: kept, and told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, WIDTH, document, table
from transform.findings import Code, Finding, Severity

FILLED = "- Bespreekt de rol in het adviesp".ljust(WIDTH, "r")


@pytest.mark.parametrize(
    ("indicator", "code"),
    [
        ("- Bespreekt de rol in het team.", None),
        ("- Bespreekt de rol in het team", Code.FULL_STOP_MISSING),
        (FILLED, Code.TEXT_CUT),
        (FILLED[:-1] + ".", None),
        (f"- Bespreekt met de ander\n  {FILLED[2:-2]}", Code.FULL_STOP_MISSING),
        ("- Bespreekt de rol rol in het team.", Code.WORD_DOUBLED),
    ],
    ids=["whole", "no full stop", "full to the last letter", "full, with a stop", "two letters left", "doubled"],
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


def test_an_end_that_may_be_missing_wants_a_person() -> None:
    assert Finding(code=Code.TEXT_CUT).severity is Severity.WARNING
