"""A plug-in for OCRmyPDF: takes the lines of tables out of what Tesseract sees. Only its own process loads it.

Tesseract reads an upright rule as ``|``, or as a part of the letter beside it. The page itself keeps its lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ocrmypdf import hookimpl
from PIL import ImageDraw

from extract.pdf_picture import dark_to_strokes, to_dark

if TYPE_CHECKING:
    from ocrmypdf import PageContext
    from PIL.Image import Image

#: How many lines of ordinary type a page is high, more or less: nothing is read yet that would tell.
SIZES_TO_A_PAGE: Final = 80.0


@hookimpl
def filter_ocr_image(page: PageContext, image: Image) -> Image:  # noqa: ARG001 - the name that OCRmyPDF asks for
    """The picture for Tesseract: grey, its long thin lines painted over with paper."""
    grey = image.convert("L")
    grey.info = image.info
    size = max(grey.size) / SIZES_TO_A_PAGE
    counts = grey.histogram()
    paper = max(range(256), key=counts.__getitem__)
    draw = ImageDraw.Draw(grey)
    for x0, top, x1, bottom in dark_to_strokes(to_dark(grey), size):
        draw.rectangle([x0 - 1, top - 1, x1, bottom], fill=paper)
    return grey
