"""Elements of an OpenDocument text for tests: made, found, wrapped and cut."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

from lxml import etree

from extract.odt_tree import TABLE, TEXT, Element
from tests.editions.word_xml import FOREIGN

#: A piece of a text: as it is, or as an element.
Pieces: TypeAlias = list["str | Element"]
CELL: Final = TABLE + "table-cell"
P: Final = TEXT + "p"
LIST: Final = TEXT + "list"
#: The style of letters that are signs: their text is left alone.
SIGN: Final = "Teken"


def element(tag: str, *children: Element, text: str = "", **attributes: str) -> Element:
    """An element of ``text:`` unless its tag is qualified; attributes are ``text:`` as well, ``_`` for a hyphen."""
    made = etree.Element(tag if tag.startswith("{") else TEXT + tag)
    made.attrib.update({TEXT + name.replace("_", "-"): value for name, value in attributes.items()})
    made.text = text or None
    made.extend(children)
    return made


def paragraph(text: str = FOREIGN) -> Element:
    return element("p", text=text)


def table_paragraphs(root: Element) -> list[Element]:
    """The paragraphs with text inside tables."""
    return [
        p for p in root.iter(P) if next(p.iterancestors(CELL), None) is not None and "".join(map(str, p.itertext()))
    ]


def catalogue_tables(root: Element) -> list[Element]:
    """The innermost tables."""
    tables = [t for t in root.iter(TABLE + "table") if next(t.iterdescendants(TABLE + "table"), None) is None]
    return [t for t in tables if len(list(t.iter(TABLE + "table-row"))) > 1]


def around(inner: Element, outer: Element) -> None:
    """Put an element around another one."""
    parent = inner.getparent()
    assert parent is not None
    tail, inner.tail = inner.tail, None
    parent.replace(inner, outer)
    outer.append(inner)
    outer.tail = tail


def each_text(root: Element, change: Callable[[str], Pieces]) -> None:
    """Change every text in the paragraphs of tables into pieces."""
    spans = [h for p in table_paragraphs(root) for h in (p, *p.iter(TEXT + "span"))]
    for holder in [h for h in spans if h.get(TEXT + "style-name") != SIGN]:
        for child in list(holder):
            text, child.tail = child.tail, None
            place(change(text or ""), child.addnext, child)
        text, holder.text = holder.text, None
        place(change(text or ""), partial(holder.insert, 0), holder)


def place(pieces: Pieces, put: Callable[[Element], None], before: Element) -> None:
    """Put pieces behind an element, or at the beginning of one; the last first."""
    waiting = ""
    for piece in reversed(pieces):
        if isinstance(piece, str):
            waiting = piece + waiting
        else:
            piece.tail, waiting = (waiting or None), ""
            tail = piece.tail
            put(piece)
            piece.tail = tail
    if waiting and put == before.addnext:
        before.tail = waiting
    elif waiting:
        before.text = waiting


def cut(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]
