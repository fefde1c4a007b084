"""What is behind a text of an OpenDocument text: backgrounds of spans, the paragraph, cells and tables, the paper.

Scope: which colour, and whether that is certain. Text boxes and shapes have grounds of their own and stand outside the
table anyway: what is in one counts as seen.
"""

from __future__ import annotations

from typing import Final

from extract.odt_styles import TEXT_PROPERTIES, Styles
from extract.odt_tree import DRAW, FO, STYLE, TABLE, TEXT, Element
from extract.sight import PAPER, Ground, Sight, colour, ink_to_sight, plain_ground

BACKGROUND: Final = FO + "background-color"
#: What around a paragraph may have a background → the family of its styles.
AROUND: Final = {
    TABLE + "table-cell": "table-cell",
    TABLE + "covered-table-cell": "table-cell",
    TABLE + "table-row": "table-row",
    TABLE + "table": "table",
    TEXT + "section": "section",
}


def ink_of(family: str, name: str | None, styles: Styles) -> str | None:
    """The colour of a style's letters; None where it names none, or leaves it to the program."""
    if styles.first(family, name, TEXT_PROPERTIES, STYLE + "use-window-font-color") == "true":
        return None
    return colour(styles.first(family, name, TEXT_PROPERTIES, FO + "color"))


def ground_of(family: str, name: str | None, styles: Styles, properties: str = "") -> Ground | None:
    """What a style puts behind its text; None where that lets through what is behind it."""
    fill = colour(styles.first(family, name, properties or f"{STYLE}{family}-properties", BACKGROUND))
    return None if fill is None else plain_ground(fill)


def text_to_sight(ink: str | None, own: Ground | None, paragraph: Element, styles: Styles) -> Sight:
    """Whether text of a colour is seen in this paragraph; ``own``: what its spans have behind it."""
    if ink is None:
        return Sight.CLEAR
    ground = own or paragraph_to_ground(paragraph, styles)
    return Sight.CLEAR if ground is None else ink_to_sight(ink, ground)


def paragraph_to_ground(paragraph: Element, styles: Styles) -> Ground | None:
    """What is behind a paragraph: the nearest that is filled; None in a drawing, of which nothing is known."""
    found = ground_of("paragraph", paragraph.get(TEXT + "style-name"), styles)
    for around in paragraph.iterancestors() if found is None else ():
        tag = str(around.tag)
        if tag.startswith(DRAW):
            return None
        if tag in AROUND:
            name = around.get((TEXT if tag == TEXT + "section" else TABLE) + "style-name")
            found = ground_of(AROUND[tag], name, styles)
        if found is not None:
            return found
    return found or (PAPER if styles.plain_paper else Ground(PAPER.fills, certain=False))
