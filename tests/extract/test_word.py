"""The Word reader as a whole: the sample, a second witness, metadata, and files that other programs write."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import docx as python_docx
import pytest

from extract.file import file_to_document
from extract.word import word_to_document
from tests.extract.raw_docx import docx, docx_files, paragraph, relationships, row, table, zipped
from tests.extract.word_lines import all_lines, delivered, found, held, read, tables, texts
from transform.document import Document, printed_characters
from transform.findings import Code
from transform.model import Source
from transform.place import WordPlace

SAMPLES = Path(__file__).parents[2] / "samples"
DATA = (SAMPLES / "bijlage-1b.docx").read_bytes()


@pytest.fixture(scope="module")
def sample() -> Document:
    return file_to_document(DATA, "bijlage-1b.docx")


def test_the_sample_is_one_table_of_28_rows(sample: Document) -> None:
    (block,) = tables(sample)
    assert len(block.rows) == 28
    assert [r.repeats for r in block.rows] == [True] + [False] * 27
    assert {len(r.cells) for r in block.rows} == {3}
    assert block.edges == (0.0, 94.7, 168.4, 487.3)


def test_the_source_of_the_sample(sample: Document) -> None:
    digest = hashlib.sha256(DATA).hexdigest()
    assert sample.source == Source(file="bijlage-1b.docx", sha256=digest, format="docx", pages=None)
    assert (sample.title, sample.subject) == ("Competentiecatalogus", "Bijlage 1B bij de Regeling jaargesprekken")


def test_the_lines_outside_the_table_of_the_sample(sample: Document) -> None:
    outside = [line.text for line in all_lines(sample) if line.origin == WordPlace(paragraph=_paragraph(line.origin))]
    assert outside == ["Bijlage 1B bij de Regeling jaargesprekken", "Competentiecatalogus", "COMPETENTIECATALOGUS"]


def _paragraph(origin: object) -> int | None:
    return origin.paragraph if isinstance(origin, WordPlace) else None


def test_the_flaws_of_the_sample_are_read_as_printed(sample: Document) -> None:
    (block,) = tables(sample)
    names = ["|".join(line.text for line in r.cells[0].lines) for r in block.rows]
    assert names[2] == "Coöperatief  |gedrag"
    assert names[4] == "Omgevings-bewustzijn"
    assert [line.text for line in all_lines(sample) if line.text.startswith("- ")] != []


def test_the_list_bullets_of_the_sample(sample: Document) -> None:
    marked = [line for line in all_lines(sample) if line.marker]
    assert {(line.marker, line.indent) for line in marked} == {("-", 40.0)}
    assert len(marked) == 79


def test_the_books_of_the_sample_balance(sample: Document) -> None:
    assert held(sample) == delivered(sample)
    assert sample.findings == ()


def test_every_text_of_the_right_answer_stands_in_the_sample(sample: Document) -> None:
    gold = json.loads((SAMPLES / "gold.json").read_text("utf-8"))
    read_text = "".join(printed_characters(line.text) for line in all_lines(sample))
    indicators = [i for c in gold["competences"] for i in c["indicators"]]
    assert len(indicators) == 81
    assert [i for i in indicators if printed_characters(i) not in read_text] == []


def test_python_docx_sees_no_text_that_was_not_delivered(sample: Document) -> None:
    witness = python_docx.Document(io.BytesIO(DATA))
    seen = [p.text for p in witness.paragraphs]
    seen += [p.text for t in witness.tables for r in t.rows for c in r.cells for p in c.paragraphs]
    assert sorted(printed_characters("".join(seen))) == sorted(delivered(sample).elements())


def test_reading_twice_gives_the_same(sample: Document) -> None:
    assert file_to_document(DATA, "bijlage-1b.docx") == sample


def test_title_and_subject_come_from_the_metadata() -> None:
    files = docx_files(paragraph("a"))
    files["_rels/.rels"] = relationships(
        {"r1": ("officeDocument", "/word/document.xml"), "r2": ("metadata/core-properties", "core.xml")}
    )
    files["core.xml"] = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Titel </dc:title><dc:subject/></c>'
    document = word_to_document(zipped(files), "x.docx")
    assert (document.title, document.subject) == ("Titel", "")


def test_a_count_that_misses_nothing_the_reader_misses() -> None:
    stray = "<w:tbl><w:tr><w:p><w:r><w:t>verdwaald</w:t></w:r></w:p></w:tr></w:tbl>"
    document = word_to_document(docx(stray + paragraph("a")), "x.docx")
    assert texts(document) == ["a"]
    assert held(document) - delivered(document), "the count must see what the reader could not place"


def test_parts_may_be_in_other_folders_and_other_encodings() -> None:
    files = docx_files(table(row("één")), main="a/b/c.xml")
    files["a/b/c.xml"] = str(files["a/b/c.xml"]).replace("UTF-8", "UTF-16").encode("utf-16")
    assert texts(read(zipped(files))) == ["één"]


def test_names_in_the_package_compare_without_case_and_with_either_slash() -> None:
    files = {name.replace("word/", "Word\\"): content for name, content in docx_files(paragraph("a")).items()}
    assert texts(read(zipped(files))) == ["a"]


def test_a_document_without_any_text() -> None:
    document = read(docx("<w:p/>"))
    assert document.blocks == ()
    assert document.pages[0].held == ""


def test_what_is_outside_the_package_is_left_alone() -> None:
    files = docx_files(paragraph("a"))
    arrows = relationships({"r1": ("chart", "https://example.org/chart.xml")})
    files["word/_rels/document.xml.rels"] = arrows.replace("Target=", 'TargetMode="External" Target=')
    assert texts(read(zipped(files))) == ["a"]


def test_the_words_of_a_diagram_are_delivered_last() -> None:
    files = docx_files(paragraph("a"))
    files["word/_rels/document.xml.rels"] = relationships({"r1": ("diagramData", "diagrams/data1.xml")})
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    nodes = "".join(f"<a:p><a:r><a:t>{word}</a:t></a:r></a:p>" for word in ("Plan", "Doe"))
    files["word/diagrams/data1.xml"] = f'<d xmlns:a="{drawing}">{nodes}<a:p/></d>'
    document = read(zipped(files))
    assert texts(document) == ["a", "Plan", "Doe"]
    assert found(document) == [(Code.TEXT_BOX, "Plan\nDoe", "")]
