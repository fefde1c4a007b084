"""Bullets that are drawn as shapes and not as characters: a dot or a square before a line, of the colour of ink.

    ● Komt met ideeën en        A small shape, about as wide as it is high, that comes back on the page; it stands
      suggesties.               in the line's cell, before its first letter and no higher than a capital.

Fails for a page with one such bullet, and for bullets that are images or mere outlines: those lines are read as lines
without a bullet, and reported as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from extract.pdf_lines import Printed
from extract.pdf_marks import ASCENT, Shade

#: How wide and high a bullet is, as shares of the type size.
SMALLEST: Final = 0.12
LARGEST: Final = 0.7

#: How much wider a bullet may be than high, or higher than wide.
SQUARE: Final = 1.5

#: How far before its text a bullet stands at most, in type sizes.
BEFORE: Final = 3.0

#: What stands for it: the layout draws it, it is no character of the text.
SIGN: Final = "•"


def shades_to_bullets(shades: Sequence[Shade]) -> tuple[Shade, ...]:
    """The shapes of a page that may be bullets, whatever its type size: square, of ink, and not alone of their size."""
    square = [shade for shade in shades if shade.tone and _is_square(shade)]
    sizes = Counter(map(_size, square))
    return tuple(shade for shade in square if sizes[_size(shade)] > 1)


def bullet_before(line: Printed, bullets: Sequence[Shade], left: float) -> Shade | None:
    """The bullet of a line whose cell begins at ``left``; the nearest where there are more."""
    size, start = line.size, line.box.x0
    found = [
        shade
        for shade in bullets
        if SMALLEST * size <= min(_size(shade)) and max(_size(shade)) <= LARGEST * size
        if left <= shade.x0 and start - BEFORE * size <= shade.x1 <= start
        if line.baseline - ASCENT * size <= (shade.top + shade.bottom) / 2 <= line.baseline
    ]
    return max(found, key=lambda shade: shade.x1, default=None)


def _is_square(shade: Shade) -> bool:
    wide, high = _size(shade)
    return 0 < max(wide, high) <= SQUARE * min(wide, high)


def _size(shade: Shade) -> tuple[float, float]:
    return round(shade.x1 - shade.x0, 1), round(shade.bottom - shade.top, 1)
