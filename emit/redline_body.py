"""The plan → a Word file with tracked changes.

The clean document of all that is shown is written first, as ``word_body`` writes any catalogue, and then marked: so
it looks like the clean documents of both editions, paragraph for paragraph. Scope: ``w:ins`` and ``w:del`` around
runs, at paragraph marks and at rows; the properties that a mark had before. Prevents: a revision without an id of
its own, and elements in an order that Word repairs.
"""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Final

from lxml import etree

from emit.redline_cell import Paragraph, Slot
from emit.redline_plan import Plan, Row
from emit.word_body import body_to_word
from emit.word_package import empty_package, parts_to_zip
from emit.word_styles import BODY_CELL, NAMESPACE
from emit.word_words import Words
from transform.comparison import Piece, Side
from transform.model import Catalogue, Competence, Indicator, Source

_W: Final = f"{{{NAMESPACE}}}"
_MAIN: Final = "word/document.xml"
_METADATA: Final = "docProps/core.xml"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_TAGS: Final = {Side.OLD: f"{_W}del", Side.NEW: f"{_W}ins"}
_TEXTS: Final = {Side.OLD: f"{_W}delText", Side.NEW: f"{_W}t", Side.BOTH: f"{_W}t"}

#: A catalogue needs a source, and a Word document does not tell it.
NO_SOURCE: Final = Source(file="", sha256="0" * 64, format="docx")


@dataclass(frozen=True)
class Stamp:
    """Who made the changes and when (as the file has it); numbers them."""

    author: str
    date: str
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def revision(self, tag: str) -> etree._Element:
        """A new revision, with a number that no other one has."""
        named = {"id": str(next(self.numbers)), "author": self.author, "date": self.date}
        return etree.Element(tag, {f"{_W}{name}": value for name, value in named.items()})


def plan_to_word(plan: Plan, words: Words, stamp: Stamp) -> bytes:
    """The plan as a Word file."""
    parts = _read_parts(body_to_word(plan_to_catalogue(plan), words))
    root = etree.fromstring(parts[_MAIN])
    _mark_headings(root[0], [p for p in (plan.title, plan.appendix) if p.pieces], stamp)
    described = _properties_of_style(BODY_CELL)
    _header, *rows = root.iter(f"{_W}tr")
    for element, row in zip(rows, plan.rows, strict=True):
        _mark_row(element, row, described, stamp)
    parts[_MAIN] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    parts[_METADATA] = _read_parts(empty_package(_in_both(plan.title), _in_both(plan.appendix), words))[_METADATA]
    return parts_to_zip(parts)


def plan_to_catalogue(plan: Plan) -> Catalogue:
    """All that is shown of both editions as if it were one catalogue."""
    return Catalogue(
        title=plan.title.shown,
        appendix=plan.appendix.shown,
        source=NO_SOURCE,
        competences=tuple(_row_to_competence(f"r{number}", row) for number, row in enumerate(plan.rows)),
    )


def _row_to_competence(id_: str, row: Row) -> Competence:
    texts = row.texts(Slot.INDICATOR)
    return Competence(
        id=id_,
        name="".join(row.texts(Slot.NAME)),
        core_competence="".join(row.texts(Slot.CORE_COMPETENCE)),
        description="".join(row.texts(Slot.DESCRIPTION)),
        indicators=tuple(Indicator(id=f"{id_}.{n}", text=text) for n, text in enumerate(texts, start=1)),
    )


def _in_both(heading: Paragraph) -> str:
    """What the metadata may say: where an edition lacks it, they must not give it one."""
    return heading.shown if heading.mark is Side.BOTH else ""


def _read_parts(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _properties_of_style(style: str) -> etree._Element:
    """The properties of a paragraph that has the style of this id, and nothing else."""
    properties = etree.Element(f"{_W}pPr")
    etree.SubElement(properties, f"{_W}pStyle", {f"{_W}val": style})
    return properties


def _mark_headings(body: etree._Element, planned: list[Paragraph], stamp: Stamp) -> None:
    for element, paragraph in zip(body.findall(f"{_W}p"), planned, strict=True):
        _mark_paragraph(element, paragraph, stamp)


def _mark_row(row: etree._Element, planned: Row, described: etree._Element, stamp: Stamp) -> None:
    """Mark a row and what is in it; ``described`` are the properties of a description."""
    if planned.side is not Side.BOTH:
        for properties in row.iterfind(f"{_W}trPr"):
            properties.append(stamp.revision(_TAGS[planned.side]))
    paragraphs = iter(planned.paragraphs)
    for element in row.iter(f"{_W}p"):
        if element.find(f"{_W}r") is None:
            _mark_end(element, planned.side, stamp)
            continue
        paragraph = next(paragraphs)
        _mark_paragraph(element, paragraph, stamp)
        if paragraph.description_in is not None:
            _remember_properties(element, described, paragraph.description_in, stamp)


def _mark_paragraph(element: etree._Element, planned: Paragraph, stamp: Stamp) -> None:
    """Replace the one run of a paragraph by its pieces, and mark its end."""
    _mark_end(element, planned.mark, stamp)
    if any(piece.side is not Side.BOTH for piece in planned.pieces):
        (run,) = element.findall(f"{_W}r")
        element.remove(run)
        element.extend(_piece_to_run(piece, run, stamp) for piece in planned.pieces)


def _piece_to_run(piece: Piece, model: etree._Element, stamp: Stamp) -> etree._Element:
    """A run with the text of a piece and the properties of ``model``, inside its revision if it is one."""
    run = etree.Element(f"{_W}r")
    run.extend(copy.deepcopy(properties) for properties in model.findall(f"{_W}rPr"))
    text = etree.SubElement(run, _TEXTS[piece.side], {_SPACE: "preserve"})
    text.text = piece.text
    if piece.side is Side.BOTH:
        return run
    revision = stamp.revision(_TAGS[piece.side])
    revision.append(run)
    return revision


def _mark_end(element: etree._Element, side: Side, stamp: Stamp) -> None:
    """Mark the end of a paragraph as one that a single edition has."""
    if side is not Side.BOTH:
        mark = etree.SubElement(_properties(element), f"{_W}rPr")
        mark.append(stamp.revision(_TAGS[side]))


def _remember_properties(element: etree._Element, described: etree._Element, side: Side, stamp: Stamp) -> None:
    """Give a list item the properties of a description in one edition, and its own in the other."""
    listed, text = _properties(element), copy.deepcopy(described)
    change = stamp.revision(f"{_W}pPrChange")
    if side is Side.OLD:
        change.append(text)
        listed.append(change)
    else:
        element.replace(listed, text)
        change.append(listed)
        text.append(change)


def _properties(element: etree._Element) -> etree._Element:
    """The properties of a paragraph, made where it has none."""
    found = element.find(f"{_W}pPr")
    if found is None:
        found = etree.Element(f"{_W}pPr")
        element.insert(0, found)
    return found
