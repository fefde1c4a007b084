"""Signs before one text of a document only are taken off, and told where the text may begin with them."""

from __future__ import annotations

import pytest

from tests.documents import table
from tests.transform.test_heading import HEADING, read
from transform.findings import Code
from transform.lone_signs import lone_signs


@pytest.mark.parametrize(
    ("signs", "items", "told"),
    [
        (["§ "], 6, [0]),
        (["> ", "• ", "# ", "• "], 6, [0, 2]),
        (["o "], 6, [0]),
        (["§ ", "§ "], 6, []),
        (["- ", "•\t", "\uf0b7 "], 6, []),
        (["1. "], 6, [0]),
        (["1. ", "1. "], 6, [0, 1]),
        (["1. ", "2. "], 6, []),
        (["1. ", "1. ", "1. ", "1. "], 6, []),
        (["§ "], 3, []),
    ],
)
def test_signs_that_one_text_has_alone(signs: list[str], items: int, told: list[int]) -> None:
    assert lone_signs(signs, items) == told


def test_they_are_told_where_they_stand() -> None:
    header = ("Competentie", "Kerncompetentie", "Beschrijving", "Indicatoren")
    items = ["Luistert.", "Kent de wet.", "Vraagt door.", "§ 3 van de wet kennen."]
    rows = [(name, "Moedig", "Is zo.", item) for name, item in zip(("Durf", "Lef", "Rust", "Tact"), items, strict=True)]
    reading = read(*HEADING, table(header, *rows, widths=4))
    told = [(f.competence, f.was) for f in reading.findings if f.code is Code.ITEM_UNSURE]
    assert told == [("Tact", "§")]
