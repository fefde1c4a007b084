"""Fonts that draw signs for letters: what any format may name.

A letter set in one of them is a glyph, whatever its code says.
"""

from __future__ import annotations

from typing import Final

#: Fonts whose letters are drawn as signs, lower case.
SYMBOL_FONTS: Final = frozenset(
    {
        "bookshelf symbol 7",
        "dingbats",
        "itc zapf dingbats",
        "marlett",
        "monotype sorts",
        "mt extra",
        "opensymbol",
        "starsymbol",
        "symbol",
        "symbol mt",
        "symbolmt",
        "symbolps",
        "webdings",
        "wingdings",
        "wingdings 2",
        "wingdings 3",
        "zapf dingbats",
        "zapfdingbats",
    }
)


#: How the names begin of fonts that came with WordPerfect, in which any sign but the plainest is another letter.
WORDPERFECT: Final = "wp "

#: Fonts that come with office programs and draw letters, lower case. Of any other nothing is known: it may draw signs.
LETTER_FONTS: Final = frozenset(
    {
        *(
            "aptos",
            "aptos display",
            "aptos narrow",
            "arial",
            "arial narrow",
            "book antiqua",
            "bookman old style",
            "calibri",
        ),
        *("calibri light", "cambria", "candara", "carlito", "caladea", "century gothic", "comic sans ms", "consolas"),
        *("constantia", "corbel", "courier", "courier new", "dejavu sans", "dejavu serif", "franklin gothic book"),
        *("garamond", "georgia", "helvetica", "liberation mono", "liberation sans", "liberation serif", "lucida sans"),
        *(
            "lucida sans unicode",
            "microsoft sans serif",
            "palatino linotype",
            "rijksoverheidsanstext",
            "segoe ui",
            "tahoma",
        ),
        *("times", "times new roman", "trebuchet ms", "verdana"),
    }
)


def is_symbol_name(font: str | None) -> bool:
    """Whether a font of this name draws signs for letters."""
    return font is not None and (font.casefold() in SYMBOL_FONTS or font.casefold().startswith(WORDPERFECT))
