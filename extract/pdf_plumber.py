"""The reference: a page by pdfplumber and pdfminer, whatever is on it. No other module touches their objects.

    bytes ── open_plumber ── Plumber ── sheet ── Sheet

Read with it are the pages on which pdfium does not agree with what the page's operators show, and the files that
are not read lightly: see ``pdf_engine``. It is exact and slow, and what every page of the proving ground is compared
with. What goes wrong in the library leaves here as one of our own errors; what it merely logs is kept from the
terminal, for the witness of ``pdf_books`` finds out when text went missing. Not here: what the marks mean.
"""

from __future__ import annotations

import io
import logging
import math
import struct
import warnings
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import pdfplumber
from pdfminer.encodingdb import name2unicode
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdffont import PDFFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extract.pdf_marks import LEVEL, Char, Shade, Sheet, Stroke, level_char, turned_char
from extract.pdf_shapes import WHITE_WITHIN, is_near_rectangle, rings_opened
from extract.pdf_shown import Rect, Shown, page_to_shown
from extract.pdf_standard import standard_width
from transform.errors import Damaged, Encrypted

#: What the library lets out on a damaged or hostile file, its own and Python's. Never MemoryError.
LIBRARY_FAULTS: Final = (
    PdfminerException,
    MalformedPDFException,
    PSException,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
)

#: Names under which the library writes to the log.
LIBRARY_LOGS: Final = ("pdfminer", "pdfplumber")

#: At the end of a deflated stream.
CHECKSUM_BYTES: Final = 4

#: The sign that is younger than the tables of widths of the library.
EURO: Final = "€"

#: Codes that WinAnsiEncoding gives no character of their own.
WINANSI_BULLETS: Final = frozenset({0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D})


@contextmanager
def _library_kept_quiet(name: str) -> Iterator[None]:
    """Turn the library's faults into ours, and keep its logs and warnings off the terminal."""
    loggers = [logging.getLogger(log) for log in LIBRARY_LOGS]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except LIBRARY_FAULTS as fault:
        raise _as_ours(fault, name) from fault
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _as_ours(fault: Exception, name: str) -> Exception:
    """The error of ours for a fault of the library, which may be wrapped in another."""
    inner = fault.args[0] if isinstance(fault, PdfminerException) and fault.args else fault
    if isinstance(inner, PDFPasswordIncorrect | PDFEncryptionError):
        return Encrypted(name)
    if isinstance(inner, MemoryError):
        return inner
    return Damaged(name, reason=f"{type(inner).__name__}: {inner}"[:200])


class _Fonts(PDFResourceManager):
    """The library's fonts, without the letters that it makes up.

    A code whose glyph has a name that tells nothing (``/g17``) would keep the letter that the standard encoding
    has at that code: the text would be wrong and nobody would know. Here such a code has no character. And the
    codes that WinAnsiEncoding leaves unused are bullets, as the format has it. The widths that a file gives count,
    also of a font that is called as a standard one; of the euro in such a font the library knows none. No font reaches
    below its baseline: boxes are asked only how far text is raised, and two fonts of one name (letters filled, and
    outlined) may reach down unlike.
    """

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """A font of the file."""
        font = super().get_font(objid, spec)
        font.descent = 0.0
        if isinstance(font, PDFSimpleFont):
            nameless = set(_nameless_codes(spec))
            known = {code: text for code, text in font.cid2unicode.items() if code not in nameless}
            bullets = WINANSI_BULLETS - nameless if _is_winansi(spec) else frozenset[int]()
            font.cid2unicode = dict.fromkeys(bullets, "\u2022") | known
            euro = 1000 * standard_width(str(font.fontname), EURO, 0.0)
            font.widths = font.widths | _own_widths(spec) | ({EURO: euro} if euro else {})
        return font


def _own_widths(spec: Mapping[str, object]) -> dict[int | str, float]:
    """The width of each code as the file gives it, in thousandths of the type size; empty where it gives none."""
    first, widths = resolve1(spec.get("FirstChar")), resolve1(spec.get("Widths"))
    if not isinstance(first, int) or not isinstance(widths, list):
        return {}
    told = ((code, resolve1(width)) for code, width in enumerate(widths, first))
    return {code: float(width) for code, width in told if isinstance(width, int | float)}


def _is_winansi(spec: Mapping[str, object]) -> bool:
    encoding = resolve1(spec.get("Encoding"))
    base = resolve1(encoding.get("BaseEncoding")) if isinstance(encoding, dict) else encoding
    return getattr(base, "name", "") == "WinAnsiEncoding"


def _nameless_codes(spec: Mapping[str, object]) -> Iterator[int]:
    """The codes to which a font's own encoding gives a glyph name that stands for no character."""
    encoding = resolve1(spec.get("Encoding"))
    differences = resolve1(encoding.get("Differences")) if isinstance(encoding, dict) else None
    code = 0
    for entry in differences or ():
        entry = resolve1(entry)
        if isinstance(entry, int | float):
            code = int(entry)
            continue
        if not _is_character_name(entry):
            yield code
        code += 1


def _is_character_name(glyph: object) -> bool:
    try:
        return bool(name2unicode(str(getattr(glyph, "name", ""))))
    except (PSException, ValueError):
        return False


class Plumber:
    """An open PDF: how many pages it has, and each of them as a sheet."""

    def __init__(self, pdf: PDF, name: str) -> None:
        self._pdf, self._name = pdf, name
        self.pages = len(pdf.pages)
        shown = resolve1(resolve1(pdf.doc.catalog.get("OCProperties", {})).get("D", {}))
        #: Whether the file has layers that are switched off.
        self.layered = getattr(shown.get("BaseState"), "name", "") == "OFF" or bool(resolve1(shown.get("OFF")))

    def sheet(self, index: int) -> Sheet:
        """A page, counted from 0; it is closed when read, or the library would keep them all. Raises Damaged."""
        page = self._pdf.pages[index]
        with _library_kept_quiet(self._name):
            _check_streams(page, self._name)
            sheet = _page_to_sheet(page)
            page.close()
        return sheet


@contextmanager
def open_plumber(data: bytes, name: str) -> Iterator[Plumber]:
    """Open a PDF with an empty password and close it again. Raises Damaged, Encrypted."""
    with _library_kept_quiet(name):
        pdf = pdfplumber.open(io.BytesIO(data))
        pdf.rsrcmgr = _Fonts()
        plumber = Plumber(pdf, name)
        if not plumber.pages:
            raise Damaged(name, reason="no pages")
    yield plumber
    pdf.flush_cache()


def _check_streams(page: Page, name: str) -> None:
    """Raise Damaged for a content stream that is missing, cut short or changed: the library reads what is left of it.

    So do the forms that it draws, and the maps from codes to characters.
    """
    for part in page.page_obj.contents:
        if not isinstance(resolve1(part), PDFStream):
            raise Damaged(name, reason=f"page {page.page_number}: its content is missing")
    for stream in (*map(resolve1, page.page_obj.contents), *_streams_under(page.page_obj.resources, set())):
        if fault := _fault_of_length(stream) or fault_of(stream):
            raise Damaged(name, reason=f"page {page.page_number}: {fault}")


def _streams_under(resources: object, seen: set[object]) -> Iterator[PDFStream]:
    """The forms and the maps from codes to characters that resources name, each once."""
    for font in _values(resources, "Font"):
        found = resolve1(font.get("ToUnicode")) if isinstance(font, dict) else None
        if isinstance(found, PDFStream) and found.objid not in seen:
            seen.add(found.objid)
            yield found
    for form in _values(resources, "XObject"):
        is_form = isinstance(form, PDFStream) and getattr(form.get("Subtype"), "name", "") == "Form"
        if is_form and form.objid not in seen:
            seen.add(form.objid)
            yield form
            yield from _streams_under(form.get("Resources"), seen)


def _values(resources: object, kind: str) -> list[Any]:
    """What resources have of a kind, by whatever names."""
    found = resolve1(resources)
    named = resolve1(found.get(kind)) if isinstance(found, dict) else None
    return list(map(resolve1, named.values())) if isinstance(named, dict) else []


def _fault_of_length(stream: PDFStream) -> str:
    """What is wrong with a stream whose dictionary broke: the library takes it for one that holds nothing."""
    return "" if isinstance(resolve1(stream.get("Length")), int) else "its content does not say how long it is"


def fault_of(stream: PDFStream) -> str:
    """What is wrong with a deflated stream: it does not reach its end, or is not what its checksum says; else nothing.

    A checksum that is missing is none: some programs leave it out.
    """
    if not stream.rawdata or not stream.get_filters():
        return ""
    filter_name = getattr(stream.get_filters()[0][0], "name", "")
    if filter_name not in ("FlateDecode", "Fl"):
        return ""
    raw = stream.rawdata
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        raw = stream.decipher(stream.objid, stream.genno, raw, stream.attrs)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    unpacked = inflater.decompress(raw[2:])
    checksum = inflater.unused_data[:CHECKSUM_BYTES]
    is_partial = len(checksum) < CHECKSUM_BYTES and bool(checksum.strip())
    if (not inflater.eof and raw.strip()) or is_partial:
        return "its content is cut short"
    is_changed = len(checksum) == CHECKSUM_BYTES and int.from_bytes(checksum, "big") != zlib.adler32(unpacked)
    return "its content does not match its checksum" if is_changed else ""


def _page_to_sheet(page: Page) -> Sheet:
    """One page of the library as ours."""
    objects = page.objects
    shown = page_to_shown(page.page_obj.mediabox, page.page_obj.cropbox, page.page_obj.rotate)
    descents = _usual_descents(objects.get("char", ()))
    shapes = [o for kind in ("line", "rect", "curve") for o in objects.get(kind, ())]
    return Sheet(
        number=page.page_number,
        width=shown.width,
        height=shown.height,
        chars=tuple(_to_char(c, shown, descents) for c in objects.get("char", ())),
        strokes=tuple(stroke for shape in shapes for stroke in _to_strokes(shape, shown)),
        shades=tuple(rings_opened([_to_shade(s, shown) for s in shapes if _is_filled_area(s)])),
        spots=tuple(_to_shade(s, shown) for s in shapes if s["fill"] and not _is_filled_area(s)),
        images=tuple(_to_box(image, shown) for image in objects.get("image", ())),
    )


def _usual_descents(chars: Iterable[dict[str, Any]]) -> dict[str, float]:
    """By font, how far below its baseline the library's boxes begin in level text, as a share of the type size."""
    shares: dict[str, Counter[float]] = defaultdict(Counter)
    for raw in filter(_is_level, chars):
        shares[raw["fontname"]][_descent(raw)] += 1
    return {font: counts.most_common(1)[0][0] for font, counts in shares.items()}


def _is_level(raw: dict[str, Any]) -> bool:
    a, b, _, d, _, _ = raw["matrix"]
    return bool(a > 0 and d > 0 and abs(b) <= LEVEL * a)


def _descent(raw: dict[str, Any]) -> float:
    return round((raw["y0"] - raw["matrix"][5]) / raw["size"], 2) if raw["size"] else 0.0


def _to_char(raw: dict[str, Any], shown: Shown, descents: Mapping[str, float]) -> Char:
    """A character. Its origin and type size are the file's own; the library's boxes hang on the font's word.

    Only the boxes know that text was raised: they lie higher than the others of their font.
    """
    a, b, _, _, x, y = raw["matrix"]
    if _is_level(raw):
        rise = _descent(raw) - descents.get(raw["fontname"], 0.0)
        baseline = shown.down(y + (rise * raw["size"] if abs(rise) > LEVEL else 0.0))
        return level_char(raw["text"], x - shown.left, baseline, raw["adv"] * a, raw["size"], str(raw["fontname"]))
    angle = round(math.degrees(math.atan2(b, a)), 1) or 180.0
    advance = abs(raw["adv"]) * math.hypot(a, b)
    origin = (x - shown.left, shown.down(y))
    return turned_char(raw["text"], origin, angle, advance, _slanted_size(raw), str(raw["fontname"]))


def _slanted_size(raw: dict[str, Any]) -> float:
    """The type size of text at an angle, from the box around it and its advance."""
    a, b, c, d, _, _ = raw["matrix"]
    advance = abs(raw["adv"])
    if abs(d) >= abs(c):
        return float((raw["height"] - abs(b) * advance) / abs(d)) * math.hypot(c, d) if d else float(raw["height"])
    return float((raw["width"] - abs(a) * advance) / abs(c)) * math.hypot(c, d)


def _is_filled_area(shape: dict[str, Any]) -> bool:
    """Whether a shape is a filled rectangle, or near enough to stand for one."""
    return bool(shape["fill"]) and shape["object_type"] != "line" and is_near_rectangle(shape["pts"])


def _to_box(shape: dict[str, Any], shown: Shown) -> Rect:
    """The rectangle around a shape or an image."""
    x = shown.library_x
    return shown.box(shape["x0"] - x, shape["y0"], shape["x1"] - x, shape["y1"])


def _to_shade(shape: dict[str, Any], shown: Shown) -> Shade:
    """A filled shape as its rectangle."""
    return Shade(*_to_box(shape, shown), tone=_tone(shape.get("non_stroking_color")), ring=bool(shape.get("evenodd")))


def _to_strokes(shape: dict[str, Any], shown: Shown) -> Iterator[Stroke]:
    """The straight pieces of a stroked outline; what is curved or aslant has no part in a table."""
    if not shape["stroke"]:
        return
    width, tone = _width(shape["linewidth"]), _tone(shape.get("stroking_color"))
    for (x0, y0), (x1, y1) in _pieces(shape["path"]):
        raw = (x0 - shown.library_x, shown.library_up(y0), x1 - shown.library_x, shown.library_up(y1))
        left, top, right, bottom = shown.box(*raw)
        if min(right - left, bottom - top) <= LEVEL * max(right - left, bottom - top):
            yield Stroke(left, top, right, bottom, width, tone)


def _width(told: float) -> float:
    """A line width. The library begins with an integer 0 where the format says 1; a width that was set is a float."""
    return 1.0 if isinstance(told, int) else told


def _pieces(path: Iterable[tuple[Any, ...]]) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces of a path: from point to point, and back to the start where it closes."""
    start = here = None
    for command, *points in path:
        if command == "m":
            start = here = points[-1]
        elif command == "h" and here and start:
            yield here, start
            here = start
        elif points:
            if command == "l" and here:
                yield here, points[-1]
            here = points[-1]


def _tone(colour: object) -> tuple[float, ...]:
    """A colour's parts, empty for white; a missing colour is black, a pattern is a tone of its own."""
    parts = colour if isinstance(colour, list | tuple) else (colour,)
    numbers = tuple(float(p) for p in parts if isinstance(p, int | float))
    if len(numbers) != len(parts) or not numbers:
        return (0.0,)
    paper = 0.0 if len(numbers) == 4 else 1.0
    return () if all(abs(n - paper) <= WHITE_WITHIN for n in numbers) else tuple(round(n, 3) for n in numbers)
