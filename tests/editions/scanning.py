"""Pages as pictures, with or without the text that a program read in them; pages that are too many."""

from __future__ import annotations

import io
import zlib
from typing import Final

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from pikepdf import Dictionary, Name, Page, Pdf

from tests.editions.redrawing import Operation, operations_to_content, page_to_operations

#: Points of the picture for each point of the page.
SCALE: Final = 1.0
#: The mode of text that is not shown.
UNSEEN: Final = Operation((3,), "Tr")


def scan_pages(pdf: Pdf, *, with_text: bool, only: frozenset[int] | None = None) -> None:
    """Pages become pictures of themselves; with text, that is kept under them unseen. ``only``: these, from 0."""
    stream = io.BytesIO()
    pdf.save(stream)
    pictures = pypdfium2.PdfDocument(stream.getvalue())
    for number, page in enumerate(pdf.pages):
        if only is None or number in only:
            _scan(pdf, page, pictures[number], with_text=with_text)


def _scan(pdf: Pdf, page: Page, picture: pypdfium2.PdfPage, *, with_text: bool) -> None:
    grey = picture.render(scale=SCALE, grayscale=True).to_pil()
    image = pdf.make_stream(
        zlib.compress(grey.tobytes()),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=grey.width,
        Height=grey.height,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
        Filter=Name.FlateDecode,
    )
    left, low, right, high = map(float, page.mediabox)
    unseen = operations_to_content(_unseen_text(page)) if with_text else b""
    if not with_text:
        page.obj["/Resources"] = Dictionary()
    name = page.add_resource(image, Name.XObject)
    draw = f"q {right - left} 0 0 {high - low} {left} {low} cm {name} Do Q "
    page.Contents = pdf.make_stream(draw.encode() + unseen)


def _unseen_text(page: Page) -> list[Operation]:
    """The page's operations in which text is not shown and nothing else is drawn."""
    painting = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"}
    kept: list[Operation] = []
    for operation in page_to_operations(page):
        if operation.operator in painting:
            kept.append(Operation((), "n"))
        elif operation.operator == "BT":
            kept.extend((operation, UNSEEN))
        elif operation.operator != "Tr":
            kept.append(operation)
    return kept


def drop_unicode(pdf: Pdf) -> None:
    """Fonts no longer tell which characters they draw."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
            del thing["/ToUnicode"]


def add_blank_page(pdf: Pdf) -> None:
    """An empty page after the first."""
    left, low, right, high = map(float, pdf.pages[0].mediabox)
    pdf.add_blank_page(page_size=(right - left, high - low))
    blank = pdf.pages[-1]
    pdf.pages.insert(1, blank)
    del pdf.pages[-1]


def repeat_page(pdf: Pdf) -> None:
    """The second page a second time, as happens when a document is put together by hand."""
    at = min(1, len(pdf.pages) - 1)
    pdf.pages.insert(at + 1, pdf.pages[at])
