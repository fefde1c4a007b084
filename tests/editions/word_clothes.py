"""What wraps, splits or accompanies text in a Word file: changes to the XML of a body that must change no field.

Each trait is a function over the files of a package, whichever engine wrote them.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Final, TypeAlias

from lxml import etree

from extract.word_tree import MC, XML, Element, W

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
    return [p for cell in cells for p in cell.findall(W + "p") if p.find(W + "r") is not None]


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
        _remove(run)


def _remove(gone: Element) -> None:
    parent = gone.getparent()
    assert parent is not None
    parent.remove(gone)


def between_runs(root: Element, make: Callable[[int], list[Element]]) -> None:
    """Elements around every run, after cutting runs in pieces."""
    split_runs(root, 7)
    for number, run in enumerate(all_of(root, "r")):
        for made in make(number):
            run.addprevious(made)


def proofing(number: int) -> list[Element]:
    return [element("proofErr", type="spellStart" if number % 2 else "gramEnd")]


def bookmarks(number: int) -> list[Element]:
    return [element("bookmarkStart", id=str(number), name=f"_Toc{number}"), element("bookmarkEnd", id=str(number))]


def page_breaks(number: int) -> list[Element]:
    return [element("r", element("lastRenderedPageBreak"))] if number % 9 == 0 else []


def empty_runs(number: int) -> list[Element]:
    return [element("r", element("rPr", element("lang", val="nl-NL"))), element("permStart", id=str(number))]


def in_fields(root: Element) -> None:
    """Every run as the result of a field."""
    for run in all_of(root, "r"):
        code = element("instrText")
        code.text = " MERGEFIELD Tekst "
        before = (
            element("r", element("fldChar", fldCharType="begin")),
            element("r", code),
            element("r", element("fldChar", fldCharType="separate")),
        )
        for mark in before:
            run.addprevious(mark)
        run.addnext(element("r", element("fldChar", fldCharType="end")))


def in_custom_xml(root: Element) -> None:
    """Custom XML on every level at which it may stand."""
    for name in ("r", "p", "tc", "tr"):
        wrap(root, name, W + "customXml")


def with_alternatives(root: Element) -> None:
    """Every run as a choice with a fallback of the same words."""
    wrap(root, "r", MC + "AlternateContent", MC + "Choice")
    for choice in list(root.iter(MC + "Choice")):
        fallback = etree.Element(MC + "Fallback")
        fallback.extend(copy.deepcopy(list(choice)))
        choice.addnext(fallback)


def with_controls(root: Element, name: str) -> None:
    """Content controls, with properties that hold a text of their own."""
    wrap(root, name, W + "sdt", W + "sdtContent")
    for control in all_of(root, "sdt"):
        control.insert(0, element("sdtPr", element("alias", val=FOREIGN), element("tag", val="veld")))


# Tracked changes


def _changed(name: str, *children: Element) -> Element:
    return element(name, *children, id="9", author="Redactie", date="2026-01-01T00:00:00Z")


def insertions(root: Element) -> None:
    """Every second run was put in."""
    split_runs(root, 11)
    for run in all_of(root, "r")[::2]:
        holder = _changed("ins")
        run.addprevious(holder)
        holder.append(run)


def deletions(root: Element) -> None:
    """Words taken out before every paragraph's text and within it."""
    split_runs(root, 11)
    for run in all_of(root, "r")[::2]:
        run.addprevious(_changed("del", text_run(FOREIGN, "delText")))


def moves(root: Element) -> None:
    """The text of every paragraph moved there, from right behind it."""
    for paragraph in table_paragraphs(root):
        runs = paragraph.findall(W + "r")
        here = _changed("moveTo")
        runs[0].addprevious(here)
        here.extend(runs)
        paragraph.append(_changed("moveFrom", *copy.deepcopy(runs)))


def rows_added(root: Element) -> None:
    """Every row under the header was put in."""
    for row in catalogue_rows(root):
        row_properties(row).append(_changed("ins"))
        wrap(row, "r", W + "ins")


def rows_removed(root: Element) -> None:
    """After every row an older version of it, taken out."""
    for row in catalogue_rows(root):
        older = copy.deepcopy(row)
        wrap(older, "r", W + "del")
        for text in older.iter(W + "t"):
            text.tag = W + "delText"
        for merge in list(older.iter(W + "vMerge")):
            _remove(merge)
        row_properties(older).append(_changed("del"))
        row.addnext(older)


def cells_added(root: Element) -> None:
    """Every cell was put in."""
    for cell in [cell for row in catalogue_rows(root) for cell in row.iter(W + "tc")]:
        properties = cell.find(W + "tcPr")
        if properties is not None:
            properties.append(_changed("cellIns"))


def marks_added(root: Element) -> None:
    """Every paragraph mark was put in."""
    for paragraph in table_paragraphs(root):
        mark_properties(paragraph).append(_changed("ins"))


def marks_removed(root: Element) -> None:
    """Every paragraph was two: the first half ends in a mark that was taken out."""
    for paragraph in table_paragraphs(root):
        split_runs(paragraph, 9)
        first = element("p")
        paragraph.addprevious(first)
        runs = paragraph.findall(W + "r")
        mark_properties(first).append(_changed("del"))
        first.extend(runs[: len(runs) // 2])


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


# Signs


def each_text(root: Element, change: Callable[[str], str]) -> None:
    """Change the characters of every text."""
    for text in all_of(root, "t"):
        text.text = change(text.text or "")


def sign_elements(root: Element, pattern: str, name: str) -> None:
    """An element at every place where a pattern matches (its match is left out)."""
    for run in all_of(root, "r"):
        for text in run.findall(W + "t"):
            first, *others = re.split(pattern, text.text or "")
            text.text = first
            text.set(XML + "space", "preserve")
            for other in reversed(others):
                rest = element("t")
                rest.text = other
                rest.set(XML + "space", "preserve")
                text.addnext(rest)
                text.addnext(element(name))


def capitals(root: Element) -> None:
    """Every run set in capitals by the layout alone."""
    for run in all_of(root, "r"):
        properties = run.find(W + "rPr")
        if properties is None:
            properties = element("rPr")
            run.insert(0, properties)
        properties.append(element("caps"))


def typed_symbols(root: Element, make: Callable[[], Element]) -> None:
    """In place of a list's bullet a sign typed before the text."""
    for paragraph in table_paragraphs(root):
        properties = paragraph.find(W + "pPr")
        mark = None if properties is None else properties.find(W + "numPr")
        if properties is not None and mark is not None:
            properties.remove(mark)
            properties.addnext(make())


def symbol() -> Element:
    return element("r", element("sym", font="Symbol", char="F0B7"), element("tab"))


def letter_in_symbol_font() -> Element:
    made = text_run("l ")
    made.insert(0, element("rPr", element("rFonts", ascii="Wingdings", hAnsi="Wingdings")))
    return made


# Beside the text


def hidden_text(root: Element) -> None:
    """Hidden words in every paragraph."""
    for paragraph in table_paragraphs(root):
        made = text_run(FOREIGN)
        made.insert(0, element("rPr", element("vanish")))
        paragraph.append(made)


def text_boxes(root: Element) -> None:
    """A box with words in every fifth paragraph."""
    for paragraph in table_paragraphs(root)[::5]:
        paragraph.append(element("r", element("pict", element("txbxContent", element("p", text_run(FOREIGN))))))


def references(root: Element, name: str) -> Iterator[str]:
    """A reference at the end of every fifth paragraph; gives the ids."""
    numbers = count(10)
    for paragraph in table_paragraphs(root)[::5]:
        id_ = str(next(numbers))
        paragraph.append(element("r", element(name, id=id_)))
        yield id_


#: In the order in which they are put on: what changes the text itself before what cuts it in pieces.
CLOTHES: Final[dict[str, Change]] = {
    "soft hyphens": lambda root: sign_elements(root, r"(?<=\w{5})(?=\w{5})", "softHyphen"),
    "no-break hyphens": lambda root: sign_elements(root, r"(?<=\w)-(?=\w)", "noBreakHyphen"),
    "no-break spaces": lambda root: each_text(root, lambda text: re.sub(r"(?<=\w) (?=\w)", "\xa0", text)),
    "capitals of the layout": capitals,
    "bullets as symbols": partial(typed_symbols, make=symbol),
    "bullets in a symbol font": partial(typed_symbols, make=letter_in_symbol_font),
    "runs split within words": lambda root: split_runs(root, 4),
    "a run for every character": lambda root: split_runs(root, 1),
    "proofing marks": partial(between_runs, make=proofing),
    "bookmarks": partial(between_runs, make=bookmarks),
    "rendered page breaks": partial(between_runs, make=page_breaks),
    "empty runs and properties": partial(between_runs, make=empty_runs),
    "fields": in_fields,
    "simple fields": lambda root: wrap(root, "r", W + "fldSimple"),
    "hyperlinks": lambda root: wrap(root, "r", W + "hyperlink"),
    "content controls around text": lambda root: with_controls(root, "r"),
    "content controls around cells": lambda root: with_controls(root, "tc"),
    "content controls around rows": lambda root: with_controls(root, "tr"),
    "content controls around tables": lambda root: with_controls(root, "tbl"),
    "content controls around paragraphs": lambda root: with_controls(root, "p"),
    "smart tags": lambda root: wrap(root, "r", W + "smartTag"),
    "custom XML": in_custom_xml,
    "alternatives": with_alternatives,
    "tracked insertions": insertions,
    "tracked deletions": deletions,
    "tracked moves": moves,
    "tracked rows": rows_added,
    "tracked rows removed": rows_removed,
    "tracked paragraph marks": marks_added,
    "tracked paragraph marks removed": marks_removed,
    "tracked cells": cells_added,
    "hidden text": hidden_text,
    "text boxes": text_boxes,
}
