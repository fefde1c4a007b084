"""Text recognition: what it takes, what it makes of a scan among typed pages, and how it ends when it goes wrong.

One document is read by Tesseract for all tests of this module; the programs that fail are made for the purpose.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

import catalogus
from extract import ocr
from extract.ocr import LANGUAGE, ocr_needs, pages_in_words, recognise
from extract.pdf_image import page_to_png
from tests.editions.judging import Difference, catalogues_to_differences, is_told
from tests.editions.scanner import Scanner, joined, pdf_to_scan
from tests.extract.raw_pdf import RawPage, make_pdf
from tests.extract.test_pdf_faults import UNMAPPED
from tests.program import BARE, PROGRAM, Run
from transform.errors import OcrFailed, PageUnread, UnreadableCharacters
from transform.findings import Code, Severity
from transform.model import Catalogue
from transform.place import PagePlace
from transform.reading import Reading

SAMPLE = (Path(__file__).parents[2] / "samples" / "bijlage-1b.pdf").read_bytes()
PRINTED = joined((SAMPLE, [1, 2, 3, 4]))
#: Page 2 scanned askew and dirty, page 4 upside down; the others as they were printed.
SCANNED = (2, 4)


@pytest.fixture(scope="module")
def mixed() -> bytes:
    """The first pages of the appendix, two of them as scans."""
    askew = pdf_to_scan(SAMPLE, Scanner(askew=0.8, dirt=50), [2])
    upended = pdf_to_scan(SAMPLE, Scanner(dots=200, turned=180), [4])
    return joined((SAMPLE, [1]), (askew, [1]), (SAMPLE, [3]), (upended, [1]))


@pytest.fixture(scope="module")
def printed() -> Catalogue:
    """What stands on those pages."""
    return catalogus.read(PRINTED, "gedrukt.pdf").catalogue


@pytest.fixture(scope="module")
def facsimile(mixed: bytes, tesseract: str) -> bytes:
    """The same after text recognition."""
    assert tesseract
    return recognise(mixed, SCANNED, "deels-scan.pdf")


@pytest.fixture
def recognised(mixed: bytes, facsimile: bytes, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The document, for which text recognition gives at once what it gave before."""

    def again(data: bytes, pages: Sequence[int], name: str) -> bytes:
        assert (data, tuple(pages), name[-4:]) == (mixed, SCANNED, ".pdf")
        return facsimile

    monkeypatch.setattr(ocr, "recognise", again)
    return mixed


@pytest.fixture(scope="module")
def reading(mixed: bytes, facsimile: bytes) -> Reading:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ocr, "recognise", lambda *_: facsimile)
        return catalogus.read(mixed, "deels-scan.pdf", ocr=True)


def texts(catalogue: Catalogue) -> list[str]:
    return [
        text
        for competence in catalogue.competences
        for text in (
            competence.name,
            competence.core_competence,
            competence.description,
            *(i.text for i in competence.indicators),
        )
    ]


def test_without_being_asked_nothing_is_recognised(mixed: bytes) -> None:
    with pytest.raises(PageUnread) as caught:
        catalogus.read(mixed, "deels-scan.pdf")
    assert caught.value.facts == {"page": 2}


def test_pages_that_are_scans_are_read_as_the_others_are(reading: Reading, printed: Catalogue) -> None:
    names = [(c.name, c.core_competence, len(c.indicators)) for c in printed.competences]
    assert [(c.name, c.core_competence, len(c.indicators)) for c in reading.catalogue.competences] == names
    pairs = list(zip(texts(printed), texts(reading.catalogue), strict=True))
    assert sum(one == other for one, other in pairs) >= 0.97 * len(pairs)
    assert all(SequenceMatcher(None, one, other).ratio() > 0.95 for one, other in pairs)


def test_each_page_that_was_recognised_has_a_warning_and_no_other_page(reading: Reading) -> None:
    found = [finding for finding in reading.findings if finding.code is Code.TEXT_FROM_OCR]
    assert [finding.page for finding in found] == list(SCANNED)
    assert all(finding.severity is Severity.WARNING for finding in found)
    for finding in found:
        assert isinstance(finding.place, PagePlace)
        page = reading.document.pages[finding.place.page - 1]
        assert (finding.place.box.x1, finding.place.box.bottom) == (page.width, page.height)


def test_whatever_is_wrong_has_a_warning(reading: Reading, printed: Catalogue) -> None:
    assert all(is_told(wrong, reading) for wrong in catalogues_to_differences(printed, reading.catalogue))


@pytest.mark.parametrize(("name", "told"), [("Netwerken", True), ("Klantgericht", False)])
def test_the_warning_is_about_every_text_of_its_page_and_no_other(name: str, told: bool, reading: Reading) -> None:
    wrong = Difference(competence=name, field="indicator", written="x", read="y")
    assert is_told(wrong, reading) is told


def test_the_books_balance_and_the_source_is_the_file_itself(reading: Reading, mixed: bytes) -> None:
    assert reading.books.unaccounted == 0
    assert reading.catalogue.source.sha256 == hashlib.sha256(mixed).hexdigest()
    assert (reading.catalogue.source.file, reading.catalogue.source.pages) == ("deels-scan.pdf", 4)


def test_the_lines_of_the_scan_tell_its_rows(reading: Reading) -> None:
    assert not any(finding.code is Code.ROWS_FROM_WHITE_SPACE for finding in reading.findings)


def test_strict_never_takes_a_scan(recognised: bytes, run: Run, tmp_path: Path) -> None:
    source = tmp_path / "deels-scan.pdf"
    source.write_bytes(recognised)
    status, out, err = run("convert", "--ocr", "--strict", "-o", tmp_path / "uit", source)
    assert (status, out) == (2, b"")
    assert "catalogus: warnings: " in err
    assert "text-from-ocr" in err
    assert not (tmp_path / "uit").exists()


def test_convert_writes_the_document_and_tells_of_the_pages(
    recognised: bytes, printed: Catalogue, run: Run, tmp_path: Path
) -> None:
    source = tmp_path / "deels-scan.pdf"
    source.write_bytes(recognised)
    status, out, err = run("convert", "--ocr", "--to", "json", source)
    assert status == 0
    assert len(json.loads(out)["competenties"]) == len(printed.competences)
    assert err.count("[text-from-ocr]") == 2
    assert "pagina 4: De tekst van deze pagina is uit een afbeelding herkend (OCR)" in " ".join(err.split())


def test_show_draws_on_the_page_as_it_was_set_straight(recognised: bytes, run: Run, tmp_path: Path) -> None:
    source, picture = tmp_path / "deels-scan.pdf", tmp_path / "pagina.png"
    source.write_bytes(recognised)
    assert run("show", "--ocr", "--page", "4", "--image", picture, source)[0] == 0
    assert picture.stat().st_size > 10_000
    drawn, printed = Image.open(picture).convert("L"), Image.open(io.BytesIO(page_to_png(SAMPLE, 4, 2.0))).convert("L")
    drawn = drawn.crop((0, 0, *printed.size))
    assert unlike(drawn, printed) < unlike(drawn, printed.rotate(180))


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ, seen from afar."""
    small = (one.resize((60, 80)), other.resize((60, 80)))
    return ImageStat.Stat(ImageChops.difference(*small)).mean[0]


def test_compare_says_which_pages_are_not_sure(recognised: bytes, run: Run, tmp_path: Path) -> None:
    source, sample = tmp_path / "deels-scan.pdf", tmp_path / "bijlage.pdf"
    source.write_bytes(recognised)
    sample.write_bytes(PRINTED)
    status, _, err = run("compare", "--ocr", sample, source)
    assert status in (0, 1)
    assert err.splitlines()[0] == "deels-scan.pdf: uit afbeeldingen herkend en nooit zeker; pagina’s: 2, 4"


def test_text_of_a_typed_document_needs_no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "recognise", lambda *_: pytest.fail("nothing is to be recognised"))
    assert catalogus.read(PRINTED, "x.pdf", ocr=True).document.facsimile is None


def test_a_file_with_characters_that_nobody_can_name_is_read_as_pictures_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = RawPage().text(50, 100, b"ABA", font="Geheim")
    document = joined((SAMPLE, [1]), (make_pdf(secret, fonts={"Geheim": UNMAPPED}), [1]))
    with pytest.raises(UnreadableCharacters):
        catalogus.read(document, "x.pdf")
    given = {(1, 2): SAMPLE}
    monkeypatch.setattr(ocr, "recognise", lambda _, pages, __: given[tuple(pages)])
    assert catalogus.read(document, "x.pdf", ocr=True).document.facsimile == SAMPLE


def test_a_page_on_which_no_text_is_found_is_reported_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    blank = pdf_to_scan(make_pdf(RawPage()), Scanner(dots=72))
    document = joined((SAMPLE, [1, 2]), (blank, [1]), (SAMPLE, [3]))
    with pytest.raises(PageUnread):
        catalogus.read(document, "x.pdf")
    monkeypatch.setattr(ocr, "recognise", lambda data, *_: data)
    found = catalogus.read(document, "x.pdf", ocr=True).findings
    assert [finding.page for finding in found if finding.code is Code.PAGE_UNREAD] == [3]


# What it takes


def programs(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a program of this name the only Tesseract there is."""
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/bin{os.pathsep}/usr/bin")


#: Answers as Tesseract does to what it is asked before it is given a picture.
ANSWERS = f"""case "$*" in
  *--version*) echo "tesseract 5.3.0"; exit 0 ;;
  *--list-langs*) printf 'List of available languages (2):\\n{LANGUAGE}\\nosd\\n'; exit 0 ;;
esac"""


def test_without_tesseract_both_it_and_its_model_are_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ocr_needs(asked=True) == ("tesseract", "dutch")
    assert ocr_needs(asked=False) == ("option", "tesseract", "dutch")


def test_without_the_dutch_model_only_that_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs(tmp_path, "echo 'List of available languages (1):'; echo eng", monkeypatch)
    assert ocr_needs(asked=True) == ("dutch",)


def test_without_the_extra_that_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs(tmp_path, ANSWERS, monkeypatch)
    assert ocr_needs(asked=True) == ()
    monkeypatch.setattr(ocr, "find_spec", lambda _: None)
    assert ocr_needs(asked=True) == ("extra",)


def test_a_tesseract_that_cannot_be_run_has_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs(tmp_path, "exit 3", monkeypatch)
    assert ocr_needs(asked=True) == ("dutch",)


def test_what_is_missing_is_named_in_the_remedy(
    mixed: bytes, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(ocr, "find_spec", lambda _: None)
    source = tmp_path / "deels-scan.pdf"
    source.write_bytes(mixed)
    status, out, err = run("show", "--ocr", source)
    assert (status, out) == (2, b"")
    cause, remedy = err.splitlines()
    assert cause == (
        "catalogus: no-text-layer: deels-scan.pdf: "
        "De pagina’s bevatten alleen afbeeldingen en geen tekst (pagina’s: 2, 4)."
    )
    assert remedy == (
        "Vraag het oorspronkelijke document op of laat de tekst herkennen (OCR); daarvoor is nodig: de uitbreiding "
        "catalogus[ocr], het programma Tesseract (tesseract-ocr), het Nederlandse model daarvan (tesseract-ocr-nld)."
    )


@pytest.mark.parametrize(
    ("pages", "words"), [([1], "1"), ([1, 2, 3], "1-3"), ([2, 4], "2, 4"), ([1, 2, 5, 7, 8], "1-2, 5, 7-8"), ([], "")]
)
def test_pages_in_words(pages: list[int], words: str) -> None:
    assert pages_in_words(pages) == words


# How it ends


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go; it must be empty when all is done."""
    place = tmp_path / "tijdelijk"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


@pytest.mark.parametrize("crash", ["echo kapot >&2; exit 1", "kill -SEGV $$"])
def test_a_tesseract_that_fails_is_told(
    crash: str, mixed: bytes, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(tmp_path, f"{ANSWERS}\n{crash}", monkeypatch)
    with pytest.raises(OcrFailed) as caught:
        recognise(mixed, [2], "scan.pdf")
    assert caught.value.facts["reason"]
    assert str(folder) not in str(caught.value)
    assert list(folder.iterdir()) == []


def test_a_file_that_is_no_pdf_is_told(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    programs(tmp_path, ANSWERS, monkeypatch)
    with pytest.raises(OcrFailed):
        recognise(b"%PDF-1.7 niets", [1], "scan.pdf")
    assert list(folder.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_a_tesseract_that_hangs_is_ended_with_all_it_started(
    mixed: bytes, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "bezig"
    programs(tmp_path, f"{ANSWERS.replace('--version', '--no')}\necho $$ > {mark}\nexec sleep 600", monkeypatch)
    monkeypatch.setattr(ocr, "SECONDS_FOR_A_PAGE", 4)
    with pytest.raises(OcrFailed) as caught:
        recognise(mixed, [2], "scan.pdf")
    assert caught.value.facts["reason"] == "no answer within 8 seconds"
    assert list(folder.iterdir()) == []
    assert not is_running(int(mark.read_text()))


def test_who_stops_the_command_stops_the_recognition(
    mixed: bytes, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark, source = tmp_path / "bezig", tmp_path / "scan.pdf"
    programs(tmp_path, f"{ANSWERS}\necho $$ > {mark}.nieuw; mv {mark}.nieuw {mark}\nexec sleep 600", monkeypatch)
    source.write_bytes(mixed)
    environ = {**BARE, "PATH": os.environ["PATH"], "TMPDIR": str(folder)}
    with subprocess.Popen([*PROGRAM, "show", "--ocr", source], stderr=subprocess.PIPE, env=environ) as process:
        while not mark.exists() and process.poll() is None:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said = process.communicate()[1].decode()
    assert (process.returncode, said.splitlines()[0]) == (2, "catalogus: interrupted: Gestopt door de gebruiker.")
    assert list(folder.iterdir()) == []
    assert not is_running(int(mark.read_text()))


def is_running(number: int) -> bool:
    """Whether a process still runs; one that has ended may be there until its parent asks."""
    for _ in range(100):
        state = subprocess.run(["ps", "-o", "state=", "-p", str(number)], capture_output=True, check=False).stdout
        if state.strip() in (b"", b"Z"):
            return False
        time.sleep(0.05)
    return True
