"""Fonts and paragraph styles of a look, for ReportLab."""

from __future__ import annotations

import io
from typing import Any, Final

from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT  # type: ignore[import-untyped]
from reportlab.lib.fonts import addMapping  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

from tests.editions.fonts import SYMBOLS, font_file, symbol_font
from tests.editions.traits import Font, Look

#: Fonts that every viewer has; the others are those of the machine, embedded.
STANDARD: Final = {"sans": "Helvetica", "serif": "Times-Roman"}
SIDES: Final = {"center": TA_CENTER, "right": TA_RIGHT}
LINE_HEIGHT: Final = 1.2


def style_of(look: Look, side: str = "", **more: Any) -> Any:
    """The style of a paragraph; ``side`` is center or right where it is not the look's own."""
    usual = {
        "fontName": _font_of(look),
        "fontSize": look.size,
        "leading": look.size * LINE_HEIGHT,
        "textColor": colors.HexColor(look.ink),
        "alignment": SIDES.get(side, TA_JUSTIFY if look.justified else TA_LEFT),
        "splitLongWords": int(look.cut),
        "hyphenationLang": "nl_NL" if look.hyphenated else "",
        "embeddedHyphenation": int(look.typed == "soft" or look.names_by_hand),
    }
    return ParagraphStyle("cel", **(usual | more))


def sized(role: str, look: Look) -> dict[str, float]:
    """What differs in the style of a role whose type is larger."""
    factor = dict(look.larger).get(role, 1.0)
    return {} if factor == 1 else {"fontSize": look.size * factor, "leading": look.size * factor * LINE_HEIGHT}


def _font_of(look: Look) -> str:
    """The name of the font; embedded where a standard font lacks the characters, wider where letters are spaced."""
    if look.spaced:
        return _spaced(look.spaced)
    if look.font in STANDARD and not look.typed:
        return STANDARD[look.font]
    return _embedded(look.font)


def _embedded(font: Font) -> str:
    name = f"machine-{font}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, font_file(font)))
        pdfmetrics.registerFont(TTFont(f"{name}-bold", font_file(font, bold=True)))
        for bold in (0, 1):
            for italic in (0, 1):
                addMapping(name, bold, italic, f"{name}-bold" if bold else name)
    return name


class _Spaced(pdfmetrics.Font):  # type: ignore[misc]
    """Helvetica whose characters each take more room: the room that the operator Tc puts between them."""

    def __init__(self, name: str, space: float) -> None:
        super().__init__(name, "Helvetica", "WinAnsiEncoding")
        self.space = space

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """The width of a text, in points."""
        return float(super().stringWidth(text, size, encoding)) + self.space * len(text)


def _spaced(space: float) -> str:
    name = f"spaced-{space}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(_Spaced(name, space))
        for bold in (0, 1):
            for italic in (0, 1):
                addMapping(name, bold, italic, name)
    return name


def symbols() -> str:
    """The name of the font of signs."""
    if SYMBOLS not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(SYMBOLS, io.BytesIO(symbol_font())))
    return SYMBOLS
