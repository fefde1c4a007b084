"""Elements of a Word file for tests: made, found, wrapped and cut."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Final, TypeAlias

from lxml import etree

from extract.word_tree import XML, Element, W

Change: TypeAlias = Callable[[Element], None]

#: Words that the clothes bring along; none may end up in a field.
FOREIGN: Final = "Dit hoort er niet bij."


def element(name: str, /, *children: Element, **attributes: str) -> Element:
    """A ``w:`` element."""
    made = etree.Element(W + name, {W + key: value for key, value in attributes.items()})
    made.extend(children)
    return made


def text_run(text: str, tag: str = "t") -> Element:
    """A run with one text."""
    made = element(tag)
    made.text = text
    made.set(XML + "space", "preserve")
    return element("r", made)


def all_of(root: Element, name: str) -> list[Element]:
    """Every ``w:`` element of a name, as a list: the tree changes meanwhile."""
    return list(root.iter(W + name))


def table_paragraphs(root: Element) -> list[Element]:
    """The paragraphs with text inside tables."""
    cells = (cell for cell in root.iter(W + "tc") if cell.find(W + "tbl") is None)
    return [p for cell in cells for p in cell.findall(W + "p") if any(text.text for text in p.iter(W + "t"))]


def wrap(root: Element, name: str, *around: str) -> None:
    """Put elements around every element of a name, outermost first (full names)."""
    for inner in all_of(root, name):
        parent = inner.getparent()
        assert parent is not None
        at = parent.index(inner)
        for tag in around:
            wrapper = etree.Element(tag)
            parent.insert(at, wrapper)
            parent, at = wrapper, 0
        parent.append(inner)


def split_runs(root: Element, size: int) -> None:
    """Runs of ``size`` characters, properties repeated."""
    for run in all_of(root, "r"):
        texts = run.findall(W + "t")
        if len(texts) != 1 or len(run.findall("*")) - (run.find(W + "rPr") is not None) != 1:
            continue
        text = texts[0].text or ""
        for at in range(0, len(text), size):
            piece = copy.deepcopy(run)
            small = piece.find(W + "t")
            assert small is not None
            small.text = text[at : at + size]
            small.set(XML + "space", "preserve")
            run.addprevious(piece)
        remove(run)


def remove(gone: Element) -> None:
    """Take an element out of its parent."""
    parent = gone.getparent()
    assert parent is not None
    parent.remove(gone)


def mark_properties(paragraph: Element) -> Element:
    """The properties of a paragraph's mark."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    found = properties.find(W + "rPr")
    return etree.SubElement(properties, W + "rPr") if found is None else found


def row_properties(row: Element) -> Element:
    """The properties of a row."""
    found = row.find(W + "trPr")
    if found is None:
        found = element("trPr")
        row.insert(0, found)
    return found


def catalogue_rows(root: Element) -> list[Element]:
    """The innermost rows, without the first of each table."""
    tables = [t for t in root.iter(W + "tbl") if next(t.iterdescendants(W + "tbl"), None) is None]
    return [row for t in tables for row in list(t.iter(W + "tr"))[1:]]
