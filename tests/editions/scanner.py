"""What a scanner makes of a printed document: pages as pictures, askew, dirty or upside down; the same every time."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from extract.pdf_engine import open_pdf, opened_to_sheets
from extract.pdf_marks import Char, Sheet

POINTS_TO_AN_INCH: Final = 72
SEED: Final = 20270101


class Scanner(NamedTuple):
    """``dots`` to the inch; how far the paper lies ``askew`` (degrees) and how dirty it is (of 255); turns."""

    dots: int = 300
    askew: float = 0.0
    dirt: int = 0
    turned: int = 0


def pdf_to_scan(data: bytes, scanner: Scanner, pages: Sequence[int] = ()) -> bytes:
    """A PDF of pictures of pages (from 1; all without any): no letter in it is a letter."""
    pictures = [_spoilt(picture, scanner) for picture in _pictures(data, scanner.dots, pages)]
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", save_all=True, append_images=pictures[1:], resolution=scanner.dots)
    return stream.getvalue()


def _pictures(data: bytes, dots: int, pages: Sequence[int]) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(data)
    chosen = pages or range(1, len(document) + 1)
    scale = dots / POINTS_TO_AN_INCH
    return [document[page - 1].render(scale=scale, grayscale=True).to_pil().convert("L") for page in chosen]


def _spoilt(picture: Image.Image, scanner: Scanner) -> Image.Image:
    if scanner.askew:
        picture = picture.rotate(scanner.askew, Image.Resampling.BICUBIC, fillcolor=255)
    if scanner.dirt:
        specks = random.Random(SEED).randbytes(picture.width * picture.height)  # noqa: S311 - dirt, not a secret
        reach = [128 + scanner.dirt * (speck - 128) // 128 for speck in range(256)]
        picture = ImageChops.add(picture, Image.frombytes("L", picture.size, specks).point(reach), 1, -128)
    return picture.rotate(scanner.turned, expand=True) if scanner.turned else picture


def joined(*parts: tuple[bytes, Iterable[int]]) -> bytes:
    """One document of pages (from 1) of several."""
    whole = pypdfium2.PdfDocument.new()
    for data, pages in parts:
        whole.import_pages(pypdfium2.PdfDocument(data), [page - 1 for page in pages])
    stream = io.BytesIO()
    whole.save(stream)
    return stream.getvalue()


def pdf_to_recognised(
    data: bytes, scanner: Scanner, *, behind: bool = False, as_heard: Callable[[Char], Char] = lambda char: char
) -> bytes:
    """A scan with its text under it as OCR would leave it: not shown, or ``behind`` the picture.

    ``as_heard`` is what this OCR makes of a character; without it, OCR is perfect.
    """
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    with open_pdf(data, "") as opened:
        pictures = _pictures(data, scanner.dots, ())
        for sheet, picture in zip(opened_to_sheets(opened, ""), pictures, strict=True):
            canvas.setPageSize((sheet.width, sheet.height))
            if behind:
                _write(canvas, sheet, 0, as_heard)
            canvas.drawImage(ImageReader(_spoilt(picture, scanner)), 0, 0, sheet.width, sheet.height)
            if not behind:
                _write(canvas, sheet, 3, as_heard)
            canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _write(canvas: Canvas, sheet: Sheet, mode: int, as_heard: Callable[[Char], Char]) -> None:
    """Every character of a page in its place and as wide as it was, in a text of a given rendering mode."""
    text = canvas.beginText()
    text.setTextRenderMode(mode)
    for char in map(as_heard, sheet.chars):
        text.setFont("Helvetica", char.size)
        text.setHorizScale(100 * char.advance / canvas.stringWidth(char.text, "Helvetica", char.size))
        text.setTextOrigin(char.x0, sheet.height - char.baseline)
        text.textOut(char.text)
    canvas.drawText(text)
