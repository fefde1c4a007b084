"""What the room at the right of a printed line says about the line after it.

A renderer breaks a line where the next word no longer fits. So a line that left room for the first word of the
next one was ended on purpose, and only a line that is full to its last character can end within a word.
Word files do not say where their lines end: nothing here is ever true of them.
"""

from __future__ import annotations

from typing import Final

from transform.document import Line
from transform.place import PagePlace

#: How far text may run is known to this share: what is as wide as that may be wider than the column.
WIDE: Final = 0.97


def advance(line: Line) -> float:
    """The mean width in points of a character of the line; 0 where the line has no place on a page."""
    text = line.text.strip()
    if not text or not isinstance(line.origin, PagePlace):
        return 0.0
    return (line.origin.box.x1 - line.origin.box.x0) / len(text)


def is_wrapped(before: Line, line: Line) -> bool:
    """Whether ``line`` can only be the rest of ``before``: its first word did not fit there any more.

    Fails for ragged text that was broken by hand near the edge.
    """
    words = line.text.split()
    return before.room is not None and bool(words) and before.room < advance(line) * (len(words[0]) + 1)


def is_full(before: Line, line: Line) -> bool:
    """Whether not even the first character of ``line`` would have fitted at the end of ``before``.

    True of nearly every line of justified text, and of one in six of ragged text. Fails where a cell leaves more
    free on its right than on its left.
    """
    return before.room is not None and before.room < (line.lead or advance(line))


def is_wider_than_column(before: Line, first: str, line: Line, last: str) -> bool:
    """Whether ``first``, which ends ``before``, and ``last``, which begins ``line``, have no room on one line.

    Ordinary words of an ordinary column have; the halves of a word that was cut because it did not fit have not.
    True as well of the words of a name in a narrow column. ``first`` and ``last`` serve where the lines do not know
    how wide they are.
    """
    if before.room is None or not (isinstance(before.origin, PagePlace) and isinstance(line.origin, PagePlace)):
        return False
    limit = before.origin.box.x1 + before.room
    starts = [place.box.x0 for place in (before.origin, line.origin) if place.box.x0 < limit]
    width = (before.last_word or advance(before) * len(first)) + (line.first_word or advance(line) * len(last))
    return width >= WIDE * (limit - max(starts, default=limit))
