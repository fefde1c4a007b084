"""pdfium's functions with addresses as plain numbers, and its pages as ours to walk: objects, characters, places.

The bindings of pypdfium2 make an object for every pointer and let other threads in at every call, which costs more
than what the library does; here thousands of calls go through ``map`` at half the price. pdfium is not thread-safe:
processes, not threads, read side by side. Not here: what the objects mean.
"""

from __future__ import annotations

import ctypes
import struct
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import partial
from itertools import chain, repeat
from typing import Any, Final, NamedTuple, TypeAlias

from extract.pdf_library import native
from extract.pdf_room import Room
from extract.pdf_shown import Matrix, Point, Rect, times

#: The address of something in the library.
Handle: TypeAlias = int

#: A column of numbers as the library wrote it.
Numbers: TypeAlias = Sequence[float]

_ADDRESS: Final = ctypes.c_void_p
_INT: Final = ctypes.c_int
_FLOAT: Final = ctypes.c_float

#: Forms within forms deeper than this are not walked; no text of theirs is read, which the witness will say.
DEEPEST: Final = 64


_open: Final = native("FPDF_LoadMemDocument64", _ADDRESS, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p)
_close: Final = native("FPDF_CloseDocument", None, _ADDRESS)
_last_error: Final = native("FPDF_GetLastError", ctypes.c_ulong)
_count_pages: Final = native("FPDF_GetPageCount", _INT, _ADDRESS)
_said: Final = native("FPDF_GetMetaText", ctypes.c_ulong, _ADDRESS, ctypes.c_char_p, _ADDRESS, ctypes.c_ulong)
_load_page: Final = native("FPDF_LoadPage", _ADDRESS, _ADDRESS, _INT)
_close_page: Final = native("FPDF_ClosePage", None, _ADDRESS)
_page_box: Final = native("FPDF_GetPageBoundingBox", _INT, _ADDRESS, _ADDRESS)
_turned: Final = native("FPDFPage_GetRotation", _INT, _ADDRESS)
_count_objects: Final = native("FPDFPage_CountObjects", _INT, _ADDRESS)
_object: Final = native("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
_count_in_form: Final = native("FPDFFormObj_CountObjects", _INT, _ADDRESS)
_object_in_form: Final = native("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, ctypes.c_ulong)
_kind: Final = native("FPDFPageObj_GetType", _INT, _ADDRESS)
_set_active: Final = native("FPDFPageObj_SetIsActive", _INT, _ADDRESS, _INT)
_count_marks: Final = native("FPDFPageObj_CountMarks", _INT, _ADDRESS)
_mark: Final = native("FPDFPageObj_GetMark", _ADDRESS, _ADDRESS, ctypes.c_ulong)
_mark_name: Final = native("FPDFPageObjMark_GetName", _INT, _ADDRESS, _ADDRESS, ctypes.c_ulong, _ADDRESS)
_mark_says: Final = native(
    "FPDFPageObjMark_GetParamStringValue", _INT, _ADDRESS, ctypes.c_char_p, _ADDRESS, ctypes.c_ulong, _ADDRESS
)
_remove_mark: Final = native("FPDFPageObj_RemoveMark", _INT, _ADDRESS, _ADDRESS)
_matrix: Final = native("FPDFPageObj_GetMatrix", _INT, _ADDRESS, _ADDRESS)
_load_text: Final = native("FPDFText_LoadPage", _ADDRESS, _ADDRESS)
_close_text: Final = native("FPDFText_ClosePage", None, _ADDRESS)
_count_chars: Final = native("FPDFText_CountChars", _INT, _ADDRESS)
_text: Final = native("FPDFText_GetText", _INT, _ADDRESS, _INT, _INT, _ADDRESS)
_unicode: Final = native("FPDFText_GetUnicode", ctypes.c_uint, _ADDRESS, _INT)
_is_generated: Final = native("FPDFText_IsGenerated", _INT, _ADDRESS, _INT)
_has_no_name: Final = native("FPDFText_HasUnicodeMapError", _INT, _ADDRESS, _INT)
_is_hyphen: Final = native("FPDFText_IsHyphen", _INT, _ADDRESS, _INT)
#: Arguments of which no sort is told are taken as they come, in half the time: pointers, then, and no plain addresses.
_origin: Final = native("FPDFText_GetCharOrigin", None)
_owner: Final = native("FPDFText_GetTextObject", _ADDRESS)
_char_box: Final = native("FPDFText_GetCharBox", _INT, _ADDRESS, _INT, *[_ADDRESS] * 4)
_char_angle: Final = native("FPDFText_GetCharAngle", _FLOAT, _ADDRESS, _INT)
_font_size: Final = native("FPDFTextObj_GetFontSize", _INT, _ADDRESS, _ADDRESS)
_font: Final = native("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
_font_name: Final = native("FPDFFont_GetBaseFontName", ctypes.c_size_t, _ADDRESS, _ADDRESS, ctypes.c_size_t)
_glyph_width: Final = native("FPDFFont_GetGlyphWidth", _INT, _ADDRESS, ctypes.c_uint32, _FLOAT, _ADDRESS)
_draw_mode: Final = native("FPDFPath_GetDrawMode", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
_count_segments: Final = native("FPDFPath_CountSegments", _INT, _ADDRESS)
_segment: Final = native("FPDFPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT)
_segment_kind: Final = native("FPDFPathSegment_GetType", _INT, _ADDRESS)
_segment_point: Final = native("FPDFPathSegment_GetPoint", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
_stroke_width: Final = native("FPDFPageObj_GetStrokeWidth", _INT, _ADDRESS, _ADDRESS)
_stroke_colour: Final = native("FPDFPageObj_GetStrokeColor", _INT, *[_ADDRESS] * 5)
_fill_colour: Final = native("FPDFPageObj_GetFillColor", _INT, *[_ADDRESS] * 5)


_room: Final = Room(1024)

#: The library's numbers for a file that asks for a password, and for filling by the even-odd rule.
_NO_PASSWORD: Final = 4
_EVEN_ODD: Final = 1


class PdfiumFault(Exception):
    """What the library could not open; ``password`` when only a password is missing."""

    def __init__(self, reason: str, *, password: bool = False) -> None:
        super().__init__(reason)
        self.password = password


class NativeDocument:
    """An open file. ``data`` is kept: the library reads from it for as long as it is open."""

    def __init__(self, data: bytes) -> None:
        """Open with an empty password. Raises PdfiumFault."""
        self._data = data
        self._handle = _open(data, len(data), None)
        if not self._handle:
            error = _last_error()
            raise PdfiumFault(f"pdfium error {error}", password=error == _NO_PASSWORD)

    def close(self) -> None:
        """Let go of the file."""
        _close(self._handle)

    def __len__(self) -> int:
        """How many pages there are."""
        return int(_count_pages(self._handle))

    def said(self, key: str) -> str:
        """A text of the file's metadata, as it stands; empty without."""
        size = _said(self._handle, key.encode("ascii"), None, 0)
        room = ctypes.create_string_buffer(max(size, 2))
        _said(self._handle, key.encode("ascii"), ctypes.addressof(room), size)
        return room.raw[: size - 2].decode("utf-16-le", "replace") if size > 2 else ""

    def page(self, index: int) -> NativePage:
        """A page, to be closed when read. Raises PdfiumFault."""
        handle = _load_page(self._handle, index)
        if not handle:
            raise PdfiumFault(f"page {index + 1} cannot be loaded")
        return NativePage(handle)


class Thing(NamedTuple):
    """Something drawn on a page: its kind, itself, the matrix of the forms that it stands in, and those, outer first.

    ``hidden``: on one of the layers that were asked about.
    """

    kind: int
    handle: Handle
    within: Matrix | None
    hidden: bool = False
    forms: tuple[Thing, ...] = ()


class _Outer(NamedTuple):
    """The forms that something stands in, outer first, their matrix, and whether one is hidden."""

    matrix: Matrix | None = None
    hidden: bool = False
    forms: tuple[Thing, ...] = ()


class Kind(IntEnum):
    """The library's numbers for the kinds of things that are looked at."""

    TEXT = 1
    PATH = 2
    IMAGE = 3
    FORM = 5


class NativePage:
    """A page of the library: its measures, what is drawn on it in order, and its text."""

    def __init__(self, handle: Handle) -> None:
        self.handle = handle

    def close(self) -> None:
        """Let go of the page."""
        _close_page(self.handle)

    def box(self) -> tuple[Rect, int]:
        """The part that is shown, as left, lower, right, upper; and how it is turned, in degrees clockwise."""
        corners = (_FLOAT * 4)()
        _page_box(self.handle, ctypes.addressof(corners))
        left, upper, right, lower = corners
        return (left, lower, right, upper), 90 * _turned(self.handle)

    def things(self, hidden: frozenset[str] = frozenset()) -> list[Thing]:
        """What is drawn, in order; forms are walked, and themselves left out. ``hidden``: the names of such layers."""
        handles = list(map(_object, repeat(self.handle), range(_count_objects(self.handle))))
        return self._walk(handles, _Outer(), hidden)

    def _walk(self, handles: list[Handle], outer: _Outer, hidden: frozenset[str]) -> list[Thing]:
        kinds = list(map(_kind, handles))
        unseen = [outer.hidden or not hidden.isdisjoint(_layers_of(h)) for h in handles] if hidden else repeat(False)
        common = repeat(outer.matrix), unseen, repeat(outer.forms)
        things = list(map(Thing._make, zip(kinds, handles, *common, strict=False)))
        if Kind.FORM not in kinds:
            return things
        inside = ((self._inside(t, hidden) if t.kind == Kind.FORM else (t,)) for t in things)
        return list(chain.from_iterable(inside))

    def _inside(self, form: Thing, hidden: frozenset[str]) -> list[Thing]:
        if len(form.forms) >= DEEPEST:
            return []
        matrix = things_to_matrices([form])[0]
        own = list(map(_object_in_form, repeat(form.handle), range(_count_in_form(form.handle))))
        outer = _Outer(times(matrix, form.within) if form.within else matrix, form.hidden, (*form.forms, form))
        return self._walk(own, outer, hidden)

    def text(self) -> NativeText:
        """The page's text, to be closed when read. Raises PdfiumFault."""
        handle = _load_text(self.handle)
        if not handle:
            raise PdfiumFault("the text of a page cannot be loaded")
        return NativeText(handle)


class NativeText:
    """The characters of a page as the library orders them, those that it makes up included."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._count = max(int(_count_chars(handle)), 0)
        #: The text object that a character belongs to, by its number; None for one that the library made up.
        self.owner: Callable[[int], Handle | None] = partial(_owner, _ADDRESS.from_param(handle))

    def close(self) -> None:
        """Let go of the text."""
        _close_text(self._handle)

    def characters(self) -> str:
        """All characters; U+FFFE or U+0002 for a hyphen at a line end."""
        room = (ctypes.c_uint16 * (self._count + 1))()
        written = _text(self._handle, 0, self._count, ctypes.addressof(room))
        text = bytes(room)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == self._count:
            return text
        return "".join(map(_to_character, map(_unicode, repeat(self._handle), range(self._count))))

    def is_generated(self, index: int) -> bool:
        """Whether the library made a character up."""
        return bool(_is_generated(self._handle, index) == 1)

    def is_named(self, index: int) -> bool:
        """Whether the file says what a character is, so that the library did not take its code for it."""
        return bool(_has_no_name(self._handle, index) == 0)

    def is_hyphen(self, index: int) -> bool:
        """Whether the library took a character for the hyphen of a broken word."""
        return bool(_is_hyphen(self._handle, index) == 1)

    def ink(self, index: int) -> tuple[float, tuple[float, float, float, float]]:
        """At what angle a character stands, in radians, and the box of its ink: left, right, bottom, top."""
        room = (ctypes.c_double * 4)()
        start = ctypes.addressof(room)
        _char_box(self._handle, index, *range(start, start + 32, 8))
        return _char_angle(self._handle, index), (room[0], room[1], room[2], room[3])

    def origins(self) -> tuple[Numbers, Numbers]:
        """Where every character begins on its baseline: all x, and all y."""
        text = _ADDRESS.from_param(self._handle)
        return _room.filled(self._count, lambda numbers, *places: _call(_origin, repeat(text), numbers, *places))


def _call(function: Any, *columns: Iterable[Any]) -> None:
    """Call a function for every row of its arguments, for what it writes."""
    deque(map(function, *columns), maxlen=0)


def _to_character(code: int) -> str:
    return chr(code) if code < 0x110000 else "\ufffd"


def things_to_matrices(things: Sequence[Thing]) -> list[Matrix]:
    """The matrices of things, each within the form that it stands in."""
    room = (_FLOAT * (6 * len(things)))()
    start = ctypes.addressof(room)
    _call(_matrix, [thing.handle for thing in things], range(start, start + 24 * len(things), 24))
    return list(struct.iter_unpack("6f", room))


def objects_to_sizes(objects: Sequence[Thing]) -> list[float]:
    """The type sizes of text objects, before their matrices."""
    room = (_FLOAT * len(objects))()
    start = ctypes.addressof(room)
    _call(_font_size, [thing.handle for thing in objects], range(start, start + 4 * len(objects), 4))
    return list(room)


def hide(handle: Handle) -> None:
    """Take a thing off its page, so that the page's text is loaded without it."""
    _set_active(handle, 0)


class Font:
    """A font of the library, and how wide its glyphs are."""

    def __init__(self, handle: Handle | None) -> None:
        self._handle = handle
        size = _font_name(handle, None, 0) if handle else 0
        room = ctypes.create_string_buffer(max(size, 1))
        if handle:
            _font_name(handle, ctypes.addressof(room), size)
        self.name = room.value.decode("utf-8", "replace")

    def width(self, character: str) -> float:
        """How far a character moves the text on, as a share of the type size; by the first glyph that shows it."""
        room = _FLOAT()
        _glyph_width(self._handle, ord(character), 1.0, ctypes.addressof(room))
        return room.value


def object_to_font_handle(handle: Handle) -> Handle | None:
    """The font of a text object."""
    found: Handle | None = _font(handle)
    return found


def object_to_font(handle: Handle) -> Font:
    """The font of a text object, with its name."""
    return Font(object_to_font_handle(handle))


def unmark(handle: Handle) -> None:
    """Take all marks off a thing, and with them the text that is said to stand for what is drawn."""
    while _count_marks(handle) > 0 and _remove_mark(handle, _mark(handle, 0)):
        pass


def _layers_of(handle: Handle) -> Iterator[str]:
    """The names of the layers that a thing is drawn on."""
    for number in range(_count_marks(handle)):
        mark = _mark(handle, number)
        if _written(_mark_name, mark) == "OC":
            yield _written(_mark_says, mark, b"Name")


def _written(function: Any, *arguments: Any) -> str:
    """The text that a function writes; empty where there is none."""
    size = ctypes.c_ulong()
    function(*arguments, None, 0, ctypes.addressof(size))
    room = ctypes.create_string_buffer(max(size.value, 2))
    function(*arguments, ctypes.addressof(room), size.value, ctypes.addressof(size))
    return room.raw[:-2].decode("utf-16-le", "replace")


class Segment(IntEnum):
    """The library's numbers for the kinds of segments of a path."""

    LINE = 0
    BEND = 1
    MOVE = 2


class Drawing(NamedTuple):
    """A path: its matrix, the kind and point of each segment, and how it is painted.

    ``stroke`` and ``fill`` are red, green and blue out of 255; None where it is not stroked or filled.
    """

    matrix: Matrix
    kinds: list[int]
    points: list[Point]
    width: float
    stroke: tuple[int, ...] | None
    fill: tuple[int, ...] | None
    even_odd: bool


def path_to_drawing(path: Thing) -> Drawing:
    """A path as drawn."""
    handle = path.handle
    fill, stroke, width = _INT(), _INT(), _FLOAT()
    _draw_mode(handle, ctypes.addressof(fill), ctypes.addressof(stroke))
    _stroke_width(handle, ctypes.addressof(width))
    segments = [_segment(handle, i) for i in range(_count_segments(handle))]
    room = (_FLOAT * (2 * len(segments)))()
    start = ctypes.addressof(room)
    for number, segment in enumerate(segments):
        _segment_point(segment, start + 8 * number, start + 8 * number + 4)
    return Drawing(
        matrix=things_to_matrices([path])[0],
        kinds=list(map(_segment_kind, segments)),
        points=list(zip(room[0::2], room[1::2], strict=True)),
        width=width.value,
        stroke=_colour(_stroke_colour, handle) if stroke.value else None,
        fill=_colour(_fill_colour, handle) if fill.value else None,
        even_odd=fill.value == _EVEN_ODD,
    )


def _colour(asked: Any, handle: Handle) -> tuple[int, ...]:
    room = (ctypes.c_uint * 4)()
    start = ctypes.addressof(room)
    asked(handle, *range(start, start + 16, 4))
    return tuple(room[:3])
