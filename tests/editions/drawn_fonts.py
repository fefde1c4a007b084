"""Fonts that are drawings (Type 3): every letter a little page of its own, as old programs and some printers make.

Of TrueType fonts with codes of one byte; others stay as they are.
"""

from __future__ import annotations

import io
from typing import Any, Final

import pikepdf
from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pikepdf import Array, Dictionary, Name, Pdf

#: Widths of a font are thousandths of its size.
PER_SIZE: Final = 1000


def draw_fonts(pdf: Pdf) -> None:
    """Every TrueType font of the file becomes drawings of its glyphs."""
    for thing in list(pdf.objects):
        if (
            isinstance(thing, pikepdf.Dictionary)
            and thing.get("/Subtype") == Name.TrueType
            and "/FontDescriptor" in thing
        ):
            _draw(pdf, thing)


def _draw(pdf: Pdf, font: Any) -> None:
    outlines = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
    per_em = outlines["head"].unitsPerEm
    first = int(font.FirstChar)
    widths = [float(width) * per_em / PER_SIZE for width in font.Widths]
    codes = _codes(outlines)
    procedures, names = Dictionary(), Array([first])
    for code, width in enumerate(widths, start=first):
        names.append(Name(f"/g{code}"))
        procedures[f"/g{code}"] = pdf.make_stream(_drawing(outlines, codes.get(code, ".notdef"), width))
    for key in ("/FontDescriptor", "/BaseFont"):
        del font[key]
    font.Subtype = Name.Type3
    font.FontMatrix = Array([1 / per_em, 0, 0, 1 / per_em, 0, 0])
    font.FontBBox = Array([0, 0, 0, 0])
    font.Widths = Array(widths)
    font.CharProcs = procedures
    font.Encoding = Dictionary(Type=Name.Encoding, Differences=names)
    font.Resources = Dictionary()


def _codes(outlines: TTFont) -> dict[int, str]:
    """Code → glyph, whichever table of the font says it."""
    found: dict[int, str] = {}
    for table in outlines["cmap"].tables:
        found |= {code & 0xFF: name for code, name in table.cmap.items() if code < 0x100 or code >> 8 == 0xF0}
    return found


def _drawing(outlines: TTFont, glyph: str, width: float) -> bytes:
    glyphs = outlines.getGlyphSet()
    pen = _Pen(glyphs)
    glyphs[glyph].draw(pen)
    return f"{width:.1f} 0 d0 {' '.join(pen.drawn)} f".encode()


class _Pen(BasePen):  # type: ignore[misc]
    """Writes outlines as operators."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.drawn: list[str] = []

    def _write(self, operator: str, *points: tuple[float, float]) -> None:
        self.drawn.append(" ".join([*(f"{x:.1f} {y:.1f}" for x, y in points), operator]))

    def _moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._write("m", to)

    def _lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._write("l", to)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._write("c", *points)

    def _closePath(self) -> None:  # noqa: N802
        self._write("h")
