"""A table in a frame stands where its frame does: above the paragraph that the frame hangs on, or below its words."""

from __future__ import annotations

import pytest

from extract.odt import odt_to_document
from tests.extract.raw_odt import cell, odt, p, row, style, table
from transform.document import Line


def frame(y: str, inside: str) -> str:
    return f'<draw:frame draw:style-name="F" svg:y="{y}"><draw:text-box>{inside}</draw:text-box></draw:frame>'


@pytest.mark.parametrize(
    ("before", "relative", "y", "above"),
    [
        ("", "paragraph", "0cm", True),
        ("", "paragraph-content", "1cm", False),
        ("", "page-content", "1cm", True),
        ("Kop: ", "paragraph", "0cm", False),
    ],
    ids=["at its top", "below its first line", "on the page", "behind words"],
)
def test_a_table_in_a_frame(before: str, relative: str, y: str, above: bool) -> None:
    placed = style("F", "graphic", f'<style:graphic-properties style:vertical-rel="{relative}"/>')
    inside = frame(y, table(row(cell(p("Durf")), cell(p("Verbindend")))))
    made = odt_to_document(odt(p(f"{before}{inside}Vernieuwend"), automatic=placed), "proef.odt")
    assert [isinstance(block, Line) for block in made.blocks] == [not above, above]


def test_a_table_in_a_frame_of_a_cell_is_not_lost() -> None:
    inside = frame("0cm", table(row(cell(p("Durf")), cell(p("Verbindend")))))
    made = odt_to_document(odt(table(row(cell(p(f"{inside}Vernieuwend")), cell(p("Lef"))))), "proef.odt")
    assert [page.held for page in made.pages] == ["DurfVerbindendVernieuwendLef"]
    texts = [
        line.text
        for block in made.blocks
        if not isinstance(block, Line)
        for r in block.rows
        for c in r.cells
        for line in c.lines
    ]
    assert sorted(texts) == ["Durf", "Lef", "Verbindend", "Vernieuwend"]
