"""What wraps, splits or accompanies text in a Word file: changes to the XML of a body that must change no field.

Each trait is a function over the files of a package, whichever engine wrote them.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Final

from lxml import etree

from extract.word_tree import MC, XML, Element, W
from tests.editions.word_tracked import TRACKED
from tests.editions.word_xml import (
    FOREIGN,
    Change,
    all_of,
    element,
    remove,
    split_runs,
    table_paragraphs,
    text_run,
    wrap,
)
from tests.extract.raw_docx import NAMESPACES


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


# The page and what stands on it


def floating(root: Element) -> None:
    """Tables that text runs around."""
    for properties in all_of(root, "tblPr"):
        properties.append(element("tblpPr", leftFromText="141", rightFromText="141", tblpY="600"))


def in_boxes(root: Element) -> None:
    """Tables in a text box, as Word writes one: a drawing, and the same once more for older programs."""
    for table in [t for t in all_of(root, "tbl") if next(t.iterancestors(W + "tbl"), None) is None]:
        parent = table.getparent()
        assert parent is not None
        run = etree.fromstring(BOX)
        parent.replace(table, element("p", run))
        for content in all_of(run, "txbxContent"):
            content.extend((copy.deepcopy(table), element("p")))


def sideways(root: Element) -> None:
    """A section on a sheet turned sideways, begun and ended by an empty paragraph."""
    for table in [t for t in all_of(root, "tbl") if next(t.iterancestors(W + "tbl"), None) is None]:
        upright = element("sectPr", element("pgSz", w="11906", h="16838"))
        turned = element("sectPr", element("pgSz", w="16838", h="11906", orient="landscape"))
        table.addprevious(element("p", element("pPr", upright)))
        table.addnext(element("p", element("pPr", turned)))


def upwards(root: Element) -> None:
    """Cells whose text runs from bottom to top, one in every row."""
    for row in all_of(root, "tr"):
        for cell in row.findall(W + "tc")[1:2]:
            properties = cell.find(W + "tcPr")
            if properties is not None:
                properties.append(element("textDirection", val="btLr"))


def blank_paragraphs(root: Element) -> None:
    """An empty paragraph after every paragraph of a cell."""
    for paragraph in table_paragraphs(root):
        paragraph.addnext(element("p"))


# Beside the text


def hidden_text(root: Element) -> None:
    """Hidden words in every paragraph."""
    for paragraph in table_paragraphs(root):
        made = text_run(FOREIGN)
        made.insert(0, element("rPr", element("vanish")))
        paragraph.append(made)


def typed_notes(root: Element) -> None:
    """Notes typed by hand: a raised number behind every ninth sentence, and the notes under the tables."""
    sentences = [p for p in table_paragraphs(root) if "".join(map(str, p.itertext())).endswith(".")]
    last = all_of(root, "tbl")[-1]
    while (above := last.getparent()) is not None and above.tag != W + "body":
        last = above
    for number, paragraph in reversed(list(enumerate(sentences[4::9], start=1))):
        mark = text_run(str(number))
        mark.insert(0, element("rPr", element("vertAlign", val="superscript")))
        paragraph.append(mark)
        last.addnext(element("p", text_run(f"{number} {FOREIGN}")))


def text_boxes(root: Element) -> None:
    """A box with words in every fifth paragraph."""
    for paragraph in table_paragraphs(root)[::5]:
        paragraph.append(element("r", element("pict", element("txbxContent", element("p", text_run(FOREIGN))))))


def references(root: Element, name: str) -> Iterator[str]:
    """A reference at the end of every fifth paragraph; gives the ids."""
    numbers = count(10)
    for paragraph in table_paragraphs(root)[::5]:
        id_ = str(next(numbers))
        if name == "commentReference":
            text = next(child for child in paragraph if child.tag != W + "pPr")
            text.addprevious(element("commentRangeStart", id=id_))
            paragraph.append(element("commentRangeEnd", id=id_))
        paragraph.append(element("r", element(name, id=id_)))
        yield id_


# How words look


def looks(root: Element, *names: str) -> None:
    """Every third piece in other looks."""
    split_runs(root, 9)
    for run in all_of(root, "r")[::3]:
        properties = run.find(W + "rPr")
        if properties is None:
            properties = element("rPr")
            run.insert(0, properties)
        properties.extend(element(name, val="on") for name in names)


def struck_words(root: Element) -> None:
    """Words that a line runs through, in every fifth paragraph."""
    for paragraph in table_paragraphs(root)[::5]:
        made = text_run(f" {FOREIGN}")
        made.insert(0, element("rPr", element("strike")))
        paragraph.append(made)


def raised_figures(root: Element) -> None:
    """The second letter of every tenth paragraph raised: it is text, and a person is asked."""
    for run in [r for p in table_paragraphs(root)[::10] for r in p.findall(W + "r")][:6]:
        text = run.findtext(W + "t") or ""
        pieces = [text_run(piece) for piece in (text[:1], text[1:2], text[2:]) if piece]
        if len(pieces) == 3 and len(run.findall(W + "t")) == 1:
            pieces[1].insert(0, element("rPr", element("vertAlign", val="superscript")))
            for piece in pieces:
                run.addprevious(piece)
            remove(run)


#: A run with a box that holds nothing yet.
BOX: Final = f"""<w:r {" ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())}>
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5760000" cy="7200000"/>
<wp:docPr id="1" name="Tekstvak"/><a:graphic><a:graphicData uri="{NAMESPACES["wps"]}"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5760000" cy="7200000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="width:450pt"><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict>
</mc:Fallback></mc:AlternateContent></w:r>"""

#: In the order in which they are put on: what changes the text itself before what cuts it in pieces.
CLOTHES: Final[dict[str, Change]] = {
    "empty paragraphs between": blank_paragraphs,
    "soft hyphens": lambda root: sign_elements(root, r"(?<=\w{5})(?=\w{5})", "softHyphen"),
    "no-break hyphens": lambda root: sign_elements(root, r"(?<=\w)-(?=\w)", "noBreakHyphen"),
    "no-break spaces": lambda root: each_text(root, lambda text: re.sub(r"(?<=\w) (?=\w)", "\xa0", text)),
    "capitals of the layout": capitals,
    "bullets as symbols": partial(typed_symbols, make=symbol),
    "bullets in a symbol font": partial(typed_symbols, make=letter_in_symbol_font),
    "coloured and bold words": lambda root: looks(root, "b", "i", "shadow"),
    "struck text": struck_words,
    "raised figures": raised_figures,
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
    **TRACKED,
    "hidden text": hidden_text,
    "notes typed by hand": typed_notes,
    "text boxes": text_boxes,
    "floating table": floating,
    "landscape section": sideways,
    "text from bottom to top": upwards,
    "table in a text box": in_boxes,
}
