"""Text that nobody sees: of the colour of what is behind it, or too small; in Word and in ODT alike."""

from __future__ import annotations

import pytest

from extract.odt import odt_to_document
from tests.extract import raw_odt
from tests.extract.raw_docx import cell, docx, paragraph, row, run, style, table
from tests.extract.word_lines import all_lines, found, read
from transform.document import Document
from transform.findings import Code

WHITE, BLACK = '<w:color w:val="FFFFFF"/>', '<w:color w:val="000000"/>'
DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
STYLES = (
    style("Wit", kind="character", more=f"<w:rPr>{WHITE}</w:rPr>")
    + style("WitAlinea", more=f"<w:rPr>{WHITE}</w:rPr>")
    + style("OpDonker", more=f"<w:pPr>{DARK}</w:pPr><w:rPr>{WHITE}</w:rPr>")
    + style("Kop", kind="table", more=f'<w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr>')
)
SEEN, UNSEEN, DOUBTFUL = None, Code.HIDDEN_TEXT, Code.FAINT_TEXT


def shaded(fill: str, pattern: str = "clear", over: str = "auto") -> str:
    return f'<w:shd w:val="{pattern}" w:color="{over}" w:fill="{fill}"/>'


#: The properties of a run, its paragraph and its cell → what is said of it.
WORD = {
    "white on paper": (WHITE, "", "", UNSEEN),
    "white by its style": ('<w:rStyle w:val="Wit"/>', "", "", UNSEEN),
    "white by the style of its paragraph": ("", '<w:pStyle w:val="WitAlinea"/>', "", UNSEEN),
    "white on white": (WHITE, "", shaded("FFFFFF"), UNSEEN),
    "white in a dark cell": (WHITE, "", DARK, SEEN),
    "white in a dark paragraph": (WHITE, DARK, "", SEEN),
    "white on dark by a style": ("", '<w:pStyle w:val="OpDonker"/>', "", SEEN),
    "white in a white paragraph in a dark cell": (WHITE, shaded("ffffff"), DARK, UNSEEN),
    "white on a dark highlight": (WHITE + '<w:highlight w:val="black"/>', "", "", SEEN),
    "black on a black highlight": (BLACK + '<w:highlight w:val="black"/>', "", "", UNSEEN),
    "black shaded black": (BLACK + shaded("000000"), "", "", UNSEEN),
    "black on solid": (BLACK + shaded("auto", "solid", "000000"), "", "", UNSEEN),
    "black on a pattern": (BLACK + shaded("FFFFFF", "pct50", "000000"), "", "", DOUBTFUL),
    "black on paper": (BLACK, "", "", SEEN),
    "a colour that the program chooses": ('<w:color w:val="auto"/><w:highlight w:val="black"/>', "", "", SEEN),
    "white of the theme": ('<w:color w:val="000000" w:themeColor="background1"/>', "", "", UNSEEN),
    "white of the theme in a dark cell": ('<w:color w:val="000000" w:themeColor="light1"/>', "", DARK, SEEN),
    "grey of the theme": ('<w:color w:val="BFBFBF" w:themeColor="background1" w:themeShade="BF"/>', "", "", SEEN),
    "black of the theme": ('<w:color w:val="FFFFFF" w:themeColor="text1"/>', "", "", SEEN),
    "white on a colour of the theme": (WHITE, "", '<w:shd w:val="clear" w:fill="auto" w:themeFill="dark2"/>', DOUBTFUL),
    "type of a point": ('<w:sz w:val="2"/>', "", "", UNSEEN),
    "small type": ('<w:sz w:val="10"/>', "", "", SEEN),
    "letters without width": ('<w:w w:val="1"/>', "", "", UNSEEN),
    "narrow letters": ('<w:w w:val="60"/>', "", "", SEEN),
}


@pytest.mark.parametrize(("own", "around", "of_cell", "expected"), WORD.values(), ids=WORD.keys())
def test_who_sees_a_text_of_word(own: str, around: str, of_cell: str, expected: Code | None) -> None:
    inner = paragraph(run("a") + run("b", own), around)
    if around.startswith("<w:pStyle"):
        inner = paragraph("a") + paragraph(run("b", own), around)
    document = read(docx(table(row("x", cell(inner, of_cell))), styles=STYLES))
    became = "b" if expected is Code.FAINT_TEXT else ""
    assert found(document) == ([(expected, "b", became)] if expected else [])
    assert [line.text for line in all_lines(document) if line.hidden] == ["b"] * (expected is Code.HIDDEN_TEXT)


def styled(*rows: str, look: str = '<w:tblLook w:val="04A0"/>') -> str:
    """A table whose style has a dark first row."""
    return table(*rows).replace("<w:tblPr/>", f'<w:tblPr><w:tblStyle w:val="Kop"/>{look}</w:tblPr>')


WHITE_CELL = cell(paragraph(run("b", WHITE)))
#: A table, and what is said of the white text in it.
TABLES = {
    "the dark first row of a style": (styled(row(WHITE_CELL), row("c")), SEEN),
    "a row that the style may shade": (styled(row("c"), row(WHITE_CELL)), DOUBTFUL),
    "a first row that is not drawn apart": (
        styled(row(WHITE_CELL), row("c"), look='<w:tblLook w:firstRow="0" w:val="0000"/>'),
        DOUBTFUL,
    ),
    "a dark cell around an inner table": (table(row(cell(table(row(WHITE_CELL)) + "<w:p/>", DARK))), SEEN),
}


@pytest.mark.parametrize(("body", "expected"), TABLES.values(), ids=TABLES.keys())
def test_what_a_table_puts_behind_a_text(body: str, expected: Code | None) -> None:
    assert [finding.code for finding in read(docx(body, styles=STYLES)).findings] == ([expected] if expected else [])


#: What lies behind the text of a page, as one run.
BEHIND = {
    "a picture": '<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>',
    "a shape in a header": '<w:r><w:pict><v:shape style="position:absolute;z-index:-25"/></w:pict></w:r>',
}


@pytest.mark.parametrize("drawing", BEHIND.values(), ids=BEHIND.keys())
def test_where_something_lies_behind_the_text_white_is_read_and_asked_about(drawing: str) -> None:
    document = read(docx(paragraph(run("titel", WHITE)) + paragraph(drawing)))
    assert found(document) == [(Code.FAINT_TEXT, "titel", "titel")]


def test_text_in_a_box_counts_as_seen() -> None:
    inner = paragraph(run("b", WHITE))
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert [finding.code for finding in read(docx(paragraph(run("a") + box))).findings] == [Code.TEXT_BOX]


def text(name: str, properties: str) -> str:
    return raw_odt.style(name, "text", f"<style:text-properties {properties}/>")


def filled(name: str, family: str, fill: str) -> str:
    return raw_odt.style(name, family, f'<style:{family}-properties fo:background-color="{fill}"/>')


ODT_STYLES = (
    text("Wit", 'fo:color="#ffffff"')
    + text("Zwart", 'fo:color="#000000" fo:background-color="#000000"')
    + text("Kies", 'fo:color="#ffffff" style:use-window-font-color="true"')
    + text("Klein", 'fo:font-size="1pt"')
    + filled("Donker", "table-cell", "#1f3864")
    + filled("Blank", "table-cell", "transparent")
    + filled("DonkereAlinea", "paragraph", "#1f3864")
)
#: The style of a span, its paragraph and its cell → what is said of it.
ODT = {
    "white on paper": ("Wit", "Standard", "", UNSEEN),
    "white in a clear cell": ("Wit", "Standard", "Blank", UNSEEN),
    "white in a dark cell": ("Wit", "Standard", "Donker", SEEN),
    "white in a dark paragraph": ("Wit", "DonkereAlinea", "", SEEN),
    "black on black": ("Zwart", "Standard", "", UNSEEN),
    "a colour that the program chooses": ("Kies", "Standard", "", SEEN),
    "type of a point": ("Klein", "Standard", "", UNSEEN),
}


def told(document: Document) -> list[tuple[Code, str]]:
    return [(finding.code, finding.was) for finding in document.findings]


@pytest.mark.parametrize(("own", "around", "of_cell", "expected"), ODT.values(), ids=ODT.keys())
def test_who_sees_a_text_of_odt(own: str, around: str, of_cell: str, expected: Code | None) -> None:
    inner = raw_odt.cell(raw_odt.p("a" + raw_odt.span("b", own), around), f'table:style-name="{of_cell}"')
    document = odt_to_document(raw_odt.odt(raw_odt.table(raw_odt.row("x", inner)), automatic=ODT_STYLES), "t.odt")
    assert told(document) == ([(expected, "b")] if expected else [])


def test_white_on_a_page_with_a_ground_of_its_own_is_asked_about() -> None:
    layout = '<style:page-layout><style:page-layout-properties fo:background-color="#003366"/></style:page-layout>'
    data = raw_odt.odt(raw_odt.p(raw_odt.span("b", "Wit")), automatic=ODT_STYLES + layout)
    assert told(odt_to_document(data, "t.odt")) == [(Code.FAINT_TEXT, "b")]


def test_a_style_without_a_name_is_nobodys() -> None:
    styles = style("", kind="character", more=f"<w:rPr>{WHITE}</w:rPr>")
    assert found(read(docx(paragraph(run("a")), styles=styles))) == []
