"""Pictures and objects amid the text: which of them may hold words.

Scope: the measure, the same for every format; each format finds its own pictures. Non-goals: reading them. Prevents: a
core competence or an indicator that somebody pasted as a picture, of which nobody is told.

Fails for a word in a picture no larger than a sign, and the other way round for a drawing without words: that is told
as well.
"""

from __future__ import annotations

from typing import Final

#: A line of text, as a share of its type size.
LINE: Final = 1.2
#: How many lines high a picture is that is no sign in the text.
TALL: Final = 1.5
#: How many lines wide a picture is that is no sign, though it is no higher than a line.
WIDE: Final = 2.0
#: The share of a type size under which no letters fit: such a picture is a rule.
LOW: Final = 0.5


def may_hold_words(width: float | None, height: float | None, size: float) -> bool:
    """Whether a picture of these measures, in points, in type of this size is more than a sign, a bullet or a rule.

    One that does not tell its measures may be of any.
    """
    if width is None or height is None:
        return True
    line = LINE * size
    return height > LOW * size and (height > TALL * line or width > WIDE * line)
