"""Pictures and objects in a table or after it: told where they may hold words, in Word and in ODT alike."""

from __future__ import annotations

import pytest

from extract.odt import odt_to_document
from extract.pictures import may_hold_words
from tests.extract import raw_odt
from tests.extract.raw_docx import cell, docx, paragraph, row, run, strict_docx, table
from tests.extract.word_lines import read
from transform.document import Document
from transform.findings import Code
from transform.place import WordPlace

#: Width and height in points, amid type of 10 points → whether the picture may hold words.
MEASURES = {
    "a bullet": (6.0, 6.0, False),
    "an icon of a line and a half": (18.0, 18.0, False),
    "a word": (60.0, 12.0, True),
    "a rule": (400.0, 2.0, False),
    "a drawing": (100.0, 60.0, True),
    "no measures": (None, None, True),
}


@pytest.mark.parametrize(("width", "height", "expected"), MEASURES.values(), ids=MEASURES.keys())
def test_what_is_more_than_a_sign(width: float | None, height: float | None, expected: bool) -> None:
    assert may_hold_words(width, height, 10.0) is expected


def drawn(points: int, *, kind: str = "inline", inner: str = "<a:blip/>", uri: str = "…/picture") -> str:
    """A run with a drawing as wide as it is high."""
    extent = f'<wp:extent cx="{points * 12700}" cy="{points * 12700}"/>'
    graphic = f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:{kind}>{extent}{graphic}</wp:{kind}></w:drawing></w:r>"


def shape(style: str) -> str:
    """A run with a picture as older programs write it."""
    return f'<w:r><w:pict><v:shape style="{style}"><v:imagedata/></v:shape></w:pict></w:r>'


#: A run in a cell → how many pictures are told.
WORD = {
    "a picture": (drawn(60), 1),
    "an icon": (drawn(12), 0),
    "a picture beside the text": (drawn(60, kind="anchor"), 1),
    "a shape without a picture": (drawn(60, inner="<a:solidFill/>", uri="…/shape"), 0),
    "a diagram, whose words are in another part": (drawn(60, inner="", uri="…/2006/diagram"), 1),
    "handwriting": (drawn(60, inner="", uri="…/2010/wordprocessingInk"), 1),
    "a picture in VML": (shape("position:absolute;width:60pt;height:1in"), 1),
    "an icon in VML": (shape("width:8pt;height:8pt"), 0),
    "a picture in VML without measures": (shape(""), 1),
    "an object": ('<w:r><w:object><v:shape style="width:90pt;height:20pt"/></w:object></w:r>', 1),
    "a picture that was removed": (f"<w:del>{drawn(60)}</w:del>", 0),
    "a picture that is hidden": (drawn(60).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"), 0),
    "a large picture amid large type": (drawn(60).replace("<w:r>", '<w:r><w:rPr><w:sz w:val="100"/></w:rPr>'), 0),
}


def pictures(document: Document) -> list[object]:
    """The places of the pictures that are told."""
    return [finding.place for finding in document.findings if finding.code is Code.PICTURE]


@pytest.mark.parametrize(("content", "times"), WORD.values(), ids=WORD.keys())
@pytest.mark.parametrize("package", [docx, strict_docx])
def test_a_picture_in_a_cell_of_word(package: type, content: str, times: int) -> None:
    document = read(package(table(row("a", cell(paragraph(run("b") + content))))))
    assert pictures(document) == [WordPlace(table=1, row=1, cell=2, paragraph=1)] * times


def test_a_picture_before_all_tables_may_be_the_title_and_one_after_a_table_may_be_more_of_it() -> None:
    body = paragraph(drawn(60)) + table(row("a")) + paragraph(drawn(60))
    found = read(docx(body)).findings
    assert [(f.place, f.field) for f in found] == [(WordPlace(paragraph=1), "title"), (WordPlace(paragraph=2), None)]


def framed(measures: str, inner: str = "<draw:image/>") -> str:
    return f"<draw:frame {measures}>{inner}</draw:frame>"


LARGE, SMALL = 'svg:width="3cm" svg:height="2cm"', 'svg:width="0.4cm" svg:height="0.4cm"'
#: What stands in a paragraph of a cell → how many pictures are told.
ODT = {
    "a picture": (framed(LARGE), 1),
    "an icon": (framed(SMALL), 0),
    "a picture without measures": (framed(""), 1),
    "an object": (framed(LARGE, "<draw:object/><draw:image/>"), 1),
    "a picture behind a link": (f"<draw:a>{framed(LARGE)}</draw:a>", 1),
    "a text box": (framed(LARGE, f"<draw:text-box>{raw_odt.p('x')}</draw:text-box>"), 0),
    "a picture in a text box": (framed(LARGE, f"<draw:text-box>{raw_odt.p(framed(LARGE))}</draw:text-box>"), 1),
}


@pytest.mark.parametrize(("content", "times"), ODT.values(), ids=ODT.keys())
def test_a_picture_in_a_cell_of_odt(content: str, times: int) -> None:
    data = raw_odt.odt(raw_odt.table(raw_odt.row("a", raw_odt.cell(raw_odt.p("b" + content)))))
    assert pictures(odt_to_document(data, "t.odt")) == [WordPlace(table=1, row=1, cell=2, paragraph=1)] * times


def test_a_picture_after_a_table_of_odt() -> None:
    picture = raw_odt.p(framed(LARGE))
    document = odt_to_document(raw_odt.odt(picture + raw_odt.table(raw_odt.row("a")) + picture), "t.odt")
    assert pictures(document) == [WordPlace(paragraph=1), WordPlace(paragraph=2)]
