"""Proof that the books work: each stage is made to lose something, and the conversion fails and names it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import catalogus
from extract.file import file_to_document
from transform import stages
from transform.catalogue_row import Selection
from transform.competences import Competences
from transform.document import Cell, Document, Line, Row, Table
from transform.errors import CatalogusError, Unbalanced
from transform.ledger import Reason
from transform.records import Records
from transform.role import Role

SAMPLES = Path(__file__).parent.parent / "samples"
PDF = SAMPLES / "bijlage-1b.pdf"

Saboteur = Callable[[Any], Any]


def in_table(change: Callable[[Table], Table]) -> Callable[[Document], Document]:
    """Change the last table of a document."""

    def changed(document: Document) -> Document:
        index = max(i for i, block in enumerate(document.blocks) if isinstance(block, Table))
        table = document.blocks[index]
        assert isinstance(table, Table)
        blocks = (*document.blocks[:index], change(table), *document.blocks[index + 1 :])
        return replace(document, blocks=blocks)

    return changed


def in_row(change: Callable[[Row], Row]) -> Callable[[Document], Document]:
    return in_table(lambda table: replace(table, rows=(*table.rows[:-1], change(table.rows[-1]))))


def without_last_line(cell: Cell) -> Cell:
    return replace(cell, lines=cell.lines[:-1])


READER: dict[str, Callable[[Document], Document]] = {
    "a line": in_row(lambda row: replace(row, cells=(*row.cells[:-1], without_last_line(row.cells[-1])))),
    "a cell": in_row(lambda row: replace(row, cells=row.cells[1:])),
    "a row": in_table(lambda table: replace(table, rows=table.rows[:-1])),
    "a table": lambda document: replace(document, blocks=document.blocks[:-1]),
    "a line outside the table": lambda document: replace(document, blocks=document.blocks[1:]),
}


@pytest.mark.parametrize("loss", READER)
def test_the_reader_loses(sample: Document, loss: str) -> None:
    with pytest.raises(Unbalanced) as caught:
        catalogus.document_to_reading(READER[loss](sample))
    assert caught.value.facts["missing"]
    assert caught.value.facts["where"]


def test_the_reader_loses_a_page() -> None:
    document = file_to_document(PDF.read_bytes(), PDF.name)
    with pytest.raises(Unbalanced) as caught:
        catalogus.document_to_reading(replace(document, pages=document.pages[:-1], blocks=document.blocks[:-1]))
    assert caught.value.facts["where"] == "5 / 6 p."


def rows_without_a_line(selection: Selection) -> Selection:
    row = selection.rows[5]
    lines: dict[Role, tuple[Line, ...]] = {**row.lines, Role.BODY: row.lines[Role.BODY][:-1]}
    return selection._replace(rows=(*selection.rows[:5], row._replace(lines=lines), *selection.rows[6:]))


def rows_without_a_cell(selection: Selection) -> Selection:
    row = selection.rows[5]
    lines: dict[Role, tuple[Line, ...]] = {role: row.lines[role] for role in row.lines if role is not Role.CORE}
    return selection._replace(rows=(*selection.rows[:5], row._replace(lines=lines), *selection.rows[6:]))


def rows_without_a_header_entry(selection: Selection) -> Selection:
    entries = list(selection.entries)
    entries.remove(next(entry for entry in entries if entry.reason is Reason.HEADER))
    return selection._replace(entries=tuple(entries))


def records_with_a_shorter_body(records: Records) -> Records:
    record = records.records[5]
    body = record.bodies[Role.BODY]
    shorter = type(body)(body.key, body.lines[:-1])
    changed = record._replace(bodies={Role.BODY: shorter})
    return records._replace(records=(*records.records[:5], changed, *records.records[6:]))


def competences_without(**fields: object) -> Callable[[Competences], Competences]:
    def changed(made: Competences) -> Competences:
        competence = replace(made.competences[5], **fields)
        return made._replace(competences=(*made.competences[:5], competence, *made.competences[6:]))

    return changed


def competences_swapped(made: Competences) -> Competences:
    one, other = made.competences[5:7]
    swapped = replace(one, indicators=other.indicators), replace(other, indicators=one.indicators)
    return made._replace(competences=(*made.competences[:5], *swapped, *made.competences[7:]))


def without_last_indicator(made: Competences) -> Competences:
    return competences_without(indicators=made.competences[5].indicators[:-1])(made)


STAGES: dict[str, tuple[str, Saboteur, str]] = {
    "rows lose a line": ("document_to_rows", rows_without_a_line, ""),
    "rows lose a cell": ("document_to_rows", rows_without_a_cell, "Verbindend"),
    "rows lose a row": ("document_to_rows", lambda s: s._replace(rows=(*s.rows[:5], *s.rows[6:])), "Netwerken"),
    "rows lose a page": ("document_to_rows", lambda s: s._replace(rows=s.rows[:-3]), "Integer"),
    "rows lose an entry": ("document_to_rows", rows_without_a_header_entry, "Competenties"),
    "records lose a line": ("rows_to_records", records_with_a_shorter_body, ""),
    "records lose one": (
        "rows_to_records",
        lambda r: r._replace(records=(*r.records[:5], *r.records[6:])),
        "Netwerken",
    ),
    "competences lose one": (
        "records_to_competences",
        lambda m: m._replace(competences=(*m.competences[:5], *m.competences[6:])),
        "Netwerken",
    ),
    "competences lose a description": ("records_to_competences", competences_without(description=""), "Ontwikkelt"),
    "competences lose an indicator": ("records_to_competences", without_last_indicator, "Stelt"),
    "competences lose a name": ("records_to_competences", competences_without(name="N"), "etwerken"),
    "competences are swapped": ("records_to_competences", competences_swapped, ""),
    "bullets lose their entries": (
        "records_to_competences",
        lambda m: m._replace(entries=tuple(e for e in m.entries if e.reason is not Reason.LABEL)),
        "",
    ),
}


@pytest.mark.parametrize("case", STAGES)
def test_a_stage_loses(sample: Document, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stage, sabotage, named = STAGES[case]
    honest = getattr(stages, stage)
    monkeypatch.setattr(stages, stage, lambda *given: sabotage(honest(*given)))
    with pytest.raises(Unbalanced) as caught:
        catalogus.document_to_reading(sample)
    said = " ".join(str(fact) for fact in caught.value.facts.values())
    assert named in said
    assert caught.value.facts["where"]


def test_the_conversion_stops_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = vars(stages)["records_to_competences"]
    monkeypatch.setattr(stages, "records_to_competences", lambda *given: without_last_indicator(honest(*given)))
    outcome = catalogus.convert(PDF, tmp_path / "uit", catalogus.Options())
    assert isinstance(outcome.error, CatalogusError)
    assert outcome.error.cause == "unbalanced"
    assert not (tmp_path / "uit").exists()
