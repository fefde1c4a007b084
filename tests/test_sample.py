"""The appendix itself: the right answer, field by field, from the PDF and from the Word file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading, read, read_catalogue
from transform.document import Document
from transform.findings import Code, Severity
from transform.reading import Reading

SAMPLES = Path(__file__).parent.parent / "samples"
GOLD: dict[str, Any] = json.loads((SAMPLES / "gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reading(sample: Document) -> Reading:
    return document_to_reading(sample)


def test_every_field_is_right(reading: Reading) -> None:
    catalogue = reading.catalogue
    found = {
        "title": catalogue.title,
        "appendix": catalogue.appendix,
        "competences": [
            {
                "name": competence.name,
                "core_competence": competence.core_competence,
                "description": competence.description,
                "indicators": [indicator.text for indicator in competence.indicators],
            }
            for competence in catalogue.competences
        ],
    }
    assert found == GOLD


def test_both_files_give_one_catalogue() -> None:
    pdf, word = (read_catalogue(SAMPLES / f"bijlage-1b.{suffix}") for suffix in ("pdf", "docx"))
    assert replace(pdf, source=word.source) == word
    assert (pdf.source.pages, word.source.pages) == (6, None)


def test_the_books_balance_to_zero(reading: Reading) -> None:
    books = reading.books
    assert (books.competences, books.indicators, books.unaccounted) == (27, 81, 0)
    assert books.characters == books.in_model + books.in_ledger > 10_000


#: Each flaw of the document: the code, the competence, what is shown of it.
FLAWS = [
    (Code.HYPHEN_JOINED, "Omgevingsbewustzijn", "Omgevings-"),
    (Code.HYPHEN_JOINED, "Overtuigingskracht", "Overtuigings-"),
    (Code.HYPHEN_JOINED, "Vernieuwingskracht", "Vernieuwings-"),
    (Code.HYPHEN_JOINED, "Voortgangscontrole", "Voortgangs-"),
    (Code.SLASH_JOINED, "Plannen/organiseren", "Plannen/"),
    (Code.NAME_JOINED, "Coöperatief gedrag", "Coöperatief⏎gedrag"),
    (Code.NAME_JOINED, "Zorg voor kwaliteit", "Zorg voor⏎kwaliteit"),
    (Code.BULLET_MISSING, "Onderhandelen", "Onderzoekt uit eigen beweging"),
    (Code.BULLET_UNLIKE, "Doelgericht handelen", "-      Is in het werk"),
    (Code.LABEL_INLINE, "Probleemanalyse", "bedacht . Indicatoren:"),
    (Code.SPACE_BEFORE_PUNCTUATION, "Samenbindend leiderschap", "wordt ."),
    (Code.SPACE_BEFORE_PUNCTUATION, "Probleemanalyse", "bedacht ."),
    (Code.WORD_DOUBLED, "Durf", "voordelen voordelen"),
    (Code.FULL_STOP_MISSING, "Coöperatief gedrag", "staan"),
    (Code.FULL_STOP_MISSING, "Samenbindend leiderschap", "geaccepteerd"),
    (Code.SPACE_DOUBLED, "Omgevingsbewustzijn", "over  maatschappelijke,"),
]


@pytest.mark.parametrize(("code", "competence", "shown"), FLAWS)
def test_every_flaw_is_reported_with_its_place(reading: Reading, code: Code, competence: str, shown: str) -> None:
    found = [f for f in reading.findings if (f.code, f.competence) == (code, competence) and shown in f.was]
    assert len(found) == 1
    assert found[0].place is not None
    assert found[0].page is not None or reading.catalogue.source.format == "docx"


def test_nothing_else_is_reported_but_joined_names(reading: Reading) -> None:
    expected = {(code, competence) for code, competence, _ in FLAWS}
    rest = [f for f in reading.findings if (f.code, f.competence) not in expected]
    assert {finding.code for finding in rest} <= {Code.NAME_JOINED}


def test_the_warnings_are_those_a_person_must_judge(reading: Reading) -> None:
    warnings = {f.code for f in reading.findings if f.severity is Severity.WARNING}
    assert warnings == {Code.BULLET_MISSING, Code.WORD_DOUBLED}


def test_provenance_keeps_the_raw_text(reading: Reading) -> None:
    raw = {(item.id, item.field): item.raw for item in reading.provenance}
    assert "voordelen" in raw["durf.2", "text"]
    assert "-" in raw["omgevingsbewustzijn", "name"]
    assert len(raw) == 27 * 3 + 81
    assert all(item.places for item in reading.provenance)


def test_bytes_and_path_give_the_same() -> None:
    path = SAMPLES / "bijlage-1b.docx"
    assert read(path.read_bytes(), path.name).catalogue == read(path).catalogue
