"""Lists of a Word file in a look: their definitions, and how each item opens."""

from __future__ import annotations

from html import escape
from typing import Final, NamedTuple

from tests.editions.fonts import SYMBOLS
from tests.editions.parts import COUNTS, SPACE_AFTER, Cell, counted
from tests.editions.traits import Look
from tests.extract.raw_docx import abstract, listed, run

#: Items → left indent and how far the sign stands before it, in type sizes.
INDENTS: Final = {"hanging": (1.8, 1.4), "deep": (4.5, 1.4), "far": (3.0, 2.8), "apart": (1.8, 1.4)}
_EMU: Final = 12_700


class Lists:
    """A list for each cell where items are counted, one for all where they are not."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.count = 0

    def list_for(self, _: Cell) -> int:
        """The number of the list of a cell."""
        if self.count == 0 or self.look.bullet in COUNTS:
            self.count += 1
        return self.count

    def numbering(self) -> str:
        """The content of the numbering part."""
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for number in range(1, self.count + 1)
        )
        return abstract(0, self._level()) + lists

    def _level(self) -> str:
        form, text = COUNTS.get(self.look.bullet, ("bullet", escape(counted(self.look.bullet, 0))))
        text = text.replace("{}", "%1")
        font = ""
        if self.look.bullet.startswith("symbol:"):
            font = f'<w:rPr><w:rFonts w:ascii="{SYMBOLS}" w:hAnsi="{SYMBOLS}" w:hint="default"/></w:rPr>'
        return (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr>{_indent(self.look)}</w:pPr>{font}</w:lvl>'
        )


def _indent(look: Look) -> str:
    if look.items not in INDENTS:
        return ""
    left, hanging = (round(20 * look.size * measure) for measure in INDENTS[look.items])
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


class Opening(NamedTuple):
    """How an item opens: the properties of its paragraph that tell its list and its indent, and a sign in its text."""

    listed: str = ""
    indent: str = ""
    sign: str = ""


def item_opening(look: Look, number: int, at: int) -> Opening:
    """The opening of the item at a place, in the list of this number."""
    if not look.bullet:
        return Opening()
    if look.items in SPACE_AFTER:
        return Opening(sign=run(escape(counted(look.bullet, at)) + SPACE_AFTER[look.items]))
    if look.bullet == "shape":
        return Opening(indent=_indent(look), sign=f"{_dot(look.size)}<w:r><w:tab/></w:r>")
    return Opening(listed(number))


def _dot(size: float) -> str:
    """A drawn dot that stands in the line as a letter does."""
    extent = round(0.35 * size * _EMU)
    shape = (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{extent}" cy="{extent}"/></a:xfrm>'
        '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{extent}" cy="{extent}"/>'
        f'<wp:docPr id="1" name="Punt"/><a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
