"""Fonts for the engines: those of the machine by family, and a font of signs that is made here.

Word sets its bullets in Wingdings and Symbol: fonts in which codes of the private-use area, or plain letters, draw
signs. No machine but those with Word has them, so ``symbol_font`` makes one that draws a square for each.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]

from tests.editions.traits import Font

FAMILIES: Final[dict[Font, str]] = {
    "sans": "Liberation Sans",
    "serif": "Liberation Serif",
    "narrow": "Liberation Sans Narrow",
    "wide": "DejaVu Sans",
    "condensed": "DejaVu Sans Condensed",
    "fixed": "Liberation Mono",
}
#: The name that Word's font of signs has.
SYMBOLS: Final = "Wingdings"
#: The codes that draw a sign in it.
CODES: Final = "\uf0b7\uf0a7ln§"
_EM: Final = 1000
#: When the font was made, in seconds since 1904: always the same.
MADE: Final = 3_800_000_000


@cache
def font_file(font: Font, *, bold: bool = False) -> Path:
    """The file of a font of this machine.

    Raises FileNotFoundError where fontconfig knows no such family.
    """
    wanted = f"{FAMILIES[font]}:{'bold' if bold else 'regular'}"
    command = [shutil.which("fc-match") or "fc-match", "--format=%{family}|%{file}", wanted]
    families, _, path = subprocess.run(command, check=True, capture_output=True, text=True).stdout.partition("|")
    if FAMILIES[font] not in families.split(","):
        raise FileNotFoundError(f"no font {FAMILIES[font]}")
    return Path(path)


@cache
def symbol_font() -> bytes:
    """A TrueType font that draws a square for every code of ``CODES``, named as Word's own."""
    names = [".notdef", "space", *(f"sign{number}" for number in range(len(CODES)))]
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(" "): "space"} | {ord(code): f"sign{n}" for n, code in enumerate(CODES)})
    blank = TTGlyphPen(None).glyph()
    builder.setupGlyf({name: _square() if name.startswith("sign") else blank for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (460, 60)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": SYMBOLS, "styleName": "Regular", "psName": f"{SYMBOLS}-Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = MADE
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


def _square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((60, 180))
    for corner in ((60, 520), (400, 520), (400, 180)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
