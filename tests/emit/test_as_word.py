"""The clean Word document: what it says, that it reads back, and that it looks right on paper."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

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
)
from tests.emit.written_word import body, cells, competence, part, parts_of, text, xpath
from transform.errors import ExportDiffers
from transform.model import Catalogue, Competence


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
