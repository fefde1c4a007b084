"""The header of a catalogue, set as closely above a row as its lines."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import read, rows
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import DURF, HEADER, MOED, lay

BOLD = "Helvetica-Bold"


def bold_names(page: RawPage, y: float, cells: list[str]) -> float:
    """A row of which the name is bold; gives the last baseline."""
    lay(page, y, [cells[0]], xs=(55,), font=BOLD)
    return lay(page, y, ["", *cells[1:]])


@pytest.mark.parametrize("bold", [True, False], ids=["bold as the names", "in the font of all"])
def test_a_header_right_above_the_first_row_is_a_row_of_its_own(bold: bool) -> None:
    page = RawPage()
    y = lay(page, 100, HEADER, font=BOLD if bold else "Helvetica") + 12
    for cells in (DURF, MOED):
        y = (bold_names if bold else lay)(page, y, cells) + 24
    assert rows(read(page)) == [HEADER, DURF, MOED]


def test_a_second_line_that_explains_the_first_is_of_the_header() -> None:
    header = ["Naam/(hoe)", "Kern/(wat)", f"{HEADER[2]}/(gedrag)"]
    page, y = RawPage(), 100.0
    for cells in (header, DURF, MOED):
        y = lay(page, y, cells) + 24
    assert rows(read(page)) == [header, DURF, MOED]


def test_a_header_that_stands_again_overleaf_right_above_bold_names_is_a_row_of_its_own() -> None:
    header, made = [HEADER[0], HEADER[2]], []
    for contents in ((header, DURF, MOED), (MOED, DURF, ["Betrouwbaar"], header, DURF, MOED)):
        page, y = RawPage(), 100.0
        for cells in contents:
            if cells is header:
                y = lay(page, y, header, xs=(55, 155), font=BOLD) + 12
                continue
            lay(page, y, cells[:1], xs=(55,), font=BOLD)
            y = lay(page, y, cells[-1:] if len(cells) > 1 else [""], xs=(155,)) + 24
        made.append(page)
    assert rows(read(*made))[-4:] == [["Betrouwbaar", ""], header, [DURF[0], DURF[2]], [MOED[0], MOED[2]]]
