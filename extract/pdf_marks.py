"""The marks on one page of a PDF, as values of our own: characters, strokes and shaded areas.

This is the wall between the PDF library and everything above it: whichever engine reads the file hands over
these, in points, origin at the top left of the page as shown (turned and cropped). Without it a change of engine
would change what the text means.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from transform.document import printed_characters
from transform.place import Box

#: Words in the names of fonts whose codes stand for pictures, not for letters.
SYMBOL_FONTS: Final = re.compile(
    "symbol(?!a)|wingding|webding|dingbat|marlett|bullets|marvosym|feym|fontawesome|materialicons", re.IGNORECASE
)

#: A text font that has "symbol" in its name and letters in its letters' places.
LETTERED_SYMBOL_FONTS: Final = re.compile("segoe ?ui ?symbol", re.IGNORECASE)

#: What leans less than this (rise over run) is level: a scan that was laid askew.
LEVEL: Final = 0.05

#: How far type reaches above and below its baseline, as shares of its size.
ASCENT: Final = 0.8
DESCENT: Final = 0.2


class _Ink(dict[str, bool]):
    """Whether a glyph's text is more than white space: asked over and over of the same few letters."""

    def __missing__(self, text: str) -> bool:
        inked = bool(printed_characters(text))
        if len(self) < KEPT:
            self[text] = inked
        return inked


#: So many texts of glyphs are remembered; a document has a hundred or two.
KEPT: Final = 4096

#: Text of a glyph → whether it leaves ink.
INK: Final = _Ink()

#: Accents that stand by themselves → those that go on the letter before them; and letters that have none without.
COMBINING: Final = dict(
    zip("`´ˆ˜¯˘˙¨˚˝ˇ¸", "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327", strict=True)
)
DOTLESS: Final = {"ı": "i", "ȷ": "j"}


class Char(Struct, frozen=True, eq=False, gc=False):
    """One glyph: usually one character, more for a ligature or a letter with its accent. Equal only to itself.

    ``baseline`` is measured from the top of the page; ``angle`` is in degrees, 0 for upright text. ``advance`` is
    how far the glyph moves the text on, along its own direction.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    font: str
    advance: float
    angle: float = 0.0

    def _replace(self, **changes: Any) -> Char:
        """The character with some things changed: as the other marks have it, which are tuples."""
        return replace(self, **changes)

    @property
    def across(self) -> float:
        """The middle, from the left."""
        return (self.x0 + self.x1) / 2

    @property
    def down(self) -> float:
        """The middle, from the top."""
        return (self.top + self.bottom) / 2

    @property
    def inked(self) -> bool:
        """Whether it leaves ink."""
        return INK[self.text]


class Stroke(NamedTuple):
    """A straight piece drawn along an axis: its width and its colour (empty for white)."""

    x0: float
    top: float
    x1: float
    bottom: float
    width: float
    tone: tuple[float, ...]


class Shade(NamedTuple):
    """A filled rectangle, ``tone`` its colour; an empty tone is the white of the paper.

    ``ring``: filled by the even-odd rule, by which an area within another is a hole. ``picture``: it is one.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    tone: tuple[float, ...]
    ring: bool = False
    picture: bool = False


class Annotation(NamedTuple):
    """What lies on a page without being part of it: the library's number for its sort, its box, the words it has.

    ``areas`` are the boxes of the text that it marks, where that matters.
    """

    sort: int
    box: tuple[float, float, float, float]
    text: str
    areas: tuple[tuple[float, float, float, float], ...] = ()


#: A straight line that lies aslant: both its ends.
Slant = tuple[tuple[float, float], tuple[float, float]]

Mark = TypeVar("Mark", Stroke, Shade)


class Sheet(NamedTuple):
    """One page: what stands on it in drawing order, and where its images lie (left, top, right, bottom).

    ``spots`` are the boxes around other filled shapes than rectangles: of a page's drawings and of round bullets.
    ``misread`` are characters that OCR made of bullets, as it gave them; the bullets stand among ``chars``. ``seen``
    is the text that another engine than the one that read the page sees on it, in any order. ``hidden`` are characters
    on layers that are switched off; ``layered``: such may be among ``chars``, for nobody could tell. ``misnamed`` are
    signs of which the file gives another character than it draws, which stand among ``chars`` as drawn. ``unseen`` are
    those of ``chars`` that nobody sees, ``coloured`` those in a colour that is no grey. ``slants`` are coloured lines
    that lie aslant, ``rings`` the boxes around round outlines that are not filled.
    """

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    strokes: tuple[Stroke, ...] = ()
    shades: tuple[Shade, ...] = ()
    spots: tuple[Shade, ...] = ()
    images: tuple[tuple[float, float, float, float], ...] = ()
    misread: tuple[Char, ...] = ()
    seen: str = ""
    hidden: tuple[Char, ...] = ()
    layered: bool = False
    misnamed: tuple[str, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    unseen: tuple[Char, ...] = ()
    coloured: tuple[Char, ...] = ()
    slants: tuple[Slant, ...] = ()
    rings: tuple[Shade, ...] = ()


def level_char(text: str, x: float, baseline: float, advance: float, size: float, font: str) -> Char:
    """Upright text from its origin, advance and type size: fonts lie about how high their letters reach."""
    left, right = sorted((x, x + advance))
    return Char(
        text, left, baseline - ASCENT * size, right, baseline + DESCENT * size, baseline, size, font, right - left
    )


def turned_char(text: str, origin: tuple[float, float], angle: float, advance: float, size: float, font: str) -> Char:
    """Text at an angle (degrees, counter-clockwise) from its origin: the box around what ``level_char`` makes of it."""
    turn = math.radians(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    corners = [
        (origin[0] + along * cos - up * sin, origin[1] - along * sin - up * cos)
        for along in (0.0, advance)
        for up in (ASCENT * size, -DESCENT * size)
    ]
    (x0, top), (x1, bottom) = map(min, zip(*corners, strict=True)), map(max, zip(*corners, strict=True))
    return Char(text, x0, top, x1, bottom, origin[1], size, font, advance, angle)


def char_to_origin(char: Char) -> tuple[float, float]:
    """Where a character of any angle begins on its baseline: the way back from ``turned_char``."""
    turn = math.radians(char.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    along, up = char.advance / 2, (ASCENT - DESCENT) / 2 * char.size
    return char.across - along * cos + up * sin, char.down + along * sin + up * cos


@lru_cache(maxsize=1024)
def is_symbol_font(name: str) -> bool:
    """Whether a font's glyphs are pictures whatever their codes say. Fails for a font named after nothing."""
    return bool(SYMBOL_FONTS.search(name)) and not LETTERED_SYMBOL_FONTS.search(name)


def chars_to_box(chars: Iterable[Char]) -> Box:
    """The rectangle around characters, in hundredths of a point (a line's place needs no more)."""
    drawn = list(chars)
    return Box(
        measure(min([c.x0 for c in drawn])),
        measure(min([c.top for c in drawn])),
        measure(max([c.x1 for c in drawn])),
        measure(max([c.bottom for c in drawn])),
    )


def level_of(chars: Sequence[Char]) -> Sequence[Char]:
    """The characters that stand level; all of them on most pages, which then are the same."""
    angles = [c.angle for c in chars]
    return chars if angles.count(0.0) == len(angles) else [c for c in chars if c.angle == 0]


@lru_cache(maxsize=4096)
def _same(value: float) -> float:
    return value


@lru_cache(maxsize=4096)
def measure(value: float) -> float:
    """A measure in points as the document has it, rounded; the same object for the same number.

    A document has many lines and few sizes, indents and edges. Nought has no sign: which came first must not count.
    """
    return _same(round(value, 2) + 0.0)
