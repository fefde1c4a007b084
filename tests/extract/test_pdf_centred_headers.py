"""Header cells that are centred over narrow columns without rules, and reach over them.

  Competenties Kerncompetentie   Beschrijving en indicatoren
Durf      Een     Gaat op basis van een zorgvuldige
                  afweging over tot handelen.
"""

from __future__ import annotations

from tests.extract.pdf_cases import outside, read, rows
from tests.extract.raw_pdf import RawPage
from tests.extract.test_pdf_open import DURF, MOED, lay

PLACES = (55, 110, 170)
HEADER = ["Competenties", "Kerncompetentie", "Beschrijving en indicatoren"]


def page(*contents: list[str], header: list[str] = HEADER, start: float = 90.0) -> RawPage:
    """A header centred over columns, and rows under it."""
    made = RawPage()
    lay(made, start, header, xs=(51, 117, 213))
    y = start + 4
    for cells in contents:
        y = lay(made, y + 20, cells, xs=PLACES)
    return made


def test_a_header_wider_than_its_columns_heads_each_of_them() -> None:
    own = [DURF, MOED, DURF, MOED]
    assert rows(read(page(*own))) == [HEADER, *own]


def test_it_does_so_on_the_next_page_above_the_rest_of_a_row() -> None:
    rest = ["", "", "Stelt vragen/en luistert naar anderen."]
    document = read(page(DURF, MOED, DURF, MOED), page(rest, DURF, MOED, DURF))
    assert rows(document) == [HEADER, DURF, MOED, DURF, MOED, HEADER, rest, DURF, MOED, DURF]
    assert not outside(document)


def test_a_line_with_other_words_is_no_header_of_every_column() -> None:
    document = read(page(DURF, MOED, DURF, MOED, header=["Competenties", "Verbindendheid", "Beschrijving"]))
    assert outside(document) == ["Competenties Verbindendheid Beschrijving"]
