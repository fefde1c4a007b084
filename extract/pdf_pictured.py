"""Pictures on a page that may hold words: an indicator pasted as one, a core competence in drawn letters.

A picture on which text stands is a ground, and says nothing itself. Fails for a picture that holds words and has others
upon it, and for words drawn as shapes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import Final

from extract.pdf_lines import Printed
from extract.pdf_marks import Sheet, measure
from extract.pictures import LOW, may_hold_words
from transform.place import Box

#: Strips of a picture that was cut lie nearer to each other than this share of the type size.
NEAR: Final = 0.1


def sheet_to_pictures(sheet: Sheet, lines: Sequence[Printed]) -> Iterator[Box]:
    """The pictures of a page, in its own measures; of one in strips, the whole."""
    if not sheet.images or not lines:
        return
    size = median_low([line.size for line in lines])
    inked = [c for c in sheet.chars if c.inked]
    for box in _whole(sheet.images, NEAR * size):
        x0, top, x1, bottom = max(box[0], 0.0), max(box[1], 0.0), min(box[2], sheet.width), min(box[3], sheet.height)
        if min(x1 - x0, bottom - top) <= LOW * size or not may_hold_words(x1 - x0, bottom - top, size):
            continue
        if not any(x0 < c.across < x1 and top < c.down < bottom for c in inked):
            yield Box(measure(x0), measure(top), measure(x1), measure(bottom))


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
