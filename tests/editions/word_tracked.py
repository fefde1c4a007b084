"""Tracked changes of a Word file: accepted, every field is what it was.

Each is a change to the XML of a body, whichever engine wrote it.
"""

from __future__ import annotations

import copy
from typing import Final

from extract.word_tree import Element, W
from tests.editions.word_xml import (
    FOREIGN,
    Change,
    all_of,
    catalogue_rows,
    element,
    mark_properties,
    remove,
    row_properties,
    split_runs,
    table_paragraphs,
    text_run,
    wrap,
)


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
        runs = [child for child in paragraph if child.tag != W + "pPr"]
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
            remove(merge)
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
        runs = [child for child in paragraph if child.tag != W + "pPr"]
        mark_properties(first).append(_changed("del"))
        first.extend(runs[: len(runs) // 2])


def tracked_formatting(root: Element) -> None:
    """Properties that were changed: what they were, a list among it, is remembered beside them."""
    for name in ("pPr", "rPr", "trPr", "tcPr"):
        for properties in all_of(root, name):
            before = element("numPr", element("numId", val="1")) if name == "pPr" else element("vanish")
            kept = {"pPr": [before], "rPr": [before]}.get(name, [])
            properties.append(_changed(f"{name}Change", element(name, *kept)))


TRACKED: Final[dict[str, Change]] = {
    "tracked insertions": insertions,
    "tracked deletions": deletions,
    "tracked moves": moves,
    "tracked rows": rows_added,
    "tracked rows removed": rows_removed,
    "tracked paragraph marks": marks_added,
    "tracked paragraph marks removed": marks_removed,
    "tracked cells": cells_added,
    "tracked formatting": tracked_formatting,
}
