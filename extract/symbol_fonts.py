"""Fonts that draw signs for letters: what any format may name.

A letter set in one of them is a glyph, whatever its code says.
"""

from __future__ import annotations

from typing import Final

#: Fonts whose letters are drawn as signs, lower case.
SYMBOL_FONTS: Final = frozenset(
    {
        "dingbats",
        "itc zapf dingbats",
        "marlett",
        "monotype sorts",
        "opensymbol",
        "starsymbol",
        "symbol",
        "webdings",
        "wingdings",
        "wingdings 2",
        "wingdings 3",
        "zapf dingbats",
        "zapfdingbats",
    }
)


def is_symbol_name(font: str | None) -> bool:
    """Whether a font of this name draws signs for letters."""
    return font is not None and font.casefold() in SYMBOL_FONTS
