"""The clean Word document: what is in it, that it can be published, and that it is the same every time."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import example, given, settings
from lxml import etree
from msgspec.structs import replace

from catalogus import read
from emit.as_word import catalogue_to_word
from emit.word_body import column_widths
from emit.word_check import check_written
from emit.word_package import parts_to_zip
from emit.word_words import WORDS
from tests.catalogues import (
    bare_catalogue,
    catalogues,
    gold_catalogue,
    hard_catalogue,
    make_catalogue,
    make_competence,
)
from transform.errors import ExportDiffers
from transform.model import Catalogue, Competence, Indicator, Source, slug

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}


def competence(name: str, core: str, description: str, *indicators: str) -> Competence:
    return make_competence(slug(name), *indicators, name=name, core_competence=core, description=description)


@pytest.fixture(scope="module")
def gold() -> Catalogue:
    return gold_catalogue()


@pytest.fixture(scope="module")
def written(gold: Catalogue) -> bytes:
    return catalogue_to_word(gold)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts_of(data)[name])


def body(data: bytes) -> etree._Element:
    return part(data, "word/document.xml")[0]


def xpath(element: etree._Element, path: str) -> list[etree._Element]:
    found = element.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [node for node in found if isinstance(node, etree._Element)]


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    (found,) = xpath(element, path)
    return found.get(f"{{{W}}}{attribute}")


def text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in xpath(element, ".//w:t"))


def cells(data: bytes) -> list[list[list[str]]]:
    """Rows of cells of paragraphs."""
    return [
        [[text(p) for p in xpath(cell, "w:p")] for cell in xpath(row, "w:tc")]
        for row in xpath(body(data), "w:tbl/w:tr")
    ]


class TestWhatItSays:
    def test_the_title_and_the_appendix_line_stand_before_one_table(self, written: bytes, gold: Catalogue) -> None:
        blocks = [(etree.QName(block).localname, text(block)) for block in body(written)]
        assert blocks[:2] == [("p", gold.title), ("p", gold.appendix)]
        assert [name for name, _ in blocks[2:]] == ["tbl", "sectPr"]

    def test_every_competence_is_a_row_with_its_texts_as_paragraphs(self, written: bytes, gold: Catalogue) -> None:
        expected = [
            [[c.name], [c.core_competence], [c.description, "Indicatoren:", *(i.text for i in c.indicators)]]
            for c in gold.competences
        ]
        assert cells(written)[0] == [["Competentie"], ["Kerncompetentie"], ["Beschrijving en indicatoren"]]
        assert cells(written)[1:] == expected
        assert len(expected) == 27

    @pytest.mark.parametrize(
        "hard",
        [
            "- met een eigen streepje",
            "• met een eigen bolletje",
            "1. met een eigen nummer",
            "3 of meer keer per jaar",
            "<w:t>&amp; </w:t> ]]>",
            "Indicatoren: in de tekst zelf",
            "a\u200bb\u00adc d\u2011e",
            "👩🏽\u200d💻 en \u1eb9\u0301",
            "=SOM(A1)",
            "\"aanhaling\" en 'apostrof'",
        ],
    )
    def test_no_text_is_changed(self, hard: str) -> None:
        data = catalogue_to_word(make_catalogue(competence(hard, hard, hard, hard), title=hard, appendix=hard))
        assert [text(p) for p in xpath(body(data), "w:p")] == [hard, hard]
        assert cells(data)[1] == [[hard], [hard], [hard, "Indicatoren:", hard]]

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            (("Naam", "", "Tekst.", "Een."), [["Naam"], [""], ["Tekst.", "Indicatoren:", "Een."]]),
            (("Naam", "Kern", "", "Een."), [["Naam"], ["Kern"], ["Indicatoren:", "Een."]]),
            (("Naam", "Kern", "Tekst."), [["Naam"], ["Kern"], ["Tekst."]]),
            (("Naam", "", ""), [["Naam"], [""], [""]]),
        ],
    )
    def test_an_empty_field_leaves_nothing_behind(self, row: tuple[str, str, str], expected: list[list[str]]) -> None:
        assert cells(catalogue_to_word(make_catalogue(competence(*row))))[1] == expected

    @pytest.mark.parametrize(
        ("title", "appendix", "expected"),
        [("T", "Bijlage", ["T", "Bijlage"]), ("T", "", ["T"]), ("", "Bijlage", ["Bijlage"]), ("", "", [])],
    )
    def test_an_empty_title_or_appendix_is_no_paragraph(self, title: str, appendix: str, expected: list[str]) -> None:
        data = catalogue_to_word(make_catalogue(title=title, appendix=appendix))
        assert [text(p) for p in xpath(body(data), "w:p")] == expected
        assert len(cells(data)) == 1

    @pytest.mark.parametrize(
        ("title", "appendix", "expected"),
        [("T", "Bijlage", ["title", "subject"]), ("", "Bijlage", ["subject"]), ("T", "", ["title"]), ("", "", [])],
    )
    def test_the_metadata_claim_no_title_or_appendix_that_is_not_there(
        self, title: str, appendix: str, expected: list[str]
    ) -> None:
        core = part(catalogue_to_word(make_catalogue(title=title, appendix=appendix)), "docProps/core.xml")
        assert [etree.QName(e).localname for e in core] == [*expected, "language", "created", "modified"]

    def test_english_changes_our_words_and_marks_them(self, gold: Catalogue) -> None:
        dutch, english = WORDS["nl"], WORDS["en"]
        ours = dict(zip(dutch, english, strict=True))
        in_dutch, in_english = cells(catalogue_to_word(gold)), cells(catalogue_to_word(gold, "en"))
        assert in_english == [[[ours.get(p, p) for p in cell] for cell in row] for row in in_dutch]
        marked = xpath(body(catalogue_to_word(gold, "en")), "//w:r[w:rPr/w:lang[@w:val='en-GB']]")
        assert len(marked) == 3 + sum(bool(c.indicators) for c in gold.competences)
        assert not xpath(body(catalogue_to_word(gold)), "//w:lang")

    def test_a_language_without_words_is_refused(self) -> None:
        with pytest.raises(KeyError):
            catalogue_to_word(make_catalogue(), "fr")

    @settings(max_examples=60, deadline=None)
    @given(any_catalogue=catalogues())
    @example(any_catalogue=hard_catalogue())
    @example(any_catalogue=bare_catalogue())
    def test_any_catalogue_arrives_whole(self, any_catalogue: Catalogue) -> None:
        data = catalogue_to_word(any_catalogue)
        outside = [text(p) for p in xpath(body(data), "w:p")]
        assert outside == [t for t in (any_catalogue.title, any_catalogue.appendix) if t]
        assert [row_to_texts(row) for row in cells(data)[1:]] == [
            (c.name, c.core_competence, c.description, [i.text for i in c.indicators])
            for c in any_catalogue.competences
        ]
        assert catalogue_to_word(any_catalogue) == data


def row_to_texts(row: list[list[str]]) -> tuple[str, str, str, list[str]]:
    """A written row taken apart by the number of its paragraphs, whatever these say."""
    (name,), (core,), (*texts,) = row
    label = next((n for n in (1, 0) if texts[n : n + 1] == ["Indicatoren:"]), None)
    if label is None:
        (description,) = texts
        return name, core, description, []
    return name, core, "".join(texts[:label]), texts[label + 1 :]


class TestAccessibility:
    """The list of the design, walked over the written file."""

    def test_title_and_language(self, written: bytes, gold: Catalogue) -> None:
        core = part(written, "docProps/core.xml")
        assert core.findtext("{http://purl.org/dc/elements/1.1/}title") == gold.title
        assert core.findtext("{http://purl.org/dc/elements/1.1/}language") == "nl-NL"
        styles, settings = part(written, "word/styles.xml"), part(written, "word/settings.xml")
        assert value(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang") == "nl-NL"
        assert value(settings, "w:themeFontLang") == "nl-NL"

    def test_the_title_is_a_heading_and_the_only_one(self, written: bytes, gold: Catalogue) -> None:
        (heading,) = xpath(body(written), "//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'Heading')]]")
        assert text(heading) == gold.title
        styles = part(written, "word/styles.xml")
        assert value(styles, "w:style[@w:styleId='Heading1']/w:name") == "heading 1"
        assert value(styles, "w:style[@w:styleId='Heading1']/w:pPr/w:outlineLvl") == "0"

    def test_the_header_row_and_only_it_is_repeated(self, written: bytes) -> None:
        rows = xpath(body(written), "w:tbl/w:tr")
        assert [bool(xpath(row, "w:trPr/w:tblHeader")) for row in rows] == [True, *[False] * 27]
        assert value(body(written), "w:tbl/w:tblPr/w:tblLook", "firstRow") == "1"

    def test_no_row_is_split_over_pages(self, written: bytes) -> None:
        assert all(xpath(row, "w:trPr/w:cantSplit") for row in xpath(body(written), "w:tbl/w:tr"))

    def test_the_table_has_a_caption_and_a_description(self, written: bytes) -> None:
        assert value(body(written), "w:tbl/w:tblPr/w:tblCaption") == WORDS["nl"].caption
        assert value(body(written), "w:tbl/w:tblPr/w:tblDescription") == WORDS["nl"].summary

    def test_every_indicator_and_nothing_else_is_a_real_list_item(self, written: bytes, gold: Catalogue) -> None:
        listed = xpath(body(written), "//w:p[w:pPr/w:numPr]")
        assert [text(p) for p in listed] == [i.text for c in gold.competences for i in c.indicators]
        assert {value(p, "w:pPr/w:numPr/w:numId") for p in listed} == {"1"}
        numbering = part(written, "word/numbering.xml")
        abstract = value(numbering, "w:num[@w:numId='1']/w:abstractNumId")
        assert value(numbering, f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl/w:numFmt") == "bullet"

    def test_no_paragraph_is_empty_and_no_cell_merged(self, written: bytes) -> None:
        assert all(text(p) for p in xpath(body(written), "//w:p"))
        assert not xpath(body(written), "//w:gridSpan | //w:vMerge | //w:hMerge")
        assert {len(xpath(row, "w:tc")) for row in xpath(body(written), "w:tbl/w:tr")} == {3}

    def test_layout_as_by_word_2013_and_later(self, written: bytes) -> None:
        mode = "w:compat/w:compatSetting[@w:name='compatibilityMode']"
        assert value(part(written, "word/settings.xml"), mode) == "15"

    def test_nothing_points_outside_and_nothing_runs(self, written: bytes) -> None:
        for name, content in parts_of(written).items():
            assert b"TargetMode" not in content, name
            assert b"macro" not in content.lower(), name
            assert b"http" not in b"".join(
                rel.get("Target", "").encode() for rel in etree.fromstring(content) if name.endswith(".rels")
            ), name

    def test_the_metadata_names_no_person_program_or_moment(self, written: bytes) -> None:
        core = {etree.QName(e).localname: e.text for e in part(written, "docProps/core.xml")}
        assert core.keys() == {"title", "subject", "language", "created", "modified"}
        assert core["created"] == core["modified"] == "1980-01-01T00:00:00Z"

    def test_the_footer_counts_pages_by_fields(self, written: bytes) -> None:
        footer = part(written, "word/footer.xml")
        assert [e.text for e in xpath(footer, "//w:instrText")] == [" PAGE ", " NUMPAGES "]
        assert text(footer) == "Pagina 1 van 1"
        assert len(xpath(body(written), "w:sectPr/w:footerReference[@r:id='rId5']")) == 1

    def test_the_page_is_a4_upright(self, written: bytes) -> None:
        page = "w:sectPr/w:pgSz"
        assert (value(body(written), page, "w"), value(body(written), page, "h")) == ("11906", "16838")


class TestPackage:
    def test_it_holds_what_is_needed_and_no_more(self, written: bytes) -> None:
        assert list(parts_of(written)) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/footer.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]

    def test_every_part_has_a_content_type_and_every_relationship_a_part(self, written: bytes) -> None:
        parts = parts_of(written)
        types = {e.get("PartName") for e in part(written, "[Content_Types].xml")} - {None}
        assert types == {f"/{name}" for name in parts if not name.endswith(".rels") and name[0] != "["}
        for name, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
            assert all(f"{folder}{rel.get('Target')}" in parts for rel in part(written, name))

    def test_every_style_in_use_is_defined(self, written: bytes) -> None:
        defined = {e.get(f"{{{W}}}styleId") for e in xpath(part(written, "word/styles.xml"), "w:style")}
        styles = "//w:pStyle | //w:tblStyle | //w:basedOn | //w:next"
        for name in ("document", "footer", "numbering", "styles"):
            used = {e.get(f"{{{W}}}val") for e in xpath(part(written, f"word/{name}.xml"), styles)}
            assert used <= defined

    def test_the_same_texts_give_the_same_bytes(self, gold: Catalogue, written: bytes) -> None:
        elsewhere = Source(file="ander.docx", sha256="f" * 64, format="docx")
        renumbered = tuple(
            Competence(
                id=f"x-{c.id}",
                name=c.name,
                core_competence=c.core_competence,
                description=c.description,
                indicators=tuple(Indicator(id=f"x-{i.id}", text=i.text) for i in c.indicators),
            )
            for c in gold.competences
        )
        again = Catalogue(title=gold.title, appendix=gold.appendix, source=elsewhere, competences=renumbered)
        assert catalogue_to_word(again) == written

    def test_another_process_at_another_time_gives_the_same_bytes(self) -> None:
        code = (
            "import sys, time; time.time = lambda: 2e9; time.localtime = lambda *a: time.gmtime(2e9);"
            "from emit.as_word import catalogue_to_word; from transform.model import Catalogue, Source;"
            "s = Source(file='a.pdf', sha256='0' * 64, format='pdf', pages=1);"
            "c = Catalogue(title='Catalogus', appendix='Bijlage 1B', source=s, competences=());"
            "sys.stdout.buffer.write(catalogue_to_word(c))"
        )
        assert run_python(code, PYTHONHASHSEED="7", TZ="Asia/Tokyo") == catalogue_to_word(make_catalogue())

    def test_nothing_heavy_is_loaded_before_it_is_needed(self) -> None:
        code = (
            "import sys, emit.as_word, emit.page_picture;"
            "print(sorted({'docx', 'lxml', 'PIL'} & {m.split('.')[0] for m in sys.modules}))"
        )
        assert run_python(code).strip() == b"[]"


def run_python(code: str, **environment: str) -> bytes:
    root = str(Path(__file__).parents[2])
    surroundings = {**os.environ, "PYTHONPATH": root, **environment}
    return subprocess.run([sys.executable, "-c", code], env=surroundings, check=True, capture_output=True).stdout


#: Children in the order of ECMA-376 (transitional), as far as the document uses them; ``|``: in any order.
SEQUENCES = {
    "document": "body",
    "body": "p|tbl sectPr",
    "p": "pPr r",
    "r": "rPr t|fldChar|instrText",
    "pPr": "pStyle keepNext keepLines numPr spacing ind jc outlineLvl",
    "numPr": "ilvl numId",
    "rPr": "rFonts b bCs color sz szCs lang",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblGrid": "gridCol",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tr": "trPr tc",
    "trPr": "cantSplit|tblHeader",
    "tc": "tcPr p",
    "tcPr": "tcW tcBorders shd",
    "tcBorders": "top left bottom right insideH insideV",
    "sectPr": "footerReference pgSz pgMar",
    "ftr": "p",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "compat": "compatSetting",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "abstractNum num",
    "abstractNum": "multiLevelType lvl",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
    "num": "abstractNumId",
    "fonts": "font",
    "font": "altName panose1 charset family pitch",
}


def out_of_order(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        children = [etree.QName(child).localname for child in element]
        if not children:
            continue
        sequence = SEQUENCES[etree.QName(element).localname].split()
        ranks = [next(i for i, names in enumerate(sequence) if child in names.split("|")) for child in children]
        if ranks != sorted(ranks):
            yield f"{etree.QName(element).localname}: {children}"


class TestOrderOfElements:
    """Word repairs, or refuses, a file with elements in another order than the schema's."""

    @pytest.mark.parametrize("name", ["document", "styles", "numbering", "settings", "fontTable", "footer"])
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_children_follow_the_schema(self, gold: Catalogue, name: str, language: str) -> None:
        assert list(out_of_order(part(catalogue_to_word(gold, language), f"word/{name}.xml"))) == []

    def test_a_wrong_order_is_seen(self) -> None:
        wrong = f'<w:pPr xmlns:w="{W}"><w:numPr/><w:pStyle/></w:pPr>'
        assert list(out_of_order(etree.fromstring(wrong))) == ["pPr: ['numPr', 'pStyle']"]


class TestCheckOfWhatWasWritten:
    @pytest.mark.parametrize(
        ("was", "became"),
        [
            ("Luistert goed", "Luistert"),
            ("<w:t>Indicatoren:</w:t>", "<w:t/>"),
            ("<w:t>Verbindend</w:t>", "<w:t>Doortastend</w:t>"),
            ("</w:tbl>", "</w:tbl><w:p><w:r><w:t>meer</w:t></w:r></w:p>"),
            ("<w:t>Competentiecatalogus</w:t>", ""),
        ],
    )
    def test_a_text_that_is_not_the_catalogues_is_seen(
        self, gold: Catalogue, written: bytes, was: str, became: str
    ) -> None:
        parts = parts_of(written)
        main = parts["word/document.xml"].decode()
        assert was in main
        parts["word/document.xml"] = main.replace(was, became, 1).encode()
        with pytest.raises(ExportDiffers) as error:
            check_written(parts_to_zip(parts), gold, WORDS["nl"])
        assert error.value.facts["format"] == "docx"

    def test_what_was_written_passes(self, gold: Catalogue, written: bytes) -> None:
        check_written(written, gold, WORDS["nl"])


GOLD = gold_catalogue()
FIRST = competence("Eerste", "Kern", "Beschrijving.", "Een.")


class TestReadBack:
    """The file is a document like any other: reading it gives the catalogue, writing that the same file."""

    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize(
        "whole",
        [
            pytest.param(GOLD, id="sample"),
            pytest.param(replace(GOLD, title=""), id="no-title"),
            pytest.param(replace(GOLD, appendix=""), id="no-appendix"),
            pytest.param(replace(GOLD, title="bijlage, klein geschreven"), id="title-like-an-appendix"),
            pytest.param(make_catalogue(FIRST, competence("B", "Kern", "", "Een.")), id="no-description"),
            pytest.param(make_catalogue(FIRST, competence("B", "Kern", "Tekst.")), id="no-indicators"),
            pytest.param(make_catalogue(FIRST, competence("B", "Kern", "")), id="a-name-and-no-text"),
            pytest.param(
                make_catalogue(competence("B", "Kern", "- Tekst.", "- een", "• twee", "1. drie", "4 vier", "o vijf")),
                id="texts-that-begin-like-a-bullet",
            ),
        ],
    )
    def test_it_gives_the_catalogue_it_was_written_from(self, whole: Catalogue, language: str) -> None:
        data = catalogue_to_word(whole, language)
        again = read(data, "schoon.docx").catalogue
        assert replace(again, source=whole.source) == whole
        assert catalogue_to_word(again, language) == data


class TestOnPaper:
    def test_columns_fill_the_page_and_leave_most_to_the_text(self, gold: Catalogue) -> None:
        longest = competence("W" * 200, "W" * 200, "")
        for rows in ((), gold.competences, (longest,)):
            name, core, description = column_widths(rows, WORDS["nl"])
            assert name + core + description == 9638
            assert description >= max(name, core)

    def test_every_row_is_whole_on_one_page_under_a_header(
        self, gold: Catalogue, written: bytes, word_to_pdf: Callable[[bytes], bytes]
    ) -> None:
        with pdfplumber.open(BytesIO(word_to_pdf(written))) as pdf:
            pages = [printed_rows(page) for page in pdf.pages]
            for number, page in enumerate(pdf.pages, start=1):
                assert (page.extract_text() or "").endswith(f"Pagina {number} van {len(pdf.pages)}")
        header = ["Competentie", "Kerncompetentie", "Beschrijvingenindicatoren"]
        assert [rows[0] for rows in pages] == [header] * len(pages)
        assert [row for rows in pages for row in rows[1:]] == [printed(c) for c in gold.competences]


def printed_rows(page: pdfplumber.page.Page) -> list[list[str]]:
    """The table of a page as it is seen: white space and bullets aside."""
    inner = sorted({round(edge["x0"]) for edge in page.vertical_edges})
    edges = [0, *inner, page.width]
    rows = page.extract_table({"vertical_strategy": "explicit", "explicit_vertical_lines": edges})
    assert rows is not None
    return [["".join((cell or "").replace("•", "").split()) for cell in row] for row in rows]


def printed(row: Competence) -> list[str]:
    texts = [row.description, "Indicatoren:", *(indicator.text for indicator in row.indicators)]
    return ["".join(text.split()) for text in (row.name, row.core_competence, "".join(texts))]
