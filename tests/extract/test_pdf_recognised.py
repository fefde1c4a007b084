"""What OCR gets wrong and the picture shows: the type size, baselines, dots taken for letters, spaces that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from catalogus import read as read_whole
from extract.pdf import pdf_to_document
from extract.pdf_engine import open_pdf, opened_to_sheets
from extract.pdf_marks import Char, level_char
from extract.pdf_recognised import sheet_as_printed
from tests.catalogues import gold_catalogue
from tests.editions.by_reportlab import catalogue_to_reportlab
from tests.editions.judging import catalogues_to_differences
from tests.editions.scanner import Scanner, joined, pdf_to_recognised
from tests.editions.trait_table import trait_named
from tests.editions.traits import traits_to_look
from tests.extract.pdf_cases import outside
from tests.extract.raw_pdf import RawPage, make_pdf
from transform.document import Document, Line
from transform.findings import Code

SCANNER = Scanner(dots=200)
WORDS = "Toont zich bewust van Wensen en Belangen hier"


def recognised(page: RawPage, as_heard: Callable[[Char], Char]) -> Document:
    return pdf_to_document(pdf_to_recognised(make_pdf(page), SCANNER, as_heard=as_heard), "scan.pdf")


def smaller(char: Char) -> Char:
    return char._replace(size=0.72 * char.size)


def trembling(char: Char) -> Char:
    """Every column a little higher or lower than the one before it."""
    return char._replace(baseline=char.baseline + 0.25 * (int(char.x0 / 60) % 2))


def deaf_to_dots(char: Char) -> Char:
    return char._replace(text="e") if char.text == "•" else char


def lines(document: Document) -> list[Line]:
    return [block for block in document.blocks if isinstance(block, Line)]


@pytest.mark.parametrize("size", [8.0, 10.0, 14.0])
def test_the_type_size_is_that_of_the_picture(size: float) -> None:
    (line,) = lines(recognised(RawPage().text(50, 100, WORDS, size=size), smaller))
    assert line.text == WORDS
    assert line.size == pytest.approx(size, rel=0.06)


def test_a_few_words_do_not_tell_the_type_size() -> None:
    (line,) = lines(recognised(RawPage().text(50, 100, "Toont bewust"), smaller))
    assert line.size == pytest.approx(7.2)


def test_a_heading_stays_larger_than_the_text() -> None:
    page = RawPage().text(50, 60, "Bijlage", size=16).text(50, 100, WORDS).text(50, 112, WORDS)
    heading, *text = lines(recognised(page, smaller))
    assert heading.size == pytest.approx(16, rel=0.06)
    assert [line.size for line in text] == pytest.approx([10, 10], rel=0.06)


def test_letters_of_one_line_stand_on_one_baseline() -> None:
    (line,) = lines(recognised(RawPage().text(50, 100, WORDS), trembling))
    assert line.text == WORDS


def test_a_dot_is_a_bullet_whatever_it_was_taken_for() -> None:
    page = RawPage()
    for row in range(4):
        page.text(50, 100 + 12 * row, b"\x95").text(62, 100 + 12 * row, WORDS)
    document = recognised(page, deaf_to_dots)
    assert outside(document) == [f"• {WORDS}"] * 4
    assert [page.held.count("•") for page in document.pages] == [4]


@pytest.mark.parametrize("letter", ["e", "o", "-", "1", "a", "*"])
def test_a_letter_that_was_printed_stays_that_letter(letter: str) -> None:
    page = RawPage()
    for row in range(4):
        page.text(50, 100 + 12 * row, letter).text(62, 100 + 12 * row, WORDS)
    assert outside(recognised(page, lambda char: char)) == [f"{letter} {WORDS}"] * 4


def test_a_full_stop_that_stands_alone_is_no_bullet() -> None:
    page = RawPage().text(50, 100, ".").text(62, 100, WORDS).text(50, 112, WORDS)
    assert outside(recognised(page, lambda char: char))[0] == f". {WORDS}"


def seen_text(printed: str, at: str, *, moved: float) -> str:
    """What is seen of a text in which OCR put a space before a letter that it placed some points too far left."""
    data = pdf_to_recognised(make_pdf(RawPage().text(50, 100, f"{printed} {WORDS}")), SCANNER)
    with open_pdf(data, "") as opened:
        (sheet,) = opened_to_sheets(opened, "")
    inked = [char for char in sheet.chars if char.inked]
    index = next(i for i, char in enumerate(inked) if char.text == at)
    heard = [c._replace(x0=c.x0 - moved, x1=c.x1 - moved) if i >= index else c for i, c in enumerate(inked)]
    blank = level_char(" ", heard[index].x0, heard[index].baseline, 0.0, 10.0, heard[index].font)
    seen = sheet_as_printed(sheet._replace(chars=(*heard[:index], blank, *heard[index:])), data, "")
    return "".join(char.text for char in seen.chars)


def test_a_space_where_there_is_no_white_is_none() -> None:
    assert "n/o" in seen_text("Plannen/organiseren", "/", moved=0.0)


def test_a_space_that_is_seen_stays_wherever_ocr_put_the_letters() -> None:
    assert "e m" in seen_text("juiste moment", "m", moved=2.5)


@pytest.mark.parametrize("trait", ["no-rules", "zebra"])
def test_a_layout_is_read_from_its_picture(trait: str) -> None:
    whole = catalogue_to_reportlab(gold_catalogue(), traits_to_look((trait_named(trait),)))
    pages = joined((whole, [1, 2]))

    scan = pdf_to_recognised(pages, SCANNER, as_heard=lambda char: smaller(trembling(deaf_to_dots(char))))
    reading = read_whole(scan, "scan.pdf")
    assert not list(catalogues_to_differences(read_whole(pages, "x.pdf").catalogue, reading.catalogue))
    assert sum(finding.code is Code.TEXT_FROM_OCR for finding in reading.findings) == 2
