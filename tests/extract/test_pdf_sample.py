"""The appendix itself: six pages, every row with its three cells, every line in its place."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from extract.pdf import pdf_to_document
from transform.document import Document, Line, Table, printed_characters
from transform.place import PagePlace

SAMPLES = Path(__file__).parents[2] / "samples"
HEADER = ["Competenties", "Kern-/competentie", "Beschrijving en indicatoren"]


@pytest.fixture(scope="module")
def document() -> Document:
    return pdf_to_document((SAMPLES / "bijlage-1b.pdf").read_bytes(), "bijlage-1b.pdf")


def bare(text: str) -> str:
    """A text without what a name or a line is broken with."""
    return "".join(c for c in printed_characters(text) if c not in "-/")


def cells(document: Document) -> list[list[str]]:
    found = [block for block in document.blocks if isinstance(block, Table)]
    return [["/".join(line.text for line in cell.lines) for cell in row.cells] for t in found for row in t.rows]


def test_source_and_title(document: Document) -> None:
    data = (SAMPLES / "bijlage-1b.pdf").read_bytes()
    assert (document.source.pages, document.source.format) == (6, "pdf")
    assert document.source.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.title, document.subject) == ("Competentiecatalogus", "Bijlage 1B bij de Regeling jaargesprekken")


def test_one_table_on_each_page_and_three_lines_before_it(document: Document) -> None:
    outside = [block.text for block in document.blocks[:3] if isinstance(block, Line)]
    assert outside == ["Bijlage 1B bij de Regeling jaargesprekken", "Competentiecatalogus", "COMPETENTIECATALOGUS"]
    pages = [b.origin.page for b in document.blocks[3:] if isinstance(b, Table) and isinstance(b.origin, PagePlace)]
    assert pages == [1, 2, 3, 4, 5, 6]
    assert len(document.blocks) == 9
    assert document.findings == ()


def test_every_competence_has_its_row(document: Document) -> None:
    gold = json.loads((SAMPLES / "gold.json").read_text(encoding="utf-8"))["competences"]
    rows = cells(document)
    assert sum(row == HEADER for row in rows) == 6
    own = [row for row in rows if row != HEADER]
    assert [bare(row[0]) for row in own] == [bare(c["name"]) for c in gold]
    assert [row[1] for row in own] == [c["core_competence"] for c in gold]
    for row, competence in zip(own, gold, strict=True):
        for text in (competence["description"], *competence["indicators"]):
            assert bare(text) in bare(row[2])


def test_lines_keep_what_was_printed(document: Document) -> None:
    row = next(row for row in cells(document) if row[0].startswith("Omgevings"))
    assert row[0] == "Omgevings-/bewustzijn"
    assert row[2].startswith("Laat blijken goed geïnformeerd te zijn over  maatschappelijke,/politieke of andere")


def test_indent_and_room_tell_how_lines_were_set(document: Document) -> None:
    table = next(block for block in document.blocks if isinstance(block, Table))
    lines = table.rows[1].cells[2].lines
    indents = {line.text.split()[0]: line.indent for line in lines}
    assert indents["Toont"] == indents["Indicatoren:"] < indents["-"] < indents["klant."]
    assert all(line.room is not None and line.room >= 0 for line in lines)
    label = next(line for line in lines if line.text == "Indicatoren:")
    assert label.room is not None
    assert label.room > 200
    assert {line.size for line in lines} == {10.0}
