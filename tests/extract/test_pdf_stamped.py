"""Level stamps and watermarks are kept apart from the text that they lie over or under."""

from __future__ import annotations

import pytest

from tests.extract.pdf_cases import XS, YS, codes, filled, outside, read, rows
from tests.extract.raw_pdf import RawPage
from transform.findings import Code


def table() -> RawPage:
    return filled(RawPage()).grid(XS, YS)


@pytest.mark.parametrize("first", [True, False], ids=["under the text", "over the text"])
def test_a_level_stamp_is_kept_out_of_the_table(first: bool) -> None:
    page = table()
    stamp = RawPage(fonts=page.fonts).text(60, 160, "KOPIE", size=60).marks
    page.marks[:] = [*stamp, *page.marks] if first else [*page.marks, *stamp]
    document = read(page)
    assert rows(document) == rows(read(table()))
    assert outside(document) == ["KOPIE"]
    assert codes(document) == [Code.TEXT_ASLANT]


@pytest.mark.parametrize(
    ("x", "y", "text"), [(60, 60, "Catalogus"), (300, 165, "B")], ids=["a title", "an initial beside its text"]
)
def test_large_text_that_lies_over_no_other_is_no_stamp(x: float, y: float, text: str) -> None:
    assert Code.TEXT_ASLANT not in codes(read(table().text(x, y, text, size=30)))
