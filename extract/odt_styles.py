"""Styles of an OpenDocument text: what a paragraph or a span inherits, and what a list draws.

Scope: hidden, struck through, raised, set in a symbol font, type size, indents, the levels of list styles. Non-goals:
all other looks. Prevents: hidden text read as text, a letter of a symbol font read as a letter, and bullets that are
lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.odt_tree import DRAW, FO, OFFICE, STYLE, SVG, TEXT, XLINK, Element, points
from extract.paragraph import Indents
from extract.symbol_fonts import is_symbol_name

#: Type size in points where nothing names one.
DEFAULT_SIZE: Final = 12.0
#: What a picture used as a bullet is written as.
PICTURE_BULLET: Final = "•"
LEVEL: Final = f"{TEXT}list-level-style-"
LEVELS: Final = frozenset(f"{LEVEL}{kind}" for kind in ("bullet", "number", "image"))
PARAGRAPH_PROPERTIES: Final = STYLE + "paragraph-properties"
TEXT_PROPERTIES: Final = STYLE + "text-properties"
#: What numbers of a list look like → the name of that format in Word.
FORMATS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}


class ListLevel(NamedTuple):
    """One level of a list: a ``bullet``, or how it counts; where its text begins, in points."""

    bullet: str
    format: str
    prefix: str
    suffix: str
    start: int
    shown: int
    indent: float


class Styles:
    """The styles of both parts of a document; those of the content (automatic) come before the common ones."""

    def __init__(self, *roots: Element | None) -> None:
        found = [style for root in roots if root is not None for style in root.iter(STYLE + "style")]
        self._styles = {(s.get(STYLE + "family", ""), s.get(STYLE + "name", "")): s for s in reversed(found)}
        whole = [root for root in roots if root is not None]
        self.plain_paper = all(map(is_plain_paper, whole))
        self._defaults = {s.get(STYLE + "family", ""): s for r in whole for s in r.iter(STYLE + "default-style")}
        faces = [face for root in whole for face in root.iter(STYLE + "font-face")]
        self._fonts = {face.get(STYLE + "name"): face.get(SVG + "font-family", "") for face in faces}
        self._lists = {s.get(STYLE + "name", ""): s for r in reversed(whole) for s in r.iter(TEXT + "list-style")}

    def chain(self, family: str, name: str | None) -> Iterator[Element]:
        """A style and those it is based on, nearest first, then the default of its family."""
        met: set[str] = set()
        while name and name not in met and (family, name) in self._styles:
            met.add(name)
            yield self._styles[family, name]
            name = self._styles[family, name].get(STYLE + "parent-style-name")
        if family in self._defaults:
            yield self._defaults[family]

    def first(self, family: str, name: str | None, properties: str, *keys: str) -> str | None:
        """The nearest value of an attribute of these properties."""
        for style in self.chain(family, name):
            for found in style.findall(properties):
                value = next((v for key in keys if (v := found.get(key)) is not None), None)
                if value is not None:
                    return value
        return None

    def list_name(self, paragraph_style: str | None) -> str | None:
        """The list style that a paragraph style names."""
        names = (style.get(STYLE + "list-style-name") for style in self.chain("paragraph", paragraph_style))
        return next((name for name in names if name), None)

    def list_level(self, name: str | None, level: int) -> ListLevel | None:
        """A level (from 1) of a list style; None when there is none."""
        style = self._lists.get(name or "")
        levels = [] if style is None else [child for child in style if child.tag in LEVELS]
        found = next((child for child in levels if child.get(TEXT + "level") == str(level)), None)
        return None if found is None else element_to_level(found)

    def indents(self, paragraph_style: str | None, level: ListLevel | None) -> Indents:
        """Where the first line and the others begin, in points. A list counts unless the paragraph's own style does."""
        own = next(self.chain("paragraph", paragraph_style), None)
        properties = None if own is None else own.find(PARAGRAPH_PROPERTIES)
        named = None if properties is None else properties.get(FO + "margin-left")
        if level is not None:
            left = points(named)
            return Indents(level.indent, level.indent) if left is None else Indents(left, left)
        family = "paragraph", paragraph_style, PARAGRAPH_PROPERTIES
        left = points(self.first(*family, FO + "margin-left")) or 0.0
        return Indents(left + (points(self.first(*family, FO + "text-indent")) or 0.0), left)

    def is_symbol(self, family: str, name: str | None) -> bool:
        """Whether a style sets its letters in a symbol font."""
        font = self.first(family, name, TEXT_PROPERTIES, STYLE + "font-name", FO + "font-family")
        return is_symbol_name((self._fonts.get(font) or font or "").strip("'\"") or None)

    def names_font(self, name: str | None) -> bool:
        """Whether a style of a span names a font at all."""
        return self.first("text", name, TEXT_PROPERTIES, STYLE + "font-name", FO + "font-family") is not None

    def names_colour(self, name: str | None) -> bool:
        """Whether a style of a span says anything of the colour of its letters."""
        keys = STYLE + "use-window-font-color", FO + "color"
        return self.first("text", name, TEXT_PROPERTIES, *keys) is not None

    def is_hidden(self, family: str, name: str | None) -> bool | None:
        """Whether a style does not show its text; None when it does not say."""
        display = self.first(family, name, TEXT_PROPERTIES, TEXT + "display")
        return None if display is None else display == "none"

    def is_raised(self, family: str, name: str | None) -> bool | None:
        """Whether a style sets its text above the line; None when it does not say."""
        position = self.first(family, name, TEXT_PROPERTIES, STYLE + "text-position")
        return None if position is None else position.startswith("super") or _share(position) > 0

    def is_struck(self, family: str, name: str | None) -> bool | None:
        """Whether a style draws a line through its text; None when it does not say."""
        line = self.first(family, name, TEXT_PROPERTIES, STYLE + "text-line-through-style")
        return None if line is None else line != "none"

    def size(self, family: str, name: str | None) -> float | None:
        """The type size in points; None when the style names none, or only a share."""
        return points(self.first(family, name, TEXT_PROPERTIES, FO + "font-size"))

    def usual_size(self) -> float:
        """The type size of a paragraph that names nothing, in points."""
        return self.size("paragraph", "Standard") or DEFAULT_SIZE


def is_plain_paper(root: Element) -> bool:
    """Whether nothing in a part lies behind its text: no background of a page, no drawing."""
    for properties in root.iter(STYLE + "page-layout-properties"):
        white = properties.get(FO + "background-color", "").lower() in {"", "transparent", "#ffffff"}
        pictures = (picture.get(XLINK + "href") for picture in properties.iter(STYLE + "background-image"))
        if not white or properties.get(DRAW + "fill", "none") != "none" or any(pictures):
            return False
    behind = (properties.get(STYLE + "run-through") for properties in root.iter(STYLE + "graphic-properties"))
    return "background" not in behind


def element_to_level(element: Element) -> ListLevel:
    """A level of a list style, both ways of saying where its text begins understood."""
    kind = str(element.tag).removeprefix(LEVEL)
    bullet = {"bullet": element.get(TEXT + "bullet-char", ""), "image": PICTURE_BULLET}.get(kind, "")
    return ListLevel(
        bullet=bullet,
        format=FORMATS.get(element.get(STYLE + "num-format", ""), "decimal"),
        prefix=element.get(STYLE + "num-prefix", ""),
        suffix=element.get(STYLE + "num-suffix", ""),
        start=_number(element.get(TEXT + "start-value")),
        shown=_number(element.get(TEXT + "display-levels")),
        indent=_level_indent(element.find(STYLE + "list-level-properties")),
    )


def _level_indent(properties: Element | None) -> float:
    if properties is None:
        return 0.0
    alignment = properties.find(STYLE + "list-level-label-alignment")
    if alignment is not None:
        return points(alignment.get(FO + "margin-left")) or 0.0
    widths = (points(properties.get(TEXT + name)) for name in ("space-before", "min-label-width"))
    return sum(width or 0.0 for width in widths)


def _share(position: str) -> float:
    """How far a text is raised, in percent; ``-33% 58%`` is lowered."""
    try:
        return float(position.split("%")[0])
    except ValueError:
        return 0.0


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1


def is_hidden_section(element: Element) -> bool:
    """Whether a section is not shown; one with a condition says itself what came of it."""
    display = element.get(TEXT + "display")
    return display == "none" or (display == "condition" and element.get(TEXT + "is-hidden") == "true")


def in_hidden_section(element: Element) -> bool:
    """Whether an element stands in a section that is not shown."""
    return any(map(is_hidden_section, element.iterancestors(TEXT + "section")))


def master_stories(styles: Element | None) -> Iterator[Element]:
    """The headers and footers of all page styles."""
    if styles is not None and (masters := styles.find(OFFICE + "master-styles")) is not None:
        names = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
        yield from masters.iter(*(STYLE + name for name in names))
