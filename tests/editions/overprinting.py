"""What is laid over or under a page: bars in the margin, a border, stationery, a hidden layer, notes, form fields."""

from __future__ import annotations

import random
import zlib
from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

#: Room outside the page for a printer's marks, in points.
SLUG: Final = 40.0
HIDDEN: Final = "Deze tekst is vervallen en wordt niet getoond."


def page_size(page: Page) -> tuple[float, float]:
    """Width and height of the paper."""
    left, low, right, high = map(float, page.mediabox)
    return right - left, high - low


def _draw(pdf: Pdf, page: Page, content: str, *, under: bool = False) -> None:
    page.contents_add(pdf.make_stream(b"q"), prepend=True)
    page.contents_add(pdf.make_stream(b"Q"))
    page.contents_add(pdf.make_stream(content.encode("cp1252")), prepend=under)


def _helvetica() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def _font(pdf: Pdf, page: Page) -> Name:
    return page.add_resource(_helvetica(), Name.Font)


def draw_change_bars(pdf: Pdf, page: Page, number: int) -> None:
    """Upright lines in the left margin beside what changed."""
    width, height = page_size(page)
    chance = random.Random(number)  # noqa: S311 - layouts, not secrets
    x = 0.06 * width
    bars = []
    for _ in range(3):
        y = chance.uniform(0.15, 0.75) * height
        bars.append(f"{x:.1f} {y:.1f} m {x:.1f} {y + chance.uniform(0.03, 0.12) * height:.1f} l S")
    _draw(pdf, page, "q 1.2 w 0 G " + " ".join(bars) + " Q")


def draw_border(pdf: Pdf, page: Page, _: int) -> None:
    """A frame around the text, in the margin."""
    width, height = page_size(page)
    edge = 0.04 * width
    _draw(pdf, page, f"q 1 w 0 G {edge:.1f} {edge:.1f} {width - 2 * edge:.1f} {height - 2 * edge:.1f} re S Q")


def lay_on_stationery(pdf: Pdf, page: Page, _: int) -> None:
    """A light picture as large as the page under all else."""
    width, height = page_size(page)
    rows, columns = 60, 40
    pixels = bytes(255 - (row // 4 + column // 4) % 2 * 10 for row in range(rows) for column in range(columns))
    image = pdf.make_stream(
        zlib.compress(pixels),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=columns,
        Height=rows,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
        Filter=Name.FlateDecode,
    )
    name = page.add_resource(image, Name.XObject)
    _draw(pdf, page, f"q {width:.2f} 0 0 {height:.2f} 0 0 cm {name} Do Q", under=True)


def add_slug(pdf: Pdf, page: Page, number: int) -> None:
    """Paper larger than the page: outside its crop box a printer's marks and the name of the file."""
    width, height = page_size(page)
    font = _font(pdf, page)
    text = f"BT {font} 7 Tf 20 {height + 15:.1f} Td (bijlage-1b.indd   {number + 1}   12-03-2027 14:05) Tj ET"
    marks = [(-30, 0, -10, 0), (-30, height, -10, height), (0, -30, 0, -10), (width, -30, width, -10)]
    lines = " ".join(f"{a:.1f} {b:.1f} m {c:.1f} {d:.1f} l S" for a, b, c, d in marks)
    _draw(pdf, page, f"q 0.25 w 0 G {text} {lines} Q")
    page.mediabox = Array([-SLUG, -SLUG, width + SLUG, height + SLUG])
    page.cropbox = Array([0, 0, width, height])


def add_hidden_layer(pdf: Pdf, page: Page, _: int) -> None:
    """Words over the middle of the page, on a layer that is switched off."""
    if "/OCProperties" not in pdf.Root:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Concept")))
        default = Dictionary(OFF=Array([layer]), Order=Array([layer]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=default)
    width, height = page_size(page)
    name = page.add_resource(pdf.Root.OCProperties.OCGs[0], Name.Properties)
    font = _font(pdf, page)
    text = f"BT {font} 11 Tf {0.3 * width:.1f} {0.5 * height:.1f} Td ({HIDDEN}) Tj ET"
    _draw(pdf, page, f"/OC {name} BDC q {text} Q EMC")


def _appearance(pdf: Pdf, width: float, height: float, content: str) -> Object:
    resources = Dictionary(Font=Dictionary(F0=_helvetica()))
    box = Array([0, 0, width, height])
    form: dict[str, Any] = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": box, "Resources": resources}
    return pdf.make_stream(content.encode("cp1252"), **form)


def _annotation(pdf: Pdf, page: Page, kind: str, rect: tuple[float, float, float, float], **more: Any) -> Object:
    made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(rect), F=4, P=page.obj, **more)
    if "/Annots" not in page:
        page.Annots = Array([])
    page.Annots.append(pdf.make_indirect(made))
    return page.Annots[-1]


def annotate(pdf: Pdf, page: Page, number: int) -> None:
    """A note, a marked line, a link, and a comment that is seen, over the table."""
    width, height = page_size(page)
    middle = 0.6 * height
    _annotation(pdf, page, "Text", (10, middle, 30, middle + 20), Contents=String("Klopt dit?"))
    corners = Array([0.4 * width, middle, 0.7 * width, middle, 0.4 * width, middle - 12, 0.7 * width, middle - 12])
    marked = (0.4 * width, middle - 12, 0.7 * width, middle)
    yellow = Array([1, 1, 0])
    _annotation(pdf, page, "Highlight", marked, QuadPoints=corners, C=yellow, Contents=String("Nog te bespreken"))
    action = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    _annotation(pdf, page, "Link", (60, 60, 200, 80), A=action, Border=Array([0, 0, 1]))
    seen = _appearance(pdf, 90, 14, "q 1 0 0 RG 0.5 0.5 89 13 re S 1 0 0 rg BT /F0 9 Tf 3 4 Td (Akkoord, HR) Tj ET Q")
    place = (width - 130, 0.4 * height, width - 40, 0.4 * height + 14)
    _annotation(pdf, page, "FreeText", place, Contents=String("Akkoord, HR"), DA="/F0 9 Tf", AP=Dictionary(N=seen))
    _ = number


def add_fields(pdf: Pdf, page: Page, number: int) -> None:
    """A field with a name filled in at the head of the page, and a box that is ticked."""
    if "/AcroForm" not in pdf.Root:
        fonts = Dictionary(Font=Dictionary(F0=_helvetica()))
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), DR=fonts, DA=String("/F0 10 Tf 0 g"))
    width, height = page_size(page)
    box = (0.6 * width, height - 32, width - 50, height - 16)
    text = _appearance(pdf, box[2] - box[0], 16, "/Tx BMC q BT /F0 10 Tf 2 4 Td (J. Jansen) Tj ET Q EMC")
    field = {"FT": Name.Tx, "T": String(f"naam {number}"), "V": String("J. Jansen"), "AP": Dictionary(N=text)}
    pdf.Root.AcroForm.Fields.append(_annotation(pdf, page, "Widget", box, DA=String("/F0 10 Tf 0 g"), **field))
    tick = _appearance(pdf, 12, 12, "q 0 0 12 12 re S 2 2 m 10 10 l S 2 10 m 10 2 l S Q")
    state = {"V": Name.Yes, "AS": Name.Yes, "AP": Dictionary(N=Dictionary(Yes=tick))}
    place = (30, 0.5 * height, 42, 0.5 * height + 12)
    ticked = _annotation(pdf, page, "Widget", place, FT=Name.Btn, T=String(f"gezien {number}"), **state)
    pdf.Root.AcroForm.Fields.append(ticked)
