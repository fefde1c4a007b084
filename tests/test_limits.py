"""The limits as a user meets them: options, messages, exports, standard input, and what is there without them."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

import catalogus
import extract.file
from tests.program import PDF, WORD, Run, catalogus_command
from transform.errors import CatalogusError, TooLarge, TooSlow
from transform.limits import Limits


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    return Run(capfdbinary)


def hang(*_: object, **__: object) -> None:
    time.sleep(60)


CALLS: list[tuple[str | Path, ...]] = [
    ("convert", WORD, "--to", "json"),
    ("show", WORD),
    ("compare", WORD, WORD),
]


@pytest.mark.parametrize("call", CALLS, ids=[str(call[0]) for call in CALLS])
def test_each_command_that_reads_holds_to_the_time(
    call: tuple[str | Path, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract.file, "file_to_document", hang)
    status, out, err = run(*call, "--max-seconds", "1")
    assert (status, out) == (2, b"")
    first, second = err.splitlines()
    assert first == (
        "catalogus: too-slow: bijlage-1b.docx: "
        "Het lezen van het bestand duurde te lang: meer dan 1 seconden (volgens de klok; --max-seconds)."
    )
    assert second.endswith("geef meer tijd met --max-seconds.")


def fill(*_: object, **__: object) -> None:
    held = []
    while True:
        held.append(bytearray(2**20))


@pytest.mark.parametrize("call", CALLS, ids=[str(call[0]) for call in CALLS])
def test_each_command_that_reads_holds_to_the_memory(
    call: tuple[str | Path, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract.file, "file_to_document", fill)
    status, out, err = run(*call, "--max-memory", "64")
    assert (status, out) == (2, b"")
    assert "het geheugen voor het lezen in MiB (--max-memory): > 64, en 64 is toegestaan." in err


@pytest.mark.parametrize("call", CALLS, ids=[str(call[0]) for call in CALLS])
def test_each_command_that_reads_holds_to_the_size(call: tuple[str | Path, ...], run: Run, tmp_path: Path) -> None:
    large = tmp_path / "groot.pdf"
    large.write_bytes(PDF.read_bytes().ljust(2**20 + 1, b"\n"))
    status, out, err = run(*(large if isinstance(word, Path) else word for word in call), "--max-size", "1")
    assert (status, out) == (2, b"")
    assert "catalogus: too-large: groot.pdf: " in err
    assert "(--max-size): 1.048.577, en 1.048.576 is toegestaan." in err


def test_standard_input_is_not_read_without_end() -> None:
    done = catalogus_command("show", "-", "--max-size", "1", given=bytes(3 * 2**20))
    assert done.returncode == 2
    assert b"catalogus: too-large: stdin: " in done.stderr


def test_a_file_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(TooLarge):
        catalogus.read(Path("/dev/zero"), limits=Limits(size_mib=1))


@pytest.mark.parametrize("number", ["0", "-1", "veel", "1.5"])
def test_a_limit_is_a_whole_number_from_one(number: str, run: Run) -> None:
    status, _, err = run("show", WORD, "--max-memory", number)
    assert status == 2
    assert "catalogus: usage: " in err


def test_a_higher_limit_on_the_size_reaches_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.gate.MAX_FILE_BYTES", 1000)
    with pytest.raises(TooLarge):
        catalogus.read(WORD)
    assert catalogus.read(WORD, limits=Limits(size_mib=1)).catalogue.competences


def test_without_limits_the_file_is_read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", hang)
    assert catalogus.read_catalogue(WORD).competences


def test_a_reading_is_the_same_with_limits_and_without() -> None:
    assert catalogus.read(PDF, limits=Limits()) == catalogus.read(PDF)


def test_an_export_is_the_same_with_limits_and_without(tmp_path: Path) -> None:
    for suffix in ("json", "xml", "csv"):
        target = tmp_path / f"x.{suffix}"
        catalogus.write_catalogue(catalogus.read_catalogue(WORD), target)
        assert catalogus.read_edition(target, limits=Limits()) == catalogus.read_edition(target)


def test_an_export_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge) as caught:
        catalogus.read_edition(b"{" + bytes(33 * 2**20), "x.json", limits=Limits())
    assert caught.value.facts["allowed"] == 32 * 2**20


def test_an_export_that_swells_is_bounded() -> None:
    with pytest.raises(TooLarge) as caught:
        catalogus.read_edition(b"[" + b"[]," * 2**21 + b"0]", "x.json", limits=Limits(memory_mib=64))
    assert caught.value.facts["limit"] == "memory"


def test_what_comes_after_reading_is_held_to_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transform.stages.document_to_rows", hang)
    with pytest.raises(TooSlow):
        catalogus.read(WORD, limits=Limits(seconds=1))


def test_a_page_is_drawn_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = catalogus.read(PDF)
    png = catalogus.draw_page(PDF.read_bytes(), reading, 1, 1.0, Limits())
    assert png.startswith(b"\x89PNG")
    with pytest.raises(CatalogusError) as caught:
        catalogus.draw_page(PDF.read_bytes(), reading, 1, 1000.0, Limits(seconds=5))
    assert caught.value.cause in {"too-large", "reader-crashed", "damaged"}


def test_the_other_files_go_on_when_one_reader_crashes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = extract.file.file_to_document

    def crash_on_pdf(data: bytes, name: str, **given: object) -> object:
        return os.abort() if name.endswith(".pdf") else honest(data, name)

    monkeypatch.setattr(extract.file, "file_to_document", crash_on_pdf)
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(PDF.read_bytes())
    status, _, err = run("convert", pdf, WORD, "-o", tmp_path / "uit", "--to", "csv")
    assert status == 2
    assert "catalogus: reader-crashed: a.pdf: " in err
    assert (tmp_path / "uit" / "bijlage-1b.csv").exists()
