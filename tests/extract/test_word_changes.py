"""Tracked changes: read as accepted, and every one reported; or as rejected, which gives the edition before them."""

from __future__ import annotations

import pytest

from tests.extract.raw_docx import abstract, cell, docx, level, listed, num, paragraph, row, run, table
from tests.extract.word_lines import all_lines, found, grid, read, tables, texts
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


#: The same bodies → their lines before the changes.
BEFORE = {
    "added": ["Toont moed"],
    "removed": ["Toont veel "],
    "replaced": ["oud"],
    "two changes": ["bc"],
    "a change in the middle of a word": ["Klantenricht"],
    "a paragraph mark removed": ["Toont ", "moed"],
    "a paragraph mark moved away": ["a", "b"],
    "three paragraphs made one": ["a", "b", "c", "d"],
    "a whole paragraph removed": ["a", "b", "c"],
    "a whole paragraph added": ["a", "c"],
    "the last mark of a body": ["a"],
    "a mark before a table": ["a", "b"],
    "a field removed": ["a3"],
    "a row removed": ["a", "b"],
    "a row added": [],
    "a cell removed": ["a", "b"],
    "looks changed": ["a"],
    "removed text outside a change": ["ab"],
}

MARK_CAME = "<w:rPr><w:moveTo/></w:rPr>"


def both(first: str, second: str) -> str:
    """A row that was added by one and removed by another."""
    return table(row("a"), row(first, second, properties="<w:ins/><w:del/>"))


#: The body → its lines when changes are accepted, and when they are rejected.
EITHER_WAY = {
    "a paragraph cut in two": (paragraph("Toont ", MARK_ADDED) + paragraph("moed"), ["Toont ", "moed"], ["Toont moed"]),
    "a paragraph after the last": (
        paragraph("a", MARK_ADDED) + paragraph(added("b")),
        ["a", "b"],
        ["a"],
    ),
    "text moved": (
        paragraph(f"<w:moveFrom>{run('a')}</w:moveFrom>" + run("b") + f"<w:moveTo>{run('a')}</w:moveTo>"),
        ["ba"],
        ["ab"],
    ),
    "a paragraph moved": (
        paragraph(f"<w:moveFrom>{run('a')}</w:moveFrom>", MARK_MOVED)
        + paragraph("b")
        + paragraph(f"<w:moveTo>{run('a')}</w:moveTo>", MARK_CAME)
        + paragraph("c"),
        ["b", "a", "c"],
        ["a", "b", "c"],
    ),
    "added by one and removed by another": (
        paragraph(run("a") + "<w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>"),
        ["a"],
        ["a"],
    ),
    "a mark added by one and removed by another": (
        paragraph("a", "<w:rPr><w:ins/><w:del/></w:rPr>") + paragraph("b"),
        ["ab"],
        ["ab"],
    ),
    "a row added by one and removed by another": (both("b", "c"), ["a"], ["a"]),
    "a cell added": (table(row("a", cell("b", "<w:cellIns/>"))), ["a", "b"], ["a"]),
    "a field added": (
        paragraph(run("a") + '<w:ins><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE'
                  '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3'
                  '</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:ins>'),
        ["a3"],
        ["a"],
    ),
    "text hidden by a change": (
        paragraph(run("a") + run("b", "<w:vanish/><w:rPrChange><w:rPr/></w:rPrChange>")),
        ["a", "b"],
        ["ab"],
    ),
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


@pytest.mark.parametrize("name", CHANGES)
def test_changes_are_rejected_without_a_word(name: str) -> None:
    document = read(docx(CHANGES[name][0]), "rejected")
    assert texts(document) == BEFORE[name]
    assert not document.findings


@pytest.mark.parametrize(("body", "after", "before"), EITHER_WAY.values(), ids=EITHER_WAY.keys())
def test_changes_are_read_either_way(body: str, after: list[str], before: list[str]) -> None:
    assert texts(read(docx(body))) == after
    assert texts(read(docx(body), "rejected")) == before


LIST = abstract(0, level(0, "bullet", "-")) + num(1, 0)


def remembered(properties: str = "") -> str:
    return f"<w:pPrChange><w:pPr>{properties}</w:pPr></w:pPrChange>"


@pytest.mark.parametrize(
    ("properties", "after", "before"),
    [
        (listed(1) + remembered(), "-", None),
        (remembered(listed(1)), None, "-"),
        (listed(1).replace("</w:numPr>", "<w:ins/></w:numPr>"), "-", None),
        (listed(1) + "<w:pPrChange/>", "-", "-"),
        (MARK_ADDED + remembered(listed(1)), None, "-"),
    ],
)
def test_a_marker_that_came_or_went_with_a_change(properties: str, after: str | None, before: str | None) -> None:
    data = docx(paragraph("a", properties), numbering=LIST)
    assert [line.marker for line in all_lines(read(data))] == [after]
    assert [line.marker for line in all_lines(read(data, "rejected"))] == [before]


def test_a_list_item_split_off_a_paragraph_gives_its_text_back_without_a_marker() -> None:
    """Rejecting takes away the mark in between; the one that remains remembers what it belonged to."""
    body = paragraph("Tekst.", MARK_ADDED) + paragraph(added("Een."), listed(1) + remembered())
    data = docx(body, numbering=LIST)
    assert [(line.text, line.marker) for line in all_lines(read(data))] == [("Tekst.", None), ("Een.", "-")]
    assert [(line.text, line.marker) for line in all_lines(read(data, "rejected"))] == [("Tekst.", None)]


@pytest.mark.parametrize(
    ("merge", "after", "before"),
    [
        ('<w:cellMerge w:vMerge="cont"/>', "^", ""),
        ('<w:cellMerge w:vMergeOrig="cont"/>', "", "^"),
        ('<w:cellMerge w:vMerge="rest" w:vMergeOrig="cont"/>', "", "^"),
        ("<w:vMerge/><w:tcPrChange><w:tcPr/></w:tcPrChange>", "^", ""),
    ],
)
def test_cells_merged_by_a_change(merge: str, after: str, before: str) -> None:
    upper = cell("a", '<w:vMerge w:val="restart"/>')
    data = docx(table(row(upper), row(cell(paragraph(""), merge))))
    for document, expected in ((read(data), after), (read(data, "rejected"), before)):
        assert grid(tables(document)[0])[1] == [(0, 1, expected)]


def test_a_note_is_read_where_its_reference_was() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph(run("noot ") + added("nieuw") + removed("oud"))}</w:footnote>'
    went = docx(paragraph(run("a") + f"<w:del>{reference}</w:del>"), footnotes=note)
    came = docx(paragraph(run("a") + f"<w:ins>{reference}</w:ins>"), footnotes=note)
    assert [texts(read(data)) for data in (went, came)] == [["a"], ["a", "noot nieuw"]]
    assert [texts(read(data, "rejected")) for data in (went, came)] == [["a", "noot oud"], ["a"]]


RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_a_merged_cell_that_began_in_a_removed_row_goes_on_from_none_further_up() -> None:
    body = table(
        row(cell("Moedig", RESTART), "Durf"),
        row(cell("Kalm", RESTART), "Weg", properties="<w:del/>"),
        row(cell("", GOES_ON), "Rust"),
        row(cell("", GOES_ON), "Vrede"),
    )
    document = read(docx(body))
    (read_table,) = tables(document)
    assert [cells[0] for cells in grid(read_table)] == [(0, 1, "Moedig"), (0, 1, ""), (0, 1, "^")]
    places = {f.place: f.was for f in document.findings if f.code is Code.TRACKED_CHANGE}
    assert places[WordPlace(table=1, row=2, cell=1)] == "Kalm"


def test_a_removed_row_amid_a_merged_cell_parts_nothing() -> None:
    body = table(
        row(cell("Moedig", RESTART), "Durf"),
        row(cell("", GOES_ON), "Weg", properties="<w:del/>"),
        row(cell("", GOES_ON), "Lef"),
    )
    (read_table,) = tables(read(docx(body)))
    assert [cells[0] for cells in grid(read_table)] == [(0, 1, "Moedig"), (0, 1, "^")]
