"""Tracked changes: read as accepted, and every one reported."""

from __future__ import annotations

import pytest

from tests.extract.raw_docx import abstract, cell, docx, level, listed, num, paragraph, row, run, table
from tests.extract.word_lines import all_lines, found, read, texts
from transform.findings import Code
from transform.place import WordPlace


def removed(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def added(text: str) -> str:
    return f"<w:ins>{run(text)}</w:ins>"


MARK_REMOVED, MARK_ADDED = "<w:rPr><w:del/></w:rPr>", "<w:rPr><w:ins/></w:rPr>"
MARK_MOVED = "<w:rPr><w:moveFrom/></w:rPr>"

#: The body → its lines, and (was, became) of every change.
CHANGES = {
    "added": (paragraph(run("Toont ") + added("veel ") + run("moed")), ["Toont veel moed"], [("", "veel ")]),
    "removed": (paragraph(run("Toont ") + removed("veel ")), ["Toont "], [("veel ", "")]),
    "replaced": (paragraph(removed("oud") + added("nieuw")), ["nieuw"], [("oud", "nieuw")]),
    "two changes": (
        paragraph(added("a") + run("b") + removed("c")),
        ["ab"],
        [("", "a"), ("c", "")],
    ),
    "a change in the middle of a word": (
        paragraph(run("Klant") + removed("en") + added("ge") + run("richt")),
        ["Klantgericht"],
        [("en", "ge")],
    ),
    "a paragraph mark removed": (
        paragraph("Toont ", MARK_REMOVED) + paragraph("moed"),
        ["Toont moed"],
        [("¶", "")],
    ),
    "a paragraph mark moved away": (paragraph("a", MARK_MOVED) + paragraph("b"), ["ab"], [("¶", "")]),
    "three paragraphs made one": (
        paragraph("a", MARK_REMOVED) + paragraph("b", MARK_REMOVED) + paragraph("c") + paragraph("d"),
        ["abc", "d"],
        [("¶", ""), ("¶", "")],
    ),
    "a whole paragraph removed": (
        paragraph("a") + paragraph(removed("b"), MARK_REMOVED) + paragraph("c"),
        ["a", "c"],
        [("b¶", "")],
    ),
    "a whole paragraph added": (
        paragraph("a") + paragraph(added("b"), MARK_ADDED) + paragraph("c"),
        ["a", "b", "c"],
        [("", "b¶")],
    ),
    "the last mark of a body": (paragraph("a", MARK_REMOVED), ["a"], [("¶", "")]),
    "a mark before a table": (
        paragraph("a", MARK_REMOVED) + table(row("b")),
        ["a", "b"],
        [("¶", "")],
    ),
    "a field removed": (
        paragraph(run("a") + '<w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>PAGE'
                  '</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>3'
                  '</w:delText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'),
        ["a"],
        [("3", "")],
    ),
    "a row removed": (
        table(row("a"), row(cell(paragraph(removed("b"))), properties="<w:del/>")),
        ["a"],
        [("b", "")],
    ),
    "a row added": (table(row(cell("a"), cell("b"), properties="<w:ins/>")), ["a", "b"], [("", "a b")]),
    "a cell removed": (table(row("a", cell("b", "<w:cellDel/>"))), ["a"], [("b", "")]),
    "looks changed": (
        paragraph(run("a", "<w:rPrChange><w:rPr/></w:rPrChange>"), "<w:pPrChange><w:pPr/></w:pPrChange>"),
        ["a"],
        [],
    ),
    "removed text outside a change": (paragraph("<w:r><w:delText>a</w:delText><w:t>b</w:t></w:r>"), ["b"], [("a", "")]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "lines", "changes"), CHANGES.values(), ids=CHANGES.keys())
def test_changes_are_accepted_and_reported(body: str, lines: list[str], changes: list[tuple[str, str]]) -> None:
    document = read(docx(body))
    assert texts(document) == lines
    assert found(document) == [(Code.TRACKED_CHANGE, was, became) for was, became in changes]


def test_a_change_is_reported_where_it_stands() -> None:
    document = read(docx(table(row("a", cell(paragraph("b") + paragraph(added("c")))))))
    assert document.findings[0].place == WordPlace(table=1, row=1, cell=2, paragraph=2)


def test_paragraphs_joined_have_the_properties_of_the_mark_that_remains() -> None:
    numbering = abstract(0, level(0, "bullet", "-")) + num(1, 0)
    body = paragraph("Intro ", MARK_REMOVED) + paragraph("item", listed(1))
    assert [line.marker for line in all_lines(read(docx(body, numbering=numbering)))] == ["-"]


def test_a_box_in_removed_text_is_gone() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('weg')}</w:txbxContent></w:pict></w:r>"
    assert texts(read(docx(paragraph(run("a") + f"<w:del>{box}</w:del>")))) == ["a"]
