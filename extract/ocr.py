"""A scan → the same PDF with a text layer: OCRmyPDF and Tesseract's Dutch model, in a process of their own.

    bytes ── pages to read ── OCRmyPDF (straighten, recognise) ── bytes, for the same reader as any other PDF

OCRmyPDF is an extra and Tesseract a program of the system: what is missing is named by ``ocr_needs``. The process
keeps its files in a folder that is gone afterwards, whatever happens, and nothing of it reaches a terminal. Its
import alone takes most of a second, which nobody pays who reads no scan.

Fails, and says so nowhere, for words that Tesseract takes for other words: no scan is ever certain.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from extract import group
from transform.errors import Encrypted, NoTextLayer, OcrFailed

#: Tesseract's name of the language of the documents.
LANGUAGE: Final = "nld"

#: Tesseract sees an underscore in the white after a bullet, and a regulation has none.
SETTINGS: Final = "tessedit_char_blacklist _\n"

#: A page takes some seconds; a program that takes longer than this for each hangs.
SECONDS_FOR_A_PAGE: Final = 180
SECONDS_TO_END: Final = 10.0

#: Megapixels: a larger picture is made smaller before Tesseract sees it, or refused.
LARGEST_FOR_OCR: Final = 100
LARGEST: Final = 500

#: The exit code by which OCRmyPDF says that a password is needed.
ENCRYPTED: Final = 8

#: How much of what a program said an error shows.
SHOWN: Final = 200

OPTIONS: Final = (
    *("--quiet", "--language", LANGUAGE, "--mode", "force", "--deskew", "--rotate-pages"),
    *("--output-type", "pdf", "--optimize", "0", "--rasterizer", "pypdfium", "--invalidate-digital-signatures"),
    *("--tesseract-timeout", "3600", "--max-ocr-image-mpixels", str(LARGEST_FOR_OCR)),
    *("--max-image-mpixels", str(LARGEST)),
)


def ocr_needs(*, asked: bool) -> tuple[str, ...]:
    """What recognising text still needs, by the names in ``emit.cause_messages.NEEDS``; empty when it can begin."""
    needs = [] if asked else ["option"]
    if find_spec("ocrmypdf") is None:
        needs.append("extra")
    if shutil.which("tesseract") is None:
        needs.append("tesseract")
    if LANGUAGE not in _languages():
        needs.append("dutch")
    return tuple(needs)


def no_text_layer(name: str, pages: Sequence[int], *, asked: bool) -> NoTextLayer:
    """The error for pages that are pictures, with what it takes to read them."""
    return NoTextLayer(name, pages=pages_in_words(pages), needs=", ".join(ocr_needs(asked=asked)))


def pages_in_words(pages: Sequence[int]) -> str:
    """``1-3, 7``: page numbers in order, those that follow each other as a range."""
    ranges: list[tuple[int, int]] = []
    for page in pages:
        if ranges and ranges[-1][1] == page - 1:
            ranges[-1] = (ranges[-1][0], page)
        else:
            ranges.append((page, page))
    return ", ".join(f"{first}-{last}" if first < last else f"{first}" for first, last in ranges)


def recognise(data: bytes, pages: Sequence[int], name: str) -> bytes:
    """The PDF with the text of ``pages`` (from 1) recognised, those pages set upright and straight; others as they are.

    Raises NoTextLayer when something is not installed, Encrypted, and OcrFailed for what else may happen.
    """
    if ocr_needs(asked=True):
        raise no_text_layer(name, pages, asked=True)
    with TemporaryDirectory(prefix="catalogus-") as folder:
        source, target, settings = (Path(folder) / file for file in ("scan.pdf", "read.pdf", "settings"))
        source.write_bytes(data)
        settings.write_text(SETTINGS, encoding="ascii")
        given = ("--tesseract-config", settings, "--pages", pages_in_words(pages).replace(" ", ""))
        command = [sys.executable, "-m", "ocrmypdf", *OPTIONS, *given, "--plugin", _plugin(), source, target]
        code, said = _run([str(word) for word in command], folder, SECONDS_FOR_A_PAGE * (len(pages) + 1), name)
        if code == ENCRYPTED:
            raise Encrypted(name)
        if code or not target.exists():
            raise OcrFailed(name, reason=_reason(said, folder) or f"exit code {code}")
        return target.read_bytes()


def _languages() -> frozenset[str]:
    """The languages that Tesseract has models of; none without Tesseract."""
    try:
        listed = subprocess.run(
            ["tesseract", "--list-langs"],  # noqa: S607 - the one that OCRmyPDF will find too
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS_FOR_A_PAGE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(listed.stdout.decode("utf-8", "replace").split())


def _plugin() -> Path:
    return Path(__file__).with_name("ocr_lines.py")


def _environment(folder: str) -> Mapping[str, str]:
    """Our own, with temporary files in ``folder`` and our modules within reach of the plug-in."""
    found = [str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"TMPDIR": folder, "PYTHONPATH": os.pathsep.join(filter(None, found))}


def _run(command: Sequence[str], folder: str, seconds: float, name: str) -> tuple[int, str]:
    """Run OCRmyPDF to its end: its exit code, and what it said. Raises OcrFailed when it takes too long."""
    with subprocess.Popen(  # noqa: S603 - the pages are numbers, the files are ours
        command,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=group.OWN,
    ) as process:
        try:
            said = process.communicate(timeout=seconds)[1]
        except subprocess.TimeoutExpired as fault:
            raise OcrFailed(name, reason=f"no answer within {seconds:.0f} seconds") from fault
        finally:
            _end(process)
    return process.returncode, said.decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that still runs, with all that it started, and wait until they are gone: their files go next.

    Within a bounded child it has no group of its own; the child's parent ends that of the child.
    """
    if process.poll() is not None:
        return
    if not group.OWN:
        process.kill()
        process.wait()
        return
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + SECONDS_TO_END
    with suppress(ProcessLookupError):
        while time.monotonic() < deadline:
            os.killpg(process.pid, 0)
            time.sleep(0.01)


def _reason(said: str, folder: str) -> str:
    """What a program said, on one line and without our folder."""
    return " ".join(said.replace(f"{folder}{os.sep}", "").split())[:SHOWN]
