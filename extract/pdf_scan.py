"""Pages that are pictures: which they are, and whether their text is what the eye sees.

    no text ───── images, or ink, over a part of the page ──── UNREAD: nobody has read it
            └──── nothing, or a mark of the size of a logo ─── PRINTED
    text ──────── no image over most of the page ───────────── PRINTED
            ├──── not shown, or drawn behind the image ─────── RECOGNISED: what OCR made of the image
            ├──── on the image, and most ink is elsewhere ──── UNREAD
            └──── on the image, which is a background ──────── PRINTED

A scan whose text was recognised looks like any other PDF to a reader of text, and a scanned page among typed
ones looks like an empty page. Both would pass without a word.

Fails for a table that was put on a typed page as a picture smaller than half of it, and for recognised text that
is drawn in sight over its picture: that is how a program prints.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Final

from extract.pdf_image import opened_page, page_to_grey
from extract.pdf_marks import Sheet
from extract.pdf_picture import to_dark

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]
    from PIL.Image import Image

#: Images that cover more than this share of a page are the page.
COVERED: Final = 0.5

#: On a page without text, an image that covers less than this share of it, or ink that reaches over less, is a
#: logo or a signature.
REACHED: Final = 0.1

#: When more than this share of the ink stands outside the text, the page says more than its text.
OUTSIDE: Final = 0.5

#: The longest side, in pixels, of the picture in which ink is weighed.
ROUGH: Final = 1200.0


class Look(Enum):
    """What a page is to the eye, beside the text it holds."""

    PRINTED = "printed"
    RECOGNISED = "recognised"
    UNREAD = "unread"


def sheet_to_look(sheet: Sheet, data: bytes, name: str) -> Look:
    """Whether a page is a picture, and its text the picture's. ``data`` is the file, ``name`` serves errors."""
    if not any(char.inked for char in sheet.chars):
        reached = covered(sheet) > REACHED or _reached(_rough(sheet, data, name)) > REACHED
        return Look.UNREAD if reached else Look.PRINTED
    if covered(sheet) <= COVERED:
        return Look.PRINTED
    if has_hidden_text(data, sheet.number, name):
        return Look.RECOGNISED
    return Look.UNREAD if ink_outside(_rough(sheet, data, name), sheet) > OUTSIDE else Look.PRINTED


def _rough(sheet: Sheet, data: bytes, name: str) -> Image:
    """The ink of a page, coarsely."""
    scale = ROUGH / max(sheet.width, sheet.height)
    return to_dark(page_to_grey(data, sheet.number, scale, name))


def _reached(dark: Image) -> float:
    """The share of the page that the rectangle around all its ink takes."""
    left, top, right, bottom = dark.getbbox() or (0, 0, 0, 0)
    return (right - left) * (bottom - top) / (dark.width * dark.height)


def covered(sheet: Sheet) -> float:
    """The share of the page that its images cover; a page in strips counts as one."""
    page = sheet.width * sheet.height
    area = 0.0
    for x0, top, x1, bottom in sheet.images:
        across = min(x1, sheet.width) - max(x0, 0.0)
        area += max(across, 0.0) * max(min(bottom, sheet.height) - max(top, 0.0), 0.0)
    return min(area / page, 1.0) if page else 0.0


def has_hidden_text(data: bytes, page: int, name: str) -> bool:
    """Whether a page holds text that is not shown, or lies behind an image that lets nothing through."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # here, for most pages are not asked

    with opened_page(data, page, name) as opened:
        waiting = False
        for kind, hidden in _objects(opened):
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                if hidden:
                    return True
                waiting = True
            elif waiting and not hidden:
                return True
    return False


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, bool]]:
    """Text and large images in drawing order, each with whether the eye sees through it."""
    import pypdfium2.raw as pdfium

    area = page.get_width() * page.get_height()
    for found in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE)):
        if found.type == pdfium.FPDF_PAGEOBJ_TEXT:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(found.raw)
            yield found.type, mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        else:
            left, lower, right, upper = found.get_bounds()
            if (right - left) * (upper - lower) > COVERED * area:
                yield found.type, bool(pdfium.FPDFPageObj_HasTransparency(found.raw))


def ink_outside(dark: Image, sheet: Sheet) -> float:
    """The share of a page's ink that lies outside the boxes of its characters."""
    from PIL import ImageDraw

    whole = dark.histogram()[255]
    scale = dark.width / sheet.width
    rest = dark.copy()
    draw = ImageDraw.Draw(rest)
    for char in sheet.chars:
        draw.rectangle([char.x0 * scale, char.top * scale, char.x1 * scale, char.bottom * scale], fill=0)
    return rest.histogram()[255] / whole if whole else 0.0
