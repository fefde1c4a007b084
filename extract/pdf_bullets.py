"""Bullets that are drawn as shapes and not as characters: a dot or a square before a line, of the colour of ink.

    ● Komt met ideeën en        A small shape, about as wide as it is high, that comes back on the page or was a
      suggesties.               bullet on one before; it stands in the line's cell, before its first letter and no
                                higher than a capital.

A small picture that comes back is one as well, and may be as high as the type. A shape that is the first of its kind
and alone on its page is told. Fails for a picture of which there is one on the page, and for mere outlines with
corners: those lines are read as lines without a bullet, and reported as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import product
from typing import Final

from extract.pdf_lines import Printed, chars_to_text
from extract.pdf_marks import ASCENT, Shade, Sheet

#: How wide and high a shape is.
Size = tuple[float, float]

#: How wide and high a bullet is, as shares of the type size.
SMALLEST: Final = 0.12
LARGEST: Final = 0.7
LARGEST_PICTURE: Final = 1.1

#: How much wider a bullet may be than high, or higher than wide.
SQUARE: Final = 1.5

#: How far before its text a bullet stands at most, in type sizes.
BEFORE: Final = 3.0

#: Sizes that are one measure, as it is rounded up or down.
ROUNDED: Final = tuple(product((-0.1, 0.0, 0.1), repeat=2))

#: The colour that pictures are taken to have.
INK: Final = (0.0,)

#: What stands for it, and for one that is hollow: the layout draws it, it is no character of the text.
SIGN: Final = "•"
HOLLOW: Final = "◦"


def sheet_to_shapes(sheet: Sheet) -> list[Shade]:
    """The shapes of a page among which bullets may be."""
    pictures = (Shade(*image, INK, picture=True) for image in sheet.images)
    return [*sheet.shades, *sheet.spots, *sheet.rings, *pictures]


def shades_to_bullets(shades: Sequence[Shade], known: Set[Size] = frozenset()) -> tuple[Shade, ...]:
    """The shapes of a page that may be bullets, whatever its type size: square, of ink, and not alone of their size.

    ``known`` are the sizes of bullets on the pages before.
    """
    square = _square(shades)
    sizes = Counter(map(shade_to_size, square))
    others = known | sizes.keys()
    back = {size for size, times in sizes.items() if times > 1 or size in known or not _like(size).isdisjoint(others)}
    return tuple(shade for shade in square if shade_to_size(shade) in back)


def words_behind_lone_shapes(
    shades: Iterable[Shade], bullets: Sequence[Shade], lines: Sequence[Printed]
) -> Iterator[Printed]:
    """The words before which a shape stands as a bullet does, on no text, that is none of the ``bullets``."""
    for lone in [shade for shade in _square(shades) if not shade.picture and shade not in bullets]:
        for line in lines:
            if line.box.bottom < lone.top or lone.bottom < line.box.top:
                continue
            behind = [word for word in line.words if word[-1].x1 > lone.x0]
            first = Printed(tuple(behind[0]), chars_to_text(behind[0])) if behind else None
            if first and bullet_before(first, [lone], lone.x0):
                yield first


def bullet_before(line: Printed, bullets: Sequence[Shade], left: float) -> Shade | None:
    """The bullet of a line whose cell begins at ``left``; the nearest where there are more."""
    size, start = line.size, line.box.x0
    found = [
        shade
        for shade in bullets
        if SMALLEST * size <= min(shade_to_size(shade)) and max(shade_to_size(shade)) <= _largest(shade) * size
        if left <= shade.x0 and start - BEFORE * size <= shade.x1 <= start
        if line.baseline - ASCENT * size <= (shade.top + shade.bottom) / 2 <= line.baseline
    ]
    return max(found, key=lambda shade: shade.x1, default=None)


def _largest(shade: Shade) -> float:
    return LARGEST_PICTURE if shade.picture else LARGEST


def shade_to_size(shade: Shade) -> Size:
    """How wide and high a shape is, as far as its decimals count."""
    return round(shade.x1 - shade.x0, 1), round(shade.bottom - shade.top, 1)


def shade_to_sign(bullet: Shade) -> str:
    """The sign that stands for a bullet."""
    return HOLLOW if bullet.ring else SIGN


def _square(shades: Iterable[Shade]) -> list[Shade]:
    return [shade for shade in shades if shade.tone and _is_square(shade)]


def _is_square(shade: Shade) -> bool:
    wide, high = shade_to_size(shade)
    return 0 < max(wide, high) <= SQUARE * min(wide, high)


def _like(size: Size) -> set[Size]:
    """The sizes that may be the same one."""
    return {(round(size[0] + wide, 1), round(size[1] + high, 1)) for wide, high in ROUNDED} - {size}
