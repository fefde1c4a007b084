"""What the room at the right of a printed line says about the line after it.

A renderer breaks a line where the next word no longer fits. So a line that left room for the first word of the
next one was ended on purpose, and a word that fills its line to the last character may have been cut in two.
Word files do not say where their lines end: nothing here is ever true of them.
"""

from __future__ import annotations

from transform.document import Line
from transform.place import PagePlace


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


def is_cut_word(before: Line, printed: str, line: Line) -> bool:
    """Whether ``before`` ends in the first half of a word that was too long for its column.

    ``printed`` is what of ``before`` is text. It is when that is one word alone, without room for the first
    character of ``line``, which goes on in lower case. Fails for a whole word that fills its line by chance.
    """
    if before.room is None or not line.text.strip()[:1].islower() or not printed[-1:].isalpha():
        return False
    return len(printed.split()) == 1 and before.room < (line.lead or advance(line))
