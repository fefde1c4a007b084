"""Standard fonts: signs stand as far apart as the programs that set them reckoned with."""

from __future__ import annotations

import pytest
from pdfminer.fontmetrics import FONT_METRICS

from tests.extract.pdf_cases import outside, read
from tests.extract.raw_pdf import RawPage

#: What Adobe published for the euro sign, which is younger than the tables of most programs.
EURO = {"Helvetica": 556, "Helvetica-Bold": 556, "Times-Roman": 500, "Times-Bold": 500, "Times-BoldItalic": 500}


def width(font: str, text: str) -> float:
    """In points, at ten points."""
    metrics = FONT_METRICS[font][1]
    return sum(EURO[font] if sign == "€" else metrics[sign] for sign in text) / 100


@pytest.mark.parametrize("words", [["€", "2,5", "mln"], ["€ 500", "of", "€ 5"], ["«Durf»", "en", "@"]])
@pytest.mark.parametrize("font", EURO)
def test_words_set_one_by_one_keep_the_spaces_between_them(font: str, words: list[str]) -> None:
    """Each word is drawn by itself, its space with it, where the widths of the font say that it begins."""
    page, x = RawPage(), 50.0
    for word in words:
        page.text(x, 100, f"{word} ", font=font)
        x += width(font, f"{word} ")
    assert outside(read(page)) == [" ".join(words)]
