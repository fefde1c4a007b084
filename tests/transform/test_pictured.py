"""A core competence that is a picture: that of the rows above is filled in, and a person is asked for every row."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, table
from transform.document import Document, Table
from transform.findings import Code, Finding
from transform.place import WordPlace

BODY = "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door."


def in_word(whole: Document, picture: WordPlace | None) -> Document:
    """The document as if it were of Word: its rows have numbers, and a picture stands in one of its cells."""
    blocks = []
    for block in whole.blocks:
        if isinstance(block, Table):
            rows = (replace(row, origin=WordPlace(table=1, row=n)) for n, row in enumerate(block.rows, start=1))
            block = replace(block, rows=tuple(rows))
        blocks.append(block)
    findings = (Finding(code=Code.PICTURE, place=picture),) if picture else ()
    return replace(whole, blocks=tuple(blocks), findings=findings)


@pytest.mark.parametrize(
    ("place", "asked"),
    [
        (WordPlace(table=1, row=4, cell=2, paragraph=1), ["Rust", "Vrede"]),
        (WordPlace(table=1, row=4, cell=3, paragraph=1), []),
        (WordPlace(table=2, row=4, cell=2, paragraph=1), []),
        (None, []),
    ],
    ids=["in the cell", "in another cell", "in another table", "none"],
)
def test_a_core_competence_that_is_a_picture(place: WordPlace | None, asked: list[str]) -> None:
    rows = [("Durf", "Moedig", BODY), ("Lef", None, BODY), ("Rust", "", BODY), ("Vrede", None, BODY)]
    whole = document("Bijlage 1B", "Lijst", table(HEADER, *rows, ("Zorg", "Kalm", BODY)))
    found = document_to_reading(in_word(whole, place)).findings
    assert [f.competence for f in found if f.code is Code.CORE_COMPETENCE_MISSING] == asked


@pytest.mark.parametrize("has_picture", [True, False])
def test_a_heading_of_a_group_that_is_a_picture(has_picture: bool) -> None:
    header = ("Competentie", "Beschrijving en indicatoren")
    rows = [("Moedig",), ("Durf", BODY), ("",), ("Rust", BODY), ("Kalm",), ("Zorg", BODY)]
    whole = document("Bijlage 1B", "Lijst", table(header, *rows, widths=2))
    place = WordPlace(table=1, row=4, cell=1, paragraph=1) if has_picture else None
    found = document_to_reading(in_word(whole, place)).findings
    missing = [f.competence for f in found if f.code is Code.CORE_COMPETENCE_MISSING]
    assert missing == (["Rust"] if has_picture else [])
