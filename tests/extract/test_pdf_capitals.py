"""Small capitals are the small letters that they stand for."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import outside, read
from tests.extract.raw_pdf import RawPage
from transform.findings import Code

#: What stands on a line, each piece with its type size → the line as read.
LINES: dict[str, tuple[list[tuple[str, float]], str]] = {
    "small capitals": ([("N", 10), ("IET ", 8), ("D", 10), ("OEN", 8)], "Niet Doen"),
    "glyphs named once": ([("n", 10), ("iEt ", 8), ("D", 10), ("OEn ", 8), ("t", 10), ("oE", 8)], "Niet Doen Toe"),
    "larger initials": ([("N", 10), ("iet ", 8), ("D", 10), ("oen Of", 8)], "Niet Doen Of"),
    "one word": ([("N", 10), ("IETDOEN", 8)], "Nietdoen"),
    "one short word": ([("N", 10), ("EE", 8)], "NEE"),
    "small letters in that type": ([("N", 10), ("IET ", 8), ("D", 10), ("OEN of", 8)], "NIET DOEN of"),
    "much smaller": ([("N", 10), ("IET ", 5), ("D", 10), ("OEN", 5)], "NIET DOEN"),
    "capitals": ([("NIET DOEN", 10)], "NIET DOEN"),
    "a raised figure": ([("M", 10), ("22 ", 8), ("K", 10), ("22", 8)], "M22 K22"),
}
#: Widths of letters in the font, as shares of the type size.
WIDE = {
    "N": 0.722,
    "I": 0.278,
    "E": 0.667,
    "T": 0.611,
    "D": 0.722,
    "O": 0.778,
    "M": 0.833,
    "K": 0.667,
    "i": 0.222,
    "t": 0.278,
    " ": 0.278,
}


@pytest.mark.parametrize(("pieces", "expected"), LINES.values(), ids=LINES.keys())
def test_small_capitals(pieces: list[tuple[str, float]], expected: str) -> None:
    page, x = RawPage(), 50.0
    for text, size in pieces:
        page.text(x, 100, text, size=size)
        x += sum(WIDE.get(letter, 0.556) for letter in text) * size
    document = read(page)
    assert outside(document) == [expected]
    told = [f for f in document.findings if f.code is Code.SMALL_CAPITALS]
    assert bool(told) is (pieces != LINES["larger initials"][0] and expected.startswith(("Niet Doen", "Nietdoen")))


def test_a_line_that_is_all_in_small_capitals_goes_with_the_others() -> None:
    page = (
        RawPage().text(50, 100, "N").text(57.22, 100, "IET", size=8).text(75, 100, "D").text(82.22, 100, "OEN", size=8)
    )
    assert outside(read(page.text(50, 112, "MAAR WEL", size=8))) == ["Niet Doen", "maar wel"]


def test_a_note_in_type_as_small_leaves_small_capitals_what_they_are() -> None:
    page = RawPage()
    for y, (first, rest) in zip((100, 112), (("N", "IET"), ("D", "OEN")), strict=True):
        page.text(50, y, first).text(57.22, y, rest, size=8)
    document = read(page.text(50, 124, "WEL EN", size=8).text(50, 160, "Een noot bij de HRM-lijst", size=8))
    assert outside(document) == ["Niet", "Doen", "wel en", "Een noot bij de HRM-lijst"]


@pytest.mark.parametrize(
    ("name", "size", "told"),
    [("DURF", 8, ["DURF"]), ("DURF", 10, []), ("Durf", 8, []), ("ICT", 8, []), ("DURF", 5, [])],
    ids=["set small", "as large as the text", "small type", "an abbreviation", "much smaller"],
)
def test_a_cell_that_is_all_in_capitals_set_small_is_told(name: str, size: float, told: list[str]) -> None:
    page = RawPage().grid((50, 150, 450), (100, 120, 160)).text(55, 114, "NAAM", size=8).text(155, 114, "Tekst")
    document = read(page.text(55, 134, name, size=size).text(155, 134, "Gaat op basis van feiten."))
    assert [f.was for f in document.findings if f.code is Code.SMALL_CAPITALS] == told
