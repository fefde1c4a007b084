"""A page whose text was recognised, as it was printed: its picture tells what OCR does not.

    places of letters ─────── those that differ by a hair ── one baseline for each printed line
    picture ── dark pixels ── how high the letters are ───── the type size, for every measure of the reader
                          ├── no white between letters ─── no space, whatever OCR says
                          ├── filled dots ─────────────── bullets that were taken for letters
                          └── long straight runs ──────── the lines of tables

OCR gives each piece of a line a baseline of its own, and a type size that is a guess, a quarter off or more. Without
the right ones no white space is wide or narrow, and no two cells begin on one line. And a dot before an item comes
back as ``e``, for OCR knows letters.

Fails for dots that OCR left out or took for a part of a word, and for type whose tall letters are not as tall as
usual, which is then taken for smaller type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.pdf_image import page_to_grey
from extract.pdf_lines import Printed, chars_to_lines, line_to_words
from extract.pdf_marks import Char, Sheet, level_char
from extract.pdf_picture import dark_to_bars, to_dark
from extract.pdf_plain import SAME_BASELINE
from extract.pdf_spacing import SPACE

if TYPE_CHECKING:
    from PIL.Image import Image

#: Letters that reach as high as their type does, and how high that is, as a share of the type size.
TALL: Final = frozenset("bdfhklßABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
TALL_HEIGHT: Final = 0.73

#: So many words tell how high the letters are.
WORDS_TO_JUDGE: Final = 5

#: OCR's sizes within this share of the usual one are that one.
SAME_SIZE: Final = 0.15

#: Pixels for each type size: a hairline takes more than one. And the longest side of a page, in pixels.
PIXELS_TO_A_SIZE: Final = 30.0
FINEST: Final = 6000.0

#: The text before a dot ends, and that after it begins, at least so far away, as shares of the type size.
BEFORE_DOT: Final = 1.0
AFTER_DOT: Final = 0.2

#: A dot as shares of the type size: how wide and high, and how far its middle lies above the baseline.
DOT: Final = (0.15, 0.55)
DOT_RAISED: Final = (0.2, 0.6)

#: A dot is about as wide as high, and filled: the share of its square that is ink. No letter is.
DOT_SQUARE: Final = 0.7
DOT_FILLED: Final = 0.7

BULLET: Final = "•"


class Scan(NamedTuple):
    """The ink of a page: 255 where it is, ``scale`` pixels to a point."""

    dark: Image
    scale: float

    def cut(self, x0: float, top: float, x1: float, bottom: float) -> Image:
        """A part of it, given in points."""
        left, upper = int(x0 * self.scale), int(top * self.scale)
        return self.dark.crop((left, upper, max(round(x1 * self.scale), left + 1), round(bottom * self.scale)))


def sheet_as_printed(sheet: Sheet, data: bytes, name: str) -> Sheet:
    """A page with the type size, the bullets and the lines that its picture shows.

    ``data`` is the file, ``name`` serves errors. What bullets were taken for is left in ``misread``.
    """
    sizes = [char.size for char in sheet.chars if char.inked]
    if not sizes:
        return sheet
    usual = median(sizes)
    scale = min(PIXELS_TO_A_SIZE / usual, FINEST / max(sheet.width, sheet.height))
    scan = Scan(to_dark(page_to_grey(data, sheet.number, scale, name)), scale)
    lines = chars_to_lines(char for char in sheet.chars if char.angle == 0)
    size = printed_size(lines, scan) or usual
    dots = dict.fromkeys(_dots(lines, size, scan), BULLET)
    changes = dots | dict.fromkeys(_unseen_blanks(lines, size, scan), "")
    return sheet._replace(
        chars=tuple(_chars_as_printed(sheet.chars, lines, changes, size / usual)),
        shades=(*sheet.shades, *dark_to_bars(scan.dark, scan.scale, size)),
        misread=tuple(char for char in sheet.chars if char in dots),
    )


def _chars_as_printed(
    chars: Sequence[Char], lines: Sequence[Printed], changes: Mapping[Char, str], larger: float
) -> Iterator[Char]:
    """The characters, ``larger`` than OCR has them: what is nearly of the usual size, or on the line, just so.

    ``changes`` are the characters that the picture shows otherwise; what it does not show is left out.
    """
    usual = median(char.size for char in chars if char.inked)
    baselines = {char: line.baseline for line in lines for char in line.chars if _is_on(line, char)}
    for char in chars:
        text = changes.get(char, char.text)
        if char.angle != 0:
            yield char
        elif text:
            size = usual if abs(char.size - usual) <= SAME_SIZE * usual else char.size
            baseline = baselines.get(char, char.baseline)
            yield level_char(text, char.x0, baseline, char.advance, size * larger, char.font)


def _unseen_blanks(lines: Iterable[Printed], size: float, scan: Scan) -> Iterator[Char]:
    """Spaces between letters that stand as close as those of one word: by what OCR says, and in the picture."""
    for line in lines:
        for before, blank, after in zip(line.chars, line.chars[1:], line.chars[2:], strict=False):
            between = before.inked and after.inked and not blank.inked
            if between and after.x0 - before.x1 < SPACE * size and white_between(before, after, scan) < SPACE * size:
                yield blank


def white_between(before: Char, after: Char, scan: Scan) -> float:
    """The widest white between the middles of two letters, in points. No letter has white from top to bottom."""
    size = after.size
    around = scan.cut(before.across, after.baseline - size, after.across, after.baseline + size / 4)
    columns = around.reduce((1, around.height)).tobytes()
    return max(len(white) for white in re.findall(rb"\0*", columns)) / scan.scale


def _is_on(line: Printed, char: Char) -> bool:
    """Whether a character stands on the line's baseline, and is not raised above it."""
    return abs(char.baseline - line.baseline) <= SAME_BASELINE * char.size


def printed_size(lines: Iterable[Printed], scan: Scan) -> float | None:
    """The type size of most of the text, from the height of its tall letters; None when too few show it."""
    words = (word for line in lines for word in line_to_words(line))
    heights = [height for word in words if any(c.text in TALL for c in word) and (height := ink_height(word, scan))]
    return median(heights) / TALL_HEIGHT if len(heights) >= WORDS_TO_JUDGE else None


def ink_height(word: list[Char], scan: Scan) -> float | None:
    """How far the ink of a word reaches above its baseline, in points; None when no white ends it."""
    first, last = word[0], word[-1]
    above = scan.cut(first.x0, first.baseline - 2 * first.size, last.x1, first.baseline)
    rows = above.reduce((above.width, 1)).tobytes().rstrip(b"\0")
    height = len(rows) - (rows.rfind(b"\0") + 1)
    return (height + above.height - len(rows)) / scan.scale if 0 < height < len(rows) else None


def _dots(lines: Iterable[Printed], size: float, scan: Scan) -> Iterator[Char]:
    """Single characters at the start of a text, with white around them, that are dots in the picture."""
    for line in lines:
        ink = [char for char in line.chars if char.inked]
        for before, char, after in zip([None, *ink], ink, ink[1:], strict=False):
            starts = before is None or char.x0 - before.x1 > BEFORE_DOT * size
            if starts and after.x0 - char.x1 > AFTER_DOT * size and _is_dot(char, size, scan):
                yield char


def _is_dot(char: Char, size: float, scan: Scan) -> bool:
    around = scan.cut(char.x0, char.baseline - size, char.x1, char.baseline + size / 4)
    left, top, right, bottom = around.getbbox() or (0, 0, 0, 0)
    width, height = right - left, bottom - top
    if not width or not height or min(width, height) < DOT_SQUARE * max(width, height):
        return False
    raised = (size * scan.scale - (top + bottom) / 2) / scan.scale
    filled = around.crop((left, top, right, bottom)).histogram()[255] / (width * height)
    within = DOT[0] * size <= max(width, height) / scan.scale <= DOT[1] * size
    return within and filled >= DOT_FILLED and DOT_RAISED[0] * size <= raised <= DOT_RAISED[1] * size
