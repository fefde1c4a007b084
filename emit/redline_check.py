"""The tracked-changes document against both editions: what is left of it when changes are accepted or rejected.

Resolves the changes in the written file as a word processor does, with a walk of its own that knows nothing of the
plan, and compares what is left with an edition, text by text. It does not judge looks; the tests do that.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final, NamedTuple

from lxml import etree

from emit.redline_body import NO_SOURCE
from emit.word_check import check_written
from emit.word_package import parts_to_zip
from emit.word_styles import NAMESPACE
from emit.word_words import Words
from transform.comparison import Comparison, Edition, Side
from transform.model import Catalogue

_W: Final = f"{{{NAMESPACE}}}"
_MAIN: Final = "word/document.xml"


class _Tags(NamedTuple):
    """The revisions that go, and those of which the content stays."""

    goes: str
    stays: str


_TAGS: Final = {Side.NEW: _Tags(f"{_W}del", f"{_W}ins"), Side.OLD: _Tags(f"{_W}ins", f"{_W}del")}


def check_redline(data: bytes, comparison: Comparison, words: Words) -> None:
    """Raise ExportDiffers unless accepting gives the new edition and rejecting the old one."""
    old, new = comparison.old, comparison.new
    check_written(resolved(data, Side.OLD), edition_to_catalogue(old, new), words)
    check_written(resolved(data, Side.NEW), edition_to_catalogue(new, old), words)


def edition_to_catalogue(edition: Edition, other: Edition) -> Catalogue:
    """An edition; a title or appendix line that its format cannot hold is that of the other one."""
    title = other.title if edition.title is None else edition.title
    appendix = other.appendix if edition.appendix is None else edition.appendix
    return Catalogue(title=title or "", appendix=appendix or "", source=NO_SOURCE, competences=edition.competences)


def resolved(data: bytes, side: Side) -> bytes:
    """The file without changes: all accepted for the new side, all rejected for the old one."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts[_MAIN])
    tags = _TAGS[side]
    _resolve_rows(root, tags)
    _resolve_runs(root, tags)
    _resolve_ends(root, tags)
    _resolve_properties(root, side)
    parts[_MAIN] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return parts_to_zip(parts)


def _resolve_rows(root: etree._Element, tags: _Tags) -> None:
    for row in list(root.iter(f"{_W}tr")):
        if row.find(f"{_W}trPr/{tags.goes}") is not None:
            _drop(row)
    for revision in root.findall(f".//{_W}trPr/{tags.stays}"):
        _drop(revision)


def _resolve_runs(root: etree._Element, tags: _Tags) -> None:
    for revision in root.findall(f".//{_W}p/{tags.goes}"):
        _drop(revision)
    for revision in root.findall(f".//{_W}p/{tags.stays}"):
        for run in list(revision):
            revision.addprevious(run)
        _drop(revision)
    for text in root.iter(f"{_W}delText"):
        text.tag = f"{_W}t"


def _resolve_ends(root: etree._Element, tags: _Tags) -> None:
    """A paragraph without its end goes on in the next one."""
    for paragraph in list(root.iter(f"{_W}p")):
        mark = paragraph.find(f"{_W}pPr/{_W}rPr")
        gone = mark is not None and mark.find(tags.goes) is not None
        if mark is not None:
            _drop(mark)
        if gone:
            _join_to_next(paragraph)


def _join_to_next(paragraph: etree._Element) -> None:
    """Before a table a paragraph can only go when it is empty, and the last one of a cell not even then."""
    runs, after = paragraph.findall(f"{_W}r"), paragraph.getnext()
    if after is not None and after.tag == f"{_W}p":
        at = 0 if after.find(f"{_W}pPr") is None else 1
        after[at:at] = runs
        _drop(paragraph)
    elif after is not None and not runs:
        _drop(paragraph)


def _resolve_properties(root: etree._Element, side: Side) -> None:
    for change in list(root.iter(f"{_W}pPrChange")):
        now, before = change.getparent(), change[0]
        _drop(change)
        if side is Side.OLD and now is not None:
            now[:] = list(before)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
