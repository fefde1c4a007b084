"""What lies on a page without being part of it: form fields that are filled in, typed and drawn remarks, stamps.

    page ── page_to_annotations ── Annotation, … ── sheet_to_remarks ── findings

None of it is read as text: the file has it apart, with words of its own. But the eye sees it, and a core competence
chosen in a form, or a sentence typed over another one, is none that the page says.

Fails for a field that takes its value from one above it and draws nothing: no reader draws that one without a script.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from statistics import median_low
from typing import Final

from extract.pdf_library import native
from extract.pdf_lines import Printed
from extract.pdf_marks import Annotation, Sheet, Stroke, measure
from extract.pdf_native import Handle, NativePage
from extract.pdf_shown import Matrix, Rect, moved
from extract.pictures import may_hold_words
from transform.findings import Code, Finding
from transform.place import Box, PagePlace


class Sort(IntEnum):
    """The library's numbers for sorts of annotations."""

    TEXT = 1
    LINK = 2
    FREE_TEXT = 3
    LINE = 4
    SQUARE = 5
    CIRCLE = 6
    POLYGON = 7
    POLYLINE = 8
    HIGHLIGHT = 9
    UNDERLINE = 10
    SQUIGGLY = 11
    STRIKE_OUT = 12
    STAMP = 13
    CARET = 14
    INK = 15
    WIDGET = 20
    REDACT = 28


#: What a person wrote beside the text, and what stands on the page as drawn.
COMMENTS: Final = frozenset({Sort.TEXT, Sort.HIGHLIGHT, Sort.UNDERLINE, Sort.SQUIGGLY, Sort.STRIKE_OUT, Sort.CARET})
DRAWN: Final = frozenset(
    {Sort.STAMP, Sort.INK, Sort.LINE, Sort.SQUARE, Sort.CIRCLE, Sort.POLYGON, Sort.POLYLINE, Sort.REDACT}
)

KNOWN: Final = frozenset(Sort)

#: The flag of one that nobody sees; the number that the library has for a text.
_HIDDEN: Final = 2
_STRING: Final = 3
#: What draws text, and the font of ticks and crosses.
_SHOWS: Final = re.compile(r"[(<]\s*[^)>\s][^)>]*[)>]\s*\]?\s*T[jJ]")
_TICKS: Final = re.compile(r"/ZaDb\b")
#: Corners of an area that text is marked in.
_CORNERS: Final = 4

_ADDRESS: Final = ctypes.c_void_p
_count: Final = native("FPDFPage_GetAnnotCount", ctypes.c_int, _ADDRESS)
_get: Final = native("FPDFPage_GetAnnot", _ADDRESS, _ADDRESS, ctypes.c_int)
_close: Final = native("FPDFPage_CloseAnnot", None, _ADDRESS)
_sort: Final = native("FPDFAnnot_GetSubtype", ctypes.c_int, _ADDRESS)
_flags: Final = native("FPDFAnnot_GetFlags", ctypes.c_int, _ADDRESS)
_rectangle: Final = native("FPDFAnnot_GetRect", ctypes.c_int, _ADDRESS, _ADDRESS)
_says: Final = native("FPDFAnnot_GetStringValue", ctypes.c_ulong, _ADDRESS, ctypes.c_char_p, _ADDRESS, ctypes.c_ulong)
_type: Final = native("FPDFAnnot_GetValueType", ctypes.c_int, _ADDRESS, ctypes.c_char_p)
_drawn: Final = native("FPDFAnnot_GetAP", ctypes.c_ulong, _ADDRESS, ctypes.c_int, _ADDRESS, ctypes.c_ulong)
_count_areas: Final = native("FPDFAnnot_CountAttachmentPoints", ctypes.c_size_t, _ADDRESS)
_area: Final = native("FPDFAnnot_GetAttachmentPoints", ctypes.c_int, _ADDRESS, ctypes.c_size_t, _ADDRESS)


def page_to_annotations(page: NativePage, view: Matrix) -> tuple[Annotation, ...]:
    """The annotations of a page that somebody sees, in order. ``view``: from the page's places to those as shown."""
    return tuple(_annotations(page.handle, view))


def _annotations(page: Handle, view: Matrix) -> Iterator[Annotation]:
    for index in range(_count(page)):
        handle = _get(page, index)
        if not handle:
            continue
        sort = _sort(handle)
        if not _flags(handle) & _HIDDEN and sort in KNOWN and (sort != Sort.WIDGET or _is_filled(handle)):
            key = b"V" if sort == Sort.WIDGET else b"Contents"
            text = " ".join(_text(_says, handle, key).split())
            areas = tuple(_areas(handle, view)) if sort == Sort.STRIKE_OUT else ()
            yield Annotation(sort, _box(handle, view), text, areas)
        _close(handle)


def _is_filled(field: Handle) -> bool:
    """Whether a field of a form shows words: a text or a choice, no button."""
    if _type(field, b"V") == _STRING and _text(_says, field, b"V").strip():
        return True
    drawn = _text(_drawn, field, 0)
    return bool(_SHOWS.search(drawn)) and not _TICKS.search(drawn)


def _text(function: Callable[..., int], *arguments: object) -> str:
    """The text that a function of the library writes and of which it gives the length."""
    size = function(*arguments, None, 0)
    room = ctypes.create_string_buffer(max(size, 2))
    function(*arguments, ctypes.addressof(room), size)
    return room.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")


def _box(handle: Handle, view: Matrix) -> Rect:
    room = (ctypes.c_float * 4)()
    _rectangle(handle, ctypes.addressof(room))
    left, top, right, bottom = room
    return _seen([(left, top), (right, bottom)], view)


def _areas(handle: Handle, view: Matrix) -> Iterator[Rect]:
    """The areas of the text that is marked."""
    room = (ctypes.c_float * (2 * _CORNERS))()
    for number in range(_count_areas(handle)):
        if _area(handle, number, ctypes.addressof(room)):
            yield _seen(list(zip(room[0::2], room[1::2], strict=True)), view)


def _seen(points: Sequence[tuple[float, float]], view: Matrix) -> Rect:
    xs, ys = zip(*(moved(point, view) for point in points), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def without_links(sheet: Sheet, words: Iterable[Printed]) -> Iterator[Printed]:
    """The words that do not stand where a link does, which may be in colour and underlined."""
    links = [a.box for a in sheet.annotations if a.sort == Sort.LINK]
    for word in words:
        x, y = word.ink[0].across, word.ink[0].down
        if not any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in links):
            yield word


def with_struck(sheet: Sheet) -> Sheet:
    """The sheet, with a line through each area that a remark strikes out, and with lines that somebody drew."""
    areas = [area for a in sheet.annotations for area in (a.areas or ((a.box,) if a.sort == Sort.LINE else ()))]
    bars = (Stroke(x0, (top + bottom) / 2, x1, (top + bottom) / 2, 0.0, (0.0,)) for x0, top, x1, bottom in areas)
    return sheet._replace(strokes=(*sheet.strokes, *bars)) if areas else sheet


def sheet_to_remarks(sheet: Sheet, lines: Sequence[Printed]) -> Iterator[Finding]:
    """What there is to say of what lies on a page."""
    size = median_low([line.size for line in lines]) if lines else 0.0
    for sort, (x0, top, x1, bottom), text, _ in sheet.annotations:
        place = PagePlace(sheet.number, Box(*map(measure, (x0, top, x1, bottom))))
        if sort == Sort.WIDGET:
            yield Finding(code=Code.FIELD_UNREAD, place=place, was=text)
        elif sort == Sort.FREE_TEXT:
            yield Finding(code=Code.TEXT_BOX, place=place, was=text)
        elif sort in COMMENTS and text:
            yield Finding(code=Code.COMMENT, place=place, was=text)
        elif sort in DRAWN and may_hold_words(x1 - x0, bottom - top, size):
            yield Finding(code=Code.PICTURE, place=place)
