"""What happens to a document after it was printed: turned, cropped, stamped, put two on a sheet.

By pdfium, whichever engine printed it; what qpdf does stands in ``refiling``.
"""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Callable
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from tests.editions.refiling import STEPS, refile
from tests.editions.traits import Finish

#: How a watermark lies.
SLANT: Final = math.radians(45)


def finish(data: bytes, finishes: tuple[Finish, ...]) -> bytes:
    """The document with everything done to it, in order."""
    for name in finishes:
        data = refile(data, name) if name in STEPS else _redone(data, name)
    return data


def _redone(data: bytes, name: Finish) -> bytes:
    document = pypdfium2.PdfDocument(data)
    if name in SHEETS:
        document = _many_up(document, *SHEETS[name])
    else:
        for page in document:
            DONE[name](document, page)
            page.gen_content()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


#: Pages beside and above each other on a sheet.
SHEETS: Final[dict[Finish, tuple[int, int]]] = {"two-up": (2, 1), "four-up": (2, 2)}


def _many_up(document: pypdfium2.PdfDocument, across: int, down: int) -> pypdfium2.PdfDocument:
    width, height = document[0].get_size()
    size = ctypes.c_float(across * width), ctypes.c_float(down * height)
    return pypdfium2.PdfDocument(pdfium.FPDF_ImportNPagesToOne(document.raw, *size, across, down))


def _turn(_: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    """Drawn on its side, and shown upright by ``/Rotate``."""
    width, height = page.get_size()
    matrix = pdfium.FS_MATRIX(0, 1, -1, 0, height, 0)
    pdfium.FPDFPage_TransFormWithClip(page.raw, matrix, pdfium.FS_RECTF(0, width, height, 0))
    page.set_mediabox(0, 0, height, width)
    page.set_rotation(90)


def _lay_sideways(_: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    page.set_rotation(90)


def _upend(_: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    page.set_rotation(180)


def _crop(_: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    width, height = page.get_size()
    page.set_cropbox(20, 20, width - 20, height - 20)


def _watermark(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    width, height = page.get_size()
    _write(document, page, "CONCEPT", 90.0, (width / 4, height / 4), SLANT, (200, 200, 200))


def _stamp(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    width, height = page.get_size()
    _write(document, page, "ONTVANGEN 12 MAART", 9.0, (width - 160, height - 30), 0.0, (200, 0, 0))


def _number_lines(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    _, height = page.get_size()
    for number in range(5, 60, 5):
        _write(document, page, str(number), 7.0, (25.0, height - 56 - 12 * number), 0.0, (0, 0, 0))


def _write(
    document: pypdfium2.PdfDocument,
    page: pypdfium2.PdfPage,
    text: str,
    size: float,
    place: tuple[float, float],
    angle: float,
    colour: tuple[int, int, int],
) -> None:
    """Text on a page, its origin at ``place`` from the lower left."""
    letters = pdfium.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", ctypes.c_float(size))
    wide = (text + "\0").encode("utf-16-le")
    pdfium.FPDFText_SetText(letters, ctypes.cast(ctypes.c_char_p(wide), ctypes.POINTER(ctypes.c_ushort)))
    pdfium.FPDFPageObj_SetFillColor(letters, *colour, 255)
    cos, sin = math.cos(angle), math.sin(angle)
    pdfium.FPDFPageObj_Transform(letters, cos, sin, -sin, cos, *place)
    pdfium.FPDFPage_InsertObject(page.raw, letters)


DONE: Final[dict[Finish, Callable[[pypdfium2.PdfDocument, pypdfium2.PdfPage], None]]] = {
    "turned": _turn,
    "sideways": _lay_sideways,
    "upside-down": _upend,
    "cropped": _crop,
    "watermark": _watermark,
    "stamp": _stamp,
    "line-numbers": _number_lines,
}
