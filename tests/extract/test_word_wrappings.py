"""The sample in other clothes: what wraps, splits or accompanies its text must not change one line of it."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from extract.word_tree import MC, Element, W
from tests.extract.raw_docx import STRICT, zipped
from tests.extract.word_lines import all_lines, read
from transform.document import Document
from transform.findings import Code

SAMPLE = Path(__file__).parents[2] / "samples" / "bijlage-1b.docx"
DOCUMENT = "word/document.xml"


def sample_files() -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(SAMPLE.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(change: Callable[[Element], None]) -> Document:
    """The sample read after its body was changed."""
    files = sample_files()
    root = etree.fromstring(bytes(files[DOCUMENT]))  # type: ignore[arg-type]
    change(root)
    return read(zipped(files | {DOCUMENT: etree.tostring(root)}))


def wrap(root: Element, tag: str, *around: str) -> None:
    """Put elements around every element of a tag, outermost first."""
    for element in list(root.iter(W + tag)):
        parent = element.getparent()
        assert parent is not None
        at = parent.index(element)
        for name in around:
            wrapper = etree.Element(name)
            parent.insert(at, wrapper)
            parent, at = wrapper, 0
        parent.append(element)


def split_runs(root: Element) -> None:
    """One run for every character."""
    for run in list(root.iter(W + "r")):
        for text in run.findall(W + "t"):
            for character in text.text or "":
                single = etree.Element(W + "r")
                etree.SubElement(single, W + "t").text = character
                etree.SubElement(single, W + "proofErr")
                run.addprevious(single)
            run.remove(text)
            for sign in list(run):
                if sign.tag == W + "br":
                    holder = etree.Element(W + "r")
                    run.addprevious(holder)
                    holder.append(sign)
                    break


def in_custom_xml(root: Element) -> None:
    """Custom XML on every level at which it may stand."""
    for tag in ("r", "p", "tc", "tr"):
        wrap(root, tag, W + "customXml")


def with_fallbacks(root: Element) -> None:
    """Every run as a choice, with itself as the fallback."""
    wrap(root, "r", MC + "AlternateContent", MC + "Choice")
    for choice in list(root.iter(MC + "Choice")):
        fallback = etree.Element(MC + "Fallback")
        fallback.extend(copy.deepcopy(list(choice)))
        choice.addnext(fallback)


def with_removals(root: Element) -> None:
    """Before every run an older version of it, removed."""
    for run in list(root.iter(W + "r")):
        removed = etree.Element(W + "del")
        older = copy.deepcopy(run)
        for text in older.iter(W + "t"):
            text.tag = W + "delText"
        removed.append(older)
        run.addprevious(removed)


def broken_in_removed_marks(root: Element) -> None:
    """Every paragraph with text cut in two at a run of its own, by a paragraph mark that was removed."""
    for paragraph in list(root.iter(W + "p")):
        if paragraph.find(W + "r") is not None:
            before = etree.Element(W + "p")
            properties = etree.SubElement(etree.SubElement(before, W + "pPr"), W + "rPr")
            etree.SubElement(properties, W + "del")
            paragraph.addprevious(before)


def lines_of(document: Document) -> list[tuple[str, str | None, float, bool | None]]:
    return [(line.text, line.marker, line.indent, line.starts_paragraph) for line in all_lines(document)]


CLOTHES: dict[str, Callable[[Element], None]] = {
    "content controls around runs": lambda root: wrap(root, "r", W + "sdt", W + "sdtContent"),
    "content controls around paragraphs": lambda root: wrap(root, "p", W + "sdt", W + "sdtContent"),
    "content controls around cells": lambda root: wrap(root, "tc", W + "sdt", W + "sdtContent"),
    "content controls around rows": lambda root: wrap(root, "tr", W + "sdt", W + "sdtContent"),
    "content controls around tables": lambda root: wrap(root, "tbl", W + "sdt", W + "sdtContent"),
    "links": lambda root: wrap(root, "r", W + "hyperlink"),
    "fields": lambda root: wrap(root, "r", W + "fldSimple"),
    "smart tags in smart tags": lambda root: wrap(root, "r", W + "smartTag", W + "smartTag"),
    "custom XML around everything": in_custom_xml,
    "an unknown namespace": lambda root: wrap(root, "r", "{urn:future}wrapper"),
    "fallbacks": with_fallbacks,
    "removed paragraph marks": broken_in_removed_marks,
    "insertions": lambda root: wrap(root, "r", W + "ins"),
    "moves": lambda root: wrap(root, "r", W + "moveTo"),
    "removals": with_removals,
}
TRACKED = {"removed paragraph marks", "insertions", "moves", "removals"}


@pytest.fixture(scope="module")
def plain() -> Document:
    return read(SAMPLE.read_bytes())


@pytest.mark.parametrize("name", CLOTHES)
def test_clothes_do_not_make_the_document(name: str, plain: Document) -> None:
    document = rewritten(CLOTHES[name])
    assert lines_of(document) == lines_of(plain)
    expected = {Code.TRACKED_CHANGE} if name in TRACKED else set()
    assert {finding.code for finding in document.findings} == expected


def test_a_run_for_every_character(plain: Document) -> None:
    assert lines_of(rewritten(split_runs)) == lines_of(plain)


def test_the_sample_as_an_iso_strict_file(plain: Document) -> None:
    files = sample_files()
    for name, content in files.items():
        text = bytes(content)  # type: ignore[arg-type]
        for transitional, strict in STRICT.items():
            text = text.replace(transitional.encode(), strict.encode())
        files[name] = text
    assert lines_of(read(zipped(files))) == lines_of(plain)
