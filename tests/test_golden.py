"""The exports of the sample and the reports of what changed, kept as golden files: looked at, and compared here."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from catalogus import (
    FORMATS,
    ReportOptions,
    catalogue_to_bytes,
    comparison_to_bytes,
    document_to_reading,
    read,
    read_edition,
)
from emit.findings_json import findings_to_json
from emit.language import finding_message
from emit.report_output import REPORT_SUFFIXES
from transform.compare import compare_editions
from transform.document import Document
from transform.reading import Reading

SAMPLES = Path(__file__).parent.parent / "samples"
EXPORTS = SAMPLES / "exports"


def golden_bytes() -> dict[str, bytes]:
    """Every golden file's name and what it should hold now."""
    reading = read(SAMPLES / "bijlage-1b.pdf")
    made = {f"bijlage-1b.{format_}": catalogue_to_bytes(reading.catalogue, format_) for format_ in FORMATS}
    made["bijlage-1b.excel.csv"] = catalogue_to_bytes(reading.catalogue, "csv", csv_profile="excel")
    made["bijlage-1b.herkomst.json"] = catalogue_to_bytes(reading.catalogue, "json", reading=reading)
    made["bijlage-1b.bevindingen.json"] = findings_to_json(reading, finding_message)
    return made | report_bytes(made["bijlage-1b.json"])


def report_bytes(export: bytes) -> dict[str, bytes]:
    """The reports of what changed between an export and the second edition."""
    old = read_edition(export, "bijlage-1b.json")
    comparison = compare_editions(old, read_edition(SAMPLES / "bijlage-1b-2027.pdf"))
    reports = {suffix: report for suffix, report in REPORT_SUFFIXES.items() if suffix != ".htm"}
    return {
        f"wijzigingen{suffix}": comparison_to_bytes(comparison, report, ReportOptions())
        for suffix, report in reports.items()
    }


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return golden_bytes()


def test_the_exports_are_the_golden_files(made: dict[str, bytes], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--rewrite-golden"):
        EXPORTS.mkdir(exist_ok=True)
        for name, data in made.items():
            (EXPORTS / name).write_bytes(data)
    assert {path.name for path in EXPORTS.iterdir()} == set(made)
    for name, data in made.items():
        assert parts(name, data) == parts(name, (EXPORTS / name).read_bytes()), name


def parts(name: str, data: bytes) -> dict[str, bytes]:
    """A Word file part by part, since its packing may differ from machine to machine; else the bytes."""
    if not name.endswith(".docx"):
        return {name: data}
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {entry: package.read(entry) for entry in package.namelist()}


def test_the_flag_is_off(request: pytest.FixtureRequest) -> None:
    import os

    assert not (os.environ.get("CI") and request.config.getoption("--rewrite-golden"))


def test_the_bytes_are_the_same_from_run_to_run(made: dict[str, bytes]) -> None:
    assert golden_bytes() == made


def test_both_sources_export_the_same_but_for_their_source(sample: Document, made: dict[str, bytes]) -> None:
    reading: Reading = document_to_reading(sample)
    pdf = document_to_reading(sample) if sample.source.format == "pdf" else read(SAMPLES / "bijlage-1b.pdf")
    catalogue = replace(reading.catalogue, source=pdf.catalogue.source)
    for format_ in FORMATS:
        assert catalogue_to_bytes(catalogue, format_) == made[f"bijlage-1b.{format_}"]


def test_the_clean_word_file_reads_back_and_cleans_to_the_same_bytes(made: dict[str, bytes]) -> None:
    once = made["bijlage-1b.docx"]
    assert catalogue_to_bytes(read(once, "bijlage-1b.docx").catalogue, "docx") == once
