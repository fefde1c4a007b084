"""Flaws of the text: kept, and told."""

from __future__ import annotations

import pytest

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


def test_an_end_that_may_be_missing_wants_a_person() -> None:
    assert Finding(code=Code.TEXT_CUT).severity is Severity.WARNING
