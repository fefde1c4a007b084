"""The standard fonts, which a file need not bring: the widths that every program reckons with.

Programs set text in them by the widths that Adobe published. pdfium has fonts of its own in their place, in which a
few signs are wider: what follows them on the line is then told too far to the right.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: As shares of the type size (Adobe Font Metrics of the core 14 fonts): those of which pdfium has another width.
_SANS: Final = {"€": 0.556, "«": 0.556, "»": 0.556, "‹": 0.333, "›": 0.333}
_SERIF: Final = {"€": 0.5}
#: The beginning of a font's name → its widths; the first that fits counts.
_WIDTHS: Final[Mapping[str, Mapping[str, float]]] = {
    "Helvetica-Bold": _SANS | {"@": 0.975},
    "Helvetica": _SANS | {"@": 1.015},
    "Arial": _SANS,
    "Times": _SERIF,
    "Courier": {"€": 0.6},
}


def standard_width(font: str, glyph: str, told: float) -> float:
    """How far a glyph of a font that the file does not bring moves the text on; ``told`` is what the library says."""
    own = next((widths for name, widths in _WIDTHS.items() if font.startswith(name)), {})
    return own.get(glyph, told)
