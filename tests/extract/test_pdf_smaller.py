"""Words in smaller type beside the text of a cell are read, and told."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import XS, YS, read
from tests.extract.raw_pdf import RawPage
from transform.findings import Code


@pytest.mark.parametrize(
    ("text", "size", "y", "told"),
    [
        ("basis", 6, 134, ["basis"]),
        ("basis", 9, 134, []),
        ("2", 6, 134, []),
        ("basis", 6, 130, []),
    ],
    ids=["smaller", "hardly smaller", "a figure", "raised, which is told otherwise"],
)
def test_smaller_words_within_a_line(text: str, size: float, y: float, told: list[str]) -> None:
    page = RawPage().grid(XS, YS).text(55, 134, "Durf").text(80, y, text, size=size).text(255, 134, "Gaat op")
    found = [finding.was for finding in read(page).findings if finding.code is Code.ADDED_WORDS]
    assert found == told


def test_a_large_bullet_makes_its_words_no_remark() -> None:
    page = RawPage().grid(XS, YS).text(255, 134, "-").text(265, 134, "Gaat op", size=8)
    assert Code.ADDED_WORDS not in [f.code for f in read(page).findings]


def test_columns_in_type_of_their_own_are_no_remarks() -> None:
    page = RawPage().grid(XS, YS).text(255, 134, "Gaat op").text(355, 134, "in geheel ander type", size=6)
    assert [f.was for f in read(page).findings if f.code is Code.ADDED_WORDS] == ["in geheel ander type"]
    page = RawPage().grid(XS, YS).text(55, 114, "Naam").text(155, 114, "Kern", size=6)
    assert Code.ADDED_WORDS not in [f.code for f in read(page).findings]
