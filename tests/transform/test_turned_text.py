"""The rest of a turned text that its page cut off is said of the competences whose text it may be."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table
from transform.document import Table
from transform.findings import Code, Finding
from transform.place import Box, PagePlace

BODY = "Neemt risico’s.\nIndicatoren:\n- Vraagt door."
REST = "ust"


def with_turned_core(whole: Table, box: Box) -> Table:
    """The table with the first core competence set upwards, in this place."""
    header, first, *others = whole.rows
    name, core, body = first.cells
    turned = replace(core.lines[0], origin=PagePlace(1, box))
    return replace(whole, rows=(header, replace(first, cells=(name, replace(core, lines=(turned,)), body)), *others))


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (PagePlace(2, Box(150.0, 20.0, 161.0, 36.0)), ["Durf", "Lef"]),
        (PagePlace(1, Box(150.5, 320.0, 161.5, 336.0)), ["Durf", "Lef"]),
        (PagePlace(2, Box(170.0, 20.0, 181.0, 36.0)), []),
        (PagePlace(2, Box(150.0, 20.0, 310.0, 180.0)), []),
        (PagePlace(3, Box(150.0, 20.0, 161.0, 36.0)), []),
    ],
    ids=["overleaf", "on its page", "in another column", "a watermark", "far away"],
)
def test_the_rest_of_a_turned_core_competence(place: PagePlace, told: list[str]) -> None:
    rows = table(HEADER, ("Durf", "Zelfbew", BODY), ("Lef", "", BODY))
    aslant = replace(printed(REST)[0], origin=place, running=True)
    made = document(
        "Bijlage 1B", "Competentiecatalogus", with_turned_core(rows, Box(150.0, 300.0, 161.0, 360.0)), aslant
    )
    found = Finding(code=Code.TEXT_ASLANT, place=place, was=REST, became=REST)
    reading = document_to_reading(replace(made, findings=(found,)))
    about = [f for f in reading.findings if f.code is Code.TEXT_ASLANT and f.competence]
    assert [(f.competence, f.field, f.was) for f in about] == [(name, "core_competence", REST) for name in told]
