from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from extract.file import file_to_document
from extract.ocr import LANGUAGE, ocr_needs
from tests.program import Run
from transform.document import Document

#: Set to 1 where LibreOffice must be there: a test that needs it then fails instead of being skipped.
REQUIRE_LIBREOFFICE = "CATALOGUS_REQUIRE_LIBREOFFICE"

#: The same for Tesseract and its Dutch model.
REQUIRE_OCR = "CATALOGUS_REQUIRE_OCR"

# The suite gives the same examples every time; `make properties` looks for new ones, and for longer.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("long", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

SAMPLES = Path(__file__).parent.parent / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture(scope="session", params=["pdf", "docx"])
def sample(request: pytest.FixtureRequest) -> Document:
    """The appendix as each of the readers gives it."""
    path = SAMPLES / f"bijlage-1b.{request.param}"
    return file_to_document(path.read_bytes(), path.name)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """The program within this process."""
    monkeypatch.setenv("LANGUAGE", "nl")
    return Run(capfdbinary)


@pytest.fixture(scope="session")
def word_to_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], bytes]:
    """A Word file printed to PDF by LibreOffice, which uses a profile of its own."""
    program = shutil.which("soffice") or _do_without("LibreOffice (soffice) is not installed", REQUIRE_LIBREOFFICE)
    folder = tmp_path_factory.mktemp("libreoffice")

    def convert(data: bytes) -> bytes:
        source = folder / "document.docx"
        source.write_bytes(data)
        _print_to_pdf(program, source)
        return source.with_suffix(".pdf").read_bytes()

    return convert


@pytest.fixture(scope="session")
def tesseract() -> str:
    """The language that Tesseract reads, on a machine that has all that text recognition takes."""
    needs = ocr_needs(asked=True)
    return LANGUAGE if not needs else _do_without(f"text recognition needs: {', '.join(needs)}", REQUIRE_OCR)


def _do_without(reason: str, required: str) -> NoReturn:
    """Skip a test; fail it where ``required`` is set to 1."""
    if os.environ.get(required) == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def _print_to_pdf(program: str, source: Path) -> None:
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    arguments = [profile, "--headless", "--convert-to", "pdf", "--outdir", str(source.parent), str(source)]
    subprocess.run([program, *arguments], check=True, capture_output=True, timeout=180)
