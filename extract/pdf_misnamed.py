"""Signs to which a file gives the wrong character: told by their shape, and given the right one.

A widely used program writes the two bytes of a character as their sum (U+2019 becomes 39, the code of a nine), and of
each letter of a ligature only the first byte, moved up. A figure that hangs where an apostrophe does is none, and a
sinogram whose second byte is nought, in the place of two or three letters, is a letter moved up.

Of some ligatures it writes U+00FB and what follows: a letter with an accent that is not as wide as the letter without.
Which ligature it is cannot be told.

Fails for such a character of which the shape is that of the one that the file gives (a hyphen as a nought is seen, a
Z as a closing mark is not).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import pi
from string import ascii_letters
from typing import Final, NamedTuple

from extract.pdf_codes import Show
from extract.pdf_marks import Char
from extract.pdf_native import NativeText


class Shape(NamedTuple):
    """A glyph's box: how far it begins above the baseline, and how wide it is, both as shares of its height."""

    raised: float
    wide: float


def _is_high(shape: Shape) -> bool:
    return shape.raised > 1.3


def _is_dash(shape: Shape) -> bool:
    return shape.raised > 1.0 and shape.wide > 2.0


def _is_low(shape: Shape) -> bool:
    return shape.raised < -0.25 and shape.wide < 2.0


#: What the file says → what it is, if the glyph has that shape. Figures stand on the baseline and are upright.
MISNAMED: Final[Mapping[str, tuple[str, Callable[[Shape], bool]]]] = {
    "8": ("‘", _is_high),
    "9": ("’", _is_high),
    "<": ("“", _is_high),
    "=": ("”", _is_high),
    ":": ("‚", _is_low),
    ">": ("„", _is_low),
    "0": ("‐", _is_dash),
    "1": ("‑", _is_dash),
    "3": ("–", _is_dash),
    "4": ("—", _is_dash),
    "B": ("•", lambda shape: shape.raised > 0.3 and 0.6 < shape.wide < 1.6),
    "F": ("…", lambda shape: shape.wide > 3.0),
    "Ì": ("€", lambda shape: shape.wide > 0.65),
}

#: What some ligatures are called, and the letter as wide as which it would be.
CALLED_ACCENTED: Final = {"û": "u", "ü": "u", "ý": "y", "ÿ": "y"}

#: Letters whose widths differ by more than this share of the type size are not equally wide.
AS_WIDE: Final = 0.002

#: Text that leans by more than this share of a quarter turn is aslant.
ASLANT: Final = 0.01

#: Letters of ASCII, moved up by a byte; and the last two of a ligature of three, added up.
MOVED_UP: Final = {ord(letter) << 8: letter for letter in ascii_letters} | {0xCF00: "fi", 0xD200: "fl"}


def letters_moved_back(text: str) -> str:
    """The letters of a ligature that the file gives moved up by a byte (U+6600 for f); any other text as it is."""
    return text.translate(MOVED_UP) if len(text) > 1 and all(ord(c) in MOVED_UP for c in text) else text


def called_accented(chars: Sequence[Char]) -> Iterator[str]:
    """Letters with an accent that are drawn as something else, since the letter without has another width.

    Fails for a font of which the page has no such letter without an accent.
    """
    wide = {(c.font, c.text): c.advance / c.size for c in chars if c.text in "uy" and c.size}
    for char in chars:
        plain = wide.get((char.font, CALLED_ACCENTED.get(char.text, "")))
        if plain is not None and abs(char.advance / char.size - plain) > AS_WIDE:
            yield char.text


def show_mended(show: Show, shape_of: Callable[[int], Shape | None]) -> tuple[Show, tuple[str, ...]]:
    """A show with the signs that it misnames as they are drawn, and those: ``9 → ’``.

    ``shape_of`` gives the shape of its nth glyph, None where that cannot be told.
    """
    if MISNAMED.keys().isdisjoint(show.glyphs):
        return show, ()
    found = dict(_misnamed(show.glyphs, shape_of))
    if not found:
        return show, ()
    glyphs = [found.get(number, glyph) for number, glyph in enumerate(show.glyphs)]
    return show._replace(glyphs=glyphs), tuple(f"{show.glyphs[n]} → {sign}" for n, sign in found.items())


def text_to_misnamed(text: NativeText) -> Iterator[int]:
    """Which characters of a page's text are misnamed signs."""
    xs, ys = text.origins()
    for index, character in enumerate(text.characters()):
        if character in MISNAMED and (shape := shape_at(text, index, xs, ys)) and MISNAMED[character][1](shape):
            yield index


def shape_at(text: NativeText, index: int, xs: Sequence[float], ys: Sequence[float]) -> Shape | None:
    """The shape of a character of the library's text, None for one that stands aslant or has none.

    ``xs`` and ``ys`` are where all characters begin on their baselines. The library counts angles clockwise.
    """
    angle, (left, right, bottom, top) = text.ink(index)
    turns = angle / (pi / 2)
    if abs(turns - round(turns)) > ASLANT:
        return None
    beside = left - xs[index], right - xs[index]
    above = bottom - ys[index], top - ys[index]
    up, along = ((above, beside), (beside, above), ((-above[1], -above[0]), beside), ((-beside[1], -beside[0]), above))[
        round(turns) % 4
    ]
    height, width = up[1] - up[0], along[1] - along[0]
    return Shape(up[0] / height, width / height) if height > 0 else None


def _misnamed(glyphs: Sequence[str], shape_of: Callable[[int], Shape | None]) -> Iterator[tuple[int, str]]:
    for number, glyph in enumerate(glyphs):
        if glyph in MISNAMED and (shape := shape_of(number)) is not None:
            sign, is_it = MISNAMED[glyph]
            if is_it(shape):
                yield number, sign
