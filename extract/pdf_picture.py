"""The picture of a page → what stands in it as lines: long straight dark runs, given as thin shaded areas.

    grey pixels ── paper and ink ── dark pixels ── runs along a row, and along a column ── bars

A scan has no drawn rules: the lines of its tables are pixels. Here they become marks like those that a program
draws, so that the same grid is made of them. Read with Pillow alone. Not here: letters; those are for OCR.

A line that leans a little, on a page that was not set quite straight, is given as the straight one through its
middle. Fails for lines fainter than a third of the page's contrast, for dotted ones, for lines that lean by more than
a degree or so, and for light shading: there white space has to tell the table.
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

#: A bar thinner than this share of the type size is a line.
THIN: Final = 0.25

#: A line leans by no more than this share of its length: a degree.
LEAN: Final = 0.02

#: The tone of what is dark, as ``Shade`` has it.
BLACK: Final = (0.0,)


class Run(NamedTuple):
    """Dark pixels from ``start`` up to ``end`` on one row (or column)."""

    row: int
    start: int
    end: int


class Bar:
    """Runs that touch: from ``first`` up to ``last`` the rows, from ``start`` up to ``end`` along them."""

    def __init__(self, run: Run) -> None:
        self.runs = [run]
        self.first, self.last, self.start, self.end = run.row, run.row + 1, run.start, run.end

    def take(self, other: Bar) -> None:
        """Add the runs of another."""
        self.runs += other.runs
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        self.start, self.end = min(self.start, other.start), max(self.end, other.end)

    def straight(self) -> tuple[float, float]:
        """From which row to which it is; of one that leans the middle, as thick as it is."""
        long = self.end - self.start
        thick = sum(run.end - run.start for run in self.runs) / long
        lean = self.last - self.first - thick
        if not thick / 2 < lean <= LEAN * long:
            return self.first, self.last
        middle = (self.first + self.last) / 2
        return middle - thick / 2, middle + thick / 2


def dark_to_bars(dark: Image, scale: float, size: float) -> tuple[Shade, ...]:
    """The lines in what ``to_dark`` gives, in points: ``scale`` pixels to a point, ``size`` the page's type size.

    A dark area comes back as one: what is thin enough to be a line is for the grid to say.
    """
    across, upright = _bars(dark, size * scale)
    boxes = [
        *((bar.start, rows[0], bar.end, rows[1]) for bar in across for rows in [bar.straight()]),
        *((rows[0], bar.start, rows[1], bar.end) for bar in upright for rows in [bar.straight()]),
    ]
    seen = [box for box in boxes if not _is_shadow(box, dark.size)]
    return tuple(Shade(x0 / scale, top / scale, x1 / scale, bottom / scale, BLACK) for x0, top, x1, bottom in seen)


def dark_to_strokes(dark: Image, size: float) -> Iterator[tuple[int, int, int, int]]:
    """Every row, or column, of pixels of the thin lines, also of those that lean; ``size`` in pixels.

    No letter has a stroke so long and thin.
    """
    across, upright = _bars(dark, size)
    for run in (run for bar in across if _is_thin(bar, size) for run in bar.runs):
        yield run.start, run.row, run.end, run.row + 1
    for run in (run for bar in upright if _is_thin(bar, size) for run in bar.runs):
        yield run.row, run.start, run.row + 1, run.end


def _is_thin(bar: Bar, size: float) -> bool:
    """Whether a bar is a line and not a dark area."""
    first, last = bar.straight()
    return last - first <= THIN * size


def _bars(dark: Image, size: float) -> tuple[list[Bar], list[Bar]]:
    """Those across, and the upright ones: of these rows are columns."""
    step = max(round(STEP * size), 1)
    return _join(_runs(dark, step)), _join(_runs(_on_its_side(dark), step))


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
            yield Run(row, *_to_the_ends(line, run.start() * step, min(run.end() * step, dark.width)))


def _to_the_ends(line: bytes, start: int, end: int) -> tuple[int, int]:
    before = line[:start]
    return len(before.rstrip(b"\xff")), len(line) - len(line[end:].lstrip(b"\xff"))


def _join(runs: Iterable[Run]) -> list[Bar]:
    """Runs that touch as one: the rows of pixels that make a line, also where it leans a little. Given in order."""
    done: list[Bar] = []
    growing: list[Bar] = []
    for run in runs:
        done += [bar for bar in growing if bar.last < run.row]
        growing = [bar for bar in growing if bar.last >= run.row]
        made = Bar(run)
        apart = [bar for bar in growing if bar.start > run.end or run.start > bar.end]
        for bar in growing:
            if bar not in apart:
                made.take(bar)
        growing = [*apart, made]
    return done + growing


def _is_shadow(box: tuple[float, float, float, float], page: tuple[int, int]) -> bool:
    """Whether a line lies along the edge of the page."""
    width, height = page
    x0, top, x1, bottom = box
    aside = x1 <= MARGIN * width or x0 >= (1 - MARGIN) * width
    return aside or bottom <= MARGIN * height or top >= (1 - MARGIN) * height
