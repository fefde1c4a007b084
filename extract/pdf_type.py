"""Text objects, shows and origins → Chars: where each glyph stands on the page as shown.

A text object has one matrix and one type size, so these are asked once for all its glyphs. A glyph's origin is the
library's, its advance is the file's: the library cuts widths down to whole thousandths of the type size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, repeat
from operator import add
from typing import Final, NamedTuple

from extract.pdf_agree import Places
from extract.pdf_codes import Show
from extract.pdf_marks import ASCENT, DESCENT, LEVEL, Char, level_char, turned_char
from extract.pdf_native import Handle, Numbers, Thing, object_to_font, objects_to_sizes, things_to_matrices
from extract.pdf_shown import Matrix, moved, times
from extract.pdf_standard import standard_width

#: Baselines are kept to so many decimals of a point: the library counts in short numbers, which blur one baseline.
DECIMALS: Final = 3

#: Places that differ by less than this, in points, are one.
NEAR: Final = 0.1

#: The view of a page that is not turned: x as it is, y downwards.
UPRIGHT: Final = (1.0, 0.0, 0.0, -1.0)


class Origins(NamedTuple):
    """Where every character begins, in the page's own places."""

    xs: Numbers
    ys: Numbers


class Found(NamedTuple):
    """What a text object shows, and where: ``places`` tells which origins are those of the show's glyphs.

    ``misnamed`` are the signs of which the file gave another character: ``9 → ’``.
    """

    show: Show
    places: Places
    origins: Origins
    misnamed: tuple[str, ...] = ()


def things_to_starts(objects: Sequence[Thing]) -> dict[Handle, tuple[float, float]]:
    """Where text objects within forms begin, by their matrices."""
    inner = [(thing.handle, thing, thing.within) for thing in objects if thing.within is not None]
    own = things_to_matrices([thing for _, thing, _ in inner])
    wholes = ((handle, times(matrix, within)) for (handle, _, within), matrix in zip(inner, own, strict=True))
    return {handle: (matrix[4], matrix[5]) for handle, matrix in wholes}


def is_where_it_begins(found: Found, start: tuple[float, float] | None) -> bool:
    """Whether the library tells of glyphs where they are. ``start``: where the first is, if that is known otherwise.

    Of an object that is said to stand for a text (``/ActualText``) it tells one place for all glyphs, and leaves out
    where the object's form is drawn.
    """
    first, last = found.places[0], found.places[-1]
    if first is None:
        return True
    xs, ys = found.origins
    if start is not None and max(abs(xs[first] - start[0]), abs(ys[first] - start[1])) > NEAR:
        return False
    return last is None or last == first or xs[last] != xs[first] or ys[last] != ys[first]


class _Setting(NamedTuple):
    """How a text object is set: its matrix to the page and to the view (y upwards), and its type size."""

    matrix: Matrix
    seen: Matrix
    size: float


def found_to_chars(pairs: Sequence[tuple[Thing, Found]], view: Matrix) -> tuple[Char, ...]:
    """The characters of text objects, in their order."""
    chars: list[Char] = []
    objects = [thing for thing, _ in pairs]
    matrices, sizes = things_to_matrices(objects), objects_to_sizes(objects)
    is_upright = view[:4] == UPRIGHT
    for (thing, found), own, size in zip(pairs, matrices, sizes, strict=True):
        matrix = own if thing.within is None else times(own, thing.within)
        show, places, origins, _ = found if found.show.widths is not None else _looked_up(thing, found, matrix, size)
        if is_upright and matrix[1] == 0 and matrix[0] > 0 < matrix[3] and size > 0 and isinstance(places, range):
            chars.extend(_plain_chars(show, origins.xs[places.start : places.stop], matrix, size, view))
        else:
            chars.extend(_laid_chars(show, places, origins, _to_setting(matrix, size, view), view))
    return tuple(chars)


def _to_setting(matrix: Matrix, size: float, view: Matrix) -> _Setting:
    a, b, c, d, e, f = times(matrix, view)
    return _Setting(matrix, (a, 0.0 - b, c, 0.0 - d, e, f), size)


def _looked_up(thing: Thing, found: Found, matrix: Matrix, size: float) -> Found:
    """The same with the widths of glyphs in a font that the file does not bring, by what the library has in its place.

    Where that is known to be too wide, what follows stands nearer than the library says.
    """
    show, places, (xs, ys), _ = found
    font = object_to_font(thing.handle)
    told = {glyph: font.width(glyph[0]) for glyph in set(show.glyphs)}
    right = {glyph: standard_width(show.font, glyph, width) for glyph, width in told.items()}
    set_as = show._replace(widths=[right[glyph] for glyph in show.glyphs])
    if told == right:
        return found._replace(show=set_as)
    back = list(accumulate(((told[glyph] - right[glyph]) * size for glyph in show.glyphs), initial=0.0))
    moved_xs = [xs[p] - matrix[0] * by if p is not None else 0.0 for p, by in zip(places, back, strict=False)]
    moved_ys = [ys[p] - matrix[1] * by if p is not None else 0.0 for p, by in zip(places, back, strict=False)]
    at = range(len(places)) if None not in places else [None if p is None else i for i, p in enumerate(places)]
    return found._replace(show=set_as, places=at, origins=Origins(moved_xs, moved_ys))


def _plain_chars(show: Show, xs: Numbers, matrix: Matrix, size: float, view: Matrix) -> Iterable[Char]:
    """The glyphs of level text on an upright page, all at once: only text, place and width differ."""
    wide, high = size * matrix[0], size * matrix[3]
    left = [x + view[4] for x in xs] if view[4] else xs
    advances = [width * wide for width in show.widths or ()]
    baseline = round(view[5] - matrix[5], DECIMALS)
    same = map(repeat, (baseline, high, show.font))
    top, bottom = repeat(baseline - ASCENT * high), repeat(baseline + DESCENT * high)
    return map(Char, show.glyphs, left, top, map(add, left, advances), bottom, *same, advances)


def _laid_chars(show: Show, own: Places, origins: Origins, setting: _Setting, view: Matrix) -> Iterator[Char]:
    """The glyphs of text one by one, from their origins; a lost blank stands behind the glyph before it."""
    a, b, _, _, x, y = setting.matrix
    for glyph, place, width in zip(show.glyphs, own, show.widths or (), strict=True):
        if place is not None:
            x, y = origins.xs[place], origins.ys[place]
        advance = width * setting.size
        yield _to_char(glyph, moved((x, y), view), advance, setting, show.font)
        x, y = x + a * advance, y + b * advance


def _to_char(glyph: str, origin: tuple[float, float], advance: float, setting: _Setting, font: str) -> Char:
    """A glyph from its origin and advance: level, or along the direction in which its text runs."""
    a, b, c, d, _, _ = setting.seen
    x, y, size = origin[0], round(origin[1], DECIMALS), setting.size
    if a > 0 and d > 0 and size > 0 and abs(b) <= LEVEL * a:
        return level_char(glyph, x, y, advance * a, size * d, font)
    angle = round(math.degrees(math.atan2(b, a)), 1) or 180.0
    return turned_char(glyph, (x, y), angle, abs(advance) * math.hypot(a, b), abs(size) * math.hypot(c, d), font)
