"""What the room at the right of a printed line says about the line after it.

A renderer breaks a line where the next word no longer fits. So a line that left room for the first word of the
next one was ended on purpose, and only a line that is full to its last character can end within a word.
Word files do not say where their lines end: nothing here is ever true of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from transform.document import Line
from transform.place import PagePlace

#: How far text may run is known to this share of the type size: an edge may be reckoned from white space alone.
LOOSE: Final = 0.05
#: And to this share of the column: what is as wide as that may be wider.
WIDE: Final = 0.97
#: Lines of one name have no white of so many type sizes between them: in that there is room for more.
LINES_APART: Final = 2.0


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
    if before.room is None or not words:
        return False
    mean = advance(line)
    return before.room < (line.first_word or mean * len(words[0])) + mean


def limit_of(line: Line) -> float | None:
    """How far to the right the line may run, in points of its page; None where that is not known."""
    return None if line.room is None or not isinstance(line.origin, PagePlace) else line.origin.box.x1 + line.room


def is_full(before: Line, line: Line, slack: float = 0.0) -> bool:
    """Whether not even the first character of ``line`` need have fitted at the end of ``before``.

    ``slack`` is what every line of the column leaves free. True of nearly every line of justified text, and of one in
    five of ragged text. What runs over its edge was not cut there. Fails for a column of few lines that leaves more
    free on its right than on its left.
    """
    if before.room is None or runs_over(before):
        return False
    return before.room - slack < (line.lead or advance(line)) + LOOSE * (line.size or 0.0)


def runs_over(line: Line) -> bool:
    """Whether a lone word goes on where no other line may."""
    return line.room is not None and line.room < 0


def is_filled(line: Line, slack: float = 0.0) -> bool:
    """Whether not one more character fits on a line, so that its text may run on. See ``is_full`` for ``slack``."""
    return line.room is not None and line.room - slack < advance(line)


def is_wider_than_column(before: Line, first: str, line: Line, last: str, slack: float = 0.0) -> bool:
    """Whether ``first``, which ends ``before``, and ``last``, which begins ``line``, have no room on one line.

    Ordinary words of an ordinary column have; the halves of a word that was cut because it did not fit have not.
    True as well of the words of a name in a narrow column. ``first`` and ``last`` serve where the lines do not know
    how wide they are.
    """
    limit = limit_of(before)
    if limit is None:
        return False
    starts = [x for x in (start_of(before), start_of(line)) if x is not None and x < limit]
    width = (before.last_word or advance(before) * len(first)) + (line.first_word or advance(line) * len(last))
    return width >= WIDE * (limit - slack - max(starts, default=limit))


def start_of(line: Line) -> float | None:
    """Where the line begins on its page."""
    return line.origin.box.x0 if isinstance(line.origin, PagePlace) else None


def lines_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a name with so much white above them that they may be the name of another row.

    Only places on a page tell.
    """
    for above, line in pairwise(lines):
        if isinstance(above.origin, PagePlace) and isinstance(line.origin, PagePlace):
            white = line.origin.box.top - above.origin.box.bottom
            if above.origin.page == line.origin.page and white > LINES_APART * (line.size or white):
                yield line
