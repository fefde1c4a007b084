"""OpenDocument texts: the same types as from Word, nothing lost, everything beside the text reported."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from extract.file import file_to_document
from tests.catalogues import gold_catalogue
from tests.conftest import REQUIRE_LIBREOFFICE
from tests.editions.invented import invented_catalogue
from tests.editions.judging import Judgement, Verdict, judge
from tests.extract.raw_docx import zipped
from tests.extract.raw_odt import (
    MIMETYPE,
    bullet_level,
    cell,
    list_style,
    listed,
    number_level,
    odt,
    p,
    part,
    row,
    span,
    style,
    table,
)
from tests.extract.word_lines import all_lines, delivered, found, grid, held, markers, tables, texts
from transform.document import Document, Line, Table
from transform.errors import CatalogusError, Damaged, Encrypted, UnsafeXml
from transform.findings import Code
from transform.model import Catalogue
from transform.place import WordPlace

SAMPLE = Path(__file__).parents[2] / "samples" / "bijlage-1b.docx"


def read(data: bytes) -> Document:
    """An OpenDocument text read; its books must balance, whatever else a test looks at."""
    document = file_to_document(data, "test.odt")
    assert document.source.format == "odt"
    assert Counter(held(document)) == delivered(document)
    return document


TEXT_STYLES = (
    style("Weg", "text", '<style:text-properties text:display="none"/>')
    + style("Teken", "text", '<style:text-properties style:font-name="Wingdings"/>')
    + style("Vet", "text", '<style:text-properties fo:font-weight="bold"/>')
    + style("Groot", "paragraph", '<style:text-properties fo:font-size="14pt"/>')
    + style("Verborgen", "paragraph", '<style:text-properties text:display="none"/>')
)
BOX = f"<draw:frame><draw:text-box>{p('in een kader')}</draw:text-box><svg:desc>plaatje</svg:desc></draw:frame>"
NOTE = (
    f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('een noot')}</text:note-body></text:note>"
)
COMMENT = f"<office:annotation><dc:creator>Jan</dc:creator>{p('klopt dit?')}</office:annotation>"

#: The XML inside a paragraph → all lines.
INLINE = {
    "text": ("Toont inzicht", ["Toont inzicht"]),
    "a word cut in two spans": ("Klant" + span("gericht", "Vet"), ["Klantgericht"]),
    "text between spans": (span("a", "Vet") + "b" + span("c", "Vet") + "d", ["abcd"]),
    "white space of the XML": ("\n  de \n " + span(" klant", "Vet"), ["de klant"]),
    "spaces that are meant": ('a<text:s text:c="3"/>b', ["a   b"]),
    "a tab": ("-<text:tab/>Luistert", ["-\tLuistert"]),
    "a line break": ("Integraal<text:line-break/>werken", ["Integraal", "werken"]),
    "a page break of the layout": ("a<text:soft-page-break/>b", ["ab"]),
    "hyphens": ("a\u2011b\u00adc", ["a\u2011b\u00adc"]),
    "a link": ('<text:a xlink:href="x">Wet</text:a> 1', ["Wet 1"]),
    "a field": ("Blz. <text:page-number>7</text:page-number>.", ["Blz. 7."]),
    "a bookmark": ('Klant<text:bookmark text:name="x"/>gericht', ["Klantgericht"]),
    "an element of tomorrow": ('<x:new xmlns:x="urn:x">Klant</x:new>gericht', ["Klantgericht"]),
    "a comment": (f"a{COMMENT}b", ["ab"]),
    "a note": (f"a{NOTE}b", ["ab", "een noot"]),
    "a box": (f"a{BOX}b", ["ab", "in een kader"]),
    "a shape": (f"a<draw:rect>{p('in een vorm')}</draw:rect>b", ["ab", "in een vorm"]),
    "ruby": ("<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>", ["a", "b"]),
    "hidden text": ("a" + span("weg", "Weg") + "b", ["ab", "weg"]),
    "a hidden field": ('a<text:hidden-text text:is-hidden="true">weg</text:hidden-text>', ["a", "weg"]),
    "no ink": (" <text:tab/>", []),
}


@pytest.mark.parametrize(("content", "expected"), INLINE.values(), ids=INLINE.keys())
def test_what_stands_in_a_paragraph(content: str, expected: list[str]) -> None:
    assert texts(read(odt(p(content), automatic=TEXT_STYLES))) == expected
    assert texts(read(odt(table(row(cell(p(content)), "")), automatic=TEXT_STYLES))) == expected


@pytest.mark.parametrize(
    ("content", "findings"),
    [
        (f"a{COMMENT}", [(Code.COMMENT, "klopt dit?", "")]),
        (f"a{NOTE}", [(Code.NOTE_TEXT, "een noot", "")]),
        (f"a{BOX}", [(Code.TEXT_BOX, "in een kader", "")]),
        ("a" + span("weg", "Weg"), [(Code.HIDDEN_TEXT, "weg", "")]),
        ('a<draw:object xlink:href="./Object 1"/>', [(Code.TEXT_BOX, "./Object 1", "")]),
    ],
)
def test_what_is_beside_the_text_is_reported(content: str, findings: list[tuple[Code, str, str]]) -> None:
    assert found(read(odt(p(content), automatic=TEXT_STYLES))) == findings


def test_a_hidden_paragraph_and_a_hidden_section_are_reported() -> None:
    section = f'<text:section text:display="none">{p("b")}</text:section>'
    document = read(odt(p("a", "Verborgen") + section, automatic=TEXT_STYLES))
    assert found(document) == [(Code.HIDDEN_TEXT, "a", ""), (Code.HIDDEN_TEXT, "b", "")]


HIDDEN = '<text:section text:display="none">'
SHOWN = '<text:section text:display="condition" text:condition="x">'
HIDES = '<text:section text:display="condition" text:condition="x" text:is-hidden="true">'


@pytest.mark.parametrize("section", [HIDDEN, HIDES])
def test_a_section_that_is_not_shown_is_delivered_outside_the_table(section: str) -> None:
    inner = f"{section}{p('b')}{table(row('c'), columns=1)}</text:section>"
    document = read(odt(table(row(cell(p("a") + inner), "d"), columns=2) + inner))
    assert grid(tables(document)[0]) == [[(0, 1, "a"), (1, 1, "d")]]
    assert [(code, was) for code, was, _ in found(document)] == [(Code.HIDDEN_TEXT, was) for was in "bcbc"]


def test_a_section_whose_condition_shows_it_is_text() -> None:
    document = read(odt(table(row(cell(p("a") + f"{SHOWN}{p('b')}</text:section>")), columns=1)))
    assert grid(tables(document)[0]) == [[(0, 1, "a|b")]]
    assert found(document) == []


def test_letters_of_a_symbol_font_are_signs() -> None:
    (line,) = all_lines(read(odt(p(span("l", "Teken") + " a", "Groot"), automatic=TEXT_STYLES)))
    assert (line.text, line.symbols, line.size) == ("l a", 1, 14.0)


RAISED = style("Hoog", "text", '<style:text-properties style:text-position="super 58%"/>')
LIFTED = style("Hoog", "text", '<style:text-properties style:text-position="33% 58%"/>')
LOWERED = style("Hoog", "text", '<style:text-properties style:text-position="-33% 58%"/>')
STRUCK = style("Streep", "text", '<style:text-properties style:text-line-through-style="solid"/>')


@pytest.mark.parametrize(("looks", "raised"), [(RAISED, [(5, 6)]), (LIFTED, [(5, 6)]), (LOWERED, []), ("", [])])
def test_what_is_raised_in_a_line(looks: str, raised: list[tuple[int, int]]) -> None:
    (line,) = all_lines(read(odt(p("klant" + span("1", "Hoog") + " en"), automatic=looks)))
    assert [(r.start, r.end) for r in line.raised] == raised


def test_text_that_is_struck_through_stays_and_is_reported() -> None:
    document = read(odt(p("De " + span("afnemer", "Streep") + " klant"), automatic=STRUCK))
    assert texts(document) == ["De afnemer klant"]
    assert found(document) == [(Code.STRUCK_TEXT, "afnemer", "afnemer")]


# Tracked changes


def region(id_: str, change: str) -> str:
    return f'<text:changed-region text:id="{id_}">{change}</text:changed-region>'


CHANGES = (
    "<text:tracked-changes>"
    + region("c1", f"<text:deletion>{p('weinig ')}</text:deletion>")
    + region("c2", "<text:insertion/>")
    + region("c3", f"<text:deletion>{p('een')}{p('twee')}</text:deletion>")
    + "</text:tracked-changes>"
)


@pytest.mark.parametrize(
    ("body", "lines", "changes"),
    [
        (p('Toont <text:change text:change-id="c1"/>moed'), ["Toont moed"], [("weinig ", "")]),
        (
            p('Toont <text:change-start text:change-id="c2"/>veel<text:change-end text:change-id="c2"/> moed'),
            ["Toont veel moed"],
            [("", "veel")],
        ),
        (p('a<text:change text:change-id="c3"/>b'), ["ab"], [("een¶twee", "")]),
        (
            p('a<text:change-start text:change-id="c2"/>b') + p('c<text:change-end text:change-id="c2"/>d'),
            ["ab", "cd"],
            [("", "b"), ("", "c")],
        ),
    ],
)
def test_changes_are_accepted_and_reported(body: str, lines: list[str], changes: list[tuple[str, str]]) -> None:
    document = read(odt(CHANGES + body))
    assert texts(document) == lines
    assert found(document) == [(Code.TRACKED_CHANGE, was, became) for was, became in changes]


# Lists


def numbered(style_name: str, text: str, level: int = 1) -> str:
    attributes = f'text:list-id="x" text:level="{level}" text:style-name="{style_name}"'
    return f"<text:numbered-paragraph {attributes}>{p(text)}</text:numbered-paragraph>"


LISTS = list_style("L1", bullet_level(1, "-"), bullet_level(2, "o", "2cm")) + list_style(
    "N1", number_level(1, "1", "."), number_level(2, "a", ")")
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (listed("a", "b"), ["-", "-"]),
        (listed("a", p("b") + listed("c", style="")), ["-", "-", "o"]),
        (listed(p("a") + p("b"), "c"), ["-", None, "-"]),
        (listed("a", p("b") + listed("c", "d", style=""), "e", style="N1"), ["1.", "2.", "a)", "b)", "3."]),
        ("<text:list><text:list-item>" + p("a", "Opsomming") + "</text:list-item></text:list>", ["-"]),
        ('<text:list text:style-name="L1"><text:list-header>' + p("a") + "</text:list-header></text:list>", [None]),
        (listed("a", style="Onbekend"), [None]),
        (numbered("L1", "a") + numbered("L1", "b", level=2), ["-", "o"]),
        (numbered("N1", "a") + numbered("N1", "b"), ["1.", "2."]),
        (p("a", "Opsomming"), [None]),
    ],
)
def test_markers_come_from_the_style_of_the_list(body: str, expected: list[str | None]) -> None:
    automatic = LISTS + style("Opsomming", "paragraph", attributes='style:list-style-name="L1"')
    assert markers(read(odt(body, automatic=automatic))) == expected


def test_where_the_text_begins() -> None:
    hanging = '<style:paragraph-properties fo:margin-left="2cm" fo:text-indent="-1cm"/>'
    automatic = LISTS + style("In", "paragraph", hanging)
    body = p("a<text:line-break/>b", "In") + listed("c") + listed("d", style="N1")
    lines = all_lines(read(odt(body, automatic=automatic)))
    assert [line.indent for line in lines] == pytest.approx([28.35, 56.69, 28.35, 28.35])


# Tables

COVERED = "<table:covered-table-cell/>"
SPANNED = 'table:number-rows-spanned="2" table:number-columns-spanned="2"'

GRIDS = {
    "plain": ([row("a", "b"), row("c", "d")], [[(0, 1, "a"), (1, 1, "b")], [(0, 1, "c"), (1, 1, "d")]]),
    "a wide cell": (
        [row(cell("a", 'table:number-columns-spanned="2"'), COVERED, "b")],
        [[(0, 2, "a"), (2, 1, "b")]],
    ),
    "cells merged downwards": (
        [row(cell("a", 'table:number-rows-spanned="2"'), "b"), row(COVERED, "c"), row("d", "e")],
        [[(0, 1, "a"), (1, 1, "b")], [(0, 1, "^"), (1, 1, "c")], [(0, 1, "d"), (1, 1, "e")]],
    ),
    "cells merged both ways": (
        [
            row(cell("a", SPANNED), COVERED, "b"),
            row(COVERED, COVERED, "c"),
        ],
        [[(0, 2, "a"), (2, 1, "b")], [(0, 1, "^"), (1, 1, "^"), (2, 1, "c")]],
    ),
    "merged cells of a program that writes no covered ones": (
        [row(cell("a", SPANNED), "b"), row("c"), row("d", "e", "f")],
        [[(0, 2, "a"), (2, 1, "b")], [(0, 1, "^"), (1, 1, "^"), (2, 1, "c")], [(0, 1, "d"), (1, 1, "e"), (2, 1, "f")]],
    ),
    "a covered cell that nothing covers": ([row("a", COVERED, "b")], [[(0, 1, "a"), (1, 1, ""), (2, 1, "b")]]),
    "cells and rows that count more than once": (
        [row(cell("a", 'table:number-columns-repeated="2"'), attributes='table:number-rows-repeated="2"')],
        [[(0, 1, "a"), (1, 1, "a")], [(0, 1, "a"), (1, 1, "a")]],
    ),
    "a table in a cell": ([row(cell(p("a") + table(row("b", "c")) + p("d")), "e")], [[(0, 1, "a|b|c|d"), (1, 1, "e")]]),
    "a sign in a cell of its own": ([row(cell(table(row("•", "b"))), "e")], [[(0, 1, "•\tb"), (1, 1, "e")]]),
}


@pytest.mark.parametrize(("rows", "expected"), GRIDS.values(), ids=GRIDS.keys())
def test_cells_and_their_columns(rows: list[str], expected: list[list[tuple[int, int, str]]]) -> None:
    (block,) = tables(read(odt(table(*rows))))
    assert grid(block) == expected


def test_header_rows_borders_and_places() -> None:
    header = f"<table:table-header-rows>{row('a', 'b')}</table:table-header-rows>"
    width = '<style:table-column-properties style:column-width="1in"/>'
    document = read(
        odt(p("voor") + table(header, row("c", "d"), columns=2), automatic=style("K", "table-column", width))
    )
    (block,) = tables(document)
    assert [type(b) for b in document.blocks] == [Line, Table]
    assert [r.repeats for r in block.rows] == [True, False]
    assert list(block.edges) == [0, 72, 144]
    assert block.rows[1].cells[1].lines[0].origin == WordPlace(table=1, row=2, cell=2, paragraph=1)


def test_the_columns_of_a_table_in_a_cell_are_none_of_the_table_around_it() -> None:
    inner = table(row("b", "c"), columns=2)
    (block,) = tables(read(odt(table(row("a", cell(inner)), columns=2))))
    assert len(block.edges) == 3


@pytest.mark.parametrize(
    "rows",
    [
        [row("a", "b"), row("weg", "c", attributes='table:visibility="collapse"')],
        [
            row(
                cell("a", 'table:number-columns-spanned="2"'),
                f"<table:covered-table-cell>{p('weg')}</table:covered-table-cell>",
            )
        ],
    ],
)
def test_what_a_table_does_not_show_is_delivered_outside(rows: list[str]) -> None:
    document = read(odt(table(*rows)))
    assert [code for code, _was, _became in found(document)] == [Code.HIDDEN_TEXT]
    assert "weg" in texts(document)
    assert "weg" not in str(grid(tables(document)[0]))


def test_a_table_that_only_lays_out_the_page_is_none() -> None:
    document = read(odt(table(row(cell(p("voor") + table(row("a", "b")))), columns=1)))
    assert [type(block) for block in document.blocks] == [Line, Table]


def test_so_is_one_with_text_beside_the_table_of_the_catalogue() -> None:
    inner = table(row("Competentie", "Beschrijving en indicatoren"), row("Durf", "b"))
    document = read(odt(table(row("Home", cell(inner)), columns=2)))
    assert [type(block) for block in document.blocks] == [Line, Table]


def test_a_table_in_a_shape_as_libreoffice_writes_it_is_a_table() -> None:
    made = table(row("a", "b"), columns=2).replace("table:table", "loext:table")
    document = read(odt(p(f"<draw:custom-shape>{made}</draw:custom-shape>")))
    assert [grid(block) for block in tables(document)] == [[[(0, 1, "a"), (1, 1, "b")]]]


def test_an_id_given_twice_damages_nothing() -> None:
    lists = "".join(listed("a").replace("<text:list ", '<text:list xml:id="list1" ', 1) for _ in range(2))
    assert texts(read(odt(lists))) == ["a", "a"]


def test_headers_and_footers_and_the_title() -> None:
    masters = "<office:master-styles><style:master-page><style:header>" + p("kop") + "</style:header>"
    styles = masters + "<style:footer>" + p("voet") + "</style:footer></style:master-page></office:master-styles>"
    document = read(odt(p("a"), styles=styles, meta="<dc:title>Catalogus</dc:title>"))
    assert texts(document) == ["a", "kop", "voet"]
    assert document.title == "Catalogus"


def test_an_index_is_read_and_how_it_is_made_is_not() -> None:
    source = "<text:table-of-content-source><text:index-title-template>x</text:index-title-template>"
    index = f"{source}</text:table-of-content-source><text:index-body>{p('Inhoud')}</text:index-body>"
    assert texts(read(odt(f"<text:table-of-content>{index}</text:table-of-content>"))) == ["Inhoud"]


LOCKED = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (odt(p("a"), manifest=LOCKED), Encrypted),
        (zipped({"mimetype": MIMETYPE}), Damaged),
        (zipped({"mimetype": MIMETYPE, "content.xml": part("office:document-content", "")}), Damaged),
        (zipped({"mimetype": MIMETYPE, "content.xml": "<!DOCTYPE x><x/>"}), UnsafeXml),
    ],
)
def test_files_that_cannot_be_read(data: bytes, error: type[CatalogusError]) -> None:
    with pytest.raises(error):
        file_to_document(data, "test.odt")


# Whole catalogues


def catalogue_to_odt(catalogue: Catalogue) -> bytes:
    """A catalogue as somebody would type it."""
    rows = [f"<table:table-header-rows>{row('Competenties', 'Kerncompetentie', 'Beschrijving en indicatoren')}"]
    rows.append("</table:table-header-rows>")
    for c in catalogue.competences:
        body = p(c.description) + p("Indicatoren:") + listed(*(i.text for i in c.indicators))
        rows.append(row(c.name, c.core_competence, cell(body)))
    return odt(p(catalogue.appendix) + p(catalogue.title) + table(*rows), automatic=LISTS)


@pytest.mark.parametrize("catalogue", [gold_catalogue(), invented_catalogue()], ids=["gold", "invented"])
def test_a_catalogue_is_read_exactly(catalogue: Catalogue) -> None:
    assert judge(catalogue_to_odt(catalogue), "test.odt", catalogue) == Judgement(Verdict.EXACT)


@pytest.mark.skipif(
    shutil.which("soffice") is None and os.environ.get(REQUIRE_LIBREOFFICE) != "1",
    reason="LibreOffice (soffice) is not installed",
)
def test_the_sample_saved_by_libreoffice_is_read_exactly(tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = ["--convert-to", "odt", "--outdir", str(tmp_path), str(SAMPLE)]
    subprocess.run(["soffice", profile, "--headless", *form], check=True, capture_output=True, timeout=180)
    data = (tmp_path / "bijlage-1b.odt").read_bytes()
    assert judge(data, "bijlage-1b.odt", gold_catalogue()) == Judgement(Verdict.EXACT)
