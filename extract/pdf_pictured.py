"""Pictures on a page that may hold words: an indicator pasted as one, a core competence in drawn letters.

A picture on which text stands is a ground, and says nothing itself; one as small as a sign is one if it stands between
words. Shapes of several sizes as high as letters, one beside the other, are words drawn in outlines. Fails for a
picture that holds words and has others upon it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import Final

from extract.pdf_lines import Printed
from extract.pdf_marks import Shade, Sheet, measure
from extract.pdf_shown import Rect
from extract.pictures import LOW, may_hold_words
from transform.place import Box

#: Strips of a picture that was cut lie nearer to each other than this share of the type size.
NEAR: Final = 0.1

#: Outlines are letters if they are so high, as shares of the type size, and no further apart; and so many, of so many
#: sizes: dots and dashes are all alike.
HIGH: Final = (0.3, 1.3)
GAP: Final = 0.6
LETTERS: Final = 4
SIZES: Final = 3


def sheet_to_pictures(sheet: Sheet, lines: Sequence[Printed]) -> Iterator[Box]:
    """The pictures of a page, in its own measures; of one in strips, the whole."""
    if not sheet.images or not lines:
        return
    size = median_low([line.size for line in lines])
    inked = [c for c in sheet.chars if c.inked]
    for box in _whole(sheet.images, NEAR * size):
        x0, top, x1, bottom = max(box[0], 0.0), max(box[1], 0.0), min(box[2], sheet.width), min(box[3], sheet.height)
        small = min(x1 - x0, bottom - top) <= LOW * size or not may_hold_words(x1 - x0, bottom - top, size)
        if small and not _is_amid_words((x0, top, x1, bottom), lines):
            continue
        if not any(x0 < c.across < x1 and top < c.down < bottom for c in inked):
            yield Box(measure(x0), measure(top), measure(x1), measure(bottom))


def _is_amid_words(picture: Rect, lines: Sequence[Printed]) -> bool:
    """Whether a picture stands between two words of a line, as near as a word would, and is no spot or rule."""
    x0, top, x1, bottom = picture
    for line in lines if bottom > top else ():
        size = line.size
        if not line.box.top < (top + bottom) / 2 < line.box.bottom or min(x1 - x0, bottom - top) < HIGH[0] * size:
            continue
        for before, after in pairwise(line.words):
            white = x0 - before[-1].x1, after[0].x0 - x1
            if -NEAR * size <= min(white) and max(white) <= size:
                return True
    return False


def sheet_to_outlines(sheet: Sheet, lines: Sequence[Printed]) -> Iterator[Box]:
    """Where the shapes of a page look like words, and no text stands."""
    size = median_low([line.size for line in lines]) if lines and len(sheet.spots) >= LETTERS else 0.0
    low, high = (share * size for share in HIGH)
    shapes = [s for s in sheet.spots if s.tone and low <= s.bottom - s.top <= high and s.x1 - s.x0 <= high]
    for row in _rows(sorted(shapes, key=lambda s: s.bottom), size):
        for word in _chains(sorted(row, key=lambda s: s.x0), size):
            if len({(round(s.x1 - s.x0, 1), round(s.bottom - s.top, 1)) for s in word}) >= SIZES:
                x0, top, x1, bottom = word[0].x0, min(s.top for s in word), max(s.x1 for s in word), word[0].bottom
                if not any(x0 < c.across < x1 and top < c.down < bottom for c in sheet.chars if c.inked):
                    yield Box(measure(x0), measure(top), measure(x1), measure(max(top, bottom)))


def _rows(shapes: Sequence[Shade], size: float) -> Iterator[list[Shade]]:
    """Shapes, from top to bottom, that end at about the same height."""
    row: list[Shade] = []
    for shape in shapes:
        if row and shape.bottom - row[0].bottom > HIGH[0] * size:
            yield row
            row = []
        row.append(shape)
    yield row


def _chains(shapes: Sequence[Shade], size: float) -> Iterator[list[Shade]]:
    """Shapes, from left to right, that follow each other closely; as many as letters of words."""
    chain: list[Shade] = []
    for shape in shapes:
        if chain and shape.x0 - max(s.x1 for s in chain[-LETTERS:]) > GAP * size:
            yield from [chain] if len(chain) >= LETTERS else []
            chain = []
        chain.append(shape)
    yield from [chain] if len(chain) >= LETTERS else []


def _whole(images: Sequence[tuple[float, float, float, float]], near: float) -> list[tuple[float, float, float, float]]:
    """The boxes of images, strips that lie right below one another as one."""
    whole: list[tuple[float, float, float, float]] = []
    for x0, top, x1, bottom in sorted(images):
        last = whole[-1] if whole else None
        if last and abs(last[0] - x0) <= near and abs(last[2] - x1) <= near and abs(last[3] - top) <= near:
            whole[-1] = (last[0], last[1], last[2], bottom)
        else:
            whole.append((x0, top, x1, bottom))
    return whole
