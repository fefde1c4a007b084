"""A page of a PDF → a picture of it, for a person to look at. Not for reading: no character comes from here."""

from __future__ import annotations

import io

import pypdfium2  # type: ignore[import-untyped]

from extract.pdf_books import pdfium_fault
from transform.errors import NoSuchPage


def page_to_png(data: bytes, page: int, scale: float, turned: int = 0) -> bytes:
    """Page ``page`` (from 1) as PNG, ``scale`` pixels to a point, ``turned`` degrees clockwise.

    Raises NoSuchPage, Damaged, Encrypted.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise pdfium_fault(fault, "") from fault
    try:
        if not 1 <= page <= len(document):
            raise NoSuchPage(page=page, pages=len(document))
        return _render(document, page - 1, scale, turned)
    except pypdfium2.PdfiumError as fault:
        raise pdfium_fault(fault, "") from fault
    finally:
        document.close()


def _render(document: pypdfium2.PdfDocument, index: int, scale: float, turned: int) -> bytes:
    sheet = document[index]
    bitmap = sheet.render(scale=scale, rotation=turned)
    picture = io.BytesIO()
    bitmap.to_pil().save(picture, format="PNG")
    bitmap.close()
    sheet.close()
    return picture.getvalue()
