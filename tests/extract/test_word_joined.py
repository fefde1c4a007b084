"""Paragraphs of a Word file that are shown as one."""

from __future__ import annotations

import pytest

from tests.extract.raw_docx import abstract, cell, docx, level, listed, num, paragraph, row, run, table
from tests.extract.word_lines import found, markers, read, texts
from transform.findings import Code

HIDDEN_MARK = "<w:rPr><w:vanish/></w:rPr>"
HIDDEN = run("weg", "<w:vanish/>")

#: What stands in a cell → its lines.
JOINED = {
    "a hidden mark": (paragraph("Klant", HIDDEN_MARK) + paragraph("gericht"), ["Klantgericht"]),
    "a mark that parts styles": (paragraph("a", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + paragraph("b"), ["ab"]),
    "a mark that is not hidden": (paragraph("a", '<w:rPr><w:vanish w:val="0"/></w:rPr>') + paragraph("b"), ["a", "b"]),
    "a drop cap": (paragraph("T", '<w:framePr w:dropCap="drop"/>') + paragraph("oont moed."), ["Toont moed."]),
    "a drop cap in the margin": (paragraph("T", '<w:framePr w:dropCap="margin"/>') + paragraph("oont."), ["Toont."]),
    "a frame": (paragraph("a", '<w:framePr w:dropCap="none"/>') + paragraph("b"), ["a", "b"]),
    "the last mark": (paragraph("a") + paragraph("b", HIDDEN_MARK), ["a", "b"]),
    "a hidden mark before a table": (paragraph("a", HIDDEN_MARK) + table(row("b")), ["a", "b"]),
}


@pytest.mark.parametrize(("inner", "lines"), JOINED.values(), ids=JOINED.keys())
def test_paragraphs_that_are_shown_as_one(inner: str, lines: list[str]) -> None:
    document = read(docx(table(row(cell(inner)))))
    assert texts(document) == lines
    assert found(document) == []


def test_a_paragraph_that_is_hidden_with_its_mark_takes_nothing_along() -> None:
    document = read(docx(paragraph(HIDDEN, HIDDEN_MARK) + paragraph("a") + paragraph("b")))
    assert texts(document) == ["a", "weg", "b"]
    assert found(document) == [(Code.HIDDEN_TEXT, "weg", "")]


def test_list_items_that_are_shown_as_one_have_one_marker() -> None:
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    body = paragraph("a", listed(1) + HIDDEN_MARK) + paragraph("b", listed(1)) + paragraph("c", listed(1))
    document = read(docx(body, numbering=numbering))
    assert list(zip(texts(document), markers(document), strict=True)) == [("ab", "1."), ("c", "2.")]
