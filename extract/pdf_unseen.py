"""Text of a page that nobody sees, or hardly: without ink, in the paper's colour, tiny, cut away, under something else.

    things of a page ── things_to_inks ── its characters among those of the page

The file holds it like any other text, and so it is read; a person is asked. Fails for a ground that is a gradient
(text in white upon it is told), and for pages that the other engine reads.
"""

from __future__ import annotations

import ctypes
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median_low
from typing import Final, NamedTuple

from extract.pdf_clips import thing_to_windows
from extract.pdf_grid import Grid
from extract.pdf_library import native
from extract.pdf_lines import Printed, chars_to_text
from extract.pdf_marks import Char, Sheet, measure
from extract.pdf_native import Handle, Kind, Thing
from extract.pdf_rules import WHOLE_PAGE
from extract.pdf_shapes import is_plain_area
from extract.pdf_shown import Matrix, Rect, moved, times
from extract.pdf_tables import Placed
from transform.place import Box

#: Text of which no colour is darker than this share of white is faint on paper.
FAINT: Final = 0.85
#: In colour is what has so much more of one than of another.
COLOURED: Final = 0.3
#: What is drawn over text covers it if it is as high and wide as this share of the type size.
COVERS: Final = 0.5
#: Nobody reads type smaller than this share of most of the page's, nor letters narrower than this share of their size;
#: so many together are no accents.
TINY: Final = 0.3
NARROW: Final = 0.08
WORD: Final = 4
#: The library's numbers for text that is neither filled nor stroked, for what is filled only, and for what is stroked.
_NO_INK: Final = frozenset({3, 7})
_FILLED: Final = frozenset({0, 4})
_STROKED: Final = frozenset({1, 5})
_OPAQUE: Final = 255

_ADDRESS: Final = ctypes.c_void_p
_mode: Final = native("FPDFTextObj_GetTextRenderMode", ctypes.c_int, _ADDRESS)
_fill: Final = native("FPDFPageObj_GetFillColor", ctypes.c_int, *[_ADDRESS] * 5)
_stroke: Final = native("FPDFPageObj_GetStrokeColor", ctypes.c_int, *[_ADDRESS] * 5)
_bounds: Final = native("FPDFPageObj_GetBounds", ctypes.c_int, *[_ADDRESS] * 5)
_is_clear: Final = native("FPDFPageObj_HasTransparency", ctypes.c_int, _ADDRESS)
_draw: Final = native("FPDFPath_GetDrawMode", ctypes.c_int, *[_ADDRESS] * 3)


class Inks(NamedTuple):
    """Characters that nobody sees, and those that are filled with a colour that is no grey."""

    unseen: tuple[Char, ...]
    coloured: tuple[Char, ...]


class _Shown(NamedTuple):
    """A text object: where it comes in drawing order, and its characters."""

    order: int
    thing: Thing
    chars: Sequence[Char]

    @property
    def handle(self) -> Handle:
        """What the library knows it by."""
        return self.thing.handle


def things_to_inks(things: Sequence[Thing], counts: Sequence[int], sheet: Sheet, view: Matrix) -> Inks:
    """How the characters of a page are inked. ``counts``: how many each text object has, in drawing order."""
    orders = [order for order, thing in enumerate(things) if thing.kind == Kind.TEXT]
    parts = pairwise(accumulate(counts, initial=0))
    shown = [
        _Shown(order, things[order], sheet.chars[start:end]) for order, (start, end) in zip(orders, parts, strict=True)
    ]
    handles = [text.handle for text in shown]
    found: dict[Char, None] = {}
    coloured: list[Char] = []
    for text, mode, fill in zip(shown, map(_mode, handles), _colours(handles), strict=True):
        if mode in _FILLED and max(fill[:3]) - min(fill[:3]) > COLOURED * _OPAQUE:
            coloured += text.chars
        stroked = mode in _STROKED and _is_faint(next(_colours([text.handle], _stroke)))
        if mode in _NO_INK or stroked or (mode in _FILLED and _is_faint(fill)):
            found |= dict.fromkeys(_without_ink(text, sheet, mode))
    found |= dict.fromkeys(_too_small(shown))
    cut = (char for text in shown for char in _cut_away(text, view))
    return Inks(tuple(dict.fromkeys((*found, *cut, *_covered(things, shown, view)))), tuple(coloured))


def column_cut_off(unseen: Iterable[Char], grid: Grid, placed: Iterable[Placed]) -> Iterator[Box]:
    """The last column of a table whose lines end, more than one, in a letter that is cut off at the same place.

    A page that is too narrow for its table cuts these off; of words further right the file may hold nothing.
    """
    cut = set(unseen)
    ends = [line.ink[-1] for line, _ in placed if line.ink[-1] in cut] if cut else []
    at = [char.x1 for char in ends]
    if len(ends) > 1 and max(at) - min(at) <= ends[0].size and grid.xs[-2] < min(at):
        yield Box(*map(measure, (grid.xs[-2], grid.ys[0], grid.xs[-1], grid.ys[-1])))


def _without_ink(text: _Shown, sheet: Sheet, mode: int) -> Iterator[Char]:
    """The characters of an object that is drawn without ink, or in the white of the paper, where that is behind it."""
    inked = (char for char in text.chars if char.inked)
    if mode in _NO_INK:
        yield from inked
    else:
        yield from (char for char in inked if not any(_holds(ground, char) for ground in _grounds(sheet)))


def far_off_the_page(sheet: Sheet, chars: Sequence[Char]) -> list[Char]:
    """The characters that stand off the page by more than its size: a program lost them, and they are in no row."""
    wide, high = sheet.width, sheet.height
    across, down = [char.x0 for char in chars], [char.baseline for char in chars]
    if not chars or (-wide <= min(across) and max(across) <= 2 * wide and -high <= min(down) and max(down) <= 2 * high):
        return []
    return [c for c in chars if not (-wide <= c.x0 <= 2 * wide and -high <= c.baseline <= 2 * high)]


def _too_small(shown: Sequence[_Shown]) -> Iterator[Char]:
    """The characters in type that nobody reads beside that of the page, or set so narrow that they are a stroke."""
    sizes = [text.chars[0].size for text in shown if text.chars]
    least = TINY * median_low(sizes) if sizes else 0.0
    for text in shown:
        if _is_ordinary(text.chars, least):
            continue
        inked = [char for char in text.chars if char.inked]
        widest = max((char.advance for char in inked), default=0.0)
        narrow = len(inked) >= WORD and 0 < widest < NARROW * inked[0].size
        if narrow or (inked and inked[0].size < least):
            yield from inked


def _is_ordinary(chars: Sequence[Char], least: float) -> bool:
    """Whether characters, of one size, are no smaller than that, and a letter among them is no stroke."""
    return bool(chars) and chars[0].size >= least and any(c.advance >= NARROW * c.size for c in chars if c.inked)


def _cut_away(text: _Shown, view: Matrix) -> Iterator[Char]:
    """The characters of an object of which less than half is within what its clipping lets through."""
    windows = list(thing_to_windows(text.thing, view))
    if windows:
        yield from (char for char in text.chars if char.inked and not all(_holds(window, char) for window in windows))


def _is_faint(ink: tuple[int, ...]) -> bool:
    """Whether a colour, as far as it covers the paper, is hardly darker than that."""
    *colour, alpha = ink
    return _OPAQUE - (_OPAQUE - min(colour)) * alpha / _OPAQUE >= FAINT * _OPAQUE


def _colours(handles: Sequence[Handle], asked: Callable[..., int] = _fill) -> Iterator[tuple[int, ...]]:
    """The colours that things are filled with, or stroked: red, green, blue, and how opaque."""
    room = (ctypes.c_uint * (4 * len(handles)))()
    start, end = ctypes.addressof(room), ctypes.addressof(room) + ctypes.sizeof(room)
    told = map(asked, handles, *(range(start + part, end, 16) for part in (0, 4, 8, 12)))
    return (
        ink if is_told else (0, 0, 0, _OPAQUE)
        for is_told, ink in zip(list(told), struct.iter_unpack("4I", room), strict=True)
    )


def _grounds(sheet: Sheet) -> Iterator[Rect]:
    """What may lie behind text: areas that are not white, broad lines, pictures."""
    yield from (shade[:4] for shade in (*sheet.shades, *sheet.spots) if shade.tone)
    for stroke in sheet.strokes:
        half = stroke.width / 2
        yield stroke.x0 - half, stroke.top - half, stroke.x1 + half, stroke.bottom + half
    yield from sheet.images


def _covered(things: Sequence[Thing], shown: Sequence[_Shown], view: Matrix) -> Iterator[Char]:
    """The characters under an area or picture that lets nothing through and was drawn after them."""
    level = sorted((text.chars[0].baseline, text.order, number) for number, text in enumerate(shown) if text.chars)
    if not level:
        return
    baselines = [baseline for baseline, *_ in level]
    first = min(order for _, order, _ in level)
    for order, thing in enumerate(things):
        if order < first or thing.kind == Kind.TEXT or not (box := _opaque_box(thing, view)):
            continue
        reach = bisect_left(baselines, box[1]), bisect_right(baselines, box[3] + (box[3] - box[1]))
        for _, before, number in level[slice(*reach)]:
            if before < order:
                yield from (char for char in shown[number].chars if char.inked and _hides(box, char))


def paths_seen(things: Sequence[Thing], view: Matrix, width: float, height: float) -> list[Thing]:
    """The paths among things, in drawing order, without those under an area over the whole page.

    Before text only: what lies over text as well is looked at char by char. Fails for areas that cover a page together.
    """
    texts = (order for order, thing in enumerate(things) if thing.kind == Kind.TEXT)
    right, lower = WHOLE_PAGE * width, WHOLE_PAGE * height
    ground = 0
    for order, thing in enumerate(things[: next(texts, 0)]):
        if thing.kind == Kind.PATH and (box := _box(thing, view)):
            covers = box[0] <= width - right and box[1] <= height - lower and box[2] >= right and box[3] >= lower
            ground = order if covers and _is_opaque(thing) and is_plain_area(thing) else ground
    return [thing for thing in things[ground:] if thing.kind == Kind.PATH]


def _opaque_box(thing: Thing, view: Matrix) -> Rect | None:
    """The box of an area or picture that hides what is under it; None for one that does not."""
    return _box(thing, view) if _is_opaque(thing) else None


def _is_opaque(thing: Thing) -> bool:
    return not _is_clear(thing.handle) and (thing.kind != Kind.PATH or _is_filled(thing.handle))


def _box(thing: Thing, view: Matrix) -> Rect | None:
    """The box around a thing on the page as it is shown; None where the library knows none."""
    room = (ctypes.c_float * 4)()
    start = ctypes.addressof(room)
    if not _bounds(thing.handle, *range(start, start + 16, 4)):
        return None
    matrix = times(thing.within, view) if thing.within else view
    left, lower, right, upper = room
    xs, ys = zip(*(moved((x, y), matrix) for x in (left, right) for y in (lower, upper)), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _is_filled(path: Handle) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    _draw(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    return bool(fill.value) and next(_colours([path]))[3] == _OPAQUE


def _hides(box: Rect, char: Char) -> bool:
    large = min(box[2] - box[0], box[3] - box[1]) > COVERS * char.size
    return large and _holds(box, char)


def _holds(box: Rect, char: Char) -> bool:
    return box[0] < char.across < box[2] and box[1] < char.down < box[3]


def words_off_the_page(sheet: Sheet, placed: Sequence[Placed]) -> Iterator[Printed]:
    """The words of a table with a letter of which the middle lies beyond the edge of the page: nobody sees that.

    A program that makes another file of one may have left out what lay wholly beyond: a word may be the less.
    """
    for line, _ in placed:
        box = line.box
        if box.x0 < 0 or box.x1 > sheet.width or box.top < 0 or box.bottom > sheet.height:
            for word in line.words:
                if any(not (0 <= c.across <= sheet.width and 0 <= c.down <= sheet.height) for c in word):
                    yield Printed(tuple(word), chars_to_text(word))
