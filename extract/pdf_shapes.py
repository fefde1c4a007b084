"""Paths → strokes and shaded areas: the straight pieces and the rectangles that a table may be drawn with.

What is curved or aslant has no part in a table; lines that are aslant may cross out what is in one. A shape counts as
filled area when it has no more than four corners.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from extract.pdf_marks import LEVEL, Shade, Slant, Stroke
from extract.pdf_native import Drawing, Segment, Thing, path_to_drawing, things_to_matrices
from extract.pdf_shown import Matrix, Point, Rect, moved, times

#: Places that differ by less than this share of the page are one: what decimals lose.
ROUNDING: Final = 1e-6

#: A colour of which every part is within this of white is the paper's.
WHITE_WITHIN: Final = 0.02

#: A shape with more corners than this is no rectangle.
CORNERS: Final = 4


class Marks(NamedTuple):
    """What paths leave on a page, in drawing order, as ``Sheet`` has it."""

    strokes: tuple[Stroke, ...]
    shades: tuple[Shade, ...]
    spots: tuple[Shade, ...]
    slants: tuple[Slant, ...]
    rings: tuple[Shade, ...]


def paths_to_marks(paths: Iterable[Thing], view: Matrix) -> Marks:
    """The strokes, shaded areas and spots of paths."""
    strokes: list[Stroke] = []
    shades: list[Shade] = []
    spots: list[Shade] = []
    slants: list[Slant] = []
    rings: list[Shade] = []
    for thing in paths:
        drawing = path_to_drawing(thing)
        matrix = times(times(drawing.matrix, thing.within) if thing.within else drawing.matrix, view)
        for outline in _outlines(drawing, matrix):
            if drawing.stroke is not None:
                strokes.extend(_to_strokes(outline, drawing.width, _tone(drawing.stroke)))
                slants.extend(_to_slants(outline) if _tone(drawing.stroke) else ())
                if drawing.fill is None and _is_round(outline):
                    rings.append(_to_shade(outline, _tone(drawing.stroke), ring=True))
            if drawing.fill is not None:
                shade = _to_shade(outline, _tone(drawing.fill), ring=drawing.even_odd)
                (shades if _is_area(outline) else spots).append(shade)
    return Marks(tuple(strokes), tuple(rings_opened(shades)), tuple(spots), tuple(slants), tuple(rings))


def is_plain_area(path: Thing) -> bool:
    """Whether a path is one rectangle, without a hole, as the frame of a page has one."""
    drawing = path_to_drawing(path)
    outlines = list(_outlines(drawing, drawing.matrix))
    return len(outlines) == 1 and _is_area(outlines[0])


def images_to_boxes(images: Sequence[Thing], view: Matrix) -> tuple[Rect, ...]:
    """The rectangles around images, each of which fills the unit square before its matrix."""
    boxes: list[Rect] = []
    for thing, own in zip(images, things_to_matrices(images), strict=True):
        matrix = times(times(own, thing.within) if thing.within else own, view)
        xs, ys = zip(*(moved((x, y), matrix) for x in (0.0, 1.0) for y in (0.0, 1.0)), strict=True)
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return tuple(boxes)


class Outline(NamedTuple):
    """One piece of a path: the ends of its segments on the page as shown, and whether each was reached straight."""

    ends: list[Point]
    straight: list[bool]


def _outlines(drawing: Drawing, matrix: Matrix) -> Iterator[Outline]:
    """The pieces of a path; of a curve's three points only the last is an end."""
    ends: list[Point] = []
    straight: list[bool] = []
    bends = 0
    for kind, point in zip(drawing.kinds, drawing.points, strict=True):
        if kind == Segment.MOVE and ends:
            yield Outline(ends, straight)
            ends, straight = [], []
        bends = bends + 1 if kind == Segment.BEND else 0
        if bends % 3 == 0:
            ends.append(moved(point, matrix))
            straight.append(kind == Segment.LINE)
    if len(ends) > 1:
        yield Outline(ends, straight)


def _is_area(outline: Outline) -> bool:
    """Whether a filled piece is a rectangle, or near enough to stand for one; a line there and back is none."""
    is_line = len(outline.ends) < 3 or (len(outline.ends) == 3 and outline.ends[0] == outline.ends[2])
    return not is_line and is_near_rectangle(outline.ends)


def is_near_rectangle(ends: Sequence[Point]) -> bool:
    """Whether a shape with these ends may stand for the box around it; the frame of a stamp set aslant may not."""
    corners = list(dict.fromkeys((round(x, 1), round(y, 1)) for x, y in ends))
    sides = pairwise([*corners, corners[0]])
    return len(corners) <= CORNERS and (len(corners) < CORNERS or not all(_is_aslant(*side) for side in sides))


def _is_round(outline: Outline) -> bool:
    """Whether a piece is bent all the way, and ends where it begins."""
    (x, y), (other_x, other_y) = outline.ends[0], outline.ends[-1]
    slack = ROUNDING * max(abs(x), abs(y))
    return not any(outline.straight[1:]) and abs(x - other_x) <= slack and abs(y - other_y) <= slack


def _to_shade(outline: Outline, tone: tuple[float, ...], ring: bool) -> Shade:
    xs, ys = zip(*outline.ends, strict=True)
    return Shade(min(xs), min(ys), max(xs), max(ys), tone, ring)


def _to_strokes(outline: Outline, width: float, tone: tuple[float, ...]) -> Iterator[Stroke]:
    """The straight pieces of a stroked outline that lie along an axis."""
    for (start, end), straight in zip(pairwise(outline.ends), outline.straight[1:], strict=True):
        (left, right), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
        if straight and min(right - left, bottom - top) <= LEVEL * max(right - left, bottom - top):
            yield Stroke(left, top, right, bottom, width, tone)


def _to_slants(outline: Outline) -> Iterator[Slant]:
    """The straight pieces of a stroked outline that lie along no axis."""
    for start, end, straight in zip(outline.ends, outline.ends[1:], outline.straight[1:], strict=False):
        if straight and _is_aslant(start, end):
            yield start, end


def _is_aslant(start: Point, end: Point) -> bool:
    wide, high = abs(end[0] - start[0]), abs(end[1] - start[1])
    return min(wide, high) > LEVEL * max(wide, high)


def _tone(colour: tuple[int, ...]) -> tuple[float, ...]:
    """Red, green and blue of 255 as shares; empty for white."""
    shares = tuple(round(part / 255, 3) for part in colour)
    return () if all(1 - share <= WHITE_WITHIN for share in shares) else shares


def rings_opened(shades: Iterable[Shade]) -> Iterator[Shade]:
    """Shaded areas in order; one drawn with a hole in it (a border as a filled ring) as the strips around it.

    Both libraries take such a path for two areas of one tone, one right after the other.
    """
    waiting: Shade | None = None
    for shade in shades:
        if waiting is not None and _is_ring(waiting, shade):
            yield from _strips(*sorted((waiting, shade), key=_area, reverse=True))
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = shade
    if waiting is not None:
        yield waiting


def _area(shade: Shade) -> float:
    return (shade.x1 - shade.x0) * (shade.bottom - shade.top)


def _is_ring(one: Shade, other: Shade) -> bool:
    """Whether one area lies within the other and is a hole in it: same tone, filled by the even-odd rule."""
    outer, inner = sorted((one, other), key=_area, reverse=True)
    slack = ROUNDING * max(outer.x1, outer.bottom)
    wide = outer.x0 - slack <= inner.x0 and inner.x1 <= outer.x1 + slack
    high = outer.top - slack <= inner.top and inner.bottom <= outer.bottom + slack
    return wide and high and one.ring and other.ring and one.tone == other.tone and one[:4] != other[:4]


def _strips(outer: Shade, hole: Shade) -> Iterator[Shade]:
    """What is left of an area around a hole."""
    strips = (
        outer._replace(bottom=hole.top),
        outer._replace(top=hole.bottom),
        outer._replace(x1=hole.x0, top=hole.top, bottom=hole.bottom),
        outer._replace(x0=hole.x1, top=hole.top, bottom=hole.bottom),
    )
    slack = ROUNDING * max(outer.x1, outer.bottom)
    return (strip for strip in strips if min(strip.x1 - strip.x0, strip.bottom - strip.top) > slack)
