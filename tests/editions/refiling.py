"""What happens to the file after it was printed: pages redrawn, moved on their paper, locked, written upon.

By qpdf, whichever engine printed it. What pdfium does stands in ``finishing``.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from functools import partial
from typing import Any, Final, Literal

from pikepdf import Array, Dictionary, Encryption, Name, Page, Pdf

from tests.editions.drawn_fonts import draw_fonts
from tests.editions.overprinting import (
    add_fields,
    add_hidden_layer,
    add_slug,
    annotate,
    draw_border,
    draw_change_bars,
    lay_on_stationery,
)
from tests.editions.redrawing import operations_to_content, page_to_operations, page_to_pieces, pieces_to_content
from tests.editions.rerulings import doubled, filled, of_no_width
from tests.editions.scanning import add_blank_page, drop_unicode, repeat_page, scan_pages
from tests.editions.traits import Finish
from tests.editions.unseen import WAYS, draw_unseen

#: How far apart text lies that is drawn twice, in points.
TWICE: Final = 0.3
#: Where the paper begins, in points.
ORIGIN: Final = (120.0, -75.0)
UNIT: Final = 2.0


def refile(data: bytes, name: Finish) -> bytes:
    """The file after one of ``DONE`` or ``SAVED``."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        if name in OF_THE_FILE:
            OF_THE_FILE[name](pdf)
        if name in DONE:
            for number, page in enumerate(pdf.pages):
                DONE[name](pdf, page, number)
        stream = io.BytesIO()
        pdf.save(stream, deterministic_id=name not in ENCRYPTED, **_saving(name))
        return stream.getvalue()


ENCRYPTED: Final[dict[Finish, Literal[3, 6]]] = {"encrypted": 6, "encrypted-rc4": 3}


def _saving(name: Finish) -> dict[str, Any]:
    if name in ENCRYPTED:
        strength = ENCRYPTED[name]
        return {"encryption": Encryption(owner="geheim", user="", R=strength, aes=strength > 3, metadata=strength > 3)}
    return {"linearize": True} if name == "linearised" else {}


def _twice(pdf: Pdf, page: Page, _: int) -> None:
    """All text drawn a second time, a little to the right: how old programs make letters bold."""
    texts, rest = page_to_pieces(page)
    page.Contents = pdf.make_stream(pieces_to_content([t for one in texts for t in (one, one.moved(TWICE, 0.0))], rest))


def _shuffle(pdf: Pdf, page: Page, number: int) -> None:
    """All text after the rest, in a random order."""
    texts, rest = page_to_pieces(page)
    random.Random(number).shuffle(texts)  # noqa: S311 - layouts, not secrets
    page.Contents = pdf.make_stream(pieces_to_content(texts, rest))


def _boxes(page: Page) -> tuple[float, float]:
    left, low, right, high = map(float, page.mediabox)
    page.trimbox = page.cropbox = page.mediabox
    for name in ("/TrimBox", "/CropBox", "/BleedBox", "/ArtBox"):
        if name in page:
            del page[name]
    return right - left, high - low


def _shift(pdf: Pdf, page: Page, _: int) -> None:
    """The paper's corner is not the origin of its measures."""
    width, height = _boxes(page)
    across, up = ORIGIN
    page.contents_add(pdf.make_stream(b"q 1 0 0 1 %.2f %.2f cm" % ORIGIN), prepend=True)
    page.contents_add(pdf.make_stream(b"Q"))
    page.mediabox = Array([across, up, across + width, up + height])


def _set_unit(pdf: Pdf, page: Page, _: int) -> None:
    """Drawn at half size on half the paper, in units twice as large."""
    width, height = _boxes(page)
    page.contents_add(pdf.make_stream(b"q %.3f 0 0 %.3f 0 0 cm" % (1 / UNIT, 1 / UNIT)), prepend=True)
    page.contents_add(pdf.make_stream(b"Q"))
    page.mediabox = Array([0, 0, width / UNIT, height / UNIT])
    page.UserUnit = UNIT


def _turn_other(pdf: Pdf, page: Page, number: int) -> None:
    """Every second page drawn on its side, and shown upright by ``/Rotate``."""
    if number % 2 == 0:
        return
    width, height = _boxes(page)
    page.contents_add(pdf.make_stream(b"q 0 1 -1 0 %.2f 0 cm" % height), prepend=True)
    page.contents_add(pdf.make_stream(b"Q"))
    page.mediabox = Array([0, 0, height, width])
    page.Rotate = 90


def _as_form(pdf: Pdf, page: Page, _: int) -> None:
    """All that the page draws within one form that it draws."""
    page.contents_coalesce()
    box, resources = page.mediabox, page.obj.get("/Resources", Dictionary())
    what = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": box, "Resources": resources}
    form = pdf.make_stream(page.Contents.read_bytes(), **what)
    page.obj["/Resources"] = Dictionary()
    name = page.add_resource(form, Name.XObject)
    page.Contents = pdf.make_stream(f"q {name} Do Q".encode())


def _fill_rules(pdf: Pdf, page: Page, _: int) -> None:
    page.Contents = pdf.make_stream(operations_to_content(filled(page_to_operations(page))))


def _double_rules(pdf: Pdf, page: Page, _: int) -> None:
    page.Contents = pdf.make_stream(operations_to_content(doubled(page_to_operations(page))))


def _thin_rules(pdf: Pdf, page: Page, _: int) -> None:
    page.Contents = pdf.make_stream(operations_to_content(of_no_width(page_to_operations(page))))


DONE: Final[dict[Finish, Callable[[Pdf, Page, int], None]]] = {
    "twice": _twice,
    "shuffled": _shuffle,
    "origin": _shift,
    "user-unit": _set_unit,
    "every-other-turned": _turn_other,
    "as-forms": _as_form,
    "filled-rules": _fill_rules,
    "zero-rules": _thin_rules,
    "double-rules": _double_rules,
    **{name: draw_unseen(draw) for name, draw in WAYS.items()},
    "change-bars": draw_change_bars,
    "page-border": draw_border,
    "stationery": lay_on_stationery,
    "slug": add_slug,
    "hidden-layer": add_hidden_layer,
    "annotated": annotate,
    "form": add_fields,
}
OF_THE_FILE: Final[dict[Finish, Callable[[Pdf], None]]] = {
    "type-3": draw_fonts,
    "without-unicode": drop_unicode,
    "scanned": partial(scan_pages, with_text=False),
    "scanned-with-text": partial(scan_pages, with_text=True),
    "one-page-scanned": partial(scan_pages, with_text=False, only=frozenset({1})),
    "blank-page": add_blank_page,
    "page-twice": repeat_page,
}
#: Every step that is taken here.
STEPS: Final = frozenset({*DONE, *OF_THE_FILE, *ENCRYPTED, "linearised"})
