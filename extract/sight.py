"""Whether anybody sees a text: its colour against what is behind it, its size against that of the document.

Scope: the judgement, the same for every format; each format finds colours and grounds by its own styles. Prevents: text
that is kept out of sight (white on white, black on black, type of one point) read as text of a regulation.

Text is out of sight only where its ground is certain: there it is treated as hidden text is. Where something else may
be behind it (the shading of a table style, a picture), it is read, and asked about. Fails for colours that differ so
little that no eye tells them apart, and for text under a picture.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

WHITE: Final = "FFFFFF"
#: The share of the document's own type size under which nobody reads a text.
TINY: Final = 0.3


class Sight(Enum):
    """Whether a text is seen, may be unseen, or is not."""

    CLEAR = 0
    DOUBTFUL = 1
    NONE = 2


class Ground(NamedTuple):
    """The colours that may be behind a text, as six hexadecimal digits, and whether it is one of them for certain."""

    fills: frozenset[str]
    certain: bool


PAPER: Final = Ground(frozenset({WHITE}), certain=True)


def plain_ground(fill: str) -> Ground:
    """A ground of one colour."""
    return Ground(frozenset({fill}), certain=True)


def ink_to_sight(ink: str, ground: Ground) -> Sight:
    """Whether text of this colour is seen on this ground."""
    if ink not in ground.fills:
        return Sight.CLEAR
    return Sight.NONE if ground.certain else Sight.DOUBTFUL


def is_tiny(size: float, usual: float) -> bool:
    """Whether type is too small to be read, in a document whose own type has this size."""
    return size < TINY * usual


def colour(text: str | None) -> str | None:
    """Six hexadecimal digits of a colour (``#ffffff``, ``FFFFFF``); None for what is none, such as ``auto``."""
    plain = (text or "").removeprefix("#").upper()
    return plain if len(plain) == 6 and all(c in "0123456789ABCDEF" for c in plain) else None
