"""The page as shown: from places as the file has them to what a reader of the page sees.

A page may be turned (``/Rotate``) and cropped (``/CropBox``, which shifts its origin). Here places are counted from
the top left of the part that is shown, downwards. pdfium gives them as the file has them (``box_to_view``);
pdfplumber has turned them already, and counts them from the media box, upwards (``Shown``). Without this, boxes drawn
on a picture of the page would lie beside the text.
"""

from __future__ import annotations

from typing import NamedTuple

Rect = tuple[float, float, float, float]
Point = tuple[float, float]

#: The six numbers of a PDF matrix: where x, y and the origin go.
Matrix = tuple[float, float, float, float, float, float]


def times(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does first the one, then the other."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def box_to_view(box: Rect, turned: int) -> Matrix:
    """From the page's own places to those on the page as shown, counted from its top left, downwards.

    ``box`` is the part that is shown (left, lower, right, upper), ``turned`` in degrees clockwise.
    """
    left, lower, right, upper = box
    views: dict[int, Matrix] = {
        90: (0.0, 1.0, 1.0, 0.0, -lower, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -lower),
        270: (0.0, -1.0, -1.0, 0.0, upper, right),
    }
    return views.get(turned, (1.0, 0.0, 0.0, -1.0, -left, upper))


def moved(point: Point, matrix: Matrix) -> Point:
    """Where a matrix puts a point."""
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class Shown(NamedTuple):
    """The part that is shown, in the turned media box: its size, its left and its top (from below).

    ``library_x`` and ``library_top`` are what the library adds to x, and to its own downward y.
    """

    width: float
    height: float
    left: float
    upper: float
    library_x: float
    library_top: float
    media_height: float

    def down(self, y: float) -> float:
        """From a y upwards in the media box to one downwards on the page as shown."""
        return self.upper - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        """From corners in the media box to left, top, right, bottom on the page as shown."""
        left, right = sorted((x0 - self.left, x1 - self.left))
        top, bottom = sorted((self.down(y0), self.down(y1)))
        return left, top, right, bottom

    def library_up(self, y: float) -> float:
        """From a y of the library's paths (downwards, shifted by the media box) to one upwards."""
        return self.media_height - (y - self.library_top)


def page_to_shown(media: Rect, crop: Rect, turned: int) -> Shown:
    """What is shown of a page: ``media`` and ``crop`` as written, ``turned`` in degrees clockwise."""
    whole = _upright(media)
    cut = _upright(crop)
    part = (max(whole[0], cut[0]), max(whole[1], cut[1]), min(whole[2], cut[2]), min(whole[3], cut[3]))
    if part[0] >= part[2] or part[1] >= part[3]:
        part = whole
    left, lower, right, upper = _turn(part, whole, turned)
    swapped = _turn(whole, whole, turned)
    library_x, library_top = _library_shift(whole, turned)
    return Shown(right - left, upper - lower, left, upper, library_x, library_top, swapped[3])


def _upright(rect: Rect) -> Rect:
    x0, x1 = sorted((rect[0], rect[2]))
    y0, y1 = sorted((rect[1], rect[3]))
    return x0, y0, x1, y1


def _turn(part: Rect, whole: Rect, turned: int) -> Rect:
    """A part of the page, turned with the page and counted from the turned page's lower left."""
    x0, y0, x1, y1 = (part[0] - whole[0], part[1] - whole[1], part[2] - whole[0], part[3] - whole[1])
    width, height = whole[2] - whole[0], whole[3] - whole[1]
    if turned == 90:
        return y0, width - x1, y1, width - x0
    if turned == 180:
        return width - x1, height - y1, width - x0, height - y0
    if turned == 270:
        return height - y1, x0, height - y0, x1
    return x0, y0, x1, y1


def _library_shift(whole: Rect, turned: int) -> tuple[float, float]:
    """What pdfplumber adds to x and to y: its media box, corners swapped when turned, y inverted."""
    x0, y0, x1, y1 = whole
    if turned in (90, 270):
        x0, y0, x1, y1 = y0, x0, y1, x1
    height = y1 - y0
    return x0, height - y1
