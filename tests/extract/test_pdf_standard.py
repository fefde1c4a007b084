"""Standard fonts: signs stand as far apart as the programs that set them reckoned with."""

from __future__ import annotations

import pytest
from pdfminer.fontmetrics import FONT_METRICS

import extract.pdf_engine
from extract.pdf import pdf_to_document
from tests.extract.pdf_cases import outside, read
from tests.extract.raw_pdf import RawPage, make_pdf

#: What Adobe published for the euro sign, which is younger than the tables of most programs.
EURO = {"Helvetica": 556, "Helvetica-Bold": 556, "Times-Roman": 500, "Times-Bold": 500, "Times-BoldItalic": 500}


def width(font: str, text: str) -> float:
    """In points, at ten points."""
    metrics = FONT_METRICS[font][1]
    return sum(EURO[font] if sign == "€" else metrics[sign] for sign in text) / 100


@pytest.mark.parametrize("words", [["€", "2,5", "mln"], ["€ 500", "of", "€ 5"], ["«Durf»", "en", "@"]])
@pytest.mark.parametrize("font", EURO)
@pytest.mark.parametrize("quick", [True, False])
def test_words_set_one_by_one_keep_the_spaces_between_them(
    font: str, words: list[str], quick: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each word is drawn by itself, its space with it, where the widths of the font say that it begins."""
    page, x = RawPage(), 50.0
    for word in words:
        page.text(x, 100, f"{word} ", font=font)
        x += width(font, f"{word} ")
    if not quick:
        monkeypatch.setattr(extract.pdf_engine, "data_to_shows", lambda *_: None)
    assert outside(read(page)) == [" ".join(words)]


def test_the_widths_that_a_file_gives_count_for_a_standard_font_too() -> None:
    """The code of a ligature is the program's own, so the library's table of the font tells nothing of it."""
    widths = " ".join(["556", *["500"] * 255])
    encoding = "/Encoding << /Differences [0 /fl 255 /g17] >>"
    own = f"{encoding} /FirstChar 0 /LastChar 255 /Widths [{widths}]"
    font = f"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman {own} >>"
    page = RawPage().text(50, 100, b"\x00exi", font="Times-Roman").text(50 + 20.56, 100, "bel", font="Times-Roman")
    document = pdf_to_document(make_pdf(page, fonts={"Times-Roman": font}), "proef.pdf")
    assert outside(document) == ["flexibel"]
