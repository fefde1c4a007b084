"""What stands in the cells of a table, as ReportLab's flowables."""

from __future__ import annotations

from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.platypus import Flowable, HRFlowable, Paragraph  # type: ignore[import-untyped]

from tests.editions.parts import SPACE_AFTER, Cell, Para, counted, emphasised
from tests.editions.reportlab_fonts import sized, style_of, symbols
from tests.editions.traits import Look

#: Items → their left indent and that of their sign, in type sizes.
INDENTS: Final = {"hanging": (1.8, 0.4), "deep": (4.5, 3.0), "far": (3.0, 0.0), "apart": (1.8, 0.4)}
DOT: Final = "\u2022"


def cell_to_flowables(cell: Cell | None, look: Look) -> Any:
    """Paragraphs, then the items."""
    if cell is None:
        return ""
    if cell.column == "core" and look.core == "vertical":
        return [_Turned(_marked(cell.paragraphs[0], look), look)]
    opening = [flowable for para in cell.paragraphs for flowable in _paragraph(para, look)]
    return [*opening, *(_item(text, number, look) for number, text in enumerate(cell.items))]


def header_word(word: str, look: Look) -> Any:
    """A word of the header row."""
    text = f"<b>{escape(word)}</b>" if "header" in look.bold else escape(word)
    more: dict[str, Any] = {"embeddedHyphenation": 1, **sized("header", look)}
    if look.header_ink:
        more["textColor"] = colors.HexColor(look.header_ink)
    return Paragraph(text, style_of(look, dict(look.aligned).get("header", ""), **more))


def _paragraph(para: Para, look: Look) -> list[Any]:
    side = dict(look.aligned).get(para.role, "")
    made = [Paragraph(_marked(para, look), style_of(look, side, **sized(para.role, look)))]
    if look.through == "across" and para.role == "label":
        made.insert(0, HRFlowable(width="100%", thickness=0.6, color=colors.white, spaceBefore=0, spaceAfter=1))
    return made


def _marked(para: Para, look: Look) -> str:
    text = escape(para.text).replace("\n", "<br/>")
    if para.role in look.bold:
        text = f"<b>{text}</b>"
    if para.role in look.underlined:
        text = f"<u>{text}</u>"
    if look.highlighted and para.role == "body":
        text = f'<span backColor="#ffff66">{text}</span>'
    if look.linked and para.role == "name":
        text = f'<a href="https://example.org/competenties" color="blue">{text}</a>'
    return f"{text}<super>{para.note}</super>" if para.note else text


def _stressed(text: str, look: Look) -> str:
    first, rest = emphasised(text, look)
    return f"<b>{escape(first)}</b>{escape(rest)}" if first else escape(rest)


def _item(text: str, number: int, look: Look) -> Any:
    """An item: a paragraph that hangs under its sign, or a plain one."""
    sign = counted(look.bullet, number)
    if not look.bullet:
        return Paragraph(_stressed(text, look), style_of(look))
    if look.items in SPACE_AFTER:
        return Paragraph(f"{escape(sign)}{SPACE_AFTER[look.items]}{_stressed(text, look)}", style_of(look))
    indent, at = INDENTS[look.items]
    room = 0.6 * look.size if look.items == "apart" else 0.0
    more: dict[str, Any] = {"spaceBefore": room, "spaceAfter": room}
    if look.bullet.startswith("symbol:"):
        more["bulletFontName"] = symbols()
    style = style_of(look, leftIndent=indent * look.size, bulletIndent=at * look.size, **more)
    kind = _Dotted if look.bullet == "shape" else _Ruled if look.through == "upright" else Paragraph
    return kind(_stressed(text, look), style, bulletText=DOT if look.bullet == "shape" else sign)


class _Dotted(Paragraph):  # type: ignore[misc]
    """A paragraph whose bullet is a drawn dot, no character."""

    def draw(self) -> None:
        """Draw the dot, then the text without its bullet."""
        sign, self.bulletText = getattr(self, "bulletText", None), None
        if sign:
            style = self.style
            self.canv.circle(style.bulletIndent + 2, self.height - 0.7 * style.fontSize, 0.17 * style.fontSize, 0, 1)
        super().draw()
        self.bulletText = sign


class _Ruled(Paragraph):  # type: ignore[misc]
    """A paragraph with a white line at its left."""

    def draw(self) -> None:
        """Draw the line, then the text."""
        self.canv.saveState()
        self.canv.setStrokeColor(colors.white)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 0, 0, self.height)
        self.canv.restoreState()
        super().draw()


class _Turned(Flowable):  # type: ignore[misc]
    """One line of text that reads downwards, as long as it is; it does not split."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__()
        self.inner = Paragraph(text, style_of(look))
        self.size = look.size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room it takes: one line wide, the text's width high."""
        _, self.line = self.inner.wrap(max(width, 10_000), height)
        self.length = self.inner.minWidth() * 1.05
        return self.line, self.length

    def draw(self) -> None:
        """Draw it, turned a quarter to the right."""
        self.canv.saveState()
        self.canv.translate(0, self.length)
        self.canv.rotate(-90)
        self.inner.drawOn(self.canv, 0, 0)
        self.canv.restoreState()
