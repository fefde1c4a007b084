"""What is behind a text of Word: highlight, shading of the run, the paragraph, the cells and tables around, the paper.

Scope: which colours, and whether that is certain. Non-goals: which bands of a table style fall on which row, of which
only the first row is worked out: elsewhere a style that shades anything leaves it uncertain. Text boxes have grounds of
their own and stand outside the table anyway: what is in one counts as seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from extract.sight import PAPER, WHITE, Ground, Sight, colour, ink_to_sight, plain_ground
from extract.word_tree import Element, V, W, attribute, descendant, nearest, number, value

if TYPE_CHECKING:
    from extract.word_styles import Styles

#: The colours of highlights.
HIGHLIGHTS: Final = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": WHITE,
    "yellow": "FFFF00",
}
#: The colours of a theme that are paper and print in nearly every one.
THEMED: Final = {"background1": WHITE, "light1": WHITE, "text1": "000000", "dark1": "000000"}
#: The bit of ``w:tblLook`` that turns on the first row of a table style.
FIRST_ROW: Final = 0x0020
TEXT_BOX: Final = W + "txbxContent"


def run_to_sight(ink: str | None, own: Ground | None, paragraph: Element, styles: Styles) -> Sight:
    """Whether text of a colour is seen in this paragraph; ``own``: what the run itself has behind it.

    Without a colour it is Word's own choice, which is always seen.
    """
    if ink is None:
        return Sight.CLEAR
    ground = own or paragraph_to_ground(paragraph, styles)
    return Sight.CLEAR if ground is None else ink_to_sight(ink, ground)


def paragraph_to_ground(paragraph: Element, styles: Styles) -> Ground | None:
    """What is behind a paragraph: the nearest that is filled; None in a text box, of which nothing is known."""
    chain = styles.along(styles.of_paragraph(paragraph), "pPr/shd")
    found = first_ground((descendant(paragraph, "pPr/shd"), *chain))
    fills: set[str] = set()
    for around in paragraph.iterancestors() if found is None else ():
        if around.tag == TEXT_BOX:
            return None
        if around.tag == W + "tc":
            found = shading_to_ground(descendant(around, "tcPr/shd")) or of_first_row(around, styles)
        elif around.tag == W + "tbl":
            found = shading_to_ground(descendant(around, "tblPr/shd"))
            fills |= {fill for shade in style_shades(around, styles) for fill in shade.fills}
        if found is not None:
            break
    found = found or (PAPER if styles.plain_paper else Ground(PAPER.fills, certain=False))
    return Ground(found.fills | fills, certain=False) if fills else found


def first_ground(shadings: tuple[Element | None, ...]) -> Ground | None:
    """The first shading that is one; what is clear and of no colour lets through what is behind it."""
    return next((ground for one in shadings if (ground := shading_to_ground(one)) is not None), None)


def shading_to_ground(shading: Element | None) -> Ground | None:
    """The colours of a ``w:shd``; None where it has none. A pattern is of two, and a theme's may be any other."""
    pattern = attribute(shading, "val") or "clear"
    fill, over = colour(attribute(shading, "fill")), colour(attribute(shading, "color"))
    if shading is None or pattern == "nil":
        return None
    if pattern == "solid":
        return plain_ground(over or "000000")
    if pattern == "clear" and fill is None and attribute(shading, "themeFill") is not None:
        return Ground(PAPER.fills, certain=False)
    if pattern == "clear":
        return None if fill is None else plain_ground(fill)
    return Ground(frozenset({fill or WHITE, over or "000000"}), certain=False)


def ink_of(said: Element | None) -> str | None:
    """The colour of letters, None where Word chooses one: that of the theme counts, which some programs give alone."""
    is_plain = attribute(said, "themeTint") is None and attribute(said, "themeShade") is None
    themed = THEMED.get(attribute(said, "themeColor") or "") if is_plain else None
    return themed or colour(attribute(said, "val"))


def of_first_row(cell: Element, styles: Styles) -> Ground | None:
    """What the table's style puts behind the cells of its first row."""
    table = next(cell.iterancestors(W + "tbl"), None)
    row = next(cell.iterancestors(W + "tr"), None)
    first = None if table is None else next(nearest(table, frozenset({W + "tr"})), None)
    if table is None or first is not row or not looks_at_first_row(table):
        return None
    parts = (part for style in table_chain(table, styles) for part in style.iterchildren(W + "tblStylePr"))
    return first_ground(tuple(descendant(p, "tcPr/shd") for p in parts if attribute(p, "type") == "firstRow"))


def looks_at_first_row(table: Element) -> bool:
    """Whether a table has its style draw the first row apart."""
    look = descendant(table, "tblPr/tblLook")
    said = attribute(look, "firstRow")
    if said is not None:
        return said in {"1", "true", "on"}
    return bool((number_of(attribute(look, "val")) or 0) & FIRST_ROW)


def number_of(text: str | None) -> int | None:
    """A hexadecimal number; None when it is none."""
    try:
        return None if text is None else int(text, 16)
    except ValueError:
        return number(text)


def table_chain(table: Element, styles: Styles) -> tuple[Element, ...]:
    """The table's style and those it is based on."""
    return styles.chain(value(table, "tblPr/tblStyle"))


def style_shades(table: Element, styles: Styles) -> Iterator[Ground]:
    """Every shading of the table's style, wherever it may fall."""
    shadings = (shade for style in table_chain(table, styles) for shade in style.iter(W + "shd"))
    return (ground for shade in shadings if (ground := shading_to_ground(shade)) is not None)


def is_plain_paper(root: Element) -> bool:
    """Whether nothing in a part lies behind its text: no background of the page, no drawing, no shape."""
    if root.find(W + "background") is not None:
        return False
    behind = any(anchor.get("behindDoc", "0") in {"1", "true"} for anchor in root.iter("{*}anchor"))
    return not behind and not any("z-index:-" in shape.get("style", "") for shape in root.iter(f"{V}*"))
