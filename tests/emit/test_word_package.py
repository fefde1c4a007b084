"""The package of the clean Word document: accessible, valid in its order, neutral, the same every time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from emit.as_word import catalogue_to_word
from emit.word_words import WORDS
from tests.catalogues import (
    make_catalogue,
)
from tests.emit.written_word import W, body, part, parts_of, text, value, xpath
from transform.model import Catalogue, Competence, Indicator, Source


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
