"""A page of a PDF → a picture of it: for a person to look at, or to see what is on it beside its text.

Not for reading: no character comes from here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from transform.errors import Damaged, Encrypted, NoSuchPage

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]
    from PIL.Image import Image


@contextmanager
def opened_page(data: bytes, page: int, name: str = "") -> Iterator[pypdfium2.PdfPage]:
    """Page ``page`` (from 1) of a PDF, closed again afterwards. Raises NoSuchPage, Damaged, Encrypted."""
    import pypdfium2  # its helpers, which reading a page does without

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            if not 1 <= page <= len(document):
                raise NoSuchPage(name, page=page, pages=len(document))
            opened = document[page - 1]
            yield opened
            opened.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as fault:
        raise _as_ours(fault, name) from fault


def page_to_png(data: bytes, page: int, scale: float, turned: int = 0) -> bytes:
    """A page as PNG, ``scale`` pixels to a point, ``turned`` degrees clockwise. Raises as ``opened_page``."""
    with opened_page(data, page) as opened:
        bitmap = opened.render(scale=scale, rotation=turned)
        picture = io.BytesIO()
        bitmap.to_pil().save(picture, format="PNG")
        bitmap.close()
    return picture.getvalue()


def page_to_grey(data: bytes, page: int, scale: float, name: str) -> Image:
    """A page in shades of grey, ``scale`` pixels to a point. Raises as ``opened_page``."""
    with opened_page(data, page, name) as opened:
        bitmap = opened.render(scale=scale, grayscale=True)
        picture: Image = bitmap.to_pil().convert("L").copy()
        bitmap.close()
    return picture


def _as_ours(fault: pypdfium2.PdfiumError, name: str) -> Damaged | Encrypted:
    """The error of ours for one of the library's."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    if getattr(fault, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
        return Encrypted(name)
    return Damaged(name, reason=str(fault))
