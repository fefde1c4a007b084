"""What of a page is cut away: where the clipping of each thing lets it be seen.

    q  50 700 200 40 re W n   … text …   Q        what is drawn between is seen within that area only

Each path that clips is taken for the box around it, so that nothing is called cut away that is seen. Fails for what
lies within that box and outside the path, and for clipping by letters.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Final

from extract.pdf_library import native
from extract.pdf_native import Handle, Thing
from extract.pdf_shown import Matrix, Rect, moved, times

_ADDRESS: Final = ctypes.c_void_p
_clip: Final = native("FPDFPageObj_GetClipPath", _ADDRESS, _ADDRESS)
_count_paths: Final = native("FPDFClipPath_CountPaths", ctypes.c_int, _ADDRESS)
_count_segments: Final = native("FPDFClipPath_CountPathSegments", ctypes.c_int, _ADDRESS, ctypes.c_int)
_segment: Final = native("FPDFClipPath_GetPathSegment", _ADDRESS, _ADDRESS, ctypes.c_int, ctypes.c_int)
_point: Final = native("FPDFPathSegment_GetPoint", ctypes.c_int, *[_ADDRESS] * 3)


def thing_to_windows(thing: Thing, view: Matrix) -> Iterator[Rect]:
    """The boxes on the page as shown within which a thing is seen; none where nothing clips it."""
    for part in (*thing.forms, thing):
        if (count := _count_paths(clip := _clip(part.handle))) > 0:
            matrix = times(part.within, view) if part.within else view
            yield from (_around(_points(clip, number), matrix) for number in range(count))


def _points(clip: Handle, number: int) -> list[tuple[float, float]]:
    """The points of one of the paths that clip."""
    segments = [_segment(clip, number, n) for n in range(_count_segments(clip, number))]
    room = (ctypes.c_float * (2 * len(segments)))()
    start = ctypes.addressof(room)
    for place, segment in zip(range(start, start + 8 * len(segments), 8), segments, strict=True):
        _point(segment, place, place + 4)
    return list(zip(room[0::2], room[1::2], strict=True))


def _around(points: Sequence[tuple[float, float]], matrix: Matrix) -> Rect:
    """The box around points; around none an empty one, which nothing is seen within."""
    xs, ys = zip(*(moved(point, matrix) for point in points or [(0.0, 0.0)]), strict=True)
    return min(xs), min(ys), max(xs), max(ys)
