"""The picture of a page → what stands in it as lines: long straight dark runs, given as thin shaded areas.

    grey pixels ── paper and ink ── dark pixels ── runs along a row, and along a column ── bars

A scan has no drawn rules: the lines of its tables are pixels. Here they become marks like those that a program
draws, so that the same grid is made of them. Read with Pillow alone. Not here: letters; those are for OCR.

Fails for lines fainter than a third of the page's contrast, for dotted ones, for lines that lie askew by more
than a degree or so, and for light shading: there white space has to tell the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.pdf_marks import Shade

if TYPE_CHECKING:
    from PIL.Image import Image

#: A pixel is dark when it is this share of the way from the paper to the ink.
DARK: Final = 0.35

#: The ink is as dark as the darkest share of the pixels; less of it is dirt.
INKED: Final = 0.002

#: Shares of the type size: a run is looked for in steps, and one so long is found, one shorter by a step is not. No
#: letter has such a run.
STEP: Final = 0.5
LONG: Final = 3.0

#: How much of a step is dark in a run: a speck of dust does not break a line.
FULL: Final = 0.85

#: Nearer to the edge of the page than this share of it, a line is the shadow of the scanner's lid.
MARGIN: Final = 0.01

#: A bar thinner than this share of the type size is a line; no letter has a stroke so long and thin.
THIN: Final = 0.25

#: The tone of what is dark, as ``Shade`` has it.
BLACK: Final = (0.0,)


class Run(NamedTuple):
    """Dark pixels from ``start`` up to ``end`` on the rows (or columns) from ``first`` up to ``last``."""

    first: int
    last: int
    start: int
    end: int


def dark_to_bars(dark: Image, scale: float, size: float) -> tuple[Shade, ...]:
    """The lines in what ``to_dark`` gives, in points: ``scale`` pixels to a point, ``size`` the page's type size.

    A dark area comes back as one: what is thin enough to be a line is for the grid to say.
    """
    step = max(round(STEP * size * scale), 1)
    across = [(r.start, r.first, r.end, r.last) for r in _join(_runs(dark, step))]
    upright = [(r.first, r.start, r.last, r.end) for r in _join(_runs(_on_its_side(dark), step))]
    seen = [box for box in (*across, *upright) if not _is_shadow(box, dark.size)]
    return tuple(Shade(x0 / scale, top / scale, x1 / scale, bottom / scale, BLACK) for x0, top, x1, bottom in seen)


def is_thin(bar: Shade, size: float) -> bool:
    """Whether a bar is a line and not a dark area."""
    return min(bar.x1 - bar.x0, bar.bottom - bar.top) <= THIN * size


def to_dark(picture: Image) -> Image:
    """A grey picture with 255 where there is ink and 0 where there is paper, whichever of them is the lighter."""
    counts = picture.histogram()
    paper = max(range(256), key=counts.__getitem__)
    far = [(abs(tone - paper), counts[tone]) for tone in range(256)]
    ink, seen = 0, 0
    for distance, count in sorted(far, reverse=True):
        ink, seen = distance, seen + count
        if seen >= INKED * sum(counts):
            break
    limit = max(DARK * ink, 1.0)
    return picture.point([255 if abs(tone - paper) >= limit else 0 for tone in range(256)])


def _on_its_side(picture: Image) -> Image:
    from PIL.Image import Transpose

    return picture.transpose(Transpose.TRANSPOSE)


def _runs(dark: Image, step: int) -> Iterator[Run]:
    """The long runs on each row: found in steps, then followed to their ends."""
    steps = dark.reduce((step, 1)).point([255 if share >= FULL * 255 else 0 for share in range(256)])
    found, pixels = steps.tobytes(), dark.tobytes()
    long = re.compile(rb"\xff{%d,}" % round(LONG / STEP - 1))
    for row in range(dark.height):
        for run in long.finditer(found[row * steps.width : (row + 1) * steps.width]):
            line = pixels[row * dark.width : (row + 1) * dark.width]
            yield Run(row, row + 1, *_to_the_ends(line, run.start() * step, min(run.end() * step, dark.width)))


def _to_the_ends(line: bytes, start: int, end: int) -> tuple[int, int]:
    before = line[:start]
    return len(before.rstrip(b"\xff")), len(line) - len(line[end:].lstrip(b"\xff"))


def _join(runs: Iterable[Run]) -> list[Run]:
    """Runs that touch as one: the rows of pixels that make a line, also where it leans a little. Given in order."""
    done: list[Run] = []
    growing: list[Run] = []
    for run in runs:
        done += [other for other in growing if other.last < run.first]
        growing = [other for other in growing if other.last >= run.first]
        touching = [other for other in growing if other.start <= run.end and run.start <= other.end]
        growing = [other for other in growing if other not in touching]
        growing.append(_around([*touching, run]))
    return done + growing


def _around(runs: Iterable[Run]) -> Run:
    first, last, start, end = zip(*runs, strict=True)
    return Run(min(first), max(last), min(start), max(end))


def _is_shadow(box: tuple[int, int, int, int], page: tuple[int, int]) -> bool:
    """Whether a line lies along the edge of the page."""
    width, height = page
    x0, top, x1, bottom = box
    aside = x1 <= MARGIN * width or x0 >= (1 - MARGIN) * width
    return aside or bottom <= MARGIN * height or top >= (1 - MARGIN) * height
