"""The order in which a sheet is read that shows several pages: side by side, or two by two.

┌───┬───┐   ┌───┬───┐      Tables that stand beside each other belong to different pages. On a landscape sheet
│ 1 │ 2 │   │ 1 │ 2 │      each half is a page; where white runs across the middle as well, as wide as two margins,
└───┴───┘   ├───┼───┤      it shows four pages, read row by row. Fails for two pages that both leave such white
            │ 3 │ 4 │      halfway down.
            └───┴───┘
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import inf
from typing import Final, NamedTuple

from extract.pdf_grid import Before, Grid
from extract.pdf_headers import pieces_of
from extract.pdf_lines import Printed, chars_to_text
from extract.pdf_marks import INK, Char, Shade, Sheet
from transform.place import Box
from transform.role import name_columns

#: The white between two pages is at least this share of the sheet.
GUTTER: Final = 0.03

#: The white at the outer sides, as a share of that between: half, more or less; text may be ragged or short.
OUTER: Final = (0.2, 0.9)

#: Columns are as wide as others to this share of their table.
SAME: Final = 0.01

#: Pages on a sheet, two by two.
FOUR: Final = 4

#: Before the first sheet of a document.
NONE: Final = Before()

#: A page has at least so many lines.
LINES: Final = 4


class Panels(NamedTuple):
    """Where a sheet is parted: upright at the ``halves``, and across at ``middle`` (none without)."""

    halves: tuple[float, ...] = ()
    middle: float | None = None

    def order(self, box: Box) -> tuple[float, ...]:
        """Sorts boxes as they are read: page by page, then from the top down."""
        row = self.middle is not None and box.top > self.middle
        return row, sum(box.x0 > half for half in self.halves), box.top, box.x0


def grids_to_panels(grids: Sequence[Grid], width: float, height: float) -> Panels:
    """The pages on a sheet of this size, by the tables on it: side by side, or one with the columns of the other.

    The latter may stand higher up, where a title stands above the first.
    """
    pairs = [(a, b) for a in grids for b in grids if a.xs[-1] < b.xs[0]]
    beside = [(a, b) for a, b in pairs if (a.ys[0] < b.ys[-1] and b.ys[0] < a.ys[-1]) or _are_alike(a, b)]
    halves = tuple(sorted({(a.xs[-1] + b.xs[0]) / 2 for a, b in beside}))
    middle = height / 2
    four = halves and height > width and not any(g.ys[0] < middle < g.ys[-1] for g in grids)
    return Panels(halves, middle if four else None)


def _are_alike(one: Grid, other: Grid) -> bool:
    """Whether two tables have as many columns, each as wide."""
    if one.columns != other.columns or one.columns < 2:
        return False
    shift, wide = other.xs[0] - one.xs[0], one.xs[-1] - one.xs[0]
    return all(abs(b - a - shift) <= SAME * wide for a, b in zip(one.xs, other.xs, strict=True))


def sheet_to_pages(
    sheet: Sheet, chars: Sequence[Char], before: Before = NONE, lines: Sequence[Printed] = ()
) -> tuple[Box, ...]:
    """The parts of a sheet that are pages of their own, in reading order; one, all of it, for an ordinary page.

    So is one after a sheet with a table over its middle, or of whose ``lines`` one is a header over it: what is white
    there lies between columns. After a sheet of four, short pages may leave more white. A sheet for four may show only
    the upper two.
    The outer parts have no end: text may lie beyond the edge of the sheet.
    """
    whole, middle = Box(-inf, -inf, inf, inf), sheet.width / 2
    if any(c.x0 < middle < c.x1 and INK[c.text] for c in chars) or _lay_over(before, middle):
        return (whole,)
    ink = [(c.x0, c.x1, c.top, c.bottom) for c in chars if c.inked]
    ink += [(mark.x0, mark.x1, mark.top, mark.bottom) for mark in sheet.strokes]
    ink += [(mark.x0, mark.x1, mark.top, mark.bottom) for mark in sheet.shades if _is_of_a_table(mark, sheet)]
    upright = _is_gutter([(x0, x1) for x0, x1, _, _ in ink], sheet.width)
    if not upright or not _have_lines(chars, middle) or any(_is_header_over(line, middle) for line in lines):
        return (whole,)
    across, down = sheet.width / 2, sheet.height / 2
    heights = [(top, bottom) for _, _, top, bottom in ink]
    parted = before.pages == FOUR and not any(top < down < bottom for top, bottom in heights)
    if not parted and not _is_gutter(heights, sheet.height):
        two = Box(-inf, -inf, across, inf), Box(across, -inf, inf, inf)
        half_filled = all(bottom <= down for _, bottom in heights)
        return two if sheet.width > sheet.height or half_filled else (whole,)
    rows, columns = ((-inf, down), (down, inf)), ((-inf, across), (across, inf))
    return tuple(Box(x0, top, x1, bottom) for top, bottom in rows for x0, x1 in columns)


def _lay_over(before: Before, middle: float) -> bool:
    """Whether the sheet before showed one page, whose table lay over a place from the left edge."""
    return before.pages == 1 and bool(before.edges) and before.edges[0] < middle < before.edges[-1]


def _is_header_over(line: Printed, middle: float) -> bool:
    """Whether a line names the columns of a catalogue, but on neither side of a place all of them."""
    sides: tuple[list[str], list[str]] = [], []
    for words in pieces_of(line):
        sides[words[0][0].across > middle].append(" ".join(map(chars_to_text, words)))
    return name_columns(chain(*sides)) and not any(map(name_columns, sides))


def _is_of_a_table(shade: Shade, sheet: Sheet) -> bool:
    """Whether a shade is seen and may be a rule or a row, as browsers draw them, rather than what lies behind pages."""
    return bool(shade.tone) and 2 * (shade.bottom - shade.top) < sheet.height


def _is_gutter(spans: Sequence[tuple[float, float]], length: float) -> bool:
    """Whether nothing runs over the middle, and the white there is that of two margins."""
    before = [span for span in spans if span[1] <= length / 2]
    after = [span for span in spans if span[0] >= length / 2]
    if not before or not after or len(before) + len(after) < len(spans):
        return False
    white = min(start for start, _ in after) - max(end for _, end in before)
    outer = min(min(start for start, _ in before), length - max(end for _, end in after))
    return white >= GUTTER * length and OUTER[0] * white <= outer <= OUTER[1] * white


def _have_lines(chars: Sequence[Char], middle: float) -> bool:
    """Whether there are lines enough on either side of a place."""
    left = {round(c.baseline) for c in chars if c.inked and c.x1 <= middle}
    right = {round(c.baseline) for c in chars if c.inked and c.x0 >= middle}
    return min(len(left), len(right)) >= LINES


def is_within(box: Box, x: float, y: float) -> bool:
    """Whether a point lies in a part of a sheet; its right and lower edge are the next part's."""
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom
