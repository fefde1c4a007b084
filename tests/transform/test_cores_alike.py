"""Core competences that are spelled almost like others are kept, and told."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, table
from transform.cores_alike import cores_alike
from transform.findings import Code, Finding, Severity


@pytest.mark.parametrize(
    ("core", "told"),
    [
        *((core, True) for core in ("Verbindent", "VERBINDEND", "verbindend", "Verbin-dend", "Verbindendd")),
        *((core, False) for core in ("Verbindend", "Vernieuwend", "Bindend", "Verbindend 2", "Betrouwbaar")),
    ],
)
def test_a_core_competence_spelled_almost_like_that_of_more(core: str, *, told: bool) -> None:
    assert cores_alike(["Verbindend", "Verbindend", core]) == ({2: "Verbindend"} if told else {})
    assert cores_alike(["Verbindend", core]) == {}


def test_it_is_told_of_its_competence() -> None:
    rows = [
        (name, core, f"Toont {name}.\nIndicatoren:\n- Is {name}.")
        for name, core in (("Durf", "Moedig"), ("Lef", "Moedig"))
    ]
    reading = document_to_reading(
        document("Bijlage 1", "Catalogus", table(HEADER, *rows, ("Tact", "Moedigg", rows[0][2])))
    )
    told = [(f.competence, f.field, f.was) for f in reading.findings if f.code is Code.CORE_COMPETENCE_ALIKE]
    assert told == [("Tact", "core_competence", "Moedigg")]
    assert Finding(code=Code.CORE_COMPETENCE_ALIKE).severity is Severity.WARNING
