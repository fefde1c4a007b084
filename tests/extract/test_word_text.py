"""The text of a paragraph: what is text, what is a sign, what only wraps it, what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.raw_docx import cell, docx, paragraph, row, run, strict_docx, style, table
from tests.extract.word_lines import all_lines, found, read, texts
from transform.findings import Code
from transform.place import WordPlace

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = "<w:txbxContent>{content}</w:txbxContent>"
SHAPE = f"<wp:inline><a:graphic><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphic></wp:inline>"


def alternatives(choice: str, fallback: str) -> str:
    return (
        f"<mc:AlternateContent><mc:Choice>{choice}</mc:Choice>"
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


#: The XML inside a paragraph → its lines.
INLINE = {
    "text": (run("Toont inzicht"), ["Toont inzicht"]),
    "a word cut in two runs": (run("Klant") + run("gericht"), ["Klantgericht"]),
    "a spelling mark within a word": (
        run("Klant") + '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1"/>' + run("gericht"),
        ["Klantgericht"],
    ),
    "entities of XML itself": (run("kennis &amp; kunde &#233;n &lt;durf&gt;"), ["kennis & kunde én <durf>"]),
    "a comment in the XML": ("<w:r><w:t>Klant<!-- x -->gericht</w:t></w:r>", ["Klantgericht"]),
    "character data": ("<w:r><w:t><![CDATA[a <b> c]]></w:t></w:r>", ["a <b> c"]),
    "a space without preserve": ("<w:r><w:t>de </w:t></w:r><w:r><w:t>klant</w:t></w:r>", ["de klant"]),
    "XML that was laid out": ("<w:r><w:t>\n  de\n  klant\n</w:t></w:r>", ["de   klant"]),
    "a tab": ("<w:r><w:t>-</w:t><w:tab/><w:t>Luistert</w:t></w:r>", ["-\tLuistert"]),
    "a tab of the layout": ("<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t></w:r>", ["a\tb"]),
    "a line break": ("<w:r><w:t>Integraal</w:t><w:br/><w:t>werken</w:t></w:r>", ["Integraal", "werken"]),
    "a carriage return": ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", ["a", "b"]),
    "two line breaks": ("<w:r><w:t>a</w:t><w:br/><w:br/><w:t>b</w:t><w:br/></w:r>", ["a", "b"]),
    "a page break": ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', ["a", "b"]),
    "hyphens": ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", ["a‑b\u00adc"]),
    "a symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0E8"/><w:t> a</w:t></w:r>', ["\uf0e8 a"]),
    "a symbol in a font of letters": (
        '<w:r><w:sym w:font="Arial" w:char="F028"/><w:t>a</w:t><w:sym w:font="Calibri" w:char="F092"/></w:r>',
        ["(a\u2019"],
    ),
    "a code that no letter has": ('<w:r><w:sym w:font="Arial" w:char="F081"/><w:t>a</w:t></w:r>', ["a"]),
    "a letter by its own code": ('<w:r><w:sym w:font="Arial" w:char="00E9"/><w:t>a</w:t></w:r>', ["éa"]),
    "a symbol in a font that is not known": (
        '<w:r><w:sym w:font="Rijkssymbolen" w:char="F028"/><w:t>a</w:t></w:r>',
        ["\uf028a"],
    ),
    "a symbol without a code": ('<w:r><w:sym w:font="Wingdings" w:char="zz"/><w:t>a</w:t></w:r>', ["a"]),
    "a link": (f'<w:hyperlink r:id="rId9">{run("Wet")}</w:hyperlink>{run(" 1")}', ["Wet 1"]),
    "a simple field": (f'<w:fldSimple w:instr="DATE">{run("3 mei")}</w:fldSimple>', ["3 mei"]),
    "a complex field": (run("Blz. ") + FIELD.format(result=run("7")) + run("."), ["Blz. 7."]),
    "a field without result": (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>XE "x"</w:instrText>'
        '<w:fldChar w:fldCharType="end"/></w:r>' + run("Klant"),
        ["Klant"],
    ),
    "a field that never ends": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("Klant"), ["Klant"]),
    "a field with two separators": (
        FIELD.format(result=run("a") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("b")),
        ["ab"],
    ),
    "a field in a field": (FIELD.format(result=run("1") + FIELD.format(result=run("2"))), ["12"]),
    "a content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Klant')}</w:sdtContent></w:sdt>", ["Klant"]),
    "a smart tag": (f'<w:smartTag w:element="x">{run("Klant")}</w:smartTag>', ["Klant"]),
    "custom XML": (f'<w:customXml w:element="x">{run("Klant")}</w:customXml>', ["Klant"]),
    "text direction": (f'<w:dir w:val="ltr">{run("Klant")}</w:dir>', ["Klant"]),
    "an element of tomorrow": (f'<x:new xmlns:x="urn:x">{run("Klant")}</x:new>', ["Klant"]),
    "alternatives": (
        alternatives(run("nieuw"), run("oud")),
        ["nieuw"],
    ),
    "only a fallback": (
        f"<mc:AlternateContent><mc:Fallback>{run('oud')}</mc:Fallback></mc:AlternateContent>",
        ["oud"],
    ),
    "a formula": ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", ["a+b"]),
    "capitals of the layout": (run("Klant", "<w:caps/>"), ["Klant"]),
    "inserted text": (f"{run('Toont ')}<w:ins>{run('veel ')}</w:ins>{run('moed')}", ["Toont veel moed"]),
    "removed text": (
        f"{run('Toont ')}<w:del><w:r><w:delText>weinig </w:delText></w:r></w:del>{run('moed')}",
        ["Toont moed"],
    ),
    "moved text": (f"<w:moveFrom>{run('a')}</w:moveFrom>{run('b')}<w:moveTo>{run('a')}</w:moveTo>", ["ba"]),
    "inserted, then removed": (f"{run('a')}<w:ins><w:del>{run('b')}</w:del></w:ins>", ["a"]),
    "removed, and inserted in it": (f"{run('a')}<w:del><w:ins>{run('b')}</w:ins></w:del>", ["a"]),
    "earlier looks": (run("a", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), ["a"]),
    "no ink": (run(" \u200b") + "<w:r><w:tab/></w:r>", []),
}


@pytest.mark.parametrize(("content", "expected"), INLINE.values(), ids=INLINE.keys())
def test_what_stands_in_a_paragraph(content: str, expected: list[str]) -> None:
    assert texts(read(docx(paragraph(content)))) == expected


@pytest.mark.parametrize(("content", "expected"), INLINE.values(), ids=INLINE.keys())
def test_strict_files_read_the_same_and_so_do_cells(content: str, expected: list[str]) -> None:
    assert texts(read(strict_docx(table(row(cell(paragraph(content))))))) == expected


def test_only_the_first_line_starts_its_paragraph() -> None:
    lines = list(all_lines(read(docx(paragraph("<w:r><w:br/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>")))))
    assert [(line.text, line.starts_paragraph) for line in lines] == [("a", True), ("b", False)]


@pytest.mark.parametrize(
    ("content", "symbols"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>a</w:t></w:r>', 1),
        (run("l", '<w:rFonts w:ascii="Wingdings"/>') + run(" a"), 1),
        (run("l", '<w:rStyle w:val="Teken"/>') + run(" a"), 1),
        (run("l", '<w:rFonts w:ascii="Arial"/>') + run(" a"), 0),
        (run("a ") + run("l", '<w:rFonts w:hAnsi="Webdings"/>'), 0),
    ],
)
def test_signs_of_a_symbol_font_at_the_start_are_counted(content: str, symbols: int) -> None:
    styles = style("Teken", kind="character", more='<w:rPr><w:rFonts w:ascii="WingDings 2"/></w:rPr>')
    (line,) = all_lines(read(docx(paragraph(content), styles=styles)))
    assert line.symbols == symbols


@pytest.mark.parametrize(
    ("font", "told"),
    [("Wingdings", True), ("WP TypographicSymbols", True), ("Rijkssymbolen", True), ("Verdana", False)],
)
def test_a_sign_of_a_symbol_font_after_text_is_told(font: str, told: bool) -> None:
    content = f'<w:r><w:t>van a </w:t></w:r><w:r><w:sym w:font="{font}" w:char="F0E0"/><w:t> b</w:t></w:r>'
    (line,) = all_lines(read(docx(paragraph(content))))
    assert line.pictured is told


@pytest.mark.parametrize("code", ["F003", "F07F", "F081", "F0A0", "F0AD", "f0e9", "E000", "110000", "F0"])
@pytest.mark.parametrize("font", ["Arial", "Wingdings", "Rijkssymbolen"])
def test_the_books_balance_whatever_the_code_of_a_sign(code: str, font: str) -> None:
    read(docx(paragraph(f'<w:r><w:t>a</w:t><w:sym w:font="{font}" w:char="{code}"/></w:r>')))


@pytest.mark.parametrize(
    ("properties", "size"),
    [('<w:sz w:val="17"/>', 8.5), ('<w:rStyle w:val="Groot"/>', 20.0), ("", 11.0)],
)
def test_the_size_of_the_type(properties: str, size: float) -> None:
    styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    styles += style("Groot", kind="character", more='<w:rPr><w:sz w:val="40"/></w:rPr>')
    (line,) = all_lines(read(docx(paragraph(run("a", properties)), styles=styles)))
    assert line.size == size


HIDING = style("Weg", more="<w:rPr><w:vanish/></w:rPr>") + style(
    "Stil", kind="character", more="<w:rPr><w:vanish/></w:rPr>"
)


@pytest.mark.parametrize(
    ("content", "properties", "shown", "hidden"),
    [
        (run("a") + run("geheim", "<w:vanish/>") + run("b"), "", "ab", "geheim"),
        (run("a") + run("geheim", '<w:rStyle w:val="Stil"/>'), "", "a", "geheim"),
        (run("geheim"), '<w:pStyle w:val="Weg"/>', "", "geheim"),
        (run("a", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Weg"/>', "a", ""),
        (run("a", '<w:rStyle w:val="Stil"/>'), '<w:pStyle w:val="Weg"/>', "a", ""),
        (run("a", "<w:webHidden/>"), "", "a", ""),
    ],
)
def test_hidden_text_is_delivered_outside_the_table(content: str, properties: str, shown: str, hidden: str) -> None:
    document = read(docx(table(row(cell(paragraph(content, properties)))), styles=HIDING))
    assert texts(document) == [text for text in (shown, hidden) if text]
    assert found(document) == ([(Code.HIDDEN_TEXT, hidden, "")] if hidden else [])


def test_text_among_a_fields_instructions_is_hidden_and_not_lost() -> None:
    content = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText></w:r>'
        + FIELD.format(result=run("x"))
        + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("ja")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(docx(paragraph(content)))
    assert texts(document) == ["ja", "x"]
    assert found(document) == [(Code.HIDDEN_TEXT, "x", "")]


def test_a_field_may_run_over_paragraphs() -> None:
    first = paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Inhoud")
    )
    last = paragraph(run("Slot") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert texts(read(docx(first + paragraph("Hoofdstuk") + last))) == ["Inhoud", "Hoofdstuk", "Slot"]


@pytest.mark.parametrize(
    "drawing",
    [
        "<w:drawing>" + SHAPE + "</w:drawing>",
        "<w:pict><v:textbox>" + BOX + "</v:textbox></w:pict>",
        alternatives(f"<w:drawing>{SHAPE}</w:drawing>", f"<w:pict><v:textbox>{BOX}</v:textbox></w:pict>"),
    ],
    ids=["drawing", "vml", "both"],
)
def test_a_text_box_stands_outside_the_text_once(drawing: str) -> None:
    content = run("Klant") + "<w:r>" + drawing.format(content=paragraph("Let op")) + "</w:r>"
    document = read(docx(table(row(cell(paragraph(content)))) + paragraph("Slot")))
    assert texts(document) == ["Klant", "Let op", "Slot"]
    assert found(document) == [(Code.TEXT_BOX, "Let op", "")]


def test_a_field_does_not_run_from_a_box_into_the_text_around_it() -> None:
    begin = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("binnen"))
    box = "<w:r><w:pict>" + BOX.format(content=begin) + "</w:pict></w:r>"
    document = read(docx(paragraph(box + run("buiten") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')))
    assert texts(document) == ["buiten", "binnen"]
    assert [code for code, _was, _became in found(document)] == [Code.TEXT_BOX]


def test_a_box_in_a_box() -> None:
    inner = "<w:r><w:pict>" + BOX.format(content=paragraph("binnen")) + "</w:pict></w:r>"
    outer = "<w:r><w:pict>" + BOX.format(content=paragraph(run("buiten") + inner)) + "</w:pict></w:r>"
    assert texts(read(docx(paragraph(outer)))) == ["buiten", "binnen"]


@pytest.mark.parametrize(
    "drawing",
    [
        '<w:pict><v:shape><v:textpath string="CONCEPT"/></v:shape></w:pict>',
        "<w:drawing><a:p><a:r><a:t>CON</a:t></a:r><a:r><a:t>CEPT</a:t></a:r></a:p></w:drawing>",
    ],
)
def test_the_words_of_a_drawing_are_kept(drawing: str) -> None:
    document = read(docx(paragraph(f"{run('a')}<w:r>{drawing}</w:r>")))
    assert texts(document) == ["a", "CONCEPT"]
    assert found(document) == [(Code.TEXT_BOX, "CONCEPT", "")]


def test_ruby_notes_stand_beside_their_base() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('noot')}</w:rt><w:rubyBase>{run('basis')}</w:rubyBase></w:ruby></w:r>"
    assert [(line.text, line.hidden) for line in all_lines(read(docx(paragraph(ruby))))] == [
        ("basis", False),
        ("noot", True),
    ]


def test_notes_come_after_the_body_and_their_marks_are_no_text() -> None:
    body = paragraph(
        run("Moed") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    )
    footnotes = '<w:footnote w:id="2">' + paragraph("Zie artikel 3") + "</w:footnote>"
    unused = '<w:footnote w:id="-1" w:type="separator">' + paragraph("niet getoond") + "</w:footnote>"
    endnotes = '<w:endnote w:id="1">' + table(row("Slotnoot")) + "</w:endnote>"
    document = read(docx(body + paragraph("Einde"), footnotes=unused + footnotes, endnotes=endnotes))
    assert texts(document) == ["Moed", "Einde", "Zie artikel 3", "Slotnoot"]
    assert found(document) == [(Code.NOTE_TEXT, "Zie artikel 3", ""), (Code.NOTE_TEXT, "Slotnoot", "")]
    assert document.findings[0].place == WordPlace(paragraph=1)
    assert list(all_lines(document))[2].origin == WordPlace(part="word/footnotes.xml", paragraph=1)


#: A run with a reference to a note → the lines of the paragraph, and what is told of its mark.
CHOSEN_MARKS = {
    "a star": ('<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>', "Durf", "*"),
    "a sign": ('<w:footnoteReference w:customMarkFollows="on" w:id="1"/><w:sym w:char="2020"/>', "Durf", "†"),
    "a text that is no mark": ('<w:footnoteReference w:id="1"/><w:t>*</w:t>', "Durf*", ""),
    "a text as long as no mark": (
        '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t> en moed tonen</w:t>',
        "Durf en moed tonen",
        "",
    ),
}


@pytest.mark.parametrize(("content", "text", "mark"), CHOSEN_MARKS.values(), ids=CHOSEN_MARKS.keys())
def test_a_mark_that_was_chosen_for_a_note_is_no_text(content: str, text: str, mark: str) -> None:
    footnotes = f'<w:footnote w:id="1">{paragraph("Noot.")}</w:footnote>'
    document = read(docx(paragraph(run("Durf") + f"<w:r>{content}</w:r>"), footnotes=footnotes))
    assert texts(document) == [text, *filter(None, [mark]), "Noot."]
    assert [line.hidden for line in all_lines(document)][1:-1] == [True] * bool(mark)
    assert {(code, was) for code, was, _ in found(document)} == {
        (Code.NOTE_TEXT, was) for was in {mark, "Noot."} - {""}
    }


def test_a_note_that_two_marks_refer_to_is_delivered_once() -> None:
    body = paragraph(run("Moed") + '<w:r><w:footnoteReference w:id="2"/></w:r>') * 2
    document = read(docx(body, footnotes='<w:footnote w:id="2">' + paragraph("noot") + "</w:footnote>"))
    assert texts(document) == ["Moed", "Moed", "noot"]


def test_a_note_of_removed_text_is_gone() -> None:
    body = paragraph(run("Moed") + '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>')
    footnotes = '<w:footnote w:id="2">' + paragraph("weg") + "</w:footnote>"
    assert texts(read(docx(body, footnotes=footnotes))) == ["Moed"]


def test_comments_are_reported_and_no_text() -> None:
    body = paragraph(run("Moed") + '<w:r><w:commentReference w:id="0"/></w:r>')
    comments = '<w:comment w:id="0">' + paragraph("klopt dit?") + "</w:comment>"
    document = read(docx(body, comments=comments))
    assert texts(document) == ["Moed"]
    assert found(document) == [(Code.COMMENT, "klopt dit?", "")]


def test_headers_and_footers_come_last_and_once() -> None:
    section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    body = paragraph("a", section) + paragraph("b") + section
    header = table(row("links", "rechts"))
    document = read(docx(body, header1=header, footer1=paragraph("Pagina 1")))
    assert texts(document) == ["a", "b", "links", "rechts", "Pagina 1"]
    assert list(all_lines(document))[-1].origin == WordPlace(part="word/footer1.xml", paragraph=1)


@given(words=st.lists(st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"))), min_size=1))
def test_no_character_is_lost_however_the_runs_are_cut(words: list[str]) -> None:
    content = "".join(run(w.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) for w in words)
    document = read(docx(paragraph(content)))
    assert "".join(texts(document)).strip() == "".join(words).strip() or not "".join(words).strip()


# Raised, and struck through

SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'
LOOKS = style("Hoog", kind="character", more=f"<w:rPr>{SUPERSCRIPT}</w:rPr>") + style(
    "Streep", kind="character", more="<w:rPr><w:strike/></w:rPr>"
)


LIFTED = '<w:position w:val="10"/><w:sz w:val="12"/>'


@pytest.mark.parametrize("properties", [SUPERSCRIPT, '<w:rStyle w:val="Hoog"/>', LIFTED])
def test_what_is_raised_in_a_line(properties: str) -> None:
    content = run("klant") + run("1", properties) + run(" en ") + "<w:r><w:br/></w:r>" + run("m") + run("2", properties)
    lines = all_lines(read(docx(paragraph(content), styles=LOOKS)))
    assert [[(r.start, r.end) for r in line.raised] for line in lines] == [[(5, 6)], [(1, 2)]]


def test_a_number_in_much_smaller_type_right_behind_a_word_is_raised() -> None:
    small, content = '<w:sz w:val="11"/>', [run("klant", '<w:sz w:val="20"/>'), " 2", "a", "100"]
    for text, raised in (("1", [(5, 6)]), *((other, []) for other in content[1:])):
        (line,) = all_lines(read(docx(paragraph(content[0] + run(text, small) + run(" is")))))
        assert [(r.start, r.end) for r in line.raised] == raised


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vertAlign w:val="subscript"/>',
        '<w:vertAlign w:val="baseline"/>',
        '<w:position w:val="-10"/><w:sz w:val="12"/>',
        '<w:position w:val="2"/><w:sz w:val="12"/>',
        '<w:position w:val="10"/>',
        "",
    ],
)
def test_what_is_not_raised(properties: str) -> None:
    (line,) = all_lines(read(docx(paragraph(run("klant") + run("1", properties)))))
    assert line.raised == ()


def test_a_line_that_is_raised_altogether_is_a_line() -> None:
    (line,) = all_lines(read(docx(paragraph(run("klant", SUPERSCRIPT)))))
    assert line.raised == ()


@pytest.mark.parametrize("properties", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="Streep"/>'])
def test_text_that_is_struck_through_stays_and_is_reported(properties: str) -> None:
    content = run("De ") + run("afnemer", properties) + run(" klant", '<w:strike w:val="0"/>')
    document = read(docx(paragraph(content), styles=LOOKS))
    assert texts(document) == ["De afnemer klant"]
    assert found(document) == [(Code.STRUCK_TEXT, "afnemer", "afnemer")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (run("Durf") + run(" basis", '<w:sz w:val="12"/>'), [" basis"]),
        (run("Durf") + run(" basis", '<w:sz w:val="18"/>'), []),
        (run("Durf") + run(" 2", '<w:sz w:val="12"/>'), []),
        (run("Durf") + run("en", SUPERSCRIPT + '<w:sz w:val="12"/>'), []),
        (run("Durf") + "<w:r><w:br/></w:r>" + run("basis", '<w:sz w:val="12"/>'), []),
    ],
    ids=["smaller", "hardly smaller", "a figure", "raised, which is told otherwise", "on a line of its own"],
)
def test_words_in_smaller_type_within_a_line_of_a_cell_are_told(content: str, told: list[str]) -> None:
    within, outside = (read(docx(body)).findings for body in (table(row(cell(paragraph(content)))), paragraph(content)))
    assert [finding.was for finding in within if finding.code is Code.ADDED_WORDS] == told
    assert Code.ADDED_WORDS not in [finding.code for finding in outside]
