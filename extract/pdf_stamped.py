"""Stamps and watermarks that stand level: a large word over, or under, the text of a page.

What stands aslant is kept apart by its angle. A level one would share lines with the text, letter by letter, and the
rules of the table would seem to run through words. Fails for a stamp in type as small as the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median_low
from typing import Final

from extract.pdf_marks import Char

#: Type of a stamp is so many times as large as that of most of the page.
LARGE: Final = 2.5
#: So many letters of other text stand amid those of a stamp; an initial has its text beside it.
AMID: Final = 2


def stamped_chars(chars: Sequence[Char]) -> list[Char]:
    """The characters of level stamps, blanks between their words too."""
    types = {char.size for char in chars}
    if not types or max(types) < LARGE * min(types):
        return []
    level = [char for char in chars if char.angle == 0]
    sizes = [char.size for char in level if char.inked]
    if not sizes or max(sizes) < LARGE * median_low(sizes):
        return []
    least = LARGE * median_low(sizes)
    large: dict[float, list[Char]] = defaultdict(list)
    for char in level:
        if char.size >= least:
            large[char.baseline].append(char)
    others = [char for char in level if char.size < least and char.inked]
    return [char for own in large.values() if _is_over(own, others) for char in own]


def _is_over(large: Sequence[Char], others: Sequence[Char]) -> bool:
    """Whether other letters stand within the boxes of large ones."""
    boxes = [char for char in large if char.inked]
    top, bottom = min(char.top for char in large), max(char.bottom for char in large)
    near = [char for char in others if top < char.down < bottom]
    amid = [char for char in near if any(box.x0 < char.across < box.x1 for box in boxes)]
    return len(amid) >= AMID
